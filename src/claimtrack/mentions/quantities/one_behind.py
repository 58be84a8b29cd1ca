"""One of a thing in a language whose number one stands behind its noun, or needs none: "a wall one", "two to a goal".

In: the number one and the words before it, or the quantities of a text. Out: the unit, where the words count one.
"Did not build a wall one" says that there is none, "children from a family one" that it is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.mentions.hits import Hit
from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.mentions.quantities.unit_words import UnitWord, UnitWords, named_nouns
from claimtrack.mentions.quantities.units import UnitHit
from claimtrack.model.mentions import Quantity
from claimtrack.text.tokens import Token

_REACH = 14  # words of a clause before the noun in which it may be denied
_STOPS = ".;:!?\u061b\u061f"
_TANWIN = "\u0627"  # the letter that bears the ending of an indefinite object
_CLITICS = 2  # letters of what may be written on a noun that is counted


def one_behind(
    tokens: Sequence[Token], number: NumberHit, around: Surroundings, words: UnitWords, claimed: bytearray
) -> UnitHit | None:
    """The noun before `number` that it counts as one."""
    if number.value != 1 or number.written != "words" or not words.inflected or not number.first or number.prefix:
        return None
    found = _noun(tokens, number, words)
    if found is None or claimed[found[0]]:
        return None
    k, unit = found
    if unit.kind in ("time", "percent") or _is_none_or_same(tokens, k, around, words):
        return None
    return UnitHit(unit.canonical, unit.kind, k, number.first)


def _noun(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> tuple[int, UnitWord] | None:
    """The noun right before the number, or before one word between them; it or that word agrees with the number."""
    feminine, behind = words.language.hooks.FEMININE, number.first - 1
    round_ = tokens[number.first].norm.endswith(feminine)
    for k in (behind, behind - 1):
        if k < 0 or tokens[k].kind != "word" or tokens[k].fold in words.stop:
            return None
        unit = _indefinite(tokens[k], words)
        agrees = k == behind or any(tokens[j].norm.endswith(feminine) == round_ for j in (k, behind)[: 1 + round_])
        if unit is not None and not unit.dual and (agrees or unit.kind == "people"):
            return k, unit
    return None


def _indefinite(token: Token, words: UnitWords) -> UnitWord | None:
    """The unit of a noun without article and owner, a preposition or "and" written on it or not."""
    listed = named_nouns(words.language.code)
    for prefix, word in words.language.hooks.variants(token.fold):
        if len(prefix) >= _CLITICS:
            continue
        if (unit := words.forms.get(word)) is not None:
            return unit
        if (english := listed.get(word) or listed.get(word.removesuffix(_TANWIN))) is not None:
            return UnitWord(english, "things")
    return None


def _is_none_or_same(tokens: Sequence[Token], k: int, around: Surroundings, words: UnitWords) -> bool:
    """Whether the one is none, behind a negation without "but", or the same one."""
    variants = words.language.hooks.variants
    if any(word in words.not_one for _, word in variants(tokens[k].fold)):
        return True
    before = tokens[k - 1].fold if k else ""
    if before in words.skip and around.comparator_before(k, 0) is None:
        return True  # from one family, one of one kind
    for j in range(k - 1, max(k - 1 - _REACH, -1), -1):
        if tokens[j].text in _STOPS or tokens[j].fold in words.except_:
            return False
        if tokens[j].fold in around.words.denied or tokens[j].fold in words.without:
            return tokens[j + 1].fold not in around.words.denied_stop
    return False


def ones_against(
    tokens: Sequence[Token], found: Sequence[Hit], words: UnitWords, claimed: bytearray
) -> Iterator[UnitHit]:
    """two goals to one: in some languages the noun alone, behind what was scored and the particle or word between."""
    if not words.score_particle:
        return
    for hit in found:
        unit = hit.value.unit if isinstance(hit.value, Quantity) else None
        if unit not in words.scored or hit.last >= len(tokens):
            continue
        apart = tokens[hit.last].fold in words.against
        k = hit.last + apart
        if k >= len(tokens) or claimed[k] or tokens[k].kind != "word":
            continue
        said = ((prefix, words.forms.get(word)) for prefix, word in words.language.hooks.variants(tokens[k].fold))
        led = "" if apart else words.score_particle
        if any(prefix == led and one and one.canonical == unit and not one.dual for prefix, one in said):
            yield UnitHit(unit, "things", k, k + 1)
