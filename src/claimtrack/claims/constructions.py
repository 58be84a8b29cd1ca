"""Constructions: cue phrases with a gap in them, which no list can hold ("found no … evidence showing that").

Each is told as a stretch of tokens, as phrases of the lists are; the stretch ends where what it leads to begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.circumstances import circumstances

Found = list[tuple[int, int]]
Classes = Sequence[frozenset[str]]

_ENDS = (";", ".", '"', "”", "»")
"""Marks at which a choice between two clauses is over."""
_CHANCE = 3
"""So many words at most are "the possibility" before "that"."""
_GAP = 6
"""So many words may stand between two parts of a construction."""


_CALLED = frozenset({"called_report", "verdict"})
"""Words for what others say, which may be rejected."""


def constructions(a: Analysis, classes: Classes, phrases: Mapping[str, Found]) -> dict[str, Found]:
    """The phrases of a sentence with its constructions among them."""
    held = frozenset().union(*classes)
    found = {name: list(places) for name, places in phrases.items()}
    if "complementizer" in held:
        for end in (i + 1 for i, each in enumerate(classes) if "complementizer" in each):
            behind = end + (end < len(classes) and "say" in classes[end])  # "retracted a story that said | …"
            for name, first in _leading(a, classes, phrases, end):
                if (first, behind) not in found.setdefault(name, []):
                    found[name].append((first, behind))
    if "rejecting" in held:
        found.setdefault("rejected_report", []).extend(_of_what(a, classes))
    if "rumouring" in held:
        found.setdefault("possible", []).extend(_rumours(a, classes))
    if "relative" in held or "whoever" in held:
        for first, last, unmarked in _clefts(a, classes):
            found.setdefault("cleft", []).append((first, last))
            if unmarked:
                found.setdefault("negating", []).append((first, first + 1))
    aside = list(circumstances(a, classes))
    if aside:
        found["circumstance"] = aside
    if "either" in held:
        choices = (_choice(a, classes, i) for i in range(len(classes)))
        found["either_or"] = [choice for choice in choices if choice is not None]
    return {name: sorted(places) for name, places in found.items() if places}


def _leading(a: Analysis, classes: Classes, phrases: Mapping[str, Found], end: int) -> list[tuple[str, int]]:
    """What leads up to the "that" before token `end`: lack of proof, a report that is taken back, rejected or open."""
    told = _back(a, classes, end - 2, "proving", 1) or end - 1
    proof = _back(a, classes, told - 1, "proof", 3)
    if proof is not None and (negator := _negator(classes, phrases, a, proof)) is not None:
        return [("unproven", negator)]
    open_to = _left_open(a, classes, phrases, end - 1) or _of_mind(a, classes, end - 2)
    if open_to is not None:
        return [open_to]
    known = _back(a, classes, end - 2, "established", 1)
    if known is not None and a.pos[known] in VERBAL and (negator := _denier(classes, known)) is not None:
        return [("unproven", negator)]
    before = _back(a, classes, end - 2, "preceding", _GAP)
    if before and "negator" in classes[before - 1]:
        return [("never", before - 1)]  # "it never happened before that"
    report = _back(a, classes, end - 2, "report_noun", _GAP)
    if report is not None and any(_says_more(a, classes, i) for i in range(report + 1, end)):
        return []  # "denied the report, adding that", "denied the report and said that"
    if report is None or (a.tags[end : end + 1] and a.tags[end].endswith(_FINITE) and "say" not in classes[end]):
        return []  # "withdrew a report that criticised the army"
    for name in ("retracting", "rejecting", "refusing"):
        verb = _back(a, classes, report - 1, name, _GAP)
        if verb is not None and a.pos[verb] in VERBAL and not _is_negated(classes, verb):
            led = name != "retracting" or _is_led(a, report) or "taking_back" in classes[verb]
            told = bool(classes[report] & _CALLED) and a.pos[report - 1] != "ADP"  # who refuses to admit denies nothing
            if name == "refusing" and (not told or _goes_on(a, classes, verb, end)):
                continue
            return [("taken_back" if name == "retracting" else "rejected_report", verb)] if led else []
    verb = _back(a, classes, report - 1, "rumouring", 2)
    if verb is not None and a.pos[verb] in VERBAL and not _is_negated(classes, verb):
        return [("unconfirmed", verb)]  # "راجت أنباء أن | …"
    comment = _back(a, classes, report - 1, "commenting", 2)
    return [] if comment is None else [("left_open", comment)]


_FINITE = (":VBD", ":VBZ", ":VBP", ":MD")
"""Tags of a verb behind a "that" which stands for the noun before it."""


def _says_more(a: Analysis, classes: Classes, i: int) -> bool:
    """Whether a word goes on from one thing said to another: a participle of saying, or a joined verb of saying."""
    joined = a.has_conjunction(i) or a.pos[i - 1] == "CCONJ"
    return "said_anew" in classes[i] or (joined and a.pos[i] == "VERB" and "say" in classes[i])


def _is_led(a: Analysis, report: int) -> bool:
    """Whether a preposition leads to a report, only what describes it between: "apologised for its report"."""
    leads = next((i for i in range(report - 1, -1, -1) if a.pos[i] not in ("DET", "PRON", "ADJ", "NUM")), 0)
    return a.pos[leads] == "ADP"


def _back(a: Analysis, classes: Classes, at: int, name: str, most: int) -> int | None:
    """The nearest word of a class at token `at` or up to `most` words before it, with no mark and no "that" between."""
    for i in range(at, max(-1, at - 1 - most), -1):
        if name in classes[i]:
            return i
        if a.tokens[i].kind == "mark" or "complementizer" in classes[i]:
            return None
    return None


def _negator(classes: Classes, phrases: Mapping[str, Found], a: Analysis, before: int) -> int | None:
    """The word that denies before a noun of proof, with no mark and no "that" between."""
    opened = {first for first, _ in phrases.get("negating", ())}
    for i in range(before - 1, max(-1, before - 1 - _GAP), -1):
        if a.tokens[i].kind == "mark" or "complementizer" in classes[i]:
            return None
        if "negator" in classes[i] or i in opened:
            return i
        if a.pos[i] == "AUX" and "negator" not in classes[i - 1]:
            return None  # "what I cannot accept is | the suggestion that"
    return None


def _is_negated(classes: Classes, verb: int) -> bool:
    return _denier(classes, verb) is not None


def _denier(classes: Classes, verb: int) -> int | None:
    """The word that denies a verb, right before it or before its adverb."""
    return next((i for i in range(verb - 1, max(-1, verb - 3), -1) if "negator" in classes[i]), None)


def _left_open(a: Analysis, classes: Classes, phrases: Mapping[str, Found], that: int) -> tuple[str, int] | None:
    """What leaves open or excludes what follows: "has not ruled out that", "did not deny that", "once thought that".

    Who does not deny something now grants it, and so do "I" and "we".
    """
    for first, last in phrases.get("ruling_out", ()):
        if last == that or (last < that and "hedge_noun" in classes[that - 1] and that - last <= _CHANCE):
            undone = next((i for i in range(max(0, first - 2), first) if "undone" in classes[i]), None)
            if undone is not None:
                return "left_open", undone  # "refused to rule out"
            return ("left_open" if _is_negated(classes, first) else "rejected_report"), first
    verb = that - 1
    if verb > 1 and "held_true" in classes[verb] and "formerly" in classes[verb - 1]:
        return ("left_open", verb - 1) if "passive_auxiliary" in classes[verb - 2] else None
    if verb < 1 or "rejecting" not in classes[verb] or a.pos[verb] not in VERBAL or a.tags[verb][-4:] == ":VBG":
        return None
    negator = _denier(classes, verb)
    past = negator is not None and any(a.tags[i].endswith((":VBD", ":VBN")) for i in (negator - 1, verb))
    if not past or any("first_person" in classes[i] for i in range(max(0, verb - 5), verb)):
        return None
    return "left_open", verb


def _of_mind(a: Analysis, classes: Classes, verb: int) -> tuple[str, int] | None:
    """Who doubts what follows, and "I never said that", which is about what was said: no "I" doubts for others."""
    if verb < 1 or a.pos[verb] not in VERBAL:
        return None
    negator = _denier(classes, verb)
    own = any("first_person" in classes[i] for i in range(max(0, verb - 4), verb))
    if "disbelieving" in classes[verb] and negator is None and not own and a.pos[verb - 1] not in ("AUX", "PART"):
        alone = any("no_one" in classes[i] for i in range(max(0, verb - 3), verb))
        return None if alone or "relative" in classes[verb - 1] else ("doubted", verb)
    past = negator is not None and any(a.tags[i].endswith((":VBD", ":VBN")) for i in (negator - 1, verb))
    return ("unproven", negator) if own and past and negator is not None and "say" in classes[verb] else None


def _goes_on(a: Analysis, classes: Classes, verb: int, end: int) -> bool:
    """Whether another verb is joined before the "that", or it is a comment that is refused: "يرفض … ويقول إن"."""
    between = range(verb + 1, end - 1)
    return any((a.pos[t] in VERBAL and a.has_conjunction(t)) or "commenting" in classes[t] for t in between)


def _of_what(a: Analysis, classes: Classes) -> Found:
    """From a verb that rejects to what it is about behind "what X told of": "نفى المتحدث ما أوردته القناة عن | …"."""
    found = []
    for what in range(1, len(classes) - 2):
        if "what_said" not in classes[what] or a.pos[what + 1] not in VERBAL:
            continue
        verb = _back(a, classes, what - 1, "rejecting", _GAP)
        if verb is None or a.pos[verb] not in VERBAL or _is_negated(classes, verb):
            continue
        about = next((t for t in range(what + 2, min(what + 2 + _GAP, len(classes))) if _opens_topic(classes, t)), None)
        if about is not None and not any(a.tokens[t].kind == "mark" for t in range(what, about)):
            found.append((verb, about + 1))
    return found


def _rumours(a: Analysis, classes: Classes) -> Found:
    """From a verb of rumour to what goes about: "ترددت أنباء عن | مقتل ثلاثة", "أشيع في المدينة أن | المدير هرب"."""
    found = []
    for verb in range(len(classes) - 2):
        if "rumouring" not in classes[verb] or a.pos[verb] not in VERBAL or _is_negated(classes, verb):
            continue
        reports = "report_noun" in classes[verb + 1]
        for t in range(verb + 1, min(verb + 2 + _GAP, len(classes) - 1)):
            if a.tokens[t].kind == "mark" or (t > verb + 1 and a.pos[t] in VERBAL):
                break
            told = "complementizer" in classes[t] and (reports or a.pos[verb + 1] == "ADP") and a.pos[t - 1] != "ADP"
            if told or (reports and _opens_topic(classes, t)):
                found.append((verb, t + 1))
                break
    return found


def _opens_topic(classes: Classes, t: int) -> bool:
    return "from_whom" in classes[t]


def _clefts(a: Analysis, classes: Classes) -> list[tuple[int, int, bool]]:
    """From what denies a cleft to its relative word, and whether it denies only before a linking verb.

    "ليست إيران هي التي | أسقطت الطائرة", "ما كانت المعارضة هي التي | رفضت الحوار".
    """
    found = []
    for first in range(len(classes) - 3):
        plain = "negator" in classes[first]
        if not plain and "unmarked_negator" not in classes[first]:
            continue
        linking = next(
            (t for t in (first, first + 1) if "copula" in classes[t] or "negated_copula" in classes[t]), None
        )
        if linking is None:
            continue
        for t in range(linking + 2, min(linking + 2 + _GAP, len(classes) - 1)):
            if a.tokens[t].kind == "mark" or "complementizer" in classes[t] or a.pos[t] in VERBAL:
                break
            named = "copular_pronoun" in classes[t - 1]
            told = a.pos[t + 1] in VERBAL
            if told and ((named and classes[t] & _WHO) or (plain and linking == first and "judging" in classes[t])):
                found.append((first, t + 1, not plain))
                break
    return found


_WHO = frozenset({"relative", "whoever"})


def _choice(a: Analysis, classes: Classes, i: int) -> tuple[int, int] | None:
    """From "either" before a clause to the end of its sentence or quotation, where an "or" with a clause follows."""
    if "either" not in classes[i] or i + 1 >= len(classes):
        return None
    close = next((t for t in range(i, len(classes)) if a.tokens[t].norm in _ENDS), len(classes))
    other = next((t for t in range(i + 2, close) if classes[t] & {"or", "either"}), None)
    if other is None or not any(a.pos[t] in VERBAL for t in range(i + 1, other)):
        return None
    return (i, close) if any(a.pos[t] in VERBAL for t in range(other + 1, close)) else None
