"""Storing an extraction: what is new, known or no longer found; nothing that a person did is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import claimtrack.tracker.likeness as likeness
from claimtrack.errors import BadInput, StoreError
from claimtrack.model import Claim, Extraction
from claimtrack.model.stored import ExtractionOutcome
from claimtrack.store import claims, documents, undoing
from claimtrack.tracker.session import Session, Work, numbered
from claimtrack.tracking import matching

_SAID_ONCE = ("published", "speaker")


def read(session: Session, text: str, about: Mapping[str, Any]) -> Extraction:
    """The extraction of a text, with what was said about it when it was stored."""
    from claimtrack.pipeline import extract

    found = extract(text, **about)
    stored = session.conn.execute(
        f"SELECT {', '.join(_SAID_ONCE)} FROM documents WHERE sha256 = ? AND NOT removed", [documents.digest(text)]
    ).fetchone()
    held = dict(zip(_SAID_ONCE, stored or (), strict=False))
    said = {name: value for name, value in held.items() if value and getattr(found.document, name) is None}
    if not said:
        return found
    if "published" in said:
        said["published"] = date.fromisoformat(said["published"][:10])
    return extract(text, **{**about, **said})


Made = tuple[Extraction, str, str | None]
"""An extraction, its text, and the name of the document."""


def store(session: Session, made: Sequence[Made], *, engine: str, dry_run: bool) -> list[ExtractionOutcome]:
    """Put extractions into the tracker as one operation: all of them, or none where one does not fit its text."""
    for extraction, text, _ in made:
        _check_spans(extraction, text)
    with session.operation("extract", dry_run=dry_run) as work:
        outcomes = []
        for each in made:
            outcomes.append(_put(session, work, each, engine))
            work.index()  # the next document is compared with this one through the search index
    return [each.model_copy(update={"change": work.change}) for each in outcomes]


def _put(session: Session, work: Work, made: Made, engine: str) -> ExtractionOutcome:
    """One document of an operation under way."""
    extraction, text, name = made
    title = name or extraction.document.title or f"text-{documents.digest(text)[:8]}"
    noted = len(work.ledger.noted)
    row = session.conn.execute("SELECT id FROM documents WHERE sha256 = ?", [documents.digest(text)]).fetchone()
    document, new, known, missing = (
        _again(work, row[0], extraction, engine) if row else _first(work, extraction, text, title, engine)
    )
    loaded = documents.load(session.conn, document)
    read = [claims.by_ids(session.conn, ids) for ids in (new, known, missing)]
    similar = likeness.across_documents(session.conn, read[0]) if new else ()
    changed = len(work.ledger.noted) > noted
    work.sentences.append(_sentence(loaded.name, len(new), len(known), len(missing), changed))
    return ExtractionOutcome.model_construct(
        document=loaded,
        change=work.change,
        new=tuple(read[0]),
        known=tuple(read[1]),
        missing=tuple(read[2]),
        similar=similar,
        warnings=extraction.warnings,
    )


def _check_spans(extraction: Extraction, text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInput(
            f"The text holds a broken character (a lone surrogate) at offset {error.start}.",
            "Save the file as UTF-8 again.",
        ) from error
    for claim in extraction.claims:
        if text[claim.start : claim.end] != claim.quote:
            raise StoreError(
                f"Claim {claim.id} does not stand where it says ({claim.start} to {claim.end}).",
                "This is a fault of the extractor; nothing was stored.",
            )


_Sorted = tuple[int, list[int], list[int], list[int]]


def _first(work: Work, extraction: Extraction, text: str, name: str, engine: str) -> _Sorted:
    document = documents.add(work.ledger, extraction, text, name, engine)
    work.did("documents")
    return document, [_add(work, document, claim) for claim in extraction.claims], [], []


def _add(work: Work, document: int, claim: Claim) -> int:
    id = documents.add_claim(work.ledger, document, claim)
    work.did("new", id)
    return id


def _again(work: Work, document: int, extraction: Extraction, engine: str) -> _Sorted:
    """The same text once more, perhaps by a newer engine.

    What went with the text (its document removed, its extraction undone) comes back with it; what a person took
    out by itself stays out.
    """
    ledger, noted = work.ledger, len(work.ledger.noted)
    if ledger.update("documents", document, {"removed": 0}):
        work.did("restored")
    old = claims.of_document(ledger.conn, document, hidden=True)
    found = matching.match([c for c in old if c.origin != "person"], extraction.claims)
    removed = {
        row[0] for row in ledger.conn.execute("SELECT id FROM claims WHERE document_id = ? AND removed", [document])
    }
    back = {c.id for c, _ in found.pairs if c.id in removed and undoing.went_with_text(ledger.conn, c.id)}
    removed -= back
    gone = [c for c in found.gone if c.id not in removed]
    pairs = [(c, claim) for c, claim in found.pairs if c.id not in removed]
    kept: list[int] = []
    for before, claim in pairs:
        changed = ledger.update("claims", before.id, {"missing_since": None, "removed": 0})
        if not matching.worked_on(before):
            changed |= documents.renew_claim(ledger, before.id, claim, before.edited)
        elif documents.differs(ledger.conn, before.id, claim):
            kept.append(before.id)
        if changed:
            work.did("restored" if before.id in back else "updated", before.id)
    _say_kept(work, kept)
    new = [_add(work, document, claim) for claim in found.new] + sorted(back)
    for lost in gone:
        if lost.missing_since is None and ledger.update("claims", lost.id, {"missing_since": ledger.at}):
            work.did("missing", lost.id)
    documents.replace_layout(ledger, document, documents.layout_for(extraction))
    if len(ledger.noted) > noted:
        ledger.update("documents", document, {"engine": engine})
    ledger.reword |= back
    known = [before.id for before, _ in pairs if before.id not in back]
    return document, new, known, [claim.id for claim in gone]


def _say_kept(work: Work, kept: list[int]) -> None:
    """That people's claims stay as they are is said, so that nobody takes them for the engine's reading."""
    if kept:
        first = ", ".join(map(str, kept[:10])) + (f" and {len(kept) - 10} more" if len(kept) > 10 else "")
        one = len(kept) == 1
        work.warnings.append(
            f"{'Claim' if one else 'Claims'} {first} {'keeps its' if one else 'keep their'} words and values, because "
            f"people worked on {'it' if one else 'them'}; this engine reads {'it' if one else 'them'} otherwise."
        )


def _sentence(name: str, new: int, known: int, missing: int, changed: bool) -> str:
    """What became of one document."""
    if not changed:
        return (
            f"{name}: nothing new; its {numbered(known, 'claim')} are in the tracker already."
            if known
            else f"{name}: nothing new."
        )
    if not (new or known or missing):
        return f"{name}: no claims found."
    parts = [numbered(new, "new claim")]
    parts += [f"{known} known"] if known else []
    parts += [f"{missing} no longer found and flagged"] if missing else []
    return f"{name}: {', '.join(parts)}."
