"""The noun right behind a verb that may bear its subject itself: whether it acts, or is acted on."""

from __future__ import annotations

from functools import cache

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.verbs import takes_no_object
from claimtrack.claims.naming import is_accusative
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.doers import doer, noun_kind
from claimtrack.claims.reference.left_out import acts_by_pronoun, is_willed, pronoun_in_front
from claimtrack.claims.reference.people import is_people, is_somebody
from claimtrack.claims.tree_subjects import shows_gender
from claimtrack.languages import Hooks, lexicon, load, nominals, verbs
from claimtrack.text.folding import fold


def acting(draft: Draft, hooks: Hooks) -> int | None:
    """A noun right behind its verb that surely acts, since what is acted on follows.

    A definite one of the verb's gender before a number or an owned noun ("fed the society | 4,000 children", "seized
    the police | her phone"), or one with a possessive before a definite noun ("denied his lawyer | the charges").
    """
    a, noun = draft.passage.analysis, draft.head + 1
    if noun + 1 not in draft.tokens or a.pos[noun] != "NOUN" or not shows_gender(a, draft.head):
        return None
    counted = a.pos[noun + 1] == "NUM" or a.tokens[noun + 1].kind == "number"
    code, word = lexicon.code_of(a.tokens[noun].text), a.tokens[noun]
    verb = hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])
    if _has_object_behind(draft, noun, hooks):
        return noun
    fits = hooks.core(word.text) is not None and lexicon.gender(code, word.fold) == verb[0]
    owned = a.pos[noun + 1] == "NOUN" and _is_owned(draft, noun + 1)
    return noun if (counted or owned) and fits else None


def people_behind(draft: Draft) -> int | None:
    """Several people with the article right behind a verb in the singular, whom the tree has as its subject.

    Their broken plural agrees as a feminine elsewhere, but not here: يوصي الأطباء.
    """
    a, noun = draft.passage.analysis, draft.head + 1
    if noun not in draft.tokens or a.pos[noun] != "NOUN" or not shows_gender(a, draft.head):
        return None
    code, token = lexicon.code_of(a.tokens[noun].text), a.tokens[noun]
    hooks = load(code).hooks
    bare = lexicon.bare(code, token.fold)
    several = bare in lexicon.plural_forms(code) and is_people(draft, noun)
    closed = hooks.core(token.text) is not None and a.relations[noun] == "nsubj" and a.heads[noun] == draft.head
    singular = hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])[1] == "s"
    return noun if several and closed and singular and not has_first_person(draft, hooks) else None


def has_first_person(draft: Draft, hooks: Hooks) -> bool:
    a, head = draft.passage.analysis, draft.head
    return hooks.person(a.tokens[head].norm, a.tags[head]) in ("1s", "1p")


def acts_behind_object(draft: Draft) -> bool:
    """Whether people stand right behind the owned object of a verb and act ("took over his seat | another deputy")."""
    a, at = draft.passage.analysis, draft.head + 2
    if at not in draft.tokens or a.pos[at] != "NOUN" or is_accusative(a, at) or not _is_owned(draft, at - 1):
        return False
    led = nominals.has_preposition(lexicon.code_of(a.tokens[at].text), a.tokens[at].norm)
    return is_people(draft, at) and not led


def is_acted_on(draft: Draft, discourse: Discourse, hooks: Hooks, noun: int) -> bool:
    """Whether the noun is the object: a pronoun before the verb acts, the noun's owner, or who holds an office."""
    a = draft.passage.analysis
    counted = all(a.pos[k] == "NUM" or a.tokens[k].kind == "number" for k in range(draft.head + 1, noun))
    if noun <= draft.head or not counted or not shows_gender(a, draft.head):
        return False
    code = lexicon.code_of(a.tokens[noun].text)
    if pronoun_in_front(draft) is not None and draft.head == draft.tokens[0] + 1:
        return acts_by_pronoun(draft, hooks) or lexicon.is_definite(code, a.tokens[noun].fold)
    if noun != draft.head + 1:
        return False
    if _is_held(draft, code, noun) or _clashes(draft, noun, hooks) or _is_undertaken(draft, code, noun):
        return True
    if _has_object_behind(draft, noun, hooks) or not _is_owned(draft, noun):
        return False
    verb = hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])
    return bool(discourse.fitting(*verb, draft.passage.index)) and _owner_acts(draft, noun, hooks)


