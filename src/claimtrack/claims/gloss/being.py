"""What something is said to be: predicates that are nouns, adjectives or phrases with a preposition.

"is a regrettable decision", "is under control", "are asleep": in English behind a form of "be", in a language that
leaves it out behind the noun that they are said of.
"""

from __future__ import annotations

from itertools import takewhile

import claimtrack.claims.gloss.verbs as held_verbs
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.among import among
from claimtrack.claims.gloss.main_verbs import is_bare_relative
from claimtrack.claims.gloss.noun_phrases import indefinite, is_definite, noun_phrase
from claimtrack.claims.gloss.predicate import Predicate
from claimtrack.claims.reference.left_out import tells_on
from claimtrack.languages import lexicon, load, nominals, verbs
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


def absent(draft: Draft, at: int) -> Predicate | None:
    """What there is none of, behind a form of "be" with nobody for its subject: "there is | no contract"."""
    a, classes = draft.passage.analysis, draft.passage.classes
    nobody = any(a.relations[k] == "expl" for k in a.kids[at]) and at + 1 in draft.tokens
    if not nobody or draft.polarity != "negated" or a.pos[at + 1] != "DET" or "negator" not in classes[at + 1]:
        return None
    run = _nominal_run(draft, at + 1)
    phrase = noun_phrase(draft, "en", run) if run else None
    return Predicate(f"{NOTHING_IS} {phrase}", False, at, run[-1], True) if phrase else None


NOTHING_IS = "be no"
"""What a predicate begins with that denies by itself that there is something."""
IMPROBABLE = "be unlikely"
"""What a predicate begins with that denies by itself that something is likely."""


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


def said_of(draft: Draft, code: str) -> Predicate | None:
    """What a claim without a verb says of what it begins with."""
    return _quality(draft, code) or _noun_said(draft, code)


def _quality(draft: Draft, code: str) -> Predicate | None:
    """The indefinite adjective behind the definite noun that begins a claim without a verb: the city | beautiful."""
    a = draft.passage.analysis
    core, last = load(code).hooks.core, None
    for i in draft.tokens:
        if a.pos[i] in ("NOUN", "PROPN") and core(a.tokens[i].text) is not None:
            last = i
        elif a.pos[i] == "ADJ" and last is not None and core(a.tokens[i].text) is None:
            word = nominals.adjective(code, a.tokens[i].norm)
            if word is not None and word.startswith("the "):
                word = lexicon.comparative(word) if held_verbs.compares(draft, i) else None
            return None if word is None else Predicate(f"be {word}", False, i, i, True)
        elif a.pos[i] not in ("ADJ", "DET", "PRON"):
            return None
    return None


def being(draft: Draft, code: str, at: int) -> str | None:
    """A predicate without a verb: "be official", "be a member", "have"."""
    a, folded = draft.passage.analysis, draft.passage.analysis.tokens[at].fold
    titled = at + 1 < len(a.tokens) and "title_link" in draft.passage.classes[at + 1]
    if titled and (noun := lexicon.noun_form(code, folded)) is not None:
        return f"be {noun}"
    if a.pos[at] in ("ADJ", "ADP", "DET"):
        lemma = lexicon.english_predicate(code, folded, False)
        if lemma is not None and at == draft.head and tells_on(draft) and not lemma.startswith("be "):
            return lemma  # "calling for", and not "called for"
        held = office(draft, at) if lexicon.is_own_gloss(code) else None
        if held is not None:
            return f"be {held}"
        return _own_quality(a.pos[at], folded, lemma) if lexicon.is_own_gloss(code) else _told(draft, code, at, lemma)
    if a.pos[at] not in _NOMINAL:
        return None
    beside = {i for i in draft.tokens if abs(i - at) <= 2 and a.pos[i] in ("NOUN", "ADJ") and at in (i, a.heads[i])}
    run = [i for i in sorted(beside) if all(k in beside for k in range(min(i, at), max(i, at)))]
    if lexicon.is_own_gloss(code):
        return _behind_copula(draft, at, run)
    led = at > 0 and (a.pos[at - 1] == "ADP" or nominals.has_preposition(code, a.tokens[at].norm))
    phrase = None if led else indefinite(draft, code, run)
    return f"be {phrase}" if phrase else None


