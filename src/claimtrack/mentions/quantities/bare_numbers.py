"""Numbers without a unit: which of them count something, and which are years, clock times, labels or parts of names."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.numbers.number_words import number_words
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.mentions.quantities.signs import has_minus
from claimtrack.mentions.quantities.unit_words import UnitWords
from claimtrack.mentions.quantities.units import currency_before, unit_after
from claimtrack.text.tokens import Token

LINKS = frozenset("-\u2010\u2011\u2012\u2013\u2014")
_LAST_HOUR = 24
_OPENING, _CLOSING = frozenset('"\u201c\u00ab\u2018'), frozenset('"\u201d\u00bb\u2019')
_APOSTROPHES = frozenset("'\u2018\u2019")
_EARLIEST, _LATEST = 1900, 2060  # years that news tells of without saying so
_SMALL = 100
_NEAR = 3  # words between a verb of change and its end
_FAR = 5  # tokens between the ends of a change
_TITLE = 4  # words between the opening quotation mark of a title and its number


def is_year(tokens: Sequence[Token], number: NumberHit) -> bool:
    """Whether four digits can be a year."""
    token = tokens[number.first]
    plain = number.written == "digits" and not number.scaled and token.norm.isdigit()
    return plain and len(token.norm) == 4 and 1000 <= number.value <= 2100


def stands_alone(tokens: Sequence[Token], number: NumberHit, around: Surroundings, words: UnitWords) -> bool:
    """A bare number counts where it cannot be a year, an hour, a label or part of a name."""
    if _ends_a_title(tokens, number):
        return False
    if number.unclear_suffix or number.fraction or _in_a_chain(tokens, number) or _numbers_a_list(tokens, number):
        return False
    if _is_short_year(tokens, number) or _is_hour(tokens, number, words):
        return False
    bounded = around.comparator_before(number.first, 0)
    lone = number.last == number.first + 1 and number.written == "words" and bounded is None
    if lone and tokens[number.first].fold in number_words(words.language.code).alone_unsure:
        return False
    if number.scaled or number.least:
        counted = number.written == ("words" if number.least else "digits")
        whole = number.last > number.first + 1 or bounded is not None or counted
        return whole or _is_given(tokens, number, words)
    if number.written == "words":
        if number.last > number.first + 1 and 1100 <= number.value <= 2099 and number.value % 100:
            return False  # nineteen eighty-four
        if number.first and tokens[number.first - 1].fold in words.clock_before and number.value <= _LAST_HOUR:
            return False  # half past two
        return number.value >= 2 and not _makes_a_word(tokens, number)
    if is_year(tokens, number):
        return _is_end_of_change(tokens, number, around) or _bounded_amount(number, bounded, around)
    if number.value <= _LAST_HOUR and bounded is None and _ends_clock(tokens, number, words, around):
        return False
    return not _makes_a_word(tokens, number)


def _is_given(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> bool:
    """gave with a million, to the poor: the sum has a particle of its own, and so has who gets it."""
    after = tokens[number.last].fold if number.last < len(tokens) else ""
    return number.prefix in words.led and number.prefix != "" and after.startswith(words.led_the)


def is_pronoun(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> bool:
    """the two had agreed: a small number that stands for those who were named before."""
    small = number.written == "words" and number.last == number.first + 1 and number.value <= _LAST_HOUR / 2
    return small and number.first > 0 and tokens[number.first - 1].fold in words.pronoun_after


def _is_hour(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> bool:
    """shortly after four in the afternoon; not the four whom a blast killed in the morning."""
    if number.value > _LAST_HOUR / 2 or not number.first or number.last >= len(tokens):
        return False
    return tokens[number.first - 1].fold in words.hour_before and words.hour_after.at(tokens, number.last) is not None


def _is_short_year(tokens: Sequence[Token], number: NumberHit) -> bool:
    """'98: two digits behind an apostrophe."""
    token, before = tokens[number.first], tokens[number.first - 1] if number.first else None
    return (
        before is not None
        and before.text in _APOSTROPHES
        and not token.spaced
        and before.spaced
        and len(token.norm) == 2
    )


def says_all(tokens: Sequence[Token], first: int, last: int, opening: frozenset[str] = frozenset()) -> bool:
    """Whether a text says nothing but its tokens `first` to `last`, but for a word of `opening`."""
    rest = [*tokens[:first], *tokens[last:]]
    return all(token.kind == "mark" or token.fold in opening for token in rest)


