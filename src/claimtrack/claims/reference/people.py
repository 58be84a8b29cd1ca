"""Nouns of people and bodies, who act themselves and whom a pronoun may mean wherever they were named."""

from __future__ import annotations

from functools import cache

from claimtrack.claims.draft import Draft
from claimtrack.languages import lexicon, load
from claimtrack.text.folding import fold, unaccented


def is_people(draft: Draft, noun: int) -> bool:
    """Whether a noun is of people, by the lists of the language or as an office."""
    token = draft.passage.analysis.tokens[noun]
    code = lexicon.code_of(token.text)
    people = load(code).folded("descriptions", "people")
    return token.fold in people or lexicon.bare(code, token.fold) in people or "role" in draft.passage.classes[noun]


def is_somebody(draft: Draft, noun: int) -> bool:
    """Whether a noun is of people or a body, or says who does something as a participle ("his rival")."""
    token = draft.passage.analysis.tokens[noun]
    code = lexicon.code_of(token.text)
    bare = lexicon.bare(code, token.fold)
    return is_people(draft, noun) or bare in load(code).folded("names", "organisations") or bare in _doers(code)


def shown_gender(name: str, noun: str = "") -> str | None:
    """The one gender that a noun, a title or a given name in English words shows, if any; "f" and "m" together none."""
    words, lists = name.split(), load("en")
    found = set()
    for gender, nouns, given in (("m", "men", "named_men"), ("f", "women", "named_women")):
        first = next((word for word in words[:-1] if word[:1].isupper() and _is_in(word, given)), None)
        titled = words and _is_in(words[0].strip("."), nouns) and words[0][:1].isupper()
        if first is not None or titled or (noun and fold(noun).lower() in lists.folded("descriptions", nouns)):
            found.add(gender)
    return found.pop() if len(found) == 1 else None


def _is_in(word: str, name: str) -> bool:
    return unaccented(fold(word)).lower() in load("en").folded("descriptions", name)


@cache
def _doers(code: str) -> frozenset[str]:
    """The participles of the lexicon that are no plain nouns as well."""
    entries = load(code).data("predicates").get("predicates", {}).values()
    words = frozenset(fold(word) for entry in entries for word in entry.get("participle", ()))
    return words.difference(lexicon.nouns(code))
