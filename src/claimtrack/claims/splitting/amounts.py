"""Nouns with the amount that is theirs, added to another: "the firm, with | a turnover of €3 billion, is growing".

Behind "with" or a comma such words say what there is, apart from the clause around them. An object with its amount
("paid a fine of six shillings") is what its clause tells, and no claim of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.noun_phrases import start_of
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import is_person, is_told
from claimtrack.languages import lexicon, load

_MOST = 0.45
"""What a noun with its amount may be of the clause around it; of a shorter clause it is the whole matter."""


def with_amounts(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each indefinite noun and its amount of which none of them tells."""
    kept = list(found)
    for first, last in _amounts(o):
        span = Span(first, last, 0.0, 0.0)
        around = [s for s in found if s.holds(span)]
        named = any(s.first == first - 1 and o.verbs[s.first] == o.verbs[s.last + 1] for s in around)
        if around and not named and all(s.overlap(span) <= _MOST for s in around) and not is_told(o, span, kept):
            kept.append(span)
    return kept


def _amounts(o: Outline) -> Iterator[tuple[int, int]]:
    """The first and the last token of each noun with its article, "of" and the amount behind that."""
    types, tokens = o.passage.mention_types, o.a.tokens
    for of in range(2, len(o.marks) - 1):
        if o.a.pos[of - 1] != "NOUN":
            continue
        language = load(lexicon.code_of(tokens[of].text))
        if o.norms[of] != language.hooks.OF:
            continue
        first, start = start_of(o, of - 1), tokens[of + 1].start
        ends = [m.end for m in o.passage.mentions if m.type == "quantity" and m.start == start]
        changed = "change_noun" in o.passage.classes[of - 1]
        valued = (
            changed or any(types[t] for t in range(first, of)) or "time" in types[of + 1] or is_person(tokens[of - 1])
        )
        if (
            ends
            and not valued
            and _is_added(o, first)
            and tokens[first].fold in language.folded("numbers", "little", "article")
        ):
            yield first, max(t for t in range(of + 1, len(tokens)) if tokens[t].end <= max(ends))


def _is_added(o: Outline, first: int) -> bool:
    """Whether a noun phrase stands behind a comma or "with", or is joined to one that does."""
    for t in range(first - 1, -1, -1):
        if is_comma(o.a, t) or "companion" in o.passage.classes[t]:
            return True
        if o.a.pos[t] in VERBAL or (t == first - 1 and o.a.pos[t] != "CCONJ"):
            return False
    return False


def behind_comparisons(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; a figure alone, to which another is compared, begins behind those words: "compared with | 28"."""
    return [_behind_comparison(o, span) for span in spans]


def _behind_comparison(o: Outline, span: Span) -> Span:
    figure = any(o.a.pos[t] == "NUM" or o.passage.mention_types[t] for t in range(span.first, span.last + 1))
    for first, last in o.passage.phrases.get("compared", ()):
        if figure and 0 < first == span.first and last <= span.last:
            return replace(span, first=last)
    return span
