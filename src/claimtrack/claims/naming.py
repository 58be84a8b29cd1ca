"""Noun phrases and subjects: who a verb is about, and how a noun phrase is written."""

from __future__ import annotations

from claimtrack.claims.analysis import NOMINAL, VERBAL, Analysis
from claimtrack.claims.draft import Passage

_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})


def subject_of(a: Analysis, i: int) -> int | None:
    """The subject of the verb `i`: its own, or the one it shares with the verb or noun above it; None without one."""
    for found in a.kids[i]:
        governed = any(a.relations[k] == "case" for k in a.kids[found])
        if a.relations[found] in _SUBJECT and a.pos[found] in NOMINAL | {"ADJ", "DET"} and not governed:
            return _antecedent(a, i, found)
    above = a.heads[i]
    if above < 0:
        return None
    if a.relations[i] in ("conj", "xcomp", "advcl") and a.pos[above] in VERBAL:
        return subject_of(a, above)
    if a.relations[i] == "acl" and a.pos[above] in NOMINAL:
        return above
    return None


def _antecedent(a: Analysis, verb: int, subject: int) -> int:
    """The noun behind a relative pronoun ("the man who said"), the subject itself otherwise."""
    above = a.heads[verb]
    relative = a.relations[verb] in ("acl:relcl", "acl") and above >= 0 and above < subject
    if relative and a.pos[subject] in ("PRON", "DET") and not a.kids[subject]:
        return above
    return subject


def subject_text(passage: Passage, verb: int) -> str | None:
    """The subject of a reporting verb in words: by the tree, else the noun phrase that stands next to the verb."""
    a = passage.analysis
    subject = subject_of(a, verb)
    if (
        subject is not None
        and a.tokens[subject].kind != "mark"
        and not passage.quoted[subject]
        and _near(a, subject, verb)
    ):
        return name_text(a, subject)
    tokens = _behind(passage, verb) or words_before(passage, verb)
    return phrase_text(a, tokens) if tokens else None


def _near(a: Analysis, subject: int, verb: int) -> bool:
    """A subject behind its verb stands near it; one before it may be far."""
    return subject - verb <= 8


def _behind(passage: Passage, verb: int) -> list[int]:
    a = passage.analysis
    found: list[int] = []
    for k in range(verb + 1, min(verb + 9, len(a.tokens))):
        governed = any(a.relations[c] == "case" for c in a.kids[k]) and not found
        if a.pos[k] not in _NAMING or governed or passage.classes[k] & _CONNECTING or passage.quoted[k]:
            break
        found.append(k)
    return found


def words_before(passage: Passage, verb: int) -> list[int]:
    """The run of nominal words right before a verb (and its auxiliaries), within its part of the sentence."""
    a = passage.analysis
    found: list[int] = []
    for k in range(verb - 1, max(-1, verb - 14), -1):
        if a.pos[k] in ("AUX", "ADV", "PART") and not found:
            continue
        if a.pos[k] not in _NAMING | {"ADP", "PRON", "PART"} or a.tokens[k].kind == "mark" or passage.quoted[k]:
            break
        found.append(k)
    while found and a.pos[found[-1]] == "ADP":
        found.pop()
    return found[::-1]


_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X", "DET", "NUM"})
_CONNECTING = frozenset({"strip", "negator", "complementizer"})


_NO_NAME = VERBAL | {"SCONJ", "PART", "CCONJ", "PUNCT"}
_OUTSIDE_NAME = frozenset(
    {
        "acl",
        "acl:relcl",
        "parataxis",
        "punct",
        "advcl",
        "cc",
        "conj",
        "dep",
        "case",
        "mark",
        "obl",
        "ccomp",
        "xcomp",
        "discourse",
    }
)


def name_tokens(a: Analysis, noun: int) -> list[int]:
    """The tokens of a noun phrase that name it: no relative clauses, no coordinations, in one piece."""
    found, todo = {noun}, [noun]
    while todo:
        each = todo.pop()
        for kid in a.kids[each]:
            inside = a.relations[kid] not in _OUTSIDE_NAME or (a.relations[kid] == "case" and each != noun)
            if inside and a.pos[kid] not in _NO_NAME:
                found.add(kid)
                todo.append(kid)
    return _run(found, noun)


def _run(found: set[int], centre: int) -> list[int]:
    first = last = centre
    while first - 1 in found:
        first -= 1
    while last + 1 in found:
        last += 1
    return list(range(first, last + 1))


def name_text(a: Analysis, noun: int) -> str:
    """The words of a noun phrase as written, without an attached conjunction."""
    return phrase_text(a, name_tokens(a, noun))


def phrase_text(a: Analysis, tokens: list[int]) -> str:
    """Neighbouring tokens as written, without marks at the front and an attached conjunction."""
    while len(tokens) > 1 and a.tokens[tokens[0]].kind == "mark":
        tokens = tokens[1:]
    words = ""
    for i in tokens:
        token = a.tokens[i]
        word = (
            token.text[1:]
            if i == tokens[0] and a.has_conjunction(i) and len(token.text) > 2 and a.pos[i] != "PROPN"
            else token.text
        )
        words += (" " if words and token.spaced else "") + word
    return words


def noun_phrase_at(a: Analysis, i: int) -> list[int]:
    """The tokens of the noun phrase that begins at token `i`; none where no noun begins there."""
    if i >= len(a.tokens) or a.tokens[i].kind == "mark":
        return []
    best = [i] if a.pos[i] in NOMINAL else []
    for noun in (i, *a.ancestors(i)):
        tokens = name_tokens(a, noun)
        if noun > i + 5 or tokens[0] < i or a.pos[noun] in VERBAL:
            break
        best = [t for t in tokens if t >= i]
    mark = next(
        (n for n, t in enumerate(best) if a.tokens[t].kind == "mark" and a.tokens[t].text not in "-'’"), len(best)
    )
    return best[:mark]
