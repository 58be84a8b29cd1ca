"""What stands around a number: comparators, ranges, rates and change, from `bounds.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, cast

from claimtrack.languages import load
from claimtrack.model.mentions import Comparator
from claimtrack.text.folding import fold
from claimtrack.text.matching import Phrases
from claimtrack.text.tokens import Token

_FAR = 10  # words between a verb that bounds and its number
_FAR_CHANGE = 18  # words between a verb of change and the end of a change that is told from its beginning
_TAG = 12  # tokens of a mark-up tag
_ARROW = frozenset("-=\u2013\u2014<>")
_EQUAL = {"<": "\u2264", ">": "\u2265"}
_SUBJECT = 3  # words of what changes, between the verb and the size
_NEAR_RANGE = 4  # tokens between the name of a range and its first number


@dataclass(frozen=True, slots=True)
class BoundWords:
    """The phrases of one language; single folded words where a set is enough."""

    before: Phrases[str]
    after: Phrases[str]
    far: Phrases[str]
    split: Phrases[str]
    rate: Phrases[str]
    rate_before: Phrases[str]
    change: Phrases[str]
    multiply: Phrases[str]
    between: Phrases[bool]
    or_equal: Phrases[bool]
    after_adjective: Phrases[str]
    denied_than: Phrases[bool]
    from_: frozenset[str]
    to: frozenset[str]
    and_: frozenset[str]
    change_to: frozenset[str]
    change_by: frozenset[str]
    level_after: frozenset[str]
    split_end: frozenset[str]
    rate_not_after: frozenset[str]
    rate_not_before: frozenset[str]
    rate_apart: frozenset[str]
    range_named: frozenset[str]
    spread: frozenset[str]
    denied: frozenset[str]
    denied_link: frozenset[str]
    denied_stop: frozenset[str]
    no_subject: frozenset[str]
    subject_article: frozenset[str]
    change_nouns: frozenset[str]
    reached: frozenset[str]
    reached_count: frozenset[str]
    changing: frozenset[str]
    particle_of: frozenset[str]
    particles: frozenset[str]
    no_more: frozenset[str]
    among: frozenset[str]


@cache
def bound_words(code: str) -> BoundWords:
    """The bounds of language `code`."""
    language = load(code)
    data = language.data("bounds")
    variants = language.hooks.variants

    def phrases(*keys: str) -> Phrases[str]:
        return Phrases(((phrase, name) for key in keys for name, phrase in _named(data[key])), variants)

    change = {name: data["change"][name] for name in ("rise", "fall")}
    span, turn = data["range"], data["change"]
    return BoundWords(
        phrases("before"),
        phrases("after"),
        phrases("far"),
        phrases("split"),
        phrases("rate"),
        phrases("rate_before"),
        Phrases(((phrase, name) for name, phrase in _named(change)), variants),
        phrases("multiply"),
        Phrases(((phrase, True) for phrase in span["between"]), variants),
        Phrases(((phrase, True) for phrase in data["or_equal"]["words"]), variants),
        phrases("after_adjective"),
        Phrases(((phrase, True) for phrase in data["denied"]["than"]), variants),
        *(
            frozenset(map(fold, words))
            for words in (
                *(
                    span["from"],
                    span["to"],
                    span["and"],
                    turn["to"],
                    turn["by"],
                    turn["level_after"],
                    data["split_end"]["words"],
                ),
                *(data["rate_limits"][name] for name in ("not_after", "not_before", "apart")),
                *(span["named"], span["spread"]),
                *(data["denied"]["words"], data["denied"]["link"], data["denied"]["stop"]),
                *(turn["no_subject"], turn["subject_article"], turn["nouns"]),
                *(turn["reached"], turn["reached_count"], span["changing"], turn["particle_of"]),
                turn["particles"],
                *(data["no_more"]["words"], data["no_more"]["among"]),
            )
        ),
    )


def _named(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, phrases in table.items():
        for phrase in phrases:
            yield name, phrase


@lru_cache(maxsize=8192)
def _may_open(code: str, word: str) -> bool:
    """Whether one of the phrases that `Surroundings` notes may begin with a folded word; with most words none does."""
    words = bound_words(code)
    noted = (words.before, words.far, words.split, words.between, words.change)
    return any(phrases.may_begin(word) for phrases in noted)


_LISTS = frozenset({"before_end", "between_end", "change_at", "far_at", "split_at"})


class Surroundings:
    """Where in a text the bound phrases stand.

    All lists are made in one pass over the tokens, and not before one is asked for: most sentences count nothing.
    """

    __slots__ = (*_LISTS, "_code", "tokens", "words")

    before_end: dict[int, tuple[int, str]]
    between_end: dict[int, int]
    change_at: dict[int, tuple[int, str]]
    far_at: dict[int, str]
    split_at: dict[int, str]

    def __init__(self, tokens: Sequence[Token], code: str) -> None:
        self.tokens, self.words, self._code = tokens, bound_words(code), code

    def __getattr__(self, name: str) -> Any:
        """What is asked for in vain, because it has not been made: a list, which is made now with all others."""
        if name not in _LISTS:
            raise AttributeError(name)
        self._note_all()
        return getattr(self, name)

    def _note_all(self) -> None:
        self.before_end, self.between_end, self.change_at, self.far_at, self.split_at = {}, {}, {}, {}, {}
        for i, token in enumerate(self.tokens):
            if token.kind != "number" and _may_open(self._code, token.fold):
                self._note(i)

    def _note(self, i: int) -> None:
        words = self.words
        if (
            (bound := words.before.at(self.tokens, i)) is not None
            and bound.last not in self.before_end
            and self._may_bound(i)
        ):
            self.before_end[bound.last] = (i, bound.payload)
        if (far := words.far.at(self.tokens, i)) is not None:
            self.far_at.setdefault(far.last - 1, far.payload)  # "did not exceed" begins before "exceed"
        if (split := words.split.at(self.tokens, i)) is not None:
            self.split_at.setdefault(split.last - 1, split.payload)
        if (between := words.between.at(self.tokens, i)) is not None:
            self.between_end[between.last] = i
        if (change := words.change.at(self.tokens, i)) is not None and not self._is_level(i):
            self.change_at[i] = (change.last, change.payload)

    def _may_bound(self, i: int) -> bool:
        """Not the end of a mark-up tag, an arrow, nor the sign that a quoted line of a letter begins with."""
        if self.tokens[i].text not in "<>":
            return True
        opened = any(token.text == "<" for token in self.tokens[max(0, i - _TAG) : i])
        arrow = i > 0 and not self.tokens[i].spaced and self.tokens[i - 1].text in _ARROW
        quoted = i == 0 and self.tokens[i + 1].spaced if i + 1 < len(self.tokens) else False
        return not (opened or arrow or quoted)

    def _is_level(self, i: int) -> bool:
        """At a height of: the noun that elsewhere says a rise; shot down, set up: a particle that is no change."""
        before = self.tokens[i - 1].fold if i else ""
        return before in self.words.level_after or (
            before in self.words.particle_of and self.tokens[i].fold in self.words.particles
        )

    def comparator_before(self, k: int, floor: int) -> tuple[int, Comparator] | None:
        """The comparator that ends right before token `k`, and where it begins."""
        found = self.before_end.get(k)
        if found is not None and found[0] >= floor:
            further = self.before_end.get(found[0])
            if found[1] in "=≈" and further is not None and further[1] not in "=≈":
                found = further
            return found[0], cast(Comparator, found[1])
        return None

    def reached(self, begins: tuple[int, int], comparator: Comparator, measured: bool) -> tuple[int, Comparator]:
        """edged up to 6 percent, rose up to 47: no bound where the words of one tell what a change came to.

        `begins`: the tokens where the bound and its number begin. A share or a sum that something rose up to may be the
        most that it rose by.
        """
        first, number = begins
        if comparator != "≤" or not first or (first + 1, "rise") != self.change_at.get(first):
            return first, comparator
        verb = self.tokens[first - 1].fold
        if verb in self.words.reached or (not measured and verb in self.words.reached_count):
            return number, "="
        return first, comparator

    def far_comparator(self, k: int, floor: int) -> Comparator | None:
        """A verb of exceeding with its subject between it and the number."""
        for i in range(k - 1, max(k - _FAR, floor - 1, -1), -1):
            if self.tokens[i].kind != "word":
                return None
            if i in self.far_at and i >= k - 5:
                return cast(Comparator, self.far_at[i])
            if i in self.split_at and i < k - 1 and self.tokens[k - 1].fold in self.words.split_end:
                return cast(Comparator, self.split_at[i])
        return None

    def comparator_after(self, k: int) -> tuple[int, Comparator] | None:
        """The comparator that begins at token `k`, and where it ends."""
        found = self.words.after.at(self.tokens, k) if k < len(self.tokens) else None
        return (found.last, cast(Comparator, found.payload)) if found is not None and not found.prefix else None

    def comparator_further(self, k: int, following: int) -> tuple[int, Comparator] | None:
        """two points in dispute at least: the comparator behind the adjective at token `k`, and where it ends."""
        if k + 1 >= len(self.tokens) or self.tokens[k].kind != "word" or self.tokens[k].fold[:1] in self.words.and_:
            return None
        found = self.words.after_adjective.at(self.tokens, k + 1)
        if found is None or found.prefix or (found.last == following and following < len(self.tokens)):
            return None
        return found.last, cast(Comparator, found.payload)

    def or_equal(self, k: int, comparator: Comparator) -> tuple[int, Comparator] | None:
        """less than 5 or equal: the comparator with what is said behind the number, and where that ends."""
        found = self.words.or_equal.at(self.tokens, k) if comparator in _EQUAL and k < len(self.tokens) else None
        return (found.last, cast(Comparator, _EQUAL[comparator])) if found is not None and not found.prefix else None

    def names_range(self, k: int) -> bool:
        """Whether what stands before token `k` is the name of a range."""
        return any(token.fold in self.words.range_named for token in self.tokens[max(0, k - _NEAR_RANGE) : k])

    def rate(self, first: int, last: int, floor: int, ceiling: int) -> tuple[str | None, int]:
        """The period of a rate after the quantity (or before it), and the token where the phrase ends."""
        for i in range(last, min(last + 6, ceiling, len(self.tokens))):
            found = self.words.rate.at(self.tokens, i)
            if found is not None and not found.prefix and self.is_rate(i, found.last, last):
                return found.payload, found.last if i == last else last
            if self._ends_rate(i):
                break
        for i in range(first - 1, max(first - 7, floor - 1, -1), -1):
            if self.tokens[i].kind == "mark" or self.tokens[i].fold in self.words.rate_apart:
                break
            found = self.words.rate_before.at(self.tokens, i)
            if found is not None:
                return found.payload, last
        return None, last

    def _ends_rate(self, i: int) -> bool:
        """Whether what follows token `i` is no rate of a quantity before it.

        Two thirds live on less than $2 a day: the rate is that of the bounded number. Ten times the country's yearly
        budget: it is that of what is owned.
        """
        token = self.tokens[i]
        if token.kind == "clitic" or (token.kind == "mark" and token.text not in "-/"):
            return True
        return any(first == i for first, _ in self.before_end.values())

    def _is_adverbial(self, first: int, last: int) -> bool:
        """Prices rose the 3 percent: nothing but what changed stands between the verb and the size of its change."""
        between = self.tokens[first:last]
        article = tuple(self.words.subject_article)
        if not article or not 0 < len(between) <= _SUBJECT or not any(t.fold.startswith(article) for t in between):
            return False
        return all(token.kind == "word" and token.fold not in self.words.no_subject for token in between)

    def is_rate(self, i: int, end: int, last: int) -> bool:
        """Whether the words of a rate at token `i` are one: not "from a year earlier", "in a second runway"."""
        follow = self.tokens[end] if end < len(self.tokens) else None
        if follow is not None and (follow.fold in self.words.rate_not_before or follow.kind == "number"):
            return False
        return i == last or self.tokens[i - 1].fold not in self.words.rate_not_after

    def change(self, first: int, floor: int, prefix: str, measured: bool = False) -> str | None:
        """rise_to, rise_by, fall_to, fall_by: from the verb before and the particle between.

        `measured`: whether the quantity is a share, a measure or money, which may be the change without a particle.
        """
        to_here = first > 0 and self.tokens[first - 1].fold in self.words.change_to
        opened = to_here and any(token.fold in self.words.from_ for token in self.tokens[max(0, first - 8) : first])
        reach = first - (_FAR_CHANGE if opened else _FAR)  # rose in the towns of the north from 3 to 5
        for i in range(first - 1, max(reach, (0 if to_here else floor) - 1, -1), -1):
            if self.tokens[i].kind == "mark" and self.tokens[i].text in ".;:!?\u061b\u061f":
                return None
            found = self.change_at.get(i)
            if found is None:
                continue
            between = {token.fold for token in self.tokens[found[0] : first]}
            if between & self.words.change_to or self.tokens[first].fold in self.words.change_to:
                return found[1] + "_to"
            if found[0] == first or prefix or between & self.words.change_by:
                return found[1] + "_by"
            verb = self.tokens[i].fold not in self.words.change_nouns
            if measured and verb and self._is_adverbial(found[0], first):
                return found[1] + "_by"
        return None