def office(draft: Draft, at: int) -> str | None:
    """An English office of two words that was taken for a quality: "chief | executive"; None where it is none."""
    a, classes, first = draft.passage.analysis, draft.passage.classes, at - 1
    named = first in draft.tokens and a.pos[at] == "ADJ" and a.pos[first] in ("ADJ", "NOUN")
    return f"{a.tokens[first].norm} {a.tokens[at].norm}" if named and "role" in classes[first] & classes[at] else None


def _own_quality(pos: str, folded: str, lemma: str | None) -> str | None:
    """An English adjective as it is written ("worse", and not "bad"), or what a preposition stands for."""
    if pos == "ADJ":
        return f"be {folded}"
    return lemma if lemma is not None and (lemma.startswith("be ") or lemma == "have") else None


def _behind_copula(draft: Draft, at: int, run: list[int]) -> str | None:
    """An English noun behind a form of "be", with the article or the preposition that its writer put before it."""
    a, copula = draft.passage.analysis, draft.passage.analysis.kid(at, "cop")
    if (copula is None and a.pos[at] == "NOUN") or (copula is not None and copula > at):
        return None  # what stands before its copula is the subject
    if any(a.pos[i] == "ADJ" and lexicon.is_irregular(a.tokens[i].fold) for i in a.kids[at]):
        return None  # "fell asleep" has its verb in what looks like an adjective
    phrase = noun_phrase(draft, "en", run)
    if phrase is None:
        return None
    return f"be {phrase if copula is None else _led(draft, copula, run) + phrase}"


def _told(draft: Draft, code: str, at: int, lemma: str | None) -> str | None:
    """An adjective, a participle or a preposition of another language that is said of something."""
    a = draft.passage.analysis
    if at == draft.tokens[0] and is_definite(draft, code, at):
        return None  # who is named behind it: "the geologist | X"
    if a.pos[at] == "ADJ":
        ranked, own = _ranked(draft, code, at), nominals.adjective(code, a.tokens[at].norm)
        if ranked is not None or (own is not None and not own.startswith("the ")):
            return f"be {ranked or own}"
    if lemma is None:
        return None
    if lemma.startswith("be the "):
        most = lemma.removeprefix("be ")
        if held_verbs.compares(draft, at):
            return f"be {lexicon.comparative(most)}"
        return None if a.pos[at + 1 : at + 2] == ["NOUN"] else f"be {most}"
    if lemma.startswith("be ") or lemma == "have":
        return lemma
    if a.pos[at] != "ADJ" or held_verbs.acts_on_next(draft, code, at):
        return None
    if load(code).hooks.is_doer(a.tokens[at].norm):
        return f"be {lexicon.gerund(lemma)}"
    return f"be {lexicon.past_participle(lemma)}"


def _noun_said(draft: Draft, code: str) -> Predicate | None:
    """A noun that is said of the definite noun before it, with no verb between: the city | capital of the province."""
    a, tokens = draft.passage.analysis, draft.tokens
    if any(a.pos[i] == "VERB" and not _tells_of_noun(draft, code, i) for i in tokens):
        return None
    some = next(((i, *found) for i in tokens[1:] if (found := among(draft, code, i)) is not None), None)
    if some is not None:
        return Predicate(f"be {some[1]}", False, some[0], some[2], True, past=False)
    first = _behind_definite(draft, code)
    return said_of_pronoun(draft, code) or (None if first is None else _identified(draft, code, first))


def said_of_pronoun(draft: Draft, code: str) -> Predicate | None:
    """A noun that is said of the pronoun before it, whatever is told of it then: "it is | a technique" they brought."""
    first = _behind_pronoun(draft, code)
    return None if first is None else _identified(draft, code, first)


