"""The explanation of an extraction: how every sentence was read, for the contributor who mends a wrong claim."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack import claims
from claimtrack.claims.draft import Passage
from claimtrack.languages import Language
from claimtrack.model import Extraction, Mention
from claimtrack.model.explanations import Candidate, Explanation, Reading, Word

_CARRIED = ("quantity", "time", "place")


def explanation(text: str, extraction: Extraction, passages: Sequence[Passage], language: Language) -> Explanation:
    """One reading for each sentence, in order."""
    return Explanation(readings=tuple(_reading(text, p, extraction, language) for p in passages))


def _reading(text: str, passage: Passage, extraction: Extraction, language: Language) -> Reading:
    here = [c for c in extraction.claims for a in c.appearances if passage.start <= a.start and a.end <= passage.end]
    spans = [(a.start, a.end) for c in here for a in c.appearances]
    sentence = extraction.sentences[passage.index]
    return Reading(
        start=passage.start,
        end=passage.end,
        role=passage.role,
        set_aside=sentence.set_aside,
        words=_words(passage),
        candidates=tuple(Candidate(**row) for row in claims.candidates(text, passage, language.code)),
        mentions=passage.mentions,
        claims=tuple(dict.fromkeys(c.id for c in here)),
        uncarried=tuple(m for m in passage.mentions if m.type in _CARRIED and not m.numeral and not _inside(m, spans)),
    )


def _inside(mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def _words(passage: Passage) -> tuple[Word, ...]:
    a = passage.analysis
    return tuple(
        Word(
            start=t.start,
            end=t.end,
            text=t.text,
            tag=a.tags[i],
            head=a.heads[i] if a.heads[i] >= 0 else None,
            relation=a.relations[i],
            cues=tuple(sorted(passage.classes[i])),
        )
        for i, t in enumerate(a.tokens)
    )
