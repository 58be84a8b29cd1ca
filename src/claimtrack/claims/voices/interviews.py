"""Interviews whose turns bear letters ("Q", "A"): which letter asks, and who answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import claimtrack.claims.voices.speakers as speakers
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Passage
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.voices.tellers import main_actor
from claimtrack.languages import Hooks, Language
from claimtrack.text.folding import fold

_LABEL_LETTERS = 2
"""A label of so few letters names nobody."""


def is_letter(label: str, language: Language) -> bool:
    """Whether the label of a turn is a mere letter, or the word, for "question" or "answer"."""
    return len(_bare(label)) <= _LABEL_LETTERS or _bare(label) in _said(language, "answering") | _said(
        language, "asking"
    )


def asks(label: str, language: Language) -> bool:
    """Whether the label stands for the interviewer."""
    return _bare(label) in _said(language, "asking")


def _said(language: Language, name: str) -> set[str]:
    return set(map(fold, language.data("structure")[name]))


def _bare(label: str) -> str:
    return fold(label.strip(". "))


def asks_you(p: Passage, hooks: Hooks) -> bool:
    """Whether a question is put to somebody: "you" is in it, as a word or in the form of a verb."""
    a = p.analysis
    verbs = (t for t, pos in enumerate(a.pos) if pos == "VERB")
    return any("second_person" in c for c in p.classes) or any(
        hooks.person(a.tokens[t].norm, a.tags[t]) == "2" for t in verbs
    )


def presents(opening: Sequence[Passage], hooks: Hooks) -> bool:
    """Whether the words before the questions say what somebody does who has a name."""
    return any(main_actor(p, hooks) is not None for p in opening if p.role in ("body", "lead_in"))


def guest(passages: Sequence[Passage], known: Cues, label: str) -> str | None:
    """Whom the words before the turns of `label` introduce: "an interview with X", "X spoke to us", who acts there."""
    opening = [p for p in takewhile(lambda p: p.voice != label, passages) if p.role in ("body", "heading", "lead_in")]
    hooks = known.language.hooks
    for p in opening:
        for _, last in p.phrases.get("interview", ()):
            at = next((t for t in range(last, len(p.quoted)) if "time" not in p.mention_types[t]), None)
            who = speakers.behind(p, at, hooks, wide=hooks.VERB_FIRST) if at is not None else None
            if who is not None and not any("first_person" in p.classes[t] for t in who.tokens):
                return phrase_text(p.analysis, list(who.tokens))
    acting = (main_actor(p, hooks) for p in opening if p.voice is None)
    return next((name for name in acting if name is not None), None)


def named(passages: Sequence[Passage], known: Cues) -> str | None:
    """The first name that stands before the turns, whatever is said of it."""
    opening = takewhile(lambda p: p.voice is None, passages)
    names = (_topic(p, known) or _name(p) for p in opening if p.role in ("body", "heading", "lead_in"))
    return next((name for name in names if name is not None), None)


def titled(passages: Sequence[Passage], known: Cues, label: str) -> str | None:
    """The title that labels a turn with the name that the words before it gave ("the minister" → "the minister X")."""
    words = fold(label).split()
    for p in takewhile(lambda p: p.voice is None, passages):
        folds = [token.fold for token in p.analysis.tokens]
        for t in range(len(folds) - len(words)):
            if folds[t : t + len(words)] == words:
                who = speakers.behind(p, t, known.language.hooks, wide=known.language.hooks.VERB_FIRST)
                if who is not None and len(who.tokens) > len(words):
                    return phrase_text(p.analysis, list(who.tokens))
    return None


def _name(p: Passage) -> str | None:
    """The first proper name of two words that is no place."""
    a = p.analysis
    for t in range(len(a.tokens) - 1):
        if a.pos[t] == a.pos[t + 1] == "PROPN" and not p.mention_types[t] & {"place", "time"}:
            return phrase_text(a, [t, t + 1])
    return None


def _topic(p: Passage, known: Cues) -> str | None:
    """The two words that a sentence without a verb begins with, behind a title: where the subject comes first."""
    a, hooks = p.analysis, known.language.hooks
    first = int(bool(a.tokens) and hooks.core(a.tokens[0].text) is not None)
    words = [t for t in range(first, min(first + 2, len(a.tokens))) if a.tokens[t].is_word]
    known_words = any(hooks.certain_tag(a.tokens[t].norm) not in (None, "PROPN") for t in words)
    if not hooks.VERB_FIRST or len(words) < 2 or known_words or any(a.pos[t] in ("VERB", "ADV") for t in words):
        return None
    return phrase_text(a, list(range(first + 2)))
