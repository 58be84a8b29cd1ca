"""claimtrack facts: one measure over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import filters, reading
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.model.across import Fact
from claimtrack.model.filters import Filter
from claimtrack.views.exports import Sheet
from claimtrack.views.exports.confidential import without_confidential

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker

COLUMNS = (
    "subject",
    "unit",
    "per",
    "day",
    "comparator",
    "value",
    "low",
    "high",
    "claim",
    "document",
    "gloss",
)


@uses(where=filters, out=output, desk=desk)
def run(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORD|@NAME", help="Of which measure.")] = None,
    *,
    where: Filter,
    out: Output,
    desk: Desk,
) -> None:
    """Follow one measure over time, across all documents.

    \b
      claimtrack facts telegram users
      claimtrack facts --unit percent --since 2024-01-01
      claimtrack facts telegram --format csv > telegram.csv
    """
    from claimtrack.views.timelines import lines

    said = " ".join(each for each in words or () if not each.startswith("@"))
    with desk.read() as tracker:
        named = [each for each in words or () if each.startswith("@")]
        chosen = reading(named, where, tracker)
        facts = tracker.facts(said or None, chosen)
        nothing = "" if facts else _why_none(chosen, tracker)
    out.show(lambda screen: lines(facts, screen), lambda: _sheet(facts))
    if nothing:
        desk.say(nothing)


def _why_none(chosen: Filter, tracker: Tracker) -> str:
    """That there is no measure at all, or none that fits and which word of the filter no claim knows."""
    from claimtrack.cli.nothing import why_nothing

    if not tracker.facts(None, Filter(checkable=None)):
        return "No claim carries a measure yet."
    return f"No measure fits. {why_nothing(chosen, tracker)}".strip()


def _sheet(facts: list[Fact]) -> Sheet:
    return Sheet(
        COLUMNS,
        lambda: _rows(facts),
        lambda: map(_may_leave, facts),
        lambda: dict.fromkeys(point.claim.id for fact in facts for point in fact.points),
    )


def _rows(facts: list[Fact]) -> Iterator[Mapping[str, str]]:
    for fact in facts:
        for point in fact.points:
            values = {
                name: "" if (found := getattr(point, name)) is None else str(found)
                for name in ("day", "comparator", "value", "low", "high")
            }
            yield {
                "subject": fact.subject or "",
                "unit": fact.unit or "",
                "per": fact.per or "",
                **values,
                "claim": str(point.claim.id),
                "document": point.claim.document,
                "gloss": point.claim.gloss,
            }


def _may_leave(fact: Fact) -> Fact:
    points = tuple(
        point.model_copy(update={"claim": next(iter(without_confidential([point.claim])))}) for point in fact.points
    )
    return fact.model_copy(update={"points": points})
