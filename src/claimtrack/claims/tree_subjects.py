"""Who a verb is about, by the tree, as far as gender, number and the order of the words allow it."""

from __future__ import annotations

from claimtrack.claims.analysis import NOMINAL, VERBAL, Analysis
from claimtrack.languages import lexicon, load, nominals

_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})


def subject_of(a: Analysis, i: int) -> int | None:
    """The subject of the verb `i`: its own, or the one it shares with the verb or noun above it; None without one."""
    if i not in a.subjects:
        a.subjects[i] = _subject_of(a, i)
    return a.subjects[i]


def _subject_of(a: Analysis, i: int) -> int | None:
    inverted = _inverted(a, i)
    if inverted is not None:
        return inverted
    led = max((k for k in a.kids[i] if k < i and a.relations[k] == "mark"), default=-1)
    for found in sorted(a.kids[i], key=lambda k: (is_particle(a, i, k), k < led)):  # said on 4 May that | it was shut
        governed = any(a.relations[k] == "case" for k in a.kids[found])
        if (
            a.relations[found] in _SUBJECT
            and a.pos[found] in NOMINAL | {"ADJ", "DET"}
            and not governed
            and _may_act(a, i, found)
        ):
            return _antecedent(a, i, found)
    beside = _beside(a, i)
    if beside is not None:
        return beside
    above = a.heads[i]
    if a.kid(i, "csubj") is not None:
        return None
    if above < 0 or (a.pos[i] not in VERBAL and a.kid(i, "cop") is None and a.relations[i] != "acl"):
        return None
    if _goes_on(a, i, above) or (a.relations[i] in ("conj", "xcomp", "advcl") and a.pos[above] in VERBAL):
        shared = subject_of(a, above)
        return shared if shared is None or may_share(a, i, shared) else None
    if a.relations[i] == "acl" and a.pos[above] in NOMINAL:
        return above
    return None


def _goes_on(a: Analysis, i: int, above: int) -> bool:
    """Whether a verb is joined to a predicate with a copula and no noun opens its clause: "she was ill and | left"."""
    if a.relations[i] != "conj" or shows_gender(a, i) or a.kid(above, "cop") is None:
        return False
    joint = next((k for k in range(i - 1, above, -1) if a.pos[k] == "CCONJ"), i)
    return joint < i and all(a.pos[k] in _GROUP for k in range(joint + 1, i))


_GROUP = frozenset({"AUX", "ADV", "PART"})
"""Classes of the words that may stand between a conjunction and the verb that goes on."""


def is_particle(a: Analysis, verb: int, k: int) -> bool:
    """Whether a pronoun stands for nobody ("what"), so that a noun is rather the subject."""
    if a.pos[k] != "PRON" or not shows_gender(a, verb):
        return False
    return load(lexicon.code_of(a.tokens[k].text)).hooks.person(a.tokens[k].norm, a.tags[k]) is None


def _beside(a: Analysis, verb: int) -> int | None:
    """The noun beside the verb that agrees with it, where the tree has none: bare behind it, or definite in front."""
    if not shows_gender(a, verb) or _is_first_person(a, verb, lexicon.code_of(a.tokens[verb].text)):
        return None
    code = lexicon.code_of(a.tokens[verb].text)
    behind = verb + 1
    if behind < len(a.tokens) and a.pos[behind] in ("NOUN", "PROPN") and _agrees(a, verb, behind, code):
        return behind
    last = verb - 1
    while last >= 0 and a.pos[last] in ("PART", "AUX"):
        last -= 1
    first = last
    while first > 0 and a.pos[first - 1] in ("NOUN", "PROPN", "ADJ") and a.pos[first] in ("NOUN", "PROPN", "ADJ"):
        first -= 1
    named = first >= 0 and (
        a.pos[first] == "PROPN" or (a.pos[first] == "NOUN" and lexicon.is_definite(code, a.tokens[first].fold))
    )
    opens = first == 0 or a.pos[first - 1] in ("SCONJ", "CCONJ", "PUNCT", "PART")
    return first if named and opens and _agrees(a, verb, first, code) else None


