"""Clauses about an indefinite noun that were left out: "… تحت حاوية | سقطت من رافعة", "… عقوبة | تصل إلى عامين".

Arabic puts them behind their noun without a pronoun. Where no claim has their verb, the clause before ends with the
noun, and what is told of the noun is a claim of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.bare_relatives import noun_start
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import is_told
from claimtrack.languages import lexicon, load

_NOMINAL = frozenset({"NOUN", "ADJ"})


def with_cut_relatives(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each indefinite noun and the clause right behind it whose verb none of them has."""
    kept = list(found)
    for noun, verb in _described(o):
        if any(s.first <= verb <= s.last for s in kept) or not _ends_at(o, noun, verb, kept):
            continue
        span = Span(noun, _end(o, verb), 0.0, 0.0)
        broken = o.a.pos[span.last] == "ADP"  # "رجال يشتبه في | أنهم …"
        if span.last > verb and not broken and not is_told(o, span, kept):
            kept.append(span)
    return kept


def _ends_at(o: Outline, noun: int, verb: int, kept: Sequence[Span]) -> bool:
    """Whether a clause ends with a noun, or a report has it: one without relative pronoun, which would go on."""
    before = [s for s in kept if noun <= s.last < verb]
    plain = [s for s in before if not any("relative" in o.passage.classes[t] for t in range(s.first, s.last))]
    return len(plain) == len(before) > 0 or any(noun - _NEAR <= r.cue < noun for r in o.reports)


_NEAR = 4
"""Tokens from a verb of saying to who says."""


def _described(o: Outline) -> Iterator[tuple[int, int]]:
    """Where each indefinite noun phrase begins and the verb of the clause right behind it."""
    for verb in range(1, len(o.marks)):
        begins = verb - (o.a.pos[verb - 1] == "PART")
        if not is_finite(o.a, verb) or verb in o.report_cues or o.joined[begins] or begins < 1:
            continue
        hooks = load(lexicon.code_of(o.a.tokens[verb].text)).hooks
        if o.a.pos[begins - 1] not in _NOMINAL or hooks.is_future(o.a.tokens[verb].fold, o.a.tags[verb]):
            continue
        noun = noun_start(o, begins - 1, hooks)
        while noun is not None and noun > 0 and o.a.pos[noun - 1] == "NUM" and not o.joined[noun]:
            noun -= 1
        if noun is not None:
            yield noun, verb


def _end(o: Outline, verb: int) -> int:
    """The last token of a clause, which a mark, a further clause or what is reported ends."""
    starts = {r.first for r in o.reports if r.first > verb}
    t = verb
    while t + 1 < len(o.marks) and not _ends(o, t + 1) and t + 1 not in starts:
        t += 1
    return t


def _ends(o: Outline, t: int) -> bool:
    joined = o.joined[t] or o.a.pos[t - 1] == "CCONJ"
    return o.marks[t] or (joined and o.a.pos[t] in VERBAL) or "complementizer" in o.passage.classes[t]
