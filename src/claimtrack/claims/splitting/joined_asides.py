"""Asides without a verb that a conjunction joins: "الشركة، | ومقرها لاهاي، | رفضت".

The noun with its owner's pronoun tells of the noun before the comma, apart from the clause around both.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import is_told
from claimtrack.languages import lexicon, load
from claimtrack.text.folding import fold

_LONGEST = 12
"""Tokens of the longest aside, with its comma."""


def with_joined_asides(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each joined noun with its owner's pronoun and what it is, of which none of them tells."""
    kept = list(found)
    for t in range(2, len(o.marks) - 1):
        last = _end(o, t) if _opens(o, t) else None
        if last is not None and last > t:
            span = Span(t, last, 0.0, 0.0)
            if not is_told(o, span, kept):
                kept.append(span)
    return kept


def _opens(o: Outline, t: int) -> bool:
    """Whether a noun with its owner's pronoun, what there is or a pronoun is joined behind a comma."""
    if not o.joined[t] or not is_comma(o.a, t - 1):
        return False
    hooks = load(lexicon.code_of(o.a.tokens[t].text)).hooks
    word = o.a.tokens[t].text[1:]
    owned = o.a.pos[t] == "NOUN" and hooks.possessor(o.norms[t], "NOUN") is not None
    known = owned and lexicon.english_noun(lexicon.code_of(word), fold(word)) is not None
    there = "existential" in o.passage.classes[t]
    return hooks.VERB_FIRST and (known or there or o.a.pos[t] == "PRON")


def _end(o: Outline, t: int) -> int | None:
    """The last token before the comma that ends an aside; None where a verb stands in it or no comma ends it soon."""
    closing = next((k for k in range(t + 1, min(t + _LONGEST, len(o.marks))) if is_comma(o.a, k)), None)
    if closing is None or o.verbs[closing] > o.verbs[t]:
        return None
    return closing - 1
