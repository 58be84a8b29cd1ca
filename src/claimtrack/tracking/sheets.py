"""An edited sheet against the tracker: what differs, what conflicts, what makes no sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack.errors import UsageError
from claimtrack.model.spreadsheets import ImportPlan, ImportRow, RowDifference, RowProblem
from claimtrack.model.tracked import TrackedClaim
from claimtrack.tracking import rows, statuses

_STANCES = ("supports", "refutes", "context")


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
            wrong += [*_lost_letters(row, claim), *_faults(row)]
            found += _difference(row, claim)
            ignored += _ignored(row, claim)
        seen.add(row.id)
    return ImportPlan.model_construct(
        rows=len(given),
        differences=tuple(d for d in found if not d.conflict),
        conflicts=tuple(d for d in found if d.conflict),
        problems=tuple(wrong),
        ignored=tuple(ignored),
    )


def _difference(row: ImportRow, claim: TrackedClaim) -> list[RowDifference]:
    current = rows.editable(claim)
    given = row.values
    if "evidence" in given:
        given = given | {"evidence": rows.without_confidential(claim, given["evidence"])}
    fields = {name: (current[name], value) for name, value in given.items() if not same(name, current[name], value)}
    if not fields:
        return []
    return [
        RowDifference(
            line=row.line,
            claim_id=claim.id,
            fields=fields,
            conflict=bool(row.row_version) and row.row_version != claim.row_version,
        )
    ]


def _ignored(row: ImportRow, claim: TrackedClaim) -> Iterator[RowProblem]:
    """Edits in columns that are only for reading, so that nobody waits for them in vain."""
    if row.row_version != claim.row_version:
        return  # an old export may differ there without anybody's edit
    for name, then in row.others.items():
        now = getattr(claim, name) or ""
        if then != now and then.split() != now.split():
            message = f"it is only for reading; use “claimtrack edit {claim.id}”"
            yield RowProblem(line=row.line, column=name, message=message)


def _lost_letters(row: ImportRow, claim: TrackedClaim) -> Iterator[RowProblem]:
    """Words that a program saved as question marks, because its encoding has no such letters."""
    for name, then in row.others.items():
        now = getattr(claim, name) or ""
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
