"""Whose somebody or something is: "its shares", "his lawyer", where a pronoun on the subject says it."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.claims.analysis import NOMINAL, VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.doers import kind_of
from claimtrack.claims.reference.entities import Entity, is_owned_alike, one
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.text.tokens import Token


def owners(draft: Draft, discourse: Discourse, hooks: Hooks, noun: int | None) -> Iterator[tuple[int, str]]:
    """Where the pronoun on the subject stands, and whom it means; nothing where that is not sure.

    A possessive may mean more than a subject may: what was named as an object, or only in passing. So only the
    sentence itself and the one before it count, and the only one there whose gender shows.
    """
    a = draft.passage.analysis
    behind = draft.head + 1 if hooks.VERB_FIRST else None  # a verb that bears its subject may have one all the same
    acting = behind if noun is None else noun
    at = None if acting is None or draft.frame.attribution == "direct" else _pronoun(draft, hooks, acting)
    if at is None or not any(a.pos[i] in VERBAL for i in draft.tokens):
        return
    token = a.tokens[at]
    shown = hooks.possessor(token.norm, a.tags[at])
    if shown is None:
        return
    found = discourse.meant(draft, *shown, hooks)
    if found and not hooks.VERB_FIRST and shown[0] in ("m", "f"):
        found += discourse.passing(draft, found, shown[0])
    meant = one(found)
    near = meant is not None and meant.passage >= draft.passage.index - 1
    if meant is None or not near or is_owned_alike(meant, shown, hooks) or _is_of_no_person(token, meant):
        return
    if _shows(meant, shown, hooks) and meant.text not in _words(draft):
        yield token.end, f" [{meant.text}]"


def _is_of_no_person(token: Token, meant: Entity) -> bool:
    """Whether only things have what bears the pronoun, an area or a capacity, and a person is meant."""
    code = lexicon.code_of(token.text)
    key = nominals.nominal(code, token.norm).key
    return key in load(code).folded("descriptions", "of_places") and (
        meant.person or kind_of(code, meant.text) == "person"
    )


def _shows(entity: Entity, shown: tuple[str | None, str], hooks: Hooks) -> bool:
    """Whether an antecedent surely is of the gender and number; a name in the language of genders may be of both."""
    if entity.number != shown[1] and (shown[1] == "p" or not hooks.VERB_FIRST):
        return False
    if shown[0] is None or hooks.VERB_FIRST:
        return True
    named = entity.gender is None and all(word[:1].isupper() for word in entity.text.split())
    return named or (entity.gender is not None and shown[0] in entity.gender)


def _pronoun(draft: Draft, hooks: Hooks, noun: int) -> int | None:
    """The possessive that opens a claim, if it is the subject's, or the subject itself where it ends with one."""
    a, first = draft.passage.analysis, draft.tokens[0]
    if noun not in draft.tokens:
        return None
    if not hooks.VERB_FIRST:
        opens = a.pos[first] in ("PRON", "DET") and hooks.possessor(a.tokens[first].norm, a.tags[first]) is not None
        return first if opens and a.heads[first] == noun else None
    code, word, norm = lexicon.code_of(a.tokens[noun].text), a.tokens[noun].fold, a.tokens[noun].norm
    behind = any(particles and lexicon.has_possessive(code, rest) for particles, rest in hooks.variants(word))
    bears = nominals.is_owned(code, norm, word) and not behind and hooks.core(a.tokens[noun].text) is None
    if noun > draft.head and any(a.pos[i] in NOMINAL for i in draft.tokens if i < draft.head):
        return None  # 20 million may lose their homes: whose they are, the claim says itself
    return noun if bears and "moment" not in draft.passage.classes[noun] else None


def _words(draft: Draft) -> str:
    return " ".join(draft.passage.analysis.tokens[i].text for i in draft.tokens)
