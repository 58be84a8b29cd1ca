"""The words of a language that tell what a line of a document is for."""

from __future__ import annotations

from functools import cache

from claimtrack.languages import Language
from claimtrack.text.folding import fold
from claimtrack.text.structure import StructureWords


@cache
def structure_words(language: Language) -> StructureWords:
    """The structure words of `language`, from its `structure.toml` and its reporting verbs."""
    data = language.data("structure")
    return StructureWords(
        source=language.folded("structure", "source"),
        full_text=tuple(map(fold, data["full_text"])),
        of=tuple(map(fold, data["of"])),
        reporting=language.folded("cues", "verbs", "say"),
        abbreviations=language.folded("structure", "abbreviations"),
        opening=tuple(map(fold, data["opening"])),
        bound=tuple(map(fold, data.get("bound", ()))),
        counting=frozenset(map(fold, data.get("counting", ()))),
        until=language.folded("structure", "until"),
    )
