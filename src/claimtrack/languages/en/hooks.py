"""English: what word lists cannot say (lemmas)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import simplemma

from claimtrack.languages.en.tag_signs import is_finite as is_finite
from claimtrack.languages.en.tag_signs import settled_tags as settled_tags
from claimtrack.languages.en.trees import settled_tree as settled_tree

DIRECTION = "ltr"
ROLE_FIRST = False
NEGATES_NEXT = False
VERB_FIRST = False
OF = "of"
AND = "and"
FEMININE = "\0"
NISBA = "\0"
OBJECT = "\0"
CAUSATIVE = "\0"
SUBJECTS = "\0"
OBJECTS: tuple[str, ...] = ()
ADVERB = ("\0",)
BY = "by"
OBJECT_OF_FIRST = "\0"
TO_THE = "\0"
_DEFINITE = ("the", "this", "that")
FIRST_PERSON = "I"
THEY = "they"
CONJUNCTIONS: tuple[str, ...] = ()
SCRIPT = "LATIN"


_COMMONEST = frozenset(
    (
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "was",
        "for",
        "that",
        "on",
        "with",
        "by",
        "as",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "this",
        "are",
        "were",
        "has",
        "have",
        "not",
        "at",
        "from",
        "his",
        "said",
    )
)


def looks_like(text: str) -> bool:
    """English rather than another language in Latin script: the commonest words are there.

    A line too short to have one passes where it has none of the commonest words of the neighbours either.
    """
    words = text[:5000].lower().split()
    if sum(word in _COMMONEST for word in words) * 12 >= len(words):
        return True
    return len(words) < _SHORT and text.isascii() and not any(word in _NEIGHBOURS for word in words)


_SHORT = 12
_NEIGHBOURS = frozenset(
    [
        "le",
        "la",
        "les",
        "des",
        "du",
        "et",
        "der",
        "die",
        "das",
        "und",
        "ein",
        "eine",
        "el",
        "los",
        "las",
        "y",
        "de",
        "il",
        "di",
        "che",
        "un",
        "una",
        "een",
        "het",
        "og",
        "den",
        "que",
        "est",
        "ist",
        "yang",
    ]
)


def bare(phrase: str) -> str:
    """English writes its prepositions apart."""
    return phrase


@lru_cache(maxsize=8192)
def core(phrase: str) -> tuple[str, ...] | None:
    """The words behind the article."""
    words = phrase.lower().split()
    return tuple(words[1:]) if len(words) > 1 and words[0] in _DEFINITE else None


def variants(word: str) -> tuple[tuple[str, str], ...]:
    """English writes its particles apart: a word has one reading."""
    return (("", word),)


def certain_tag(norm: str) -> str | None:
    """The treebank is large enough to learn every word."""
    return None


@cache
def _bases() -> dict[str, tuple[str, ...]]:
    """The verbs that an irregular past or participle may be of."""
    from claimtrack.languages import load

    found: dict[str, tuple[str, ...]] = {}
    for verb, forms in load("en").data("verbs")["verbs"].items():
        for form in forms:
            found[form] = (*found.get(form, ()), verb)
    return found


@lru_cache(maxsize=8192)
def verb_keys(word: str) -> tuple[str, ...]:
    """The forms under which a verb may stand in a word list: as written, its lemma, and the verb it is a past of."""
    return tuple(dict.fromkeys((word, lemma(word).lower(), *_bases().get(word, ()))))


noun_keys = verb_keys


def verb_bases(word: str, joined: bool) -> tuple[str, ...]:
    return (word,)


def spelled(word: str, tables: Mapping[str, Any]) -> str:
    """English names need no other letters."""
    return word


def written_forms(word: str) -> tuple[tuple[str, str, bool, bool, bool], ...]:
    return (("", word, False, False, False),)


def is_acting(word: str) -> bool:
    return False


def is_doer(word: str) -> bool:
    """English participles are told apart by the tagger."""
    return False


def perfect_keys(word: str) -> tuple[str, ...]:
    return ()


def imperfect_keys(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (), ()


def is_of_two(norm: str, tag: str) -> bool:
    """No English verb has a dual."""
    return False


def is_active(written: str, perfect: str, imperfect: str, past: bool) -> bool:
    """English shows its passives by an auxiliary."""
    return True


def passives(perfect: str, imperfect: str) -> tuple[str, str]:
    """English glosses itself: no table of its verbs is needed."""
    return "", ""


_PERSONS = {
    "i": "1s",
    "me": "1s",
    "my": "1s",
    "mine": "1s",
    "myself": "1s",
    "we": "1p",
    "us": "1p",
    "our": "1p",
    "ours": "1p",
    "ourselves": "1p",
    "you": "2",
    "your": "2",
    "he": "3",
    "she": "3",
    "they": "3",
    "it": "3",
    "him": "3",
    "her": "3",
    "them": "3",
    "his": "3",
    "their": "3",
    "himself": "3",
    "herself": "3",
    "itself": "3",
    "themselves": "3",
}
_PRONOUNS = {"he": ("m", "s"), "she": ("f", "s"), "it": ("n", "s"), "they": (None, "p")}


def person(norm: str, tag: str) -> str | None:
    """The person of a pronoun."""
    return _PERSONS.get(norm) if tag.startswith(("PRON", "DET")) else None


def may_be_first_person(norm: str, tag: str) -> bool:
    """English verb forms do not carry the person."""
    return False


def may_be_she(norm: str, tag: str) -> bool:
    """English verbs show no gender."""
    return False


def gender_number(norm: str, tag: str) -> tuple[str | None, str]:
    """Gender and number as far as the form shows them; English nouns show number alone."""
    return _PRONOUNS.get(norm, (None, "p" if tag.endswith(":S") or norm in _OF_SEVERAL else "s"))


_OF_SEVERAL = frozenset({"couple", "duo", "trio"})
"""Nouns without a plural ending that mean several people, so that neither "he" nor "it" is them."""

_POSSESSORS = {"his": ("m", "s"), "her": ("f", "s"), "its": ("n", "s"), "their": (None, "p")}


def possessor(norm: str, tag: str) -> tuple[str | None, str] | None:
    """Gender and number of whom a possessive pronoun stands for; "her" before a noun alone is one."""
    return _POSSESSORS.get(norm)


def drops_subject(tag: str) -> bool:
    """English verbs want a subject; one without has a subject in another clause."""
    return False


def is_imperfect(norm: str) -> bool:
    """English has no imperfect."""
    return False


def is_future(word: str, tag: str = "VERB:i") -> bool:
    """English has no future forms of verbs; "will" is a word of its own."""
    return False


def is_definite(norm: str, tag: str) -> bool:
    """English definiteness is a word of its own."""
    return False


def is_own_act(norm: str, tag: str) -> bool:
    """English verbs do not say who acts."""
    return False


def is_answer(norm: str, tag: str) -> bool:
    """English has no conjunction of its own for what follows from a condition."""
    return False


@lru_cache(maxsize=8192)
def word_features(norm: str) -> tuple[str, ...]:
    """Longer beginnings and endings, where English keeps its word classes."""
    return ("p4=" + norm[:4], "s4=" + norm[-4:])


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """The dictionary form by simplemma."""
    return str(simplemma.lemmatize(word, lang="en")) if word.isprintable() and word.strip() else word
