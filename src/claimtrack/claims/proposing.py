"""Claims proposed for one sentence: which stretches of words are claims, before anything is said about their meaning.

Three judgements in a row, each learned from annotated sentences: where a claim may begin and end, how likely each
stretch between the two is a claim, and how it compares with the rival readings of the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.attribution import Reporting, frames
from claimtrack.claims.borders import begin_features, end_features
from claimtrack.claims.cues import cues
from claimtrack.claims.draft import Passage
from claimtrack.claims.models import Models, load
from claimtrack.claims.naming import shows_gender
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma, joins
from claimtrack.claims.proposal import Proposal
from claimtrack.claims.spans import Span, rival_features, span_features

BORDER = -3.2
"""Log odds under which no claim is thought to begin or end at a word."""
BOTH = -3.0
"""The same for the sum of both borders of a claim."""
HOPELESS = -2.5
"""Log odds under which a candidate is neither weighed further nor a rival to others."""
RIVALS = 26
"""Candidates of one sentence that are weighed against each other."""
LONGEST = 70
"""Tokens of the longest claim."""
MOST = 40
"""Candidates of one sentence that are weighed."""
BAR = -0.65
"""Log odds from which a candidate is a claim: recall and precision meet about here."""
FALLBACK = -0.8
"""The same for the best candidate of a sentence that has no other: prose seldom says nothing at all."""
REPORTED = -2.0
"""The same for the best candidate of what is reported: a report says something."""
BEAM = 20
"""Sets of candidates that are kept in view while the best one is sought."""
NESTED = 0.3
"""What a claim inside another loses against two that stand apart."""
NAMED = 0.75
"""The same where one of them only names whom the other tells of."""
SAME = 0.42
"""Two spans that share more than this part of their union are readings of one claim."""


def propose(passage: Passage, reports: Sequence[Reporting], models: Models) -> list[Proposal]:
    """The claims of one sentence in reading order."""
    outline = Outline(passage, reports)
    spans = weighed(outline, models)
    found = with_reports(outline, with_verbs(outline, chosen(spans), spans), spans)
    found = with_conditions(outline, [_from_verb(outline, span, found) for span in found])
    found = [_from_opening(outline, _to_last_place(outline, _from_name(outline, span))) for span in found]
    found = [span for span in (_before_occasion(outline, span) for span in found) if span is not None]
    return [_proposal(outline, span) for span in sorted(found, key=lambda s: (s.first, -s.last))]


def weighed(outline: Outline, models: Models) -> list[Span]:
    """The candidates of a sentence with the odds that each is a claim, its rivals considered."""
    spans = likely(outline, models)
    for span in spans:
        span.score = models.spans.score(span_features(outline, span))
        span.verb = outline.own_verb(span.first, span.last)
        span.parted = span.last + 1 < len(outline.marks) and is_comma(outline.a, span.last + 1)
    spans = hopeful(spans)
    scores = [models.rivals.score(rival_features(spans, k)) for k in range(len(spans))]
    for span, score in zip(spans, scores, strict=True):
        span.score = score
    return spans


def likely(outline: Outline, models: Models) -> list[Span]:
    """The stretches whose borders are likely enough, the likeliest first."""
    words = [i for i, mark in enumerate(outline.marks) if not mark]
    begins = [(i, models.begins.score(begin_features(outline, i))) for i in words]
    ends = [(j, models.ends.score(end_features(outline, j))) for j in words]
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


def hopeful(spans: Sequence[Span]) -> list[Span]:
    """The candidates that are weighed against each other."""
    ranked = sorted((span for span in spans if span.score > HOPELESS), key=lambda s: -s.score)
    return ranked[:RIVALS]


def chosen(spans: Sequence[Span]) -> list[Span]:
    """The candidates that stand: those that together are likeliest, none reading another's words again or cutting it.

    A beam over the candidates, the surest first; what a set is worth is by how much its odds pass the bar.
    """
    ranked = sorted(spans, key=lambda s: -s.score)
    sets: list[tuple[float, tuple[Span, ...]]] = [(0.0, ())]
    for each in ranked:
        if each.score < BAR:
            break
        gain = each.score - BAR
        sets += [
            (worth + gain - NESTED * sum(each.meets(s) for s in kept), (*kept, each))
            for worth, kept in sets
            if all(_beside(each, s) for s in kept)
        ]
        sets = sorted(sets, key=lambda row: -row[0])[:BEAM]
    return list(sets[0][1]) or [each for each in ranked[:1] if each.score > FALLBACK]


def with_verbs(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The chosen spans; where none has a verb of its own, a noun phrase gives way to the clause that ends with it."""
    found = list(kept)
    cues = {report.cue for report in o.reports}
    if any(span.verb is not None and span.verb not in cues for span in kept):
        return found
    for span in kept:
        rest = [s for s in found if s is not span]
        clauses = [s for s in spans if s.score > BAR and _ends_with(s, span) and all(_beside(s, r) for r in rest)]
        if clauses:
            found = [*rest, max(clauses, key=lambda s: s.score)]
    return found


