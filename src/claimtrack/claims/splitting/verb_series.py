"""Clauses of a series of verbs, each a claim of its own: "The firm raised prices, | closed two shops and | fired ten".

Which verbs are side by side is known from the order of the words (see the language's `settled_tree`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.splitting.spans import Span, once
from claimtrack.languages import lexicon, load


def with_verb_series(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; each clause of a series is one, and none goes on over the verb of the next."""
    kept = list(found)
    later = [verb for verbs in o.a.series for verb in verbs[1:]] if kept else []
    for verb in (*later, *(_second_verbs(o) if kept else ())):
        kept = _parted(o, kept, verb)
    return once(kept)


def _second_verbs(o: Outline) -> Iterator[int]:
    """The finite verbs right behind an "and" or a "but" that share a subject: "was founded in 1921 and | employs 40".

    Not those of a clause that describes a noun or tells what somebody said; annotators part 122 of 127 so.
    """
    for t in range(2, len(o.marks) - 2):
        if o.a.pos[t] != "CCONJ" or not is_finite(o.a, t + 1) or load(lexicon.code_of(o.norms[t])).hooks.VERB_FIRST:
            continue
        begins = next((k + 1 for k in range(t - 1, -1, -1) if o.marks[k] or o.a.pos[k] == "CCONJ"), 0)
        if o.a.tags[begins].endswith((":VBN", ":VBG")):
            continue  # "The plant, built with a loan and opened in May, will close"
        held = frozenset[str]().union(*o.passage.classes[begins:t])
        if o.verbs[t] > o.verbs[begins] and held.isdisjoint(_CLAUSES) and "say" not in o.passage.classes[t + 1]:
            yield t + 1


_CLAUSES = frozenset({"relative", "complementizer"})


def _joint(o: Outline, verb: int) -> int | None:
    """The comma or the "and" right before a verb, or before the adverb there; None where something else stands."""
    at = verb - 2 if o.a.pos[verb - 1] == "ADV" else verb - 1
    return at if at > 0 and (is_comma(o.a, at) or o.a.pos[at] == "CCONJ") else None


def _parted(o: Outline, found: Sequence[Span], verb: int) -> list[Span]:
    """The spans, parted before a later verb of a series, which has a span."""
    joint = _joint(o, verb) or verb - 1
    begins = joint + 1
    ends = joint - 2 if is_comma(o.a, joint - 1) else joint - 1
    over = [s for s in found if s.first < joint and s.last >= verb]
    kept = [replace(s, last=ends) if s in over else s for s in found]
    if any(begins <= s.first <= verb and s.last >= verb for s in kept):
        return kept
    rest = next((s for s in kept if verb < s.first < verb + _NEAR and o.verbs[s.first] == o.verbs[verb + 1]), None)
    if rest is not None:  # "the firm €3 million" without its "fined"
        return [replace(s, first=begins, verb=verb, main=None) if s is rest else s for s in kept]
    last = max((s.last for s in over), default=_end(o, verb))
    return [*kept, Span(begins, last, 0.0, 0.0, verb=verb)]


_NEAR = 4
"""Tokens behind a verb within which what is left of its clause begins."""


def _end(o: Outline, verb: int) -> int:
    """The last word of a clause that no span holds: before the next mark, or the "and" of the next verb."""
    stops = (t for t in range(verb + 1, len(o.marks)) if o.marks[t] or (o.a.pos[t] == "CCONJ" and _joins(o, t)))
    return next(stops, len(o.marks)) - 1


def _joins(o: Outline, t: int) -> bool:
    return any(_joint(o, k) == t for k in (t + 1, t + 2) if k < len(o.marks) and o.a.relations[k] == "conj")
