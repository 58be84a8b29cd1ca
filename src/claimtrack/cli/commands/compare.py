"""claimtrack compare: two statements side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import filters, reading
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.model.across import Pair
from claimtrack.model.filters import Filter
from claimtrack.views.exports import Sheet

COLUMNS = ("relation", "a_id", "a", "b_id", "b", "fields", "likeness")


@uses(where=filters, out=output, desk=desk)
def run(
    a: Annotated[str, typer.Argument(metavar="A", help="A document: id, name or start of its hash.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    *,
    where: Filter,
    out: Output,
    desk: Desk,
) -> None:
    """Compare two statements: claims that repeat, that differ (and in what), and that stand alone.

    \b
      claimtrack compare april.txt september.txt
      claimtrack compare 1 2 --unit user
    """
    from claimtrack.views.comparison import lines

    with desk.read() as tracker:
        where = reading((), where, tracker)
        found = tracker.compare(_which(a), _which(b), checkable=where.checkable)
        pairs = found.pairs
        if where.model_copy(update={"checkable": True}) != Filter():
            fitting = {claim.id for claim in tracker.iter_claims(where)}
            pairs = tuple(each for each in pairs if {each.a.id if each.a else 0, each.b.id if each.b else 0} & fitting)
    out.show(lambda screen: lines(found.model_copy(update={"pairs": pairs}), screen), lambda: _sheet(pairs))


def _which(word: str) -> int | str:
    return int(word) if word.isdecimal() else word


def _sheet(pairs: tuple[Pair, ...]) -> Sheet:
    return Sheet(
        COLUMNS,
        lambda: map(_row, pairs),
        lambda: map(_may_leave, pairs),
        lambda: [claim.id for each in pairs for claim in (each.a, each.b) if claim],
    )


def _may_leave(pair: Pair) -> Pair:
    from claimtrack.views.exports.confidential import without_confidential

    both = {name: next(iter(without_confidential([claim]))) for name in ("a", "b") if (claim := getattr(pair, name))}
    return pair.model_copy(update=both)


def _row(pair: Pair) -> Mapping[str, str]:
    return {
        "relation": pair.relation,
        "a_id": str(pair.a.id) if pair.a else "",
        "a": pair.a.gloss if pair.a else "",
        "b_id": str(pair.b.id) if pair.b else "",
        "b": pair.b.gloss if pair.b else "",
        "fields": ";".join(pair.fields),
        "likeness": f"{pair.likeness:.2f}",
    }
