"""Those of whom some are named behind a comma, with them: "four bodies, among them that of a child, | were found"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma
from claimtrack.claims.splitting.noun_phrases import is_stop, start_of
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import with_untold


def with_members(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each noun and those among its many of which none of them tells."""
    return with_untold(o, found, _members(o))


def _members(o: Outline) -> Iterator[tuple[int, int]]:
    """From the noun before a comma to the last of those among them, where no verb tells more of these."""
    for among, _ in o.passage.phrases.get("among_them", ()):
        if among > 1 and is_comma(o.a, among - 1) and o.a.pos[among - 2] in NAMING:
            last = next((t for t in range(among, len(o.marks)) if is_stop(o, t)), len(o.marks)) - 1
            if o.verbs[last + 1] == o.verbs[among]:
                yield start_of(o, among - 2), last
