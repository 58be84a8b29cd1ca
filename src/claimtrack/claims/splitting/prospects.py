"""What is to come, told before what follows it: "When I am governor, | no family will pay" tells no fact of the first.

Taken out of its sentence, the clause of time would read as if it had come about; it stays with the future that it opens
or ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.prospect import future_behind, is_future, openings
from claimtrack.claims.splitting.noun_phrases import is_stop
from claimtrack.claims.splitting.spans import Span


def with_prospects(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; a clause of time in the present is one with the future before or behind it."""
    if "planned" not in o.passage.held or not openings(o.passage):
        return list(found)
    kept = list(found)
    for first, will, comma in _opening(o):
        main = next((s for s in kept if s.first <= will <= s.last), None)
        whole = _whole(o, first, will, comma) if main is None else replace(main, first=first)
        whole = replace(whole, main=comma + 1, verb=will, asserts=None)
        kept = [s for s in kept if s is not main and not first <= s.first <= comma] + [whole]
    for begins, last in _closing(o):
        main = next((s for s in kept if s.first < begins and s.last == begins - 1 and _foretells(o, s)), None)
        if main is not None:
            rest = [s.last for s in kept if begins <= s.first <= last]
            kept = [s for s in kept if s is not main and not begins <= s.first <= last]
            kept.append(replace(main, last=max(rest, default=last)))
    return kept


def _opening(o: Outline) -> Iterator[tuple[int, int, int]]:
    """Where a clause of time opens its sentence, the "will" of what follows, and the comma between them."""
    for first, behind in openings(o.passage):
        if first and not (o.marks[first - 1] or "complementizer" in o.passage.classes[first - 1]):
            continue
        comma = next((c for c in o.commas if c > behind), None)
        if comma is None or not _is_present(o, behind, comma):
            continue
        will = future_behind(o.passage, comma)
        if will is not None:
            yield first, will, comma


def _closing(o: Outline) -> Iterator[tuple[int, int]]:
    """Where a clause of time in the present begins behind another one, and its last word."""
    for first, behind in openings(o.passage):
        stop = next((t for t in range(behind, len(o.marks)) if is_stop(o, t)), len(o.marks))
        if first and not o.marks[first - 1] and _has_verb(o, behind, stop) and _is_present(o, behind, stop):
            yield first, stop - 1


def _is_present(o: Outline, first: int, stop: int) -> bool:
    """Whether a clause of more than a word or a participle has no past verb and no stop."""
    if stop - first < 1 or any(is_stop(o, t) and t not in o.commas for t in range(first, stop)):
        return False
    past = any(o.tags[t].endswith(":VBD") or "would" in o.passage.classes[t] for t in range(first, stop))
    return not past and o.a.pos[first] not in ("ADP", "PUNCT")


def _has_verb(o: Outline, first: int, stop: int) -> bool:
    return any(is_finite(o.a, t) for t in range(first, stop))


def _foretells(o: Outline, span: Span) -> bool:
    """Whether the first verb of a span is in the future, and no other clause stands between it and the end."""
    verbs = [t for t in range(span.first, span.last + 1) if is_finite(o.a, t)]
    return bool(verbs) and is_future(o.passage, verbs[0]) and not any(_apart(o, t) for t in verbs[1:])


def _apart(o: Outline, t: int) -> bool:
    """Whether a finite verb has a clause of its own: not "will | be", "will | have"."""
    return o.a.pos[t] != "AUX" or o.tags[t].endswith((":VBD", ":VBZ", ":VBP"))


def _whole(o: Outline, first: int, will: int, comma: int) -> Span:
    """What stands from a clause of time to the end of the clause behind it, of which no claim was made."""
    stops = (t for t in range(will, len(o.marks)) if is_stop(o, t) or o.a.pos[t] == "CCONJ")
    return Span(first, next(stops, len(o.marks)) - 1, 0.0, 0.0)