def _clashes(draft: Draft, noun: int, hooks: Hooks) -> bool:
    """Whether one thing with the article stands right behind a verb of the other gender (درست | الأدب)."""
    a, word = draft.passage.analysis, draft.passage.analysis.tokens[noun]
    code = lexicon.code_of(word.text)
    bare = lexicon.bare(code, word.fold)
    several = bare in lexicon.plural_forms(code)
    if a.pos[noun] != "NOUN" or hooks.core(word.text) is None:
        return False
    if several and _are_men(draft, code, noun):
        verb = hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])
        return verb == ("f", "s") and not takes_no_object(draft, code, draft.head)
    listed = lexicon.english_noun(code, word.fold) is not None and not several
    if not listed or is_somebody(draft, noun):
        return False
    verb = hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])
    shown = nominals.gender(code, word.norm, word.fold)
    counted = noun + 1 in draft.tokens and a.pos[noun + 1] in ("NUM", "DET")  # "entered the factory | sixty lorries"
    plain = verb[1] == "s" and not takes_no_object(draft, code, draft.head) and not counted
    return plain and None not in (shown, verb[0]) and shown != verb[0]


def _are_men(draft: Draft, code: str, noun: int) -> bool:
    """Whether a broken plural is of people of whom one is masculine: before them a verb is masculine (دعت | السكان)."""
    word = draft.passage.analysis.tokens[noun]
    one = nominals.nominal(code, word.norm).singular
    return noun_kind(code, word.text) == "person" and one in _men()


@cache
def _men() -> frozenset[str]:
    """English nouns of people, but for those of women alone."""
    lists = load("en")
    people = lists.folded("descriptions", "people") | lists.folded("descriptions", "person")
    return people - lists.folded("descriptions", "women")


def _is_held(draft: Draft, code: str, noun: int) -> bool:
    """Whether a verb of holding stands before what only is held: "holds | the office of minister"."""
    tokens, language = draft.passage.analysis.tokens, load(code)
    if lexicon.bare(code, tokens[noun].fold) not in language.folded("descriptions", "held"):
        return False
    return not language.folded("descriptions", "holding").isdisjoint(language.hooks.verb_keys(tokens[draft.head].fold))


def _is_undertaken(draft: Draft, code: str, noun: int) -> bool:
    """Whether an act stands behind a verb of will or power ("intends | the closure of"), or a thing behind a person's.

    "Studied | law": what only people do, no thing does.
    """
    token = draft.passage.analysis.tokens[noun]
    if nominals.has_preposition(code, token.norm):
        return False
    if is_willed(draft, noun):
        return True
    return doer(draft) == "person" and noun_kind(code, token.text) == "thing"


def _owner_acts(draft: Draft, noun: int, hooks: Hooks) -> bool:
    """Whether whose the noun is acts on it: by the verb's gender, or as what is owned is nobody ("raised its fees").

    Behind a verb that bears its object or has none, the noun acts itself ("will succeed him | his deputy").
    """
    a = draft.passage.analysis
    head, word = a.tokens[draft.head], a.tokens[noun]
    code, verb = lexicon.code_of(word.text), hooks.gender_number(head.norm, a.tags[draft.head])
    if verbs.bears_object(code, head.fold, a.tags[draft.head]) or takes_no_object(draft, code, draft.head):
        return False
    shown = nominals.gender(code, word.norm, word.fold)
    if verb[1] == "s" and shown is not None and shown != verb[0]:
        return True
    measured = "change" in draft.passage.classes[draft.head] and any(m.type == "quantity" for m in draft.mentions)
    return hooks.possessor(word.norm, "NOUN") == verb and not measured and not _is_somebody(draft, code, noun)


def _is_somebody(draft: Draft, code: str, noun: int) -> bool:
    kind = noun_kind(code, draft.passage.analysis.tokens[noun].text)
    return kind in ("person", "body") or is_somebody(draft, noun)


def _has_object_behind(draft: Draft, noun: int, hooks: Hooks) -> bool:
    """Whether an owned noun stands before a definite one that is no time: "denied his lawyer the charges".

    What bears a possessive of its own is definite too ("took over his son | its management").
    """
    a, behind = draft.passage.analysis, noun + 1
    definite = hooks.core(a.tokens[behind].text) if behind in draft.tokens and a.pos[behind] == "NOUN" else None
    if definite is None:
        owned = behind in draft.tokens and a.pos[behind] == "NOUN" and _is_owned(draft, behind)
        return owned and _is_owned(draft, noun)
    when = "time" in draft.passage.mention_types[behind] or "moment" in draft.passage.classes[behind]
    code = lexicon.code_of(a.tokens[noun].text)
    if when or definite[0] in _ordinals(code):
        return False
    return _is_owned(draft, noun)


def _is_owned(draft: Draft, noun: int) -> bool:
    token = draft.passage.analysis.tokens[noun]
    return nominals.is_owned(lexicon.code_of(token.text), token.norm, token.fold)


@cache
def _ordinals(code: str) -> frozenset[str]:
    """The ordinals, which describe the noun before them ("his | first | novel")."""
    return frozenset(fold(word) for words in load(code).data("numbers")["ordinal"].values() for word in words)
