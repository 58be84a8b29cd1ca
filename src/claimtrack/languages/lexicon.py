"""The bilingual lexicon: English words for predicates and nouns, and English forms for glosses."""

from __future__ import annotations


def english_predicate(code: str, folded: str, verbal: bool) -> str | None:
    """The English verb of a predicate word, None where the lexicon does not know it."""
    return None


def english_noun(code: str, folded: str) -> str | None:
    """The English noun of a word, None where the lexicon does not know it."""
    return None


def past_participle(lemma: str) -> str:
    return lemma + ("d" if lemma.endswith("e") else "ed")


def past(lemma: str) -> str:
    return past_participle(lemma)


def plural(noun: str) -> str:
    return noun + "s"


def country(code: str) -> str:
    """The English name of a country by its ISO code, the code itself where there is none."""
    return code
