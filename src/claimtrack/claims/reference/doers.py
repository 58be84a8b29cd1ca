"""Who can do what a verb says that bears its subject: a stadium misses no penalty, an official is no cost.

What is told of things alone or of people alone is listed with the verbs; most verbs are told of either.
"""

from __future__ import annotations

from functools import cache

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.passives import is_passive
from claimtrack.claims.gloss.verbs import listed
from claimtrack.claims.reference.bodies import is_body
from claimtrack.claims.tree_subjects import shows_gender
from claimtrack.languages import lexicon, load, nominals, verbs
from claimtrack.model.mentions import Quantity
from claimtrack.text.folding import fold

_YEAR = "year"


def doer(draft: Draft) -> str | None:
    """Who alone can do what the claim's verb says: a "person", "somebody" or a "thing"; None where any may.

    A verb that may be passive tells nothing of who acts, unless what is acted on stands behind it.
    """
    a, head = draft.passage.analysis, draft.head
    if not shows_gender(a, head):
        return None
    code = lexicon.code_of(a.tokens[head].text)
    found = listed(draft, code, head)
    who = None if found is None else verbs.done_by(code, found)
    if found is None or who is None or who == "person":
        return who
    if who == "thing":
        return None if any(isinstance(m.value, Quantity) and m.value.unit == _YEAR for m in draft.mentions) else who
    return who if acts_itself(draft, code, found) or _has_object(draft, code) else None


def acts_itself(draft: Draft, code: str, found: verbs.Meaning) -> bool:
    """Whether a verb is surely active: by its letters, by the pronoun that it acts on, or as it never has an object."""
    a, head = draft.passage.analysis, draft.head
    token, past = a.tokens[head], a.tags[head].endswith(":p")
    if is_passive(a, head):
        return False
    borne = verbs.bears_object(code, token.fold, a.tags[head])
    return borne or verbs.is_intransitive(code, found.verb) or verbs.is_active(code, token.norm, found, past)


def _has_object(draft: Draft, code: str) -> bool:
    """Whether a noun or number that no preposition leads stands right behind the verb."""
    a, at = draft.passage.analysis, draft.head + 1
    if at not in draft.tokens or "time" in draft.passage.mention_types[at] or is_passive(a, draft.head):
        return False
    token = a.tokens[at]
    plain = a.pos[at] in ("NOUN", "PROPN", "NUM", "DET") or token.kind == "number"
    return plain and not nominals.has_preposition(code, token.norm)


def is_of_two(draft: Draft) -> bool:
    """Whether the verb shows that two act."""
    a, head = draft.passage.analysis, draft.head
    hooks = load(lexicon.code_of(a.tokens[head].text)).hooks
    return hooks.is_of_two(a.tokens[head].norm, a.tags[head])


@cache
def are_two(text: str) -> bool:
    """Whether words are of two: a dual, or two joined by "and"."""
    code, words = lexicon.code_of(text), text.split()
    joined = sum(word.startswith(load(code).hooks.AND) for word in words[1:]) == 1
    return joined or any(nominals.is_dual(code, fold(word)) for word in words[:1])


def can_do(who: str | None, text: str, person: bool = False) -> bool:
    """Whether what is called `text` can be the subject of a verb that `who` alone does; a `person` has a name."""
    if who is None:
        return True
    kind = "person" if person else kind_of(lexicon.code_of(text), text)
    return kind is None or kind in _DOERS[who]


_DOERS = {"person": ("person",), "somebody": ("person", "body", "telling"), "thing": ("thing", "telling", "body")}
"""The kinds of which each is told: what is written decides and forbids as well."""


@cache
def kind_of(code: str, text: str) -> str | None:
    """Whether words are of a "person", a "body", a "thing" or of something "telling" (a report); None if unknown.

    A single word without article may be a name as well as a thing.
    """
    language, first = load(code), text.split()[0]
    kind = noun_kind(code, first)
    closed = language.hooks.core(first) is not None or nominals.is_owned(code, first, fold(first))
    return kind if kind != "thing" or closed or " " in text else None


@cache
def noun_kind(code: str, word: str) -> str | None:
    """The same of one noun, which is no name."""
    language, folded = load(code), fold(word)
    bare = lexicon.bare(code, folded)
    whole = {bare, bare.removesuffix(fold(language.hooks.FEMININE)), nominals.nominal(code, word).key or bare}
    for name, kind in _KINDS:
        if not whole.isdisjoint(language.folded("descriptions", name)):
            return kind
    if is_body(language, folded):
        return "body"
    if language.hooks.gender_number(word, "NOUN") == ("m", "p") and not lexicon.is_listed(code, folded):
        return "person"
    english = lexicon.english_noun(code, folded)
    if english is not None and english.lower() in _people():
        return "person"
    return "thing" if english is not None or bare in lexicon.masdars(code) else None


@cache
def _people() -> frozenset[str]:
    """English nouns of people."""
    return load("en").folded("descriptions", "people") | load("en").folded("descriptions", "person")


_KINDS = (("person", "person"), ("people", "person"), ("telling", "telling"), ("collective", "body"))
"""The lists of descriptions that tell what a noun is of."""
