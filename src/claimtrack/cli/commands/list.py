"""claimtrack list: what is there, what is checked, what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of
from claimtrack.cli.filters import ORDERS, Sorting, Which, filters, reading
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.model.filters import Filter

if TYPE_CHECKING:
    from claimtrack.model.tracked import TrackedClaim
    from claimtrack.tracker import Tracker

SCREENFUL = 200


@uses(where=filters, out=output, desk=desk)
def run(
    which: Which = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            min=0,
            help=(f"At most so many; 0 for no limit. A table stops at {SCREENFUL} unless told."),
        ),
    ] = None,
    offset: Annotated[int, typer.Option("--offset", min=0, help="Leave out the first so many.")] = 0,
    order: Sorting = "document",
    save: Annotated[str | None, typer.Option("--save", metavar="NAME", help="Keep this filter as @NAME.")] = None,
    *,
    where: Filter,
    out: Output,
    desk: Desk,
) -> None:
    """List claims: checkable ones unless --all.

    \b
      claimtrack list
      claimtrack list --status unverified --place RU
      claimtrack list --unit user --min 100M --json
      claimtrack list --status false --format ids | claimtrack tag - --add correction
      claimtrack list --assignee me --save mine      then: claimtrack list @mine
    """
    most = limit if limit is not None else SCREENFUL if out.is_table else 0
    if save:
        with desk.write() as tracker:
            desk.changed(tracker.save_filter(save, reading(which or (), where, tracker)))
    with desk.read() as tracker:
        chosen = reading(which or (), where, tracker)
        page = chosen.model_copy(
            update={"limit": most or None, "offset": offset, "order": one_of("order", order, ORDERS)}
        )
        if out.is_table:
            desk.say(_footer(_table(tracker.claims(page), out), chosen, tracker))
        else:
            from claimtrack.cli.claim_sheet import claim_sheet

            out.sheet(claim_sheet(lambda: tracker.iter_claims(page)))


def _table(claims: list[TrackedClaim], out: Output) -> int:
    """Show the claims to a person; how many they are."""
    from claimtrack.views.claims import claims_table

    if claims:
        out.lines(claims_table(claims, out.screen()))
    return len(claims)


def _footer(shown: int, chosen: Filter, tracker: Tracker) -> str:
    """How many claims these are, of how many, and how to see the others; counts no more than it says."""
    fitting = tracker.count(chosen)
    if 0 < shown < fitting:
        return f"{shown} of {fitting} claims. “--limit 0” shows all, “--offset {shown}” goes on."
    all_claims = tracker.count(Filter.model_construct(checkable=None))
    if not all_claims:
        return "No claims yet. “claimtrack extract FILE” finds some."
    if not fitting:
        from claimtrack.cli.nothing import why_nothing

        fault = why_nothing(chosen, tracker)
        return f"No claim fits; there are {all_claims} in all (claimtrack list --all).{fault and chr(10) + fault}"
    if shown < fitting:
        return f"None of {fitting} claims shown; “--offset” and “--limit” say which."
    plain = chosen == Filter.model_construct()
    rest = f", {all_claims - fitting} more with --all" if plain and all_claims > fitting else ""
    return f"{shown} claim{'s' if shown != 1 else ''}{rest}."
