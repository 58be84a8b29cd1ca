"""What a verb acts on, as a gloss shows it right behind the verb: "closed bridge", never its subject."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.main_verbs import is_led
from claimtrack.claims.gloss.predicate import Predicate
from claimtrack.claims.gloss.verbs import takes_no_object
from claimtrack.claims.gloss.wording import language_of
from claimtrack.claims.reference.people import is_somebody
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import lexicon, load, nominals, verbs
from claimtrack.languages.inflection import takes_object


def acted_on(draft: Draft, said: Predicate, nouns: list[tuple[int, str]]) -> tuple[int, str] | None:
    """The noun phrase that goes on with the predicate and the token it begins at: what its verb acts on.

    It is never the subject, and no value stands before it. In English a preposition leads to it as well.
    """
    if not said.verbal or said.lemma is None:
        return None
    a, code = draft.passage.analysis, language_of(draft)
    if lexicon.is_own_gloss(code) and said.last + 1 in draft.tokens and a.pos[said.last + 1] == "ADP":
        return _behind_preposition(draft, said.last + 1, nouns)
    if said.passive or said.lemma.startswith("be "):
        return None
    if not lexicon.is_own_gloss(code) and not takes_object(said.lemma):
        return None
    if not lexicon.is_own_gloss(code) and verbs.bears_object(code, a.tokens[said.last].fold, a.tags[said.last]):
        return None
    subject = subject_of(a, draft.head)
    for i, phrase in nouns:
        between = range(said.last + 1, i)
        near = said.last < i <= said.last + 3 and all(a.pos[k] in ("DET", "PRON", "PROPN") for k in between)
        if near and (
            said.lemma == "have"
            or (i != subject and (lexicon.is_own_gloss(code) or _is_acted_on(draft, said, i, nouns)))
        ):
            return i, phrase
    return None


def _behind_preposition(draft: Draft, at: int, nouns: list[tuple[int, str]]) -> tuple[int, str] | None:
    """The noun phrase that a preposition right behind the predicate leads to, with it: "relied | on witness"."""
    a = draft.passage.analysis
    for i, phrase in nouns:
        if at < i <= at + 2 and all(a.pos[k] == "DET" for k in range(at + 1, i)):
            word = a.tokens[at].norm
            return i, phrase if phrase.startswith(f"{word} ") else f"{word} {phrase}"
    return None


def _is_acted_on(draft: Draft, said: Predicate, i: int, nouns: list[tuple[int, str]]) -> bool:
    """Whether a noun behind a verb is its object rather than its subject, where either may stand there."""
    a, code = draft.passage.analysis, language_of(draft)
    if a.pos[i - 1] == "ADP" or lexicon.has_attached(code, a.tokens[i].fold):
        return False
    if said.first == said.last and takes_no_object(draft, code, said.first):
        return False
    if a.tokens[i].norm.endswith(_endings_of_subject(code)) and nominals.nominal(code, a.tokens[i].norm).is_plural:
        return False  # seized | the fighters of
    behind = next((j for j, _ in nouns if j > i), None)
    apposed = behind is not None and all(a.pos[k] in ("NOUN", "ADJ") for k in range(i + 1, behind))
    apposed = apposed or _has_free_noun(draft, i)
    closed = _is_closed(draft, i) or (behind is not None and i + 1 < behind and _is_closed(draft, i + 1))
    if said.first == said.last == i - 1 and apposed and not is_led(draft, behind or i) and closed:
        return False  # of two nouns the first is the subject: the ruler | abolished | the fees
    if i == said.first + 1 and is_somebody(draft, i) and _fits_verb(draft, said.first, i):
        return False  # a body behind a verb of its gender may be its subject: refused | the ministry
    if a.heads[i] != said.first or a.relations[i] not in _OPEN:
        return True
    own = load(code).hooks.person(a.tokens[said.first].norm, a.tags[said.first]) is not None
    k = said.first - 2 if a.pos[said.first - 1] == "PART" else said.first - 1
    before = k in draft.tokens and a.pos[k] in ("NOUN", "PROPN", "ADJ")
    return own or before


def _endings_of_subject(code: str) -> tuple[str, str]:
    """The ending of a plural that acts, whole and as it stands before its owner."""
    ending = load(code).hooks.SUBJECTS
    return ending, ending[:1]


def _fits_verb(draft: Draft, verb: int, noun: int) -> bool:
    """Whether a noun shows the gender of a verb that is not in the plural, so that it may act."""
    a, code = draft.passage.analysis, language_of(draft)
    shown = load(code).hooks.gender_number(a.tokens[verb].norm, a.tags[verb])
    owned = nominals.is_owned(code, a.tokens[noun].norm, a.tokens[noun].fold)
    return shown == (nominals.gender(code, a.tokens[noun].norm, a.tokens[noun].fold), "s") and not owned


def _has_free_noun(draft: Draft, i: int) -> bool:
    """Whether another noun behind a noun phrase may be what is acted upon: its own pronoun goes back to the first."""
    a, code = draft.passage.analysis, language_of(draft)
    behind = (k for k in draft.tokens if k > i + 1 and a.pos[k] == "NOUN" and a.pos[k - 1] not in ("NOUN", "ADP"))
    return any(not is_led(draft, k) and nominals.nominal(code, a.tokens[k].norm).owned for k in behind)


def _is_closed(draft: Draft, i: int) -> bool:
    return load(language_of(draft)).hooks.core(draft.passage.analysis.tokens[i].text) is not None


_OPEN = frozenset({"nsubj", "obl", "nmod", "amod", "dep"})
"""Relations of a noun behind its verb that leave open whether it is subject or object."""
