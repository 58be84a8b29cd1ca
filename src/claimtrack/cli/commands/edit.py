"""claimtrack edit: correct a claim."""

from __future__ import annotations

from typing import Annotated, Any, get_args

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of
from claimtrack.cli.filters import KINDS, day, number, one_id
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Writing, given, writing
from claimtrack.errors import UsageError
from claimtrack.model.claims import Modality, Polarity
from claimtrack.model.tracking import TrackedClaim


@uses(writing=writing, desk=desk)
def run(
    id: Annotated[str, typer.Argument(metavar="ID", help="The claim.")],
    gloss: Annotated[str | None, typer.Option("--gloss", help="The short English line.")] = None,
    text: Annotated[str | None, typer.Option("--text", help="The claim standing alone, in its own language.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help=f"{', '.join(KINDS)}.")] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Who says it.")] = None,
    subject: Annotated[str | None, typer.Option("--subject", help="What it is about.")] = None,
    checkable: Annotated[
        bool | None, typer.Option("--checkable/--not-checkable", help="Whether it can be checked.")
    ] = None,
    polarity: Annotated[str | None, typer.Option("--polarity", help="affirmed or negated.")] = None,
    modality: Annotated[str | None, typer.Option("--modality", help=f"{', '.join(get_args(Modality))}.")] = None,
    places: Annotated[str | None, typer.Option("--places", metavar="CODES", help="RU,IR; “none” for none.")] = None,
    value: Annotated[
        str | None,
        typer.Option("--value", metavar="NUMBER", help=("The number of its quantity; 12M and 1.5bn are fine.")),
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="UNIT", help="The unit of its quantity.")] = None,
    outdated_on: Annotated[
        str | None, typer.Option("--outdated-on", metavar="DAY", help="Since when it no longer holds.")
    ] = None,
    published_url: Annotated[
        str | None, typer.Option("--published-url", metavar="URL", help="Where the verdict is published.")
    ] = None,
    because: Annotated[str | None, typer.Option("--because", "-b", metavar="REASON", help="Why.")] = None,
    *,
    writing: Writing,
    desk: Desk,
) -> None:
    """Correct a claim. What you correct survives every later extraction.

    \b
      claimtrack edit 7 --gloss "950M users · Telegram"
      claimtrack edit 7 --kind quantity --places RU,IR --because "the text names both"
      claimtrack edit 7 --value 950M --unit user
    """
    fields = given(
        gloss=gloss,
        text=text,
        speaker=speaker,
        subject=subject,
        checkable=checkable,
        published_url=published_url,
        outdated_on=day(outdated_on, "--outdated-on"),
        places=None if places is None else _codes(places),
        kind=one_of("kind", kind, KINDS) if kind else None,
        polarity=one_of("polarity", polarity, get_args(Polarity)) if polarity else None,
        modality=one_of("modality", modality, get_args(Modality)) if modality else None,
    )
    if not fields and value is None and unit is None:
        raise UsageError("What shall change?", "Say at least one of the options, for example --gloss.")
    with desk.write(dry_run=writing.dry_run) as tracker:
        claim = one_id(id)
        if value is not None or unit is not None:
            fields["quantities"] = _quantities(tracker.claim(claim), value, unit)
        writing.told(tracker.edit(claim, reason=because, dry_run=writing.dry_run, **fields), desk)


def _codes(words: str) -> tuple[str, ...]:
    return () if words.lower() == "none" else tuple(each.strip().upper() for each in words.split(",") if each.strip())


def _quantities(claim: TrackedClaim, value: str | None, unit: str | None) -> tuple[Any, ...]:
    """The claim's one quantity with another number or unit."""
    if len(claim.quantities) != 1:
        raise UsageError(
            f"Claim {claim.id} has {len(claim.quantities)} quantities; --value and --unit want one.",
            "Export it, or split it first.",
        )
    update: dict[str, Any] = given(value=number(value, "--value"), unit=unit)
    if value is not None:
        update |= {"low": None, "high": None}
    return (claim.quantities[0].model_copy(update=update),)
