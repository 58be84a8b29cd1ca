"""claimtrack tags: all tags; rename and merge them."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import filters, reading
from claimtrack.cli.output import Output, output
from claimtrack.cli.records import show_records
from claimtrack.cli.shell import Command, group
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Writing, writing
from claimtrack.model.counts import TagCount
from claimtrack.model.filters import Filter

app = group("""All tags and how many claims bear them; rename and merge them.

\b
  claimtrack tags
  claimtrack tags --status unverified --json
  claimtrack tags rename rusia russia
  claimtrack tags merge rusia RU --into russia
""")


@app.callback()
@uses(where=filters, out=output, desk=desk)
def listed(ctx: typer.Context, *, where: Filter, out: Output, desk: Desk) -> None:
    """List tags, unless a command follows."""
    if ctx.invoked_subcommand is not None:
        return
    with desk.read() as tracker:
        where = reading((), where, tracker)
        tags = (
            tracker.tags()
            if where == Filter()
            else [TagCount(name=name, claims=count) for name, count in tracker.stats(where).by_tag.items()]
        )
    show_records(out, ("name", "claims"), tags)
    if not tags:
        desk.say("No tags.")


@app.command("rename", cls=Command)
@uses(writing=writing, desk=desk)
def rename(
    old: Annotated[str, typer.Argument(help="The tag as it is.")],
    new: Annotated[str, typer.Argument(help="The tag as it shall be.")],
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Rename a tag on all claims.

    \b
      claimtrack tags rename rusia russia
    """
    with desk.write(dry_run=writing.dry_run) as tracker:
        writing.told(tracker.rename_tag(old, new, dry_run=writing.dry_run), desk)


@app.command("merge", cls=Command)
@uses(writing=writing, desk=desk)
def merge(
    tags: Annotated[list[str], typer.Argument(metavar="TAG", help="The tags to merge.")],
    into: Annotated[str, typer.Option("--into", metavar="TAG", help="The tag that stays.")],
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Make several tags one.

    \b
      claimtrack tags merge rusia RU --into russia
    """
    with desk.write(dry_run=writing.dry_run) as tracker:
        writing.told(tracker.merge_tags(tags, into, dry_run=writing.dry_run), desk)
