"""A statement of known claims for the tests of the command line, and the reading of its JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from typer.testing import Result

from claimtrack.model import Claim, Document, Extraction, Quantity, Sentence

TEXT = (
    "Statement of the day.\n"
    "بلغ عدد مستخدمي تيليجرام 950 مليون مستخدم. حُجبت في روسيا.\n"
    "We have 12 million subscribers. We love freedom.\n"
)
Run = Callable[..., Result]


def _claim(id: str, quote: str, **fields: Any) -> Claim:
    start = TEXT.index(quote)
    return Claim(
        id=id,
        start=start,
        end=start + len(quote),
        quote=quote,
        text=fields.pop("text", quote),
        score=0.5,
        reasons=("a specific number",),
        **fields,
    )


def extraction() -> Extraction:
    """What an engine would find in TEXT."""
    users = TEXT.index("950 مليون مستخدم")
    subscribers = TEXT.index("12 million subscribers")
    claims = (
        _claim(
            "c1",
            "بلغ عدد مستخدمي تيليجرام 950 مليون مستخدم",
            kind="quantity",
            gloss="950M users · Telegram",
            speaker="بافيل دوروف",
            attribution="direct",
            subject="تيليجرام",
            quantities=(Quantity(value=950_000_000, unit="user", start=users, end=users + 16),),
        ),
        _claim("c2", "حُجبت في روسيا", kind="event", gloss="blocked · Russia", places=("RU",)),
        _claim(
            "c3",
            "We have 12 million subscribers",
            kind="quantity",
            gloss=">12M subscribers",
            quantities=(
                Quantity(
                    value=12_000_000,
                    comparator=">",
                    unit="subscriber",
                    start=subscribers,
                    end=subscribers + 22,
                ),
            ),
        ),
        _claim("c4", "We love freedom", kind="opinion", gloss="love", checkable=False),
    )
    starts = [0, *(TEXT.index(each.quote) for each in claims)]
    ends = [TEXT.index("\n"), *(TEXT.index(each.quote) + len(each.quote) + 1 for each in claims)]
    sentences = tuple(
        Sentence(
            start=start,
            end=end,
            role="heading" if start == 0 else "body",
            set_aside="heading" if start == 0 else None,
        )
        for start, end in zip(starts, ends, strict=True)
    )
    document = Document(language="ar", published="2024-09-06")
    return Extraction(document=document, sentences=sentences, claims=claims)


def read_json(result: Result) -> Any:
    """The JSON on stdout of a command that went well."""
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
