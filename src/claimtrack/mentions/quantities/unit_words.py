"""The unit words of a language: `units.toml` → what each folded form means.

A form is looked up whole, then as a member of its noun's family (dual, sound plural, case endings), which the
file's `[endings]` describe.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from claimtrack.languages import Language, load
from claimtrack.text.folding import fold
from claimtrack.text.matching import Phrases

MOST_DECADES = 30
"""Of so many decades a text speaks at most; where their word is another thing too, more of them are that."""
UnitKind = Literal["percent", "currency", "measure", "time", "people", "things"]
_SECTIONS: tuple[tuple[str, UnitKind], ...] = (
    ("currencies", "currency"),
    ("measures", "measure"),
    ("people", "people"),
    ("things", "things"),
)

# The lists of `[phrases]` that go into the record under their own names: single words, and phrases.
_WORDS = (
    "parents",
    "skip",
    "stop",
    "not_counted",
    "ranked",
    "yearly",
    "two_years",
    "year_before",
    "length_after",
    "not_dual",
    "shaky_dual",
    "dual_signs",
    "clock_before",
    "clock_after",
    "clock_late",
    "possessive",
    "sign_words",
    "bold_signs",
    "no_noun_after",
    "glued",
    "small",
    "not_shared_before",
    "of_whole",
    "of_a",
    "one_part",
    "against",
    "others",
    "who",
    "except_",
    "negations",
    "half_named",
    "half_verb",
    "reaching",
    "pronoun_after",
    "hour_before",
    "going_on",
    "going_on_before",
    "expecting",
    "expected",
    "thing_before",
    "thing_after",
    "lasting",
    "not_one",
    "without",
)
_PHRASES = (
    "out_of",
    "out_of_round",
    "parts_of",
    "of_each",
    "over",
    "count_of",
    "population",
    "below_zero",
    "not_shared",
    "hour_after",
    "across",
)


@dataclass(frozen=True, slots=True)
class UnitWord:
    """What a form means: the canonical English singular, and whether the form alone says two of it."""

    canonical: str
    kind: UnitKind
    dual: bool = False


@dataclass(frozen=True, slots=True)
class UnitWords:
    """All units of one language: `phrases` may be several words, `forms` are single folded words."""

    language: Language
    phrases: Phrases[UnitWord]
    out_of: Phrases[bool]
    out_of_round: Phrases[bool]
    parts_of: Phrases[bool]
    of_each: Phrases[bool]
    over: Phrases[bool]
    count_of: Phrases[bool]
    population: Phrases[bool]
    forms: dict[str, UnitWord]
    modified: dict[str, dict[str, str]]
    in_numbers: dict[str, str]  # words of time, by the thing that they are in large numbers, or where it is said to be
    thing_before: frozenset[str]
    thing_after: frozenset[str]
    lasting: frozenset[str]
    not_one: frozenset[str]
    without: frozenset[str]
    same: dict[str, str]
    irregular: dict[str, str]
    skip: frozenset[str]
    stop: frozenset[str]
    not_counted: frozenset[str]
    ranked: frozenset[str]
    yearly: frozenset[str]
    two_years: frozenset[str]
    year_before: frozenset[str]
    length_after: frozenset[str]
    not_dual: frozenset[str]
    shaky_dual: frozenset[str]
    dual_signs: frozenset[str]
    clock_before: frozenset[str]
    clock_after: frozenset[str]
    clock_late: frozenset[str]
    possessive: frozenset[str]
    sign_words: frozenset[str]
    bold_signs: frozenset[str]
    no_noun_after: frozenset[str]
    glued: frozenset[str]
    small: frozenset[str]
    below_zero: Phrases[bool]
    not_shared: Phrases[bool]
    not_shared_before: frozenset[str]
    of_whole: frozenset[str]
    of_a: frozenset[str]
    one_part: frozenset[str]
    shown_ends: tuple[str, ...]  # of a dual of persons that may be a plural
    vowelled_ends: tuple[str, ...]  # the same with the vowel that only the dual has
    dual_verb: tuple[str, ...]  # of a verb that two do
    construct: tuple[str, ...]  # endings of a dual that only stands before another noun
    scored: frozenset[str]
    against: frozenset[str]
    others: frozenset[str]
    parents: frozenset[str]
    who: frozenset[str]
    except_: frozenset[str]
    negations: frozenset[str]
    half_named: frozenset[str]
    half_verb: frozenset[str]
    reaching: frozenset[str]
    pronoun_after: frozenset[str]
    hour_before: frozenset[str]
    going_on: frozenset[str]
    going_on_before: frozenset[str]
    expecting: frozenset[str]
    expected: frozenset[str]
    hour_after: Phrases[bool]
    across: Phrases[bool]
    persons: frozenset[str]
    scale_before: Phrases[str]
    national: dict[str, dict[str, str]]
    score_particle: str
    definite: str
    joiners: str
    pronouns: tuple[str, ...]
    led: tuple[str, ...]  # prepositions written on the noun behind them
    led_the: tuple[str, ...]  # the same with the article
    inflected: bool  # the forms carry the whole word family; else lemmas are looked up

    def noun(self, word: str) -> UnitWord | None:
        """The unit that a folded word without particles says."""
        found = self.forms.get(word)
        if found is not None:
            return None if found.dual and word in self.not_dual else found
        for pronoun in self.pronouns:
            if word.endswith(pronoun) and len(word) > len(pronoun) + 2:
                found = self.forms.get(word[: -len(pronoun)])
                if found is not None and not found.dual:
                    return found
        return None


@cache
def unit_words(code: str) -> UnitWords:
    """The unit words of language `code`."""
    language = load(code)
    data = language.data("units")
    say = data["phrases"]
    inflected = "endings" in data
    forms = dict(_inflected(data)) if inflected else dict(_lemmas(data))
    variants = language.hooks.variants

    def phrases(key: str) -> Phrases[bool]:
        return Phrases(((phrase, True) for phrase in say.get(key, [])), variants)

    def words(key: str) -> frozenset[str]:
        return frozenset(map(fold, say.get(key.rstrip("_"), [])))

    endings = data.get("endings", {})
    scales = ((phrase, name) for name, some in data.get("scale_before", {}).items() for phrase in some)
    # A dictionary of its own type, for the checker cannot see which field a name of a list stands for.
    listed: dict[str, Any] = {key: words(key) for key in _WORDS} | {key: phrases(key) for key in _PHRASES}
    return UnitWords(
        language=language,
        phrases=Phrases(_phrases(data, inflected), variants),
        forms=forms,
        modified=_modified(data),
        in_numbers={fold(word): thing for thing, words in data.get("in_numbers", {}).items() for word in words},
        same={fold(k): v for k, v in data.get("same", {}).items()},
        irregular={fold(k): v for k, v in data.get("irregular", {}).items()},
        shown_ends=tuple(map(fold, endings.get("shown_dual", []))),
        vowelled_ends=tuple(endings.get("vowelled_dual", [])),
        dual_verb=tuple(map(fold, endings.get("dual_verb", []))),
        construct=tuple(map(fold, endings.get("dual_construct", []))),
        scored=frozenset(say["scored"]),
        persons=frozenset(_persons(data)),
        scale_before=Phrases(scales, variants),
        national=data["national"],
        score_particle=say.get("score_particle", ""),
        definite=say.get("definite", ""),
        joiners=say.get("joiners", ""),
        pronouns=tuple(map(fold, endings.get("pronouns", []))),
        led=tuple(map(fold, say.get("led", []))),
        led_the=tuple(map(fold, say.get("led_the", []))),
        inflected=inflected,
        **listed,
    )


def _modified(data: Any) -> dict[str, dict[str, str]]:
    """Units that a word beside them makes another one, by the plain unit: "square" and "kilometre"."""
    return {
        base: {fold(word): unit for unit, words in table.items() for word in words}
        for base, table in data.get("modified", {}).items()
    }


def _phrases(data: Any, inflected: bool) -> Iterator[tuple[str, UnitWord]]:
    """Percent signs; where the list does not inflect nouns, all measures and currencies as well."""
    for phrase in data["phrases"]["percent"]:
        yield phrase, UnitWord("percent", "percent")
    for phrase in data["phrases"]["percentage_point"]:
        yield phrase, UnitWord("percentage point", "measure")
    if not inflected:
        for section, kind in _SECTIONS[:2]:
            for canonical, names in data[section].items():
                for name in names:
                    yield name, UnitWord(canonical, kind)
    for canonical, signs in data.get("signs", {}).items():
        for sign in signs:
            yield sign, UnitWord(canonical, "currency")


def _persons(data: Any) -> Iterator[str]:
    """The canonical units that count people."""
    yield from data["people"] if "people" in data else data["counted"]["people"]
    yield from ("person", *(noun for noun in data.get("irregular", {}).values()))


def _lemmas(data: Any) -> Iterator[tuple[str, UnitWord]]:
    kinds: tuple[UnitKind, ...] = ("things", "people")
    for kind in kinds:
        for noun in data["counted"][kind]:
            yield fold(noun), UnitWord(noun, kind)
    for form, noun in data["irregular"].items():
        yield fold(form), UnitWord(noun, "people")
    for noun in data["phrases"]["time"]:
        yield fold(noun), UnitWord(noun, "time")


def _inflected(data: Any) -> Iterator[tuple[str, UnitWord]]:
    """Every form of every family, weakest first: written beats made, an earlier section a later one."""
    written: list[tuple[str, UnitWord]] = []
    made: list[tuple[str, UnitWord]] = []
    sections: list[tuple[str, UnitKind, Iterable[str]]] = [("time", "time", data["phrases"]["time"])]
    for section, kind in _SECTIONS:
        sections += [(canonical, kind, forms) for canonical, forms in data[section].items()]
    for canonical, kind, families in sections:
        for family in families:
            singular, *plurals = family.split()
            unit, two = UnitWord(canonical, kind), UnitWord(canonical, kind, dual=True)
            written += [(fold(form), unit) for form in (singular, *plurals)]
            plain, dual = _family(singular, plurals, kind, data["endings"])
            made += [(fold(form), two) for form in dual] + [(fold(form), unit) for form in plain]
    made.sort(key=lambda entry: entry[1].kind == "people")  # made forms of things beat those of people
    yield from reversed(made)
    yield from reversed(written)


def _family(singular: str, plurals: list[str], kind: UnitKind, endings: Any) -> tuple[list[str], list[str]]:
    """The made forms of a noun: those of one or many, and those of two."""
    construct = kind in ("currency", "measure")
    if singular.endswith(endings["round"]):
        stem = singular[: -len(endings["round"])]
        two = endings["round_dual"] + (endings["round_dual_construct"] if construct else [])
        broken = [form + end for form in plurals for end in endings["broken"]]
        return [stem + end for end in endings["round_other"]] + broken, [stem + end for end in two]
    if kind == "people" and not plurals:
        return [singular + end for end in endings["people"]], [singular + end for end in endings["dual_people"]]
    ends = endings["broken"] if plurals else endings["things"]
    plain = [form + end for form in (singular, *plurals) for end in ends]
    two = endings["dual"] + (endings["dual_construct"] if construct else [])
    return plain, [singular + end for end in two] if len(singular) > 2 or singular in endings["short_dual"] else []


@cache
def named_nouns(code: str) -> dict[str, str]:
    """The folded nouns that a language's lexicon names in English."""
    nouns = load(code).data("nouns").get("nouns", {}) if load(code).hooks.DIRECTION == "rtl" else {}
    found: dict[str, str] = {}
    for english, forms in nouns.items():
        for form in forms:
            found.setdefault(fold(form), english)
    return found