def _ends_with(clause: Span, phrase: Span) -> bool:
    """Whether a clause has its verb before a phrase that ends it and is so much of it that both cannot stand."""
    verb = clause.verb
    return verb is not None and clause.last == phrase.last and verb < phrase.first and not _beside(clause, phrase)


def with_reports(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The chosen spans, cut to what is reported; for each report that holds none, the best reading of what it says."""
    found = list(kept)
    for report in o.reports:
        found = _unlike([_within(o, s, spans, report) for s in found if not _runs_into_frame(s, report)])
        inside = [s for s in spans if report.first <= s.first and s.last < report.last]
        if not inside or any(report.first - 1 <= s.first and s.last <= report.last for s in found):
            continue
        best = max(inside, key=lambda s: s.score)
        if best.score > REPORTED:
            found = [s for s in found if _beside(s, best) and not _frames(s, report)] + [best]
    return [_from_subject(o, span, found) for span in found]


def _from_subject(o: Outline, span: Span, kept: Sequence[Span]) -> Span:
    """The span; the first clause of a report begins as the report does, with its subject ("that | 40 people fled")."""
    first = next((r.first for r in o.reports if r.first < span.first < min(r.last, r.first + _SUBJECT)), None)
    if first is None or span.verb is None or any(s.first <= first and span.first <= s.last for s in kept):
        return span
    between = range(first, span.first)
    if any(o.marks[t] or "complementizer" in o.passage.classes[t] for t in between):
        return span
    verbs = any(o.a.pos[t] in VERBAL for t in between)
    verb = span.first - 1
    cut = o.a.pos[verb] == "VERB" and o.a.pos[span.first] in NAMING and all(r.cue != verb for r in o.reports)
    return replace(span, first=first) if cut or not verbs else span  # cut: an object without its verb


_SUBJECT = 9
"""Tokens of the longest subject that a report may begin with."""


def _runs_into_frame(span: Span, report: Reporting) -> bool:
    """Whether a span says what is reported and goes on over the cue behind it ("… users, X said on Friday")."""
    return span.first < report.last <= report.cue <= span.last


def _within(o: Outline, span: Span, spans: Sequence[Span], report: Reporting) -> Span:
    """The span; one that begins with a frame or among its words and runs into its report begins with the report."""
    whole = span.first == report.cue and span.last >= report.last - 2 and not report.nominal
    if not (whole or report.cue < span.first) or not span.first < report.first <= span.last:
        return span
    cut = [s for s in spans if s.last == span.last and report.first <= s.first <= report.first + 1]
    verb = o.own_verb(report.first, span.last)
    rest = Span(report.first, span.last, span.begin, span.end, span.score, verb=verb)
    return max(cut, key=lambda s: s.score, default=rest)


def _frames(span: Span, report: Reporting) -> bool:
    """Whether a span holds the cue of a report and what it says."""
    return span.first <= report.cue <= span.last and span.last >= report.last - 2


def _unlike(spans: Sequence[Span]) -> list[Span]:
    """The spans without those that read the words of a surer one again, once they were cut."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: -s.score):
        if all(_beside(span, other) for other in kept):
            kept.append(span)
    return kept


def with_conditions(o: Outline, kept: Sequence[Span]) -> list[Span]:
    """The spans; a condition and what holds under it are one claim: taken apart, the second would read as a fact."""
    found = sorted((_from_condition(o, s) for s in kept), key=lambda s: (s.first, -s.last))
    for condition in found:
        held = next((s for s in found if condition.last < s.first <= condition.last + _GAP), None)
        begins = None if held is None else _condition_word(o, condition, held)
        if held is None or begins is None or not _opens(o, begins):
            continue
        if all(o.marks[t] or o.joined[t] for t in range(condition.last + 1, held.first)):
            score = max(condition.score, held.score)
            whole = Span(begins, held.last, condition.begin, held.end, score, held.first)
            return with_conditions(o, [s for s in found if s is not condition and s is not held] + [whole])
    return found


_GAP = 2


def _condition_word(o: Outline, span: Span, held: Span) -> int | None:
    """Where a span opens with a condition word, or with a word of time where what holds is marked as an answer.

    Before the word and its comma an opening may stand that says nothing ("in theory, if …").
    """
    classes = o.passage.classes
    if any("conditional" in classes[t] for t in range(span.first, min(span.first + 2, span.last))):
        return span.first
    for t in range(span.first + 2, span.last):
        if "conditional" in classes[t] and o.marks[t - 1] and o.verbs[t] == o.verbs[span.first]:
            return t
    if "apodosis" not in classes[held.first]:
        return None
    return next((t for t in (span.first, span.first - 1) if t >= 0 and "time" in classes[t]), None)


def _from_verb(o: Outline, span: Span, kept: Sequence[Span]) -> Span:
    """The span; the verb that begins the sentence is no word to leave out, where no other claim has it."""
    verb = span.first - 1
    if verb not in (0, 1) or o.a.pos[verb] != "VERB" or not shows_gender(o.a, verb):
        return span
    opens = verb == 0 or o.a.pos[0] in ("SCONJ", "CCONJ")
    if not opens or any(s.first <= verb <= s.last for s in kept) or any(r.cue == verb for r in o.reports):
        return span
    return replace(span, first=verb)


def _from_name(o: Outline, span: Span) -> Span:
    """The span; one that begins with an age between commas begins with the name before it ("X, 58, denies …")."""
    a, first = o.a, span.first
    if first < 2 or a.tokens[first].kind != "number" or not (is_comma(a, first - 1) and is_comma(a, first + 1)):
        return span
    while first >= 2 and (a.pos[first - 2] in NAMING or joins(a, first - 2)):
        first -= 1
    name = first - 1
    return span if name > span.first - 2 else Span(name, span.last, span.begin, span.end, span.score, span.main)


def _before_occasion(o: Outline, span: Span) -> Span | None:
    """The span; who speaks ends before where ("the spokesman, X, | in an interview"); None for a mere name."""
    if span.verb is not None or not any(r.cue < span.first and span.last < r.first for r in o.reports):
        return span
    places = (t for t in range(span.first + 1, span.last) if o.a.pos[t] == "ADP")
    cut = next((t for t in places if any("occasion" in o.passage.classes[k] for k in (t + 1, t + 2))), None)
    if cut is None:
        return span
    return replace(span, last=cut - 1) if cut - 1 > span.first else None


def _from_opening(o: Outline, span: Span) -> Span:
    """The span; the first of a sentence begins with the date or phrase that opens it ("After the war, | he left")."""
    opening = next((i for i in range(span.first) if not o.marks[i] and o.a.pos[i] != "CCONJ"), span.first)
    if opening == span.first or span.first - opening > _LONGEST_OPENING:
        return span
    dated = any("time" in types for types in o.passage.mention_types[opening : span.first])
    if dated and o.solid[opening] == o.solid[span.first]:
        return replace(span, first=opening)
    phrase = o.a.pos[opening] == "ADP" and is_comma(o.a, span.first - 1) and span.verb is not None
    classes = o.passage.classes
    held = o.verbs[opening] < o.verbs[span.first] or any(classes[t] & _APART for t in range(opening, span.first))
    linking = any(first <= opening < last for first, last in o.passage.phrases.get("linking", ()))
    framed = any(opening <= report.cue < span.first for report in o.reports)
    return replace(span, first=opening) if phrase and not (held or linking or framed) else span


_LONGEST_OPENING = 16
_APART = frozenset({"strip", "contrast", "according", "conditional", "complementizer"})


def _to_last_place(o: Outline, span: Span) -> Span:
    """The span; one that ends with a place goes on over those joined to it ("blocked in Turkey | and Pakistan")."""
    last = span.last
    while (follower := _joined_place(o, last)) is not None:
        last = follower
    return span if last == span.last else replace(span, last=last)


def _joined_place(o: Outline, i: int) -> int | None:
    """The place that goes on with a list behind the place at token `i`: joined to it, or by a comma to one that is."""
    places = o.passage.mention_types
    if i + 1 >= len(places) or "place" not in places[i]:
        return None
    attached = o.a.has_conjunction(i + 1)
    follower = i + 1 if attached else i + 2
    if follower >= len(places) or "place" not in places[follower]:
        return None
    joined = attached or o.a.pos[i + 1] == "CCONJ"
    return follower if joined or (is_comma(o.a, i + 1) and _joined_place(o, follower) is not None) else None


def _from_condition(o: Outline, span: Span) -> Span:
    """The span; one that begins right behind its condition word begins with that word."""
    word = span.first - 1
    if word < 0 or "conditional" not in o.passage.classes[word] or not _opens(o, word):
        return span
    return Span(word, span.last, span.begin, span.end, span.score)


def _opens(o: Outline, first: int) -> bool:
    """Whether a condition before its consequent may begin here: at the front, behind a mark or a connective."""
    return first <= 1 or o.marks[first - 1] or "strip" in o.passage.classes[first - 1]


def _beside(span: Span, other: Span) -> bool:
    """Whether two spans can both be claims: apart, or one well inside the other and about another verb."""
    if span.last < other.first or other.last < span.first:
        return True
    if span.verb is not None and span.verb == other.verb:
        return False
    inner, outer = (span, other) if other.holds(span) else (other, span)
    return outer.holds(inner) and (inner.overlap(outer) < SAME or _names_only(inner, outer))


def _names_only(inner: Span, outer: Span) -> bool:
    """Whether a span without a verb names whom the other, which begins with it, tells of ("the mayor, X, opened …")."""
    named = inner.parted and inner.first == outer.first and inner.verb is None and outer.verb is not None
    return named and outer.verb > inner.last and inner.overlap(outer) < NAMED  # type: ignore[operator]


def _proposal(o: Outline, span: Span) -> Proposal:
    tokens = list(range(span.first, span.last + 1))
    start, end = _with_signs(o, span)
    if o.joined[span.first] and len(o.norms[span.first]) > _LEAST_LETTERS:
        start += 1  # an attached conjunction stays outside
    main = span.first if span.main is None else span.main
    return Proposal(o.head(main, span.last), tokens, start, end, span.score)


_LEAST_LETTERS = 2


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
    taken = {(s.first, s.last) for s in chosen(spans)}
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
