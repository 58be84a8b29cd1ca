"""What would read as a fact if it were taken out of its sentence, kept with what makes it none.

A condition and what holds under it are one claim, and so are the words that say that nothing shows a thing and the
thing ("there is no evidence that …").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import end_of_inverted, is_comma
from claimtrack.claims.splitting.spans import Span


def with_conditions(o: Outline, kept: Sequence[Span]) -> list[Span]:
    """The spans, each that stands beside its condition joined with it, and each that lacks one with it."""
    found = sorted((_from_condition(o, s) for s in _with_inverted(o, kept)), key=lambda s: (s.first, -s.last))
    found = _over_overlaps(o, found)
    for condition in found:
        held = next((s for s in found if condition.last < s.first <= condition.last + _GAP), None)
        begins = None if held is None else _condition_word(o, condition, held)
        if held is None or begins is None or not _opens(o, begins):
            continue
        if all(o.marks[t] or o.joined[t] or _then(o, t) for t in range(condition.last + 1, held.first)):
            score = max(condition.score, held.score)
            whole = Span(begins, held.last, condition.begin, held.end, score, held.first)
            return with_conditions(o, [s for s in found if s is not condition and s is not held] + [whole])
    return [_from_opening_condition(o, span, found) for span in found]


_GAP = 3


def _over_overlaps(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; two that share words behind an "if" are read as the one sentence that it opens."""
    kept: list[Span] = []
    for span in found:
        before = kept[-1] if kept else None
        shared = before is not None and before.first < span.first <= before.last < span.last
        if before is None or not shared or any(o.marks[before.first : span.last]):
            kept.append(span)
        elif "supposing" in o.passage.classes[before.first]:
            kept[-1] = replace(before, last=span.last, end=span.end)
        else:
            kept.append(span)
    return kept


def with_unproven(o: Outline, kept: Sequence[Span]) -> list[Span]:
    """The spans; what nothing is said to show is no claim apart from that: "لا دليل على أن | الوزير كان يعلم".

    Nor is what never happened before: "لم يسبق أن | فازت امرأة".
    """
    found = list(kept)
    for first, last in (at for name in ("unproven", "never") for at in o.passage.phrases.get(name, ())):
        shown = [s for s in found if last <= s.first <= last + 1]
        if not shown:
            continue
        front = next((s for s in found if s.first <= first <= s.last), None)
        begins = front.first if front is not None else _of_being(o, first)
        rest = [s for s in found if s is not front and s not in shown]
        ends = max(s.last for s in (*shown, *((front,) if front else ())))
        likeliest = max(shown, key=lambda s: s.score)
        found = [
            *rest,
            replace(likeliest, first=begins, last=ends, main=None, relative=None, verb=o.own_verb(begins, ends)),
        ]
    return found


def _of_being(o: Outline, first: int) -> int:
    """The word that "there is" begins with before the token `first`, or the subject of "did not find that"."""
    negator = first
    while first and (o.a.pos[first - 1] == "AUX" or o.a.relations[first - 1] == "expl"):
        first -= 1
    if o.a.pos[negator + 1] == "VERB" and (first < negator or (first and o.a.pos[first - 1] == "PRON")):
        while first and o.a.pos[first - 1] in _NAMING:
            first -= 1
    return first


_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP"})


def _then(o: Outline, i: int) -> bool:
    """Whether a word only leads from a condition to what holds under it: فإن."""
    return o.passage.classes[i] >= {"strip", "complementizer"}


def _with_inverted(o: Outline, kept: Sequence[Span]) -> list[Span]:
    """The spans; "Had it passed, | they would be paid" is one: the auxiliary before its subject makes a condition."""
    comma = end_of_inverted(o.a, o.passage.classes, 0)
    if comma is None:
        return list(kept)
    held = next((s for s in kept if s.first == comma + 1 and s.verb is not None), None)
    if held is not None and any(o.a.pos[t] == "AUX" for t in range(held.first, held.last)):
        whole = replace(held, first=0, main=held.first)
        return [s for s in kept if s is not held and s.last >= held.first] + [whole]
    return [replace(s, first=0) if s.first == 1 else s for s in kept]


def _condition_word(o: Outline, span: Span, held: Span) -> int | None:
    """Where a span opens with a condition word, or with a word of time where what holds is marked as an answer.

    Before the word and its comma an opening may stand that says nothing ("in theory, if …").
    """
    classes = o.passage.classes
    if any("conditional" in classes[t] for t in range(span.first, min(span.first + 2, span.last))):
        return span.first
    for t in range(span.first + 2, span.last):
        if "conditional" in classes[t] and o.marks[t - 1] and o.verbs[t] == o.verbs[span.first]:
            return t
    if "apodosis" not in classes[held.first]:
        return None
    return next((t for t in (span.first, span.first - 1) if t >= 0 and classes[t] & {"time", "if_verb"}), None)


def _from_opening_condition(o: Outline, span: Span, kept: Sequence[Span]) -> Span:
    """The span; what holds under the condition that opens the sentence begins with it, where no claim has it."""
    answered = _answered_condition(o, span, kept)
    if answered is not None:
        return replace(span, first=answered, main=span.first)
    comma = span.first - 1
    if comma > 0 and _then(o, comma):
        comma -= 1
    if comma < _SHORTEST or not is_comma(o.a, comma) or (span.verb is None and o.a.pos[span.first] == "ADP"):
        return span
    opening = next((t for t in range(2) if "conditional" in o.passage.classes[t]), None)
    if opening is None or any(s.first <= comma and opening <= s.last for s in kept):
        return span
    if o.verbs[comma] == o.verbs[opening] or any(o.marks[:comma]):
        return span  # no clause of its own, or more than one
    return replace(span, first=opening, main=span.first)


def _answered_condition(o: Outline, span: Span, kept: Sequence[Span]) -> int | None:
    """Where the condition begins that a clause answers without a comma between them: "إذا تأكد ذلك | فقد …"."""
    if "apodosis" not in o.passage.classes[span.first]:
        return None
    for t in range(span.first - 1, -1, -1):
        if o.marks[t] or any(s.first <= t <= s.last for s in kept):
            return None
        if "conditional" in o.passage.classes[t]:
            return t if _opens(o, t) and o.verbs[span.first] > o.verbs[t] else None
    return None


_SHORTEST = 3
"""Words of the shortest condition."""


def _from_condition(o: Outline, span: Span) -> Span:
    """The span; one that begins right behind its condition word, or with what leads to it, begins with that word."""
    word = span.first - 1
    if word > 0 and "complementizer" in o.passage.classes[word] and "supposing" in o.passage.classes[word - 1]:
        word -= 1  # "لو أن | الحكومة استمعت"
    if "complementizer" in o.passage.classes[span.first] and "conditional" in o.classes(span.first + 1):
        return replace(span, first=span.first + 1)  # "said | that if …", أنه إذا
    if word < 0 or "conditional" not in o.passage.classes[word] or not _opens(o, word):
        return span
    return Span(word, span.last, span.begin, span.end, span.score)


def _opens(o: Outline, first: int) -> bool:
    """Whether a condition before its consequent may begin here: at the front, behind a mark or a connective."""
    return first <= 1 or o.marks[first - 1] or bool(o.passage.classes[first - 1] & _LEADING)


_LEADING = frozenset({"strip", "complementizer"})
