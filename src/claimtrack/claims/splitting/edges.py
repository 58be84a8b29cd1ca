"""How spans begin and end: the opening of a sentence, an address, a list of places, a date or an amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma, joins
from claimtrack.claims.splitting.spans import Span, once
from claimtrack.languages import lexicon, load


def from_name(o: Outline, span: Span) -> Span:
    """The span; one that begins with an age between commas begins with the name before it ("X, 58, denies …")."""
    a, first = o.a, span.first
    if first < 2 or a.tokens[first].kind != "number" or not (is_comma(a, first - 1) and is_comma(a, first + 1)):
        return span
    while first >= 2 and (a.pos[first - 2] in NAMING or joins(a, first - 2)):
        first -= 1
    name = first - 1
    return span if name > span.first - 2 else Span(name, span.last, span.begin, span.end, span.score, span.main)


def behind_address(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans without the words that say to whom a speech is made: "Madam President, dear colleagues, | we …"."""
    begins = _end_of_address(o)
    if not begins:
        return list(spans)
    return once([replace(s, first=max(s.first, begins)) for s in spans if s.last >= begins])


def behind_answer(o: Outline, span: Span) -> Span:
    """The span without the yes or no before its clause ("No, | we did not sell it"): the clause itself says it."""
    begins = span.first + 2
    answers = begins < span.last and "answer" in o.passage.classes[span.first] and is_comma(o.a, span.first + 1)
    return replace(span, first=begins) if answers else span


def behind_truth(o: Outline, span: Span) -> Span:
    """The span without the words that say how it is against what others say ("The truth is that | it fell")."""
    opening = next((t for t in range(span.first, span.last) if "contrast" not in o.passage.classes[t]), span.first)
    found = o.passage.phrases.get("setting_right", ())
    begins = next((last for first, last in found if first in (span.first, opening)), span.first)
    if begins > span.first and o.passage.classes[begins - 1] & {"complementizer", "strip"} == {"complementizer"}:
        begins -= 1  # "أنه" bears the subject
    return replace(span, first=begins) if span.first < begins < span.last else span


def _end_of_address(o: Outline) -> int:
    """The token behind the address that a sentence begins with; 0 where a list of subjects begins it, or nothing."""
    begins, a = 0, o.a
    for comma in range(len(o.marks)):
        if is_comma(a, comma):
            words = [i for i in range(begins, comma) if not o.marks[i]]
            addressed = [i for i in words if "addressed" in o.passage.classes[i]]
            if not addressed or not all(i in addressed or a.pos[i] in _BESIDE for i in words):
                break
            begins = comma + 1
    verb = next((i for i in range(begins, len(o.marks)) if a.pos[i] in VERBAL), len(o.marks))
    listed = any(a.pos[i] == "CCONJ" or (i > begins and o.joined[i]) for i in range(begins, verb))
    return 0 if listed else begins


_BESIDE = frozenset({"ADP", "CCONJ", "PRON"})


def from_opening(o: Outline, span: Span) -> Span:
    """The span; the first of a sentence begins with the date or phrase that opens it ("After the war, | he left")."""
    opening = next((i for i in range(span.first) if not o.marks[i] and o.a.pos[i] != "CCONJ"), span.first)
    if opening == span.first or span.first - opening > _LONGEST_OPENING or o.joined[span.first]:
        return span
    verb = span.verb or span.first
    if span.first == opening + 1 and o.a.pos[opening] == "ADP" and any(is_comma(o.a, t) for t in range(opening, verb)):
        return replace(span, first=opening)  # "Under | your government, rents rose"
    dated = any("time" in types for types in o.passage.mention_types[opening : span.first])
    if dated and o.solid[opening] == o.solid[span.first]:
        return replace(span, first=opening)
    classes = o.passage.classes
    asserts = span.verb is not None or "existential" in classes[span.first]
    phrase = o.a.pos[opening] == "ADP" and is_comma(o.a, span.first - 1) and asserts
    held = o.verbs[opening] < o.verbs[span.first] or any(classes[t] & _APART for t in range(opening, span.first))
    linking = any(first <= opening < last for first, last in o.passage.phrases.get("linking", ()))
    framed = any(opening <= report.cue < span.first for report in o.reports)
    return replace(span, first=opening) if phrase and not (held or linking or framed) else span


_LONGEST_OPENING = 16
_APART = frozenset({"strip", "contrast", "according", "conditional", "complementizer"})


def over_quoted_words(o: Outline, span: Span, spans: Sequence[Span]) -> Span:
    """The span; one that ends in quotation marks between an auxiliary and its verb goes on: 'had "never | " paid'."""
    behind = span.last + 1
    while behind < len(o.marks) and o.marks[behind] and not is_comma(o.a, behind):
        behind += 1
    helped = any(o.a.pos[t] == "AUX" for t in range(max(span.first, span.last - _GROUP), span.last + 1))
    between = o.a.pos[span.last] == "ADV" or "negator" in o.passage.classes[span.last]
    cut = between and span.last + 1 < behind < len(o.marks) and o.a.tags[behind].endswith((":VBN", ":VBD"))
    longer = [s for s in spans if s.first == span.first and s.last >= behind] if helped and cut else []
    return max(longer, key=lambda s: s.score, default=span)


