"""Arabic verb forms by their tense: the listed form that a perfect or an imperfect may be of, and their passives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from claimtrack.languages.ar.forms import CONJUNCTIONS

_OBJECTS = ("هما", "هم", "هن", "ها", "كم", "ني", "نا", "ه", "ك")
_PERSONS = "يتنا"
_CONSONANT = ("تما", "تم", "تن", "نا", "ت", "ن")
"""Endings of the perfect before which a weak verb is shortened (قلنا, أردت)."""
_VOWEL = ("وا", "تا", "و", "ا", "ت")
_PLURALS = ("ون", "ين", "ان", "وا", "ن", "ا", "و", "ي")
_LEAST = 2


@lru_cache(maxsize=8192)
def perfect_keys(word: str) -> tuple[str, ...]:
    """The perfects, as a list has them, that a folded perfect may be a form of, likeliest first."""
    keys = {word: None}
    for stem in _without(word, _OBJECTS):
        if stem != word:
            keys.setdefault(stem)
            keys.setdefault(stem[:-1] + "ي" if stem.endswith("ا") else stem)
        keys.update(dict.fromkeys(_perfect_stems(stem)))
    return tuple(key for key in keys if len(key) >= _LEAST)


def _perfect_stems(word: str) -> Iterator[str]:
    """A perfect without the ending of its person: whole, then with the weak letter that the ending took away."""
    for ending in (*_VOWEL, *_CONSONANT):
        if not word.endswith(ending) or len(word) < len(ending) + _LEAST:
            continue
        stem = word[: -len(ending)]
        yield stem
        if ending in _VOWEL:
            yield stem + "ي"
            yield stem + "ا"
        if ending in _CONSONANT:
            yield stem[:-1] + "ا" + stem[-1]
            yield stem[:-1] + "ا" if stem.endswith("و") else stem


@lru_cache(maxsize=8192)
def imperfect_keys(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The listed imperfects that a folded imperfect may be of, and those that it may be the jussive of."""
    base = word[1:] if word[:1] in "سل" and word[1:2] and word[1] in _PERSONS and len(word) > 3 else word
    if base[:1] not in _PERSONS or len(base) <= _LEAST:
        return (), ()
    plain: dict[str, None] = {}
    short: dict[str, None] = {}
    if base.startswith("ا"):
        plain.setdefault("يا" + base[1:])  # آمل is of يأمل
    for stem in _without("ي" + base[1:], _OBJECTS):
        for each in _without(stem, _PLURALS):
            if len(each) > _LEAST - 1:
                plain.setdefault(each)
                short.update(dict.fromkeys([each + "ي", each + "و"]))
                short.update(dict.fromkeys(each[:-1] + weak + each[-1] for weak in "ويا"))
    return tuple(plain), tuple(key for key in short if len(key) > _LEAST)


def _without(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    yield word
    for ending in endings:
        if word.endswith(ending) and len(word) >= len(ending) + _LEAST:
            yield word[: -len(ending)]


def passives(perfect: str, imperfect: str) -> tuple[str, str]:
    """The passives of a listed verb where their letters show them, folded, "" where only vowels would.

    استأنف gives استؤنف, أصاب gives أصيب and يصاب, هاجم gives هوجم.
    """
    first = second = ""
    if len(perfect) > _LEAST and perfect[-2] == "ا" and perfect[-1] not in "اي":
        first = perfect[:-2] + "ي" + perfect[-1]
    elif len(perfect) == 4 and perfect[1] == "ا" and perfect[0] not in "اأآ":
        first = perfect[0] + "و" + perfect[2:]
    elif perfect.startswith("استأ"):
        first = "استو" + perfect[4:]
    if len(imperfect) > 3 and imperfect[-2] in "وي" and imperfect[-1] not in "اويىئء":
        second = imperfect[:-2] + "ا" + imperfect[-1]
    return first, second


def is_active(written: str, perfect: str, imperfect: str, past: bool) -> bool:
    """Whether a form of a listed verb, as it is written, is no passive: letters show it of weak and reflexive verbs.

    أمضى and أمضت are no أمضي and أمضيت, باع no بيع, صادر no صودر, and تبادل is hardly ever passive.
    """
    if past and perfect.endswith(("ى", "ا")):
        return not written.endswith(("ي", "يت"))
    if not past and imperfect.endswith("ي"):
        return not written.endswith("ى")
    reflexive = past and len(perfect) > _LEAST and perfect.startswith("ت")
    return reflexive or bool(passives(perfect, imperfect)[0 if past else 1])


def verb_bases(word: str, joined: bool) -> tuple[str, ...]:
    """A folded verb with and without an attached conjunction, the likelier reading first."""
    if word[:1] == "ل" and len(word) > _LEAST + 2:
        return (word, word[1:])  # the ل that answers a condition (لكانت)
    if word[:1] not in CONJUNCTIONS or len(word) <= _LEAST + 1:
        return (word,)
    return (word[1:], word) if joined else (word, word[1:])
