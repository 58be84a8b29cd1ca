"""Which word asserts a claim that opens with its subject: "X, a firm based in Y, | sold 40 vans", "he | sold guns".

Only languages whose verbs do not show who acts are read so; their trees take such a verb for what describes a noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages import lexicon, load

_OPENING = NAMING | {"NUM"}


def from_main_verbs(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; one that opens with a subject is what the verb behind it asserts, an aside between them or not."""
    if not found or load(lexicon.code_of(o.a.tokens[found[0].first].text)).hooks.VERB_FIRST:
        return list(found)
    return [_asserting(o, span) for span in found]


def _asserting(o: Outline, span: Span) -> Span:
    if span.main is not None or o.a.pos[span.first] not in _OPENING:
        return span
    stop = next((t for t in range(span.first, span.last + 1) if not _names(o, t)), span.last)
    if is_comma(o.a, stop):
        inner = (c for c in o.commas if stop < c < span.last)
        closing = next((c for c in inner if _is_verb(o, c + 1)), None)
        if closing is None or not _describes(o, stop + 1, closing) or o.head(span.first, span.last) > closing:
            return span
        return replace(span, main=closing + 1, verb=closing + 1)
    plain = o.a.pos[stop] == "VERB" and is_finite(o.a, stop) and stop not in o.report_cues
    head = o.head(span.first, span.last) if plain and span.first < stop < span.last else -1
    return replace(span, asserts=stop, verb=stop) if head > stop and o.a.pos[head] not in VERBAL else span


def _names(o: Outline, t: int) -> bool:
    """Whether a word may be part of a subject that holds no clause."""
    clause = o.passage.classes[t] & {"relative", "complementizer"}
    return not clause and (o.a.pos[t] in _OPENING or o.a.pos[t] in ("ADP", "PART"))


def _is_verb(o: Outline, t: int) -> bool:
    """Whether a finite verb stands at a token, or behind one adverb there; what somebody says has its own frame."""
    verb = t + 1 if o.a.pos[t] == "ADV" and t + 1 < len(o.marks) else t
    return is_finite(o.a, verb) and verb not in o.report_cues


def _describes(o: Outline, first: int, stop: int) -> bool:
    """Whether words between commas say what the noun before them is: a noun, a participle or a relative clause."""
    if "relative" in o.passage.classes[first]:
        verbs = [t for t in range(first, stop) if is_finite(o.a, t)]
        return bool(verbs) and not any(is_comma(o.a, t) for t in range(first, stop))
    if any(is_finite(o.a, t) or o.a.pos[t] == "SCONJ" for t in range(first, stop)):
        return False
    return o.a.pos[first] in NAMING or o.a.tags[first].endswith((":VBN", ":VBG"))
