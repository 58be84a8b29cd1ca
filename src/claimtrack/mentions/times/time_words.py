"""The words of time of a language (`times.toml`, `months.toml`), compiled, and a text seen through them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from claimtrack.languages import Language, load
from claimtrack.mentions.numbers.finding import NumberHit
from claimtrack.mentions.times.calendars import Stretch
from claimtrack.text.folding import fold
from claimtrack.text.matching import Match, Phrases, Variants, start_after
from claimtrack.text.tokens import Token, tokenize

OPENING = (
    "month",
    "hijri_month",
    "month_word",
    "weekday",
    "weekday_short",
    "unit",
    "dual",
    "one",
    "past_one",
    "ago_before",
    "day_word",
    "near_before",
    "season",
    "quarter",
    "half",
    "quarter_letter",
    "part",
    "decade",
    "century",
    "centuries",
    "year_word",
    "era_ad",
    "every",
    "every_other",
    "times_word",
    "frequency",
    "ahead_before",
    "beside",
    "same_period",
    "era_hijri",
    "final",
    "weekend",
    "millennium",
    "beside_count_before",
    "feast",
    "loose_feast",
    "one_more",
    "whole",
    "rest",
    "all_one",
    "weekdays",
    "bare_weekday",
    "the",
)
"""The sections of phrases that a time may begin with."""
_LEADING = frozenset({"the", "one", "every", "near_before", "ahead_before", "ago_before"})
"""Those of them that only lead up to a time: no time where no word of time and no number follows at once."""
_OPENING = frozenset(OPENING)
_NOTHING: Mapping[str, Match[str]] = {}
_REMEMBERED = 20_000
"""Words of which is remembered what they begin."""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """`roles` holds the phrases of each section of the files, `openers` the sections that a word may begin a phrase of;
    `gate` all words that can begin a time."""

    language: Language
    variants: Variants
    roles: Mapping[str, Phrases[str]]
    openers: Mapping[str, tuple[str, ...]]
    gate: frozenset[str]
    month_first: bool
    capitals: bool
    article: str
    length_particles: tuple[str, ...]
    deadline_particles: tuple[str, ...]
    to_do: frozenset[str]
    joiner: str
    imperfect_heads: tuple[str, ...]
    possessive: frozenset[str]
    _begun: dict[str, tuple[tuple[str, Phrases[str]], ...]] = field(default_factory=dict, compare=False, repr=False)
    _opening: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    def opens(self, token: Token) -> bool:
        """Whether `token` is the first word of a phrase that a time may begin with."""
        word, gate = token.fold, self.gate
        found = self._opening.get(word)
        if found is None:
            if len(self._opening) >= _REMEMBERED:
                self._opening.clear()
            found = self._opening[word] = word in gate or any(rest in gate for _, rest in self.variants(word))
        return found

    def begun(self, word: str) -> tuple[tuple[str, Phrases[str]], ...]:
        """The sections of which a phrase may begin with a folded word, with their phrases; for most words none."""
        found = self._begun.get(word)
        if found is None:
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            asked = {role for _, rest in self.variants(word) for role in self.openers.get(rest, ())}
            found = self._begun[word] = tuple((role, self.roles[role]) for role in asked)
        return found


@cache
def time_words(code: str) -> TimeWords:
    """The compiled lists of a language."""
    language = load(code)
    times, months = language.data("times"), language.data("months")
    entries: dict[str, list[tuple[str, str]]] = {}
    for role, section in (*times.items(), *months.items()):
        if role != "style":
            entries.setdefault(role, []).extend(_entries(section))
    roles = {role: Phrases(found, language.hooks.variants) for role, found in entries.items()}
    opening = {tokenize(phrase)[0].fold for role in OPENING for phrase, _ in entries.get(role, ())}
    style = times.get("style", {})
    openers: dict[str, tuple[str, ...]] = {}
    for role, phrases in roles.items():
        for word in phrases.openers:
            openers[word] = (*openers.get(word, ()), role)
    return TimeWords(
        language,
        language.hooks.variants,
        roles,
        openers,
        frozenset(opening),
        bool(style.get("month_first")),
        bool(style.get("capitals")),
        str(style.get("article", "")),
        tuple(style.get("length_particles", ())),
        tuple(style.get("deadline_particles", ())),
        folded_set(style.get("to_do", ())),
        str(style.get("joiner", "")),
        tuple(style.get("imperfect_heads", ())),
        folded_set(phrase for phrase, _ in entries.get("possessive", ())),
    )


def _entries(section: Mapping[str, Any] | Iterable[str]) -> Iterator[tuple[str, str]]:
    """A section is a table of value → phrases, or one list whose value is the empty string."""
    if isinstance(section, Mapping):
        for value, phrases in section.items():
            yield from ((phrase, value) for phrase in phrases)
    else:
        yield from ((phrase, "") for phrase in section)


class _Found(dict[int, Mapping[str, Match[str]]]):
    """All phrases that begin at a token, by role, looked up when the token is first asked for; none beyond the text."""

    __slots__ = ("_tokens", "_words")

    def __init__(self, tokens: Sequence[Token], words: TimeWords) -> None:
        super().__init__()
        self._tokens, self._words = tokens, words

    def __missing__(self, i: int) -> Mapping[str, Match[str]]:
        begun = self._words.begun(self._tokens[i].fold) if 0 <= i < len(self._tokens) else ()
        found: Mapping[str, Match[str]] = _NOTHING  # most words begin nothing
        if begun:
            found = {role: hit for role, phrases in begun if (hit := phrases.at(self._tokens, i)) is not None}
        self[i] = found
        return found


class TimeText:
    """A text seen through the time words of its language; each method says what stands at a token."""

    __slots__ = ("_found", "been", "numbers", "percent", "tags", "tokens", "told", "words")

    def __init__(
        self,
        tokens: Sequence[Token],
        words: TimeWords,
        numbers: Iterable[NumberHit],
        tags: Sequence[str] = (),
        told: Stretch | None = None,
        been: Stretch | None = None,
        percent: Collection[int] = (),
    ) -> None:
        self._found = _Found(tokens, words)
        self.tokens = tokens
        self.words = words
        self.tags = tags
        self.told = told  # the days of the date that the text told last
        self.been = been  # the same of the last date that does not lie ahead
        self.percent = percent  # the tokens of "per cent"
        self.numbers = {hit.first: hit for hit in numbers}

    def token(self, i: int) -> Token | None:
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def opens(self, i: int) -> bool:
        """Whether a time may begin at token `i`; everything else is passed over at once."""
        if i in self.numbers or self.tokens[i].kind == "number":
            return True
        if not self.words.opens(self.tokens[i]):
            return False
        found = self._found[i]
        opening = _OPENING & found.keys()
        if not opening <= _LEADING:
            return True
        return any(self._goes_on(found[role].last) for role in opening)

    def _goes_on(self, i: int) -> bool:
        """Whether token `i` may be of a time: any but a word that begins no phrase."""
        if i >= len(self.tokens):
            return False
        return not self.tokens[i].is_word or i in self.numbers or bool(self._found[i])

    def word(self, role: str, i: int) -> Match[str] | None:
        """The longest phrase of `role` that begins at token `i`."""
        return self._found[i].get(role)

    def may_open(self, role: str, i: int) -> bool:
        """Whether a phrase of `role` may begin at token `i`: a cheaper question than what it is."""
        return self.tokens[i].fold in self.words.roles[role].openers

    def plain(self, role: str, i: int) -> Match[str] | None:
        """The same, with nothing attached before it."""
        found = self.word(role, i)
        return found if found is not None and not found.prefix else None

    def after(self, role: str, i: int) -> int:
        """The token after a phrase of `role` at `i`, or `i` itself where there is none."""
        found = self.word(role, i)
        return found.last if found else i

    def before(self, role: str, i: int) -> bool:
        """Whether a phrase of `role` ends right before token `i` (phrases of up to three words)."""
        for first in range(max(0, i - 3), i):
            found = self.word(role, first)
            if found is not None and found.last == i:
                return True
        return False

    def mark(self, i: int, marks: str) -> bool:
        token = self.token(i)
        return token is not None and token.kind == "mark" and token.text in marks

    def is_capital(self, i: int) -> bool:
        token = self.token(i)
        return token is not None and token.text[:1].isupper()

    def digits(self, i: int, least: int = 1, most: int = 4) -> int | None:
        """The whole number written in `least` to `most` digits at token `i`."""
        token = self.token(i)
        if token is None or token.kind != "number" or not least <= len(token.norm) <= most or not token.norm.isdigit():
            return None
        return int(token.norm)

    def start(self, i: int, prefix: str) -> int:
        return start_after(self.tokens[i], prefix) if prefix else self.tokens[i].start

    def tag(self, i: int) -> str:
        """The word class of token `i`, without particles; empty where the text is not tagged."""
        return self.whole_tag(i).rpartition("|")[2]

    def whole_tag(self, i: int) -> str:
        """The word class of token `i` as the tagger gave it, with the particles attached to it."""
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def is_possessive(self, i: int) -> bool:
        """Whether token `i` is the 's of "last year's", which is a token only behind its word."""
        token = self.token(i)
        return token is not None and token.kind == "clitic" and token.fold in self.words.possessive

    def names_a_thing(self, i: int) -> bool:
        """Whether token `i` is a word with a meaning of its own, not one that only joins."""
        token = self.token(i)
        return token is not None and token.kind == "word" and self.word("function", i) is None

    def is_time_word(self, i: int) -> bool:
        """Whether token `i` names a weekday or a month, whatever its tag says."""
        return self.word("weekday", i) is not None or self.word("month", i) is not None

    def folded(self, i: int) -> str:
        token = self.token(i)
        return token.fold if token else ""


def folded_set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
