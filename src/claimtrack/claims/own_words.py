"""Whose words a text is that speaks in the first person without saying so: an organisation's statement, a letter."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.attribution import main_actor
from claimtrack.claims.draft import Passage
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.phrases import is_comma, joins
from claimtrack.languages import Hooks

_SENTENCES = 3
"""So many sentences in the first person make a text the words of somebody."""
_SIGNATURE = 6
"""A signature has no more tokens."""


def own_speaker(passages: Sequence[Passage], hooks: Hooks) -> str | None:
    """Who speaks in a text of the first person: whom its beginning, its end or its signature names; None in others."""
    if hooks.VERB_FIRST or any(p.voice is not None or p.role in ("statement", "lead_in") for p in passages):
        return None
    prose = [p for p in passages if p.role == "body"]
    speaking = [p for p in prose if _persons(p, hooks)]
    if len(speaking) < _SENTENCES or len(speaking) * _SENTENCES < len(prose):
        return None
    many = sum("1p" in _persons(p, hooks) for p in speaking) * 2 > len(speaking)
    return (_organisation(prose, hooks) if many else None) or _signature(prose[-1])


def _persons(p: Passage, hooks: Hooks) -> set[str]:
    """The first persons, singular or plural, that a sentence has outside of quotations."""
    a = p.analysis
    return {
        person
        for i, classes in enumerate(p.classes)
        if "first_person" in classes and not p.quoted[i]
        for person in (hooks.person(a.tokens[i].norm, "PRON"),)
        if person in ("1s", "1p")
    }


def _organisation(prose: Sequence[Passage], hooks: Hooks) -> str | None:
    """Who acts by name in the first sentence of the last paragraph, or where the text begins beside its "we"."""
    last = next(p for p in prose if p.paragraph == prose[-1].paragraph)
    opens = "1p" in set().union(*(_persons(p, hooks) for p in prose[:2]))
    for each in (last, prose[0]) if opens else (last,):
        actor = main_actor(each, hooks)
        if actor is not None and hooks.person(actor.split()[0].lower(), "PRON") is None:
            return actor
    return None


def _signature(p: Passage) -> str | None:
    """The name that a last line gives, with an office behind a comma or without; None where it says anything else."""
    a = p.analysis
    stop = next((i for i in range(len(a.tokens)) if is_comma(a, i)), len(a.tokens))
    named = all(a.pos[i] == "PROPN" or joins(a, i) for i in range(stop)) and a.tokens[-1].is_word
    return phrase_text(a, list(range(stop))) if named and 1 < stop < _SIGNATURE else None
