"""What something is said to be: predicates that are nouns, adjectives or phrases with a preposition.

"is a regrettable decision", "is under control", "are asleep": in English behind a form of "be", in a language that
leaves it out behind the noun that they are said of.
"""

from __future__ import annotations

import claimtrack.claims.verbs as held_verbs
from claimtrack.claims.draft import Draft
from claimtrack.claims.left_out import tells_on
from claimtrack.claims.noun_phrases import noun_phrase
from claimtrack.claims.predicate import Predicate
from claimtrack.languages import lexicon, load, nominals
from claimtrack.languages.inflection import is_article


def copular(draft: Draft, among: list[int] | None = None) -> Predicate | None:
    """What stands behind a form of "be", where the tree has no predicate in it: "the children were | asleep"."""
    a = draft.passage.analysis
    for i in (i for i in among or draft.tokens if a.pos[i] == "AUX" and i + 1 in draft.tokens):
        if lexicon.english_predicate("en", a.tokens[i].fold, True) != "be":
            continue
        lemma = lexicon.english_predicate("en", a.tokens[i + 1].fold, False) if a.pos[i + 1] in ("ADJ", "ADV") else None
        if lemma is not None and lemma.startswith("be "):
            return Predicate(lemma, False, i, i + 1, True)
        run = [] if among is None else _nominal_run(draft, i + 1)
        if run and (phrase := noun_phrase(draft, "en", run)):
            return Predicate(f"be {_article(draft, run)}{phrase}", False, i, run[-1], True)
    return None


def _nominal_run(draft: Draft, first: int) -> list[int]:
    """The noun and its adjectives from a token on, an article before them left out; none without a noun."""
    a = draft.passage.analysis
    first += a.pos[first] == "DET"
    last = next(
        (i for i in range(first, draft.tokens[-1] + 2) if i not in draft.tokens or a.pos[i] not in _NOMINAL), first
    )
    run = list(range(first, last))
    return run if any(a.pos[i] != "ADJ" for i in run) else []


_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})


def _article(draft: Draft, run: list[int]) -> str:
    """The article before a noun phrase, with its space; "" where it has none."""
    word = draft.passage.analysis.tokens[run[0] - 1].norm if run[0] > 0 else ""
    return f"{word} " if is_article(word) else ""


def quality(draft: Draft, code: str) -> Predicate | None:
    """The indefinite adjective behind the definite noun that begins a claim without a verb: the city | beautiful."""
    a = draft.passage.analysis
    core, last = load(code).hooks.core, None
    for i in draft.tokens:
        if a.pos[i] in ("NOUN", "PROPN") and core(a.tokens[i].text) is not None:
            last = i
        elif a.pos[i] == "ADJ" and last is not None and core(a.tokens[i].text) is None:
            word = nominals.adjective(code, a.tokens[i].norm)
            good = word is not None and not word.startswith("the ")
            return Predicate(f"be {word}", False, i, i, True) if good else None
        elif a.pos[i] not in ("ADJ", "DET", "PRON"):
            return None
    return None


def being(draft: Draft, code: str, at: int) -> str | None:
    """A predicate without a verb: "be official", "be capital", "have"."""
    a = draft.passage.analysis
    folded = a.tokens[at].fold
    titled = at + 1 < len(a.tokens) and "title_link" in draft.passage.classes[at + 1]
    if titled and (noun := lexicon.noun_form(code, folded)) is not None:
        return f"be {noun}"
    if a.pos[at] in ("ADJ", "ADP", "DET"):
        lemma = lexicon.english_predicate(code, folded, False)
        if lemma is not None and lemma.startswith("be the ") and code != "en" and held_verbs.compares(draft, at):
            return f"be {lexicon.comparative(lemma.removeprefix('be '))}"
        if code == "en" and a.pos[at] == "ADJ" and lemma is not None and lemma.startswith("be "):
            return f"be {folded}"  # "worse", and not "bad"
        if lemma is not None and (lemma.startswith("be ") or lemma == "have"):
            return lemma
        word = lexicon.english_adjective(code, folded) if code == "en" else lemma and lexicon.past_participle(lemma)
        if lemma is not None and at == draft.head and tells_on(draft):
            return lemma  # "calling for", and not "called for"
        if code != "en" and held_verbs.acts_on_next(draft, code, at):
            return None
        return f"be {word}" if word and a.pos[at] == "ADJ" else None
    if code != "en" and at > 0 and (a.pos[at - 1] == "ADP" or nominals.has_preposition(code, a.tokens[at].norm)):
        return None
    if a.pos[at] not in _NOMINAL:
        return None
    copula = a.kid(at, "cop") if code == "en" else None
    if code == "en" and copula is None and a.pos[at] == "NOUN":
        return None
    if copula is not None and copula > at:
        return None  # what stands before its copula is the subject
    run = [i for i in draft.tokens if abs(i - at) <= 2 and a.pos[i] in ("NOUN", "ADJ") and at in (i, a.heads[i])]
    phrase = noun_phrase(draft, code, run)
    if code == "en" and any(a.pos[i] == "ADJ" and lexicon.is_irregular(a.tokens[i].fold) for i in a.kids[at]):
        return None  # "fell asleep" has its verb in what looks like an adjective
    if phrase is None:
        return None
    return f"be {phrase if copula is None else _led(draft, copula, run) + phrase}"


def _led(draft: Draft, copula: int, run: list[int]) -> str:
    """What stands between a form of "be" and its noun, with its space: a preposition, an article ("out of", "the")."""
    a, first = draft.passage.analysis, run[0]
    while first - 1 > copula and (a.pos[first - 1] == "ADP" or is_article(a.tokens[first - 1].norm)):
        first -= 1
    return "".join(f"{a.tokens[i].norm} " for i in range(first, run[0]))
