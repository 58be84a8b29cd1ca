"""A claim's verb in English where its form alone does not tell: by its tense, the words behind it and its predicate.

Verbs that only say how a predicate holds ("is still", "no longer", "became") hand over to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.among import among
from claimtrack.claims.gloss.main_verbs import is_bare_relative
from claimtrack.claims.gloss.noun_phrases import indefinite, is_definite
from claimtrack.claims.gloss.passives import DAMMA
from claimtrack.claims.gloss.predicate import Predicate
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import lexicon, load, nominals, verbs

SHADDA = "\u0651"
_BEHIND = 6
"""So many words behind a verb may tell which of its senses is meant."""
_BEFORE = 5
"""So many words before a predicate stands the verb that says how it holds."""
_REACH = 11
_LEAST = 3
_ADVERBS = {"still": "still", "no longer": "no longer"}
_PARTICLES = frozenset({"PART", "AUX"})


def read(draft: Draft, code: str, at: int) -> Predicate | None:
    """The verb at token `at` in the sense that the words behind it give it; None where it is not known."""
    found = listed(draft, code, at)
    if found is None:
        return None
    meant, used = verbs.sense(code, found, list(words_behind(draft, at)), draft.kind == "state" and not found.past)
    twice = verbs.doubled(code, found.verb) if SHADDA in draft.passage.analysis.tokens[at].text[2:] else None
    plain = verbs.sense(code, found, ())[0].lemma
    meant = replace(meant, lemma=twice) if twice is not None and meant.lemma == plain else meant
    passive = meant.passive or (used is None and _lacks_object(draft, code, at, found))
    return Predicate(meant.lemma, passive, at, at if used is None else at + 1 + used, True, past=found.past)


def _lacks_object(draft: Draft, code: str, at: int, found: verbs.Meaning) -> bool:
    """Whether a verb that always has an object has none behind it: its subject is what it was done to."""
    a = draft.passage.analysis
    token = a.tokens[at]
    if not verbs.is_transitive(code, found.verb) or verbs.bears_object(code, token.fold, a.tags[at]):
        return False
    if load(code).hooks.person(token.norm, a.tags[at]) is not None:
        return False
    for i in range(at + 1, draft.tokens[-1] + 1):
        if a.tokens[i].kind == "mark" or a.pos[i] in VERBAL or "relative" in draft.passage.classes[i]:
            return i == at + 1 or a.pos[i] not in VERBAL
        timed = any(m.type == "time" and m.start <= a.tokens[i].start < m.end for m in draft.passage.mentions)
        if a.pos[i] in _NOMINAL and not timed and not is_led(draft, code, i) and not is_second(draft, code, i):
            return False
    return True


_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "X", "DET"})


def listed(draft: Draft, code: str, at: int) -> verbs.Meaning | None:
    """The verb of the lists at a token, whatever the words behind it make of it; None where none is known."""
    a = draft.passage.analysis
    before = a.tokens[at - 1].fold if at else ""
    joined = False if at and a.pos[at - 1] in _PARTICLES else None  # no conjunction stands behind a particle
    tag = _tense(draft, code, at)
    shortened = verbs.shortens(code, before)
    found = verbs.meaning(code, a.tokens[at].fold, tag or a.tags[at], shortened, joined, tag is not None)
    return caused(draft.passage.analysis, code, at, found)


def caused(a: Analysis, code: str, at: int, found: verbs.Meaning | None) -> verbs.Meaning | None:
    """The verb at a token, by the vowel of passives on one that has none, as it has no object: "show", not "appear"."""
    token = a.tokens[at]
    if found is None or not verbs.is_intransitive(code, found.verb) or not a.tags[at].endswith(":i"):
        return found
    marked = DAMMA in token.text[1 + a.has_conjunction(at) : 2 + a.has_conjunction(at)]
    return (verbs.causative(code, token.fold, a.tags[at]) if marked else None) or found


def _tense(draft: Draft, code: str, at: int) -> str | None:
    """The tag of a verb whose subject agrees with one tense alone; None where any may be.

    A perfect without an ending has no feminine subject behind it, nor an imperfect with the prefix of "she" a
    masculine one. What looks like "I" in the words of somebody else is a perfect, where it may be one.
    """
    a = draft.passage.analysis
    if is_others(draft, code, at):
        return f"{a.tags[at].rpartition(':')[0]}:p"
    tag, subject = a.tags[at], subject_of(a, at)
    if subject is not None and subject < at and a.has_conjunction(at):
        return None  # that of the clause before, which may as well be its object
    if subject is None and at + 1 < len(a.pos) and not is_led(draft, code, at + 1):
        subject = at + 1
    if subject is not None and "time" in draft.passage.mention_types[subject]:
        return None
    if subject is None or a.pos[subject] != "NOUN" or not load(code).hooks.may_be_she(a.tokens[at].norm, tag):
        return None
    shown = nominals.gender(code, a.tokens[subject].norm, a.tokens[subject].fold)
    if shown is None:
        return None
    plain = tag.rpartition(":")[0]
    return f"{plain}:i" if shown == "f" else f"{plain}:p"


def takes_no_object(draft: Draft, code: str, at: int) -> bool:
    """Whether the verb at a token never has an object, so that what stands behind it is its subject."""
    found = listed(draft, code, at)
    return found is not None and verbs.is_intransitive(code, found.verb)


def is_others(draft: Draft, code: str, at: int) -> bool:
    """Whether a verb that looks like "I" is in words of somebody else, so that it is a perfect where it may be one."""
    a = draft.passage.analysis
    token, before = a.tokens[at], a.pos[at - 1] if at else ""
    mine = a.tags[at].endswith(":i") and load(code).hooks.person(token.norm, a.tags[at]) == "1s"
    led = before in ("PART", "SCONJ", "AUX")  # "I do not want": a particle of the imperfect
    return mine and not led and draft.frame.attribution != "direct" and verbs.is_likelier_perfect(code, token.fold)


def words_behind(draft: Draft, at: int) -> Iterator[str]:
    """The folded words behind a verb that may tell which of its senses is meant, up to a mark or a further verb."""
    a = draft.passage.analysis
    for i in range(at + 1, min(at + 1 + _BEHIND, draft.tokens[-1] + 1)):
        if a.pos[i] == "VERB" or (a.tokens[i].kind == "mark" and a.tokens[i].text not in "«»\"'"):
            return
        yield a.tokens[i].fold


def held(draft: Draft, code: str, at: int) -> Predicate | None:
    """The predicate with the verb that says how it holds, where one stands at token `at` or before it."""
    a = draft.passage.analysis
    light = next((i for i in range(at, max(draft.tokens[0], at - _BEFORE) - 1, -1) if a.pos[i] in VERBAL), None)
    if light is None and a.pos[at] not in VERBAL:
        light = next((i for i in draft.tokens if i > at and a.pos[i] in VERBAL), None)
        name = None if light is None else _aspect(draft, code, light)
        bare = not any(a.pos[i] == "VERB" for i in draft.tokens)
        light = None if name is None or (name == "be" and not bare) else light
    if light is None:
        return None
    if light == at and at > draft.tokens[0] and a.pos[at] == "VERB" and _aspect(draft, code, at) is None:
        before = [i for i in range(max(draft.tokens[0], at - _BEFORE), at) if a.pos[i] in VERBAL]
        light = before[-1] if before else at
    name = _aspect(draft, code, light)
    related = name == "be" and light != at and a.pos[at] == "VERB"
    if name is None or (related and not is_bare_relative(draft, code, at)):
        return None
    found = _predicate_behind(draft, code, light)
    if found is None:
        able = light + 1 < len(a.tokens) and verbs.is_ability(code, a.tokens[light + 1].fold)
        known = name in ("still", "be") or (name == "no longer" and able)
        return Predicate(None, False, light, light, False, _ADVERBS.get(name, "")) if known else None
    lemma, passive, last = found
    meant = listed(draft, code, light)
    past = meant is not None and meant.past
    if name in _ADVERBS:
        return Predicate(lemma, passive, light, last, True, name)
    return Predicate(_joined(name, lemma), passive and name == "be", light, last, True, past=past)


def _aspect(draft: Draft, code: str, at: int) -> str | None:
    """How the verb at token `at` says that a predicate holds; some say so only behind a negator ("has not ceased")."""
    a = draft.passage.analysis
    found = listed(draft, code, at)
    name = None if found is None else verbs.aspect(code, found.verb)
    denied = at > 0 and verbs.denies(code, a.tokens[at - 1].fold)
    short = at > 0 and verbs.shortens(code, a.tokens[at - 1].fold)
    if short and verbs.may_mean(code, a.tokens[at].fold, a.tags[at], verbs.verbs_of(code, "no longer")):
        return "no longer"
    return None if name == "no longer" or (name == "still" and not denied) else name


def _joined(name: str, lemma: str) -> str:
    """ "become closed", "remain a member", "keep working"."""
    verb, _, rest = lemma.partition(" ")
    if verb == "be" and rest:
        return lemma if name == "be" else f"{name} {rest}"
    if name == "remain":
        return f"keep {lexicon.gerund(lemma)}"
    return lemma if name == "be" else f"come to {lemma}"


def _predicate_behind(draft: Draft, code: str, light: int) -> tuple[str, bool, int] | None:
    """The predicate behind the verb that says how it holds: a verb, or an indefinite adjective or noun."""
    a, classes = draft.passage.analysis, draft.passage.classes
    for i in range(light + 1, min(light + _REACH, draft.tokens[-1] + 1)):
        if a.tokens[i].kind == "mark" and a.tokens[i].text not in '«»"':
            return None
        if "complementizer" in classes[i] and i > light + 2:
            return None  # "there is no evidence that vaccines cause it" does not say that they do not
        if a.pos[i] == "VERB" and is_bare_relative(draft, code, i):
            return None
        if (one := among(draft, code, i)) is not None:
            return f"be {one[0]}", False, one[1]
        if a.pos[i] == "VERB" and not classes[i - 1] & {"relative", "complementizer"}:
            found = read(draft, code, i)
            return None if found is None or found.lemma is None else (found.lemma, found.passive, found.last)
        adverbial = a.pos[i] == "ADV" and a.tokens[i].norm.endswith(load(code).hooks.OBJECT)
        if (a.pos[i] not in ("ADJ", "NOUN") and not adverbial) or not _is_bare(draft, code, i):
            continue
        noun, last = _predicate_noun(draft, code, i)
        word = noun or _described(draft, code, i)
        if noun is None and i + 1 < len(a.pos) and a.pos[i] == "ADJ" and a.pos[i + 1] == "PROPN":
            continue  # a first name
        behind_noun = i > light + 1 and a.pos[i - 1] == "NOUN" and _is_bare(draft, code, i - 1)
        if behind_noun and _described(draft, code, i - 1) is not None:
            continue
        if word is not None and (a.pos[i] == "ADJ" or _is_predicate_noun(draft, code, light, i)):
            return f"be {word}", False, last
    return None


def _is_predicate_noun(draft: Draft, code: str, light: int, i: int) -> bool:
    """Whether a noun is in the case of a predicate, or a participle that the tagger took for a noun."""
    token = draft.passage.analysis.tokens[i]
    a, between = draft.passage.analysis, range(light + 1, i)
    accusative = token.norm.endswith(load(code).hooks.OBJECT) and len(token.norm) > _LEAST
    related = light > 0 and "relative" in draft.passage.classes[light - 1]
    if related and all(a.pos[k] in ("ADV", "PRON", "DET") for k in between):
        return True
    ends_subject = i - 1 > light and is_definite(draft, code, i - 1) and not any(a.has_conjunction(k) for k in between)
    shows_no_case = token.text.endswith(load(code).hooks.FEMININE) or (
        i + 1 in draft.tokens and a.pos[i + 1] == "NOUN" and not is_led(draft, code, i + 1)
    )
    participle = nominals.nominal(code, token.norm).noun is None and nominals.adjective(code, token.norm) is not None
    return accusative or (ends_subject and shows_no_case) or participle


def _is_bare(draft: Draft, code: str, i: int) -> bool:
    """Whether a word is indefinite, and no preposition is written on it or stands before it."""
    token = draft.passage.analysis.tokens[i]
    led = draft.passage.analysis.pos[i - 1] == "ADP" or lexicon.has_attached(code, token.fold)
    owned = not token.text.endswith(load(code).hooks.FEMININE) and lexicon.has_possessive(code, token.fold)
    return (
        not led and load(code).hooks.core(token.text) is None and not owned and not _is_joined_definite(draft, code, i)
    )


def _is_joined_definite(draft: Draft, code: str, i: int) -> bool:
    """Whether a conjunction and the article are written on a word: and the poultry."""
    a = draft.passage.analysis
    return a.has_conjunction(i) and nominals.has_article(code, a.tokens[i].norm)


def _predicate_noun(draft: Draft, code: str, i: int) -> tuple[str | None, int]:
    """A predicate noun with its adjective, what sets it above others, or the noun it belongs to, and its last token."""
    a, run = draft.passage.analysis, [i]
    while a.pos[run[-1]] == "ADJ" and run[-1] + 1 in draft.tokens and a.pos[run[-1] + 1] in ("ADJ", "NOUN", "PROPN"):
        if is_led(draft, code, run[-1] + 1):
            return None, i
        run.append(run[-1] + 1)
    head = run[-1]
    if a.pos[head] not in ("NOUN", "PROPN") or nominals.nominal(code, a.tokens[head].norm).noun is None:
        return None, i
    behind = head + 1
    if behind in draft.tokens and a.pos[behind] in ("NOUN", "ADJ") and not is_led(draft, code, behind):
        run.append(behind)
    phrase = indefinite(draft, code, run)
    ranked = head == i or (phrase is not None and phrase.startswith("the "))
    return (phrase, head) if ranked else (None, i)


def _described(draft: Draft, code: str, i: int) -> str | None:
    """A predicate adjective or noun in English: "closed", "unable", "capital"."""
    token = draft.passage.analysis.tokens[i]
    lemma = lexicon.english_predicate(code, token.fold, False)
    own = nominals.adjective(code, token.norm) if draft.passage.analysis.pos[i] == "ADJ" else None
    if own is not None and not own.startswith("the "):
        return own
    noun = nominals.nominal(code, token.norm).noun
    if lemma is not None and lemma.endswith(" to"):
        return None
    if lemma is not None and lemma.startswith("be the "):
        compared, behind = compares(draft, i), draft.passage.analysis.pos[i + 1 : i + 2]
        return lexicon.comparative(lemma[3:]) if compared else None if behind == ["NOUN"] else lemma[3:]
    if lemma is not None and lemma.startswith("be "):
        return lemma[3:]
    if lemma is None or (noun is not None and draft.passage.analysis.pos[i] == "NOUN"):
        return noun
    if acts_on_next(draft, code, i):
        return None
    if load(code).hooks.is_acting(token.norm):
        return lexicon.gerund(lemma)
    return lexicon.past_participle(lemma)


def acts_on_next(draft: Draft, code: str, i: int) -> bool:
    """Whether an indefinite participle may act on the definite noun behind it: one that accuses, or is accused."""
    a = draft.passage.analysis
    if i + 1 >= len(a.tokens) or a.pos[i + 1] != "NOUN" or not a.tokens[i].norm.endswith(load(code).hooks.OBJECT):
        return False
    return load(code).hooks.core(a.tokens[i + 1].text) is not None


def compares(draft: Draft, i: int) -> bool:
    """Whether an elative only compares ("more than", "much bigger"): no noun follows that it would be the most of."""
    a = draft.passage.analysis
    if load(lexicon.code_of(a.tokens[i].text)).hooks.core(a.tokens[i].text) is not None:
        return False
    behind = a.pos[i + 1] if i + 1 < len(a.pos) else "PUNCT"
    return behind in ("ADP", "ADV", "PUNCT", "SCONJ") or (
        behind == "NOUN" and lexicon.has_attached(lexicon.code_of(a.tokens[i].text), a.tokens[i + 1].fold)
    )


def is_led(draft: Draft, code: str, i: int) -> bool:
    """Whether a preposition stands before a noun, or on it."""
    a = draft.passage.analysis
    return a.pos[i - 1] == "ADP" or lexicon.has_attached(code, a.tokens[i].fold)


def is_second(draft: Draft, code: str, i: int) -> bool:
    """Whether a noun is the second part of the one before it ("the broadcasting | authority")."""
    a = draft.passage.analysis
    if (
        a.pos[i - 1] not in ("NOUN", "PROPN")
        or is_led(draft, code, i)
        or "negating_noun" in draft.passage.classes[i - 1]
    ):
        return False
    before = a.tokens[i - 1]
    return load(code).hooks.core(before.text) is None and not lexicon.has_possessive(code, before.fold)
