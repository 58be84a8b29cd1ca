"""Shares: four in ten, two thirds of voters, half of the water → a percentage of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from claimtrack.languages import lexicon
from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.numbers.number_words import number_words
from claimtrack.mentions.quantities.bare_numbers import says_all
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.mentions.quantities.unit_words import UnitWords
from claimtrack.mentions.quantities.units import UnitHit, currency_before, noun_at, unit_after
from claimtrack.text.tokens import Token

_CENT = Decimal("0.01")
_MOST = 10_000_000  # one in ten million
_MEASURED = ("currency", "measure", "time")
_BARE = 1_000_000  # "one of a million" is a share, whatever is counted
_FEW = 100
_WORDS = 3  # of the words for "of every"
_FAR = 8  # words between a negation and what it leaves
_ROUND = (10, 100)  # four of ten is a share, three of five may be a count

Part = tuple[Decimal, int, int, UnitHit | None]
"""Value, first and last token, and the unit where that is not percent.

A third is said as a third: that its percentage has no last digit makes it no estimate,
so no share bears a ≈ of its own.
"""


def share_of(
    tokens: Sequence[Token], number: NumberHit, other: NumberHit, around: Surroundings, words: UnitWords
) -> tuple[Decimal, int] | None:
    """four in 10, 3 out of 5: the percentage, and the token after."""
    if other.first > number.last + 3 or number.scaled or number.last >= len(tokens):
        return None
    rare = number.value == 1 and other.value >= _BARE and _is_round(other.value)
    alone = says_all(tokens, number.first, other.last)
    link = _link(tokens, number, other, (alone, rare), around, words)
    if link is None or (other.scaled and link == number.last + 1 and not (rare or alone)):
        return None
    if not 0 < abs(number.value) <= other.value or number.value != number.value.to_integral_value():
        return None
    if other.value < 2 or (other.value > _MOST and not rare) or currency_before(tokens, number.first, words):
        return None
    noun = unit_after(tokens, other.last, words, False, False)
    if noun is not None and noun.kind in _MEASURED and (rare or words.parts_of.at(tokens, number.last)):
        return None
    return as_percent(number.value / other.value), noun.last if noun is not None else other.last


def _link(
    tokens: Sequence[Token],
    number: NumberHit,
    other: NumberHit,
    sure: tuple[bool, bool],
    around: Surroundings,
    words: UnitWords,
) -> int | None:
    """The token where the words end that make a share of both numbers, which is where the second one begins.

    `sure`: whether both numbers are all that is said, and whether they are one and a million, a billion, and so on.
    """
    k, alone = number.last, sure[0]
    link = words.out_of.at(tokens, k) or words.parts_of.at(tokens, k)
    if link is None and (other.value in _ROUND or any(sure)):
        link = words.out_of_round.at(tokens, k)
    if link is None and number.value == 1 and _counts_nothing(tokens, other, words):
        link = words.out_of.at(tokens, k + 1) if k + 1 < len(tokens) and tokens[k].is_word else None
    one = number.value == -1 or (number.value == 1 and _opens(tokens, number.first, around, words))
    if link is None and (alone or one):
        link = words.over.at(tokens, k)
    return other.first if link is not None and not link.prefix and link.last == other.first else None


def _counts_nothing(tokens: Sequence[Token], other: NumberHit, words: UnitWords) -> bool:
    """Whether no thing follows a number: "one child in four", not "one child in four cities"."""
    if other.value > _FEW or other.last >= len(tokens):
        return other.value <= _FEW
    acts = lexicon.english_predicate(words.language.code, tokens[other.last].fold, True) is not None
    return acts or noun_at(tokens, other.last, words) is None  # "one retiree in five lives on …"


def part_of_round(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> tuple[Decimal, int] | None:
    """a part of a million: the percentage, and the token where it begins."""
    k = number.first - 2
    if k < 0 or number.ordinal or number.prefix not in ("", words.definite) or not _is_round(number.value):
        return None
    link = words.parts_of.at(tokens, k)
    single = link is not None and link.last == number.first and not link.prefix and tokens[k].fold in words.one_part
    return (as_percent(1 / number.value), k) if single else None


def of_each(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> int | None:
    """The token of the noun that says the one of a share, before the words for "of every": a woman of every three."""
    k = number.first
    if number.ordinal or not 1 < number.value <= _FEW:
        return None
    starts = range(max(1, k - _WORDS), k)
    link = next((found for j in starts if (found := words.of_each.at(tokens, j)) and found.last == k), None)
    return link.first - 1 if link is not None and not link.prefix else None


def one_of_each(tokens: Sequence[Token], k: int, unit: UnitHit | None, words: UnitWords) -> bool:
    """Whether the noun at token `k` is one of what `unit` counts: not one deputy of every three provinces."""
    noun = noun_at(tokens, k, words, particles=True)
    return noun is not None and (unit is None or unit.canonical == noun.canonical)


def _opens(tokens: Sequence[Token], k: int, around: Surroundings, words: UnitWords) -> bool:
    """Whether no noun stands before token `k` that the number there could count ("one vote on three drafts")."""
    before = tokens[k - 1] if k else None
    if before is None or before.kind == "mark" or before.fold in words.stop:
        return True
    return before.fold in around.words.change_by or around.comparator_before(k, 0) is not None


def _is_round(value: Decimal) -> bool:
    """Whether it is a power of ten from ten on."""
    return value >= _ROUND[0] and value == Decimal(1).scaleb(value.adjusted())


def part_of(
    tokens: Sequence[Token], number: NumberHit, unit: UnitHit | None, around: Surroundings, words: UnitWords
) -> Part | None:
    """A fraction of a whole; not one of time (half an hour), and not half of a name (half-time, semi-final)."""
    if number.whole:
        named = _is_described(tokens, number, words)
        return None if named else (as_percent(number.value), number.first, number.last, None)
    if words.inflected and number.prefix and number.prefix[0] in words.joiners:
        return _and_a_half(tokens, number, words)
    measured = _of_a_measure(tokens, number, words)
    if measured is not None:
        return measured
    k = number.last
    if k < len(tokens) and words.not_shared.at(tokens, k) is not None:
        return None
    if number.first and _is_ordinal_before(tokens, number, words):
        return None
    last = _whole(tokens, number, unit, words)
    if last is None and (_is_excepted(tokens, number, words) or _is_reached(tokens, number, around, words)):
        last = number.last
    if last is None and (around.comparator_before(number.first, 0) is not None or _by(tokens, number, around)):
        last = number.last
    compared = k < len(tokens) and tokens[k].fold in number_words(words.language.code).compared
    if last is None and (compared or number.written == "digits" or _counts_parts(number, words)):
        last = number.last
    if last is None:
        return None
    return as_percent(number.value), number.first, last, None


def _is_described(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> bool:
    """its upper half, and "we describe it as", which is written like half of it."""
    k = number.last
    after = tokens[k].fold if k < len(tokens) else ""
    return after in words.half_named or (bool(number.first) and tokens[number.first - 1].fold in words.half_verb)


def _is_excepted(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> bool:
    """none but the quarter arrived: a share with its article behind a negation; not a clock's five less the quarter."""
    k = number.first - 1
    if k < 1 or tokens[k].fold not in words.except_ or not number.prefix.endswith(words.definite):
        return False
    if number_words(words.language.code).read(tokens[k - 1]) is not None:
        return False
    return any(token.fold in words.negations for token in tokens[max(0, k - _FAR) : k])


