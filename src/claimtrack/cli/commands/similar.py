"""claimtrack similar: claims elsewhere that look like this one."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.claim_sheet import claim_sheet
from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import filters, one_id
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.model.filters import Filter
from claimtrack.model.tracked import Similar
from claimtrack.views.screen import Screen
from claimtrack.views.tables import Cell, Column, table


@uses(where=filters, out=output, desk=desk)
def run(
    id: Annotated[str, typer.Argument(metavar="ID", help="The claim.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many.")] = 10,
    *,
    where: Filter,
    out: Output,
    desk: Desk,
) -> None:
    """Find claims that look like one in the tracker, in Arabic or English, and what was found about them.

    \b
      claimtrack similar 7
      claimtrack similar 7 --status verified
    """
    with desk.read() as tracker:
        found = tracker.similar(one_id(id), limit=limit)
        if where != Filter():
            fitting = {claim.id for claim in tracker.iter_claims(where)}
            found = [each for each in found if each.other.id in fitting]
    out.show(
        lambda screen: table(_COLUMNS, [_row(each, screen) for each in found], screen) if found else (),
        lambda: claim_sheet(lambda: [each.other for each in found]),
    )
    desk.say("Join them with: claimtrack merge" + f" {id} OTHER --into OTHER" if found else "Nothing looks like it.")


_COLUMNS = [
    Column("id", right=True),
    Column("likeness", right=True),
    Column("status", most=18),
    Column("claim", 3),
    Column("why", 2),
    Column("document", most=22, lines=1),
]


def _row(each: Similar, screen: Screen) -> list[Cell]:
    from claimtrack.views.labels import SYMBOLS, status

    other = each.other
    return [
        Cell(str(other.id)),
        Cell(f"{each.likeness:.0%}"),
        Cell(status(other.status, screen), SYMBOLS[other.status][1]),
        Cell(other.gloss),
        Cell(", ".join(each.why)),
        Cell(other.document, "dim"),
    ]
