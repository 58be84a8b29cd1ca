"""The substance of a claim: its words and values in a form in which two ways to say the same fact are alike.

Verbs, their nouns and words of one meaning become one term; a country is its code however it is named; a subject that
was resolved stands in place of the pronoun or short name; numbers and times stand apart from the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.passives import is_passive
from claimtrack.claims.judging.standing import predicate_of
from claimtrack.claims.repeats.terms import COUNTRY, ENGLISH, place_term, stem, term_of
from claimtrack.languages import lexicon, load
from claimtrack.model.mentions import Date, Duration, Frequency, Place, Quantity
from claimtrack.text.folding import fold
from claimtrack.text.matching import Phrases

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "X"})
_NAMING = _CONTENT - {"VERB"}
_EMPTY = frozenset({"copula", "support", "negator", "second_person", "first_person"})
_BOUND = 3
"""Words of the longest bound before a number, and one more."""
_OPENING = 6
"""Among so many words of a claim stands what says "has"."""
_BEFORE = 2
"""So many words before a claim may still say which stage it tells of ("later, | …")."""


@dataclass(frozen=True, slots=True)
class Substance:
    """What a claim says, comparable with another claim of the same language."""

    terms: Mapping[str, frozenset[str]]
    """Each term of the content words, with the grammatical relations in which it stands ("obl", "obl:as")."""
    given: frozenset[str]
    """Those of the terms that only the resolved subject gives, which no word of the claim says."""
    subject: frozenset[str]
    """The terms of the subject; none where it is not known."""
    counted: bool
    """Whether the subject is what is counted ("40 homes were destroyed")."""
    open: bool
    """Whether a pronoun or an unnamed doer leaves open who is meant."""
    quantities: tuple[Quantity, ...]
    days: frozenset[tuple[str, str]]
    moments: frozenset[str]
    """Days and seasons that nothing dates: "on Friday" in a text without a date."""
    spells: frozenset[str]
    """Durations and frequencies."""
    bare: frozenset[str]
    """Numbers that measure nothing, such as hours."""
    stages: frozenset[str]
    """Words that tell an earlier or later state from the present one."""
    tense: str | None
    """"present" or "past" where the form of the predicate or a word before it shows a state of then or now."""
    acts: frozenset[str]
    """Those of the terms that are verbs in the claim."""
    senses: Mapping[str, frozenset[str]]
    """For the terms of verbs all that the written form may mean: وقع may be "happen" and "sign"."""
    part: bool
    """Whether the claim is about a part of what was counted before."""
    verbal: bool
    """Whether it is a clause by its form; a heading or a name is none."""
    passive: bool
    predicate: str | None
    initials: Mapping[str, frozenset[str]]
    """The initials of names of several words, with the terms of the name."""


def substance(draft: Draft, cues: Cues) -> Substance:
    """Read a finished draft, whose subject is resolved and whose mentions are its own."""
    a, code = draft.passage.analysis, cues.language.code
    values = [m.value for m in draft.mentions]
    head = predicate_of(a, draft.head, frozenset(draft.tokens))
    subject = _named_terms(draft.subject, draft, code) if draft.subject else frozenset()
    found = {d: (d.start, d.end) for d in values if isinstance(d, Date)}
    spells = {d.duration for d in values if isinstance(d, Duration)}
    own, counted = _terms(draft, code), _counts(draft)
    if counted and subject.isdisjoint(own):
        subject = frozenset()  # fewer than: the words before a number are nobody
    return Substance(
        terms={term: own.get(term, frozenset({"nsubj"})) for term in (*own, *sorted(subject - set(own)))},
        given=subject - set(own),
        subject=subject,
        counted=counted,
        open=draft.subject is None and _stands_open(draft, cues),
        quantities=tuple(q for q in values if isinstance(q, Quantity)),
        days=frozenset(found.values()),
        moments=frozenset(a.tokens[i].fold for i in _moments(draft)),
        spells=frozenset(spells | {f.period for f in values if isinstance(f, Frequency)}),
        bare=frozenset(_bare_numbers(draft)),
        stages=frozenset(_stages(draft, code)),
        tense=None if _is_told_later(draft, code) else _tense(draft, code, head),
        acts=frozenset(_acts(draft, code)),
        senses=_senses(draft, code),
        part=any(True for _ in _found(draft, code, "parts")),
        verbal=cues.language.hooks.VERB_FIRST or any(a.pos[i] in VERBAL for i in draft.tokens),
        passive=(a.pos[head] == "VERB" and is_passive(a, head)) or _has_passive(draft),
        predicate=draft.said.lemma if draft.said else None,
        initials=_initials(draft, code),
    )


def _terms(draft: Draft, code: str) -> dict[str, frozenset[str]]:
    """The terms of a claim's content words, those that stand for a resolved subject aside."""
    a, classes = draft.passage.analysis, draft.passage.classes
    found: dict[str, set[str]] = {}
    beside, has, units = set(_beside(draft)), _has(draft), dict(_units(draft))
    for i in draft.tokens:
        token = a.tokens[i]
        word = a.pos[i] in _CONTENT or i == has
        word = word and token.is_word and token.kind != "number" and not classes[i] & _EMPTY
        if not word or i in draft.subject_tokens or i in beside:
            continue
        place = _place_at(draft, i)
        pos = "VERB" if i == has else a.pos[i]
        term = place_term(place[1], place[0]) if place else units.get(i) or term_of(code, token.fold, pos)
        if term is not None:
            found.setdefault(term, set()).update(_relations(draft, i))
    if _having(draft) is not None:
        found.setdefault(term_of(ENGLISH, "have", "VERB") or "", set()).add("root")
    return {term: frozenset(relations) for term, relations in found.items()}


