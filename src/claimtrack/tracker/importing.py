"""Taking an edited sheet back: all of it in one operation, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from operator import is_
from typing import Literal, cast

import claimtrack.tracker.curating as curating
import claimtrack.tracker.marking as marking
import claimtrack.tracker.sourcing as sourcing
from claimtrack.errors import Conflict, UsageError
from claimtrack.model.history import Change
from claimtrack.model.spreadsheets import ImportPlan, ImportRow
from claimtrack.model.tracked import TrackedClaim
from claimtrack.store import claims
from claimtrack.tracker.session import Session, Work, numbered
from claimtrack.tracking import rows, sheets

Rows = Iterable[ImportRow | Mapping[str, str]]
Planned = tuple[ImportPlan, dict[int, TrackedClaim]]


def plan(session: Session, given: Rows) -> tuple[ImportPlan, dict[int, TrackedClaim]]:
    """What a sheet would change, and the claims it is about.

    A plan is kept for the import that follows it, and holds for the same rows while nobody has written anything.
    """
    sheet, state = list(given), session.state()
    before = cast(tuple[list[object], object, Planned] | None, session.planned)
    if before and before[1] == state and len(before[0]) == len(sheet) and all(map(is_, before[0], sheet)):
        return before[2]
    found = _planned(session, sheet)
    # a mapping may change and still be the same object; an ImportRow is frozen
    session.planned = (sheet, state, found) if all(isinstance(row, ImportRow) for row in sheet) else None
    return found


def _planned(session: Session, given: Rows) -> Planned:
    read, problems = sheets.read(given)
    ids = list(dict.fromkeys(row.id for row in read if row.id is not None))
    held = {claim.id: claim for claim in claims.by_ids(session.conn, ids)}
    return sheets.plan(read, problems, held), held


def apply(
    session: Session,
    given: Rows,
    prefer: Literal["theirs", "mine"] | None,
    because: str | None,
    without_evidence: str | None,
    dry_run: bool,
) -> Change:
    with session.operation("import", reason=because, dry_run=dry_run) as work:
        wanted, held = plan(session, given)
        _refuse(wanted, prefer)
        chosen = [*wanted.differences, *(wanted.conflicts if prefer == "theirs" else ())]
        edits: dict[int, dict[str, str]] = {}  # a claim may have both kinds, and they are taken together
        for difference in sorted(chosen, key=lambda each: each.line):
            edits.setdefault(difference.claim_id, {}).update({n: then for n, (_, then) in difference.fields.items()})
        for id, fields in edits.items():
            _take(session, work, held[id], fields, because, without_evidence)
        work.sentences.append(f"{numbered(len(work.claims), 'claim')} of {numbered(wanted.rows, 'row')} changed.")
    return work.change


def _refuse(wanted: ImportPlan, prefer: str | None) -> None:
    if wanted.problems:
        lines = [f"row {p.line}, column {p.column}: {p.message}" for p in wanted.problems]
        raise UsageError(
            "The sheet was not taken in:\n" + "\n".join(lines[:50]),
            "Correct these cells; nothing was changed.",
        )
    if wanted.conflicts and prefer is None:
        cells = "; ".join(f"claim {c.claim_id}: {', '.join(c.fields)}" for c in wanted.conflicts[:20])
        raise Conflict(
            f"Changed in the sheet, and in the tracker since its export: {cells}. Nothing was changed.",
            "Take the sheet's values with --theirs, or keep the tracker's with --mine.",
        )


def _take(
    session: Session,
    work: Work,
    claim: TrackedClaim,
    fields: Mapping[str, str],
    because: str | None,
    without_evidence: str | None,
) -> None:
    """One row's edits; evidence before status, because a verdict may rest on it."""
    if "tags" in fields:
        now, then = claim.tags, rows.parted(fields["tags"])
        kept = {curating.folded(tag) for tag in then}
        curating.set_tags(work, claim, then, [tag for tag in now if curating.folded(tag) not in kept])
    if "notes" in fields:
        _notes(work, claim, rows.parted(fields["notes"].replace("\r\n", "\n")))
    if "assignee" in fields:
        curating.set_assignee(work, claim.id, fields["assignee"])
    if "evidence" in fields:
        _evidence(session, work, claim, rows.parted(fields["evidence"]))
        claim = claims.by_ids(session.conn, [claim.id])[0]
    if "status" in fields:
        marking.set_status(
            session,
            work,
            claim,
            marking.Wish(fields["status"], because=because, without_evidence=without_evidence),
        )


def _notes(work: Work, claim: TrackedClaim, wanted: list[str]) -> None:
    left = Counter(wanted)
    for note in claim.notes:
        text = note.text.strip()
        if left[text]:
            left[text] -= 1
        else:
            curating.hide_note(work, note.id, claim.id)
    for text in left.elements():
        curating.add_note(work, claim.id, text)


def _evidence(session: Session, work: Work, claim: TrackedClaim, wanted: list[str]) -> None:
    left = Counter(wanted)
    for evidence in rows.standing_evidence(claim):
        value = rows.evidence_value(evidence)
        if left[value]:
            left[value] -= 1
        else:
            sourcing.withdraw(work, evidence.id, claim.id, "taken out of the sheet")
    for value in left.elements():
        stance, _, named = value.partition(" ")
        source = sourcing.named(session, work, named.removeprefix("source:"), {})
        sourcing.add_evidence(work, claim.id, source, {"stance": stance})
