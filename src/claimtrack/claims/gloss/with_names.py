"""Noun phrases with the names right behind them: "engineer Adrian Foucault", "company Nofalis", "wife of Adrian"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.named import Named, is_closed, is_given, is_head, is_part, is_role
from claimtrack.languages import latin_names, lexicon, nominals
from claimtrack.languages.inflection import is_readable

Phrases = list[tuple[int, str]]
"""Noun phrases in English, each with the token that it begins at."""
_OPENING = frozenset("\"«“„'‘")
_DESCRIBING = frozenset({"NOUN", "ADJ"})


def with_names(draft: Draft, code: str, nouns: Phrases, names: Sequence[Named]) -> tuple[Phrases, list[Named]]:
    """The noun phrases with the names that belong to them, and the names that stand alone."""
    phrases, alone = list(nouns), []
    for name in names:
        n = next((n for n in reversed(range(len(phrases))) if phrases[n][0] < name.first), None)
        joined = None if n is None else _joined(draft, code, phrases[n], name)
        if n is None or joined is None:
            alone.append(name)
        else:
            phrases[n] = (phrases[n][0], joined)
    return phrases, alone


def _joined(draft: Draft, code: str, phrase: tuple[int, str], name: Named) -> str | None:
    """A noun phrase with the name right behind it; None where the name is no part of it."""
    a, (first, words) = draft.passage.analysis, phrase
    before = name.first - 1
    if before > first and a.tokens[before].text in _OPENING:
        before -= 1
    between = range(first + 1, before + 1)
    if any(a.pos[k] not in _DESCRIBING or a.has_conjunction(k) for k in between) or a.has_conjunction(name.first):
        return None
    if before == first and latin_names.is_polite(code, a.tokens[first].norm):
        return name.text
    if nominals.nominal(code, a.tokens[first].norm).is_plural:
        return None
    person = next((k for k in (*reversed(between), first) if is_role(code, a.tokens[k])), None)
    if person is not None:
        return _apposed(draft, code, phrase, name, person)
    head, closed = is_head(code, a.tokens[first]), is_closed(draft.passage, code, first)
    if (before > first and not head) or (closed and name.of_person):
        return None  # the police | X: whom they arrested
    return f"{words} of {name.text}" if name.led or (name.of_person and not head) else f"{words} {name.text}"


def _apposed(draft: Draft, code: str, phrase: tuple[int, str], name: Named, person: int) -> str | None:
    """A name with the noun that says what its bearer is, or whose the bearer is: "wife | of X"."""
    first, words = phrase
    if person > first and nominals.nominal(code, draft.passage.analysis.tokens[person].norm).noun is None:
        return None  # the noun before it tells of another one
    owned = person == first == name.first - 1 and not is_closed(draft.passage, code, person)
    return f"{words} of {name.text}" if name.led or owned else f"{words} {name.text}"


def subject_name(draft: Draft, code: str, subject: str | None, names: Sequence[Named]) -> str | None:
    """The name of a subject that the claim's own words do not tell, in Latin letters; None where it is no sure name."""
    if subject is None or lexicon.is_own_gloss(code) or is_readable(subject):
        return None
    words = tuple(subject.split())
    first = next((n for n, word in enumerate(words) if is_given(code, word)), None)
    if first is None or not all(is_part(code, word) for word in words[first:]):
        return None
    if len(words) == 1 and subject != draft.frame.speaker and nominals.nominal(code, words[0]).noun is not None:
        return None
    spelled = latin_names.latin(code, words[first:])
    told = {word for name in names for word in name.text.split()}
    return None if told & set(spelled.split()) else spelled
