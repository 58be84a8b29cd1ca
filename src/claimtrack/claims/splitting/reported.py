"""Spans beside reporting frames: cut to what is reported, or weighed, or denied, and whole within it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import claimtrack.claims.voices.side_by_side as side_by_side
from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.claims.splitting.choosing import beside
from claimtrack.claims.splitting.noun_phrases import is_relative, start_of
from claimtrack.claims.splitting.spans import Span, once
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.claims.voices.told_aside import opens_aside
from claimtrack.claims.voices.when import is_conjunction
from claimtrack.languages import lexicon, load, verbs

REPORTED = -2.0
"""Log odds from which the best candidate of what is reported is a claim: a report says something."""


def with_reports(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The chosen spans, cut to what is reported; for each report that holds none, the best reading of what it says."""
    found = list(kept)
    for report in o.reports:
        found = unlike([_within(o, s, spans, report) for s in found if not _runs_into_frame(s, report)])
        inside = [s for s in spans if report.first <= s.first and s.last < report.last]
        told = any(report.first - 1 <= s.first and s.last <= report.last for s in found)
        if not inside and not told:
            found = [_behind_frame(o, s, report) for s in found]
        if not inside or told:
            continue
        best = max(inside, key=lambda s: s.score)
        if best.score > REPORTED:
            found = [s for s in found if beside(s, best) and not _frames(s, report)] + [best]
    return _told_by_nouns(o, [_from_subject(o, span, found) for span in found])


def _behind_frame(o: Outline, span: Span, report: Reporting) -> Span:
    """The span; one that holds a frame and all that it reports begins with that, behind who is told of it."""
    telling = "tell" in o.passage.classes[report.cue] and not report.nominal
    if not telling or not span.first <= report.cue < report.first < span.last:
        return span
    behind = range(report.first, span.last)
    subjects = (t for t in behind if (o.a.pos[t] == "PRON" or o.a.relations[t] == "expl") and is_finite(o.a, t + 1))
    return replace(span, first=next(subjects, report.first), main=None)


def _from_subject(o: Outline, span: Span, kept: Sequence[Span]) -> Span:
    """The span; the first clause of a report begins as the report does, with its subject ("that | 40 people fled")."""
    first = _before_object(o, span, kept)
    if first is not None:
        return replace(span, first=first)
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


def _before_object(o: Outline, span: Span, kept: Sequence[Span]) -> int | None:
    """Where a span begins that lost the noun which a verb reports: "accused A | of …" of "accused A of …"."""
    for report in o.reports:
        between = range(report.first, span.first)
        if not 0 < len(between) <= _SUBJECT or span.last >= report.last or not _is_told_by_noun(o, report):
            continue
        if any(o.marks[t] or o.a.pos[t] in VERBAL for t in between):
            continue
        if not any(s is not span and report.cue < s.first <= span.first and s.last >= report.first for s in kept):
            return report.first
    return None


