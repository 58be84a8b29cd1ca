"""Claims proposed for one sentence: which stretches of words are claims, before anything is said about their meaning.

Three judgements in a row, each learned from annotated sentences: where a claim may begin and end, how likely each
stretch between the two is a claim, and how it compares with the rival readings of the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import claimtrack.claims.splitting.relatives as relatives
import claimtrack.languages as languages
from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.cues import cues
from claimtrack.claims.draft import Passage
from claimtrack.claims.models import Models, load
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.borders import begin_parts, end_parts
from claimtrack.claims.splitting.choosing import chosen
from claimtrack.claims.splitting.completing import completed
from claimtrack.claims.splitting.crossing import crosses_aside
from claimtrack.claims.splitting.led_nouns import letters_before
from claimtrack.claims.splitting.proposal import Proposal
from claimtrack.claims.splitting.rivals import hopeful, weigh
from claimtrack.claims.splitting.spans import Span, span_features, span_parts
from claimtrack.claims.voices.attribution import frames
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.languages import lexicon

BORDER = -3.2
"""Log odds under which no claim is thought to begin or end at a word."""
BOTH = -2.4
"""The same for the sum of both borders of a claim."""
LONGEST = 70
"""Tokens of the longest claim."""
MOST = 40
"""Candidates of one sentence that are weighed."""


def propose(passage: Passage, reports: Sequence[Reporting], models: Models) -> list[Proposal]:
    """The claims of one sentence in reading order."""
    outline = Outline(passage, reports)
    spans = weighed(outline, models)
    return [_proposal(outline, span) for span in sorted(_taken(outline, spans), key=lambda s: (s.first, -s.last))]


def _taken(o: Outline, spans: list[Span]) -> list[Span]:
    """The candidates that are claims, made whole."""
    return [span for span in completed(o, chosen(spans), spans) if not crosses_aside(o, span)]


def weighed(outline: Outline, models: Models) -> list[Span]:
    """The candidates of a sentence with the odds that each is a claim, its rivals considered."""
    spans = likely(outline, models)
    for span in spans:
        span.named, span.parts = span_parts(outline, span)
        span.score = models.spans.score_with(span.named, span.parts)
        span.verb = outline.own_verb(span.first, span.last)
        span.parted = span.last + 1 < len(outline.marks) and is_comma(outline.a, span.last + 1)
    spans = hopeful([span for span in spans if not _hangs(outline, span)])
    relatives.mark(outline, spans)
    weigh(spans, models.rivals)
    return spans


def _hangs(o: Outline, span: Span) -> bool:
    """Whether a span is the end of one clause and a further clause: "within | two generations unless it is taught"."""
    verb, pos = span.verb, o.a.pos
    if not span.first or verb is None or pos[span.first - 1] != "ADP":
        return _hangs_on_noun(o, span)
    return any(pos[t] == "SCONJ" and "conditional" in o.passage.classes[t] for t in range(span.first + 1, verb))


def _hangs_on_noun(o: Outline, span: Span) -> bool:
    """Whether nouns that end the clause of a verb before them stand at the head of its condition.

    "It will fall to 52 pounds | to the dollar unless oil prices rise" of a language that has no comma there.
    """
    if (
        not span.first
        or o.joined[span.first]
        or not {o.a.pos[t] for t in (span.first - 1, span.first)} <= {"NOUN", "NUM", "ADJ"}
    ):
        return False
    conditions = (first for first, _ in o.passage.phrases.get("condition", ()) if span.first < first < span.last)
    condition = next(conditions, None)
    if condition is None or o.verbs[condition] != o.verbs[span.first]:
        return False
    led = next((t for t in range(span.first - 1, -1, -1) if o.marks[t] or o.a.pos[t] in VERBAL), None)
    return led is not None and not o.marks[led]


def likely(outline: Outline, models: Models) -> list[Span]:
    """The stretches whose borders are likely enough, the likeliest first."""
    words = [i for i, mark in enumerate(outline.marks) if not mark]
    begins = [(i, models.begins.score_with(*begin_parts(outline, i))) for i in words]
    ends = [(j, models.ends.score_with(*end_parts(outline, j))) for j in words]
    return between(outline, begins, ends)


def between(outline: Outline, begins: Sequence[tuple[int, float]], ends: Sequence[tuple[int, float]]) -> list[Span]:
    """The candidates that scored borders make; of single words only a verb that says who acts ("we refused").

    A mere date is none ("in early October").
    """
    solid = outline.solid
    closing = [(j, end) for j, end in ends if end > BORDER]
    found = [
        Span(i, j, begin, end)
        for i, begin in begins
        if begin > BORDER
        for j, end in closing
        if begin + end > BOTH
        and solid[i] < solid[j + 1]
        and (i < j < i + LONGEST or (i == j and "own_subject" in outline.passage.classes[i]))
    ]
    found.sort(key=lambda s: -(s.begin + s.end))
    return found[:MOST]


def _proposal(o: Outline, span: Span) -> Proposal:
    framed = o.interposed(span.first, span.last)
    tokens = [t for t in range(span.first, span.last + 1) if t not in framed]
    start, end = _with_signs(o, span)
    if span.first in framed and tokens:
        start = o.a.tokens[tokens[0]].start
    if _is_joined(o, span.first) and len(o.norms[span.first]) > _LEAST_LETTERS:
        start += 1  # an attached conjunction stays outside
    start += letters_before(o, span)
    main = span.first if span.main is None else span.main
    head = o.head(main, span.last) if span.asserts is None else span.asserts
    return Proposal(head, tokens, start, end, span.score)


_LEAST_LETTERS = 2


def _is_joined(o: Outline, first: int) -> bool:
    """Whether a conjunction is written on a word, be it one that the tagger takes for a part of it: "ومن المقرر"."""
    word = o.a.tokens[first]
    code = lexicon.code_of(word.text)
    return o.joined[first] or word.fold in languages.load(code).folded("closed", "conjoined", "words")


def _with_signs(o: Outline, span: Span) -> tuple[int, int]:
    """Where the words of a span begin and end, with the signs of a value at its edges: $40, 10%."""
    tokens, marks, before, behind = o.a.tokens, o.marks, span.first - 1, span.last + 1
    start, end = tokens[span.first].start, tokens[span.last].end
    for m in o.passage.mentions:
        if m.type == "quantity" and m.start < start < m.end and marks[before]:
            start = max(m.start, tokens[before].start)
        if m.type == "quantity" and m.start < end < m.end and marks[behind]:
            end = min(m.end, tokens[behind].end)
    return start, end


def candidates(text: str, passage: Passage, code: str) -> Iterator[dict[str, Any]]:
    """The stretches of a passage that could be claims, how sure the judgement was of each, and why."""
    models, outline = load(code), Outline(passage, frames(passage, cues(code)))
    first = {(s.first, s.last): models.spans.why(span_features(outline, s), 4) for s in likely(outline, models)}
    spans = weighed(outline, models)
    taken = {(s.first, s.last) for s in _taken(outline, spans)}
    for span in sorted(spans, key=lambda s: (s.first, -s.last)):
        if span.score < _WORTH_SHOWING:
            continue
        proposal = _proposal(outline, span)
        token = outline.a.tokens[proposal.head]
        yield {
            "start": token.start,
            "end": token.end,
            "text": token.text,
            "confidence": round(span.score, 2),
            "quote": text[proposal.start : proposal.end],
            "claimed": (span.first, span.last) in taken,
            "signs": tuple(first[span.first, span.last]),
        }


_WORTH_SHOWING = -2.0
