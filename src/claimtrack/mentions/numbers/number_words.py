"""The number words of a language: `numbers.toml` → what each folded word adds to a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, Literal, cast

from claimtrack.languages import Language, load
from claimtrack.text.folding import fold, lighten
from claimtrack.text.matching import Phrases
from claimtrack.text.tokens import Token

Role = Literal[
    "ones",
    "teen",
    "tens",
    "hundred",
    "hundreds",
    "scale",
    "double",
    "fraction",
    "part",
    "ordinal",
    "dozen",
    "crowd",
    "article",
    "and",
    "point",
    "minus",
    "of",
    "less",
]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One word's part in a number: `role` says how it joins, `plural` that it can stand for a vague many.

    `two`: the word says two of itself where no number stands before it. `whole`: a share whose pronoun says of what.
    """

    role: Role
    value: Decimal
    plural: bool = False
    share: Fraction | None = None
    two: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """All number words of one language, folded, with the language's ways of joining them."""

    words: dict[str, NumberWord]
    ordinals: dict[str, NumberWord]
    parts: dict[str, Fraction]
    suffixes: dict[str, Decimal]
    pronouns: tuple[str, ...]
    ordinal_endings: frozenset[str]
    never: frozenset[str]
    never_written: frozenset[str]  # the same, as they are written: "am I not" folds to "the six"
    behind_noun: frozenset[str]  # numbers only right behind a noun with the article
    never_definite: frozenset[str]
    unfinished: frozenset[str]
    unnumbered: frozenset[str]
    alone_unsure: frozenset[str]
    measured: frozenset[str]
    whole: frozenset[str]
    by: frozenset[str]
    bounding: Phrases[bool]
    counted_scales: frozenset[str]
    either: frozenset[str]
    definite_shares: dict[str, Fraction]
    vowelled_shares: dict[str, Fraction]
    priced_shares: dict[str, Fraction]
    priced_ends: tuple[str, ...]
    priceless: frozenset[str]
    compared: frozenset[str]
    decimal_letters: frozenset[str]
    joiner: str
    article: str
    ones_before_tens: bool
    dot_groups: bool
    language: Language

    def may_open(self, token: Token) -> bool:
        """Whether a number may begin with `token`, a word: hardly any word needs a closer look."""
        if _readings(self.language.code, token.fold) or token.fold.endswith(self.priced_ends):
            return True
        return bool(self.vowelled_shares) and len(token.text) != len(token.fold)

    def read(self, token: Token) -> tuple[str, NumberWord] | None:
        """The attached particles and the number word of a token, the least cut off."""
        if token.kind != "word" or token.fold in self.never or token.norm in self.never_written:
            return None
        for prefix, rest, word in _readings(self.language.code, token.fold):
            if word.role == "scale" and _DOUBLING in token.text:
                return None  # "ألّف" is "wrote", and no thousand
            if not (prefix.endswith(self.article) and self.article and rest in self.never_definite):
                return prefix, word
        return None


_DOUBLING = "\u0651"
"""The Arabic sign of a doubled letter, which no scale word bears."""


@lru_cache(maxsize=8192)
def _readings(code: str, word: str) -> tuple[tuple[str, str, NumberWord], ...]:
    """The number words that a folded word may be, with the particles before each, the least cut off first."""
    words = number_words(code)
    readings = load(code).hooks.variants(word)
    known = ((prefix, rest, words.words.get(rest) or words.ordinals.get(rest)) for prefix, rest in readings)
    return tuple((prefix, rest, found) for prefix, rest, found in known if found is not None)


