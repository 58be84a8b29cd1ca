"""Main clauses whose subject stands before a clause between commas: "Rice, which feeds the city, | cost more"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.claims.splitting.choosing import BAR
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import OWNERS

_LONGEST = 40
"""Tokens back to the subject."""
_FAR = 7
"""Tokens before the relative pronoun of a clause that a share of its antecedent opens."""
_IN_SUBJECT = NAMING | {"ADP", "PART"}


def with_far_subjects(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The chosen spans, the main clause behind a clause between commas among them, whole and with its subject.

    `spans` are all candidates: where none of the chosen holds the main verb, the best one that does is a claim too, and
    the subject with what describes it is one where no other claim tells that.
    """
    found = list(kept)
    for verb in range(_LEAST, len(o.marks)) if len(o.commas) > 1 else ():
        if o.a.pos[verb] not in VERBAL:
            continue
        subject = _subject(o, verb, lost=not any(s.first <= verb <= s.last for s in found))
        if subject is None:
            continue
        begins = _begins(o, verb)
        first, comma = subject
        halves = [s for s in found if s.first in (begins, verb)]
        halves = halves or [s for s in found if s.first <= first and verb <= s.last]
        half = halves[0] if halves else _reading(o, first, verb, spans)
        whole = replace(half, first=min(first, half.first), verb=verb, main=begins)
        found = [s for s in found if s is not half and (s.first, s.last) != (whole.first, whole.last)] + [whole]
        found = [_within_aside(s, first, begins) for s in found if not _is_piece(o, s, whole, comma)]
        if _calls(o, comma + 1):
            found = [s for s in found if not (first <= s.first and s.last < begins)]
        elif not any(first <= s.first < s.last < begins - 1 and o.verbs[s.last + 1] > o.verbs[s.first] for s in found):
            found.append(Span(first, begins - 2, 0.0, 0.0))
        told = any((s.first, s.last) == (first, begins - 2) for s in found)
        found = [s for s in found if not (told and comma < s.first and s.last == begins - 2)]
    return _over_asides(o, _over_relatives(o, found, spans), spans)


