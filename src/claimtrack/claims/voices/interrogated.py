"""Questions that are told before their answer: "Asked whether the bank was safe, the governor said no".

What is asked is nobody's claim, unless the answer is a mere yes or no: then it is what the answer affirms or denies.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.claims.draft import Frame, Passage
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.languages import lexicon, load

_BEFORE = 3
"""So many tokens may stand before the participle: "When asked", "Cross-examined"."""
_WITHIN = NAMING | {"ADP", "PART", "PRON", "NUM"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question put to who speaks next: its participle, the comma behind it and the verb of the answer."""

    cue: int
    comma: int
    answer: int


def question(p: Passage) -> Question | None:
    """The question with which a sentence begins, where a verb of saying answers it; None in others."""
    if "interrogated" not in p.held:
        return None
    a = p.analysis
    cue = next((t for t in range(min(_BEFORE, len(a.tokens))) if "interrogated" in p.classes[t]), None)
    if cue is None or cue + 3 >= len(a.tokens) or a.pos[cue] != "VERB" or not _opens(p, cue):
        return None
    if is_finite(a, cue + 1):
        return None
    for comma in range(cue + 2, len(a.tokens) - 2):
        if is_comma(a, comma) and not p.quoted[comma]:
            verb = comma + 1
            while verb < len(a.tokens) - 1 and a.pos[verb] in _WITHIN and "say" not in p.classes[verb]:
                verb += 1
            if verb > comma + 1 and "say" in p.classes[verb] and is_finite(a, verb):
                return Question(cue, comma, verb)
    return None


def _opens(p: Passage, cue: int) -> bool:
    """Whether nothing but "when" or the first half of the word stands before a participle."""
    a = p.analysis
    return all("time" in p.classes[t] or a.tokens[t].kind == "mark" or a.tokens[t + 1].text == "-" for t in range(cue))


def answered(p: Passage, asked: Question, speaker: str | None) -> Reporting | None:
    """The frame of a question whose answer is "yes" or "no"; None where more is said, or something else was asked."""
    a, word, behind = p.analysis, asked.answer + 1, asked.answer + 2
    if word >= len(a.tokens) or "asked_whether" not in p.classes[asked.cue + 1]:
        return None
    alone = behind >= len(a.tokens) or a.tokens[behind].kind == "mark"
    lists = load(lexicon.code_of(a.tokens[word].text)).folded
    for name in ("yes", "no") if alone else ():
        if a.tokens[word].fold.lower() in lists("structure", name):
            frame = Frame(speaker, "reported", a.tokens[asked.answer].text, "denying" if name == "no" else "committing")
            return Reporting(asked.answer, frame, asked.cue + 2, asked.comma)
    return None


def affirmed(p: Passage, first: int) -> bool:
    """Whether a claim that begins at a token is what somebody was asked and said yes to."""
    if "interrogated" not in p.held:
        return False
    return any(r.first <= first < r.last and "asked_whether" in p.classes[r.first - 1] for r in p.reports or ())