@cache
def number_words(code: str) -> NumberWords:
    """The number words of language `code`."""
    language = load(code)
    data = language.data("numbers")
    style, little = data["style"], data["little"]
    words = _cardinals(data)
    parts, definite = _shares(data["part"]), _shares(data.get("definite_share", {}))
    priced = _shares(data.get("priced_share", {}))
    pronouns = tuple(map(fold, style["pronouns"]))
    fractions = _shares(data["fraction"])
    words |= {form: NumberWord("fraction", Decimal(0), share=share) for form, share in fractions.items()}
    for form, share in _with_pronouns(fractions | definite, pronouns):  # half of them; "its fifth" looks like five
        words.setdefault(form, NumberWord("fraction", Decimal(0), share=share, whole=True))
    parts |= dict(_with_pronouns(parts, pronouns))
    for role in ("article", "and", "point", "minus", "of", "less"):
        words |= {fold(form): NumberWord(role, Decimal(1)) for form in little.get(role, [])}
    ordinals = _ordinals(data["ordinal"])
    return NumberWords(
        words,
        ordinals,
        parts,
        {suffix: Decimal(value) for value, forms in data["suffix"].items() for suffix in forms},
        pronouns,
        frozenset(style["ordinal_endings"]),
        language.folded("numbers", "style", "never"),
        frozenset(map(lighten, style.get("never_written", []))),
        frozenset(map(fold, style.get("behind_noun", []))),
        language.folded("numbers", "style", "never_definite"),
        language.folded("numbers", "style", "unfinished"),
        language.folded("numbers", "style", "unnumbered"),
        language.folded("numbers", "style", "alone_unsure"),
        frozenset(map(fold, little.get("measured", []))),
        frozenset(map(fold, little["whole"])),
        frozenset(map(fold, little["by"])),
        Phrases(_bounding(language), language.hooks.variants),
        frozenset(map(fold, little.get("counted_scales", []))),
        frozenset(map(fold, little["either"])),
        definite,
        {form: Fraction(share) for share, forms in data.get("vowelled_share", {}).items() for form in forms},
        priced,
        tuple(priced),
        frozenset(map(fold, little.get("priceless", []))),
        frozenset(map(fold, little.get("compared", []))),
        language.folded("numbers", "style", "decimal_letters"),
        style["joiner"],
        style["article"],
        style["ones_before_tens"],
        style["dot_groups"],
        language,
    )


def _bounding(language: Language) -> Iterator[tuple[str, bool]]:
    """The words that bound the number behind them, where the language has a list of them."""
    bounds: Mapping[str, Sequence[str]] = language.data("bounds").get("before", {})
    yield from ((phrase, True) for phrases in bounds.values() for phrase in phrases)


def _cardinals(data: Mapping[str, Any]) -> dict[str, NumberWord]:
    """The folded forms of the words that count."""
    words: dict[str, NumberWord] = {}
    for role in ("ones", "teen", "tens", "hundred", "hundreds", "scale", "double", "dozen", "crowd"):
        for value, forms in data.get(role, {}).items():
            words |= {fold(form): NumberWord(role, Decimal(value)) for form in forms}
    for role in ("scale", "hundred", "dozen"):
        for value, forms in data.get(role + "_plural", {}).items():
            words |= {fold(form): NumberWord(cast(Role, role), Decimal(value), plural=True) for form in forms}
    for value, forms in data.get("double_alone", {}).items():
        words |= {fold(form): NumberWord("scale", Decimal(value), two=True) for form in forms}
    return words


def _ordinals(table: Mapping[str, Sequence[str]]) -> dict[str, NumberWord]:
    """The folded forms of a table from ranks to words."""
    return {fold(form): NumberWord("ordinal", Decimal(rank)) for rank, forms in table.items() for form in forms}


def _shares(table: Mapping[str, Sequence[str]]) -> dict[str, Fraction]:
    """The folded forms of a table from shares to words."""
    return {fold(form): Fraction(share) for share, forms in table.items() for form in forms}


def _with_pronouns(shares: Mapping[str, Fraction], pronouns: Sequence[str]) -> list[tuple[str, Fraction]]:
    """The same shares with a pronoun that says of what."""
    return [(form + pronoun, share) for form, share in shares.items() for pronoun in pronouns]
