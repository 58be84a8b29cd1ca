"""Claims that people make or change: add, edit, merge, split, remove."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json import dumps
from typing import Any

from pydantic import ValidationError

import claimtrack.tracker.curating as curating
import claimtrack.tracker.sourcing as sourcing
from claimtrack.errors import NotFound, UsageError
from claimtrack.languages.messages import say, term
from claimtrack.model import Appearance, Claim
from claimtrack.model.history import Change
from claimtrack.model.tracked import TrackedClaim
from claimtrack.store import documents, values
from claimtrack.text.folding import fold
from claimtrack.tracker.session import Picked, Session, Work, numbered

EDITABLE = (
    "gloss",
    "text",
    "kind",
    "checkable",
    "speaker",
    "attribution",
    "subject",
    "polarity",
    "modality",
    "quantities",
    "times",
    "places",
    "outdated_on",
    "published_url",
)
_VALUES = ("quantities", "times", "places")


def add(
    session: Session,
    document: int | str,
    quote: str,
    occurrence: int,
    fields: Mapping[str, Any],
    dry_run: bool,
) -> Change:
    with session.operation("add", dry_run=dry_run) as work:
        id = documents.find(session.conn, document)
        text = documents.load(session.conn, id).text or ""
        made = _put(work, id, text, quote, occurrence, fields)
        work.sentences.append(f"Claim {made} added.")
    return work.change


def _put(work: Work, document: int, text: str, quote: str, occurrence: int, fields: Mapping[str, Any]) -> int:
    start = _place(text, quote, occurrence)
    given = {k: v for k, v in fields.items() if v is not None}
    about: dict[str, Any] = {
        "text": quote,
        "gloss": quote,
        "score": 0.5,
        "reasons": ("added_by_hand",),
    } | given
    about["appearances"] = (Appearance(start=start, end=start + len(quote), quote=quote),)
    try:
        claim = Claim(id=f"hand-{start}", start=start, end=start + len(quote), quote=quote, **about)
    except ValidationError as error:
        raise _unfit(error) from error
    id = documents.add_claim(work.ledger, document, claim, origin="person")
    work.did("added", id)
    return id


def _place(text: str, quote: str, occurrence: int) -> int:
    if not quote.strip():
        raise UsageError(say("quote_empty"), say("quote_give"))
    start = -1
    for _ in range(max(occurrence, 1)):
        start = text.find(quote, start + 1)
        if start < 0:
            raise NotFound(say("quote_absent"), say("quote_copy"))
    return start


def _unfit(error: ValidationError) -> UsageError:
    first = error.errors()[0]
    field = term("page", str(first["loc"][0]) if first["loc"] else "", ".".join(map(str, first["loc"])))
    return UsageError(say("unfit", field=field, problem=first["msg"]), say("unfit_see"))


def edit(session: Session, id: int, fields: Mapping[str, Any], reason: str | None, dry_run: bool) -> Change:
    unknown = sorted(set(fields) - set(EDITABLE))
    if unknown:
        raise UsageError(say("no_field", name=unknown[0]), say("it_has", names=", ".join(EDITABLE)))
    with session.operation("edit", reason=reason, dry_run=dry_run) as work:
        claim = session.picked(id)[0]
        changed = _apply(work, claim, _checked(claim, fields))
        if changed:
            work.did("edited", id)
            work.sentences.append(f"Claim {id}: {', '.join(changed)} changed.")
    return work.change


def _checked(claim: TrackedClaim, fields: Mapping[str, Any]) -> TrackedClaim:
    """The claim as edited; UsageError for a value that does not fit."""
    plain = claim.model_dump(exclude={"row_version"}) | dict(fields)
    try:
        return TrackedClaim.model_validate(plain)
    except ValidationError as error:
        raise _unfit(error) from error


def _apply(work: Work, old: TrackedClaim, new: TrackedClaim) -> list[str]:
    changed = [name for name in EDITABLE if getattr(old, name) != getattr(new, name)]
    columns: dict[str, Any] = {name: getattr(new, name) for name in changed if name not in _VALUES}
    if "checkable" in columns:
        columns["checkable"] = int(columns["checkable"])
    if "speaker" in columns:
        columns["speaker_key"] = fold(columns["speaker"]) if columns["speaker"] else None
    if changed:
        columns["edited"] = dumps(list(dict.fromkeys([*old.edited, *changed])))
        work.ledger.update("claims", old.id, columns)
        work.ledger.reword.add(old.id)
    if set(changed) & set(_VALUES):
        values.replace(work.ledger, old.id, values.rows_of(new))
    return changed


def merge(session: Session, ids: Sequence[int], into: int, dry_run: bool) -> Change:
    with session.operation("merge", dry_run=dry_run) as work:
        target = session.picked(into)[0]
        others = [claim for claim in session.picked(ids) if claim.id != into]
        if target.duplicate_of:
            raise UsageError(say("merged_already", claim=into, other=target.duplicate_of), say("merge_there"))
        for claim in others:
            _join(work, claim, target)
        work.sentences.append(f"{numbered(len(others), 'claim')} merged into {into}.")
    return work.change


def _join(work: Work, claim: TrackedClaim, target: TrackedClaim) -> None:
    """Make one claim a duplicate of another, which gets its tags, notes and evidence beside its own."""
    work.ledger.update("claims", claim.id, {"duplicate_of": target.id})
    for (id,) in work.ledger.conn.execute("SELECT id FROM claims WHERE duplicate_of = ?", [claim.id]).fetchall():
        work.ledger.update("claims", id, {"duplicate_of": target.id})
    now = curating_view(work, target)
    curating.set_tags(work, now, claim.tags, ())
    for note in claim.notes:
        if note.text not in {held.text for held in now.notes}:
            curating.add_note(work, target.id, note.text)
    held = {(e.source_id, e.stance, e.quote) for e in now.evidence if e.withdrawn_at is None}
    for e in claim.evidence:
        if e.withdrawn_at is None and (e.source_id, e.stance, e.quote) not in held:
            sourcing.add_evidence(
                work,
                target.id,
                e.source_id,
                {"stance": e.stance, "quote": e.quote, "locator": e.locator, "note": e.note},
            )
    work.did("merged", claim.id)
    work.claims[target.id] = None


def curating_view(work: Work, claim: TrackedClaim) -> TrackedClaim:
    """The claim as it stands now, within the operation under way."""
    from claimtrack.store import claims

    return claims.by_ids(work.ledger.conn, [claim.id])[0]


def split(session: Session, id: int, quotes: Sequence[str], dry_run: bool) -> Change:
    if len(quotes) < 2:
        raise UsageError(say("split_two"), say("split_quotes"))
    with session.operation("split", dry_run=dry_run) as work:
        claim = session.picked(id)[0]
        text = documents.load(session.conn, claim.document_id).text or ""
        made = [_part(work, claim, text, quote) for quote in quotes]
        work.ledger.update("claims", id, {"superseded_by": made[0]})
        work.did("split", id)
        work.sentences.append(f"Claim {id} split into {', '.join(map(str, made))}.")
    return work.change


def _part(work: Work, claim: TrackedClaim, text: str, quote: str) -> int:
    """A part of a claim, with those of its values that stand in the part's words."""
    within = claim.quote.find(quote)
    start = claim.start + within if within >= 0 else _place(text, quote, 1)
    end = start + len(quote)
    inside = {
        "quantities": tuple(q for q in claim.quantities if start <= q.start and q.end <= end),
        "times": tuple(t for t in claim.times if start <= t.span.start and t.span.end <= end),
    }
    kept = {
        name: getattr(claim, name)
        for name in ("kind", "speaker", "attribution", "subject", "polarity", "modality", "checkable")
    }
    occurrence = next(n for n in range(1, len(text) + 2) if _place(text, quote, n) >= start)
    return _put(work, claim.document_id, text, quote, occurrence, kept | inside)


def remove(session: Session, picked: Picked, reason: str | None, dry_run: bool) -> Change:
    with session.operation("remove", reason=reason, dry_run=dry_run) as work:
        for claim in session.picked(picked):
            work.ledger.update("claims", claim.id, {"removed": 1})
            work.did("removed", claim.id)
        work.sentences.append(f"{numbered(len(work.claims), 'claim')} removed.")
    return work.change


def remove_document(session: Session, which: int | str, dry_run: bool) -> Change:
    """Hide a document and its claims; undo brings them back with all that people did."""
    with session.operation("remove document", dry_run=dry_run) as work:
        id = documents.find(session.conn, which)
        rows = session.conn.execute("SELECT id FROM claims WHERE document_id = ? AND NOT removed", [id]).fetchall()
        for (claim,) in rows:
            work.ledger.update("claims", claim, {"removed": 1})
            work.did("removed", claim)
        work.ledger.update("documents", id, {"removed": 1})
        work.did("documents")
        work.sentences.append(f"Document {id} removed with {numbered(len(rows), 'claim')}.")
    return work.change