def _is_end_of_change(tokens: Sequence[Token], number: NumberHit, around: Surroundings) -> bool:
    """fell to 1500; from 1500 in the north to 1100: not down from 2016, where no other end is told."""
    if _changed(number, around, around.words.to):
        return True
    further = range(number.last, min(number.last + _FAR, len(tokens) - 1))
    ends = any(tokens[k].fold in around.words.to and tokens[k + 1].kind == "number" for k in further)
    return ends and _changed(number, around, around.words.from_)


def _changed(number: NumberHit, around: Surroundings, links: frozenset[str]) -> bool:
    """fell to 1500, rose by 3: a word of change near, and one of `links` right before the number."""
    k = number.first - 1
    near = any(j in around.change_at for j in range(max(0, k - _NEAR), k))
    return near and around.tokens[k].fold in links


def _bounded_amount(number: NumberHit, bounded: tuple[int, str] | None, around: Surroundings) -> bool:
    """more than 1500, at least 2000, over 1,500: four digits that no year would have before them."""
    if bounded is None:
        return False
    first, comparator = bounded
    if comparator in "<>≥≤" and "," in around.tokens[number.first].text:
        return True
    phrase = number.first - first > 1 and around.tokens[number.first - 1].fold not in around.words.to
    return phrase and (comparator in "<>≥≤" or not _EARLIEST <= number.value <= _LATEST)


def in_a_name(tokens: Sequence[Token], number: NumberHit, around: Surroundings, words: UnitWords, article: str) -> bool:
    """B-29, Boeing 737, article 5, 12:30: labels, not counts."""
    k = number.first
    if k and words.inflected and (_is_ranked(tokens, number, words, article) or _is_second_year(tokens, number, words)):
        return True
    if not k or number.written == "words":
        return False
    before = tokens[k - 1]
    glued = not tokens[k].spaced
    if before.kind == "word" and before.text.isascii() and glued:
        return currency_before(tokens, k, words) is None  # G20, A4
    if _at_clock(tokens, number):
        return True
    if before.text in (":", "/", "#", "_", "@") and glued:
        return before.text != ":" or (k > 1 and tokens[k - 2].kind == "number")
    if before.text in LINKS and glued and not before.spaced and k > 1 and k not in around.before_end:
        return tokens[k - 2].is_word and tokens[k - 2].fold != article
    if not number.scaled and _is_label(before, words) and not _is_percent(tokens, number.last, words):
        return True
    if before.text[:1].islower() and before.text[1:2].isupper():
        return True  # the iPhone 14 Pro
    named = before.kind == "word" and before.text[0].isupper() and before.text.isascii()
    if k == 1 and words.language.hooks.lemma(before.norm) != before.norm:
        return False  # Killed 12 at the start of a headline
    if around.comparator_before(k, 0) is not None or k in around.between_end:
        return False
    return (
        named
        and before.norm not in words.stop
        and before.norm not in words.of_a
        and not number.scaled
        and "," not in tokens[k].text  # no label has thousands: "France took in 12,000 and | Poland 7,000"
        and currency_before(tokens, k, words) is None
        and unit_after(tokens, number.last, words, False, False) is None
        and not (before.norm in words.skip and _counts_for_a_noun(tokens, number, words))
    )


