"""Duals: nouns that say two of themselves in one word, of the units and of the nouns of a language's lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from claimtrack.languages import lexicon, load, nominals
from claimtrack.mentions.quantities.contracts import thing_of
from claimtrack.mentions.quantities.unit_words import UnitWord, UnitWords, unit_words
from claimtrack.mentions.quantities.units import UnitHit, unit_after
from claimtrack.text.folding import fold
from claimtrack.text.tokens import Token

_SHORT = 3  # letters of a noun whose dual looks like many other words
_LONG = 6  # letters of a dual that is no other word
_NEAR = 5  # tokens from a noun to the word that says of "both of them"
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
            hit = None if hit is not None and not hit.canonical.isascii() and _agrees(tokens, k, ends) else hit
        hit = hit or _before_a_noun(tokens, k, words)
        if hit is not None:
            yield hit


def _unit(tokens: Sequence[Token], k: int, words: UnitWords) -> UnitHit | None:
    """The dual of a unit at token `k`; a form that only stands before another noun must have one behind it."""
    fold = tokens[k].fold
    said = _said(words.language.code, fold)
    if said is not None and said[0].kind == "time":
        thing = thing_of(tokens, k, k, 2, words) if said[0].dual else None
        return UnitHit(thing, "things", k, k + 1) if thing is not None else None
    if said is None:
        return None
    unit, word = said
    if not unit.dual and not _is_shown(tokens, k, unit, words):
        return None
    if word in words.shaky_dual and not (k + 1 < len(tokens) and tokens[k + 1].fold in words.skip):
        return None  # "two tonnes" is also a buzz
    after = unit_after(tokens, k + 1, words, False, False) if k + 1 < len(tokens) else None
    if after is None and unit.kind in ("measure", "currency") and fold.endswith(words.construct):
        return None  # the form before another noun, with none after it: a name
    return unit_after(tokens, k, words, False, False) or UnitHit(unit.canonical, unit.kind, k, k + 1)


@lru_cache(maxsize=8192)
def _said(code: str, fold: str) -> tuple[UnitWord, str] | None:
    """The unit that a folded word says, and the word without the particle before it."""
    words = unit_words(code)
    for prefix, word in words.language.hooks.variants(fold):
        if len(prefix) < 2 and (unit := words.noun(word)) is not None:
            return unit, word
    return None


def _is_shown(tokens: Sequence[Token], k: int, unit: UnitWord, words: UnitWords) -> bool:
    """Whether what follows shows two persons, where the form may be a plural: "engineers" who both "oversaw".

    So does the vowel before the ending, where it is written.
    """
    fold = tokens[k].fold
    if unit.kind == "people" and words.vowelled_ends and tokens[k].text.endswith(words.vowelled_ends):
        return True
    if unit.kind != "people" or not words.shown_ends or not fold.endswith(words.shown_ends) or k + 1 == len(tokens):
        return False
    after = tokens[k + 1]
    stem = after.fold[:-1]
    acts = after.kind == "word" and after.fold.endswith(words.dual_verb) and len(stem) > _SHORT - 1
    if acts and stem not in words.stop and lexicon.english_predicate(words.language.code, stem, True) is not None:
        return words.noun(after.fold) is None
    for token in tokens[k + 1 : k + _NEAR]:
        if token.fold in words.dual_signs:
            return True
        if token.kind == "mark" and token.text not in ",\u060c":
            return False
    return False


def _named(token: Token, k: int, duals: dict[str, str], words: UnitWords) -> UnitHit | None:
    """two sieges: the dual of a noun of the lexicon; one that agrees with the dual before it is none."""
    for prefix, word in words.language.hooks.variants(token.fold):
        if len(prefix) < 2 and word not in words.forms:
            english = duals.get(word) or _feminine(words.language.code, word)
            if english is not None:
                return UnitHit(english, "things", k, k + 1)
    return None


def _agrees(tokens: Sequence[Token], k: int, ends: tuple[str, ...]) -> bool:
    """Whether a dual that no list names is said of one that stands before: two points that are still | hanging."""
    return any(token.kind == "word" and token.fold.endswith(ends) for token in tokens[max(0, k - _NEAR) : k])


def _before_a_noun(tokens: Sequence[Token], k: int, words: UnitWords) -> UnitHit | None:
    """two kicks of penalty: the dual of a noun right before a plain noun, which for some may be definite; else it is
    "my kick". The two lines of one thing and another are told one by one."""
    found = _constructs(words.language.code).get(tokens[k].fold)
    if found is None or k + 1 >= len(tokens) or (k and tokens[k - 1].fold in words.stop and not found[1]):
        return None
    name, sure = found
    after = tokens[k + 1].fold
    bare = after.removeprefix(words.definite) if sure else after
    nouns = _plain_nouns(words.language.code)
    if bare not in nouns or after in words.stop:
        return None
    joined = bare != after and k + 2 < len(tokens) and tokens[k + 2].fold.startswith(words.joiners + words.definite)
    return None if joined else UnitHit(name, "things", k, k + 1)


@cache
def _constructs(code: str) -> dict[str, tuple[str, bool]]:
    """The duals that stand before a noun, by their folded form, with the unit and whether they are surely no "my kick".

    These are made of the feminine nouns of things, and of those of both genders that nobody owns.
    """
    data, forms = load(code).data("units"), unit_words(code).forms
    ends, round_ = data["endings"], data["endings"]["round"]
    stems = [(name, family.split()[0]) for name, families in data["things"].items() for family in families]
    stems = [(name, noun.removesuffix(round_)) for name, noun in stems if noun.endswith(round_)]
    unowned = data["phrases"]["not_owned"]
    sure = {noun.removesuffix(round_) for noun in unowned if noun.endswith(round_)}
    made = [(stem + end, name, False) for name, stem in stems for end in ends["round_dual_construct_subject"]]
    made += [(stem + end, name, True) for name, stem in stems if stem in sure for end in ends["round_dual_construct"]]
    plain = [(noun, unit.canonical) for noun in unowned if (unit := forms.get(fold(noun))) is not None]
    made += [(noun + end, name, True) for noun, name in plain if noun[-1] != round_ for end in ends["dual_construct"]]
    return {fold(form): (name, certain) for form, name, certain in made}


@cache
def _plain_nouns(code: str) -> frozenset[str]:
    """The nouns of the lexicon, folded, as they stand without article and particle."""
    return frozenset(fold(form) for forms in load(code).data("nouns")["nouns"].values() for form in forms)


@cache
def _feminine(code: str, dual: str) -> str | None:
    """The noun of a dual whose ending no plural has, in English where a list has it: "two attempts"."""
    endings = load(code).data("units")["endings"]
    end = next((fold(each) for each in endings["round_dual"] if dual.endswith(fold(each))), None)
    definite = load(code).hooks.core(dual) is not None  # "the two" are known, and counted nowhere else either
    if end is None or definite or len(dual) < _LONG or dual in unit_words(code).not_dual:
        return None
    noun = dual[: -len(end)] + endings["round"]
    known = lexicon.english_noun(code, fold(noun))
    shown = nominals.nominal(code, noun).noun or lexicon.english_predicate(code, fold(noun), False)
    return known or (noun if shown else None)


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
