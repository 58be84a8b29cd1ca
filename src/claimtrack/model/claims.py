"""Claims: what a text asserts or reports, one proposition each."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from claimtrack.model.documents import Document, Sentence
from claimtrack.model.mentions import Mention, Quantity, Time
from claimtrack.model.record import Record
from claimtrack.model.spans import Span

Kind = Literal["quantity", "event", "practice", "state", "cause", "rule", "pledge", "forecast", "opinion"]
Attribution = Literal["narrated", "reported", "direct"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "possible", "planned", "conditional", "denied"]
Stance = Literal["neutral", "committing", "distancing", "admitting", "denying"]
LinkKind = Literal["cause", "condition", "contrast", "time", "reason", "conflict"]
NARRATOR = "narrator"


class Predicate(Record):
    """The word that makes the claim: as written, its lemma, and an English word where the lexicon knows one."""

    text: str
    lemma: str
    english: str | None = None


class Voice(Record):
    """One link of the chain of who says it: the speaker, the cue ("said") and what the cue commits to."""

    speaker: str
    cue: str | None = None
    stance: Stance = "neutral"


class Ambiguity(Span):
    """A reference that fits more than one antecedent; the words stay as they are."""

    text: str
    candidates: tuple[str, ...]


class Appearance(Span):
    """One place where the claim stands in the text."""

    quote: str
    speaker: str | None = NARRATOR
    attribution: Attribution = "narrated"


class Link(Record):
    """How a claim hangs together with another claim of the same text (`to` is that claim's `id`)."""

    kind: LinkKind
    to: str


class Claim(Span):
    """One proposition with its words, values and standing; see the annotation guideline for the meaning of fields."""

    id: str
    quote: str
    kind: Kind
    checkable: bool = True
    speaker: str | None = NARRATOR
    attribution: Attribution = "narrated"
    subject: str | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[str, ...] = ()
    text: str
    gloss: str
    score: float = Field(ge=0, le=1)
    reasons: tuple[str, ...] = ()
    predicate: Predicate | None = None
    ambiguous: tuple[Ambiguity, ...] = ()
    voices: tuple[Voice, ...] = ()
    links: tuple[Link, ...] = ()
    appearances: tuple[Appearance, ...] = ()


class Extraction(Record):
    """All that `extract` found in a text. Every sentence either yields claims or says why it was set aside."""

    schema_version: Literal[1] = 1
    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = ()
