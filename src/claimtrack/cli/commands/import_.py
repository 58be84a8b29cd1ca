"""claimtrack import: take an edited spreadsheet back in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Because, WithoutEvidence, Writing, writing
from claimtrack.errors import Conflict, UsageError
from claimtrack.model.spreadsheets import ImportPlan, ImportRow, RowDifference, RowProblem
from claimtrack.tracking.rows import COLUMNS, EDITABLE, FOR_READING

_FEW = 3
"""So many lines are named one by one."""


@uses(writing=writing, desk=desk)
def run(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An edited export: CSV, TSV or XLSX; “-” is stdin.")],
    theirs: Annotated[bool, typer.Option("--theirs", help="Where both changed, take the sheet's values.")] = False,
    mine: Annotated[bool, typer.Option("--mine", help="Where both changed, keep the tracker's values.")] = False,
    because: Because = None,
    without_evidence: WithoutEvidence = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Take an edited spreadsheet back in: a diff first, then all of it or nothing.

    \b
      claimtrack export claims.csv      … edit status, tags, notes in a spreadsheet …
      claimtrack import claims.csv --dry-run
      claimtrack import claims.csv
      claimtrack import claims.csv --theirs      where the tracker changed in the meantime
    """
    if theirs and mine:
        raise UsageError("--theirs and --mine contradict each other.", "Say one of them.")
    prefer: Literal["theirs", "mine"] | None = "theirs" if theirs else "mine" if mine else None
    rows = _rows(file)
    with desk.write(dry_run=writing.dry_run) as tracker:
        plan = tracker.import_plan(rows)
        _tell(plan, rows, prefer, desk, diff=not writing.as_json)
        _refuse(plan, prefer, file)
        if not (writing.dry_run or yes) and not _agreed(plan, prefer, desk):
            return
        change = tracker.import_rows(
            rows, prefer=prefer, without_evidence=without_evidence, because=because, dry_run=writing.dry_run
        )
        writing.told(change, desk)


def _tell(plan: ImportPlan, rows: list[ImportRow], prefer: str | None, desk: Desk, *, diff: bool) -> None:
    """What would change, and which edited cells are left alone."""
    for line in _left_alone(plan.ignored):
        desk.warn(line)
    edited = {each.line for each in plan.differences}
    if loose := [row.line for row in rows if row.line in edited and not row.row_version]:
        desk.warn(
            f"{_line_numbers(loose)}: no row_version says what was exported; "
            "each cell that differs from the tracker counts as edited."
        )
    for line in _lines(plan, prefer) if diff else ():
        print(line)


def _left_alone(ignored: tuple[RowProblem, ...]) -> Iterator[str]:
    """The cells that are not taken; a column that differs on many lines is told once."""
    columns: dict[str, list[RowProblem]] = {}
    for each in ignored:
        columns.setdefault(each.column, []).append(each)
    for column, cells in columns.items():
        for each in cells if len(cells) <= _FEW else ():
            yield f"line {each.line}, column {column}: {each.message}."
        if len(cells) > _FEW:
            yield f"{_line_numbers([each.line for each in cells])}, column {column}: for example {cells[0].message}."


def _line_numbers(lines: list[int]) -> str:
    more = f" and {len(lines) - _FEW} more" if len(lines) > _FEW else ""
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines[:_FEW]))}{more}"


def _agreed(plan: ImportPlan, prefer: str | None, desk: Desk) -> bool:
    """A yes from the person at a terminal; without one, or without changes, there is nothing to ask."""
    from claimtrack.tracker.session import numbered

    taken = {each.claim_id for each in (*plan.differences, *(plan.conflicts if prefer == "theirs" else ()))}
    if not (taken and sys.stdin.isatty()):
        return True
    return desk.asks(f"Apply changes to {numbered(len(taken), 'claim')}?", yes=False)


def _rows(file: str) -> list[ImportRow]:
    from claimtrack.sources.table import read_table
    from claimtrack.views.exports import csv

    if Path(file).suffix.lower() == ".xlsx":
        columns, rows = _xlsx(file)
    else:
        columns, rows = csv.read(read_table(sys.stdin.buffer.read(), "stdin") if file == "-" else read_table(file))
    return _checked(columns, rows, file)


def _xlsx(file: str) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    try:
        xlsx: Any = import_module("claimtrack.views.exports.xlsx_reading")
    except ImportError as error:
        raise UsageError(
            "Reading XLSX wants one more package.", "Install it with: pip install 'claimtrack[xlsx]'"
        ) from error
    found: tuple[list[str], list[tuple[int, dict[str, str]]]] = xlsx.read(file)
    return found


def _checked(columns: list[str], rows: list[tuple[int, dict[str, str]]], file: str) -> list[ImportRow]:
    """The rows as the tracker takes them, or one error that names every column and id that makes no sense."""
    faults = [f"column {name}: there is no such column" for name in columns if name and name not in COLUMNS]
    if not any(columns):
        raise UsageError(f"{file} is empty; nothing was changed.", "A sheet comes from: claimtrack export claims.csv")
    if "id" not in columns:
        faults.insert(0, "column id: it is missing; an edited export has it first")
    elif not faults:
        faults = [
            f"line {line}, column id: “{cells.get('id', '')}” is not the id of a claim"
            for line, cells in rows
            if not cells.get("id", "").strip().isdecimal()
        ]
    if faults:
        known = f"Known columns: {', '.join(COLUMNS)}."
        hint = known if _columns_are_wrong(columns) else "Correct them and import again."
        raise UsageError(f"{file} was not taken in; nothing was changed.\n  " + "\n  ".join(faults), hint)
    return [_row(line, cells) for line, cells in rows]


def _columns_are_wrong(columns: list[str]) -> bool:
    return "id" not in columns or not {each for each in columns if each} <= set(COLUMNS)


def _row(line: int, cells: dict[str, str]) -> ImportRow:
    values, others = ({name: cells[name] for name in names if name in cells} for names in (EDITABLE, FOR_READING))
    version = cells.get("row_version") or None
    return ImportRow(line=line, id=int(cells["id"]), row_version=version, values=values, others=others)


def _lines(plan: ImportPlan, prefer: str | None) -> Iterator[str]:
    """The diff, for a person."""
    from claimtrack.views.harmless import one_line

    what = {"theirs": "; the sheet's is taken", "mine": "; not taken"}.get(prefer or "", "")
    for each in (*plan.differences, *plan.conflicts):
        changed = f" (changed in the tracker since the export{what})" if each.conflict else ""
        yield f"claim {each.claim_id}, line {each.line}{changed}"
        for name, (now, then) in each.fields.items():
            yield f"  {name}: {one_line(now) or 'nothing'} → {one_line(then) or 'nothing'}"


def _refuse(plan: ImportPlan, prefer: str | None, file: str) -> None:
    """Nothing is taken in while anything is wrong."""
    if plan.problems:
        cells = "\n".join(f"  line {each.line}, column {each.column}: {each.message}" for each in plan.problems)
        raise UsageError(
            f"{file} has {len(plan.problems)} cells that cannot be taken in; nothing was changed.\n{cells}",
            "Correct them and import again.",
        )
    if plan.conflicts and prefer is None:
        raise Conflict(
            f"{_named(plan.conflicts)} changed since the export, where the sheet changed too; nothing was changed.",
            "Say --theirs to take the sheet's values there, --mine to keep the tracker's, or export again.",
        )


def _named(rows: tuple[RowDifference, ...]) -> str:
    ids = [str(each.claim_id) for each in rows]
    return f"{'Claim' if len(ids) == 1 else 'Claims'} {', '.join(ids)}"
