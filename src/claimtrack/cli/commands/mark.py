"""claimtrack mark: give claims a status or a verdict."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of
from claimtrack.cli.filters import STATUSES, day, need_claims, picked, web_address, where
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Because, OutdatedOn, PublishedUrl, WithoutEvidence, Writing, writing
from claimtrack.errors import UsageError
from claimtrack.model.filters import Filter


def _complete(incomplete: str) -> list[str]:
    return [each for each in STATUSES if each.startswith(incomplete)]


@uses(writing=writing, where=where, desk=desk)
def run(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[ID]... STATUS",
            autocompletion=_complete,
            help=(f"Ids, ranges or “-”, and then the status: {', '.join(STATUSES)}."),
        ),
    ],
    because: Because = None,
    without_evidence: WithoutEvidence = None,
    correction: Annotated[
        str | None,
        typer.Option(
            "--correction", metavar="TEXT", help="The correction to publish, where the verdict was published already."
        ),
    ] = None,
    published_url: PublishedUrl = None,
    outdated_on: OutdatedOn = None,
    *,
    writing: Writing,
    where: Filter,
    desk: Desk,
) -> None:
    """Give claims a status or a verdict. A verdict wants evidence of the fitting stance.

    \b
      claimtrack mark 7 in_progress
      claimtrack mark 7 verified --because "court filing of 2018-04-13"
      claimtrack mark 3-5 not_checkable --because "opinions"
      claimtrack mark --where-tag satire not_checkable --because "satire" --dry-run
      claimtrack mark 7 false --without-evidence "plain arithmetic, see the note"
    """
    ids, status = _apart(words)
    with desk.write(dry_run=writing.dry_run) as tracker:
        claims = need_claims(tracker, picked(ids, where))
        writing.told(
            tracker.mark(
                claims,
                status,
                because=because,
                without_evidence=without_evidence,
                correction=correction,
                published_url=web_address(published_url, "--published-url"),
                outdated_on=day(outdated_on, "--outdated-on"),
                dry_run=writing.dry_run,
            ),
            desk,
        )


def _apart(words: list[str]) -> tuple[list[str], str]:
    """Ids, and the status behind them."""
    *ids, last = words
    if last.lstrip("#").isdecimal() or last == "-":
        raise UsageError("Which status?", f"It stands last: {', '.join(STATUSES)}.")
    return ids, one_of("status", last, STATUSES)
