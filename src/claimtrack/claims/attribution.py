"""Who says it: the reporting frames inside a sentence and the stretch of words that each of them reports.

A frame is a reporting verb with its subject ("X said that …", "…, said X") or an attributing phrase
("according to X"). What it reports begins behind a complementizer, a colon or a quotation mark and goes to the
end of the sentence or of the quotation, or stands before the verb. A claim belongs to the innermost such stretch.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Frame, Passage
from claimtrack.claims.naming import name_text, noun_phrase_at, phrase_text, subject_text
from claimtrack.model.claims import NARRATOR, Stance

NARRATION = Frame(NARRATOR, "narrated")
_STANCES: tuple[Stance, ...] = ("denying", "admitting", "distancing", "committing")
_REACH = 28
"""How far behind its verb a report may begin, in tokens."""


_SHORT = 14


@dataclass(frozen=True, slots=True)
class Reporting:
    """One frame: the token of its cue, and the tokens `first` to `last` (exclusive) that it reports."""

    cue: int
    frame: Frame
    first: int
    last: int


def stance(classes: frozenset[str]) -> Stance:
    """What the cue commits to."""
    return next((name for name in _STANCES if name in classes), "neutral")


def frames(passage: Passage, cues: Cues) -> list[Reporting]:
    """All reporting frames of a sentence."""
    a = passage.analysis
    found = []
    for i in range(len(a.tokens)):
        if a.pos[i] == "VERB" and "say" in passage.classes[i]:
            reported = _behind(passage, i) or _before(passage, i)
            if reported is not None and "denying" in passage.classes[i]:
                reported = _up_to_mark(passage, *reported)
            if reported is not None:
                frame = Frame(_speaker(passage, i, cues), "reported", a.tokens[i].text, stance(passage.classes[i]))
                found.append(Reporting(i, frame, *reported))
    for first, last in passage.phrases.get("according", ()):
        phrase = noun_phrase_at(a, last)
        if phrase and a.pos[phrase[0]] != "PRON" and "relative" not in passage.classes[phrase[0]]:
            cue = " ".join(t.text for t in a.tokens[first:last])
            start, end = _attributed(passage, first, phrase[-1] + 1)
            found.append(Reporting(first, Frame(phrase_text(a, phrase), "reported", cue), start, end))
    return found


def _speaker(passage: Passage, verb: int, cues: Cues) -> str | None:
    """Who speaks: the subject in words; the noun behind "who"; the first person where the verb itself says "I"."""
    a = passage.analysis
    person = cues.language.hooks.person(a.tokens[verb].norm, a.tags[verb])
    if person in ("1s", "1p"):
        return cues.language.hooks.FIRST_PERSON
    subject = a.kid(verb, "nsubj", "nsubj:pass")
    if subject is not None and "relative" in passage.classes[subject]:
        above = a.heads[verb]
        return name_text(a, above) if above >= 0 and a.relations[verb] in ("acl:relcl", "acl") else None
    name = subject_text(passage, verb)
    dateline = name is not None and name.isupper() and passage.analysis.tokens[0].text in name
    return None if dateline else name


def _up_to_mark(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """A denial denies what follows it directly, not the whole rest of the sentence."""
    tokens = passage.analysis.tokens
    mark = next((t for t in range(first + 2, last) if tokens[t].kind == "mark" and not passage.quoted[t - 1]), last)
    return first, mark


def _behind(passage: Passage, verb: int) -> tuple[int, int] | None:
    """The words reported behind a verb: from its complementizer, colon or quotation on."""
    a, classes, quoted = passage.analysis, passage.classes, passage.quoted
    end = len(a.tokens)
    for t in range(verb + 1, min(verb + _REACH, end)):
        if a.tokens[t].text == ":" or (quoted[t] and not quoted[verb]):
            start = t if quoted[t] else t + 1
            return start, _end_of_quote(passage, start)
        if "complementizer" in classes[t] and not _inside_relative(a, t, verb):
            return t, _next_frame(passage, t, end)
        if t > verb + 1 and a.pos[t] == "VERB" and not _inside_relative(a, t, verb):
            break
    clause = next((k for k in a.kids[verb] if a.relations[k] == "ccomp" and k > verb and _has_verb(a, k)), None)
    return (a.subtree(clause)[0], end) if clause is not None and not quoted[verb] else None


def _next_frame(passage: Passage, start: int, end: int) -> int:
    """Where a coordinated reporting verb takes over: "admitted that … and denied that …"."""
    a = passage.analysis
    for t in range(start + 2, end):
        if "say" in passage.classes[t] and a.pos[t] == "VERB" and a.has_conjunction(t) and not passage.quoted[t]:
            return t
    return end


def _inside_relative(a: Analysis, t: int, verb: int) -> bool:
    """Whether the token belongs to a relative clause on the way to the report ("X, who led the inquiry, said …")."""
    for each in (t, *a.ancestors(t)):
        if each == verb:
            return False
        if a.relations[each] in ("acl:relcl", "acl") and each > verb:
            return True
    return False


def _has_verb(a: Analysis, i: int) -> bool:
    return a.pos[i] in VERBAL or any(a.relations[k] in ("cop", "nsubj", "nsubj:pass") for k in a.kids[i])


def _end_of_quote(passage: Passage, start: int) -> int:
    """The end of the quotation that begins at `start`, or of the sentence where none does."""
    end = len(passage.quoted)
    at = next((t for t in range(start, min(start + 3, end)) if passage.quoted[t]), None)
    if at is None:
        return end
    while at < end and passage.quoted[at]:
        at += 1
    rest = [t for t in range(at, end) if passage.analysis.tokens[t].is_word]
    return end if any(passage.quoted[t] for t in rest) or len(rest) <= 1 else at


def _before(passage: Passage, verb: int) -> tuple[int, int] | None:
    """The words reported before a verb: "…", X said; "…, said X"; and on both sides of "…, she said, …"."""
    a = passage.analysis
    start = verb
    while start > 0 and a.tokens[start - 1].is_word and verb - start < 12 and not passage.quoted[start - 1]:
        start -= 1
    if start == 0:
        return None
    mark = a.tokens[start - 1].text
    closes = passage.quoted[start - 1] or mark in '"”»’' or (mark == "," and start > 1)
    if not closes or any(
        a.pos[t] in VERBAL for t in range(start, verb) if "say" not in passage.classes[t] and a.pos[t] != "AUX"
    ):
        return None
    if mark == "," and not passage.quoted[start - 2] and not _stands_alone(a, verb):
        return None
    resumes = next((t for t in range(verb + 1, min(verb + 10, len(a.tokens))) if a.tokens[t].kind == "mark"), None)
    goes_on = (
        resumes is not None
        and a.tokens[resumes].text == ","
        and any(a.tokens[t].is_word for t in range(resumes, len(a.tokens)))
    )
    return (
        (0, len(a.tokens))
        if goes_on and not any(a.pos[t] in VERBAL for t in range(verb + 1, resumes or verb))
        else (0, start)
    )


def _stands_alone(a: Analysis, verb: int) -> bool:
    """Whether nothing but the subject of the reporting verb follows it up to the next mark."""
    for t in range(verb + 1, len(a.tokens)):
        if a.tokens[t].kind == "mark":
            return True
        if a.pos[t] not in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "ADP", "NUM", "ADV", "X"):
            return False
    return True


def _attributed(passage: Passage, start: int, stop: int) -> tuple[int, int]:
    """The words that an attributing phrase speaks for: what follows it at the front, else the clause that it closes."""
    a = passage.analysis
    front = all(a.tokens[t].kind == "mark" or a.pos[t] in ("CCONJ", "ADV", "SCONJ") for t in range(start)) or (
        start > 0 and a.pos[start - 1] == "CCONJ"
    )
    if front:
        return stop, next((t for t in range(stop + 2, len(a.tokens)) if _parts(a, t)), len(a.tokens))
    first = start
    while first > 0 and not _parts(a, first - 1):
        first -= 1
    return first, stop


def _parts(a: Analysis, t: int) -> bool:
    """Whether a token parts clauses that an attributing phrase does not reach across."""
    if a.tokens[t].kind == "mark":
        return a.tokens[t].text in ("\u2014", "\u2013", "--", "\u0640", "(") or a.tokens[t].norm == ";"
    return a.has_conjunction(t) and a.pos[t] in VERBAL


def frame_of(passage: Passage, head: int, tokens: list[int], found: list[Reporting]) -> Frame | None:
    """The innermost frame that reports the claim headed by `head`; None where the sentence has none for it."""
    inside = set(tokens)
    words = " ".join(passage.analysis.tokens[t].text for t in tokens)
    best: Reporting | None = None
    for each in found:
        if not (each.first <= tokens[0] + 1 and tokens[-1] < each.last and each.first <= head < each.last):
            continue
        if (
            passage.analysis.pos[each.cue] == "VERB"
            and each.cue in inside
            and each.cue >= tokens[0]
            and "say" in passage.classes[each.cue]
        ):
            mid = each.first == 0 and each.last == len(passage.analysis.tokens)
            if not mid:
                continue
        if each.frame.speaker and each.cue not in inside and each.frame.speaker in words and len(tokens) < _SHORT:
            continue  # who speaks is not said by the one who speaks
        if best is None or each.last - each.first <= best.last - best.first:
            best = each
    return None if best is None else _with_quotes(passage, tokens, best.frame)


def _with_quotes(passage: Passage, tokens: list[int], frame: Frame) -> Frame:
    inside = sum(passage.quoted[t] for t in tokens)
    if frame.attribution == "reported" and inside * 2 > len(tokens) and passage.quoted[tokens[0]]:
        return Frame(frame.speaker, "direct", frame.cue, frame.stance)
    return frame
