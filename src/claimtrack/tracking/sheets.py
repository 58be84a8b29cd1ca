"""An edited sheet against the tracker: what differs, what conflicts, what makes no sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from claimtrack.errors import UsageError
from claimtrack.model.spreadsheets import ImportPlan, ImportRow, RowDifference, RowProblem
from claimtrack.model.tracked import TrackedClaim, cell_hash
from claimtrack.tracking import rows, statuses

_STANCES = ("supports", "refutes", "context")
_KEPT_BY_VERBS = (
    "status_at",
    "status_by",
    "status_reason",
    "outdated_on",
    "published_url",
    "duplicate_of",
    "superseded_by",
    "missing_since",
)
"""Columns for reading that change in the tracker whenever somebody works there."""
_VERBS = {
    **dict.fromkeys(("status_reason", "outdated_on", "published_url"), "mark"),
    "duplicate_of": "merge",
    **dict.fromkeys(("gloss", "text", "kind", "speaker", "subject", "polarity", "modality"), "edit"),
    **dict.fromkeys(("quantities", "places", "checkable"), "edit"),
}
"""The command that changes what a column for reading shows."""


def read(given: Iterable[ImportRow | Mapping[str, str]]) -> tuple[list[ImportRow], list[RowProblem]]:
    """Rows of strings by column as ImportRows (the first line is the header, so they begin at 2)."""
    out: list[ImportRow] = []
    problems: list[RowProblem] = []
    for line, row in enumerate(given, 2):
        if isinstance(row, ImportRow):
            out.append(row)
            continue
        if line == 2:
            problems += [
                RowProblem(line=1, column=name, message="unknown column") for name in row if name not in rows.COLUMNS
            ]
        out.append(_row(line, row, problems))
    return out, problems


def _row(line: int, row: Mapping[str, str], problems: list[RowProblem]) -> ImportRow:
    id = str(row.get("id") or "").strip()
    if not (id.isdecimal() and id.isascii()):
        problems.append(RowProblem(line=line, column="id", message=f"“{id}” is no claim id"))
    values, others = (
        {name: str(row[name] or "") for name in names if name in row} for names in (rows.EDITABLE, rows.FOR_READING)
    )
    return ImportRow(
        line=line,
        id=int(id) if id.isdecimal() else None,
        row_version=row.get("row_version") or None,
        values=values,
        others=others,
    )


def plan(given: Sequence[ImportRow], problems: Sequence[RowProblem], claims: Mapping[int, TrackedClaim]) -> ImportPlan:
    """What the sheet would change. `claims` are the tracker's, by id."""
    found: list[RowDifference] = []
    ignored: list[RowProblem] = []
    wrong = list(problems)
    seen: set[int] = set()
    for row in given:
        if row.id is None:
            continue
        claim = claims.get(row.id)
        if claim is None:
            wrong.append(RowProblem(line=row.line, column="id", message=f"there is no claim {row.id}"))
        elif row.id in seen:
            wrong.append(RowProblem(line=row.line, column="id", message=f"claim {row.id} stands here twice"))
        else:
            edits = _differences(row, claim)
            wrong += [*_lost_letters(row, claim), *_faults(row), *(_unknown_export(row) if edits else ())]
            found += edits
            ignored += _ignored(row, claim)
        seen.add(row.id)
    return ImportPlan.model_construct(
        rows=len(given),
        differences=tuple(d for d in found if not d.conflict),
        conflicts=tuple(d for d in found if d.conflict),
        problems=tuple(wrong),
        ignored=tuple(ignored),
    )


def _differences(row: ImportRow, claim: TrackedClaim) -> list[RowDifference]:
    """The cells that were edited in the sheet: those that the tracker left alone, and those that both changed.

    Three states are compared: the cell as it was exported, as it came back, and as the tracker has it now. A cell
    that came back as it was exported says nothing, however much the tracker has changed since.
    """
    current, exported = rows.editable(claim), _exported(row)
    given = row.values
    if "evidence" in given:
        given = given | {"evidence": rows.without_confidential(claim, given["evidence"])}
    edits: dict[bool, dict[str, tuple[str, str]]] = {False: {}, True: {}}
    for name, then in given.items():
        now, before = current[name], exported.get(name)
        if same(name, now, then) or (before and _hash(name, then) == before):
            continue
        edits[bool(before) and _hash(name, now) != before][name] = (now, then)
    return [
        RowDifference(line=row.line, claim_id=claim.id, fields=fields, conflict=conflict)
        for conflict, fields in edits.items()
        if fields
    ]


