"""Clauses that an aside divides between their verb and the rest: "رفضت الجمعية، ومقرها صفاقس، | العرض".

An Arabic clause goes on behind the aside where what follows is joined by no conjunction and has no verb of its own; and
where nothing but a subject stands before the aside, whatever follows is told of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING
from claimtrack.claims.splitting.bare_relatives import noun_start
from claimtrack.claims.splitting.spans import Span, once
from claimtrack.languages import Hooks, lexicon, load

_LONGEST = 30
"""Tokens of the longest aside."""
_SHORT = 6
"""Tokens of the longest condition that is put in as an aside."""
_SUBORDINATE = frozenset({"relative", "conditional", "complementizer"})
_GOING_ON = NAMING | {"ADP", "ADJ", "NUM"}
_NOMINAL = frozenset({"NOUN", "ADJ"})
_TIMED = frozenset({"time", "moment"})


@dataclass(slots=True, frozen=True)
class _Aside:
    """The commas around an aside, what it is, and what stands behind it: where that begins and ends, and its verb."""

    opening: int
    closing: int
    sort: str
    rest: int
    last: int
    verb: int | None


def with_divided(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; a clause that an aside divides is one, and the aside another where it tells something."""
    kept = list(found)
    for aside in _asides(o):
        whole = next((s for s in kept if s.first < aside.opening and s.last > aside.closing), None)
        if whole is not None:
            kept = [s for s in kept if not _is_half(o, s, whole, aside)]
            continue
        front = _front(o, aside, kept)
        if front is not None and (_is_bare(o, front, aside.opening) or _goes_on(o, aside)):
            kept = _joined(o, kept, front, aside)
        elif front is None and (first := _subject(o, aside)) is not None:
            kept = _joined(o, kept, Span(first, aside.opening - 1, 0.0, 0.0, verb=aside.verb), aside)
    return once(kept)


def _is_half(o: Outline, span: Span, whole: Span, aside: _Aside) -> bool:
    """Whether a span is but the end of a whole clause, behind its aside."""
    ends = span.first == aside.rest and span.last == whole.last
    return ends and whole.verb is not None and (_is_bare(o, whole, aside.opening) or not _describes(o, span))


def _asides(o: Outline) -> Iterator[_Aside]:
    """Each aside between two commas with something behind it that goes on with what stands before."""
    for opening, closing in pairwise(o.commas):
        rest = closing + 1
        if opening < 1 or closing - opening > _LONGEST or rest + 1 >= len(o.marks):
            continue
        sort = _sort(o, opening + 1, closing)
        if sort is None or _begins_anew(o, rest) or _is_framed(o, opening, rest):
            continue
        last = _clause_end(o, rest)
        yield _Aside(opening, closing, sort, rest, last, _own_verb(o, rest, last))


def _sort(o: Outline, first: int, closing: int) -> str | None:
    """What opens an aside: a relative clause, who somebody is, what is theirs, a participle, a condition, a name."""
    classes, pos = o.passage.classes, o.a.pos
    hooks = _hooks(o, first)
    if not hooks.VERB_FIRST or o.solid[closing] == o.solid[first]:
        return None
    verbless = o.verbs[closing] == o.verbs[first]
    if "relative" in classes[first] or (o.joined[first] and "copular_pronoun" in classes[first]):
        return "told"
    if o.joined[first]:
        owned = pos[first] == "NOUN" and hooks.possessor(o.norms[first], "NOUN") is not None
        return "told" if owned and verbless else None
    if "conditional" in classes[first]:
        return "condition" if closing - first < _SHORT else None
    if not verbless:
        return None
    if pos[first] in _NOMINAL and hooks.core(o.a.tokens[first].text) is not None:
        return "described"
    if "partitive" in classes[first]:
        return "part"
    return "named" if pos[first] in ("NOUN", "PROPN") and closing - first < _SHORT else None


def _begins_anew(o: Outline, t: int) -> bool:
    """Whether a clause of its own or a second aside begins at a token."""
    opens = o.joined[t] or o.marks[t] or o.a.pos[t] in ("SCONJ", "CCONJ")
    return opens or bool(o.passage.classes[t] & {"relative", "copular_pronoun"})


def _is_framed(o: Outline, opening: int, rest: int) -> bool:
    """Whether who says something stands in the aside or right behind it."""
    return any(opening < r.cue <= rest + 2 for r in o.reports)


def _front(o: Outline, aside: _Aside, kept: Sequence[Span]) -> Span | None:
    """The span with a verb that ends where an aside opens or closes, else the stretch of a verb that no span has."""
    opening, ends = aside.opening, (aside.opening - 1, aside.opening - 2, aside.closing - 1, aside.closing - 2)
    fronts = [s for s in kept if s.verb is not None and s.verb < opening and s.last in ends]
    fronts = [s for s in fronts if not _is_subordinate(o, s.first, opening) and not _has_comma(o, s.first, opening)]
    if fronts:
        return min(fronts, key=lambda s: s.first)
    first = _clause_start(o, opening)
    verb = first + (o.a.pos[first] == "PART")
    held = any(s.first <= verb <= s.last for s in kept) or any(r.cue == verb for r in o.reports)
    alone = o.a.pos[verb] in VERBAL and verb + 1 < opening and o.verbs[opening] == o.verbs[verb + 1]
    if held or not alone or aside.sort not in _TELLING or _is_subordinate(o, first, opening):
        return None
    return Span(first, opening - 1, 0.0, 0.0, verb=verb)


_TELLING = frozenset({"told", "described"})


def _is_bare(o: Outline, front: Span, opening: int) -> bool:
    """Whether a clause has but an auxiliary before its aside: "كان سكان المرتفعات، ومعظمهم من الرعاة، | يدفعون …"."""
    verb = front.verb
    return verb is not None and o.a.pos[verb] == "AUX" and o.verbs[opening] == o.verbs[verb] + 1


