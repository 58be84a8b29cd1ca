"""What a comparison at the end of a sentence is of: "…, | 8 percent fewer than in 2019" counts what the clause counted.

Such an end has no verb, so that its subject is that of the clause before its comma, and what is counted there too.
"""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.phrases import is_comma
from claimtrack.languages import lexicon
from claimtrack.model.mentions import Quantity

_NEAR = 3
"""So many tokens from its front a comparison has its number."""
_PERCENT = "percent"
_COMPARING = frozenset({"than", "level_before"})


def compared(draft: Draft, before: tuple[Draft, str | None] | None) -> str | None:
    """The subject of a comparison right behind the clause `before`: who acts there, else what is counted."""
    if before is None or before[0].passage is not draft.passage or not _is_tail(draft):
        return None
    clause, subject = before
    verbal = any(draft.passage.analysis.pos[i] in VERBAL for i in clause.tokens)
    if not verbal or clause.tokens[-1] != draft.tokens[0] - 2:
        return None
    counts = subject is None or any(word[:1].isdigit() for word in subject.split())
    return _counted(clause) if counts else subject


def _is_tail(draft: Draft) -> bool:
    p, first = draft.passage, draft.tokens[0]
    a = p.analysis
    if first < 2 or not is_comma(a, first - 1) or any(a.pos[i] in VERBAL for i in draft.tokens):
        return False
    number = next((i for i in draft.tokens[:_NEAR] if "quantity" in p.mention_types[i]), None)
    return number is not None and any(p.classes[i] & _COMPARING for i in draft.tokens)


def _counted(draft: Draft) -> str | None:
    """What the clause counts, without the number; no unit of measure or money: "412 | accidents"."""
    a = draft.passage.analysis
    for m in draft.mentions:
        if isinstance(m.value, Quantity) and m.value.unit != _PERCENT:
            words = [t for t in a.tokens if m.start <= t.start < m.end and t.is_word and t.kind != "number"]
            noun = words[-1] if words else None
            if noun is not None and lexicon.english_noun("en", noun.fold) == m.value.unit:
                return noun.text
    return None
