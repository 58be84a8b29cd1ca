"""claimtrack search: find claims by words."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.claim_sheet import claim_sheet
from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import Most, filters, reading
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.errors import UsageError
from claimtrack.model.filters import Filter


@uses(where=filters, out=output, desk=desk)
def run(
    words: Annotated[list[str], typer.Argument(metavar="WORD|@NAME", help="What to look for.")],
    limit: Most = 50,
    save: Annotated[str | None, typer.Option("--save", metavar="NAME", help="Keep words and filter as @NAME.")] = None,
    *,
    where: Filter,
    out: Output,
    desk: Desk,
) -> None:
    """Find claims by words in text, quote, gloss, notes and evidence; best first.

    \b
      claimtrack search telegram users
      claimtrack search subscribers --place RU
      claimtrack search court --status unverified --save court     then: claimtrack search @court
    """
    named = [each for each in words if each.startswith("@")]
    said = " ".join(each for each in words if not each.startswith("@"))
    if save:
        with desk.write() as tracker:
            desk.changed(tracker.save_filter(save, reading(named, where, tracker), words=said))
    with desk.read() as tracker:
        chosen = reading(named, where, tracker).model_copy(update={"limit": limit or None})
        said = " ".join(filter(None, [*(tracker.saved_filter(each[1:]).words for each in named), said]))
        if not said:
            raise UsageError("Search for which words?", "Without words, “claimtrack list” takes the same filters.")
        hits = tracker.search(said, chosen)
        if not out.is_table:
            out.sheet(claim_sheet(lambda: [hit.claim for hit in hits]))
            return
        from claimtrack.views.claims import hits_table

        if hits:
            out.lines(hits_table(hits, out.screen()))
        desk.say(
            f"{len(hits)} claim{'s' if len(hits) != 1 else ''} found."
            if hits
            else "Nothing found. Claims that are not checkable are searched with --all."
        )
