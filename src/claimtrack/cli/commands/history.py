"""claimtrack history: who changed what, when and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import Most, filters, id_list, reading
from claimtrack.cli.output import Output, output, records_sheet
from claimtrack.cli.signature import uses
from claimtrack.model.filters import Filter
from claimtrack.model.history import Operation

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker

COLUMNS = ("id", "at", "actor", "command", "reason", "undone", "undoes", "claims")


@uses(where=filters, out=output, desk=desk)
def run(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="Claims; else everything.")] = None,
    limit: Most = 50,
    *,
    where: Filter,
    out: Output,
    desk: Desk,
) -> None:
    """Show what was done, newest first: when, by whom, with which command and why.

    \b
      claimtrack history
      claimtrack history 7
      claimtrack history --tag russia --json
    """
    from claimtrack.views.history import lines

    with desk.read() as tracker:
        chosen = id_list(ids or ())
        found = _operations(tracker, chosen, reading((), where, tracker), limit, confidential=out.is_table)
        if chosen and not found:
            for id in chosen:
                tracker.claim(id)  # what is there has a history; says which ids there are
    out.show(lambda screen: lines(found, screen), lambda: records_sheet(COLUMNS, found, _row))
    if not found:
        desk.say("No history.")


def _operations(
    tracker: Tracker, ids: tuple[int, ...], where: Filter, limit: int, *, confidential: bool
) -> list[Operation]:
    if not ids and where == Filter():
        return tracker.history(limit=limit or None, confidential=confidential)
    chosen = where.model_copy(update={"ids": ids}) if ids else where
    claims = ids if where == Filter() else [claim.id for claim in tracker.claims(chosen)]
    if len(claims) == 1:
        return tracker.history(claims[0], limit=limit or None, confidential=confidential)
    touched = set(claims)
    return [
        *_first(
            limit,
            (
                each
                for each in tracker.history(limit=None, confidential=confidential)
                if any(change.claim_id in touched for change in each.changes)
            ),
        )
    ]


def _first(limit: int, found: Iterator[Operation]) -> Iterator[Operation]:
    for at, each in enumerate(found, start=1):
        yield each
        if at == limit:
            return


def _row(each: Operation) -> Mapping[str, str]:
    claims = dict.fromkeys(str(change.claim_id) for change in each.changes if change.claim_id is not None)
    return {
        "id": str(each.id),
        "at": each.at,
        "actor": each.actor,
        "command": each.command,
        "reason": each.reason or "",
        "undone": "yes" if each.undone else "",
        "undoes": str(each.undoes or ""),
        "claims": ";".join(claims),
    }
