"""Reading: from text to passages (structure, tokens, tags, trees, mentions), before any claim is thought of."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimtrack import claims, languages, mentions, tagging
from claimtrack.claims.analysis import VERBAL, Analysis, settled
from claimtrack.claims.draft import Passage
from claimtrack.errors import UsageError
from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.times.calendars import Stretch, of_date
from claimtrack.model import Date, Mention, Name, Place, Quantity
from claimtrack.text.folding import fold
from claimtrack.text.quotes import quoted_spans
from claimtrack.text.scripts import main_script
from claimtrack.text.structure import Piece
from claimtrack.text.tokens import tokenize

_OPENING = 4
"""How many of the first sentences may state the text's own date."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One piece of the text with its tokens, tree and mentions."""

    piece: Piece
    analysis: Analysis
    mentions: tuple[Mention, ...]
    ahead: frozenset[int] = frozenset()
    """Where the dates begin that lie ahead of what the text tells."""


def language_of(text: str, code: str | None) -> Language | None:
    """The language asked for, else the one whose script most letters are in; None where none fits."""
    if code is not None:
        if code not in languages.codes():
            raise UsageError(f"unknown language: {code}", f"known languages: {', '.join(languages.codes())}")
        return languages.load(code)
    script = main_script(text)
    for each in languages.codes():
        known = languages.load(each)
        if script == known.hooks.SCRIPT and known.hooks.looks_like(text):
            return known
    return None


def read(
    text: str, pieces: Sequence[Piece], language: Language, published: datetime.date | None
) -> tuple[list[Reading], datetime.date | None]:
    """The readings of all pieces, and the text's own day: as given, else as its opening states it."""
    analyses = [_analyse(text, piece, language) for piece in pieces]
    opening = 0 if published else _end_of_opening(pieces)
    undated = _readings(text, pieces[:opening], analyses[:opening], language, None)
    stated = _stated_day(undated, pieces)
    day = published or (stated.day if stated else None)
    readings = _readings(text, pieces, analyses, language, day, () if day else undated)
    if stated and not stated.at_head and _tells_later(readings, stated.day):
        day, readings = None, _readings(text, pieces, analyses, language, None, undated)
    placed = _towns_placed(text, _places_settled(readings, language), language)
    return _names_apart(text, _money_placed(placed, language)), day


def passages(text: str, readings: Sequence[Reading], language: Language) -> list[Passage]:
    """The readings as the claim steps want them."""
    quotes = list(quoted_spans(text))
    starts = [start for start, _ in quotes]
    cues = claims.cues(language.code)
    found = []
    for i, reading in enumerate(readings):
        piece = reading.piece
        near = quotes[max(0, bisect_left(starts, piece.start) - 1) : bisect_left(starts, piece.end)]
        found.append(
            claims.passage(
                i,
                (piece.start, piece.end),
                piece.role,
                piece.paragraph,
                reading.analysis,
                cues,
                reading.mentions,
                near,
                piece.voice,
            )
        )
    return found


def mention(text: str, hit: Hit) -> Mention:
    """A hit as a public mention."""
    return Mention.model_construct(
        type=hit.type,
        start=hit.start,
        end=hit.end,
        text=text[hit.start : hit.end],
        value=hit.value,
        numeral=hit.numeral,
    )


def _analyse(text: str, piece: Piece, language: Language) -> Analysis:
    tokens = tokenize(text, piece.start, piece.end)
    hooks = language.hooks
    tags, tree = tagging.load(language.code).read(tokens, hooks.word_features, hooks.certain_tag, hooks.SCRIPT)
    return settled(hooks, tokens, tags, tree.heads, tree.relations)


