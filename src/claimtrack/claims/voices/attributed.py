"""Attributing phrases: whom "according to X" and "as X said" name, and the words that they speak for."""

from __future__ import annotations

from dataclasses import replace

import claimtrack.claims.voices.speakers as speakers
from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Frame, Passage
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.claims.voices.other_voices import contrasts
from claimtrack.claims.voices.reach import Stretch
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.claims.voices.titles import untitled
from claimtrack.languages import Hooks, lexicon

_DASHES = ("\u2014", "\u2013", "--", "\u0640", "(")


def attributing(p: Passage, first: int, last: int, hooks: Hooks) -> Reporting | None:
    """The frame of an attributing phrase; None where no noun phrase follows it."""
    a = p.analysis
    at = last
    while at < len(a.tokens) and (
        p.classes[at] & {"as_said", "what_said", "moment"}
        or (at > last and (_is_told(a, at) or ("in_which" in p.classes[at] and a.pos[at - 1] == "VERB")))
    ):
        at += 1
    who = speakers.source(p, at, hooks)
    if who is None or p.classes[who.tokens[0]] & {"relative", "in_which"}:
        return None  # "فحسب في الجولة الأخيرة" names nobody
    if _is_dated_count(p, who.tokens[0]):
        return None
    parted = first == 0 or a.tokens[first - 1].kind == "mark"
    if not parted and p.classes[who.tokens[0]] & {"norm", "rule"}:
        return None
    cue = " ".join(t.text for t in a.tokens[first:last])
    name = hooks.bare(phrase_text(a, untitled(p, who.tokens, hooks)))
    stop = who.right
    while not hooks.VERB_FIRST and stop < len(a.tokens) and a.pos[stop] in NAMING | {"ADP"}:
        stop += 1
    stop = len(a.tokens) if stop + 1 == len(a.tokens) else who.right  # "according to an officer in Riga."
    return Reporting(first, Frame(name, "reported", cue), *_reach(p, first, stop, hooks))


def _is_dated_count(p: Passage, noun: int) -> bool:
    """Whether a source is a census of which but the year is told: it dates what it counts ("حسب إحصاء 2008")."""
    if "census" not in p.classes[noun]:
        return False
    behind = noun + 1
    return behind < len(p.classes) and "time" in p.mention_types[behind]


def within(p: Passage, phrase: Reporting, found: list[Reporting]) -> Reporting:
    """An attributing phrase between another cue and what it reports speaks for that ("it added, quoting X, that …")."""
    for each in found:
        if each.cue < phrase.cue < each.first:
            return replace(phrase, first=each.first, last=each.last)
        if phrase.first <= each.cue < each.first and each.last > phrase.cue and not each.nominal:
            joined = (t for t in range(phrase.cue - 1, each.first, -1) if _joins_clauses(p, t))
            phrase = replace(phrase, first=next(joined, phrase.first))
    return phrase


def _joins_clauses(p: Passage, t: int) -> bool:
    """Whether a clause begins at token `t` behind a comma and a word that joins or contrasts it."""
    a = p.analysis
    joined = a.pos[t] == "CCONJ" or a.has_conjunction(t) or contrasts(p, t)
    return joined and is_comma(a, t - 1) and any(is_finite(a, k) for k in range(t, len(a.tokens)))


def _is_told(a: Analysis, t: int) -> bool:
    """Whether a word is the verb of an attributing phrase ("what X said"), or its pronoun ("said about it")."""
    token = a.tokens[t]
    told = a.pos[t - 1] == "VERB" and lexicon.is_pronoun_phrase(lexicon.code_of(token.text), token.fold)
    return a.pos[t] == "VERB" or told


def _reach(p: Passage, start: int, stop: int, hooks: Hooks) -> Stretch:
    """The words that an attributing phrase speaks for: what follows it at the front, else the clause around it."""
    a = p.analysis
    front = all(a.tokens[t].kind == "mark" or a.pos[t] in ("CCONJ", "ADV", "SCONJ") for t in range(start))
    if front or _is_joined(a, start):
        stop = _behind_relative(p, stop, hooks) if front else stop
        parts = (t for t in range(stop + 2, len(a.tokens)) if a.tokens[t].kind == "mark" and _parts(a, t))
        return stop, next(parts, len(a.tokens))
    if a.tokens[start - 1].is_word and _related(p, start) is not None:
        return _related(p, start) or 0, stop  # "…, whose owners doubled the fares according to X"
    stop = _behind_description(p, start, stop)
    amid = is_comma(a, start - 1) and stop < len(a.tokens) and is_comma(a, stop)
    if amid and (joined := _last_joined(p, start, hooks)) is not None:
        stop = next((t for t in range(stop + 1, len(a.tokens)) if _parts(a, t)), len(a.tokens))
        return joined, stop  # "…, and both, according to X, had left", "…, which, according to X, had left"
    begun = _begun(p, start) if hooks.VERB_FIRST else None
    if begun is not None:
        return begun, next((t for t in range(stop, len(a.tokens)) if a.tokens[t].kind == "mark"), len(a.tokens))
    first = start
    closing = is_comma(a, start - 1) and _ends_clause(a, stop)
    whole = hooks.VERB_FIRST and (closing or not any(t.kind == "mark" for t in a.tokens[start:-1]))
    whole = whole and not any(
        "quantity" in p.mention_types[t] for t in range(stop, len(a.tokens))
    )  # "وفق تعداد 2014 نحو 48 ألفا"
    while first > 0 and not (_parts(a, first - 1) and not (whole and a.tokens[first - 1].is_word)):
        first -= 1
    first -= first > 0 and a.tokens[first - 1].is_word  # the verb that bears the conjunction begins the clause
    ends = bool(p.classes[min(stop + 1, len(a.tokens) - 1)] & {"contrast", "in_which"})
    if stop + 1 < len(a.tokens) and not (ends or _describes(p, first, start, stop + 1)) and is_comma(a, stop):
        stop = next((t for t in range(stop + 1, len(a.tokens)) if _parts(a, t) or a.pos[t] == "CCONJ"), len(a.tokens))
    return first, stop


