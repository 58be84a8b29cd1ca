"""A text as given, and what its structure says about it."""

from __future__ import annotations

from typing import Literal

from claimtrack.model.record import Record
from claimtrack.model.spans import Span

Role = Literal["source_line", "heading", "lead_in", "item", "body", "statement", "furniture"]
"""What a stretch of text is for: `body` is the narrator's prose, `statement` a speaker's own full text."""


class Document(Record):
    """What is known about a text as a whole, as given by the caller or found in it.

    `language` is a code of a known language ("ar", "en") or None; `published` an ISO date; `speaker` whose words
    the text (or the statement inside it) is; `source` the outlet.
    """

    language: str | None = None
    published: str | None = None
    speaker: str | None = None
    title: str | None = None
    source: str | None = None


class Sentence(Span):
    """One sentence, or one line of document furniture; `set_aside` names why it yields no claim."""

    role: Role = "body"
    set_aside: str | None = None