def _units(draft: Draft) -> Iterator[tuple[int, str]]:
    """The terms of the nouns that a number counts, by what they count: a dual is of its singular's."""
    a = draft.passage.analysis
    for m in draft.mentions:
        unit = m.value.unit if isinstance(m.value, Quantity) else None
        if unit is None or not (unit.isascii() and unit.islower()):
            continue
        inside = [i for i in draft.tokens if m.start <= a.tokens[i].start < m.end and a.pos[i] == "NOUN"]
        term = term_of(ENGLISH, unit, "NOUN") if len(inside) == 1 else None
        if term is not None:
            yield inside[0], term


def _having(draft: Draft) -> int | None:
    """The preposition that says "has" with its noun or pronoun (لدى, لديها); none where it says "there is"."""
    p = draft.passage
    at = next((i for i in draft.tokens[:_OPENING] if "existential" in p.classes[i]), None)
    if at is None:
        return None
    word = p.analysis.tokens[at].norm
    hooks = load(lexicon.code_of(word)).hooks
    whose = hooks.possessor(word, "NOUN") or hooks.person(word, "PRON")
    return at if whose is not None or "before_whom" in p.classes[at] else None


def _relations(draft: Draft, i: int) -> Iterator[str]:
    """How a word stands in its clause, also with the preposition before it."""
    a = draft.passage.analysis
    yield a.relations[i]
    for k in a.kids[i]:
        if a.relations[k] == "case":
            yield f"{a.relations[i]}:{a.tokens[k].fold}"


def _has(draft: Draft) -> int | None:
    """An auxiliary that is the whole predicate, as the tagger has "has" in "the app has 90 users"."""
    a = draft.passage.analysis
    verbs = [i for i in draft.tokens if a.pos[i] in VERBAL]
    return verbs[0] if len(verbs) == 1 and a.pos[verbs[0]] == "AUX" else None


def _moments(draft: Draft) -> Iterator[int]:
    """The words for a moment that no date of their own holds."""
    p = draft.passage
    if "moment" in p.held:
        yield from (i for i in draft.tokens if "moment" in p.classes[i] and "time" not in p.mention_types[i])


