"""claimtrack explain: why each sentence gave its claims, or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.filters import day, filters, reading
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.errors import NotFound
from claimtrack.model.filters import Filter
from claimtrack.views.accounting import Account, account
from claimtrack.views.exports import Sheet

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker

_COLUMNS = ("document", "start", "end", "role", "set_aside", "claims", "uncarried", "text")


@uses(where=filters, out=output, desk=desk)
def run(
    which: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOCUMENT|FILE",
            help=("A document (id, name, start of its hash), a text file, or “-”; else every document."),
        ),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="For a file: whose words it is.")] = None,
    on: Annotated[str | None, typer.Option("--published", metavar="DAY", help="For a file: its day.")] = None,
    tokens: Annotated[
        bool,
        typer.Option(
            "--tokens", help="Also how each sentence was read: words, tags, tree, candidates, mentions. For mending."
        ),
    ] = False,
    *,
    where: Filter,
    out: Output,
    desk: Desk,
) -> None:
    """Account for every sentence: its claims or why it was set aside.

    Also every number, time and place that no claim carries.

    \b
      claimtrack explain 1
      claimtrack explain statement.txt
      claimtrack explain 1 --json
      claimtrack explain statement.txt --tokens
    """
    found = _texts(which or (), where, desk, by, day(on, "--published"))
    if tokens:
        _show_words(found, out)
        return
    from claimtrack.views.accounting import lines

    accounts = [each.account for each in found]
    out.show(lambda screen: lines(accounts, screen), lambda: _sheet(accounts))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its account, and what reading it again wants to know."""

    account: Account
    text: str
    language: str | None
    published: str | None
    speaker: str | None


def _show_words(found: list[_Text], out: Output) -> None:
    """The words of each sentence beside its account."""
    from datetime import datetime

    from claimtrack.pipeline import explain
    from claimtrack.views.wording import COLUMNS, Read, lines

    def read(each: _Text) -> Read:
        when = datetime.fromisoformat(each.published) if each.published else None
        readings = explain(each.text, each.language, when, each.speaker).readings
        return Read(document=each.account.document, account=each.account, readings=readings)

    texts = [read(each) for each in found]
    out.show(
        lambda screen: lines(texts, screen),
        lambda: Sheet(
            COLUMNS,
            lambda: (row for each in texts for row in each.rows()),
            lambda: texts,
            lambda: [claim for each in texts for row in each.account.sentences for claim in row.claim_ids()],
        ),
    )


def _texts(
    which: list[str] | tuple[str, ...], where: Filter, desk: Desk, speaker: str | None, published: str | None
) -> list[_Text]:
    files = [each for each in which if each == "-" or Path(each).is_file()]
    found = [_of_file(each, speaker, published, desk) for each in files]
    wanted = [each for each in which if each not in files]
    if wanted or not which:
        with desk.read() as tracker:
            chosen = reading((), where, tracker)
            names = wanted or [str(each.id) for each in tracker.documents()]
            found += [_of_document(tracker, each, chosen) for each in names]
    return found


def _of_document(tracker: Tracker, which: str, where: Filter) -> _Text:
    try:
        document = tracker.document(int(which) if which.isdecimal() else which)
    except NotFound as error:
        sentence = "Hand in a sentence on standard input: echo 'Prices fell.' | claimtrack explain -"
        hint = sentence if any(char.isspace() for char in which.strip()) else error.hint
        raise NotFound(f"There is no document and no file “{which}”.", hint) from error
    only = where.model_copy(update={"document": (str(document.id),), "checkable": None})
    text = document.text or ""
    found = account(document.name, text, document.sentences, document.mentions, tracker.claims(only))
    return _Text(found, text, document.language, document.published, document.speaker)


def _of_file(file: str, speaker: str | None, published: str | None, desk: Desk) -> _Text:
    import sys
    from datetime import date

    from claimtrack.pipeline import extract
    from claimtrack.sources import read

    text = read(sys.stdin.buffer.read(), "stdin") if file == "-" else read(file)
    found = extract(text.text, speaker=speaker, published=date.fromisoformat(published) if published else None)
    for warning in found.warnings:
        desk.warn(f"{text.name}: {warning}")
    known = account(text.name, text.text, found.sentences, found.mentions, found.claims)
    return _Text(known, text.text, None, published, speaker)


def _sheet(accounts: list[Account]) -> Sheet:
    rows = [row for each in accounts for row in each.sentences]
    return Sheet(
        _COLUMNS,
        lambda: (row.as_row() for row in rows),
        lambda: accounts,
        lambda: [claim for row in rows for claim in row.claim_ids()],
    )
