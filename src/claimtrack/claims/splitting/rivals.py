"""How a candidate compares with its rivals, the other readings of the same words: boosted trees decide.

That a stretch looks likely tells little where a longer one around it looks likelier; what tells then is how far each is
ahead, together with what the stretch is.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.splitting.spans import Span
from claimtrack.tagging.boosting import Forest

HOPELESS = -1.5
"""Log odds under which a candidate is neither weighed further nor a rival to others."""
MOST = 26
"""Candidates of one sentence that are weighed against each other."""
_NONE = -9.0
"""Stands for the log odds of a rival that there is not."""


def hopeful(spans: Sequence[Span]) -> list[Span]:
    """The candidates that are weighed against each other, the likeliest first."""
    ranked = sorted((span for span in spans if span.score > HOPELESS), key=lambda s: -s.score)
    return ranked[:MOST]


def numbers(spans: Sequence[Span], k: int) -> dict[str, float]:
    """How the candidate `k` stands among the others of its sentence, the likeliest first: log odds, and counts.

    `near` is the best other reading of it, which shares half of what both cover; `around`, `within` and `across` are
    the best of the rest that hold it, lie in it or cut it; `inner` counts likely ones within.
    """
    own = spans[k]
    first, last, score = own.first, own.last, own.score
    size = last - first + 1
    near = around = within = across = _NONE
    inner = 0
    for other in spans:
        begins, ends, value = other.first, other.last, other.score
        if other is own or ends < first or last < begins:
            continue
        shared = (last if ends > last else ends) - (first if begins < first else begins) + 1
        if 2 * shared >= size + ends - begins + 1 - shared:
            if value > near:
                near = value
        elif begins <= first and last <= ends:
            if value > around:
                around = value
        elif first <= begins and ends <= last:
            inner += value > 0
            if value > within:
                within = value
        elif value > across:
            across = value
    return {
        "score": score,
        "begin": own.begin,
        "end": own.end,
        "size": size,
        "near": near,
        "around": around,
        "within": within,
        "across": across,
        "inner": inner,
        "rank": k,
        "ahead of near": score - near,
        "ahead of others": score - max(around, across),
    }


def weigh(spans: Sequence[Span], forest: Forest) -> None:
    """Move the log odds of the candidates, the likeliest first, by how they compare with each other."""
    added = [forest.score(forest.asked(span.named, span.parts), numbers(spans, k)) for k, span in enumerate(spans)]
    for span, odds in zip(spans, added, strict=True):
        span.score += odds