def _beside(draft: Draft) -> Iterator[int]:
    """The tokens that tell nothing of the fact: times, the bound of a number, and according to whom it is so."""
    a, tokens = draft.passage.analysis, draft.passage.analysis.tokens
    yield from _moments(draft)
    for m in draft.passage.mentions:
        if m.type == "time":
            yield from (i for i in draft.tokens if m.start <= tokens[i].start < m.end)
    for m in draft.mentions:
        inside = [i for i in draft.tokens if m.start <= tokens[i].start < m.end]
        number = next((i for i in inside if tokens[i].kind == "number"), None)
        if m.type == "quantity" and number is not None:
            yield from (i for i in inside if i < number)
            yield from (i for i in draft.tokens if number - _BOUND < i < number and a.pos[i] in ("ADJ", "ADV"))
    for first, _ in draft.passage.phrases.get("according", ()):
        if first > draft.tokens[0]:
            yield from (i for i in draft.tokens if i >= first)


def _place_at(draft: Draft, i: int) -> tuple[str, Place] | None:
    if "place" not in draft.passage.mention_types[i]:
        return None
    token = draft.passage.analysis.tokens[i]
    named = (m for m in draft.passage.mentions if m.start <= token.start and token.end <= m.end)
    return next(((m.text, m.value) for m in named if isinstance(m.value, Place)), None)


@cache
def _phrases(code: str, name: str) -> Phrases[str]:
    language = load(code)
    return Phrases(((phrase, phrase) for phrase in language.data("alike")[name]), language.hooks.variants)


def _named_terms(name: str, draft: Draft, code: str) -> frozenset[str]:
    """The terms of a subject given in words, read as in the sentence that holds them, else as names."""
    places = {m.text: m.value for m in draft.passage.mentions if isinstance(m.value, Place)}
    for text, value in places.items():
        name = name.replace(text, place_term(value, text).replace(" ", "_"))
    pos = {token.text: p for token, p in zip(draft.passage.analysis.tokens, draft.passage.analysis.pos, strict=True)}
    found: set[str] = set()
    for word in name.split():
        kind = pos.get(word, "PROPN")
        if COUNTRY in word:
            found.add(word.replace("_", " "))
        elif kind in _NAMING and not word[:1].isdigit():
            term = term_of(code, fold(word.removesuffix("'s").removesuffix("’s")), kind)
            found |= {term} if term else set()
    return frozenset(found)


def _counts(draft: Draft) -> bool:
    if not draft.subject:
        return False
    a, has = draft.passage.analysis, _having(draft) is not None
    for m in draft.mentions:
        before = [i for i in draft.tokens if a.tokens[i].start < m.start]
        bound = len(before) <= _BOUND and not any(a.pos[i] in VERBAL for i in before)  # fewer than | 100 people
        opens = bound and not has
        if m.type == "quantity" and (m.text in draft.subject or draft.subject in m.text or opens):
            return True
    return False


def _stands_open(draft: Draft, cues: Cues) -> bool:
    """Whether the claim begins with a pronoun that nothing resolved, or with the possessive of one."""
    a, hooks = draft.passage.analysis, cues.language.hooks
    first = draft.tokens[0]
    has = _having(draft)
    if has is not None and "before_whom" not in draft.passage.classes[has]:
        return True  # "with them" 30 tents are
    if "complementizer" in draft.passage.classes[first] and hooks.person(a.tokens[first].norm, a.tags[first]) == "3":
        return True  # "that he" has: of nobody who is known
    demonstrates = a.pos[first] in ("PRON", "DET") and a.pos[first + 1 : first + 2] not in (["NOUN"], ["ADJ"], ["NUM"])
    return demonstrates or (a.pos[first] == "PRON" and hooks.person(a.tokens[first].norm, "PRON") is not None)


def _bare_numbers(draft: Draft) -> Iterator[str]:
    a = draft.passage.analysis
    valued = [*draft.mentions, *(m for m in draft.passage.mentions if m.type == "time")]
    for i in draft.tokens:
        token = a.tokens[i]
        if token.kind == "number" and not any(m.start <= token.start < m.end for m in valued):
            yield token.norm


def _found(draft: Draft, code: str, name: str) -> Iterator[str]:
    """The phrases of a list that stand in a claim, right before it or at the head of its sentence."""
    tokens, phrases = draft.passage.analysis.tokens, _phrases(code, name)
    first = draft.tokens[0]
    head = min(_BEFORE, first)
    for i in (*range(head), *range(max(head, first - _BEFORE), draft.tokens[-1] + 1)):
        match = phrases.at(tokens, i) if _may_open(code, name, tokens[i].fold) else None
        if match is not None:
            yield match.payload


