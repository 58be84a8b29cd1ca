"""Whose words a text is that speaks in the first person without saying so: an organisation's statement, a letter."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimtrack.claims.draft import Draft, Frame, Passage
from claimtrack.claims.voices.attribution import NARRATION
from claimtrack.claims.voices.tellers import main_actor
from claimtrack.languages import Hooks

_MARKS = frozenset({"first_person", "own_subject"})
_SENTENCES = 3
"""So many sentences in the first person make a text the words of somebody."""


def speaks_of_itself(passages: Sequence[Passage]) -> bool:
    """Whether one of the sentences speaks in the first person, outside a quotation."""
    return any(classes & _MARKS and not p.quoted[i] for p in passages for i, classes in enumerate(p.classes))


def answers_of_its_own(passages: Sequence[Passage], questions: Collection[int], least: float) -> bool:
    """Whether somebody answers the questions that fill paragraphs: `least` of the answers are in the first person.

    Headings that ask ("Was the bridge new?") are followed by prose.
    """
    behind = [[p for p in passages if p.paragraph == asked + 1] for asked in questions]
    return sum(map(speaks_of_itself, behind)) >= len(behind) * least


def own_speaker(passages: Sequence[Passage], hooks: Hooks, signed_by: str | None) -> str | None:
    """Who speaks in a text of the first person: whom its beginning or its end names, or who signed; None in others."""
    if any(p.voice is not None or p.role in ("statement", "lead_in") for p in passages):
        return None
    prose = [p for p in passages if p.role == "body"]
    speaking = [p for p in prose if speaks_of_itself([p])]
    if signed_by is not None and speaking:
        return signed_by if hooks.VERB_FIRST else _organisation(prose, speaking, hooks) or signed_by
    if hooks.VERB_FIRST or len(speaking) < _SENTENCES or len(speaking) * _SENTENCES < len(prose):
        return None
    return _organisation(prose, speaking, hooks)


def _organisation(prose: Sequence[Passage], speaking: Sequence[Passage], hooks: Hooks) -> str | None:
    """The "we" of a text: who acts by name in the last paragraph's first sentence, or where the text begins with it."""
    if sum("1p" in _persons(p, hooks) for p in speaking) * 2 <= len(speaking):
        return None
    last = next(p for p in prose if p.paragraph == prose[-1].paragraph)
    opens = "1p" in set().union(*(_persons(p, hooks) for p in prose[:2]))
    for each in (last, prose[0]) if opens else (last,):
        actor = main_actor(each, hooks)
        if actor is not None and hooks.person(actor.split()[0].lower(), "PRON") is None:
            return actor
    return None


def _persons(p: Passage, hooks: Hooks) -> set[str]:
    """The first persons, singular or plural, that a sentence has outside of quotations."""
    words = (p.analysis.tokens[i].norm for i, c in enumerate(p.classes) if "first_person" in c and not p.quoted[i])
    return {person for word in words if (person := hooks.person(word, "PRON")) in ("1s", "1p")}


def leave_quotation(own: Sequence[Draft], outer: Frame) -> None:
    """What stands outside the quotation that a sentence is part of is said by the narrator."""
    for each in own:
        quoted = sum(each.passage.quoted[t] for t in each.tokens)
        if each.frame is outer and quoted * 2 < len(each.tokens):
            each.frame, each.frames = NARRATION, (NARRATION,)