def _is_reached(tokens: Sequence[Token], number: NumberHit, around: Surroundings, words: UnitWords) -> bool:
    """fell to the half: the share with its article at the end of a change."""
    k, to = number.first - 1, around.words.to & around.words.change_to
    definite = bool(words.definite) and number.prefix.endswith(words.definite)
    return definite and k > 0 and tokens[k].fold in to and any(j in around.change_at for j in range(max(0, k - 5), k))


def _counts_parts(number: NumberHit, words: UnitWords) -> bool:
    """Five eighths, also where nothing is said of what; not three quarters, which may be those of a year."""
    counted = words.inflected and number.last > number.first + 1
    return counted and number.value * 4 != (number.value * 4).to_integral_value()


def _by(tokens: Sequence[Token], number: NumberHit, around: Surroundings) -> bool:
    """cut by a third, grew by half: the size of a change."""
    before = tokens[number.first - 1].fold if number.first else ""
    return before in around.words.change_by or number.prefix[:1] in around.words.change_by


def _of_a_measure(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> Part | None:
    """half a mile, a quarter of a percentage point: a part of one unit."""
    k = number.last
    while k < len(tokens) and k < number.last + 2 and tokens[k].fold in words.of_a:
        k += 1
    if k >= len(tokens) or (k == number.last and not words.inflected and _is_ordinal_before(tokens, number, words)):
        return None
    unit = unit_after(tokens, k, words, True, False) if tokens[k].fold not in words.stop else None
    if unit is None or unit.first != k or unit.kind not in ("measure", "currency", "percent"):
        return None
    return number.value, number.first, unit.last, unit


def as_percent(share: Decimal) -> Decimal:
    """A share as a percentage, with as many digits as a reader wants."""
    exact = share * 100
    step = _CENT if exact >= 1 else Decimal(1).scaleb(exact.adjusted() - 2)
    return exact.quantize(step, ROUND_HALF_UP).normalize() + 0


def _is_ordinal_before(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> bool:
    """the first half, the last quarter, two and a half."""
    return number.first > 0 and tokens[number.first - 1].fold in words.not_shared_before


def _whole(tokens: Sequence[Token], number: NumberHit, unit: UnitHit | None, words: UnitWords) -> int | None:
    """The token after the noun that the share is of."""
    k = number.last
    if k >= len(tokens):
        return None
    if words.inflected:
        return _whole_inflected(tokens, k, number, unit, words)
    if tokens[k].fold not in words.of_whole:
        return None
    j = k
    while j < len(tokens) and tokens[j].fold in words.skip:
        j += 1
    if j >= len(tokens):
        return None
    if tokens[j].kind == "number":
        return number.last
    if unit is not None and unit.kind in ("people", "things"):
        return unit.last
    return number.last if tokens[j].is_word or tokens[j].text in '"\u201c' else None


def _whole_inflected(
    tokens: Sequence[Token], k: int, number: NumberHit, unit: UnitHit | None, words: UnitWords
) -> int | None:
    token = tokens[k]
    if number.prefix.endswith(words.definite) and words.definite:
        return None
    if token.kind != "word" or token.fold in words.stop or token.fold.isascii():
        return None
    noun = noun_at(tokens, k, words)
    if noun is not None and noun.kind not in ("people", "things"):
        return None
    last = unit.last if unit is not None and unit.kind in ("people", "things") else k + 1
    while last < len(tokens) and last < k + 3 and tokens[last].fold.startswith(words.definite):
        last += 1  # half of the drinking water
    return last


def _and_a_half(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> Part | None:
    """a degree and a half: one of the unit before, and its share."""
    k = number.first - 1
    unit = noun_at(tokens, k, words) if k >= 0 else None
    if unit is None or unit.kind not in ("measure", "currency"):
        return None
    hit = UnitHit(unit.canonical, unit.kind, k, k + 1)
    after = words.modified.get(unit.canonical, {})
    last = number.last
    if last < len(tokens) and tokens[last].fold in after:
        hit, last = UnitHit(after[tokens[last].fold], unit.kind, k, k + 1), last + 1
    return (2 if unit.dual else 1) + number.value, k, last, hit
