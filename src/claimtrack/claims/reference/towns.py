"""Towns and countries by their names: what "the town" or "the country" may go back to."""

from __future__ import annotations

from claimtrack.claims.draft import Passage
from claimtrack.languages import lexicon, load
from claimtrack.model.mentions import Mention, Place
from claimtrack.text.folding import fold, unaccented


def code_of(place: Mention) -> str:
    """The code of a place's country; none of another mention."""
    return place.value.code if isinstance(place.value, Place) else ""


def is_beside(p: Passage, place: Mention, beside: frozenset[str]) -> bool:
    """Whether something stands near a place or away from it: "near Bergen", "40 km from Bergen", "north of Bergen"."""
    at = next((i for i, token in enumerate(p.analysis.tokens) if token.start >= place.start), 0)
    return any(token.fold.lower() in beside for token in p.analysis.tokens[max(0, at - _TOWARDS) : at])


_TOWARDS = 2
"""So many words before a place tell that something is but near it."""


def is_town(text: str, code: str) -> bool:
    """Whether a place is named by a town; a country may be called as its capital is (الجزائر)."""
    language = load(lexicon.code_of(text))
    return not is_country(text, code) and unaccented(fold(text)).replace(" ", "") in language.towns


def is_country(text: str, code: str) -> bool:
    """Whether a place is named by its country's own name."""
    names = load(lexicon.code_of(text)).data("countries")["names"].get(code, ())
    return fold(text).lower() in (fold(name).lower() for name in names)
