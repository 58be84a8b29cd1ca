"""claimtrack languages: the languages that claimtrack knows."""

from __future__ import annotations

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.output import Output, output
from claimtrack.cli.signature import uses
from claimtrack.languages import codes, load
from claimtrack.model.record import Record


class LanguageRow(Record):
    """A language as listed."""

    code: str
    script: str
    direction: str


@uses(out=output, desk=desk)
def run(*, out: Output, desk: Desk) -> None:
    """List the languages that claims are extracted from; other texts give numbers only.

    \b
      claimtrack languages
    """
    from claimtrack.cli.records import show_records

    rows = [
        LanguageRow(code=code, script=str(load(code).hooks.SCRIPT), direction=str(load(code).hooks.DIRECTION))
        for code in codes()
    ]
    show_records(out, ("code", "script", "direction"), rows)
