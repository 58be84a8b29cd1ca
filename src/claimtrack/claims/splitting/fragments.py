"""Pieces of clauses that look like claims: a phrase that opens the sentence, one that a preposition begins.

Neither says anything alone; each belongs to the clause beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages import lexicon, load, nominals


def without_fragments(o: Outline, kept: Sequence[Span]) -> list[Span]:
    """The spans; a phrase that a preposition begins and no verb is in belongs to the clause before or behind it."""
    found = [span for span in kept if not (_is_name(o, span) or _is_modifier(o, span))]
    for piece in found[:]:
        if o.verbs[piece.last + 1] > o.verbs[piece.first] or not _is_led(o, piece.first):
            continue
        if _is_told_already(o, piece, found):
            found = [s for s in found if s is not piece]
            continue
        clause = _clause_beside(o, piece, found) or _opened_clause(o, piece, found)
        if clause is not None:
            whole = replace(clause, first=min(clause.first, piece.first), last=max(clause.last, piece.last))
            same = [s for s in found if s.first == clause.first and s.last <= clause.last]
            found = [s for s in found if s is not piece and s is not clause and s not in same] + [whole]
    return found


def told_once(o: Outline, kept: Sequence[Span]) -> list[Span]:
    """The spans without those that only tell a part of what another one tells with the same verbs.

    A relative clause by itself beside the same with its noun, the front of a clause beside the whole of it.
    """
    return [s for s in kept if not any(_is_less(o, s, other) for other in kept)]


def _is_less(o: Outline, span: Span, other: Span) -> bool:
    verbs = o.verbs[span.last + 1] - o.verbs[span.first]
    if other is span or verbs != o.verbs[other.last + 1] - o.verbs[other.first]:
        return False
    if verbs and span.first == other.first and span.last < other.last:
        return True
    if span.last > other.last or span.first <= other.first:
        return False
    described = "relative" in o.passage.classes[span.first] and span.last == other.last
    return described or (verbs > 0 and _is_without_opening(o, span, other))


def _is_without_opening(o: Outline, span: Span, other: Span) -> bool:
    """Whether a span is another without the phrase that opens it: "In every station, | there is a guard"."""
    near = span.first - other.first <= _LONGEST_OPENING
    return near and _is_led(o, other.first) and is_comma(o.a, span.first - 1) and not o.joined[span.first]


_LONGEST_OPENING = 8
"""Tokens of a phrase that opens a clause, with its comma."""


def with_whole_modifiers(o: Outline, kept: Sequence[Span]) -> list[Span]:
    """The spans; one cut between two adverbs or adjectives of a noun goes on: "socially | and culturally harmful"."""
    found = list(kept)
    for half in kept:
        joint = half.last + 1
        rest = next((s for s in found if s.first == joint + 1), None)
        if rest is not None and o.a.pos[joint] == "CCONJ" and _is_unfinished(o, half):
            found = [s for s in found if s is not half and s is not rest] + [replace(half, last=rest.last)]
    return found


def _is_unfinished(o: Outline, span: Span) -> bool:
    """Whether a span ends after an article and modifiers, before their noun."""
    t = span.last
    while t > span.first and o.a.pos[t] in ("ADV", "ADJ"):
        t -= 1
    return span.first < t < span.last and o.a.pos[t] == "DET" and o.a.pos[span.last] == "ADV"


def _is_modifier(o: Outline, span: Span) -> bool:
    """Whether a span without a verb begins with the second of two adjectives of a noun: "الاجتماعية | والثقافية …"."""
    second = o.joined[span.first] and o.a.pos[span.first] == "ADJ" and o.a.pos[span.first - 1] == "ADJ"
    return second and o.verbs[span.last + 1] == o.verbs[span.first]


def _is_name(o: Outline, span: Span) -> bool:
    """Whether a span is somebody's name alone, without a title or an age."""
    words = [t for t in range(span.first, span.last + 1) if not o.marks[t]]
    if any(o.a.pos[t] != "PROPN" or "quantity" in o.passage.mention_types[t] for t in words):
        return False
    titles = load(lexicon.code_of(o.a.tokens[words[0]].text)).folded("names", "titles")
    known = {word for title in titles for word in title.split()}
    return known.isdisjoint(o.a.tokens[t].fold for t in words)


def _clause_beside(o: Outline, piece: Span, found: Sequence[Span]) -> Span | None:
    before = [s for s in found if s.last == piece.first - 1 and s.verb is not None]
    if before:
        return max(before, key=lambda s: s.first)
    opens = not any(not o.marks[t] for t in range(piece.first)) and piece.last + 1 in o.commas
    behind = (s for s in found if s.first == piece.last + 2 and s.verb is not None and not o.joined[s.first])
    return next(behind, None) if opens else None


def _is_told_already(o: Outline, piece: Span, found: Sequence[Span]) -> bool:
    """Whether a clause has a piece that tells no event and counts nothing: its opening, or what a preposition leads."""
    words = range(piece.first, piece.last + 1)
    around = [s for s in found if s is not piece and s.holds(piece) and o.verbs[s.first] < o.verbs[s.last + 1]]
    if not around or any("quantity" in o.passage.mention_types[t] for t in words):
        return False
    opens = not any(not o.marks[t] for t in range(piece.first)) and piece.last + 1 in o.commas
    if any(_is_event(o, t) for t in words):
        return False
    return opens or o.a.pos[piece.first] == "NOUN"


def _opened_clause(o: Outline, piece: Span, found: Sequence[Span]) -> Span | None:
    """The clause that begins with its verb behind the comma after the opening of a sentence, claimed or not.

    The tree may have it describe the last noun of that opening. What happened then is a claim of its own: "after the
    death of his brother, | …".
    """
    begins = piece.last + 2
    opens = not any(not o.marks[t] for t in range(piece.first)) and piece.last + 1 in o.commas
    if not opens or begins >= len(o.marks) or o.joined[begins] or not is_finite(o.a, begins):
        return None
    if begins in o.report_cues or any(_is_event(o, t) for t in range(piece.first, piece.last + 1)):
        return None
    claimed = [s for s in found if s.first == begins]
    return max(claimed, key=lambda s: s.last) if claimed else _whole_clause(o, begins)


def _is_event(o: Outline, t: int) -> bool:
    word = o.a.tokens[t]
    masdars = lexicon.masdars(lexicon.code_of(word.text))
    return o.a.pos[t] == "NOUN" and (word.fold in masdars or (_is_led(o, t) and word.fold[1:] in masdars))


def _whole_clause(o: Outline, first: int) -> Span:
    """What stands from a verb to the next mark or joined verb: a clause of which no claim was made."""
    last = first
    while last + 1 < len(o.marks) and not o.marks[last + 1] and not (o.joined[last + 1] and is_finite(o.a, last + 1)):
        last += 1
    return Span(first, last, 0.0, 0.0, verb=first)


def _is_led(o: Outline, t: int) -> bool:
    """Whether a preposition stands here, as a word or on the noun."""
    word = o.a.tokens[t]
    return not o.joined[t] and (o.a.pos[t] == "ADP" or nominals.has_preposition(lexicon.code_of(word.text), word.norm))