def _readings(
    text: str,
    pieces: Sequence[Piece],
    analyses: Sequence[Analysis],
    language: Language,
    day: datetime.date | None,
    begun: Sequence[Reading] = (),
) -> list[Reading]:
    """The reading of each piece, which knows the date that the pieces before it told last.

    `begun` are those of the first pieces, where they have been read for the same `day` already.
    """
    readings: list[Reading] = []
    told: Stretch | None = None
    been: Stretch | None = None
    opening = frozenset(map(fold, language.data("times")["past"][""]))
    for i, (piece, analysis) in enumerate(zip(pieces, analyses, strict=True)):
        reading = begun[i] if i < len(begun) else _reading(text, piece, analysis, language, day, told, been)
        readings.append(reading)
        for date in _dates(text, reading, opening):
            told = _days(date) or told
            been = told if date.span.start not in reading.ahead else been
    return readings


def _reading(
    text: str,
    piece: Piece,
    analysis: Analysis,
    language: Language,
    day: datetime.date | None,
    told: Stretch | None,
    been: Stretch | None,
) -> Reading:
    hits = mentions.find(analysis.tokens, analysis.tags, language, day, told, been)
    ahead = frozenset(hit.start for hit in hits if hit.ahead)
    return Reading(piece, analysis, tuple(mention(text, hit) for hit in hits), ahead)


def _dates(text: str, reading: Reading, opening: frozenset[str]) -> list[Date]:
    """The dates that a piece tells in words of their own; what lasts since one of them is not told of that day."""
    own = (m for m in reading.mentions if isinstance(m.value, Date) and m.value.span.start == m.start)
    return [
        m.value
        for m in own
        if isinstance(m.value, Date) and fold((text[reading.piece.start : m.start].split() or [""])[-1]) not in opening
    ]


def _days(date: Date) -> Stretch | None:
    """A date of our era as its first and last day."""
    if date.start.startswith("-"):
        return None
    return of_date(datetime.date.fromisoformat(date.start)), of_date(datetime.date.fromisoformat(date.end))


@dataclass(frozen=True, slots=True)
class _Stated:
    """A day that the opening states, and whether it stands at the very head, where nothing has been said before."""

    day: datetime.date
    at_head: bool


def _end_of_opening(pieces: Sequence[Piece]) -> int:
    """How many of the pieces hold the first sentences of prose."""
    prose = 0
    for i in range(len(pieces)):
        prose += _may_state(pieces, i)
        if prose == _OPENING:
            return i + 1
    return len(pieces)


def _stated_day(opening: Sequence[Reading], pieces: Sequence[Piece]) -> _Stated | None:
    """The first full day that the readings of a text's first pieces state; one that lies ahead is not its own."""
    prose = [reading for i, reading in enumerate(opening) if _may_state(pieces, i)]
    for i, reading in enumerate(prose):
        for each in reading.mentions:
            value = each.value
            if not isinstance(value, Date) or value.span.start != each.start or each.start in reading.ahead:
                continue
            if value.start == value.end and not value.start.startswith("-"):
                at_head = i == 0 and not _has_verb_before(reading, each.start)
                return _Stated(datetime.date.fromisoformat(value.start), at_head)
    return None


def _may_state(pieces: Sequence[Piece], i: int) -> bool:
    """Prose may state the text's day, and so may furniture at the front of a line of prose: a dateline."""
    role, after = pieces[i].role, pieces[i + 1] if i + 1 < len(pieces) else None
    dateline = role == "furniture" and after is not None and after.paragraph == pieces[i].paragraph
    return dateline or role not in ("furniture", "lead_in")


def _has_verb_before(reading: Reading, offset: int) -> bool:
    """Whether the sentence has said something before `offset`: then its date is no dateline ("LEEDS, 27 March")."""
    a = reading.analysis
    return any(a.pos[i] in VERBAL for i, token in enumerate(a.tokens) if token.end <= offset)


def _tells_later(readings: Sequence[Reading], day: datetime.date) -> bool:
    """Whether the text names years after that of `day`: then it tells of the day and was not written on it."""
    return any(
        isinstance(m.value, Date) and m.value.start[:4] > str(day.year) and _names_year(m)
        for reading in readings
        for m in reading.mentions
    )


