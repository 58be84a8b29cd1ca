"""Clauses and nouns in a row: "refused to sign, | missed the vote", "produced a receipt, | a witness or a cheque"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma
from claimtrack.claims.splitting.noun_phrases import MODIFYING, is_hyphen, is_relative, is_stop
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages import lexicon, load

_LEAST = 3
"""Tokens that the longer of two readings has more."""
SAME = 0.4
"""Share of the union from which another claim tells what the rest of a longer one does."""


def apart(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; of two that begin alike, where the longer one has another verb behind a comma, the rest alone."""
    kept = list(found)
    for short in found:
        longer = next((s for s in kept if _goes_on(o, short, s)), None)
        if longer is None:
            continue
        first = short.last + 2
        rest = replace(longer, first=first, main=None, verb=o.own_verb(first, longer.last))
        kept = [s for s in kept if s is not longer]
        if not any(s.overlap(rest) > SAME for s in kept):
            kept.append(rest)
    return kept


def _goes_on(o: Outline, short: Span, longer: Span) -> bool:
    """Whether a span is a clause already whole, and the other that clause with a second verb behind its comma.

    One that ends with a relative clause may have its main verb behind that comma.
    """
    if longer.first != short.first or longer.last < short.last + _LEAST or not is_comma(o.a, short.last + 1):
        return False
    comma = max((c for c in o.commas if short.first < c < short.last), default=None)
    described = comma is not None and is_relative(o, comma + 1)
    whole = short.relative is None and short.verb is not None and _is_main_verb(o, short.first, short.verb)
    first = short.last + 2
    verb = o.own_verb(first, longer.last)
    subject = o.a.pos[first] == "PRON" and verb is not None and verb <= first + 2
    again = o.a.pos[first] == "VERB" and o.a.tags[first].endswith((":VBD", ":VBN"))
    return whole and not described and (again or subject)


def _is_main_verb(o: Outline, first: int, verb: int) -> bool:
    """Whether a verb belongs to no relative clause: none is before it, or a comma ends that one."""
    relative = max((t for t in range(first, verb) if is_relative(o, t)), default=None)
    return relative is None or any(is_comma(o.a, t) for t in range(relative, verb))


def over_joined_verbs(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; one that ends with a gerund behind its preposition goes on over the one joined to it.

    "was blamed for avoiding | and not answering the press": the first has its object with the second.
    """
    return [_over_joined_verb(o, span, found) for span in found]


def _over_joined_verb(o: Outline, span: Span, found: Sequence[Span]) -> Span:
    joint = span.last + 1
    if joint >= len(o.marks) or o.a.pos[joint] != "CCONJ" or not _is_gerund(o, span.last, span.first):
        return span
    if not any(tag.endswith(":VBG") for tag in o.a.tags[joint + 1 : joint + 3]):
        return span
    rest = next((s for s in found if s.first == joint + 1), None)
    return span if rest is None else replace(span, last=rest.last)


def _is_gerund(o: Outline, t: int, first: int) -> bool:
    """Whether a gerund stands behind its preposition, or a noun that may be one: behind any but "of"."""
    if t <= first or o.a.pos[t - 1] not in ("ADP", "SCONJ"):
        return False
    of = load(lexicon.code_of(o.a.tokens[t].text)).hooks.OF
    return o.a.tags[t].endswith(":VBG") or (o.a.pos[t] == "NOUN" and o.norms[t - 1] != of)


def to_end_of_list(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, each with the whole list of nouns that it ends with, where no other has any of the rest."""
    return [_to_end_of_list(o, span, found) for span in found]


def _to_end_of_list(o: Outline, span: Span, found: Sequence[Span]) -> Span:
    comma = span.last + 1
    if span.verb is None or comma + 1 >= len(o.marks) or not is_comma(o.a, comma) or o.a.pos[span.last] not in NAMING:
        return span
    joint = comma + 1
    while joint < len(o.marks) and (_is_nominal(o, joint) or is_comma(o.a, joint)):
        joint += 1
    if joint == comma + 1 or joint >= len(o.marks) or o.a.pos[joint] != "CCONJ":
        return span
    last = joint
    while last + 1 < len(o.marks) and _is_nominal(o, last + 1):
        last += 1
    ends = last > joint and (last + 1 == len(o.marks) or is_stop(o, last + 1)) and o.a.pos[last] in NAMING
    dated = any("time" in o.passage.mention_types[t] for t in range(comma, last + 1))
    taken = any(s is not span and comma < s.first <= last for s in found)
    led = o.a.pos[comma + 1] == "ADP" or "contrast" in o.passage.classes[joint]
    return replace(span, last=last) if ends and not (dated or taken or led) else span


def over_blessings(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; a list goes on over a blessing before its last noun: "a cook and, God willing, | a vet"."""
    kept = list(found)
    for first, last in o.passage.phrases.get("blessing", ()):
        ends = next((t for t in range(last + 1, len(o.marks)) if is_stop(o, t) and not is_comma(o.a, t)), len(o.marks))
        closed = first > 1 and ends > last + 1 and is_comma(o.a, first - 1) and is_comma(o.a, last)
        if not closed or o.a.pos[first - 2] != "CCONJ" or o.verbs[ends] > o.verbs[last]:
            continue
        begins = next(
            (s.first for s in kept if s.first < first <= s.last and o.verbs[s.first] == o.verbs[first]), first
        )
        before = (begins - 1, begins - 2, begins - 3)
        whole = next((s for s in kept if s.first < begins and (s.last in before or begins <= s.last < ends)), None)
        if whole is not None:
            kept = [s for s in kept if s.first != whole.first and s.first < begins] + [replace(whole, last=ends - 1)]
    return kept


def _is_nominal(o: Outline, t: int) -> bool:
    return o.a.pos[t] in MODIFYING | {"DET", "ADP"} or is_hyphen(o, t)
