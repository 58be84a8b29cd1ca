"""Nouns with their measure: "a contract worth $46 million", "غرامة قدرها 28 مليون يورو".

What a noun measures is presupposed by the clause around it, and a claim of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import with_untold
from claimtrack.languages import lexicon, load
from claimtrack.model.mentions import Duration

_NOUNS = 4
"""Tokens of the longest noun phrase before that word."""


def with_measured(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each noun with its measure of which none of them tells."""
    return with_untold(o, found, _measured(o))


def _measured(o: Outline) -> Iterator[tuple[int, int]]:
    """The first and the last token of each noun with the words of its measure."""
    for word, classes in enumerate(o.passage.classes):
        if word and classes & _LEADING and o.a.pos[word] not in VERBAL:
            last = _amount_end(o, word)
            first = None if last is None else _noun_start(o, word)
            if first is not None and last is not None:
                yield first, last


_LEADING = frozenset({"measured", "amounting"})


def _amount_end(o: Outline, word: int) -> int | None:
    """The last token of the amount that a word leads to; None where no quantity nor a length of time follows it."""
    tokens, types = o.a.tokens, o.passage.mention_types
    led = "amounting" in o.passage.classes[word] and o.a.pos[word + 1 : word + 2] == ["ADP"]  # "مؤلفة | من"
    start = word + 1 + led
    if start >= len(types) or not types[start]:
        return None
    amounts = [m for m in o.passage.mentions if m.type == "quantity" or isinstance(m.value, Duration)]
    ends = [m.end for m in amounts if m.start <= tokens[start].start < m.end]
    return max((t for t in range(start, len(tokens)) if ends and tokens[t].end <= max(ends)), default=None)


def _noun_start(o: Outline, word: int) -> int | None:
    """Where the noun phrase before a word begins, a verb of measure between them or not; None without a noun."""
    pos, t = o.a.pos, word
    if pos[t - 1] in VERBAL and load(lexicon.code_of(o.a.tokens[word].text)).hooks.VERB_FIRST:
        t -= 1  # "صفقات | بلغت قيمتها"
    noun = t
    while t > max(0, word - _NOUNS) and pos[t - 1] in _PHRASE and not o.joined[t] and not _begins_object(o, t):
        t -= 1
    return t if t < noun and any(pos[k] == "NOUN" for k in range(t, noun)) else None


def _begins_object(o: Outline, t: int) -> bool:
    """Whether a noun follows one with the article, which ends a phrase: "باعت المجموعة | حصتها"."""
    hooks = load(lexicon.code_of(o.a.tokens[t].text)).hooks
    return hooks.VERB_FIRST and o.a.pos[t] == "NOUN" and hooks.core(o.a.tokens[t - 1].text) is not None


_PHRASE = frozenset({"NOUN", "ADJ", "DET"})
