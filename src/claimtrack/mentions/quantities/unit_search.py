"""The unit of a number: what stands right after it, right before it, or is named for it further off."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages import lexicon
from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.numbers.number_words import number_words
from claimtrack.mentions.places.gazetteer import gazetteer
from claimtrack.mentions.quantities.bare_numbers import is_year
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.mentions.quantities.contracts import thing_of
from claimtrack.mentions.quantities.unit_words import UnitWords, named_nouns
from claimtrack.mentions.quantities.units import UnitHit, currency_before, is_model, noun_at, unit_after
from claimtrack.text.tokens import Token

_BACK = 12  # words before a number in which "the number of" is sought
_LARGE = 1000  # of a number before a noun that counts for another: no year, no telephone number
_LED = 5  # letters of the shortest word with a preposition and the article
_PART = 4  # words from a number to that of what it is a part of
_BETWEEN = 2  # words between two numbers that have one unit
_STOPS = ".;!?\u061b\u061f"


class UnitSearch:
    """Finds the units of the numbers of one text."""

    __slots__ = ("around", "article", "claimed", "said", "tokens", "words")

    def __init__(self, tokens: Sequence[Token], words: UnitWords, around: Surroundings, claimed: bytearray) -> None:
        self.tokens, self.words, self.around, self.claimed = tokens, words, around, claimed
        self.said = number_words(words.language.code)
        self.article = self.said.article

    def unit(self, number: NumberHit, other: NumberHit | None, floor: int) -> UnitHit | None:
        """The unit of `number`; `other` is the number after it, `floor` the end of the quantity before it."""
        before = currency_before(self.tokens, number.first, self.words)
        if before is not None:
            return before
        k = number.last
        bound = self.around.comparator_after(k)
        if bound is not None:
            k = bound[0]  # 400 or more deaths
        if number.unclear_suffix or self._is_spaced_metre(number):
            return self._metres_or_millions(k)
        unit = self._by_size(number, unit_after(self.tokens, k, self.words, number.value == 1, number.scaled))
        if unit is not None and other is not None and number.last <= other.first < unit.first:
            return self._shared(number, other, unit)
        if unit is not None and (any(self.claimed[number.last : unit.last]) or self._is_expected(number, unit)):
            return None
        if unit is not None or self.counts_days(number):
            return unit
        return None if self.measured_before(number, floor) else self._named_noun(number) or self._before_a_noun(number)

    def _is_expected(self, number: NumberHit, unit: UnitHit) -> bool:
        """less than the 282 million analysts had forecast: who expects so much, and is not what is counted."""
        if number.value < _LARGE or self.tokens[unit.first].norm not in self.words.expecting:
            return False
        return any(token.norm in self.words.expected for token in self.tokens[unit.last : unit.last + 2])

    def _by_size(self, number: NumberHit, unit: UnitHit | None) -> UnitHit | None:
        """600 contracts, whose word is that of decades: so many there are of the thing alone; five that are signed."""
        if unit is None or unit.kind != "time":
            return unit
        thing = thing_of(self.tokens, number.first, unit.first, float(number.value), self.words)
        return unit if thing is None else UnitHit(thing, "things", unit.first, unit.last)

    def _shared(self, number: NumberHit, other: NumberHit, unit: UnitHit) -> UnitHit | None:
        """three of the five men: both count men, and the words of the second are its own."""
        between = self.tokens[number.last : other.first]
        if is_model(self.tokens, other.first):
            return unit
        if not between or not all(token.fold in self.words.skip for token in between):
            return None
        return UnitHit(unit.canonical, unit.kind, number.last, number.last)

    def borrowed(self, number: NumberHit, other: NumberHit | None, unit: UnitHit | None) -> UnitHit | None:
        """33 of 36 races, rose from 3 to 5 percent: the unit stands behind the second number."""
        if other is None or unit is None or unit.kind == "time":
            return None
        sign = currency_before(self.tokens, other.first, self.words)
        between = self.tokens[number.last : sign.first if sign else other.first]
        if len(between) > 1 and between[-1].fold in self.around.words.among:
            between = between[:-1]  # two of their last nine matches
        if len(between) > _BETWEEN or any(token.kind == "mark" for token in between):
            return None
        link = {token.fold for token in between}
        return unit if link & (self.words.skip | self.around.words.to | self.said.either) else None

    def counts_one(self, number: NumberHit, other: NumberHit | None) -> bool:
        """only one of the 12 suspects: behind the word that says no more, one of a number is a count."""
        around = self.around.words
        if other is None or not number.first or self.tokens[number.first - 1].fold not in around.no_more:
            return False
        between = [token.fold for token in self.tokens[number.last : other.first]]
        linking = self.words.skip | around.among
        return 0 < len(between) <= _PART and between[0] in self.words.of_a and all(word in linking for word in between)

    def across(self, number: NumberHit, other: NumberHit) -> UnitHit | None:
        """40 by 60 metres: the sides of an area have one measure."""
        link = self.words.across.at(self.tokens, number.last) if number.last < len(self.tokens) else None
        if link is None or link.prefix or link.last != other.first or number.written != "digits":
            return None
        unit = self.unit(other, None, number.last)
        return UnitHit(unit.canonical, unit.kind, number.last, number.last) if unit and unit.kind == "measure" else None

    def scored(self, number: NumberHit) -> UnitHit | None:
        """two goals to one: the number after the particle has the noun right before it."""
        particle = self.words.score_particle
        if not particle or number.prefix != particle or not number.first or number.value > 200:
            return None
        unit = noun_at(self.tokens, number.first - 1, self.words, particles=True)
        if unit is None or unit.canonical not in self.words.scored:
            return None
        return UnitHit(unit.canonical, unit.kind, number.last, number.last)

    def scale_before(self, number: NumberHit) -> UnitHit | None:
        """a magnitude 7.7 earthquake: the scale stands before its value."""
        for first in range(max(0, number.first - 3), number.first):
            found = self.words.scale_before.at(self.tokens, first)
            if found is not None and found.last == number.first:
                return UnitHit(found.payload, "measure", first, found.last)
        return None

    def _metres_or_millions(self, k: int) -> UnitHit | None:
        """4m people, a 4m wall: millions before a counted noun, metres before an adjective of length."""
        after = self.tokens[k + 1] if k + 1 < len(self.tokens) else None
        if after is not None and after.norm in self.words.length_after:
            return UnitHit("metre", "measure", k, k + 1)
        return unit_after(self.tokens, k + 1, self.words, False, True)

    def _is_spaced_metre(self, number: NumberHit) -> bool:
        """34 m tall: a letter apart from its number is a metre where a word of length follows."""
        k = number.last
        if k + 1 >= len(self.tokens) or number.written != "digits" or self.tokens[k].text != "m":
            return False
        return self.tokens[k + 1].norm in self.words.length_after and self.tokens[k + 1].norm not in self.words.stop

    def _before_a_noun(self, number: NumberHit) -> UnitHit | None:
        """a 12 page report, the 11 member group: a singular noun that counts for the noun behind it."""
        k, after = number.last, number.last + 1
        if self.words.inflected or after >= len(self.tokens) or not 2 <= number.value < _LARGE:
            return None
        token, noun = self.tokens[k], self.tokens[after]
        unit = self.words.forms.get(token.text) if token.spaced else None
        if unit is None or unit.kind not in ("people", "things") or noun.kind != "word" or noun.norm in self.words.stop:
            return None
        if self.claimed[k] or self.scale_before(number):
            return None
        return UnitHit(unit.canonical, unit.kind, k, after)

    def _named_noun(self, number: NumberHit) -> UnitHit | None:
        """In a language whose list holds whole families, an unknown noun after the number is its own unit."""
        k = number.last
        if not self.words.inflected or k >= len(self.tokens) or is_year(self.tokens, number) or number.value < 3:
            return None
        if self.tokens[k].fold in self.words.others or self._stands_behind_its_noun(number):
            return None  # eleven others when …, the ferries the four
        if self.tokens[k].fold in self.words.skip:
            k += 1
        if k >= len(self.tokens) or not self._may_be_noun(k) or self._is_cue(k) or self._is_country(k):
            return None
        if self._ends_its_phrase(number):
            return None
        token = self.tokens[k]
        bare = token.fold.removeprefix(self.article)
        keys = self.words.language.hooks.noun_keys(token.fold)
        known = {key: self._english[key] for key in keys if key in self._english}
        own = [english for key, english in known.items() if bare.startswith(key[:2])]
        if known and not own:
            return None  # a particle stands before the noun, which then is not what is counted
        if not own and lexicon.english_predicate(self.words.language.code, token.fold, True) is not None:
            return None  # 14 of 36 became dry
        if not own and (self._is_led(token) or token.fold.endswith(tuple(p for p in self.words.pronouns if p[1:]))):
            return None
        return UnitHit(own[0] if own else token.norm, "things", k, k + 1)

    def _ends_its_phrase(self, number: NumberHit) -> bool:
        """60 millions, to the agency: behind tens, a scale word in the case that it has there is what they count."""
        last = self.tokens[number.last - 1]
        return number.scaled and last.fold in self.said.counted_scales and number.last - number.first > 1

    def _is_led(self, token: Token) -> bool:
        """Whether a word opens with a preposition: to the agency, to his colleagues."""
        if token.fold.startswith(self.words.led_the) and len(token.fold) > _LED:
            return True
        owned = token.fold.endswith(self.words.pronouns) and not token.norm.endswith(self.words.language.hooks.FEMININE)
        return owned and token.fold.startswith(self.words.led)

    @property
    def _english(self) -> dict[str, str]:
        return named_nouns(self.words.language.code)

    def _may_be_noun(self, k: int) -> bool:
        token = self.tokens[k]
        if token.kind != "word" or len(token.fold) < 3 or token.fold.isascii() or token.text.count("."):
            return False
        if token.fold in self.words.stop or token.fold in self.said.unnumbered or token.fold in self.around.words.to:
            return False
        if any(token.fold.removesuffix(each) in self.words.stop for each in self.words.pronouns):
            return False  # against him
        if self.said.read(token) is not None or token.fold.startswith(self.said.joiner):
            return False
        before = self.tokens[k - 1].fold if k else ""
        if self.article and token.fold.startswith(self.article) and before not in self.words.skip:
            return k > 0 and self.said.read(self.tokens[k - 1]) is not None
        return True

    def _stands_behind_its_noun(self, number: NumberHit) -> bool:
        """Whether both the number and the word before it have the article: what it counts stands before it."""
        before = self.tokens[number.first - 1].fold if number.first else ""
        return number.prefix == self.article != "" and before.startswith(self.article) and before != self.article

    def _is_country(self, k: int) -> bool:
        """300 million for Kenya: where it goes, not what is counted."""
        found = gazetteer(self.words.language.code).phrases.at(self.tokens, k)
        return found is not None and bool(found.payload.code) and not found.payload.nationality

    def _is_cue(self, k: int) -> bool:
        words = self.around.words
        return any(phrases.at(self.tokens, k) for phrases in (words.before, words.after, words.rate))

    def measured_before(self, number: NumberHit, floor: int) -> UnitHit | None:
        """the number of users rose to 950 million: the counted noun stands before its number."""
        article = self._after_its_noun(number)
        if article is not None:
            return article
        changed = self.tokens[number.first - 1].fold in self.around.words.to if number.first else False
        floor = max(number.first - _BACK, 0 if changed else floor, 0)
        for k in range(number.first - 1, floor - 1, -1):
            if self.tokens[k].kind == "mark" and self.tokens[k].text in _STOPS:
                return None
            people = self.words.population.at(self.tokens, k)
            count = self.words.count_of.at(self.tokens, k)
            if count is not None and count.last < number.first and (people is None or people.last <= count.last):
                return self._counted(count.last, number.first)
            if people is not None and not any(self.words.count_of.at(self.tokens, j) for j in range(max(0, k - 2), k)):
                return UnitHit("person", "people", k, people.last)
        return None

    def _after_its_noun(self, number: NumberHit) -> UnitHit | None:
        """the races the 36: the noun stands before, and both have the article."""
        if number.least:
            return None
        detached = number.first > 1 and self.tokens[number.first - 1].fold == self.article
        if not self.article or not number.first or not (detached or number.prefix == self.article):
            return None
        k = number.first - (2 if detached else 1)
        unit = noun_at(self.tokens, k, self.words)
        if unit is None or unit.kind == "time":
            return None
        return UnitHit(unit.canonical, unit.kind, k, k + 1)

    def counts_days(self, number: NumberHit) -> bool:
        """the days the hundred, the first: the noun of time stands before its number, and both have the article."""
        if not self.article or not number.first or not number.prefix.endswith(self.article):
            return False
        unit = noun_at(self.tokens, number.first - 1, self.words)
        return unit is not None and unit.kind == "time"

    def _counted(self, k: int, end: int) -> UnitHit | None:
        """The noun after "the number of"."""
        if self.words.inflected:
            unit = noun_at(self.tokens, k, self.words)
            return UnitHit(unit.canonical, unit.kind, k, k + 1) if unit is not None else None
        found = unit_after(self.tokens, k, self.words, False, False)
        return found if found is not None and found.last <= end else None
