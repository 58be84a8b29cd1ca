"""claimtrack source: sources and what is kept of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of
from claimtrack.cli.filters import day, one_id, reading
from claimtrack.cli.lists import lists
from claimtrack.cli.output import Output, output
from claimtrack.cli.records import show_records
from claimtrack.cli.shell import Command, group
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Fetch, Writing, given, writing
from claimtrack.errors import UsageError
from claimtrack.model.filters import Filter
from claimtrack.model.sources import Access, Capture, Source, SourceKind, SourceRank

COLUMNS = ("id", "kind", "title", "publisher", "url", "rank", "origin", "access")
_PUBLIC_ONLY = "confidential"

app = group("""Sources: where something can be looked up, or who said it.

\b
  claimtrack source
  claimtrack source add https://example.org/report --publisher "Example" --rank primary
  claimtrack source add --kind person --title "press officer" --access confidential
  claimtrack source show 2
""")


def about(
    title: Annotated[str | None, typer.Option("--title", help="What it is called.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help=f"{', '.join(get_args(SourceKind))}.")
    ] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who published it.")] = None,
    author: Annotated[str | None, typer.Option("--author", help="Who wrote it.")] = None,
    published: Annotated[str | None, typer.Option("--published", metavar="DAY", help="When (YYYY-MM-DD).")] = None,
    rank: Annotated[
        str | None, typer.Option("--rank", metavar="RANK", help=f"{', '.join(get_args(SourceRank))}.")
    ] = None,
    origin: Annotated[str | None, typer.Option("--origin", help="Who ultimately says it.")] = None,
    interest: Annotated[str | None, typer.Option("--interest", help="What it stands to gain.")] = None,
    access: Annotated[
        str | None,
        typer.Option(
            "--access",
            metavar="ACCESS",
            help=(f"{', '.join(get_args(Access))}. A confidential source leaves in no export."),
        ),
    ] = None,
) -> dict[str, Any]:
    """What is said about a source, checked; only the fields that were said."""
    return given(
        title=title,
        publisher=publisher,
        author=author,
        origin=origin,
        interest=interest,
        published=day(published, "--published"),
        kind=one_of("kind of source", kind, get_args(SourceKind)) if kind else None,
        rank=one_of("rank", rank, get_args(SourceRank)) if rank else None,
        access=one_of("access", access, get_args(Access)) if access else None,
    )


def _list(where: Filter, out: Output, desk: Desk) -> None:
    with desk.read() as tracker:
        sources = tracker.source_list()
        where = reading((), where, tracker)
        if where != Filter():
            used = {each.source_id for claim in tracker.iter_claims(where) for each in claim.evidence}
            sources = [each for each in sources if each.id in used]
    show_records(out, COLUMNS, _may_leave(sources, out), wide=("title", "url"))
    if not sources:
        desk.say("No sources.")


lists(
    app,
    _list,
    """List sources; with a filter, those that speak to the claims that fit.

    \b
      claimtrack source list --place RU
    """,
)


def _may_leave(sources: list[Source], out: Output) -> list[Source]:
    """A person sees all sources on the screen; confidential ones leave in no file."""
    return sources if out.is_table else [each for each in sources if each.access != _PUBLIC_ONLY]


@app.command("show", cls=Command)
@uses(out=output, desk=desk)
def show(id: Annotated[str, typer.Argument(metavar="SOURCE")], *, out: Output, desk: Desk) -> None:
    """Show one source with its captures.

    \b
      claimtrack source show 2
    """
    with desk.read() as tracker:
        source = tracker.source_show(one_id(id, "source"))
    if not out.is_table:
        show_records(out, COLUMNS, _may_leave([source], out))
        return
    from claimtrack.views.detail import fields

    known = source.model_dump(exclude={"captures"}, exclude_none=True)
    pairs = [(name.replace("_", " "), str(value)) for name, value in known.items()]
    pairs += [(f"capture {each.id}", "; ".join(_about_capture(each))) for each in source.captures]
    out.lines(fields(pairs, out.screen()))


def _about_capture(capture: Capture) -> Iterator[str]:
    """What is known about a copy, or about a try that failed."""
    if capture.state == "failed":
        yield f"failed: {capture.reason}"
        tries = "1 try" if capture.tries == 1 else f"{capture.tries} tries"
        yield f"{tries}, the last at {capture.last_checked or capture.at}"
        return
    yield f"{'page fetched' if capture.method == 'fetch' else 'copy of a file'} at {capture.at}"
    if capture.bytes is not None:
        yield f"{capture.bytes:,} bytes"
    yield from filter(None, (capture.media_type, capture.http_status and f"HTTP {capture.http_status}", capture.tool))
    if capture.redirects:
        yield f"redirected to {capture.final_url}"
    if capture.last_checked:
        yield f"checked at {capture.last_checked}"
    yield f"sha256 {capture.sha256}"


@app.command("add", cls=Command)
@uses(about=about, writing=writing, desk=desk)
def add(
    place: Annotated[str | None, typer.Argument(metavar="URL|FILE", help="A web address or a file.")] = None,
    fetch: Fetch = False,
    *,
    about: dict[str, Any],
    writing: Writing,
    desk: Desk,
) -> None:
    """Add a source: a web address, a file (which is copied), a person, a dataset, a broadcast.

    \b
      claimtrack source add https://example.org/report --rank primary
      claimtrack source add https://example.org/report --fetch
      claimtrack source add filing.pdf --title "court filing" --published 2018-04-13
      claimtrack source add --kind person --title "press officer" --access confidential
    """
    if place is None and "title" not in about:
        raise UsageError("Which source?", "Name a web address or a file, or say --title.")
    with desk.write(dry_run=writing.dry_run) as tracker:
        where = {"url" if place and "://" in place else "file": place} if place else {}
        writing.told(tracker.source_add(**where, **about, fetch=fetch, dry_run=writing.dry_run), desk)


@app.command("fetch", cls=Command)
@uses(writing=writing, desk=desk)
def fetch(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Numbers of sources.")] = None,
    missing: Annotated[
        bool, typer.Option("--missing", help="All that have a web address and no copy yet, also after a failure.")
    ] = False,
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Keep copies of the pages of sources; a failure is recorded and can be tried again.

    \b
      claimtrack source fetch 2
      claimtrack source fetch --missing
    """
    if not ids and not missing:
        raise UsageError("Which source?", "Name its number, as “claimtrack source” shows it, or say --missing.")
    with desk.write(dry_run=writing.dry_run) as tracker:
        wanted = [one_id(each, "source") for each in ids or ()]
        if missing:
            wanted += [each.id for each in tracker.source_list() if each.url and not _is_kept(each)]
        change = tracker.source_fetch(wanted, dry_run=writing.dry_run)
        writing.told(change, desk)
    if change.counts.get("failed"):
        raise typer.Exit(1)


