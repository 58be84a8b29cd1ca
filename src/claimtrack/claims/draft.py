"""A claim while it is being made: mutable only inside the step that makes it, slotted, cheap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimtrack.claims.analysis import Analysis
from claimtrack.model.claims import Attribution, Kind, Modality, Polarity, Stance
from claimtrack.model.mentions import Mention

if TYPE_CHECKING:
    from claimtrack.claims.gloss.predicate import Predicate
    from claimtrack.claims.voices.reporting import Reporting


@dataclass(frozen=True, slots=True)
class Frame:
    """Who says it and how: one reporting frame, its cue word and what the cue commits to."""

    speaker: str | None
    attribution: Attribution
    cue: str | None = None
    stance: Stance = "neutral"


@dataclass(slots=True)
class Passage:
    """One sentence with all that is known of it before claims are drafted."""

    index: int
    start: int
    end: int
    role: str
    paragraph: int
    analysis: Analysis
    classes: tuple[frozenset[str], ...]
    mentions: tuple[Mention, ...]
    mention_types: tuple[frozenset[str], ...]
    quoted: tuple[bool, ...]
    voice: str | None = None
    phrases: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    reports: Sequence[Reporting] | None = None
    """The reporting frames, once they were looked for."""
    exact: Sequence[frozenset[str]] | None = None
    """The lists that each word stands in as it is written, once they were looked up."""
    listed: frozenset[str] = frozenset()
    """The cue classes that any of its words has, and those lists."""
    governing: frozenset[str] | None = None
    """The cue classes that any of its words has, or would have as a verb, once they were asked for."""
    language: str | None = None
    """The language of most of its words, once it was asked for."""
    held: frozenset[str] = field(init=False)
    """The cue classes that any of its words has."""

    def __post_init__(self) -> None:
        self.held = frozenset().union(*self.classes)


@dataclass(slots=True)
class Draft:
    """One claim of one passage: its head word, its words and what the steps have found out."""

    passage: Passage
    head: int
    tokens: list[int]
    start: int
    end: int
    confidence: float
    frame: Frame
    frames: tuple[Frame, ...] = ()
    between: tuple[Frame, ...] = ()
    """Who reports within the sentence that the speaker told it, outermost first."""
    kind: Kind = "event"
    checkable: bool = True
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    mentions: tuple[Mention, ...] = ()
    subject: str | None = None
    subject_tokens: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    text: str = ""
    gloss: str = ""
    score: float = 0.0
    said: Predicate | None = None
    reasons: list[str] = field(default_factory=list)
