"""An Arabic name letter by letter in Latin ones: long vowels and marks as they are written, short ones guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

_MARKS = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u064b": "an", "\u064c": "un", "\u064d": "in", "\u0652": ""}
"""The vowel marks, and the one that says that there is none."""
_DOUBLED = "\u0651"
_TATWEEL = "\u0640"
_LONG = {"ا": "a", "ى": "a", "آ": "a", "ٱ": "a"}
_SEATS = {"ؤ": "u", "ئ": "i", "ء": "", "أ": "a", "إ": "i"}
_AIN = "ع"
_CLOSED = "ة"
_FEW = 3
"""So few consonants without a vowel have one between the last two of them (حسن), unless they close easily (فهد)."""
_MANY = 6
"""So many letters has a name that is hardly an Arabic one where none of its letters shows that it is."""
_EASY = frozenset({"rd", "rt", "rg", "rk", "rs", "nd", "nt", "ng", "nk", "ns", "ld", "lt", "lk", "lf", "st", "sk"})
"""Consonants that may end a word without a vowel between them."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A consonant or a vowel in Latin letters; `marked` is the vowel that a mark gives a consonant."""

    text: str
    is_vowel: bool
    marked: str | None = None
    is_long: bool = False
    """Whether a letter of its own stands for a vowel."""


def spelled(word: str, tables: Mapping[str, Any]) -> str:
    """A word without article in Latin letters, by the tables of `names_latin.toml`; small letters throughout."""
    foreign = tables["foreign"]
    plain = "".join(char for char in word if char not in _MARKS and char not in (_DOUBLED, _TATWEEL))
    is_foreign = _is_foreign(plain, foreign)
    letters = dict(tables["letters"]) | (foreign["letters"] if is_foreign else {})
    ending = _ending(plain, foreign["endings"]) if is_foreign and plain == word else ""
    stem = word.removesuffix(ending) if ending else word
    long_u = foreign["long_u"] if is_foreign else tables["long_u"]
    sounds = [replace(s, text=long_u) if s.text == "u" and s.is_long else s for s in _sounds(stem, letters)]
    close = foreign["endings"][ending] if ending else ""
    clusters = frozenset(foreign["clusters"])
    return _joined(sounds, clusters, is_foreign, bool(close)) + close


def _is_foreign(plain: str, foreign: Mapping[str, Any]) -> bool:
    """Whether a name is no Arabic one: none of the letters that only Arabic has, and vowels all through."""
    if len(plain) >= _MANY and plain.endswith(tuple(foreign["only"])):
        return True
    if any(letter in plain for letter in foreign["native"]):
        return False
    if any(pair in plain for pair in foreign["letters"] if len(pair) > 1):
        return True
    vowels = sum(char in "اويى" for char in plain[1:])
    return vowels > 1 or len(plain) >= _MANY


def _ending(plain: str, endings: Mapping[str, str]) -> str:
    known = (each for each in endings if plain.endswith(each) and len(plain) > len(each) + 1)
    return max(known, key=len, default="")


def _sounds(word: str, letters: Mapping[str, str]) -> Iterator[Sound]:
    """The letters of a word as consonants and vowels."""
    i, before = 0, ""
    while i < len(word):
        char, pair = word[i], word[i : i + 2]
        if len(pair) > 1 and pair in letters:
            yield Sound(letters[pair], False)
            i += 2
            before = "c"
            continue
        found = _sound(word, i, before, letters)
        i += 1
        if char == _DOUBLED or char in _MARKS or found is None:
            before = before or _SILENT
            continue
        marked = _mark(word, i)
        yield Sound(found.text, found.is_vowel, None if found.is_vowel else marked, found.is_long)
        if word[i : i + 1] == _DOUBLED and not found.is_vowel:
            yield Sound(found.text, False, _mark(word, i + 1))
        before = "v" if found.is_vowel else "c"


def _mark(word: str, i: int) -> str | None:
    """The vowel that a mark at `i` gives; None where none is written, or where a long vowel repeats it."""
    mark = _MARKS.get(word[i : i + 1])
    lengthened = word[i + 1 : i + 2] in ("ا", "و", "ي") and mark in ("a", "u", "i")
    return None if mark is None or lengthened else mark