def _identified(draft: Draft, code: str, first: int) -> Predicate | None:
    """The predicate noun that begins at a token, with what sets it above others; no quality has a noun behind it."""
    a, tokens = draft.passage.analysis, draft.tokens
    if first not in tokens or "time" in draft.passage.mention_types[first]:
        return None
    if a.pos[first] == "ADJ":
        ranked = _ranked(draft, code, first)
        return None if ranked is None else Predicate(f"be {ranked}", False, first, first, True, past=False)
    behind = (i for i in tokens if i >= first)
    run = list(takewhile(lambda i: a.pos[i] in _NOMINAL and not _is_led(draft, code, i), behind))[:_LONGEST]
    known = nominals.nominal(code, a.tokens[first].norm).noun is not None
    phrase = indefinite(draft, code, run) if known else None
    return None if phrase is None else Predicate(f"be {phrase}", False, first, run[-1], True, past=False)


_LONGEST = 3
"""Words of the longest noun phrase that is read as a predicate."""


def _ranked(draft: Draft, code: str, at: int) -> str | None:
    """The noun that an ordinal or an elative before it sets above others, with it: "the second biggest factory"."""
    a = draft.passage.analysis
    if at + 1 not in draft.tokens or a.pos[at + 1] not in ("NOUN", "ADJ") or is_definite(draft, code, at):
        return None
    behind = list(
        takewhile(lambda i: a.pos[i] in _NOMINAL and not _is_led(draft, code, i), (i for i in draft.tokens if i > at))
    )
    head = next((i for i in behind if a.pos[i] == "NOUN"), None)
    phrase = None if head is None else noun_phrase(draft, code, list(range(at, head + 1)))
    return phrase if phrase is not None and phrase.startswith("the ") else None


def _tells_of_noun(draft: Draft, code: str, i: int) -> bool:
    return "relative" in draft.passage.classes[i - 1] or is_bare_relative(draft, code, i)


def _behind_pronoun(draft: Draft, code: str) -> int | None:
    """The indefinite noun behind the pronoun that opens a claim, be it written on a particle."""
    a, first = draft.passage.analysis, draft.tokens[0]
    classes, word = draft.passage.classes[first], a.tokens[first].norm
    joined = "complementizer" in classes and word.endswith(load(code).hooks.OBJECTS)
    alone = a.pos[first] == "PRON" and "relative" not in classes
    behind = first + 1 in draft.tokens and a.pos[first + 1] in _NOMINAL and not _is_led(draft, code, first + 1)
    return first + 1 if (joined or alone) and behind and not is_definite(draft, code, first + 1) else None


def _behind_definite(draft: Draft, code: str) -> int | None:
    """The first indefinite noun behind the definite noun phrase that opens a claim."""
    a, closed, first = draft.passage.analysis, False, draft.tokens[0]
    if not is_definite(draft, code, first) and verbs.is_likelier_perfect(code, a.tokens[first].fold):
        return None  # a verb that was taken for its masdar
    for i in draft.tokens:
        if a.pos[i] not in _NOMINAL or _is_led(draft, code, i):
            return None
        definite = is_definite(draft, code, i)
        if closed and not definite:
            accusative = a.tokens[i].norm.endswith(load(code).hooks.OBJECT)
            return None if accusative or a.has_conjunction(i) else i
        closed = closed or definite
    return None


def _is_led(draft: Draft, code: str, i: int) -> bool:
    a = draft.passage.analysis
    attached = lexicon.has_attached(code, a.tokens[i].fold) or nominals.has_preposition(code, a.tokens[i].norm)
    return a.pos[i - 1] == "ADP" or attached


def _led(draft: Draft, copula: int, run: list[int]) -> str:
    """What stands between a form of "be" and its noun, with its space: a preposition, an article ("out of", "the")."""
    a, first = draft.passage.analysis, run[0]
    while first - 1 > copula and (a.pos[first - 1] == "ADP" or is_article(a.tokens[first - 1].norm)):
        first -= 1
    return "".join(f"{a.tokens[i].norm} " for i in range(first, run[0]))
