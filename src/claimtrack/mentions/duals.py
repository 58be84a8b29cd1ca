"""Duals: nouns that say two of themselves in one word, of the units and of the nouns of a language's lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from claimtrack.languages import load
from claimtrack.mentions.unit_words import UnitWords, unit_words
from claimtrack.mentions.units import UnitHit, unit_after
from claimtrack.text.folding import fold
from claimtrack.text.tokens import Token

_SHORT = 3  # letters of a noun whose dual looks like many other words
_GLOSS = "en"


def dual_nouns(tokens: Sequence[Token], words: UnitWords, claimed: bytearray) -> Iterator[UnitHit]:
    """two persons, two degrees in one word, with the words that make another unit of it; not where it is claimed."""
    if not words.inflected:
        return
    duals, ends = _lexicon_duals(words.language.code), _endings(words.language.code)
    for k, token in enumerate(tokens):
        if token.kind != "word" or claimed[k]:
            continue
        hit = _unit(tokens, k, words)
        if hit is None and token.fold.endswith(ends) and not (k and tokens[k - 1].fold.endswith(ends)):
            hit = _named(token, k, duals, words)
        if hit is not None:
            yield hit


def _unit(tokens: Sequence[Token], k: int, words: UnitWords) -> UnitHit | None:
    """The dual of a unit at token `k`; a form that only stands before another noun must have one behind it."""
    fold = tokens[k].fold
    unit = None
    for prefix, word in words.language.hooks.variants(fold):
        if len(prefix) < 2 and (unit := words.noun(word)) is not None:
            break
    if unit is None or not unit.dual or unit.kind == "time":
        return None
    after = unit_after(tokens, k + 1, words, False, False) if k + 1 < len(tokens) else None
    if after is None and unit.kind in ("measure", "currency") and fold.endswith(words.construct):
        return None  # the form before another noun, with none after it: a name
    return unit_after(tokens, k, words, False, False) or UnitHit(unit.canonical, unit.kind, k, k + 1)


def _named(token: Token, k: int, duals: dict[str, str], words: UnitWords) -> UnitHit | None:
    """two sieges: the dual of a noun of the lexicon; one that agrees with the dual before it is none."""
    for prefix, word in words.language.hooks.variants(token.fold):
        english = duals.get(word) if len(prefix) < 2 and word not in words.forms else None
        if english is not None:
            return UnitHit(english, "things", k, k + 1)
    return None


@cache
def _endings(code: str) -> tuple[str, ...]:
    """The endings of the dual, folded."""
    return tuple(map(fold, load(code).data("units")["endings"]["dual"]))


@cache
def _lexicon_duals(code: str) -> dict[str, str]:
    """The duals of the lexicon's nouns by their folded form, with the noun in English.

    Left out is what a plural of persons or another word may be: short nouns that the news seldom counts, participles,
    and the forms that `not_dual` lists.
    """
    words, english, endings = unit_words(code), unit_words(_GLOSS), load(code).data("units")["endings"]
    nouns, ends, round_ = load(code).data("nouns")["nouns"], endings["dual"], endings["round"]
    known = {fold(form) for forms in nouns.values() for form in forms}
    found: dict[str, str] = {}
    for name, (noun, *_) in nouns.items():
        unit = english.forms.get(name)
        if noun.endswith(round_):
            made = [noun[: -len(round_)] + end for end in endings["round_dual"]]
        elif (unit is not None and unit.kind == "people") or not _is_safe(noun, unit is not None, endings["unsafe"]):
            continue
        else:
            made = [noun + end for end in ends if len(noun) > _SHORT or end == ends[-1]]
        found |= {form: name for each in made if (form := fold(each)) not in known and form not in words.not_dual}
    return found


def _is_safe(noun: str, counted: bool, unsafe: Mapping[str, Sequence[str]]) -> bool:
    """Whether a noun with the ending of the dual is no other word: no participle, whose plural sounds the same."""
    if len(noun) <= _SHORT:
        return counted and len(noun) == _SHORT
    return not (noun[0] in unsafe["first"] or noun[1] in unsafe["second"] or noun.endswith(tuple(unsafe["last"])))
