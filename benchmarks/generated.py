"""A tracker of any size for measuring: documents whose claims differ in numbers, places, speakers and words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from claimtrack import Tracker
from claimtrack.model import Claim, Document, Extraction, Predicate, Quantity, Sentence

PLACES = ("RU", "IR", "FR", "EG", "US", "CN", "DE", "TR")
UNITS = ("user", "subscriber", "worker", "dollar")
SPEAKERS = ("Pavel Durov", "Mona Saleh", "the ministry", "Ali Hassan", "the company")
DEEDS = ("blocked", "opened", "closed", "sued")


def statement(number: int, claims: int) -> tuple[str, Extraction]:
    """A text of so many sentences, and the claims in it; every third text is Arabic."""
    arabic = number % 3 == 2
    parts: list[str] = []
    found: list[Claim] = []
    at = 0
    for index in range(claims):
        sentence, claim = _sentence(number * claims + index, at, arabic)
        parts.append(sentence)
        found.append(claim)
        at += len(sentence) + 1
    text = " ".join(parts)
    day = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
    document = Document(language="ar" if arabic else "en", published=day, speaker=SPEAKERS[number % 5])
    return text, Extraction(document=document, sentences=(Sentence(start=0, end=len(text)),), claims=tuple(found))


def _sentence(n: int, at: int, arabic: bool) -> tuple[str, Claim]:
    unit, place, deed = UNITS[n % 4], PLACES[n // 3 % 8], DEEDS[n // 5 % 4]
    value = 1000 + n * 37 % 900_000
    if arabic:
        start = f"الشركة {n} قالت إن لديها "
        words = f"{value} مستخدم"
        rest = " في العام الماضي بعد أن أعلنت الحكومة قرارها."
    else:
        start = f"Company {n} {deed} an office and said that it has "
        words = f"{value} {unit}s"
        rest = " since the government announced its decision last year."
    sentence = start + words + rest
    opening = at + len(start)
    quantity = Quantity(value=Decimal(value), unit=unit, unit_text=unit, start=opening, end=opening + len(words))
    claim = Claim(
        id=f"c{at}",
        start=at,
        end=at + len(sentence),
        quote=sentence,
        kind="quantity" if n % 2 else "event",
        checkable=n % 6 != 0,
        speaker=SPEAKERS[n % 5],
        subject=f"Company {n}",
        text=sentence,
        gloss=f"{deed} · {value} {unit}s · Company {n}",
        score=round(n % 100 / 100, 2),
        quantities=(quantity,),
        places=(place,) if n % 3 == 0 else (),
        predicate=Predicate(text=deed, lemma=deed, english=deed),
        reasons=("a number", "a named actor"),
    )
    return sentence, claim


def fill(database: Path, documents: int, claims: int) -> None:
    """Store the documents; then tags, notes, evidence and statuses on a part of the claims, as a desk leaves them."""
    with Tracker(database, actor="benchmark") as tracker:
        for number in range(documents):
            text, extraction = statement(number, claims)
            tracker.store(extraction, text, name=f"statement {number}", engine="generated")
        for step, ids in _portions(documents * claims):
            tracker.tag(ids, add=[f"tag {step % 7}", "desk"])
            tracker.note(ids[::3], f"asked the press office, round {step}")
            tracker.attach(ids[::2], f"https://example.org/{step}", stance="supports", quote="the yearly report")
            tracker.mark(ids[::2], "verified", because="the yearly report")
            tracker.mark(ids[1::2], "in_progress")


def _portions(total: int) -> Iterator[tuple[int, list[int]]]:
    """Every tenth claim, a hundred at a time."""
    ids = list(range(1, total + 1, 10))
    for step, start in enumerate(range(0, len(ids), 100)):
        yield step, ids[start : start + 100]
