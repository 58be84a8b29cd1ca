"""One fact for each country: "blocked in Russia and Iran" is two claims, told apart by where they hold.

Only what is done to something in several countries parts: each could be checked, and could be wrong, alone. What
people do in two places, or count over both, stays one claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.draft import Draft
from claimtrack.claims.reference.context import is_agentless
from claimtrack.claims.reference.entities import Resolved
from claimtrack.claims.reference.writing import written
from claimtrack.languages import Language
from claimtrack.model.mentions import Mention, Place, Quantity
from claimtrack.text.folding import fold

_LONGEST_JOINT = 2
"""Tokens between two places of one list: a comma and "and", or "and in"."""

Part = tuple[Draft, Resolved]


def by_country(text: str, draft: Draft, found: Resolved, language: Language) -> list[Part]:
    """The claim, cut to the first country of a list that ends it, and a claim for each further one; else as it is."""
    places = _list_at_end(draft, language) if len(draft.places) > 1 else []
    if len(places) < 2 or not is_agentless(draft) or any(isinstance(m.value, Quantity) for m in draft.mentions):
        return [(draft, found)]
    a = draft.passage.analysis
    ends = [next(n for n, t in enumerate(draft.tokens) if a.tokens[t].end >= m.end) for m in places]
    lead = written(text, draft.start, places[0].start, found.additions).replace("[", "").replace("]", "")
    when = text[places[-1].end : draft.end].strip()
    first = _cut(draft, draft.tokens[: ends[0] + 1], draft.start, places[0], places)
    parts = [(first, replace(found, additions=(*found.additions, *_told(first, when))))]
    shared = [i for i in draft.tokens if a.tokens[i].end <= places[0].start]
    for mention, end in zip(places[1:], ends[1:], strict=True):
        each = _cut(draft, [*shared, draft.tokens[end]], mention.start, mention, places)
        each.reasons.append("true of each country of a list alone")
        parts.append((each, Resolved(found.subject, ((mention.start, f"[{lead}] "), *_told(each, when)), ())))
    return parts


def _told(draft: Draft, when: str) -> tuple[tuple[int, str], ...]:
    """The time behind the list, which holds for each part of it."""
    return ((draft.end, f" [{when}]"),) if when else ()


def _list_at_end(draft: Draft, language: Language) -> list[Mention]:
    """The countries of a list that ends the claim but for a time, one a code, in reading order."""
    a = draft.passage.analysis
    found: list[Mention] = []
    dated = next((m.start for m in draft.mentions if m.type == "time" and m.end == draft.end), draft.end)
    follower = dated
    for mention in reversed([m for m in draft.mentions if isinstance(m.value, Place)]):
        between = [t for t in a.tokens if mention.end <= t.start and t.end <= follower]
        most = _LONGEST_JOINT if found else int(dated < draft.end)  # "in" before the time
        if len(between) > most or not all(_joins(draft, t.start) for t in between):
            break
        found.insert(0, mention)
        follower = mention.start
    codes = {m.value.code for m in found if isinstance(m.value, Place)}
    return found if len(codes) == len(found) and all(_is_country(m, language) for m in found) else []


def _is_country(mention: Mention, language: Language) -> bool:
    """Whether the words are the country's own name, and not a town's or a people's."""
    assert isinstance(mention.value, Place)
    names = language.entry("countries", "names").get(mention.value.code, ())
    return fold(mention.text) in map(fold, names)


def _joins(draft: Draft, offset: int) -> bool:
    a = draft.passage.analysis
    i = next(n for n, token in enumerate(a.tokens) if token.start == offset)
    return a.pos[i] in ("CCONJ", "ADP") or a.tokens[i].norm == ","


def _cut(draft: Draft, tokens: Sequence[int], start: int, place: Mention, places: Sequence[Mention]) -> Draft:
    """The claim as far as `tokens` go, at `place` alone."""
    kept = tuple(m for m in draft.mentions if m is place or m not in places)
    assert isinstance(place.value, Place)
    gone = {m.value.code for m in places if isinstance(m.value, Place)} - {place.value.code}
    codes = tuple(code for code in draft.places if code not in gone)
    return replace(
        draft, tokens=list(tokens), start=start, end=place.end, mentions=kept, places=codes, reasons=[*draft.reasons]
    )