def _exported(row: ImportRow) -> dict[str, str]:
    """The hashes of the editable cells as they were exported; none where the row does not hold them."""
    hashes = (row.row_version or "").strip().split("-")
    return dict(zip(rows.EDITABLE, hashes, strict=True)) if len(hashes) == len(rows.EDITABLE) else {}


def _unknown_export(row: ImportRow) -> Iterator[RowProblem]:
    """A row_version that does not say what was exported: taking the row might undo what others did since."""
    if row.row_version and not _exported(row):
        message = (
            "it does not tell what was exported (another version wrote it, or it was edited), so the cells edited here "
            "cannot be told from old ones; export again, or empty it to take the whole row as it stands"
        )
        yield RowProblem(line=row.line, column="row_version", message=message)


def _hash(column: str, cell: str) -> str:
    return cell_hash((cell,) if column in ("status", "assignee") else rows.parted(cell))


def _ignored(row: ImportRow, claim: TrackedClaim) -> Iterator[RowProblem]:
    """Cells for reading that differ from the tracker's, so that nobody waits for their edits in vain."""
    current = rows.to_row(claim)
    for name, then in row.others.items():
        if name in _KEPT_BY_VERBS and row.row_version != claim.row_version:
            continue  # an old export may differ there without anybody's edit
        if not _reads_the_same(current[name], then):
            verb = f"; use “claimtrack {_VERBS[name]} {claim.id}”" if name in _VERBS else ""
            message = f"it is only for reading and stays as the tracker has it{verb}"
            yield RowProblem(line=row.line, column=name, message=message)


def _reads_the_same(now: str, then: str) -> bool:
    """Whether two cells differ at most in what a spreadsheet does by itself: white space, 0.50 as 0.5, yes as TRUE."""
    if now == then or now.split() == then.split():
        return True
    if now in ("yes", "no"):
        return then.strip().casefold() in (("yes", "true") if now == "yes" else ("no", "false"))
    try:
        return Decimal(now) == Decimal(then.strip())
    except InvalidOperation:
        return False


def _lost_letters(row: ImportRow, claim: TrackedClaim) -> Iterator[RowProblem]:
    """Words that a program saved as question marks, because its encoding has no such letters."""
    current = rows.to_row(claim)
    for name, then in row.others.items():
        now = current[name]
        if then != now and len(then) == len(now) and _is_masked(now, then):
            message = "the letters were lost (????); save the sheet as XLSX or as CSV UTF-8"
            yield RowProblem(line=row.line, column=name, message=message)
            return


def _is_masked(now: str, then: str) -> bool:
    return all(b == "?" and not a.isascii() for a, b in zip(now, then, strict=True) if a != b)


def same(column: str, now: str, then: str) -> bool:
    """Whether two cells say the same."""
    if now == then:
        return True
    if column in ("status", "assignee"):
        return now.strip() == then.strip() or (column == "status" and not then.strip())
    a, b = (rows.parted(cell.replace("\r\n", "\n")) for cell in (now, then))
    return sorted(a) == sorted(b)


def _faults(row: ImportRow) -> list[RowProblem]:
    out = []
    status = row.values.get("status", "").strip()
    if status:
        try:
            statuses.known(status)
        except UsageError as error:
            out.append(RowProblem(line=row.line, column="status", message=f"{error.message} {error.hint}"))
    for value in rows.parted(row.values.get("evidence", "")):
        if not _is_evidence(value):
            out.append(
                RowProblem(
                    line=row.line,
                    column="evidence",
                    message=f"“{value}” is no evidence; write: supports https://… or refutes source:3",
                )
            )
    for tag in rows.parted(row.values.get("tags", "")):
        if "," in tag or ";" in tag:
            out.append(RowProblem(line=row.line, column="tags", message=f"“{tag}” cannot be a tag; join tags by ;"))
    return out


def _is_evidence(value: str) -> bool:
    stance, _, source = value.partition(" ")
    return stance in _STANCES and (
        source.startswith(("http://", "https://")) or (source.startswith("source:") and source[7:].isdecimal())
    )
