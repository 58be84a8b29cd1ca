"""Multiples: doubled, tripled, multiplied five times: the size of a change; twice as many: two times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.quantities.bounds import Surroundings
from claimtrack.model.mentions import Quantity
from claimtrack.text.folding import fold
from claimtrack.text.matching import start_after
from claimtrack.text.tokens import Token

_NEAR = 5  # words between a verb that multiplies and how often


def multiplied(tokens: Sequence[Token], around: Surroundings, claimed: bytearray, found: Sequence[Hit]) -> list[Hit]:
    """The quantities of `found` and those that a word of multiplying says, where nobody has claimed its token."""
    out = list(found)
    for k, last, times in _words(tokens, around, claimed):
        told = next((n for n, hit in enumerate(out) if last <= hit.first < last + _NEAR and _is_often(hit)), None)
        if told is not None:
            out[told] = _changed(out[told])
            continue
        start, end = tokens[k].start, tokens[last - 1].end
        value = Quantity(start=start, end=end, value=times, change="multiply")
        out.append(Hit("quantity", k, last, start, end, value))
    return out


def _words(tokens: Sequence[Token], around: Surroundings, claimed: bytearray) -> Iterator[tuple[int, int, Decimal]]:
    for k in range(len(tokens)):
        verb = around.words.multiply.at(tokens, k) if not claimed[k] else None
        if verb is not None:
            yield k, verb.last, Decimal(verb.payload)


def _is_often(hit: Hit) -> bool:
    """Multiplied five times: the number of times is the size of the change."""
    return isinstance(hit.value, Quantity) and hit.value.unit == "time"


def _changed(hit: Hit) -> Hit:
    assert isinstance(hit.value, Quantity)
    return replace(hit, value=hit.value.model_copy(update={"change": "multiply"}))


@dataclass(frozen=True, slots=True)
class _DoubleWords:
    """The words of `[double]` in `bounds.toml`, folded."""

    words: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    measuring: frozenset[str]
    bearing: frozenset[str]
    being: frozenset[str]
    quantities: frozenset[str]
    no_noun: frozenset[str]
    no_adjective: frozenset[str]
    own: tuple[str, ...]
    ends: tuple[str, ...]
    article: str


@cache
def _double_words(language: Language) -> _DoubleWords:
    def words(key: str) -> frozenset[str]:
        return language.folded("bounds", "double", key)

    return _DoubleWords(
        words=words("words"),
        after=words("after"),
        before=words("before"),
        measuring=words("measuring"),
        bearing=words("bearing"),
        being=words("being"),
        quantities=words("quantities") | frozenset(_before_pronouns(language)),
        no_noun=words("no_noun"),
        no_adjective=words("no_adjective"),
        own=tuple(words("own")),
        ends=tuple(words("words")),
        article=language.data("numbers")["style"]["article"],
    )


def _before_pronouns(language: Language) -> Iterator[str]:
    """The nouns of quantities as a pronoun changes their ending."""
    endings = language.data("units").get("endings", {"round": "", "round_other": []})
    for noun in language.entry("bounds", "double", "quantities") if endings["round"] else ():
        yield from (fold(noun[:-1] + end) for end in endings["round_other"] if noun.endswith(endings["round"]))


def doublings(
    tokens: Sequence[Token], around: Surroundings, claimed: bytearray, language: Language
) -> Iterator[tuple[int, int, int]]:
    """Where "twice as deep", "twice the size" say two times: first and last token, and the offset of the start.

    The Arabic noun also says weakness, and counts only where what stands beside it measures something.
    """
    words = _double_words(language)
    ends = words.ends
    for k, token in enumerate(tokens):
        if not token.fold.endswith(ends) or claimed[k]:
            continue
        for prefix, word in language.hooks.variants(token.fold):
            if word in words.words and _doubles(tokens, k, prefix, around, words):
                yield k, k + 1, start_after(token, prefix) if prefix else token.start
                break


def _doubles(tokens: Sequence[Token], k: int, prefix: str, around: Surroundings, words: _DoubleWords) -> bool:
    """Whether the word at token `k` says two times of something."""
    after = tokens[k + 1].fold if k + 1 < len(tokens) else ""
    changed = k > 0 and tokens[k - 1].fold in around.words.change_to | around.words.change_by
    changed = changed and any(j in around.change_at for j in range(max(0, k - 1 - _NEAR), k - 1))
    if words.article and prefix.endswith(words.article):
        return changed  # rose to the double
    if after in words.after:
        further = tokens[k + 2] if k + 2 < len(tokens) else None
        compares = further is not None and further.text.islower() and further.fold not in words.no_adjective
        return bool(words.article) or after != "as" or compares
    if (
        not after
        or (prefix and prefix not in around.words.and_)
        or tokens[k + 1].kind != "word"
        or after in words.no_noun
    ):
        return False
    quantity = _is_quantity(tokens, k + 1, words)
    before = tokens[k - 1].fold if k else ""
    bound = around.comparator_before(k, 0)
    named = quantity or _is_definite(tokens[k + 1], words)
    if named and (before in words.before or (bound is not None and (k - bound[0] > 1 or bound[1] == "≈"))):
        return True
    if before in words.measuring or (quantity and (changed or not words.article)):
        return True
    return bool(before) and before not in words.no_noun and _measured(around, k, quantity, words)


def _is_quantity(tokens: Sequence[Token], k: int, words: _DoubleWords) -> bool:
    """Whether the noun at token `k`, behind its article or with a pronoun, names what is measured."""
    if tokens[k].fold in words.own and k + 1 < len(tokens):
        k += 1
    word = tokens[k].fold.removeprefix(words.article)
    return word in words.quantities or any(word.removesuffix(own) in words.quantities for own in words.own)


def _is_definite(token: Token, words: _DoubleWords) -> bool:
    """Whether a noun has its article or a pronoun."""
    return bool(words.article) and (token.fold.startswith(words.article) or token.norm.endswith(words.own))


def _measured(around: Surroundings, k: int, quantity: bool, words: _DoubleWords) -> bool:
    """Whether a verb near says that what follows is a size: the cost came to twice the budget."""
    tokens = around.tokens
    named, counted = quantity or _is_definite(tokens[k + 1], words), False
    for j in range(k - 1, max(-1, k - 1 - _NEAR), -1):
        if tokens[j].kind != "word":
            return False
        verb = tokens[j].fold
        verb = verb[1:] if verb[:1] in around.words.and_ else verb
        if verb in words.measuring:
            return named
        if verb in words.bearing:
            return quantity
        if verb in words.being:
            return quantity and (counted or j == k - 1)
        counted = counted or _is_quantity(tokens, j, words)
    return False
