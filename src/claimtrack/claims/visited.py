"""Places that stand right behind who acts on them, in a language that writes no preposition between."""

from __future__ import annotations

from claimtrack.claims.draft import Passage
from claimtrack.languages import lexicon, load, nominals
from claimtrack.model.mentions import Name


def is_place_behind(p: Passage, i: int) -> bool:
    """Whether a place stands behind what takes no genitive, an article or a person's name: "the minister | Morocco"."""
    a = p.analysis
    if i < 1 or "place" not in p.mention_types[i] or a.pos[i] not in ("PROPN", "NOUN"):
        return False
    before, start = a.tokens[i - 1], a.tokens[i].start
    if all(m.start != start for m in p.mentions if m.type == "place"):
        return False
    code = lexicon.code_of(before.text)
    closed = a.pos[i - 1] in ("NOUN", "ADJ") and load(code).hooks.core(before.text) is not None
    named = any(m.end == before.end and isinstance(m.value, Name) and m.value.what == "person" for m in p.mentions)
    return (closed or named) and nominals.adjective(code, a.tokens[i].norm) is None