_GROUP = 3
"""Tokens of a verb group before its last adverb."""


def from_date(o: Outline, span: Span) -> Span:
    """The span; a clause that says what happened at a date begins with that date: "1916, when | the mine opened"."""
    when = span.first - 1
    date = when - 2
    if date < 0 or not is_comma(o.a, when - 1) or "dating" not in o.passage.classes[when]:
        return span
    at = o.a.tokens[date].start
    dated = next((m.start for m in o.passage.mentions if m.type == "time" and m.start <= at < m.end), None)
    first = None if dated is None else next(i for i in range(date, -1, -1) if o.a.tokens[i].start <= dated)
    return span if first is None else replace(span, first=first)


def to_last_places(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans, each with the whole list of places that it ends with; a claim made of its rest is none."""
    grown = [_to_last_place(o, span) for span in spans]
    taken: list[Span] = []
    for n, (span, whole) in enumerate(zip(spans, grown, strict=True)):
        rest = [s for s in spans if s.verb is None and span.last < s.first <= whole.last < s.last]
        if rest:
            grown[n] = replace(whole, last=max(s.last for s in rest))
            taken += rest
    return [whole for span, whole in zip(spans, grown, strict=True) if span not in taken]


def _to_last_place(o: Outline, span: Span) -> Span:
    """The span; one that ends with a place goes on over those joined to it ("blocked in Turkey | and Pakistan")."""
    last = span.last
    while (follower := _joined_place(o, last)) is not None:
        last = follower
    return span if last == span.last else replace(span, last=last)


def _joined_place(o: Outline, i: int) -> int | None:
    """The place that goes on with a list behind the place at token `i`: joined to it, or by a comma to one that is."""
    places = o.passage.mention_types
    if i + 1 >= len(places) or "place" not in places[i]:
        return None
    attached = o.a.has_conjunction(i + 1)
    follower = i + 1 if attached else i + 2
    if follower >= len(places) or "place" not in places[follower]:
        return None
    joined = attached or o.a.pos[i + 1] == "CCONJ"
    return follower if joined or (is_comma(o.a, i + 1) and _joined_place(o, follower) is not None) else None


def to_end_of_value(o: Outline, span: Span) -> Span:
    """The span; one that ends in a date or an amount goes on to its end ("20 | to 25 kilos"), none begins in a date."""
    tokens, first, last = o.a.tokens, span.first, span.last
    for m in o.passage.mentions:
        if m.type == "time" and m.start < tokens[first].start < m.end < tokens[last].start:
            first = next(i for i in range(first, last + 1) if tokens[i].start >= m.end)
        if m.type in ("time", "quantity") and m.start <= tokens[last].start and tokens[last].end < m.end:
            last = next((i for i in range(last, len(tokens)) if tokens[i].end >= m.end), last)
    return span if (first, last) == (span.first, span.last) else replace(span, first=first, last=last)


def before_source(o: Outline, span: Span) -> Span:
    """The span; what names its source at its end is no part of it: "fell this year, to 25 m, | according to X"."""
    for first, _ in o.passage.phrases.get("according", ()):
        led = span.first < first - 1 and first < span.last and is_comma(o.a, first - 1)
        if not led or any(o.marks[t] or o.a.pos[t] in VERBAL for t in range(first, span.last + 1)):
            continue
        if any(report.first <= span.first and report.last > first and first <= report.cue for report in o.reports):
            return replace(span, last=first - 2)
    return span


def from_whole_amounts(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; one that begins within an amount begins with it: "an estimated | 57,000 people who were moved".

    One that then says nearly all that another says is that one.
    """
    found = [_from_whole_amount(o, span) for span in spans]
    return [s for s, given in zip(found, spans, strict=True) if s is given or not _is_told(s, found)]


def _from_whole_amount(o: Outline, span: Span) -> Span:
    tokens, first = o.a.tokens, span.first
    words = tokens[first].norm + tokens[first - 1].norm if first else ""
    if not first or load(lexicon.code_of(words)).hooks.VERB_FIRST:
        return span  # an Arabic noun is told of without the number that counts it
    at = tokens[first].start
    begins = [m.start for m in o.passage.mentions if m.start < at < m.end and m.type == "quantity" and not m.numeral]
    while begins and first and tokens[first - 1].start >= min(begins) and not o.marks[first - 1]:
        first -= 1
    return span if first == span.first else replace(span, first=first)


_SAME = 0.75
"""How much of two spans is common where both say the same."""


def _is_told(span: Span, spans: Sequence[Span]) -> bool:
    return any(other is not span and span.overlap(other) > _SAME for other in spans)