def _behind_description(p: Passage, start: int, stop: int) -> int:
    """Where a source between commas ends with what it is said to be: "according to officials | close to the talks,"."""
    a = p.analysis
    comma = next((t for t in range(stop, min(stop + _DESCRIBED, len(a.tokens))) if a.tokens[t].kind == "mark"), stop)
    between = is_comma(a, start - 1) and comma < len(a.tokens) and is_comma(a, comma)
    related = comma > stop and "relative" in p.classes[stop]  # "according to engineers | who saw it,"
    return comma if between and (related or not any(is_finite(a, t) for t in range(stop, comma))) else stop


_DESCRIBED = 8
"""Tokens of the longest description of a source."""


def _ends_clause(a: Analysis, stop: int) -> bool:
    """Whether the clause ends with the phrase: the sentence does, or what is joined follows its comma."""
    if stop + 1 >= len(a.tokens):
        return True
    return is_comma(a, stop) and (a.pos[stop + 1] == "CCONJ" or a.has_conjunction(stop + 1))


def _behind_relative(p: Passage, stop: int, hooks: Hooks) -> int:
    """Where the clause begins behind a source that is described: "According to X, which …, | it fell"."""
    a = p.analysis
    at = stop + (stop < len(a.tokens) and is_comma(a, stop))
    if at >= len(a.tokens):
        return stop
    bare = at == stop and (
        a.pos[at] == "VERB" if hooks.VERB_FIRST else a.tags[at].endswith(":VBN")
    )  # "a letter seen by"
    if not bare and "relative" not in p.classes[at]:
        return stop
    return next((t for t in range(at, len(a.tokens) - 1) if is_comma(a, t)), stop)


def _is_joined(a: Analysis, start: int) -> bool:
    """Whether a phrase stands at the head of what a conjunction joins: "… and, according to X, will not reopen"."""
    before = start - 1 if start > 1 and is_comma(a, start - 1) else start
    return before > 0 and a.pos[before - 1] == "CCONJ"


def _last_joined(p: Passage, start: int, hooks: Hooks) -> int | None:
    """Where the clause begins that a phrase between commas interrupts before its verb.

    A conjunction behind a comma, a relative pronoun, or the auxiliary right before the phrase shows that it does.
    """
    a, t = p.analysis, start - 2
    helped = t > 1 and a.pos[t] == "AUX"
    t -= helped
    if hooks.VERB_FIRST:
        return _joined_noun(p, t)
    while t > 1 and a.tokens[t].kind != "mark" and a.pos[t] != "CCONJ" and not is_finite(a, t):
        if "relative" in p.classes[t]:
            return t
        t -= 1
    return t + 1 if t > 1 and a.pos[t] == "CCONJ" and (helped or is_comma(a, t - 1)) else None


def _joined_noun(p: Passage, t: int) -> int | None:
    """Where a noun with a conjunction begins behind a comma, the words up to token `t` its own: "، ونصفها، بحسب X،"."""
    a, last = p.analysis, t
    while t > 0 and a.tokens[t].is_word and a.pos[t] not in VERBAL:
        t -= 1
    led = 0 < t < last + 1 and is_comma(a, t) and t < last and a.has_conjunction(t + 1)
    return t + 1 if led and a.pos[t + 1] in ("NOUN", "PROPN") else None


def _begun(p: Passage, start: int) -> int | None:
    """Where a clause begins behind a comma of which a pronoun alone stands before a phrase: "، وهم بحسب الجيش …"."""
    a, subject = p.analysis, start - 1
    opens = subject > 0 and is_comma(a, subject - 1) and a.has_conjunction(subject)
    return subject if opens and a.pos[subject] == "PRON" else None


def _related(p: Passage, start: int) -> int | None:
    """Where the relative clause behind a comma begins that a phrase ends; None where none does."""
    t = start - 1
    while t > 0 and not is_comma(p.analysis, t):
        t -= 1
    return t + 1 if t > 0 and "relative" in p.classes[t + 1] else None


def _describes(p: Passage, first: int, start: int, t: int) -> bool:
    """Whether what follows a name and its comma describes it, behind a clause: "…, according to X, a farmer who …"."""
    a = p.analysis
    if "relative" in p.classes[t]:
        return True
    return a.pos[t] == "DET" and any(is_finite(a, k) for k in range(first, start))


def _parts(a: Analysis, t: int) -> bool:
    """Whether a token parts clauses that an attributing phrase does not reach across."""
    if a.tokens[t].kind == "mark":
        return a.tokens[t].text in _DASHES or a.tokens[t].norm == ";"
    return a.has_conjunction(t) and a.pos[t] in VERBAL
