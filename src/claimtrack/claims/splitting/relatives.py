"""Clauses that describe a noun, which is part of two claims then: what the sentence says of it, and what they say.

"Dublin signed | a deal | that cost us a quarter of our mackerel" is "Dublin signed a deal" and "a deal that cost …"; of
"the law that let them fire people has been repealed" the one claim stands within the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.splitting.spans import Span

MOST_SHARED = 0.75
"""What a noun with its clause may be of the whole claim that it opens; beyond it the rest says too little."""
MOST_ADDED = 0.9
"""The same for one of which no claim tells yet."""
FLOOR = -0.5
"""Log odds from which the best reading of a noun and its relative clause is a claim."""


def mark(o: Outline, spans: Sequence[Span]) -> None:
    """Note in those of the spans that are a noun and the clause which describes it where that clause begins."""
    clauses = _clauses(o)
    for span in spans if clauses else ():
        span.relative = next((begins for begins, ends in clauses if _is_noun_with(o, span, begins, ends)), None)
        span.acts = span.relative is not None and _is_subject(o, span.relative, span.last)


def share_a_noun(span: Span, other: Span) -> bool:
    """Whether one of the spans is a noun with the clause that describes it, and the other tells more of that noun."""
    described, telling = (span, other) if other.relative is None else (other, span)
    begins = described.relative
    if begins is None or telling.relative is not None:
        return False
    if described.first == telling.first and telling.last > described.last:
        return described.acts and described.overlap(telling) < MOST_SHARED
    return telling.first < described.first <= telling.last < begins


def _is_subject(o: Outline, begins: int, last: int) -> bool:
    """Whether a verb follows a noun and its clause: at once, or behind the second of two commas around the clause."""
    behind = last + 1
    if behind < len(o.marks) and is_comma(o.a, behind) and is_comma(o.a, begins - 1):
        behind += 1
    return any(is_finite(o.a, t) for t in range(behind, min(behind + _REACH, len(o.marks))) if not o.marks[behind])


_REACH = 3
"""Tokens behind a subject within which its verb stands, an adverb or a negator before it."""


def with_described(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The spans `kept`, with the best reading of each noun and its relative clause where none of them tells of it.

    A relative pronoun says that something is told of a noun, however unsure where the telling ends; a participle
    ("a fine imposed in May") often only says which one.
    """
    found = [_from_described(o, _to_closing_comma(o, span), kept) for span in kept]
    for begins, ends in _clauses(o):
        told = any(_is_noun_with(o, s, begins, ends) or begins - 1 <= s.first <= begins < s.last for s in found)
        if told or "relative" not in o.passage.classes[begins]:
            continue
        readings = [_before_report(o, s) for s in spans if s.relative == begins and s.last <= ends and s.score > FLOOR]
        readings = [s for s in readings if all(s.overlap(other) < MOST_ADDED for other in found)]
        if readings:
            found.append(max(readings, key=lambda s: s.score))
    return found


def _before_report(o: Outline, span: Span) -> Span:
    """The span; what describes who speaks ends before what is said: "سكان القرية التي غمرتها المياه | إن …"."""
    said = next((r.first for r in o.reports if r.cue < span.first < r.first <= span.last), None)
    if said is None:
        return span
    last = said - 1
    while last > span.first and (o.marks[last] or "complementizer" in o.passage.classes[last]):
        last -= 1
    return replace(span, last=last)


def _from_described(o: Outline, span: Span, kept: Sequence[Span]) -> Span:
    """The span; a verb right behind a noun and its clause has them for its subject: "الأدوية التي طلبناها | لم تصل"."""
    opening = next((t for t in (span.first, span.first + 1) if "negator" not in o.passage.classes[t]), span.first)
    if not is_finite(o.a, opening) or o.joined[span.first]:
        return span
    before = next((s for s in kept if s.last == span.first - 1 and s.relative is not None), None)
    return span if before is None else replace(span, first=before.first)


def _to_closing_comma(o: Outline, span: Span) -> Span:
    """The span; who acts, between verb and object, ends with what tells of them: "ألغت | الشركة، التي …، | وظائف"."""
    verb = span.first - 1
    relative = next((t for t in range(span.first, span.last) if "relative" in o.passage.classes[t]), span.first)
    if verb < 0 or o.a.pos[verb] not in VERBAL or o.joined[span.first] or not is_comma(o.a, relative - 1):
        return span
    if o.verbs[relative] > o.verbs[span.first]:
        return span
    closing = next((t for t in range(relative + 2, span.last) if is_comma(o.a, t)), None)
    if closing is None or o.joined[closing + 1]:
        return span
    return replace(span, last=closing - 1)


def _clauses(o: Outline) -> list[tuple[int, int]]:
    """The first and the last token of each clause that describes a noun, from left to right."""
    if o.described is None:
        o.described = _sought(o)
    return o.described


def _sought(o: Outline) -> list[tuple[int, int]]:
    a, found = o.a, {}
    verbs = [i for i, pos in enumerate(a.pos) if pos in VERBAL]
    for i, some in enumerate(o.passage.classes):
        if "relative" in some:
            behind = [v for v in verbs if v > i]
            verb = next((v for v in behind if a.relations[v].startswith("acl")), behind[0] if behind else None)
            if verb is not None:
                stop = next((t for t in range(i, len(o.marks)) if o.norms[t] == ";"), len(o.marks))
                found[i] = min(o.last[_helped(a, verb)], stop - 1)
    for verb in verbs:
        noun = a.heads[verb]
        if a.relations[verb].startswith("acl") and 0 <= noun < verb:
            begins = min(k for k in a.subtree(verb) if k > noun)
            if not any(noun < k <= verb for k in found):
                found[begins] = o.last[verb]
    return sorted(found.items())


def _helped(a: Analysis, verb: int) -> int:
    """The word that an auxiliary or a linking verb goes with: "who may have | fled", "who is | a surgeon"."""
    helping = a.relations[verb].startswith("aux") or a.relations[verb] == "cop"
    return a.heads[verb] if helping and a.heads[verb] > verb else verb


def _is_noun_with(o: Outline, span: Span, begins: int, ends: int) -> bool:
    """Whether a span is a noun phrase and the clause from `begins` to `ends`, and has no other verb."""
    if not span.first < begins <= span.last or o.verbs[begins] > o.verbs[span.first]:
        return False
    within = min(span.last, ends) + 1
    return o.verbs[begins] < o.verbs[within] == o.verbs[span.last + 1] and not _passes(o, begins, span.last)


def _passes(o: Outline, begins: int, last: int) -> bool:
    """Whether a clause between commas is over before `last`: "the theatre, which seats 900 people, | reopened"."""
    commas = [t for t in range(begins - 1, last) if is_comma(o.a, t)]
    return commas[:1] == [begins - 1] and any(is_finite(o.a, t + 1) for t in commas[1:])
