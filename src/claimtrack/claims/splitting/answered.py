"""Conditions with an answer that is marked as one: "إن لم يوقعوا قبل الأحد، | فسنوقف الآلات".

The conjunction on the answer says that it only holds under the condition, however many commas stand between the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.cues import cues
from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.borders import STOPS
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages import lexicon, load


def with_answered(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, each condition and the answer to it one."""
    kept = list(found)
    for word, answer in (*_by_word(o), *_by_phrase(o, kept)):
        if any(s.first <= word and s.last >= answer for s in kept):
            kept = _without_halves(kept, word, answer)
            continue
        held = [s for s in kept if answer <= s.first <= answer + 1]
        if not held:
            kept = [_to_end(o, s, answer) if word <= s.first <= word + 1 and s.last < answer else s for s in kept]
        if held:
            longest = max(held, key=lambda s: s.last)
            condition = [s for s in kept if word - 1 <= s.first <= word + 1 and s.last < answer]
            main = longest.first if longest.main is None else longest.main
            kept = [s for s in kept if s not in held and s not in condition]
            kept.append(replace(longest, first=word, main=main))
    return kept


def _by_word(o: Outline) -> Iterator[tuple[int, int]]:
    """The conditions of one word, and where the answer to each begins."""
    for word in range(len(o.marks) - 2):
        answer = _answer(o, word + 2) if _opens_condition(o, word) else None
        if answer is not None:
            yield word, answer


def _by_phrase(o: Outline, kept: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The same of conditions that a phrase opens: "في حال رفضوا، | سيستقيل"; a comma is enough before what holds."""
    for first, last in o.passage.phrases.get("condition", ()):
        if not (first == 0 or o.joined[first] or o.marks[first - 1] or "strip" in o.passage.classes[first - 1]):
            continue
        answer = _answer(o, last)
        comma = next((t for t in o.commas if t > last and (answer is None or t < answer)), None)
        if answer is not None:
            yield first, answer
        elif comma is not None and any(_goes_over(o, s, first, comma) for s in kept):
            yield first, comma + 1


def _goes_over(o: Outline, span: Span, first: int, comma: int) -> bool:
    """Whether a span is what holds under a condition, or that and the condition, or the condition before its verb."""
    if span.first == comma + 1:
        return span.verb is not None
    verb = comma + 1 < len(o.tags) and o.a.tags[comma + 1].endswith(("VERB:i", "VERB:p"))
    return first <= span.first <= first + 1 and (span.last > comma or verb)


def _to_end(o: Outline, condition: Span, answer: int) -> Span:
    """A condition that no claim answers, up to the next mark behind its answer."""
    end = next((t for t in range(answer, len(o.marks)) if o.marks[t]), len(o.marks)) - 1
    return replace(condition, last=end, main=answer)


def _without_halves(kept: Sequence[Span], word: int, answer: int) -> list[Span]:
    """The spans but the mere condition, and what holds under it alone, where one holds both."""
    whole = max((s for s in kept if s.first <= word and s.last >= answer), key=lambda s: (s.first, s.last))

    def is_half(s: Span) -> bool:
        condition = word <= s.first <= word + 1 and answer - 2 <= s.last < answer
        return s is not whole and (condition or (answer <= s.first <= answer + 1 and s.last == whole.last))

    return [s for s in kept if not is_half(s)]


def _answer(o: Outline, start: int) -> int | None:
    """The first token from `start` on that answers a condition; None where the sentence or a quotation ends before."""
    for t in range(start, len(o.marks)):
        if o.norms[t] in _ENDING:
            return None
        hooks = load(lexicon.code_of(o.a.tokens[t].text)).hooks
        if "apodosis" in o.passage.classes[t] or hooks.is_answer(o.norms[t], o.a.tags[t]):
            return t
    return None


_ENDING = STOPS - {",", "(", ")", '"', "«", "»", "“", "”"}


def _opens_condition(o: Outline, t: int) -> bool:
    """Whether a condition begins here: with a word for it, or one that means "if" right before a verb alone."""
    classes = o.passage.classes
    if not (t == 0 or o.joined[t] or o.marks[t - 1] or o.a.pos[t - 1] == "CCONJ" or "strip" in classes[t - 1]):
        return False
    if "conditional" in classes[t]:
        return o.a.pos[t] == "SCONJ"
    return _means_if(o, t) and o.a.pos[t + 1 + ("negator" in classes[t + 1])] in VERBAL


def _means_if(o: Outline, t: int) -> bool:
    """Whether a word means "if" before a verb, as it is written or without a conjunction; not "that he" (إنه)."""
    code, norm = lexicon.code_of(o.a.tokens[t].text), o.norms[t]
    rest = norm[1:] if o.joined[t] and norm[:1] in load(code).hooks.CONJUNCTIONS else norm
    return "if_verb" in cues(code).words.get(rest, frozenset())
