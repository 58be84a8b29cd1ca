"""Small extractions built by hand, for tests that need a tracker with something in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from claimtrack.model import Claim, Document, Extraction, Predicate, Quantity, Sentence

TEXT = (
    "Telegram has 950 million users. Its channel has more than 12 million subscribers. "
    "Russia blocked Telegram. Iran blocked Telegram. It is the best app."
)
ARABIC = "قال المستخدمون إن عدد مستخدمي تيليجرام بلغ 950 مليون مستخدم. حُظر التطبيق في روسيا."


def claim(text: str, quote: str, **fields: Any) -> Claim:
    """A claim at the first place of `quote`."""
    start = text.index(quote)
    given: dict[str, Any] = {
        "id": f"c{start}",
        "kind": "event",
        "text": quote,
        "gloss": quote,
        "score": 0.5,
        "speaker": "Pavel Durov",
    }
    return Claim(start=start, end=start + len(quote), quote=quote, **(given | fields))


def quantity(text: str, words: str, value: int | str, unit: str, **fields: Any) -> Quantity:
    """A quantity at the first place of `words`."""
    start = text.index(words)
    return Quantity(value=Decimal(value), unit=unit, start=start, end=start + len(words), **fields)


def english(**about: Any) -> Extraction:
    """Five claims of an English statement; the last is an opinion."""
    users = quantity(TEXT, "950 million users", 950_000_000, "user")
    subscribers = quantity(TEXT, "12 million subscribers", 12_000_000, "subscriber", comparator=">")
    blocked = Predicate(text="blocked", lemma="block", english="blocked")
    claims = (
        claim(
            TEXT,
            "Telegram has 950 million users",
            kind="quantity",
            gloss="950M users · Telegram",
            subject="Telegram",
            quantities=(users,),
        ),
        claim(
            TEXT,
            "Its channel has more than 12 million subscribers",
            kind="quantity",
            gloss=">12M subscribers",
            subject="channel",
            quantities=(subscribers,),
        ),
        claim(TEXT, "Russia blocked Telegram", gloss="blocked · Russia", places=("RU",), predicate=blocked),
        claim(TEXT, "Iran blocked Telegram", gloss="blocked · Iran", places=("IR",), predicate=blocked),
        claim(TEXT, "It is the best app", kind="opinion", checkable=False),
    )
    document = Document(**({"language": "en", "published": "2024-09-06", "speaker": "Pavel Durov"} | about))
    return Extraction(document=document, sentences=(Sentence(start=0, end=len(TEXT)),), claims=claims)


def arabic() -> Extraction:
    """Two claims of an Arabic text, one of which repeats an English one."""
    users = quantity(ARABIC, "950 مليون مستخدم", 950_000_000, "user")
    claims = (
        claim(
            ARABIC,
            "عدد مستخدمي تيليجرام بلغ 950 مليون مستخدم",
            kind="quantity",
            gloss="950M users · Telegram",
            subject="Telegram",
            quantities=(users,),
        ),
        claim(
            ARABIC,
            "حُظر التطبيق في روسيا",
            gloss="blocked · Russia",
            places=("RU",),
            predicate=Predicate(text="حُظر", lemma="حظر", english="blocked"),
        ),
    )
    return Extraction(document=Document(language="ar", published="2024-09-06"), claims=claims)


class Clock:
    """A clock that goes on by a second at each look, from a fixed day."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 9, 7, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment
