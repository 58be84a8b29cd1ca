"""What is granted before a clause: "despite the rise in prices | sales grew", where no comma parts the two.

The clause begins at its verb; what stands behind the "despite" is a noun phrase that says nothing of its own.
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages import lexicon, load

_GRANTED = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})


def behind_concession(o: Outline, span: Span) -> Span:
    """The span; one that begins within the noun phrase of a "despite" begins at the verb behind it."""
    first = span.first
    if "contrast" not in o.passage.held or not first or "contrast" not in o.passage.classes[first - 1]:
        return span
    if o.a.pos[first - 1] != "ADP" or o.a.pos[first] != "NOUN" or o.joined[first]:
        return span
    verb = next((t for t in range(first, span.last + 1) if o.a.pos[t] not in _GRANTED), span.last)
    starts = first < verb < span.last and o.a.tags[verb].endswith("VERB:p") and not o.joined[verb]
    definite = any(o.a.pos[t] == "PROPN" or _has_article(o, t) for t in range(first, verb))
    return replace(span, first=verb, verb=verb) if starts and definite else span


def _has_article(o: Outline, t: int) -> bool:
    """Whether a noun is definite: a clause behind one that is not may describe it."""
    word = o.a.tokens[t].text
    return load(lexicon.code_of(word)).hooks.core(word) is not None
