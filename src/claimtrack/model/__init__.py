"""What things are: the public, frozen models."""

from claimtrack.model.claims import (
    NARRATOR,
    Ambiguity,
    Appearance,
    Claim,
    Extraction,
    Link,
    Predicate,
    Voice,
)
from claimtrack.model.documents import Document, Sentence
from claimtrack.model.mentions import Date, Duration, Frequency, Mention, Name, Place, Quantity
from claimtrack.model.record import Record
from claimtrack.model.spans import Span

__all__ = [
    "NARRATOR",
    "Ambiguity",
    "Appearance",
    "Claim",
    "Date",
    "Document",
    "Duration",
    "Extraction",
    "Frequency",
    "Link",
    "Mention",
    "Name",
    "Place",
    "Predicate",
    "Quantity",
    "Record",
    "Sentence",
    "Span",
    "Voice",
]
