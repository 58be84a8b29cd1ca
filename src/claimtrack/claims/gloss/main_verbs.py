"""The verb of a claim where the tree has that of a relative clause in it: the bridge that links the towns | collapsed.

A relative clause stands between a subject and its verb, and its own verb comes first. Where the head of a claim is
the subject, the tree often hangs the claim's verb below the other one; the order of the words tells them apart.
"""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.languages import lexicon, load, nominals, verbs

_GROUP = 5
"""Tokens of the longest group of auxiliaries before their verb."""
_HELPING = ("AUX", "ADV", "PART")
_SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADP", "PART"})
_OPENING_SUBJECT = frozenset({"NUM", "NOUN", "ADJ", "PROPN", "DET"})
_BEFORE_VERB = frozenset({"NOUN", "PROPN", "NUM", "ADV", "ADJ"})


def main_verb(draft: Draft, code: str, at: int) -> int:
    """The verb of the claim where `at` is that of the relative clause behind its subject, else `at`."""
    if lexicon.is_own_gloss(code):
        return _behind_group(draft, at)
    a, classes = draft.passage.analysis, draft.passage.classes
    if at - 2 not in draft.tokens or a.pos[at] not in VERBAL:
        return at
    if "relative" not in classes[at - 1]:
        return _before_described(draft, code, at)
    told = _told_apart(draft, code, at)
    return told if told != at else _behind_definite(draft, code, at)


def before_question(draft: Draft, at: int) -> int:
    """The verb of the claim where `at` is that of what is asked or waited for behind it: "is asking | whether he left".

    In "no talks until they leave", too, the first verb is the claim's own.
    """
    a, p = draft.passage.analysis, draft.passage
    asked = {first for first, _ in p.phrases.get("unknown", ())}
    if a.pos[at] != "VERB":
        return at
    opened = [i for i in draft.tokens if i < at and (i in asked or _waits(draft, i))]
    if not opened or any(is_finite(a, k) for k in range(opened[-1] + 1, at) if a.pos[k] == "VERB"):
        return at
    own = [k for k in draft.tokens if k < opened[-1] and a.pos[k] in VERBAL]
    first = next((k for k in own if is_finite(a, k)), None)
    if first is None or any(_relates(draft, k) for k in draft.tokens[1:] if k < at):
        return at
    return _end_of_group(draft, first)


def _waits(draft: Draft, i: int) -> bool:
    """Whether a clause with a subject of its own begins behind a word of time: "until | the barricades are gone"."""
    a, classes = draft.passage.analysis, draft.passage.classes
    if "time" not in classes[i] or "as_said" in classes[i] or a.pos[i] not in ("SCONJ", "ADP"):
        return False
    asks = any("question" in classes[k] for k in draft.tokens if k < i)
    return not asks and a.pos[i - 1] != "AUX" and a.pos[i + 1] in _SUBJECT - {"ADP", "PART", "ADJ"}


def told_aside(draft: Draft, code: str, main: int) -> frozenset[int]:
    """The tokens of the relative clauses before the claim's verb: what they tell is not told by that verb."""
    a, found = draft.passage.analysis, set[int]()
    for i in (i for i in draft.tokens[1:] if i < main and i not in found):
        own = lexicon.is_own_gloss(code)
        related = _opens(draft, i) if own else "relative" in draft.passage.classes[i]
        if related and a.pos[i - 1] not in VERBAL and _is_clause(draft, i, main):
            found.update(range(i, main))
    return frozenset(found)


def _is_clause(draft: Draft, opened: int, main: int) -> bool:
    """Whether a verb of its own stands between a relative word and the claim's verb with its auxiliaries."""
    a, last = draft.passage.analysis, main - 1
    while last > opened and a.pos[last] in _HELPING:
        last -= 1
    return any(a.pos[i] in VERBAL for i in range(opened, last))


def _before_described(draft: Draft, code: str, at: int) -> int:
    """The verb of the subject that opens a claim, where `at` is that of what its last noun did: "27 people | died".

    A verb right behind an indefinite noun that it agrees with tells of that noun: "in a raid | that hit a school".
    """
    a, classes, first = draft.passage.analysis, draft.passage.classes, draft.tokens[0]
    begins = at - 1 if a.pos[at - 1] == "AUX" else at
    if a.pos[at] != "VERB" or a.pos[begins - 1] not in ("NOUN", "ADJ") or a.has_conjunction(begins):
        return at
    own = next((i for i in draft.tokens if i < begins and a.pos[i] in VERBAL), None)
    if own is None or own == first or a.pos[own] != "VERB" or a.has_conjunction(own):
        return at
    if any(a.pos[i] not in _OPENING_SUBJECT or classes[i] & _OPENING for i in range(first, own)):
        return at
    if any(a.pos[i] in VERBAL or classes[i] & _OPENING or is_comma(a, i) for i in range(own + 1, begins)):
        return at
    return own if _describes(draft, code, begins) else at


