"""What commands that write have in common: --dry-run, and which claims they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack.cli.completing import claim_ids
from claimtrack.cli.desk import Desk
from claimtrack.views.exports.json import dump

if TYPE_CHECKING:
    from claimtrack.model.history import Change

IDS_HELP = "Ids, ranges (3-9), or “-” for ids on stdin."
Ids = Annotated[list[str], typer.Argument(metavar="ID", help=IDS_HELP, autocompletion=claim_ids)]
Because = Annotated[str | None, typer.Option("--because", "-b", metavar="REASON", help="Why.")]
WithoutEvidence = Annotated[
    str | None,
    typer.Option(
        "--without-evidence",
        metavar="REASON",
        help="Set a verdict although the evidence on file does not carry it; the reason is recorded.",
    ),
]
Fetch = Annotated[bool, typer.Option("--fetch", help="Keep a copy of the page. Only this uses the network.")]
PublishedUrl = Annotated[
    str | None, typer.Option("--published-url", metavar="URL", help="Where the verdict is published.")
]
OutdatedOn = Annotated[
    str | None, typer.Option("--outdated-on", metavar="DAY", help="Since when it no longer holds (YYYY-MM-DD).")
]
MaybeIds = Annotated[list[str] | None, typer.Argument(metavar="ID", help=IDS_HELP, autocompletion=claim_ids)]


@dataclass(frozen=True, slots=True)
class Writing:
    """How a write is done and told."""

    dry_run: bool
    as_json: bool

    def told(self, change: Change, desk: Desk) -> None:
        """Say what changed; as JSON on stdout where asked for."""
        if self.as_json:
            print(dump(change, indent=2))
            return
        desk.changed(change)


def writing(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change; write nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="What changed, as JSON on stdout.")] = False,
) -> Writing:
    """The options of every command that writes."""
    return Writing(dry_run, as_json)


def given(**fields: Any) -> dict[str, Any]:
    """Only the fields that were said."""
    return {name: value for name, value in fields.items() if value is not None}