def _goes_on(o: Outline, aside: _Aside) -> bool:
    """Whether what stands behind an aside can only belong to the verb before it."""
    rest = aside.rest
    if aside.sort in ("part", "named"):
        return aside.sort == "part" and "cause" in o.passage.classes[rest]
    timed = "time" in o.passage.mention_types[rest] or bool(o.passage.classes[rest] & _TIMED)
    if timed or (o.a.pos[rest] == "ADJ" and _hooks(o, rest).core(o.a.tokens[rest].text) is not None):
        return False
    if aside.verb == rest and "negator" not in o.passage.classes[rest]:
        return aside.sort in _TELLING  # a noun that was taken for a verb, or what the subject does meanwhile
    return aside.verb is None and o.a.pos[rest] in _GOING_ON


def _subject(o: Outline, aside: _Aside) -> int | None:
    """Where a subject begins that an aside parts from what is told of it; None where something else stands there."""
    if aside.sort not in ("told", "described", "part"):
        return None
    opening, verb = aside.opening, aside.verb
    first = _clause_start(o, opening)
    led = first > 0 and o.a.pos[first - 1] == "SCONJ"
    announced = led and "complementizer" in o.passage.classes[first - 1]
    told = verb is not None and verb <= aside.rest + 1 and "own_subject" not in o.passage.classes[verb]
    if not (told or announced) or o.a.pos[first] not in _SUBJECTS or o.verbs[opening] > o.verbs[first]:
        return None
    governs = any(o.a.pos[t] == "ADP" for t in (opening + 2, opening + 3))
    if aside.sort == "described" and not (led or governs):
        return None  # who is spoken to: "السيد الرئيس، السادة النواب، …"
    behind = first > 0 and (o.a.pos[first - 1] in VERBAL or o.norms[first - 1] == ",")
    return None if behind or _is_subordinate(o, first, opening) else first


_SUBJECTS = NAMING | {"ADV", "X", "NUM", "ADJ"}
"""What the first word of a subject is tagged as; of an unknown name anything may be said."""


def _joined(o: Outline, kept: Sequence[Span], front: Span, aside: _Aside) -> list[Span]:
    """The spans with the whole clause, without its halves, and with the aside where none tells of it."""
    opening, closing, rest = aside.opening, aside.closing, aside.rest
    bare = _is_bare(o, front, opening)
    tail = [s for s in kept if rest <= s.first <= rest + 1 and (s.verb is None or aside.verb is not None or bare)]
    over = [s for s in kept if opening < s.first < closing < s.last <= aside.last]
    last = max((s.last for s in (*tail, *over)), default=aside.last)
    halves = [s for s in tail if bare or aside.verb in (rest, rest + 1) or not _describes(o, s)]
    subject = [s for s in kept if s.first == front.first and s.last < opening and front.verb == aside.verb]
    found = [s for s in kept if s is not front and s not in halves and s not in subject]
    found = [replace(s, last=closing - 1) if s in over else s for s in found]
    found.append(replace(front, last=max(last, rest)))
    told = any(opening - 2 <= s.last <= closing and s.last >= closing - 2 for s in found)
    if aside.sort in _TELLING and not told:
        found.append(Span(opening + 1, closing - 1, 0.0, 0.0))
    return found


def _describes(o: Outline, span: Span) -> bool:
    """Whether a clause about its noun stands in a span, which is a claim of its own then."""
    relative = any("relative" in o.passage.classes[t] for t in range(span.first, span.last))
    return relative or o.verbs[span.last + 1] > o.verbs[span.first]


def _clause_start(o: Outline, stop: int) -> int:
    """Where the clause begins that goes on to a token: behind a mark or a conjunction, with a word that is joined."""
    t = stop
    while t > 0 and not o.marks[t - 1] and o.a.pos[t - 1] not in ("SCONJ", "CCONJ") and not o.joined[t]:
        t -= 1
    return t


def _clause_end(o: Outline, t: int) -> int:
    """The last token before a mark, a joined verb or a conjunction that opens a further clause."""
    while t + 1 < len(o.marks) and not _ends(o, t + 1):
        t += 1
    return t


def _ends(o: Outline, t: int) -> bool:
    classes = o.passage.classes[t]
    if o.marks[t]:
        return not (o.passage.quoted[t - 1] or (t + 1 < len(o.marks) and o.passage.quoted[t + 1]))
    joined = o.joined[t] or o.a.pos[t - 1] == "CCONJ"
    acting = o.a.pos[t] in VERBAL or "negator" in classes
    opens = o.a.pos[t] == "SCONJ" and "strip" in classes and "complementizer" not in classes
    return (joined and acting) or opens


def _own_verb(o: Outline, first: int, last: int) -> int | None:
    """The first verb of a stretch, unless it describes a noun or stands behind a word that opens a clause."""
    for t in range(first, last + 1):
        if o.passage.classes[t] & _SUBORDINATE:
            return None
        if o.a.pos[t] in VERBAL:
            begins = t - (t > first and "negator" in o.passage.classes[t - 1])
            behind = begins > first and o.a.pos[begins - 1] in _NOMINAL and not o.joined[begins]
            return None if behind and noun_start(o, begins - 1, _hooks(o, t)) is not None else t
    return None


def _is_subordinate(o: Outline, first: int, stop: int) -> bool:
    return any(o.passage.classes[t] & _SUBORDINATE for t in range(first, stop))


def _has_comma(o: Outline, first: int, stop: int) -> bool:
    return any(first < comma < stop for comma in o.commas)


def _hooks(o: Outline, t: int) -> Hooks:
    return load(lexicon.code_of(o.a.tokens[t].text)).hooks
