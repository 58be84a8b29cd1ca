"""Conditions with an answer that is marked as one: "إن لم يوقعوا قبل الأحد، | فسنوقف الآلات".

The conjunction on the answer says that it only holds under the condition, however many commas stand between the two.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    for word in range(len(o.marks) - 2):
        answer = _answer(o, word + 2) if _opens_condition(o, word) else None
        if answer is None or any(s.first <= word and s.last >= answer for s in kept):
            continue
        held = [s for s in kept if answer <= s.first <= answer + 1]
        if held:
            longest = max(held, key=lambda s: s.last)
            condition = [s for s in kept if word - 1 <= s.first <= word + 1 and s.last < answer]
            main = longest.first if longest.main is None else longest.main
            kept = [s for s in kept if s not in held and s not in condition]
            kept.append(replace(longest, first=word, main=main))
    return kept


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