def _counts_for_a_noun(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> bool:
    """The 11 member group, the 12 who left: a small number with its noun in front of another, or with people."""
    k = number.last
    if number.value >= _SMALL or k + 1 >= len(tokens):
        return False
    return tokens[k].text in words.forms or tokens[k].fold in words.who


def _is_label(before: Token, words: UnitWords) -> bool:
    """article, room, minute: the number behind the word is a name."""
    if before.fold in words.not_counted:
        return True
    if not words.inflected:
        return words.language.hooks.lemma(before.norm) in words.not_counted and before.norm.endswith("s")
    return any(
        word in words.not_counted or (prefix.endswith(words.definite) and words.definite + word in words.not_counted)
        for prefix, word in words.language.hooks.variants(before.fold)
    )


def _is_percent(tokens: Sequence[Token], k: int, words: UnitWords) -> bool:
    """the sector 0.7 percent higher, a road 4.5 metres wide: what looks like a label is a share or measure."""
    found = words.phrases.at(tokens, k) if k < len(tokens) else None
    if found is not None and found.payload.kind == "percent":
        return True
    unit = unit_after(tokens, k, words, False, False) if words.inflected and k < len(tokens) else None
    return unit is not None and unit.kind == "measure" and unit.first == k and len(tokens[k].text) > 1


def _is_second_year(tokens: Sequence[Token], number: NumberHit, words: UnitWords) -> bool:
    """the two years 661 and 750: the dual noun stands before both."""
    k = number.first - 1
    if k > 0 and tokens[k].fold in words.joiners:
        k -= 1
    return k > 0 and tokens[k].kind == "number" and tokens[k - 1].fold in words.two_years


def _is_ranked(tokens: Sequence[Token], number: NumberHit, words: UnitWords, article: str) -> bool:
    """the place the 15, the anniversary the fiftieth: with the article behind a noun of order the number is a rank."""
    k = number.first - 1
    if tokens[k].fold == article and k:
        k -= 1
    elif not number.prefix.endswith(article):
        return False
    return any(word in words.ranked for _, word in words.language.hooks.variants(tokens[k].fold))


def _at_clock(tokens: Sequence[Token], number: NumberHit) -> bool:
    """12:30, and the web address or file that a number opens."""
    k = number.last
    if k >= len(tokens) or tokens[k].spaced:
        return False
    if tokens[k].text == ":":
        return k + 1 < len(tokens) and tokens[k + 1].kind == "number" and not tokens[k + 1].spaced
    return tokens[k].text in "_@/" and k + 1 < len(tokens) and not tokens[k + 1].spaced


def _ends_clock(tokens: Sequence[Token], number: NumberHit, words: UnitWords, around: Surroundings) -> bool:
    """at 7, at 10 a.m.: an hour of the day; not the size of a change, rose by 3."""
    if number.first and tokens[number.first - 1].fold in words.clock_before:
        return not _changed(number, around, around.words.change_by)
    return number.last < len(tokens) and tokens[number.last].norm in words.clock_after


def _in_a_chain(tokens: Sequence[Token], number: NumberHit) -> bool:
    """303-832-8160, 3-2, +1 212, (713) 853: telephone numbers, scores and other digits side by side."""
    if number.written == "words":
        return False
    for k, step in ((number.first - 1, -1), (number.last, 1)):
        far = k + step
        if 0 <= k < len(tokens) and 0 <= far < len(tokens) and tokens[far].kind == "number":
            glued = not tokens[max(k, far)].spaced and not tokens[min(k, far) + 1].spaced
            if tokens[k].text in LINKS and glued:
                return True
            if tokens[k].text == ")" and step > 0 and number.first and tokens[number.first - 1].text == "(":
                return True
        if 0 <= k < len(tokens) and tokens[k].kind == "number":
            return True
    before = tokens[number.first - 1] if number.first else None
    return before is not None and before.text in ("+", "#") and not tokens[number.first].spaced


def _ends_a_title(tokens: Sequence[Token], number: NumberHit) -> bool:
    """The phone "Mate 9": a number right before the closing quotation mark, soon after the opening one."""
    k = number.last
    if number.written == "words" or k >= len(tokens) or tokens[k].text not in _CLOSING or tokens[k].spaced:
        return False
    return any(tokens[j].text in _OPENING for j in range(max(0, number.first - _TITLE), number.first - 1))


def _numbers_a_list(tokens: Sequence[Token], number: NumberHit) -> bool:
    """1. First item; 2) second item; (3)."""
    if number.written == "words" or number.last >= len(tokens):
        return False
    after = tokens[number.last].text
    if all(token.kind == "mark" for token in tokens[: number.first]) and tokens[number.first - 1].text != "(":
        return after in ".):-/" and number.value < 100
    return tokens[number.first - 1].text == "(" and after == ")"


def _makes_a_word(tokens: Sequence[Token], number: NumberHit) -> bool:
    """two-way, one-on-one, 3D, 4x4: a number grown into a word."""
    for k in (number.last, number.first - 1):
        if not 0 <= k < len(tokens):
            continue
        inner = max(k, number.first)
        if tokens[k].kind == "word" and tokens[k].text.isascii() and not tokens[inner].spaced:
            return True
        if k < number.first and has_minus(tokens, number):
            continue  # <-5
        if tokens[k].text in LINKS and not tokens[k].spaced and k + 1 < len(tokens) and not tokens[k + 1].spaced:
            return True
    return False
