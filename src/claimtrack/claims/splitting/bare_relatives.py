"""Relative clauses without a pronoun: "غرق | قارب كان يقل مهاجرين", "يملك | أرضا تغطي نصف الوادي".

An Arabic clause describes an indefinite noun by standing right behind it; where the noun is part of a clause already
under way, two verbs that no conjunction joins tell that the second one describes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.led_nouns import is_led
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import is_told
from claimtrack.languages import Hooks, lexicon, load

_NOMINAL = frozenset({"NOUN", "ADJ"})
_SELECTING = frozenset({"any", "every", "exception", "kin"})
"""Words around a noun that only say which one or whether any is meant: nothing is told of it."""


def with_bare_relatives(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each indefinite noun and the clause right behind it of which none of them tells."""
    kept = list(found)
    for noun, begins in _described(o):
        around = [s for s in kept if s.first < noun and begins <= s.last and _is_under_way(o, s, noun)]
        last = _clause_end(o, begins, min((s.last for s in around), default=begins))
        span = Span(noun, last, 0.0, 0.0)
        told = is_told(o, span, kept) or any(_is_described(o, other, noun, begins) for other in kept)
        if around and last > begins and not told:
            kept.append(span)
    return kept


def _is_described(o: Outline, span: Span, noun: int, begins: int) -> bool:
    """Whether a span tells just that of a noun already: it begins a little before it, or with the clause behind it."""
    return span.first <= begins <= span.last and o.verbs[noun] == o.verbs[span.first] and span.first > noun - _NEAR


def _is_under_way(o: Outline, span: Span, noun: int) -> bool:
    """Whether the verb of a span stands before a noun, and asserts something of it."""
    denied = any(_denies(o, t) for t in range(span.first, noun - 1))
    return o.verbs[noun] > o.verbs[span.first] and not denied


def _denies(o: Outline, t: int) -> bool:
    """Whether a negator stands at a token that denies its verb, as "لا يزال" does not."""
    return "negator" in o.passage.classes[t] and "still" not in o.passage.classes[t + 1]


def _described(o: Outline) -> Iterator[tuple[int, int]]:
    """Where each indefinite noun phrase begins that a clause follows at once, and where that clause begins."""
    for begins in range(1, len(o.marks)):
        if o.a.pos[begins - 1] not in _NOMINAL or o.joined[begins]:
            continue
        hooks = load(lexicon.code_of(o.a.tokens[begins].text)).hooks
        noun = noun_start(o, begins - 1, hooks) if hooks.VERB_FIRST and _describes(o, begins, hooks) else None
        if noun is not None and not _measures(o, noun, begins):
            yield noun, begins


def _describes(o: Outline, t: int, hooks: Hooks) -> bool:
    """Whether a verb or its negator stands here; what will be, or what "we" do, is told by the clause."""
    negated = "negator" in o.passage.classes[t] and t + 1 < len(o.marks) and is_finite(o.a, t + 1)
    ours = hooks.person(o.norms[t], o.a.tags[t]) in ("1s", "1p") and not o.norms[t].endswith(hooks.OBJECTS)
    return (is_finite(o.a, t) or negated) and not ours and not hooks.is_future(o.a.tokens[t].fold, o.a.tags[t])


def noun_start(o: Outline, end: int, hooks: Hooks) -> int | None:
    """Where the indefinite noun phrase begins that ends at `end`; None where it is definite, a date or no noun."""
    t = end
    while t > 0 and o.a.pos[t] == "ADJ" and _is_open(o, t, hooks):
        t -= 1
    if o.a.pos[t] != "NOUN" or not _is_open(o, t, hooks):
        return None
    while t > 0 and o.a.pos[t - 1] == "NOUN" and not o.joined[t] and _is_open(o, t - 1, hooks) and not is_led(o, t):
        t -= 1
    singled = t > 0 and o.a.pos[t - 1] == "ADJ" and _is_open(o, t - 1, hooks)  # "the first city that …"
    return None if singled or any(c & _SELECTING for c in o.passage.classes[max(0, t - 1) : end + 1]) else t


def _measures(o: Outline, noun: int, begins: int) -> bool:
    """Whether a noun only says by how much: "بنسبة تتراوح بين 20 و25 في المئة"."""
    word = o.a.tokens[noun]
    by = lexicon.has_attached(lexicon.code_of(word.text), word.fold)
    return by and any("quantity" in types for types in o.passage.mention_types[begins : begins + _NEAR])


_NEAR = 4
"""Tokens from a verb of measure within which its figure begins."""


def _is_open(o: Outline, t: int, hooks: Hooks) -> bool:
    """Whether a word is an indefinite nominal by its form, and no part of a date."""
    dated = o.solid[t + 1] == o.solid[t]
    return not dated and not hooks.is_definite(o.norms[t], o.tags[t])


def _clause_end(o: Outline, begins: int, stop: int) -> int:
    """The last token of a clause, which a mark, a further clause or `stop` ends."""
    t = next((k for k in range(begins, stop + 1) if o.a.pos[k] in VERBAL), begins)
    while t < stop and not _ends(o, t + 1):
        t += 1
    return t


def _ends(o: Outline, t: int) -> bool:
    joined = o.joined[t] or o.a.pos[t - 1] == "CCONJ"
    return o.marks[t] or (joined and o.a.pos[t] in VERBAL)
