"""The readings of an Arabic noun as it is written, where ta marbuta and the heh of a pronoun are two letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from claimtrack.languages.ar.forms import variants

_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "نا", "كم", "ه", "ي")
_ARTICLES = ("ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وبال", "وكال")
_BARE = ("", "و", "ف")
_PLURALS = ("ون", "ين", "ان")
_MINE = "ي"
_OPEN, _CLOSED = "ت", "ة"
_CHANGED = (("ئ", "ء"), ("ؤ", "ء"), ("ا", "ى"), ("ي", "ى"))
"""What a pronoun makes of the last letter before it: أبنائهم of أبناء, مستشفاه of مستشفى."""
_LEAST = 2
_LONG = 3

Reading = tuple[str, str, bool, bool, bool]
"""What is attached before it, the word, whether it is a plural by its ending, owned, and a feminine cut short."""


_REFLEXIVE = "مت"
_DOER = 5
"""So many letters has a participle of a verb that begins with a ت of its own (متعهد); of متهم it is none."""


def is_doer(word: str) -> bool:
    """Whether a participle can only be of who does something: its verb has no passive that anybody writes."""
    bare = word.removesuffix(_CLOSED).removesuffix("ا")
    return is_acting(word) or (bare.startswith(_REFLEXIVE) and len(bare) >= _DOER)


def is_acting(word: str) -> bool:
    """Whether a participle is of who acts on something or stands, by its long vowel: واقف, مشير, and no مشار."""
    bare = word.removesuffix(_CLOSED).removesuffix("ا")
    if len(bare) == _WEAK and bare[1] == _LONG_A:
        return True
    weak = len(bare) >= _WEAK and bare[-2] == _LONG_I and bare[0] == _REFLEXIVE[0]
    return weak and bare not in _DONE and (bare.startswith(_ASKING) or not bare.endswith(_PLURALS))


_WEAK, _LONG_I, _LONG_A = 4, "ي", "ا"
_ASKING = "مست"
_DONE = frozenset({"مبيع", "مكيل", "معيب", "معيش", "مخيط", "مهيب", "مزيد"})
"""Participles of what is done that have the vowel in their verb."""


@lru_cache(maxsize=8192)
def written_forms(word: str) -> tuple[Reading, ...]:
    """The readings of a word in its light form, least cut first; whole words stand before those without an ending."""
    found: dict[str, Reading] = {}
    for particles, rest in variants(word):
        if len(rest) >= _LEAST and not rest.endswith("ه"):
            found.setdefault(rest, (particles, rest, False, False, False))
    for particles, rest in variants(word):
        for text, plural, owned, feminine in _ended(rest, particles in _ARTICLES, particles in _BARE):
            if len(text) >= _LEAST:
                found.setdefault(text, (particles, text, plural, owned, feminine))
    return tuple(found.values())


def _ended(rest: str, definite: bool, bare: bool) -> Iterator[tuple[str, bool, bool, bool]]:
    """A word without each ending that its letters may be; a word with the article has no pronoun."""
    if rest.endswith("ا") and not rest.endswith("ها") and len(rest) > _LEAST and not definite:
        yield rest[:-1], False, False, False
    yield from ((text, True, False, False) for text in _singulars(rest))
    for pronoun in () if definite else _PRONOUNS:
        if rest.endswith(pronoun) and len(rest) >= len(pronoun) + _LEAST:
            stem = rest[: -len(pronoun)]
            owned = pronoun != _MINE  # or the end of a plural before the noun that it belongs to
            yield from ((text, False, owned, False) for text in _stems(stem))
            yield from ((text, True, owned, False) for text in _singulars(stem))
    if rest.endswith("ه"):  # the dots of a ta marbuta are easily left out
        yield rest, False, False, False
        yield rest[:-1] + _CLOSED, False, False, False
    constructs = ("ي", "و") if bare else ("ي",)  # behind a preposition it is never a subject
    if rest.endswith(constructs) and not definite and len(rest) > _LONG + 1:
        yield rest[:-1], True, False, False  # a plural before the noun that it belongs to
    if rest.endswith(_CLOSED):
        yield rest[:-1], False, False, True


def _stems(stem: str) -> Iterator[str]:
    """A word before its pronoun, with the letter that the pronoun opened or changed."""
    if stem.endswith(_OPEN):
        yield stem[:-1] + _CLOSED
    yield stem
    yield from (stem[:-1] + plain for changed, plain in _CHANGED if stem.endswith(changed))


def _singulars(word: str) -> Iterator[str]:
    """The singulars of a regular plural or a dual."""
    if word.endswith("ات") and len(word) > _LONG:
        yield word[:-2] + _CLOSED
        yield word[:-2]
    for ending in _PLURALS:
        if word.endswith(ending) and len(word) > _LONG:
            stem = word[: -len(ending)]
            yield from [stem[:-1] + _CLOSED] if stem.endswith(_OPEN) else []
            yield stem