def _names_year(date: Mention) -> bool:
    """Whether the words of a date hold a year in digits: it is not counted from another day ("next year")."""
    return re.search(r"\d{4}", date.text) is not None


def _places_settled(readings: Sequence[Reading], language: Language) -> Sequence[Reading]:
    """Places of ambiguous names lie in the country that the text as a whole speaks of."""
    named = [(m.text, m.value.code) for r in readings for m in r.mentions if isinstance(m.value, Place)]
    settled = mentions.settle(named, language)
    if not settled:
        return readings

    def moved(m: Mention) -> Mention:
        code = settled.get(fold(m.text)) if isinstance(m.value, Place) else None
        return m if code is None else m.model_copy(update={"value": mentions.place(code, language)})

    return [replace(r, mentions=tuple(map(moved, r.mentions))) for r in readings]


def _towns_placed(text: str, readings: Sequence[Reading], language: Language) -> Sequence[Reading]:
    """Towns that several countries have lie in the country that the text as a whole speaks of.

    Where it names none, two of them that one country alone has both of tell it.
    """
    given = [m for r in readings for m in r.mentions]
    named = Counter(m.value.code for m in given if isinstance(m.value, Place))
    taken = {at for m in given if m.type == "place" for at in range(m.start, m.end)}
    towns = [list(mentions.find_shared_towns(r.analysis.tokens, language, taken)) for r in readings]
    if not any(towns):
        return readings
    words = (m.text.split() for m in given if m.type == "name")
    persons = {fold(part) for parts in words if len(parts) > 1 for part in parts}
    placed = mentions.place_by_text([town for each in towns for town in each], named, persons)

    def more(reading: Reading, found: Sequence[mentions.SharedTown]) -> Reading:
        new = [(town, mentions.place(placed[town], language)) for town in found if town in placed]
        made = [
            Mention.model_construct(
                type="place", start=t.start, end=t.end, text=text[t.start : t.end], value=value, numeral=False
            )
            for t, value in new
        ]
        listed = sorted([*reading.mentions, *made], key=lambda m: (m.start, m.end))
        return replace(reading, mentions=tuple(listed)) if made else reading

    return [more(reading, found) for reading, found in zip(readings, towns, strict=True)]


def _money_placed(readings: Sequence[Reading], language: Language) -> Sequence[Reading]:
    """Pounds and pesos, where their sentence names no country, are those of the country that the text is about."""
    named = Counter(m.value.code for r in readings for m in r.mentions if isinstance(m.value, Place))
    return [_with_money(reading, named, language) for reading in readings] if named else readings


def _with_money(reading: Reading, named: Counter[str], language: Language) -> Reading:
    if not any(isinstance(m.value, Quantity) for m in reading.mentions):
        return reading
    here = {m.value.code for m in reading.mentions if isinstance(m.value, Place)}

    def told(m: Mention) -> Mention:
        value = mentions.money_by_text(m.value, here, named, language) if isinstance(m.value, Quantity) else None
        return m if value is None else m.model_copy(update={"value": value})

    return replace(reading, mentions=tuple(map(told, reading.mentions)))


def _names_apart(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Names that stand side by side come apart where the text also has each of them alone ("founder of X, Y")."""
    alone = {m.text for r in readings for m in r.mentions if m.type == "name" and " " not in m.text}
    return [replace(r, mentions=tuple(part for m in r.mentions for part in _apart(text, m, alone))) for r in readings]


def _apart(text: str, given: Mention, alone: set[str]) -> list[Mention]:
    words = given.text.split()
    if given.type != "name" or len(words) < 2 or not all(word in alone for word in words):
        return [given]
    parts, at = [], given.start
    for word in words:
        at = text.index(word, at)
        value = Name(name=word)
        parts.append(Mention.model_construct(type="name", start=at, end=at + len(word), text=word, value=value))
        at += len(word)
    return parts
