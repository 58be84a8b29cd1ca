"""claimtrack attach: evidence for, against or about claims."""

from __future__ import annotations

from typing import Annotated, Any, get_args

import typer

from claimtrack.cli.commands.source import about
from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of
from claimtrack.cli.filters import need_claims, picked, where
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Fetch, Writing, writing
from claimtrack.errors import UsageError
from claimtrack.model.filters import Filter
from claimtrack.model.sources import EvidenceStance

STANCES: tuple[str, ...] = get_args(EvidenceStance)


def _complete(incomplete: str) -> list[str]:
    return [each for each in STANCES if each.startswith(incomplete)]


@uses(about=about, writing=writing, where=where, desk=desk)
def run(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[ID]... SOURCE",
            help=("Ids, ranges or “-”, and then the source: a web address, a file, or source:2."),
        ),
    ],
    stance: Annotated[
        str,
        typer.Option(
            "--stance", "-s", metavar="STANCE", autocompletion=_complete, help="supports, refutes or context."
        ),
    ] = "context",
    quote: Annotated[str | None, typer.Option("--quote", help="The words of the source that matter.")] = None,
    locator: Annotated[str | None, typer.Option("--locator", help="Where in it: page 4, minute 12:30.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="Why it matters.")] = None,
    fetch: Fetch = False,
    *,
    about: dict[str, Any],
    writing: Writing,
    where: Filter,
    desk: Desk,
) -> None:
    """Attach evidence to claims: a source with a stance, a quote and a place in it.

    \b
      claimtrack attach 7 https://example.org/report --stance supports --quote "950 million users"
      claimtrack attach 7 9 filing.pdf --stance refutes --locator "page 4" --rank primary
      claimtrack attach --where-tag court source:2
    """
    *ids, last = words
    source = _source(last)
    with desk.write(dry_run=writing.dry_run) as tracker:
        claims = need_claims(tracker, picked(ids, where))
        writing.told(
            tracker.attach(
                claims,
                source,
                stance=one_of("stance", stance, STANCES),
                quote=quote,
                locator=locator,
                note=note,
                fetch=fetch,
                dry_run=writing.dry_run,
                **about,
            ),
            desk,
        )


def _source(word: str) -> int | str:
    """`source:2` (or `s2`) is a source on file; a bare number could as well be a claim, so it is refused."""
    bare = word.removeprefix("source:").removeprefix("s")
    if bare.isdecimal() and bare != word:
        return int(bare)
    if word.isdecimal():
        raise UsageError(
            "Which source?", f"It stands last: a web address, a file, or source:{word} for source {word} on file."
        )
    return word
