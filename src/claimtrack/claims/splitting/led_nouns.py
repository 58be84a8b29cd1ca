"""Nouns with a preposition written on them, of which something is told: "ب | سور طوله ثلاثة كيلومترات".

The preposition belongs to the clause around the noun, and so does a verbal noun whose object is described:
"بتلقي | رشى بلغت قيمتها مليونا", "ببناء | مستشفى يضم 200 سرير".
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages import lexicon, load, nominals, verbs
from claimtrack.text.folding import lighten


def from_object(o: Outline, span: Span) -> Span:
    """The span; one of a led verbal noun and of a noun that is told of begins with the latter."""
    first = _last_led(o, span)
    span = span if first == span.first else replace(span, first=first)
    if first + 1 >= span.last or o.a.pos[first + 1] != "NOUN" or "measured" in o.passage.classes[first + 1]:
        return span  # "بزيادة قدرها 18 بالمئة"
    told = o.a.pos[span.last] == "PROPN" or o.verbs[first] < o.verbs[span.last + 1]
    return replace(span, first=first + 1) if _only_leads(o, first, told) and _tells(o, span) else span


def _last_led(o: Outline, span: Span) -> int:
    """Where the noun phrase begins that a clause right behind it describes: "الشاعر | لأب يعمل نجارا"."""
    begins = span.relative
    if begins is None or o.marks[begins - 1] or o.a.pos[span.first] not in _PHRASE:
        return span.first
    for t in range(begins - 1, span.first, -1):
        if o.marks[t] or o.joined[t] or o.a.pos[t] not in _PHRASE:
            return span.first
        if o.a.pos[t] == "NOUN" and is_led(o, t):
            return t
    return span.first


_PHRASE = frozenset({"NOUN", "ADJ", "PROPN"})


def is_led(o: Outline, t: int) -> bool:
    """Whether a preposition is written on a noun that has no article."""
    return bool(_particle(o, t))


def _only_leads(o: Outline, t: int, told: bool) -> bool:
    """Whether a led noun stands for a preposition or is a verbal noun: what is told is told of the noun behind it."""
    if o.a.pos[t] != "NOUN" or not is_led(o, t):
        return False
    word = o.a.tokens[t]
    code = lexicon.code_of(word.text)
    return told if verbs.is_masdar(code, word.fold) else nominals.is_unsaid(code, word.norm)


def letters_before(o: Outline, span: Span) -> int:
    """How many letters at the front of a span are a preposition that leads to the noun which it tells of."""
    opens = all(o.marks[t] for t in range(span.first))
    if opens or o.joined[span.first] or o.a.pos[span.first] not in ("NOUN", "PROPN") or not _tells(o, span):
        return 0
    word = o.a.tokens[span.first]
    return (
        0 if nominals.is_unsaid(lexicon.code_of(word.text), word.norm) else len(_particle(o, span.first, articles=True))
    )


def _tells(o: Outline, span: Span) -> bool:
    """Whether a span is a noun phrase with what is told of the noun, and no clause of its own."""
    if span.relative is not None or span.verb is None:
        return not any(is_comma(o.a, t) for t in range(span.first, min(span.last, span.first + _NEAR)))
    return o.a.pos[span.first + 1] in VERBAL and o.a.relations[span.first + 1].startswith("acl")


_NEAR = 4
"""Tokens within which a comma shows that the phrase only opens a clause."""


def _particle(o: Outline, t: int, articles: bool = False) -> str:
    """The one-letter preposition that is written on a noun, if need be before its article; nothing where none is."""
    word = o.a.tokens[t]
    code = lexicon.code_of(word.text)
    if not load(code).hooks.VERB_FIRST or not nominals.has_preposition(code, word.norm):
        return ""
    readings = [particles for particles, _ in load(code).hooks.variants(lighten(word.norm)) if particles]
    letters = [particles for particles in readings if len(particles) == 1]
    return letters[0] if len(letters) == 1 and (articles or len(readings) == 1) else ""