@lru_cache(maxsize=16384)
def _may_open(code: str, name: str, word: str) -> bool:
    """Whether a phrase of a list may begin with a word."""
    openers = set(_phrases(code, name).openers)
    return any(rest in openers for _, rest in load(code).hooks.variants(word))


def _stages(draft: Draft, code: str) -> Iterator[str]:
    yield from _found(draft, code, "stages")
    if any("change" in draft.passage.classes[i] or "change_noun" in draft.passage.classes[i] for i in draft.tokens):
        yield "change"


def _has_passive(draft: Draft) -> bool:
    """Whether a participle stands right behind an auxiliary of the passive, where the tree does not say so."""
    a, classes = draft.passage.analysis, draft.passage.classes
    return any(a.tags[i].endswith(":VBN") and "passive_auxiliary" in classes[i - 1] for i in draft.tokens if i)


def _tense(draft: Draft, code: str, head: int) -> str | None:
    """The tense of the predicate, as far as its form or a word before it shows."""
    a = draft.passage.analysis
    tags = {a.tags[i].rpartition(":")[2] for i in draft.tokens if a.pos[i] in ("VERB", "AUX") and i <= head}
    if tags & {"VBZ", "VBP"} and "VBN" not in tags:
        return "present"
    having = None if lexicon.is_own_gloss(code) else _having(draft)
    until = head if having is None else having  # there was | with it
    past = "VBD" in tags or any(lexicon.is_past_marker(code, a.tokens[i].fold) for i in draft.tokens if i < until)
    has = having is not None and not tags  # with it are 40 players
    return "past" if past else "present" if tags == {"i"} or has else None


def _is_told_later(draft: Draft, code: str) -> bool:
    """Whether a past may be but the tense of a report ("Nova said it | had 900 cards"), and no time says otherwise.

    A report that stands behind the claim does not govern its tense: "Nova | had 900 cards, it said".
    """
    told = draft.frame.attribution == "reported" and lexicon.is_own_gloss(code)
    first = draft.tokens[0]
    told = told and not any(r.first <= first < r.last <= r.cue for r in draft.passage.reports or ())
    return told and not any(isinstance(m.value, Date) for m in draft.mentions)


def _acts(draft: Draft, code: str) -> Iterator[str]:
    a, has = draft.passage.analysis, _has(draft)
    for i in draft.tokens:
        term = term_of(code, a.tokens[i].fold, "VERB") if a.pos[i] == "VERB" or i == has else None
        if term is not None:
            yield term


def _senses(draft: Draft, code: str) -> dict[str, frozenset[str]]:
    """Empty for English, whose verbs are known by their lemma."""
    if lexicon.is_own_gloss(code):
        return {}
    a, keys = draft.passage.analysis, load(code).hooks.verb_keys
    found: dict[str, frozenset[str]] = {}
    for i in draft.tokens:
        word = a.tokens[i].fold
        term = term_of(code, word, "VERB") if a.pos[i] == "VERB" else None
        if term is not None:
            found[term] = frozenset(sense for key in keys(word) for sense in _forms(code).get(key, ()))
    return found


@cache
def _forms(code: str) -> dict[str, frozenset[str]]:
    """The English verbs of each form of a verb, perfect or imperfect, as the lexicon lists them."""
    found: dict[str, set[str]] = {}
    for sense, entry in load(code).data("predicates")["predicates"].items():
        for pair in entry.get("verb", ()):
            for form in pair.split("/"):
                found.setdefault(fold(form), set()).add(sense)
    return {form: frozenset(senses) for form, senses in found.items()}


def _initials(draft: Draft, code: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for m in draft.passage.mentions:
        words: Sequence[str] = [word for word in m.text.split() if word[:1].isupper()]
        if m.type == "name" and len(words) > 1 and draft.start <= m.start and m.end <= draft.end:
            terms = frozenset(stem(code, fold(word).lower()) for word in words)
            found["".join(word[0] for word in words).lower()] = terms
    return found
