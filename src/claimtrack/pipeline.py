"""The order of the extraction steps; each line a step."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack import claims, languages, mentions, tagging
from claimtrack.claims.analysis import Analysis
from claimtrack.claims.draft import Draft, Passage
from claimtrack.errors import UsageError
from claimtrack.languages import Language
from claimtrack.languages.layout import structure_words
from claimtrack.mentions.hits import Hit
from claimtrack.model import Date, Document, Extraction, Mention, Sentence
from claimtrack.text.quotes import quoted_spans
from claimtrack.text.scripts import main_script
from claimtrack.text.structure import Piece, structure
from claimtrack.text.tokens import tokenize

ENGINE = 1
"""Raised whenever the engine finds other claims than before; stored with every extraction."""


def extract(
    text: str,
    language: str | None = None,
    published: datetime.date | datetime.datetime | None = None,
    speaker: str | None = None,
    *,
    title: str | None = None,
    source: str | None = None,
) -> Extraction:
    """Break `text` into typed claims.

    A pure function: the same input gives the same output, without file, network or clock. All offsets are code
    points into exactly `text`. `language` is "ar", "en" or None to detect; `published` anchors relative dates;
    `speaker` says whose words the text is, when the text itself does not.
    UsageError when `language` is not one that claimtrack knows.
    """
    known = _language(text, language)
    if known is None:
        return _neutral(text, published, speaker, title, source)
    layout = structure(text, structure_words(known))
    anchor = _day(published)
    readings = [_read(text, piece, known, anchor) for piece in layout.pieces]
    anchor_found = anchor or _stated_day(readings)
    if anchor is None and anchor_found is not None:
        readings = [_read(text, piece, known, anchor_found) for piece in layout.pieces]
    quotes = list(quoted_spans(text))
    passages = [_passage(i, reading, known, quotes) for i, reading in enumerate(readings)]
    voice = claims.Voicing(speaker or layout.statement_by, whole_text=speaker is not None and layout.statement_by is None)
    drafts, set_aside = claims.drafts(text, passages, known, voice)
    document = Document(
        language=known.code, published=anchor_found.isoformat() if anchor_found else None,
        speaker=speaker or layout.statement_by, title=title or layout.title, source=source or layout.source,
    )
    return _extraction(text, document, passages, drafts, set_aside, known)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One piece with its tokens, tree and mentions."""

    piece: Piece
    analysis: Analysis
    mentions: tuple[Mention, ...]


def _read(text: str, piece: Piece, language: Language, anchor: datetime.date | None) -> _Reading:
    tokens = tokenize(text, piece.start, piece.end)
    tags, tree = tagging.load(language.code).read(tokens, language.hooks.word_features, language.hooks.SCRIPT)
    hits = mentions.find(tokens, tags, language, anchor)
    analysis = Analysis(tokens, tags, tree.heads, tree.relations)
    return _Reading(piece, analysis, tuple(_mention(text, hit) for hit in hits))


def _mention(text: str, hit: Hit) -> Mention:
    return Mention.model_construct(type=hit.type, start=hit.start, end=hit.end, text=text[hit.start : hit.end], value=hit.value)


def _passage(index: int, reading: _Reading, language: Language, quotes: Sequence[tuple[int, int]]) -> Passage:
    piece = reading.piece
    near = [q for q in quotes if q[0] < piece.end and q[1] > piece.start]
    return claims.passage(index, (piece.start, piece.end), piece.role, piece.paragraph, reading.analysis,
                          claims.cues(language.code), reading.mentions, near, piece.voice)


def _extraction(text: str, document: Document, passages: Sequence[Passage], drafts: Sequence[Draft],
                set_aside: dict[int, str], language: Language) -> Extraction:
    finished = claims.account(text, passages, drafts, claims.cues(language.code))
    sentences = tuple(
        Sentence.model_construct(start=p.start, end=p.end, role=p.role, set_aside=set_aside.get(p.index)) for p in passages
    )
    found = tuple(m for p in passages for m in p.mentions)
    return Extraction(document=document, sentences=sentences, mentions=found, claims=finished)


def _language(text: str, code: str | None) -> Language | None:
    """The language asked for, else the one whose script most letters are in; None where none fits."""
    if code is not None:
        if code not in languages.codes():
            raise UsageError(f"unknown language: {code}", f"known languages: {', '.join(languages.codes())}")
        return languages.load(code)
    script = main_script(text)
    for each in languages.codes():
        known = languages.load(each)
        if known.hooks.SCRIPT == script and known.hooks.looks_like(text):
            return known
    return None


def _neutral(text: str, published: datetime.date | None, speaker: str | None, title: str | None,
             source: str | None) -> Extraction:
    """What can be said of a text in a language that claimtrack does not know: its numbers in digits."""
    day = _day(published)
    document = Document(published=day.isoformat() if day else None, speaker=speaker, title=title, source=source)
    found = tuple(_mention(text, hit) for hit in mentions.neutral(tokenize(text)))
    warning = "language not known: only numbers in digits were read"
    warnings = (warning,) if text.strip() else ()
    return Extraction(document=document, mentions=found, warnings=warnings)


def _day(when: datetime.date | None) -> datetime.date | None:
    return when.date() if isinstance(when, datetime.datetime) else when


_OPENING = 4
"""How many of the first sentences may state the text's own date."""


def _stated_day(readings: Sequence[_Reading]) -> datetime.date | None:
    """The text's own date: the first full day that its opening states."""
    prose = [r for r in readings if r.piece.role not in ("furniture", "lead_in")]
    for reading in prose[:_OPENING]:
        for mention in reading.mentions:
            value = mention.value
            if isinstance(value, Date) and value.start == value.end and not value.start.startswith("-"):
                return datetime.date.fromisoformat(value.start)
    return None
