"""claimtrack stats: counts by status, kind, document and age."""

from __future__ import annotations

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import filters, reading
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.model.counts import Stats
from claimtrack.model.filters import Filter
from claimtrack.model.record import Record
from claimtrack.views.exports import Sheet


class Count(Record):
    """One line of the counts, for sheets."""

    group: str
    name: str
    claims: int


@uses(where=filters, out=output, desk=desk)
def run(*, where: Filter, out: Output, desk: Desk) -> None:
    """Count claims by status, kind, document, tag, person and age.

    \b
      claimtrack stats
      claimtrack stats --document statement --all
      claimtrack stats --json
    """
    from claimtrack.views.counts import counts

    with desk.read() as tracker:
        found = tracker.stats(reading((), where, tracker))
    if out.format in ("json", "jsonl"):
        out.sheet(Sheet((), lambda: (), lambda: [found], lambda: ()))
        return
    out.show(lambda screen: counts(found, screen), lambda: _sheet(found))


def _sheet(found: Stats) -> Sheet:
    lines = [
        Count(group=name.removeprefix("by_"), name=key, claims=number)
        for name, table in found
        if name.startswith("by_")
        for key, number in table.items()
    ]
    return Sheet(
        ("group", "name", "claims"),
        lambda: ({"group": each.group, "name": each.name, "claims": str(each.claims)} for each in lines),
        lambda: lines,
        lambda: (f"{each.group}:{each.name}" for each in lines),
    )
