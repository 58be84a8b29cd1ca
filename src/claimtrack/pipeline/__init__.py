"""The order of the extraction steps; each line a step."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterator
from contextlib import contextmanager

from claimtrack import claims, mentions
from claimtrack.languages import Language
from claimtrack.languages.layout import structure_words
from claimtrack.model import Document, Extraction, Sentence
from claimtrack.model.explanations import Explanation
from claimtrack.pipeline.explaining import explanation
from claimtrack.pipeline.reading import language_of, mention, passages, read
from claimtrack.text.structure import structure
from claimtrack.text.tokens import tokenize

ENGINE = 2
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
    known = language_of(text, language)
    given = Document(published=_iso(published), speaker=speaker, title=title, source=source)
    if known is None:
        return _neutral(text, given)
    with _undisturbed():
        return _run(text, known, given)[0]


def explain(
    text: str,
    language: str | None = None,
    published: datetime.date | datetime.datetime | None = None,
    speaker: str | None = None,
) -> Explanation:
    """How each sentence was read: tokens, tags, tree, cues, candidates, mentions, claims, and what no claim carries."""
    known = language_of(text, language)
    if known is None:
        return Explanation(readings=())
    extraction, read_passages = _run(text, known, Document(published=_iso(published), speaker=speaker))
    return explanation(text, extraction, read_passages, known)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for garbage meanwhile: what is made stays until the end, and looking through it costs a twentieth."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            if not gc.get_freeze_count():
                # all that is new counts as old now, without being looked through: what an extraction makes goes by
                # itself, and what is remembered of words stays
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _run(text: str, language: Language, given: Document) -> tuple[Extraction, list[claims.Passage]]:
    layout = structure(text, structure_words(language))
    readings, day = read(text, layout.pieces, language, _day(given.published))
    found = passages(text, readings, language)
    whole_text = bool(given.speaker and not layout.statement_by)
    voice = claims.Voicing(given.speaker or layout.statement_by, whole_text, layout.signed_by)
    drafts, set_aside = claims.drafts(text, found, language, voice)
    document = Document(
        language=language.code,
        published=_iso(day),
        speaker=given.speaker or layout.statement_by,
        title=given.title or layout.title,
        source=given.source or layout.source,
    )
    extraction = Extraction(
        document=document,
        sentences=tuple(
            Sentence.model_construct(start=p.start, end=p.end, role=p.role, set_aside=set_aside.get(p.index))
            for p in found
        ),
        mentions=tuple(m for p in found for m in p.mentions),
        claims=claims.account(text, found, drafts, claims.cues(language.code)),
    )
    return extraction, found


def _neutral(text: str, given: Document) -> Extraction:
    """What can be said of a text in a language that claimtrack does not know: its numbers in digits."""
    found = tuple(mention(text, hit) for hit in mentions.neutral(tokenize(text)))
    warnings = ("language not known: only numbers in digits were read",) if text.strip() else ()
    return Extraction(document=given, mentions=found, warnings=warnings)


def _iso(when: datetime.date | None) -> str | None:
    day = when.date() if isinstance(when, datetime.datetime) else when
    return None if day is None else day.isoformat()


def _day(iso: str | None) -> datetime.date | None:
    return None if iso is None else datetime.date.fromisoformat(iso)
