"""Phrase matching: the longest phrase, particles before it, and the folding of both sides."""

from __future__ import annotations

from claimtrack.text.matching import Phrases, start_after
from claimtrack.text.tokens import tokenize


def plain(word: str) -> tuple[tuple[str, str], ...]:
    return (("", word),)


def with_waw(word: str) -> tuple[tuple[str, str], ...]:
    return (("", word), ("و", word[1:])) if word.startswith("و") else (("", word),)


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([("new york", "city"), ("new york times", "paper")], plain)
    match = phrases.at(tokenize("The New York Times said"), 1)
    assert match is not None
    assert (match.first, match.last, match.payload) == (1, 4, "paper")


def test_no_phrase_begins_here() -> None:
    phrases = Phrases([("new york", "city")], plain)
    assert phrases.at(tokenize("York is new"), 0) is None
    assert phrases.at(tokenize("new"), 0) is None


def test_a_particle_before_the_first_word() -> None:
    phrases = Phrases([("روسيا", "RU")], with_waw)
    tokens = tokenize("إيران وروسيا")
    match = phrases.at(tokens, 1)
    assert match is not None
    assert (match.prefix, match.payload) == ("و", "RU")
    assert "إيران وروسيا"[start_after(tokens[1], match.prefix) :] == "روسيا"


def test_both_sides_are_folded() -> None:
    phrases = Phrases([("الأُمم المتحدة", "UN")], plain)
    assert phrases.at(tokenize("الامم المتحده"), 0) is not None