def _describes(draft: Draft, code: str, at: int) -> bool:
    """Whether a verb may tell of the indefinite noun before it, by gender and number: غارة استهدفت."""
    a, noun, hooks = draft.passage.analysis, at - 1, load(code).hooks
    while a.pos[noun] == "ADJ" and noun - 1 in draft.tokens:
        noun -= 1
    if a.pos[noun] != "NOUN" or any(_is_closed(draft, code, i) for i in range(noun, at)):
        return False
    many = nominals.nominal(code, a.tokens[noun].norm).is_plural
    shown = "f" if many else nominals.gender(code, a.tokens[noun].norm, a.tokens[noun].fold) or "m"
    return hooks.gender_number(a.tokens[at].norm, a.tags[at]) == (shown, "s")


def _told_apart(draft: Draft, code: str, at: int) -> int:
    """The verb that is negated or future where the claim is and the other one is not, or behind a closing comma."""
    a, classes = draft.passage.analysis, draft.passage.classes
    behind = [i for i in draft.tokens if i > at and a.pos[i] == "VERB" and "relative" not in classes[i - 1]]
    if draft.polarity == "negated":
        return next((i for i in behind if "negator" in classes[i - 1]), at)
    future = load(code).hooks.is_future
    if draft.modality == "planned" and not future(a.tokens[at].fold, a.tags[at]):
        return next((i for i in behind if future(a.tokens[i].fold, a.tags[i])), at)
    closed = a.tokens[at - 2].kind == "mark"
    return next((i for i in behind if closed and a.tokens[i - 1].kind == "mark"), at)


def _behind_definite(draft: Draft, code: str, at: int) -> int:
    """A perfect behind a definite noun or a value: an indefinite noun would have it for a relative clause of its own.

    A subject stands before the relative word; behind a verb the relative clause tells of what that verb acts on.
    """
    a, classes = draft.passage.analysis, draft.passage.classes
    if any(a.pos[i] in VERBAL for i in draft.tokens if i < at):
        return at
    for i in (i for i in draft.tokens if i > at):
        if classes[i] & _OPENING or (i > at + 1 and is_comma(a, i)):
            return at
        begins = a.pos[i] == "VERB" and a.tags[i].endswith(":p") and not a.has_conjunction(i)
        if begins and _is_closed(draft, code, i - 1):
            return i
    return at


_OPENING = frozenset({"relative", "complementizer", "conditional"})


def _is_closed(draft: Draft, code: str, i: int) -> bool:
    """Whether no relative clause without a relative word may begin behind the token: it is definite, or a value."""
    a, word = draft.passage.analysis, draft.passage.analysis.tokens[i]
    if any(m.type in ("quantity", "time") and m.start <= word.start < m.end for m in draft.mentions):
        return True
    if a.pos[i] not in ("NOUN", "ADJ", "PROPN"):
        return False
    owned = nominals.nominal(code, word.norm).owned
    return owned or a.pos[i] == "PROPN" or nominals.has_article(code, word.norm)


def verb_behind_opening(draft: Draft, at: int) -> int | None:
    """The verb right behind a definite noun phrase that opens a claim, where the tree has the noun for what is said.

    "The council | refused": a verb that described it would stand behind a relative word.
    """
    a, code = draft.passage.analysis, lexicon.code_of(draft.passage.analysis.tokens[at].text)
    if lexicon.is_own_gloss(code) or at != draft.head or a.pos[at] not in ("NOUN", "PROPN"):
        return None
    last = at
    while last + 1 in draft.tokens and a.pos[last + 1] in _NAMING and not is_led(draft, last + 1):
        last += 1
    behind = last + 1 in draft.tokens and a.pos[last + 1] == "VERB" and not a.has_conjunction(last + 1)
    behind = behind and (last == at or last + 1 != draft.tokens[-1])  # else it may be a name
    return last + 1 if behind and _is_closed(draft, code, last) else None


_NAMING = ("NOUN", "ADJ", "PROPN")


def is_led(draft: Draft, i: int) -> bool:
    """Whether a conjunction or a preposition is written on a word, or stands before it."""
    a, word = draft.passage.analysis, draft.passage.analysis.tokens[i]
    joined = a.has_conjunction(i) or a.pos[i - 1] in ("ADP", "CCONJ")
    return joined or lexicon.has_attached(lexicon.code_of(word.text), word.fold)


