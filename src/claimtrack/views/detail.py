"""One claim with all that is known about it, one field a line: safe on every terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack.model.history import Operation
from claimtrack.model.mentions import Date, Duration, Quantity, Time
from claimtrack.model.sources import Evidence
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.claims import speaker_name
from claimtrack.views.harmless import one_line
from claimtrack.views.labels import SYMBOLS, label, status
from claimtrack.views.screen import Screen
from claimtrack.views.width import clip, pad, wrap

_NAME = 14
Field = tuple[str, str]


def fields(pairs: Iterable[Field], screen: Screen) -> Iterator[str]:
    """`name  words`, the words wrapped under themselves; empty ones left out."""
    for name, words in pairs:
        if not words:
            continue
        for at, line in enumerate(wrap(one_line(words), max(20, screen.width - _NAME - 2))):
            margin = screen.paint(pad(name if at == 0 else "", _NAME), "dim")
            yield f"{margin}  {screen.isolate(line)}".rstrip()


def detail(
    claim: TrackedClaim, screen: Screen, history: Sequence[Operation] = (), ids: Mapping[str, int] | None = None
) -> Iterator[str]:
    """The lines of `claimtrack show`; `ids` gives the claims of the document that it may be linked to by their keys."""
    yield (
        screen.paint(f"Claim {claim.id}", "bold")
        + "  "
        + screen.paint(screen.isolate(status(claim.status, screen)), SYMBOLS[claim.status][1])
    )
    yield from fields(_words(claim, screen), screen)
    yield from fields(_values(claim, ids or {}), screen)
    yield from fields(_standing(claim), screen)
    yield from fields(_knowledge(claim), screen)
    yield from fields(_history(history), screen)


def _words(claim: TrackedClaim, screen: Screen) -> Iterator[Field]:
    yield "claim", claim.gloss
    yield "text", claim.text
    yield "quote", f"“{claim.quote}”"
    yield "place", f"characters {claim.start}–{claim.end} of {claim.document} (document {claim.document_id})"
    for each in claim.appearances:
        if (each.start, each.end) != (claim.start, claim.end):
            yield "also at", f"{each.start}–{each.end}: “{each.quote}” ({speaker_name(each.speaker, screen)})"
    yield "speaker", f"{speaker_name(claim.speaker, screen)} ({claim.attribution})"
    chain = [f"{voice.speaker}{f' ({voice.cue}, {voice.stance})' if voice.cue else ''}" for voice in claim.voices]
    told = len(chain) > 1 or any(voice.stance != "neutral" for voice in claim.voices)
    yield "voices", " → ".join(chain) if told else ""
    yield (
        "kind",
        f"{label('kind', claim.kind, screen.labels)}, {'checkable' if claim.checkable else 'not checkable'}",
    )
    yield (
        "score",
        f"{claim.score:.2f} ({', '.join(claim.reasons)})" if claim.reasons else f"{claim.score:.2f}",
    )


def _values(claim: TrackedClaim, ids: Mapping[str, int]) -> Iterator[Field]:
    yield "subject", claim.subject or ""
    if claim.predicate:
        yield "predicate", " = ".join(filter(None, (claim.predicate.text, claim.predicate.english)))
    yield "polarity", "negated" if claim.polarity == "negated" else ""
    yield "modality", "" if claim.modality == "asserted" else claim.modality
    for quantity in claim.quantities:
        yield "quantity", quantity_words(quantity)
    for time in claim.times:
        yield "time", time_words(time)
    yield "places", ", ".join(claim.places)
    for each in claim.ambiguous:
        yield "ambiguous", f"“{each.text}”: {' or '.join(each.candidates)}"
    for link in claim.links:
        yield "linked", f"{link.kind}: claim {ids[link.to]}" if link.to in ids else ""


def quantity_words(quantity: Quantity) -> str:
    """A quantity with its sign, number, unit and rate: `> 12,000,000 subscriber`."""
    if quantity.value is not None:
        number = f"{quantity.value:,f}"
    else:
        number = f"{_bound(quantity.low)} to {_bound(quantity.high)}"
    parts = [
        "" if quantity.comparator == "=" else quantity.comparator,
        number,
        quantity.unit or "",
        f"per {quantity.per}" if quantity.per else "",
        f"({quantity.change})" if quantity.change else "",
    ]
    return " ".join(filter(None, parts))


def _bound(value: object) -> str:
    return "…" if value is None else f"{value:,f}"


def time_words(time: Time) -> str:
    """A time in ISO 8601, a single day as one."""
    if isinstance(time, Date):
        days = time.start if time.start == time.end else f"{time.start} to {time.end}"
        return days if time.calendar == "gregorian" else f"{days} (from the {time.calendar} calendar)"
    return f"for {time.duration}" if isinstance(time, Duration) else f"every {time.period}"


def _standing(claim: TrackedClaim) -> Iterator[Field]:
    if claim.status_by:
        because = f": {claim.status_reason}" if claim.status_reason else ""
        yield "status", f"{claim.status} by {claim.status_by}, {claim.status_at}{because}"
    yield "merged into", str(claim.duplicate_of or "")
    yield "superseded by", str(claim.superseded_by or "")
    yield "not found", f"by the extraction of {claim.missing_since}" if claim.missing_since else ""
    yield "orphaned", "its words no longer stand at this place of the document" if claim.orphaned else ""
    yield "outdated on", claim.outdated_on or ""
    yield "published", claim.published_url or ""
    yield "correction", claim.correction or ""
    yield "edited", ", ".join(claim.edited)
    yield "origin", "" if claim.origin == "extracted" else claim.origin


def _knowledge(claim: TrackedClaim) -> Iterator[Field]:
    yield "assigned to", claim.assignee or ""
    yield "tags", "; ".join(claim.tags)
    for each in claim.evidence:
        yield f"evidence {each.id}", evidence_words(each)
    for note in claim.notes:
        yield f"note {note.id}", f"{note.text} ({note.author}, {note.at})"


def evidence_words(each: Evidence) -> str:
    """A piece of evidence in one line."""
    parts = [
        f"{each.stance}: {each.source}",
        f"“{each.quote}”" if each.quote else "",
        each.locator or "",
        each.url if each.url and each.url != each.source else "",
        each.note or "",
        f"[{each.access}]" if each.access != "public" else "",
        f"({each.added_by}, {each.added_at})",
    ]
    if each.withdrawn_at:
        parts.append(f"— withdrawn {each.withdrawn_at} by {each.withdrawn_by}: {each.withdrawn_because or 'no reason'}")
    return " ".join(filter(None, parts))


def _history(history: Sequence[Operation]) -> Iterator[Field]:
    for each in history:
        undone = " (undone)" if each.undone else ""
        yield f"history {each.id}", f"{each.at} {each.actor}: {clip(one_line(each.command), _COMMAND)}{undone}"


_COMMAND = 80
"""Columns of a command that many files may make long; `claimtrack history` has the whole of it."""