def _agrees(a: Analysis, verb: int, noun: int, code: str) -> bool:
    """Whether a noun surely fits the verb: its gender shows and is the verb's, and nothing makes it an object."""
    word = a.tokens[noun].fold
    if lexicon.has_attached(code, word) or lexicon.is_pronoun_phrase(code, word):
        return False
    norm, verb_gender = a.tokens[noun].norm, load(code).hooks.gender_number(a.tokens[verb].norm, a.tags[verb])[0]
    return not nominals.is_owned(code, norm, word) and nominals.gender(code, norm, word) == verb_gender


def _inverted(a: Analysis, verb: int) -> int | None:
    """The subject behind a preposition with its pronoun: "asked of us Russia", as Arabic has it."""
    if verb + 2 >= len(a.tokens) or not shows_gender(a, verb):
        return None
    code = lexicon.code_of(a.tokens[verb].text)
    behind = a.pos[verb + 2] in ("NOUN", "PROPN") and not lexicon.has_attached(code, a.tokens[verb + 2].fold)
    return verb + 2 if behind and lexicon.is_pronoun_phrase(code, a.tokens[verb + 1].fold) else None


def shows_gender(a: Analysis, verb: int) -> bool:
    """Whether the verb is one of a language whose verbs agree in gender (the tagger tells perfect from imperfect)."""
    return a.pos[verb] == "VERB" and a.tags[verb].endswith((":p", ":i"))


def _may_act(a: Analysis, verb: int, noun: int) -> bool:
    """Whether a noun can be the subject by its form: no attached preposition, and right behind the verb its gender."""
    if not shows_gender(a, verb):
        return True
    code, word = lexicon.code_of(a.tokens[verb].text), a.tokens[noun]
    if lexicon.is_pronoun_phrase(code, word.fold) or (a.pos[noun] == "NOUN" and lexicon.has_attached(code, word.fold)):
        return False
    if noun > verb + 1 and a.pos[noun - 1] == "ADP" and not lexicon.is_pronoun_phrase(code, a.tokens[noun - 1].fold):
        return False
    if not 0 < noun - verb <= 1 or a.pos[noun] == "PROPN":
        return True
    verb_gender = load(code).hooks.gender_number(a.tokens[verb].norm, a.tags[verb])
    if verb_gender[1] == "p" and a.tags[verb].endswith(":p"):
        return False  # they asked | a ransom: before its subject a verb is singular
    shown = nominals.gender(code, word.norm, word.fold)
    return shown is None or verb_gender[1] == "p" or shown == verb_gender[0] or _is_first_person(a, verb, code)


def _is_first_person(a: Analysis, verb: int, code: str) -> bool:
    hooks = load(code).hooks
    return (
        hooks.may_be_first_person(a.tokens[verb].norm, a.tags[verb])
        or hooks.person(a.tokens[verb].norm, a.tags[verb]) is not None
    )


def may_share(a: Analysis, verb: int, noun: int) -> bool:
    """Whether a verb can share the subject of the verb above it: its person, gender and number fit."""
    if not shows_gender(a, verb):
        return True
    code = lexicon.code_of(a.tokens[verb].text)
    hooks = load(code).hooks
    if hooks.person(a.tokens[verb].norm, a.tags[verb]) is not None:
        return False
    gender, number = hooks.gender_number(a.tokens[verb].norm, a.tags[verb])
    shown = lexicon.gender(code, a.tokens[noun].fold)
    return (shown is None or shown == gender) and not (number == "p" and shown is not None)


def _antecedent(a: Analysis, verb: int, subject: int) -> int:
    """The noun behind a relative pronoun ("the man who said"), the subject itself otherwise."""
    above = a.heads[verb]
    relative = a.relations[verb] in ("acl:relcl", "acl") and above >= 0 and above < subject
    if relative and a.pos[above] in VERBAL:
        return subject
    if relative and a.pos[subject] in ("PRON", "DET") and not a.kids[subject] and not _is_speaker(a, subject):
        return above
    return subject


def _is_speaker(a: Analysis, i: int) -> bool:
    """Whether a pronoun means who speaks or is spoken to, and so no noun before it: "Comrades, | we built homes"."""
    person = load(lexicon.code_of(a.tokens[i].text)).hooks.person(a.tokens[i].norm, a.tags[i])
    return person is not None and person[0] in "12"