def _over_relatives(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The spans, with the main clause of a subject whose relative clause no comma ends: "Men who took a bus | fled"."""
    found = list(kept)
    for relative in range(1, len(o.marks) - _LEAST):
        noun = o.a.pos[relative - 1] in ("NOUN", "PROPN")
        if not noun or o.a.pos[relative] != "PRON" or not o.passage.classes[relative] & _RELATING:
            continue
        verb, first = _second_verb(o, relative), subject_start(o, relative - 1)
        if verb is None or first is None:
            continue
        having = [s for s in found if s.first <= verb <= s.last]
        if having:
            found = [replace(s, verb=verb, main=verb) if s in having and s.first == first else s for s in found]
            if not any(first <= s.first and s.last < verb for s in found):
                found.append(Span(first, verb - 1, 0.0, 0.0))
            continue
        whole = replace(_reading(o, first, verb, spans), first=first, verb=verb, main=verb)
        found = [s for s in found if not _is_piece(o, s, whole, relative)] + [whole]
    return found


def _second_verb(o: Outline, relative: int) -> int | None:
    """The finite verb that follows the clause of a relative pronoun at once; None where more clauses stand between."""
    a, own = o.a, None
    for t in range(relative + 1, len(o.marks)):
        if a.pos[t] in ("SCONJ", "CCONJ") or (o.marks[t] and a.pos[t] == "PUNCT" and not _is_hyphen(o, t)):
            return None
        main = is_finite(a, t) or _is_last_verb(o, t)
        if main and own is not None and any(a.pos[k] in NAMING for k in range(own + 1, t)) and a.pos[t - 1] in _ENDING:
            cue = any(report.cue == t for report in o.reports)
            return None if cue else t
        if is_finite(a, t):
            own = t if own is None else own
    return None


def _is_last_verb(o: Outline, t: int) -> bool:
    """Whether what was taken for a participle must be the main verb, as no finite one follows: "… | collapsed"."""
    return o.a.tags[t].endswith(":VBN") and not any(is_finite(o.a, k) for k in range(t + 1, len(o.marks)))


_RELATING = frozenset({"relative", "complementizer"})
_ENDING = frozenset({"NOUN", "PROPN", "NUM", "ADV"})
"""With what the clause ends behind which a main verb stands: not with another subject."""


def _is_piece(o: Outline, span: Span, whole: Span, comma: int) -> bool:
    """Whether a span is the subject of a whole clause alone, or the end of that clause without a verb."""
    end = span.last == whole.last and o.verbs[span.last + 1] == o.verbs[span.first] and span.first > comma
    described = any("relative" in o.passage.classes[t] for t in range(span.first, span.last))
    return (whole.first <= span.first and span.last < comma and not described) or end


def _reading(o: Outline, first: int, verb: int, spans: Sequence[Span]) -> Span:
    """The best candidate from a subject or its far verb on; where none is, one to the likeliest end behind the verb."""
    begins = _begins(o, verb)
    readings = [s for s in spans if s.first in (first, begins, verb) and s.last > verb]
    if readings:
        return max(readings, key=lambda s: s.score)
    behind = max((s for s in spans if s.first > verb), key=lambda s: s.end, default=None)
    last = behind.last if behind else max(t for t in range(verb, len(o.marks)) if not o.marks[t])
    return Span(begins, last, 0.0, 0.0)


def _over_asides(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The spans; a subject with its relative clause goes on over what stands behind, where no claim has that.

    The main verb is one that the tagger did not know ("The bridge, which opened in May, | carries 40,000 cars").
    """
    found = list(kept)
    for span in kept:
        own = range(span.first + 1, span.last)
        relative = next((t for t in own if "relative" in o.passage.classes[t]), None) if span.verb is None else None
        last = max(s.last for s in kept if s.first >= span.first)
        if relative is None or last + 1 >= len(o.marks) or not is_comma(o.a, last + 1):
            continue
        whole = [s for s in spans if s.first == span.first and s.last > last + 1 and s.score > BAR]
        if whole:
            aside = replace(span, first=relative)
            found = [s for s in found if s is not span] + [max(whole, key=lambda s: s.score), aside]
    return found


def _within_aside(span: Span, first: int, begins: int) -> Span:
    """The span; one that begins between the commas ends there: "…, seen widely before | it was removed, | was old"."""
    between = first < span.first < begins - 2 and span.last > begins and span.verb is not None and span.verb < begins
    return replace(span, last=begins - 2) if between else span


def _begins(o: Outline, verb: int) -> int:
    """Where the words of a verb begin: with the adverb or the negator before it ("now employs", "لم يتقدم")."""
    return verb - (o.a.pos[verb - 1] == "ADV" or "negator" in o.passage.classes[verb - 1])


def _subject(o: Outline, verb: int, lost: bool) -> tuple[int, int] | None:
    """Where the subject begins of a finite verb behind a comma, and the comma that opens the clause between them.

    A mere apposition may stand between them where no claim has the verb, which is `lost` then.
    """
    a = o.a
    begins = _begins(o, verb)
    cue = any(report.cue == verb for report in o.reports)
    if cue or not is_comma(a, begins - 1) or o.joined[begins] or not (is_finite(a, verb) or _is_main(o, verb)):
        return None
    for comma in range(begins - 2, max(0, verb - _LONGEST), -1):
        if o.marks[comma] and a.pos[comma] == "PUNCT" and not is_comma(a, comma) and not o.passage.quoted[comma]:
            return None
        if is_comma(a, comma) and (_opens_aside(o, comma + 1) or (lost and _is_apposed(o, comma, begins - 1))):
            participle = o.a.tags[comma + 1].startswith("VERB")
            first = None if participle and not is_finite(a, verb) else subject_start(o, comma - 1)
            return None if first is None else (first, comma)
    return None


def _is_apposed(o: Outline, opening: int, closing: int) -> bool:
    """Whether a noun phrase stands between two commas, verbs in it behind a relative pronoun alone."""
    verb = next((t for t in range(opening + 1, closing) if is_finite(o.a, t)), closing)
    relative = next((t for t in range(opening + 1, closing) if "relative" in o.passage.classes[t]), closing)
    return o.a.pos[opening + 1] == "DET" and relative <= verb


def _is_main(o: Outline, verb: int) -> bool:
    """Whether what was taken for a participle is the main verb, as no other behind a comma is: "…, opened in 2014"."""
    rest = range(verb + 1, len(o.marks) - 1)
    return o.a.tags[verb].endswith(":VBN") and not any(is_comma(o.a, t) and is_finite(o.a, t + 1) for t in rest)


_LEAST = 4


def _opens_aside(o: Outline, i: int) -> bool:
    """Whether a clause begins here that only describes: a relative pronoun, a participle."""
    relative = "relative" in o.passage.classes[i] and o.a.pos[i] in ("PRON", "SCONJ", "DET")
    relative = relative or any(  # "about nine-tenths of which …"
        "relative" in o.passage.classes[k] and o.a.pos[k - 1] == "ADP"
        for k in range(i + 1, min(i + _FAR, len(o.marks)))
    )
    first = next((k for k in range(i, min(i + _ADVERBS, len(o.marks) - 1)) if o.a.pos[k] not in ("ADV", "ADJ")), i)
    participle = o.a.tags[first].endswith((":VBN", ":VBG"))  # "first identified in May"
    return relative or participle or _is_measure(o, first) or _calls(o, i)


def _calls(o: Outline, i: int) -> bool:
    """Whether somebody is called or blessed here: "اللائحة، يا سيادة الوزير، تفرض", "والدي، رحمه الله، كان"."""
    return "vocative" in o.passage.classes[i] or any(i == first for first, _ in o.passage.phrases.get("blessing", ()))


_ADVERBS = 3
"""Adverbs before the participle or the measure that opens an aside, and one more."""


def _is_measure(o: Outline, i: int) -> bool:
    """Whether a measure begins here that says how large something is: "8.6 kilometres long"."""
    sized = [t for t in range(i, min(i + _FAR, len(o.marks))) if o.a.pos[t] in ("ADJ", "ADV")]
    return "quantity" in o.passage.mention_types[i] and bool(sized) and not any(o.marks[t] for t in range(i, sized[0]))


def subject_start(o: Outline, last: int) -> int | None:
    """Where the noun phrase begins that ends at a token and opens its clause; None where it opens none."""
    a, first = o.a, last + 1
    if last > 1 and a.tags[last].endswith(":VBZ") and a.pos[last - 1] in NAMING:
        first = last  # a plural that was taken for a verb: "The cement works, which …"
    while first > 0 and (a.pos[first - 1] in _IN_SUBJECT or _is_hyphen(o, first - 1)) and not o.joined[first]:
        first -= 1
    if first and a.pos[first - 1] in VERBAL:  # "comes a week after | President X, who …, ordered"
        first = next((i + 1 for i in range(last, first, -1) if "time" in o.passage.classes[i]), first)
    opens = (
        first == 0
        or "time" in o.passage.classes[first - 1]
        or o.marks[first - 1]
        or a.pos[first - 1] in ("SCONJ", "CCONJ")
    )
    if first <= last and opens and a.pos[first] in NAMING:
        return first
    if 0 < first <= last and o.norms[first - 1] in OWNERS and (first == 1 or o.marks[first - 2]):
        return first - 1  # "My neighbour, who …"
    start = next((t + 1 for t in range(min(first, last) - 1, -1, -1) if o.marks[t]), 0)
    unknown = start < first and all(a.pos[t] in _UNKNOWN for t in range(start, first))
    return start if unknown or _is_described(o, start, last) else None


def _is_described(o: Outline, start: int, last: int) -> bool:
    """Whether a noun opens a stretch in which a verb stands behind a relative pronoun alone, if any does."""
    verb = next((t for t in range(start, last + 1) if o.a.pos[t] in VERBAL), last)
    relative = next((t for t in range(start, last + 1) if "relative" in o.passage.classes[t]), last)
    return o.a.pos[start] in ("NOUN", "PROPN") and relative <= verb


def _is_hyphen(o: Outline, t: int) -> bool:
    return o.norms[t] == "-" and not o.a.tokens[t].spaced


_UNKNOWN = frozenset({"ADV", "INTJ", "X"})
"""What the tagger says of a name that it does not know, where it begins a sentence: "First Kansai Minerals"."""


def over_frames(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; one that goes on behind an interposed frame begins before it ("Two men, police said, | were …").

    A subject alone with the frame behind it is no claim.
    """
    whole = [_over_frame(o, span) for span in spans]
    cues = [report.cue for report in o.reports if report.first < report.cue < report.last]
    return [
        s
        for s in whole
        if s.verb is not None
        or not any(s.first < cue <= s.last for cue in cues)
        or not any(s.first == t.first and s.last < t.last for t in whole)
    ]


def _over_frame(o: Outline, span: Span) -> Span:
    a = o.a
    for report in o.reports:
        right = next((i for i in range(report.cue, len(o.marks)) if is_comma(a, i)), None)
        if not report.first < report.cue < report.last or right is None or right + 1 >= len(o.marks):
            continue
        if report.cue < span.first <= right + 1 <= span.last and is_finite(a, right + 1):
            front = (i for i in range(report.first, report.cue) if not o.marks[i] and a.pos[i] != "CCONJ")
            first = next(front, span.first)
            return replace(span, first=first, verb=right + 1) if a.pos[first] in NAMING else span
    return span
