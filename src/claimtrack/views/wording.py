"""How sentences were read, for whoever mends a wrong claim: words, candidates, mentions, beside the account.

In go an account and the readings of the same text; out come lines for a screen, rows for a sheet, or a record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.model.explanations import Candidate, Reading, Word
from claimtrack.model.mentions import Mention
from claimtrack.model.record import Record
from claimtrack.views.accounting import Account, indented, sentence_lines, summary
from claimtrack.views.harmless import one_line
from claimtrack.views.screen import Screen
from claimtrack.views.tables import Cell, Column, table

COLUMNS = ("document", "sentence", "word", "start", "end", "text", "tag", "head", "relation", "cues")
_MARGIN = "    "
_WORDS = (Column("#", most=4, right=True), Column("word", share=2, lines=1), Column("tag", most=14))
_TREE = (Column("on", most=4, right=True), Column("as", most=14), Column("cues", share=1, lines=2))


class Read(Record):
    """A text: the account of its sentences, and how each was read."""

    document: str
    account: Account
    readings: tuple[Reading, ...]

    def rows(self) -> Iterator[dict[str, str]]:
        """One row a word; sentences and words are counted from 1, the head of a root is empty."""
        for at, reading in enumerate(self.readings, 1):
            for number, word in enumerate(reading.words, 1):
                yield _row(self.document, at, number, word)


def lines(texts: Sequence[Read], screen: Screen) -> Iterator[str]:
    """Each sentence, what became of it, and below it the words that it was read as."""
    for each in texts:
        readings = {reading.start: reading for reading in each.readings}
        yield screen.paint(screen.isolate(one_line(each.document)), "bold")
        for sentence in each.account.sentences:
            yield ""
            yield from sentence_lines(sentence, screen)
            if reading := readings.get(sentence.start):
                yield from _reading(reading, screen)
        yield ""
        yield summary(each.account)


def _reading(reading: Reading, screen: Screen) -> Iterator[str]:
    narrow = replace(screen, width=max(40, screen.width - len(_MARGIN)))
    if reading.words:
        yield ""
        for line in table((*_WORDS, *_TREE), [_cells(at, each) for at, each in enumerate(reading.words, 1)], narrow):
            yield _MARGIN + line
    for candidate in reading.candidates:
        yield from _candidate(candidate, screen)
    for mention in reading.mentions:
        yield from indented(f"{mention.type} “{mention.text}”: {_value(mention)}", screen, "cyan")


def _cells(number: int, word: Word) -> list[Cell]:
    on = "" if word.head is None else str(word.head + 1)
    return [
        Cell(str(number), "dim"),
        Cell(word.text),
        Cell(word.tag),
        Cell(on, "dim"),
        Cell(word.relation),
        Cell(", ".join(word.cues), "cyan"),
    ]


def _candidate(candidate: Candidate, screen: Screen) -> Iterator[str]:
    """A stretch of words that could be a claim, with the signs that weighed most."""
    verdict = "a claim" if candidate.claimed else "no claim"
    signs = f" Signs: {'; '.join(candidate.signs)}." if candidate.signs else ""
    words = f"{candidate.confidence:+.2f} {verdict}: “{candidate.quote}” (predicate: {candidate.text}).{signs}"
    yield from indented(words, screen, "" if candidate.claimed else "dim")


def _value(mention: Mention) -> str:
    """The fields of its value that say something, in a line."""
    known = mention.value.model_dump(mode="json", exclude_none=True) if mention.value is not None else {}
    said = {name: value for name, value in known.items() if name not in ("span", "unit_text", "kind")}
    if mention.type == "quantity":
        said = {name: value for name, value in said.items() if name not in ("start", "end")}
    return ", ".join(f"{name} {value}" for name, value in said.items()) or "nothing that could be read"


def _row(document: str, sentence: int, number: int, word: Word) -> dict[str, str]:
    return {
        "document": document,
        "sentence": str(sentence),
        "word": str(number),
        "start": str(word.start),
        "end": str(word.end),
        "text": word.text,
        "tag": word.tag,
        "head": "" if word.head is None else str(word.head + 1),
        "relation": word.relation,
        "cues": ";".join(word.cues),
    }
