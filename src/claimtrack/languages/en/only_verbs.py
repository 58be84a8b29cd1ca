"""The verb of a sentence in which the tagger found no finite one: "The talks | collapsed", "Oil | costs 82 dollars"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

_CLOSING = frozenset({".", "”", '"'})
_SUBJECT = ("NOUN", "PROPN", "NUM", "ADV")
_BEHIND_PAST = ("DET", "ADP", "ADV", "PRON", "NUM", "ADJ", "PART", "PROPN", "PUNCT")
_BEHIND_PRESENT = ("DET", "ADP", "ADV", "PRON", "NUM", "ADJ", "PART", "PUNCT")
_OBJECT = ("DET", "PRON")


def only_verb(norms: Sequence[str], tags: Sequence[str], is_finite: Callable[[str], bool]) -> tuple[int, str] | None:
    """The token that must be the verb of a whole sentence without one, and its tag; None where there is a verb.

    A past that looks like a participle comes before a noun that looks like a verb where an object follows it at once.
    """
    whole = len(norms) > _LEAST and norms[-1] in _CLOSING and tags[0].partition(":")[0] in _BEGINNING
    if not whole or any(tag.startswith(("VERB", "AUX")) and is_finite(tag) for tag in tags):
        return None
    plain = [tag.partition(":")[0] for tag in tags]
    inner = [i for i in range(1, len(norms) - 1) if plain[i - 1] in _SUBJECT and _NAMING & set(plain[:i])]
    past = [i for i in inner if tags[i] == "VERB:VBN" and _is_past(norms, i)]
    pasts = [i for i in past if plain[i + 1] in _BEHIND_PAST or tags[i + 1] == "NOUN:S"]
    free = [
        i
        for i in inner
        if (plain[i] == "NOUN" or (plain[i] == "X" and norms[i] in _pasts())) and plain[i + 1] in _BEHIND_PRESENT
    ]
    nouns = [i for i in free if verb_form(norms[i]) and (plain[i - 1] != "NUM" or len(norms[i - 1]) == _YEAR)]
    main = _behind_aside(norms, tags, plain)
    if main is not None and not (nouns and nouns[0] < main):
        return main, "VERB:VBD"
    if pasts and (not nouns or pasts[0] < nouns[0]) and (not nouns or plain[pasts[0] + 1] in _OBJECT):
        return pasts[0], "VERB:VBD"
    if nouns:
        return nouns[0], verb_form(norms[nouns[0]])
    return None


def _behind_aside(norms: Sequence[str], tags: Sequence[str], plain: Sequence[str]) -> int | None:
    """The past behind what describes a subject between commas: "The bridge, built in 1890, | collapsed on Friday"."""
    commas = [i for i in range(1, len(norms) - 2) if norms[i] == ","]
    if len(commas) < 2 or plain[commas[0] - 1] not in ("NOUN", "PROPN") or _VERBAL & set(plain[: commas[0]]):
        return None
    closing = (c + 1 for c in reversed(commas[1:]) if tags[c + 1] == "VERB:VBN" and plain[c + 2] in _BEHIND_PAST)
    return next((i for i in closing if _is_past(norms, i)), None)


_VERBAL = frozenset({"VERB", "AUX", "SCONJ"})
_LEAST = 4
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_YEAR = 4
"""Digits of a year, which may end a subject: "the register for 1618 | records"; other numbers count what follows."""
_BEGINNING = ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADP", "ADV")


def _is_past(norms: Sequence[str], i: int) -> bool:
    """Whether a participle is written like its past, and nobody follows by whom it is done."""
    return norms[i + 1] != "by" and (norms[i].endswith("ed") or norms[i] in _pasts())


def verb_form(norm: str) -> str:
    """The tag of a word that is a form of a verb too: an irregular past or a third person; "" for others."""
    if not is_verb(norm):
        return ""
    if norm in _pasts():
        return "VERB:VBD"
    return "VERB:VBZ" if norm.endswith("s") and norm not in _BARE else ""


def is_verb(norm: str) -> bool:
    """Whether a word is some form of a verb of the lexicon, whatever else it may be."""
    from claimtrack.languages import lexicon

    lemma = lexicon.english_predicate("en", norm, True)
    return lemma is not None and lexicon.is_shown(lemma)


_BARE = frozenset({"press", "pass", "progress", "process", "access", "stress", "guess", "cross", "focus"})


@cache
def _pasts() -> frozenset[str]:
    """Irregular pasts: sank, froze."""
    from claimtrack.languages import load

    return frozenset(forms[0] for forms in load("en").data("verbs")["verbs"].values())