def _sound(word: str, i: int, before: str, letters: Mapping[str, str]) -> Sound | None:
    """The sound of the letter at `i`; None for one that is not heard or is a mark."""
    char, behind = word[i], word[i + 1 : i + 2]
    if char == _CLOSED:
        return Sound("t", False) if word[i - 1 : i] in ("ا", "ى") else Sound("a", True, is_long=True)
    if char == _AIN or (char in _SEATS and not (before == "" and behind in _GLIDES)):
        return _opened(_SEATS.get(char, "a"), behind, before, char == _AIN)
    if char in _LONG or char in _SEATS:
        if before or behind not in _GLIDES or char == "آ":
            return Sound("a", True, is_long=True)
        return Sound(_SEATS.get(char, "a"), True) if word[i + 2 : i + 3] in _OPENING or char + behind == "أي" else None
    if char in _GLIDES:
        return _glide(char, behind, before)
    return Sound(letters[char], False) if char in letters else None


_GLIDES = ("و", "ي")
_SILENT = "s"
"""What stands before a vowel that its alef only carries: أو, إي."""


def _opened(vowel: str, behind: str, before: str, is_ain: bool) -> Sound | None:
    """A hamza or ain with the vowel it is spoken with; none where a long vowel follows or one stands before."""
    if before == "v":
        return Sound("e", True) if vowel == "i" and behind and behind not in _LENGTHENING else None
    if not vowel or behind == "ا" or (behind in _GLIDES and not (is_ain and not before)):
        return None
    return Sound("aa" if is_ain and before and behind else vowel, True)


_LENGTHENING = ("ا", "و", "ي", "ة")
_OPENING = ("ا", "ى", "و", "ي", "آ", _CLOSED)


def _glide(char: str, behind: str, before: str) -> Sound:
    """و and ي: consonants at the beginning and before a long vowel, vowels elsewhere."""
    consonant, vowel = ("w", "u") if char == "و" else ("y", "i")
    opens = behind in _OPENING
    if before == _SILENT:
        return Sound("o" if char == "و" else "i", True)
    if not before and (opens or behind):
        return Sound(consonant, False)
    if before == "v":
        return Sound(consonant, False) if opens and behind != char else Sound("i" if char == "ي" else "u", True)
    if opens and behind != char:
        return Sound(consonant if char == "و" else "i", char == "ي")
    return Sound(vowel, True, is_long=True)


def _joined(sounds: list[Sound], clusters: frozenset[str], is_foreign: bool, goes_on: bool) -> str:
    """The sounds with a vowel wherever consonants could not be spoken without one."""
    out = ""
    i = 0
    while i < len(sounds):
        if sounds[i].is_vowel:
            out += sounds[i].text
            i += 1
            continue
        run = i
        while run < len(sounds) and not sounds[run].is_vowel:
            run += 1
        last = run == len(sounds) and not goes_on
        long = i > 0 and sounds[i - 1].text == "a" and sounds[i - 1].is_long and not is_foreign
        out += _spoken(sounds[i:run], i == 0, last, clusters, is_foreign, long)
        i = run
    return out


def _spoken(
    run: list[Sound], first: bool, last: bool, clusters: frozenset[str], is_foreign: bool, behind_long: bool
) -> str:
    """A run of consonants, with vowels between those that need one."""
    guess = "e" if is_foreign else "i" if behind_long else "a"
    out, closed = "", not first
    for n, sound in enumerate(run):
        out += sound.text
        if sound.marked is not None:
            out, closed = out + sound.marked, not sound.marked
            closed = not closed
            continue
        rest = len(run) - n - 1
        if rest == 0:
            break
        pair = sound.text + run[n + 1].text
        if not closed:  # the consonant opens a syllable
            cluster = is_foreign and pair in clusters and not (last and rest == 1 and len(run) == 2)
            out += "" if cluster else ("a" if first and n == 0 else guess)
            closed = not cluster
            continue
        if rest == 1 and last:
            out += "" if pair in _EASY and (not first or len(run) > _FEW) else guess
            closed = False
        else:
            closed = False
    return out
