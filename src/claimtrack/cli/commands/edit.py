"""claimtrack edit: correct a claim."""

from __future__ import annotations

from typing import Annotated, Any, get_args

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of
from claimtrack.cli.filters import KINDS, day, number, one_id, web_address
from claimtrack.cli.signature import uses
from claimtrack.cli.writing import Because, OutdatedOn, PublishedUrl, Writing, given, writing
from claimtrack.errors import UsageError
from claimtrack.model.claims import Modality, Polarity
from claimtrack.model.tracked import TrackedClaim


def fields(
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
    outdated_on: OutdatedOn = None,
    published_url: PublishedUrl = None,
) -> dict[str, Any]:
    """What is said about a claim, checked; only the fields that were said."""
    return given(
        gloss=gloss,
        text=text,
        speaker=speaker,
        subject=subject,
        checkable=checkable,
        published_url=web_address(published_url, "--published-url"),
        outdated_on=day(outdated_on, "--outdated-on"),
        places=None if places is None else _codes(places),
        kind=one_of("kind", kind, KINDS) if kind else None,
        polarity=one_of("polarity", polarity, get_args(Polarity)) if polarity else None,
        modality=one_of("modality", modality, get_args(Modality)) if modality else None,
    )


def measure(
    value: Annotated[
        str | None,
        typer.Option("--value", metavar="NUMBER", help="The number of its quantity; 12M and 1.5bn are fine."),
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="UNIT", help="The unit of its quantity.")] = None,
) -> dict[str, Any]:
    """What is said about the one quantity of a claim."""
    number_said = {} if value is None else {"value": number(value, "--value"), "low": None, "high": None}
    return number_said | given(unit=unit)


@uses(fields=fields, measure=measure, writing=writing, desk=desk)
def run(
    id: Annotated[str, typer.Argument(metavar="ID", help="The claim.")],
    because: Because = None,
    *,
    fields: dict[str, Any],
    measure: dict[str, Any],
    writing: Writing,
    desk: Desk,
) -> None:
    """Correct a claim. What you correct survives every later extraction.

    \b
      claimtrack edit 7 --gloss "950M users · Telegram"
      claimtrack edit 7 --kind quantity --places RU,IR --because "the text names both"
      claimtrack edit 7 --value 950M --unit user
    """
    if not fields and not measure:
        raise UsageError("What shall change?", "Say at least one of the options, for example --gloss.")
    with desk.write(dry_run=writing.dry_run) as tracker:
        claim = one_id(id)
        if measure:
            fields = fields | {"quantities": _quantities(tracker.claim(claim), measure)}
        writing.told(tracker.edit(claim, reason=because, dry_run=writing.dry_run, **fields), desk)


def _codes(words: str) -> tuple[str, ...]:
    """Codes of countries, by code or name; “none” is no country."""
    from claimtrack.cli.countries import country

    said = [each.strip() for each in words.split(",") if each.strip()]
    return () if words.lower() == "none" else tuple(country(each, "--places") for each in said)


def _quantities(claim: TrackedClaim, measure: dict[str, Any]) -> tuple[Any, ...]:
    """The claim's one quantity with another number or unit."""
    if len(claim.quantities) != 1:
        raise UsageError(
            f"Claim {claim.id} has {len(claim.quantities)} quantities; --value and --unit want one.",
            "Export it, or split it first.",
        )
    return (claim.quantities[0].model_copy(update=measure),)
