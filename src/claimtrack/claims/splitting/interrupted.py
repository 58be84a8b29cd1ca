"""Clauses that a description between commas interrupts: "تعد الحافلة، التي تنطلق كل ساعة، | أرخص وسيلة".

What stands behind the second comma has no verb of its own, so that it can only go on with what stands before the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.voices.speakers import before_matter
from claimtrack.languages import lexicon, load, nominals

_LONGEST = 30
"""Tokens of the longest description."""


def over_descriptions(o: Outline, kept: Sequence[Span]) -> list[Span]:
    """The spans; one whose verb stands before a description goes on behind it, and the rest alone is no claim.

    The description is a claim beside it, and ends with its comma.
    """
    found = list(kept)
    for opening, closing, last in _descriptions(o, kept):
        around = [s for s in found if s.verb is not None and s.verb < opening and s.last > closing]
        cut = next((s for s in found if _ends_within(o, s, opening, closing)), None)
        if cut is None and not around:
            continue
        rest = [s for s in found if closing < s.first <= closing + 2 and s.last <= last]
        found = [s for s in found if s not in rest and s is not cut]
        if cut is not None and not around:
            found.append(replace(cut, last=last))
        verb = min(s.verb for s in (*around, *([cut] if cut else [])) if s.verb is not None)
        found = [replace(s, last=closing - 1) if verb < s.first < closing < s.last else s for s in found]
        if _tells(o, opening) and not any(
            opening - 1 <= s.last < closing or opening < s.first < closing for s in found
        ):
            found.append(Span(opening + 1, closing - 1, 0.0, 0.0))
    return found


def of_speakers(o: Outline, kept: Sequence[Span]) -> list[Span]:
    """The spans, with what a relative clause between commas tells of who speaks: the frame around it is no claim."""
    found = [_behind_cue(o, span) for span in kept if not _is_speaker_with_matter(o, span)]
    for opening, closing in pairwise(o.commas):
        inner = Span(opening + 1, closing - 1, 0.0, 0.0)
        if "relative" not in o.passage.classes[inner.first] or any(s.overlap(inner) for s in found):
            continue
        if any((r.cue < opening and closing < r.first) or inner.last < r.cue <= inner.last + 3 for r in o.reports):
            found.append(inner)
    return found


def _is_speaker_with_matter(o: Outline, span: Span) -> bool:
    """Whether a span is who speaks and of whom, behind the verb: "said | Wanjiru of the minister"."""
    tokens = list(range(span.first, span.last + 1))
    hooks = load(lexicon.code_of(o.a.tokens[span.first].text)).hooks
    behind = any(r.cue == span.first - 1 and r.last <= r.cue for r in o.reports)
    return behind and len(before_matter(o.passage, tokens, hooks)) < len(tokens)


def _behind_cue(o: Outline, span: Span) -> Span:
    """The span; who speaks, with what describes them, begins behind the verb of saying: "أعلنت | الشركة، التي …"."""
    told = next((t for t in o.commas if span.first < t < span.last), span.last)
    if not any(r.cue == span.first and span.last < r.first for r in o.reports):
        return span
    described = told < span.last and "relative" in o.passage.classes[told + 1]
    return replace(span, first=span.first + 1, verb=None) if described else span


def _ends_within(o: Outline, span: Span, opening: int, closing: int) -> bool:
    """Whether a span has its verb before a description and ends with it or before it."""
    quoted = opening - 1 - o.marks[opening - 1]  # 'لم تعلق "X"، التي …'
    if span.verb is None or span.verb >= opening or not quoted <= span.last <= closing:
        return False
    return not any("relative" in o.passage.classes[t] for t in range(span.first, opening))


def _descriptions(o: Outline, kept: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """The commas around each description, and the last word of what goes on behind it without a verb of its own."""
    for opening, closing in pairwise(o.commas):
        dated = o.solid[closing] == o.solid[opening]
        if dated or closing - opening > _LONGEST or closing + 1 >= len(o.marks):
            continue
        if not (_tells(o, opening) or _is_aside(o, opening, closing)):
            continue
        last = next((t - 1 for t in range(closing + 1, len(o.marks)) if _ends_clause(o, t)), len(o.marks) - 1)
        goes_on = not o.joined[closing + 1] and o.a.pos[closing + 1] in _GOING_ON
        rest = next((s.last for s in kept if s.first == closing + 1 and s.verb is None), None)
        verbless = not _has_own_verb(o, closing + 1, last)
        if goes_on and last > closing and (verbless or rest is not None):
            yield opening, closing, last if verbless or rest is None else rest


def _has_own_verb(o: Outline, first: int, last: int) -> bool:
    """Whether a stretch has a verb that neither a relative pronoun nor "if" stands before."""
    verb = next((t for t in range(first, last + 1) if o.a.pos[t] in VERBAL), None)
    return verb is not None and not any(o.passage.classes[t] & _SUBORDINATE for t in range(first, verb))


_SUBORDINATE = frozenset({"relative", "conditional"})


def _ends_clause(o: Outline, t: int) -> bool:
    """Whether a mark stands here, or a verb that is joined to the one before."""
    return o.a.pos[t] == "PUNCT" or (o.a.pos[t] in VERBAL and (o.joined[t] or o.a.pos[t - 1] == "CCONJ"))


_GOING_ON = NAMING | {"ADP"}


def _tells(o: Outline, opening: int) -> bool:
    """Whether a clause of its own stands behind a comma: a relative one, "who is …", a participle with the article."""
    first = opening + 1
    if o.passage.classes[first] & {"relative", "copular_pronoun"}:
        return True
    hooks = load(lexicon.code_of(o.a.tokens[first].text)).hooks
    return hooks.VERB_FIRST and o.a.pos[first] in ("NOUN", "ADJ") and hooks.core(o.a.tokens[first].text) is not None


def _is_aside(o: Outline, opening: int, closing: int) -> bool:
    """Whether a short phrase without a verb stands between two commas, and one that begins no clause behind them."""
    first, behind = opening + 1, closing + 1
    if any(begins == first for begins, _ in o.passage.phrases.get("according", ())):
        return o.a.pos[behind] in _GOING_ON and o.a.pos[behind] != "PROPN"  # "…, as the expert put it, | Nadine Saad"
    code = lexicon.code_of(o.a.tokens[behind].text)
    leads = o.a.pos[behind] in ("ADP", "NUM") or nominals.has_preposition(code, o.a.tokens[behind].norm)
    verbless = o.verbs[closing] == o.verbs[first] and closing - first < _SHORT
    if "conditional" in o.passage.classes[first] and closing - first < _SHORT:
        return o.a.pos[behind] in NAMING  # "يواجه المتهم، إذا أدين، | السجن"
    return leads and verbless and not o.joined[first] and o.a.pos[first] in NAMING | {"ADP"}


_SHORT = 10
"""Tokens of the longest phrase that is taken for an aside."""
