"""Ages: "an 81-year-old woman", "aged 24", "Maria Lopez, 58,": how old somebody is, as a number of years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimtrack.languages import Language, load
from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.numbers.number_words import number_words
from claimtrack.mentions.quantities.unit_words import named_nouns, unit_words
from claimtrack.mentions.quantities.units import UnitHit, noun_at, unit_after
from claimtrack.text.folding import fold
from claimtrack.text.matching import Phrases
from claimtrack.text.tokens import Token

_HYPHENS = frozenset("-\u2010\u2011\u2013")
_DESCRIBED = 3  # words from a person to the verb that tells the age
_FAR = 9  # words from a verb of dying to the age
_GROWN = 14  # years of who has a trade
_CLOCK = 12  # hours that a clock counts
_OLDEST = 122  # years; the oldest age on record
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_LENGTHS = _UNITS | {"TH": "hour", "TM": "minute", "TS": "second", "10Y": "decade", "100Y": "century"}


@dataclass(frozen=True, slots=True)
class AgeWords:
    """`before` and `after` say that a length is an age; `counts` open a bare age; `of` joins a person to one;
    `told` says one of somebody, where nothing but `told_end` or a mark follows; `bound` bounds the age of those whom
    `bounded` names; `reaching` tells one behind a person, `at_death` behind what `dying` says. In a language that has
    an `article`, a bare age without its words bears it."""

    language: Language
    unit: Phrases[str]
    before: Phrases[str]
    after: Phrases[str]
    counts: Phrases[str]
    persons: Phrases[str]
    of: Phrases[str]
    older: Phrases[str]
    told: Phrases[str]
    told_end: frozenset[str]
    bound: Phrases[str]
    bounded: Phrases[str]
    article: str
    reaching: dict[str, bool]  # whether of a woman
    at_death: frozenset[str]
    dying: frozenset[str]


@cache
def age_words(code: str) -> AgeWords:
    """The words of age of a language, from `times.toml` and `units.toml`."""
    language = load(code)
    times, say = language.data("times"), language.data("units")["ages"]

    def phrases(entries: Sequence[tuple[str, str]]) -> Phrases[str]:
        return Phrases(entries, language.hooks.variants)

    def listed(table: dict[str, list[str]]) -> Phrases[str]:
        return phrases([(phrase, value) for value, forms in table.items() for phrase in forms])

    return AgeWords(
        language,
        listed({unit: times["unit"][unit] for unit in _LENGTHS}),
        listed(times["age_before"]),
        listed(times["age_after"]),
        listed({"": say["counts"]}),
        listed({"": say["persons"]}),
        listed({"": say["of"]}),
        listed({"": say["older"]}),
        listed({"": say["told"]}),
        frozenset(map(fold, say["told_end"])),
        listed({"": say["bound"]}),
        listed({"": [*say["bounded"], *say["persons"]]}),
        number_words(code).article,
        {fold(verb): kind == "woman" for kind, verbs in say["reaching"].items() for verb in verbs},
        *(frozenset(map(fold, say[key])) for key in ("at_death", "dying")),
    )


def age(
    tokens: Sequence[Token], number: NumberHit, words: AgeWords, opening: int | None = None
) -> tuple[int, UnitHit] | None:
    """The token where the phrase begins and the unit of the age that `number` gives, None where it gives none.

    `opening`: where the words of a range before the number begin (aged between 3 and 5).
    """
    if number.value <= 0 or number.fraction:
        return None
    said = _with_unit(tokens, number, words)
    if said is not None:
        return number.first, said
    if number.scaled or number.value > _OLDEST:
        return None
    told = _in_the_year(tokens, number, words)
    if told is not None or (number.ordinal and not _ranks_tell(words, tokens, number, opening)):
        return told
    year = UnitHit("year", "time", number.last, number.last)
    if words.unit.at(tokens, number.last) if number.last < len(tokens) else None:
        return None
    counted = _counts(words, tokens, number.first) or (opening is not None and _counts(words, tokens, opening))
    if (
        counted
        or _is_told(tokens, number, words)
        or _is_older(tokens, number, words)
        or _of_a_person(tokens, number, words)
        or _is_bounded(tokens, number, words)
        or _is_rank_of_age(tokens, number, words)
    ):
        return number.first, year
    beside = _beside_a_name(tokens, number) or _beside_a_person(tokens, number, words)
    return (number.first, year) if beside else None


def length(tokens: Sequence[Token], unit: UnitHit, words: AgeWords) -> UnitHit | None:
    """The unit of time that the words of `unit` say."""
    found = words.unit.at(tokens, unit.first)
    return UnitHit(_LENGTHS[found.payload], "time", unit.first, max(found.last, unit.last)) if found else None


def _with_unit(tokens: Sequence[Token], number: NumberHit, words: AgeWords) -> UnitHit | None:
    """81-year-old, 28 years of age, aged 28 years, (28 years)."""
    j = number.last
    if j < len(tokens) and tokens[j].text in _HYPHENS:
        j += 1
    unit = words.unit.at(tokens, j) if j < len(tokens) else None
    if unit is None or unit.prefix or number.ordinal or unit.payload not in _UNITS:
        return None
    end = unit.last
    if end < len(tokens) and tokens[end].text in _HYPHENS:
        end += 1
    after = words.after.at(tokens, end) if end < len(tokens) else None
    brackets = (
        words.language.hooks.DIRECTION == "rtl"
        and number.first > 0
        and tokens[number.first - 1].text == "("
        and end < len(tokens)
        and tokens[end].text == ")"
        and unit.payload == "Y"
    )
    told = any(_ends(words.before, tokens, k) for k in (number.first, number.first - 1)) or (
        unit.payload == "Y" and number.value <= _OLDEST and tells_age(tokens, number.first, words)
    )
    if after is None and not brackets and not told:
        return None
    return UnitHit(_UNITS[unit.payload], "time", j, after.last if after is not None else unit.last)


def tells_age(tokens: Sequence[Token], first: int, words: AgeWords) -> bool:
    """Whether years whose number begins at token `first` are an age: a sailor who reaches 52, who died at 81."""
    k = first - 1
    if k >= 1 and tokens[k].fold in words.at_death:
        return any(tokens[j].fold in words.dying for j in range(max(0, k - _FAR), k))
    feminine = words.reaching.get(tokens[k].fold) if k >= 1 else None
    if feminine is None:
        return False
    units, nouns = unit_words(words.language.code), named_nouns(words.language.code)
    for j in range(k - 1, max(k - 1 - _DESCRIBED, -1), -1):
        noun = noun_at(tokens, j, units, particles=True)
        if (noun is not None and noun.kind == "people") or words.persons.at(tokens, j):
            return tokens[j].norm.endswith(words.language.hooks.FEMININE) == feminine
        if noun is not None or tokens[j].fold in nouns or tokens[j].kind != "word":
            return False
    return False


def _ranks_tell(words: AgeWords, tokens: Sequence[Token], number: NumberHit, opening: int | None) -> bool:
    """At the age the eighteenth, a girl in the seventh, below the fifth: in a language whose ages can be ranks."""
    if not words.article:
        return False
    if (
        _of_a_person(tokens, number, words)
        or _is_bounded(tokens, number, words)
        or _is_rank_of_age(tokens, number, words)
    ):
        return True
    return _counts(words, tokens, number.first if opening is None else opening)


def _is_older(tokens: Sequence[Token], number: NumberHit, words: AgeWords) -> bool:
    """65 and older."""
    return number.last < len(tokens) and words.older.at(tokens, number.last) is not None


def _is_told(tokens: Sequence[Token], number: NumberHit, words: AgeWords) -> bool:
    """who was 34, she was 24 when they met: a number and nothing that it counts."""
    if not _ends(words.told, tokens, number.first):
        return False
    after = tokens[number.last] if number.last < len(tokens) else None
    return after is None or after.text in ',.;:!?)"\u201d' or after.fold in words.told_end


def _in_the_year(tokens: Sequence[Token], number: NumberHit, words: AgeWords) -> tuple[int, UnitHit] | None:
    """In the nineteenth of his life: an ordinal before the words of age."""
    after = words.after.at(tokens, number.last) if number.last < len(tokens) else None
    return (number.first, UnitHit("year", "time", number.last, after.last)) if after is not None else None


def _of_a_person(tokens: Sequence[Token], number: NumberHit, words: AgeWords) -> bool:
    """a boy of eleven: a child or adult, "of", and a number that counts nothing."""
    k = number.first - 1
    if k < 1 or not words.of.at(tokens, k) or not words.persons.at(tokens, k - 1) or not _has_article(number, words):
        return False
    if tokens[k - 1].norm in unit_words(words.language.code).parents:
        return False  # a mother of three
    return number.last >= len(tokens) or not tokens[number.last].is_word or number.value < 100


def _is_bounded(tokens: Sequence[Token], number: NumberHit, words: AgeWords) -> bool:
    """anyone under 18, both over 60; in Arabic the article alone tells the age: those below the fifth."""
    k = number.first - 1
    if k < 0 or not words.bound.at(tokens, k) or number.value <= 1 or not _has_article(number, words):
        return False
    if not words.article and not (k and words.bounded.at(tokens, k - 1)):
        return False
    if number.ordinal:
        return True
    unit = unit_after(tokens, number.last, unit_words(words.language.code), False, number.scaled)
    said = number_words(words.language.code)
    between = tokens[number.last : unit.first] if unit is not None else ()
    return unit is None or any(token.kind == "number" or said.read(token) for token in between)


def _is_rank_of_age(tokens: Sequence[Token], number: NumberHit, words: AgeWords) -> bool:
    """the youngest is in the sixty-first: a rank of years above those of a clock, and nothing that it ranks."""
    k, end = number.first - 1, number.last
    if not number.ordinal or number.value <= _CLOCK or k < 0 or words.of.at(tokens, k) is None:
        return False
    year = tokens[number.first].norm.endswith(words.language.hooks.FEMININE) and number.last > number.first + 1
    return year and _has_article(number, words) and (end >= len(tokens) or tokens[end].kind == "mark")


def _has_article(number: NumberHit, words: AgeWords) -> bool:
    return not words.article or number.prefix.endswith(words.article)


def _beside_a_name(tokens: Sequence[Token], number: NumberHit) -> bool:
    """Maria Lopez, 58, or Maria Lopez (58): a whole number set off behind a name."""
    k = number.first - 1
    if number.written != "digits" or k < 1 or not tokens[number.first].norm.isdigit() or tokens[k].text not in ",(":
        return False
    name = tokens[k - 1]
    if name.kind != "word" or not name.text[:1].isupper():
        return False
    after = tokens[number.last] if number.last < len(tokens) else None
    if k < 2 or not _goes_on(tokens, k - 2):
        return k != 2 and after is not None and after.text == tokens[k].text == ","  # her son Erik, 12, and …
    return (
        after is None
        or after.text == (")" if tokens[k].text == "(" else ",")
        or (tokens[k].text == "," and after.text in ".;")
    )


def _beside_a_person(tokens: Sequence[Token], number: NumberHit, words: AgeWords) -> bool:
    """The suspect, 19, was arrested: a whole number between two commas behind a word for a person."""
    k, after = number.first - 1, number.last
    units = unit_words(words.language.code)
    if number.written != "digits" or k < 1 or after >= len(tokens) or not tokens[number.first].norm.isdigit():
        return False
    if not tokens[k].text == "," == tokens[after].text:
        return False
    noun = None if units.inflected else units.forms.get(tokens[k - 1].norm)
    person = noun is not None and noun.kind == "people" and noun.canonical == tokens[k - 1].norm
    return words.persons.at(tokens, k - 1) is not None or (person and number.value >= _GROWN)


def _goes_on(tokens: Sequence[Token], k: int) -> bool:
    """Whether a name has a part before its last word: a first name, an initial."""
    token = tokens[k]
    if token.text in _HYPHENS or token.text == ".":
        return k > 0 and tokens[k - 1].text[:1].isupper()
    return token.kind == "word" and token.text[:1].isupper()


def _counts(words: AgeWords, tokens: Sequence[Token], k: int) -> bool:
    """Whether words of age end before token `k`; "the first year" folds to "his age is the first"."""
    year = bool(words.article) and k > 0 and tokens[k - 1].norm.endswith(words.language.hooks.FEMININE)
    return not year and _ends(words.counts, tokens, k)


def _ends(phrases: Phrases[str], tokens: Sequence[Token], k: int) -> bool:
    """Whether one of the phrases ends right before token `k`."""
    for first in range(max(0, k - 4), k):
        found = phrases.at(tokens, first)
        if found is not None and found.last == k:
            return True
    return False
