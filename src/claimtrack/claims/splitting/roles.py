"""Names behind a role that a phrase or another role parts from them: "محاميته في روما | كيارا فوسكو".

A name in quotation marks stands so behind what is owned: its rival "Redstone".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import is_person, titled, with_untold
from claimtrack.languages import Hooks, lexicon, load, nominals

_FAR = 5
"""Words of the longest phrase between a role and its name."""
_QUOTED = 5
"""Words of the longest name in quotation marks."""


def with_roles(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each role with a phrase and the name behind it of which none of them tells."""
    return with_untold(o, found, _parted(o))


def with_quoted_names(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each owned noun and its name in quotation marks of which none of them tells."""
    return with_untold(o, found, _quoted(o))


def with_second_titles(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each second role right before a name: "والده | القاضي يوهانس فريس"."""
    kept = list(found)
    for first, last in titled(o):
        for t in range(first + 1, last - 1):
            if o.a.pos[t + 1] == "PROPN" and _is_second(o, t) and not any((s.first, s.last) == (t, last) for s in kept):
                kept.append(Span(t, last, 0.0, 0.0))
    return kept


def _is_second(o: Outline, t: int) -> bool:
    """Whether a role with the article stands behind a definite one, and is no adjective that describes it."""
    word = o.a.tokens[t]
    code = lexicon.code_of(word.text)
    hooks = load(code).hooks
    if not is_person(word) or hooks.core(word.text) is None or nominals.adjective(code, o.norms[t]) is not None:
        return False
    return hooks.is_definite(o.norms[t - 1], o.a.tags[t - 1])


def _parted(o: Outline) -> Iterator[tuple[int, int]]:
    """The first token of each definite role that a preposition follows, and the last one of the name behind."""
    for role in range(len(o.marks) - 3):
        if o.a.pos[role] not in ("NOUN", "ADJ") or not is_person(o.a.tokens[role]):
            continue
        code = lexicon.code_of(o.a.tokens[role].text)
        led = o.a.pos[role + 1] == "ADP" or nominals.has_preposition(code, o.norms[role + 1])
        name = _name_behind(o, role + 2) if led and _is_role(o, role, load(code).hooks) else None
        if name is not None:
            yield role, name


def _is_role(o: Outline, t: int, hooks: Hooks) -> bool:
    """Whether a definite noun for a person stands at a token that completes no other."""
    if o.a.pos[t] not in ("NOUN", "ADJ") or not is_person(o.a.tokens[t]):
        return False
    completes = t > 0 and o.a.pos[t - 1] in ("NOUN", "ADJ") and not hooks.is_definite(o.norms[t - 1], o.a.tags[t - 1])
    return hooks.is_definite(o.norms[t], o.a.tags[t]) and (o.joined[t] or not completes)


def _name_behind(o: Outline, first: int) -> int | None:
    """The last token of a name of two words or more within a few words; None where another clause or mark comes."""
    for t in range(first, min(first + _FAR, len(o.marks) - 1)):
        if o.marks[t] or o.a.pos[t] in VERBAL or o.joined[t] or o.a.pos[t] in ("SCONJ", "CCONJ", "NUM"):
            return None
        last = t
        while last < len(o.marks) and _is_name(o, last):
            last += 1
        if last > t + 1:
            return last - 1
    return None


def _is_name(o: Outline, t: int) -> bool:
    return o.a.pos[t] == "PROPN" and not o.joined[t] and not o.passage.mention_types[t] & _VALUED


_VALUED = frozenset({"time", "quantity", "place"})


def _quoted(o: Outline) -> Iterator[tuple[int, int]]:
    """The first token of each owned noun before a quotation mark, and the last one of the short name in the marks."""
    for mark in range(1, len(o.marks) - 2):
        if not o.marks[mark] or o.passage.quoted[mark - 1] or not o.passage.quoted[mark + 1]:
            continue
        hooks = load(lexicon.code_of(o.a.tokens[mark - 1].text)).hooks
        first = _owned(o, mark - 1, hooks) if hooks.VERB_FIRST else None
        closing = next((t for t in range(mark + 1, min(mark + _QUOTED + 2, len(o.marks))) if o.marks[t]), None)
        named = closing is not None and o.verbs[closing] == o.verbs[mark]
        if first is not None and closing is not None and named:
            yield first, closing - 1


def _owned(o: Outline, end: int, hooks: Hooks) -> int | None:
    """Where the noun with its owner's pronoun stands that ends at a token or is described there."""
    t = end
    while t > 0 and o.a.pos[t] == "ADJ" and hooks.core(o.a.tokens[t].text) is not None:
        t -= 1
    word = o.a.tokens[t]
    led = lexicon.has_attached(lexicon.code_of(word.text), word.fold)  # "باسمه | «راميرو»"
    return t if o.a.pos[t] == "NOUN" and not led and hooks.possessor(o.norms[t], "NOUN") is not None else None
