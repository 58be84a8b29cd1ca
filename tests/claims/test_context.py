"""What the sentence adds: the place of a passive without a doer is the one country that acts in its sentence."""

from __future__ import annotations

import pytest

from claimtrack import extract


def _places(text: str, code: str, words: str) -> list[tuple[str, ...]]:
    return [claim.places for claim in extract(text, language=code).claims if words in claim.quote]


@pytest.mark.parametrize(
    ("code", "text", "asker", "blocked", "refused"),
    [
        (
            "en",
            "When Russia asked us for the keys, we refused, and the service was blocked.",
            "Russia",
            "was blocked",
            "we refused",
        ),
        ("ar", "طلبت منا روسيا المفاتيح فرفضنا وتم حظر التطبيق.", "روسيا", "حظر", "رفضنا"),
    ],
)
def test_the_acting_country_is_where_the_passive_happens(
    code: str, text: str, asker: str, blocked: str, refused: str
) -> None:
    assert _places(text, code, blocked) == [("RU",)]
    alone = [c for c in extract(text, language=code).claims if refused in c.quote and asker not in c.quote]
    assert all(c.places == () for c in alone if blocked not in c.quote)


def test_two_acting_countries_imply_nothing() -> None:
    text = "Russia asked for the keys, Iran asked for the names, and the service was blocked."
    assert _places(text, "en", "was blocked") == [()]


def test_a_passive_with_its_doer_needs_no_place() -> None:
    text = "Russia asked for the keys, and the service was blocked by its owner."
    assert all(places == () for places in _places(text, "en", "was blocked by"))