def is_bare_relative(draft: Draft, code: str, at: int) -> bool:
    """Whether a verb tells of the indefinite noun before it, which its pronoun stands for: "a storm | they saw it"."""
    a = draft.passage.analysis
    if at == 0 or a.pos[at] != "VERB" or a.pos[at - 1] not in ("NOUN", "ADJ"):
        return False
    return verbs.bears_object(code, a.tokens[at].fold, a.tags[at]) and not _is_closed(draft, code, at - 1)


def _behind_group(draft: Draft, at: int) -> int:
    """English: the verb behind the relative clause, or the participle like one, that opens behind the subject."""
    a = draft.passage.analysis
    opened = next((_begin(draft, i) for i in draft.tokens[1:] if _opens(draft, i)), None)
    if opened is None or opened > at or any(a.pos[i] not in _SUBJECT for i in range(draft.tokens[0], opened - 1)):
        return at
    first = next((i for i in draft.tokens if i >= opened and a.pos[i] in VERBAL), None)
    if first is None or at < first:
        return at
    last, closed = _end_of_group(draft, first), is_comma(a, opened - 1)
    main = _behind_comma(draft, last) if closed else _behind_clause(draft, last)
    if main is None or (at > last and not (closed and at < main)):
        return at
    return _full_verb(draft, main)


def _begin(draft: Draft, relative: int) -> int:
    """The first token of a relative clause; one about some of its noun opens with these: "shops, | four of which"."""
    a, first = draft.passage.analysis, relative
    if a.pos[relative - 1] != "ADP":
        return relative
    while first > draft.tokens[0] and not is_comma(a, first) and relative - first < _GROUP:
        first -= 1
    return first + 1 if is_comma(a, first) else relative


def _opens(draft: Draft, i: int) -> bool:
    return _relates(draft, i) or _is_participle(draft, i)


def _is_participle(draft: Draft, i: int) -> bool:
    """Whether a participle right behind its noun tells of it: "a rocket | carrying a satellite"."""
    a = draft.passage.analysis
    return a.tags[i].endswith(("VERB:VBG", "VERB:VBN")) and a.pos[i - 1] in ("NOUN", "PROPN")


def _relates(draft: Draft, i: int) -> bool:
    """Whether a relative word stands at the token, behind a noun or its comma; "that" is one as a pronoun."""
    a, classes = draft.passage.analysis, draft.passage.classes[i]
    related = a.pos[i] in ("PRON", "DET", "ADV") and "relative" in classes
    return related or (a.pos[i] == "PRON" and "complementizer" in classes and a.pos[i - 1] in ("NOUN", "PROPN"))


def _end_of_group(draft: Draft, first: int) -> int:
    """The last token of the auxiliaries and the verb that begin at `first`."""
    a, last = draft.passage.analysis, first
    while last + 1 in draft.tokens and a.pos[last] in _HELPING and a.pos[last + 1] in (*_HELPING, "VERB"):
        last += 1
    return last


def _behind_comma(draft: Draft, last: int) -> int | None:
    """The verb right behind the comma that closes a relative clause; a last word that may be one is it."""
    a = draft.passage.analysis
    for i in (i for i in draft.tokens if i > last + 1 and is_comma(a, i - 1)):
        alone = i == draft.tokens[-1] and lexicon.is_irregular(a.tokens[i].fold)
        if is_finite(a, i) or alone or a.tags[i].endswith("VERB:VBN"):
            return i
    return None


def _behind_clause(draft: Draft, last: int) -> int | None:
    """The next finite verb behind a noun, with no other clause between; a participle ends a sentence that has none."""
    a, classes = draft.passage.analysis, draft.passage.classes
    whole = draft.tokens[0] == 0 and all(t.kind == "mark" for t in a.tokens[draft.tokens[-1] + 1 :])
    for i in (i for i in draft.tokens if i > last):
        if a.pos[i] in ("SCONJ", "CCONJ") or is_comma(a, i) or classes[i] & _OPENING:
            return None
        governed = a.pos[i - 1] == "PRON" and a.pos[i - 2] in ("ADP", "VERB")  # "who did not use it | were"
        if a.pos[i] not in VERBAL or not (governed or a.pos[i - 1] in _BEFORE_VERB):
            continue
        if is_finite(a, i) or (whole and a.tags[i].endswith("VERB:VBN")):
            return i
    return None


def _full_verb(draft: Draft, i: int) -> int:
    """The verb that auxiliaries lead up to; the auxiliary where what follows it is none."""
    a = draft.passage.analysis
    last = _end_of_group(draft, i)
    whole = last + 1 >= len(a.tokens) or a.tokens[last + 1].text != "-"  # "re" is a part of a verb
    return last if a.pos[last] == "VERB" and whole else i