def _is_kept(source: Source) -> bool:
    return any(each.state != "failed" for each in source.captures)


@app.command("edit", cls=Command)
@uses(about=about, writing=writing, desk=desk)
def edit(
    id: Annotated[str, typer.Argument(metavar="SOURCE")],
    url: Annotated[str | None, typer.Option("--url", help="Its web address.")] = None,
    *,
    about: dict[str, Any],
    writing: Writing,
    desk: Desk,
) -> None:
    """Correct what is known about a source.

    \b
      claimtrack source edit 2 --publisher "Example Agency" --rank secondary
    """
    fields = {**about, **given(url=url)}
    if not fields:
        raise UsageError("What shall change?", "Say at least one of the options, for example --title.")
    with desk.write(dry_run=writing.dry_run) as tracker:
        writing.told(tracker.source_edit(one_id(id, "source"), dry_run=writing.dry_run, **fields), desk)


@app.command("remove", cls=Command)
@uses(writing=writing, desk=desk)
def remove(id: Annotated[str, typer.Argument(metavar="SOURCE")], *, writing: Writing, desk: Desk) -> None:
    """Remove a source that no evidence rests on.

    \b
      claimtrack source remove 2
    """
    with desk.write(dry_run=writing.dry_run) as tracker:
        writing.told(tracker.source_remove(one_id(id, "source"), dry_run=writing.dry_run), desk)