def _told_by_nouns(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans without those that run from such a verb into what another tells it reports."""
    found = list(spans)
    for report in o.reports:
        if any(s.first == report.first for s in found) and _is_told_by_noun(o, report):
            found = [s for s in found if not (s.first <= report.cue and report.first <= s.last < report.last)]
    return found


def _is_told_by_noun(o: Outline, report: Reporting) -> bool:
    """Whether a verb that comes first reports a verbal noun, or whom it accuses, behind its own subject."""
    word, hooks = o.a.tokens[report.first], load(lexicon.code_of(o.a.tokens[report.cue].text)).hooks
    if not (report.nominal and hooks.VERB_FIRST and report.first > report.cue) or report.figure:
        return False
    if report.cue and "negator" in o.passage.classes[report.cue - 1]:
        return False
    acts = o.a.pos[report.first] == "NOUN" and verbs.is_masdar(lexicon.code_of(word.text), word.fold)
    acts = acts and report.first > report.cue + 1
    return acts or report.first in side_by_side.accused(o.passage, report, hooks)


_SUBJECT = 9
"""Tokens of the longest subject that a report may begin with."""


def _runs_into_frame(span: Span, report: Reporting) -> bool:
    """Whether a span says what is reported and goes on over the cue behind it ("… users, X said on Friday")."""
    return span.first < report.last <= report.cue <= span.last


def _within(o: Outline, span: Span, spans: Sequence[Span], report: Reporting) -> Span:
    """The span; one that begins with a frame or among its words and runs into its report begins with the report."""
    told = not report.nominal or (report.frame.stance == "denying" and o.a.pos[report.first] == "NOUN")
    told = told or _is_told_by_noun(o, report)
    end = next((t for t in range(report.last - 2, report.first, -1) if not o.marks[t]), report.last - 2)
    whole = span.first == report.cue and span.last >= end and told
    if not (whole or report.cue < span.first) or not span.first < report.first <= span.last:
        return span
    cut = [s for s in spans if s.last == span.last and report.first <= s.first <= report.first + 1]
    verb = o.own_verb(report.first, span.last)
    rest = Span(report.first, span.last, span.begin, span.end, span.score, verb=verb)
    return max(cut, key=lambda s: s.score, default=rest)


def _frames(span: Span, report: Reporting) -> bool:
    """Whether a span holds the cue of a report and what it says."""
    return span.first <= report.cue <= span.last and span.last >= report.last - 2


def unlike(spans: Sequence[Span]) -> list[Span]:
    """The spans without those that read the words of a surer one again, once they were cut."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: -s.score):
        if all(beside(span, other) for other in kept):
            kept.append(span)
    return kept


def before_occasion(o: Outline, span: Span) -> Span | None:
    """The span; who speaks ends before where ("the spokesman, X, | in an interview"); None for a mere name."""
    if span.verb is not None or not any(r.cue < span.first and span.last < r.first for r in o.reports):
        return span
    places = (t for t in range(span.first + 1, span.last) if o.a.pos[t] == "ADP")
    cut = next((t for t in places if any("occasion" in o.passage.classes[k] for k in (t + 1, t + 2))), None)
    if cut is None:
        return span
    return replace(span, last=cut - 1) if cut - 1 > span.first else None


def before_teller(o: Outline, span: Span) -> Span:
    """The span; one that ends with who tells what follows ends before ("… the boat, | with a spokesman saying").

    So does one before a clause of time: "Shares fell | after the regulator announced that …".
    """
    told = {report.cue for report in o.reports if report.first > report.cue and not report.nominal}
    after = next((t for t in range(span.last, span.first, -1) if is_conjunction(o.passage, t)), None)
    if after is not None and span.last + 1 in told and o.verbs[after] == o.verbs[span.last + 1]:
        return replace(span, last=after - 1)
    for comma in o.commas:
        phrase = range(comma + 1, span.last + 1)
        if span.first < comma < span.last and o.a.pos[comma + 1] == "ADP" and not any(o.marks[t] for t in phrase):
            tells = any(report.cue == span.last + 1 and report.first > report.cue for report in o.reports)
            return replace(span, last=comma - 1) if tells and o.verbs[span.last + 1] == o.verbs[comma] else span
    return span


def behind_meanings(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; what draws a conclusion is no part of one ("This means that | they have not paid")."""
    cuts = {n: cut for n, span in enumerate(spans) if (cut := _behind_meaning(o, span)) is not None}
    rest = [s for n, s in enumerate(spans) if n not in cuts and all(beside(s, cut) for cut in cuts.values())]
    return [*rest, *unlike(list(cuts.values()))]


def _behind_meaning(o: Outline, span: Span) -> Span | None:
    """The span behind the words of a conclusion that it begins with; None where it begins with none."""
    for first, last in o.passage.phrases.get("meaning", ()):
        if first - 1 <= span.first < last < span.last and all(o.joined[t] for t in range(span.first, first)):
            begins = last + ("complementizer" in o.passage.classes[last])
            verb = o.own_verb(begins, span.last)
            return None if verb is None else replace(span, first=begins, verb=verb)
    return None


def denied_once(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; what is denied in full is one claim with its denial: "It is not true that | he resigned"."""
    found = [_before_denial(o, span) for span in spans]
    for first, last in o.passage.phrases.get("denied", ()):
        whole = next((s for s in found if s.first <= first and last < s.last), None)
        if whole is not None:
            said = [s for s in found if whole.first < s.first <= last + 1 and s.last == whole.last]
            main = min((s.first for s in said), default=whole.main)
            found = [replace(s, main=main) if s is whole else s for s in found if s not in said]
    return found


def _before_denial(o: Outline, span: Span) -> Span:
    """The span; what is reported ends where it is weighed ("he says that it causes cancer, | which is false")."""
    for first, last in o.passage.phrases.get("denied", ()):
        comma = next((t for t in range(first, max(first - 3, span.first), -1) if is_comma(o.a, t - 1)), 0) - 1
        if comma > span.first and last == span.last + 1 and any(r.cue < span.first <= r.last for r in o.reports):
            return replace(span, last=comma - 1)
    return span


def without_frames(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans without those that only say who reports what others of them tell to its end."""
    found = [span for span in spans if not any(_only_reports(o, span, report, spans) for report in o.reports)]
    found = [span for span in found if not _names_teller_and_hearers(o, span)]
    found = [each for span in found if not _ends_with_teller(o, span) for each in _past_relative(o, span)]
    found = [part for span in found for part in _beside_denial(o, _told_alone(o, _denied_alone(o, span)))]
    return once([span for span in found if not _only_denies(o, span, found)])


def _beside_denial(o: Outline, span: Span) -> list[Span]:
    """The span; what is told beside what is denied is told apart: "denied shelling | the market, where 32 died"."""
    denied = any(r.frame.stance == "denying" and r.cue < r.first <= span.first < r.last for r in o.reports)
    opened = (t for t in range(span.first + _LEAST, span.last) if denied and opens_aside(o.passage, t))
    at = next(opened, None)
    commas = (t for t in range((at or 0) - 1, span.first, -1) if is_comma(o.a, t))
    comma = next(commas, None)
    if at is None or comma is None:
        return [span]
    behind, noun = range(at, span.last + 1), start_of(o, comma - 1)
    if noun <= span.first or any(is_comma(o.a, t) for t in behind) or o.verbs[span.last + 1] == o.verbs[at]:
        return [span]
    return [replace(span, last=comma - 1, relative=None), Span(noun, span.last, 0.0, 0.0, relative=at)]


_LEAST = 2


def _only_denies(o: Outline, span: Span, spans: Sequence[Span]) -> bool:
    """Whether a span says no more than that somebody denies what another one tells: "The mayor denied claims"."""
    cut = (r for r in o.reports if span.first < r.cue <= span.last < r.first <= r.cue + _OPENING)
    return any(r.frame.stance == "denying" and any(r.first <= s.first < r.last for s in spans) for r in cut)


def _past_relative(o: Outline, span: Span) -> list[Span]:
    """The span; one that runs from what is told in a relative clause over its end is that, and the clause around it.

    "The boat investigators say | carried drugs | sank": "carried drugs", and the whole. What begins within is neither.
    """
    for report in o.reports:
        ends = report.last < len(o.a.tokens) and is_finite(o.a, report.last) and o.a.tokens[report.last - 1].is_word
        crosses = report.cue < report.first <= span.first < report.last <= span.last
        if report.nominal or not (ends and crosses and is_finite(o.a, report.first)):
            continue
        if span.first > report.first:
            return []
        borders = (t + 1 for t in range(report.cue - 1, -1, -1) if is_comma(o.a, t) or o.a.pos[t] == "CCONJ")
        whole = replace(span, first=next(borders, 0), verb=report.last, main=None)
        return [whole, replace(span, last=report.last - 1, verb=report.first, main=None)]
    return [span]


def _denied_alone(o: Outline, span: Span) -> Span:
    """The span; behind an aside too, what somebody denies is the claim: "The firm, which …, denied | any leak"."""
    for report in o.reports:
        held = span.first < report.cue < report.first <= span.last < report.last
        aside = any(span.first < comma < report.cue for comma in o.commas)
        cut = held and any(
            opens_aside(o.passage, t) for t in range(span.last + 1, min(span.last + _OPENING, report.last))
        )
        if held and (cut or (aside and report.nominal)) and report.frame.stance == "denying":
            first = report.first + (o.passage.classes[report.first] >= {"strip", "complementizer"})
            return replace(span, first=first, verb=None, main=None)
    return span


_OPENING = 4
"""So many tokens behind a claim a relative clause may begin that is told beside it: ", of whom"."""


def _ends_with_teller(o: Outline, span: Span) -> bool:
    """Whether a span ends before the verb of saying within a relative clause: "The votes, which observers | say …"."""
    relative = any(is_relative(o, t) and is_comma(o.a, t - 1) for t in range(span.first + 1, span.last))
    return relative and span.last + 1 in o.report_cues and o.verbs[span.first] == o.verbs[span.last + 1]


def _names_teller_and_hearers(o: Outline, span: Span) -> bool:
    """Whether a span is who speaks and, before a comma, to whom: "Speaking to | reporters, Mr Grant | said …"."""
    told = any(r.cue == span.last + 1 < r.first for r in o.reports)
    led = span.first > 0 and o.a.tags[0].endswith((":VBG", ":VBN")) and o.verbs[span.first] == 1
    comma = any(span.first < c < span.last for c in o.commas)
    return told and led and comma and o.verbs[span.first] == o.verbs[span.last + 1]


def _told_alone(o: Outline, span: Span) -> Span:
    """The span; what somebody says in a relative clause is theirs: "The driver, who the firm says | was drunk"."""
    for report in o.reports:
        if span.first < report.cue < report.first <= span.last < report.last and not report.nominal:
            who = next((t for t in range(span.first + 1, report.cue - 1) if is_relative(o, t)), None)
            ends = span.last == report.last - 1 and report.last + 1 < len(o.a.tokens)  # before the verb of the noun
            if (
                who is not None
                and (is_comma(o.a, who - 1) or ends)
                and o.verbs[who] == o.verbs[report.cue] == o.verbs[span.first]
            ):
                return replace(span, first=report.first, relative=None)
    return span


def _only_reports(o: Outline, span: Span, report: Reporting, spans: Sequence[Span]) -> bool:
    if report.nominal or not span.first < report.cue < report.first <= span.last:
        return False
    if "relative" in o.passage.classes[report.cue - 1] or not any(span.first < c < report.cue for c in o.commas):
        return False  # "Delcroix, who denied having known it, was …"
    told = (s for s in spans if s is not span and report.first <= s.first)
    return any(span.last - 1 <= s.last <= span.last for s in told)


def parted_by_frames(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; a frame amid quotations parts what stands before it from what is joined behind it.

    ""The bridge is safe", said the engineer, "and we shall open it"" is two clauses, and neither goes over the frame.
    """
    found = list(spans)
    for report in o.reports:
        for span in [s for s in found if s.first < report.cue < s.last and report.first <= s.first]:
            parts = _beside_frame(o, span, report)
            if parts:
                rest = [s for s in found if s is not span]
                found = rest + [s for s in parts if s.last > s.first and all(beside(s, other) for other in rest)]
    return found


def _beside_frame(o: Outline, span: Span, report: Reporting) -> list[Span]:
    """What a span holds before and behind a frame amid quotations, where a conjunction joins both; else nothing."""
    quoted = o.passage.quoted
    before = next((t for t in range(report.cue, span.first, -1) if quoted[t] and not o.marks[t]), None)
    behind = next((t for t in range(report.cue, len(quoted)) if quoted[t] and not o.marks[t]), None)
    if before is None or behind is None or quoted[report.cue] or not quoted[span.first]:
        return []
    if not (o.joined[behind] or (o.a.pos[behind] == "CCONJ" and "contrast" in o.passage.classes[behind])):
        return []
    ends = ((span.first, before), (behind, span.last))
    return [replace(span, first=i, last=j, main=None, verb=o.own_verb(i, j)) for i, j in ends if i <= j]


def without_report_nouns(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; a noun for what others say, with all they say, is no claim beside a verb that rejects or leaves it.

    "[rejected reports that] the port was sold": what they say is a claim of its own there.
    """
    spans = [_behind_rejection(o, s, spans) for s in spans]
    leading = [at for name in _REJECTING for at in o.passage.phrases.get(name, ())]
    held = [(first, last) for first, last in leading if any(last - 1 <= s.first <= last + 1 for s in spans)]
    return [
        s
        for s in spans
        if not any(
            (first < s.first < last - 1 and s.last >= last) or _only_rejects(o, s, first, last) for first, last in held
        )
    ]


def _only_rejects(o: Outline, span: Span, first: int, last: int) -> bool:
    """Whether a span tells no more than that somebody rejects or leaves open what a claim of its own tells."""
    told = "complementizer" in o.passage.classes[last - 1]
    return told and span.first <= first <= span.last and _has_only(o, span, first)


def _behind_rejection(o: Outline, span: Span, spans: Sequence[Span]) -> Span:
    """The span; one that holds the words which reject what others told of it begins behind them: "… عن | غرق سفينة".

    What is told behind "that" begins there too where the clause around it has no verb but the one that rejects it.
    """
    leading = [(name, *at) for name in _REJECTING for at in o.passage.phrases.get(name, ())]
    for name, first, last in leading:
        held = any(last - 1 <= s.first <= last + 1 for s in spans)
        if held or not span.first < last <= span.last:
            continue
        told = "complementizer" in o.passage.classes[last - 1]
        inside = name == "rejected_report" and not told and first <= span.first
        if inside or (told and _has_only(o, span, first) and o.own_verb(last, span.last) is not None):
            return replace(span, first=last, main=None, relative=None, verb=o.own_verb(last, span.last))
    return span


def _has_only(o: Outline, span: Span, first: int) -> bool:
    """Whether a span has no verb before the words that reject what is told in it, but for their auxiliaries."""
    return not any(o.a.pos[t] == "VERB" for t in range(span.first, first))


_REJECTING = ("taken_back", "rejected_report", "left_open", "doubted")
