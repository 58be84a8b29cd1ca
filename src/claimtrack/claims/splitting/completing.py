"""The chosen stretches made whole by word order: with the verbs, subjects, conditions and openings that are theirs.

What was chosen may end in the middle of a clause, since a half may look as likely as the whole; each step here adds
what the clause cannot do without, or takes off what belongs to who reports it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.naming import shows_gender
from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import NAMING, is_comma, is_finite, joins
from claimtrack.claims.splitting.asides import over_asides, over_brackets
from claimtrack.claims.splitting.bare_relatives import with_bare_relatives
from claimtrack.claims.splitting.behind_names import with_descriptions
from claimtrack.claims.splitting.changes import with_changes
from claimtrack.claims.splitting.choosing import BAR, beside
from claimtrack.claims.splitting.conditions import with_conditions, with_unproven
from claimtrack.claims.splitting.far_subjects import over_frames, with_far_subjects
from claimtrack.claims.splitting.fragments import with_whole_modifiers, without_fragments
from claimtrack.claims.splitting.interrupted import of_speakers, over_descriptions
from claimtrack.claims.splitting.measured import with_measured
from claimtrack.claims.splitting.parting import parted, with_answers, with_contrasts
from claimtrack.claims.splitting.relatives import with_described
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import with_titled
from claimtrack.claims.voices.attribution import Reporting
from claimtrack.claims.voices.other_voices import STOPS
from claimtrack.languages import lexicon, load

FLOOR = -1.2
"""Log odds from which the best candidate with a verb is a claim, where no other has that verb."""
REPORTED = -2.0
"""Log odds from which the best candidate of what is reported is a claim: a report says something."""


def completed(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The spans `kept` of all the candidates `spans`, whole."""
    found = over_asides(o, with_reports(o, with_verbs(o, kept, spans), spans), spans)
    found = _with_every_verb(o, found, spans)
    found = [span for span in found if not (_is_rest(o, span, found) or _is_part(o, span, found))]
    found = with_contrasts(o, found)
    found = with_answers(o, _once([part for span in found for part in parted(o, span)]))
    found = _whole_wishes(o, [_from_wish(o, _from_verb(o, span, found)) for span in found])
    found = with_unproven(o, with_conditions(o, found))
    found = over_frames(o, with_far_subjects(o, found, spans))
    found = [_to_end_of_value(o, _from_opening(o, _from_name(o, span))) for span in _to_last_places(o, found)]
    found = _denied_once(o, _behind_meanings(o, found))
    found = [_before_teller(o, span) for span in found]
    found = [span for span in (_before_occasion(o, span) for span in found) if span is not None]
    found = with_changes(o, _behind_address(o, [_behind_answer(o, span) for span in found]))
    found = over_descriptions(o, over_brackets(o, with_described(o, found, spans), spans))
    found = with_whole_modifiers(o, without_fragments(o, of_speakers(o, found)))
    found = with_bare_relatives(o, found)
    return _once(with_descriptions(o, with_measured(o, with_titled(o, found))))


def with_verbs(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The chosen spans; where none has a verb of its own, a noun phrase gives way to the clause that ends with it."""
    found = list(kept)
    cues = {report.cue for report in o.reports}
    if any(span.verb is not None and span.verb not in cues for span in kept):
        return found
    for span in kept:
        rest = [s for s in found if s is not span]
        clauses = [s for s in spans if s.score > BAR and _ends_with(s, span) and all(beside(s, r) for r in rest)]
        if clauses:
            found = [*rest, max(clauses, key=lambda s: s.score)]
    return found


def _ends_with(clause: Span, phrase: Span) -> bool:
    """Whether a clause has its verb before a phrase that ends it and is so much of it that both cannot stand."""
    verb = clause.verb
    return verb is not None and clause.last == phrase.last and verb < phrase.first and not beside(clause, phrase)


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
            found = [s for s in found if beside(s, best) and not _frames(s, report)] + [best]
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
        if all(beside(span, other) for other in kept):
            kept.append(span)
    return kept


def _with_every_verb(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The spans, with the best reading of each clause whose verb none of them has; not of a sentence without claims."""
    found, cues = list(kept), {report.cue for report in o.reports}
    for verb in range(len(o.marks)) if kept else ():
        if not is_finite(o.a, verb) or verb in cues or any(s.first <= verb <= s.last for s in found):
            continue
        readings = [s for s in spans if s.verb == verb and s.score > FLOOR and _is_one_clause(o, s)]
        readings = [s for s in readings if all(beside(s, other) for other in found)]
        if readings:
            found.append(max(readings, key=lambda s: s.score))
    return found


def _is_one_clause(o: Outline, span: Span) -> bool:
    return not any(o.norms[t] in STOPS or o.norms[t] == ":" for t in range(span.first, span.last))


def _is_part(o: Outline, span: Span, kept: Sequence[Span]) -> bool:
    """Whether a span is but a subject and an aside of another: "The court, on Thursday, | suspended the vote"."""
    aside = next((t for t in range(span.first, span.last) if is_comma(o.a, t)), None)
    if span.verb is not None or aside is None or o.a.pos[aside + 1] != "ADP":
        return False
    return any(other.first == span.first and other.last > span.last for other in kept)


def _is_rest(o: Outline, span: Span, kept: Sequence[Span]) -> bool:
    """Whether a span is another without its verb: who acts, or what is to be done, and all behind it."""
    verb, due = span.first - 1, any("obligation" in c for c in o.passage.classes[max(0, span.first - 2) : span.first])
    acting = verb >= 0 and o.a.pos[verb] == "VERB" and o.a.pos[span.first] == "PROPN"
    if span.verb is not None or not (acting or due):
        return False
    around = (other for other in kept if other is not span and other.first <= verb and other.last >= span.last)
    return any(due or other.last == span.last for other in around)


def _from_wish(o: Outline, span: Span) -> Span:
    """The span; what is wanted, left undone or judged is no plain fact, so that it begins there: "من | المؤسف أن"."""
    wish, classes = span.first - 2, o.passage.classes
    for word in range(max(0, wish), span.first):
        judged = "judging" in classes[word] and "opinion" in classes[word + 1] and o.a.pos[word] in ("ADP", "PART")
        if judged or (word > wish and "lacking" in classes[word]):
            return replace(span, first=word)
    wished = wish >= 0 and "complementizer" in classes[wish + 1] and "wanting" in classes[wish]
    return replace(span, first=wish, verb=wish) if wished else span


def _whole_wishes(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; what is hoped of a second thing is part of the hope: "آمل أن تجعل الأزمة الشركة | والصناعة أقوى"."""
    found = sorted(spans, key=lambda s: (s.first, -s.last))
    for wish in spans:
        last = wish.last
        if not o.passage.classes[wish.first] & {"wanting", "wish"}:
            continue
        for rest in found:
            if rest.first == last + 1 and rest.verb is None and (o.joined[rest.first] or last > wish.last):
                last = rest.last
        if last > wish.last:
            found = [s for s in found if s is not wish and not wish.last < s.first <= last]
            found.append(replace(wish, last=last))
    return found


def _from_verb(o: Outline, span: Span, kept: Sequence[Span]) -> Span:
    """The span; the verb that begins its clause is no word to leave out, where no other claim has it."""
    verb = span.first - 1
    if verb < 0 or not _begins_clauses(o, verb):
        return span
    opens = verb == 0 or o.joined[verb] or o.a.pos[verb - 1] in _OPENING
    if not opens or any(s.first <= verb <= s.last for s in kept) or any(r.cue == verb for r in o.reports):
        return span
    return replace(span, first=verb, verb=verb)


_OPENING = frozenset({"SCONJ", "CCONJ", "PUNCT"})


def _begins_clauses(o: Outline, verb: int) -> bool:
    """Whether a word is a verb, or an auxiliary of a language whose auxiliaries come first: كان المشروع سيوفر …."""
    if o.a.pos[verb] == "AUX":
        return load(lexicon.code_of(o.a.tokens[verb].text)).hooks.VERB_FIRST
    return shows_gender(o.a, verb)


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


def _before_teller(o: Outline, span: Span) -> Span:
    """The span; one that ends with who tells what follows ends before ("… the boat, | with a spokesman saying")."""
    for comma in o.commas:
        phrase = range(comma + 1, span.last + 1)
        if span.first < comma < span.last and o.a.pos[comma + 1] == "ADP" and not any(o.marks[t] for t in phrase):
            tells = any(report.cue == span.last + 1 and report.first > report.cue for report in o.reports)
            return replace(span, last=comma - 1) if tells and o.verbs[span.last + 1] == o.verbs[comma] else span
    return span


def _behind_address(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans without the words that say to whom a speech is made: "Madam President, dear colleagues, | we …"."""
    begins = _end_of_address(o)
    if not begins:
        return list(spans)
    return _once([replace(s, first=max(s.first, begins)) for s in spans if s.last >= begins])


def _once(spans: Sequence[Span]) -> list[Span]:
    """The spans, those of the same words once."""
    return [s for n, s in enumerate(spans) if all((s.first, s.last) != (t.first, t.last) for t in spans[:n])]


def _behind_answer(o: Outline, span: Span) -> Span:
    """The span without the yes or no before its clause ("No, | we did not sell it"): the clause itself says it."""
    begins = span.first + 2
    answers = begins < span.last and "answer" in o.passage.classes[span.first] and is_comma(o.a, span.first + 1)
    return replace(span, first=begins) if answers else span


def _end_of_address(o: Outline) -> int:
    """The token behind the address that a sentence begins with; 0 where a list of subjects begins it, or nothing."""
    begins, a = 0, o.a
    for comma in range(len(o.marks)):
        if is_comma(a, comma):
            words = [i for i in range(begins, comma) if not o.marks[i]]
            addressed = [i for i in words if "addressed" in o.passage.classes[i]]
            if not addressed or not all(i in addressed or a.pos[i] in _BESIDE for i in words):
                break
            begins = comma + 1
    verb = next((i for i in range(begins, len(o.marks)) if a.pos[i] in VERBAL), len(o.marks))
    listed = any(a.pos[i] == "CCONJ" or (i > begins and o.joined[i]) for i in range(begins, verb))
    return 0 if listed else begins


_BESIDE = frozenset({"ADP", "CCONJ", "PRON"})


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


def _behind_meanings(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans; what draws a conclusion is no part of one ("This means that | they have not paid")."""
    cuts = {n: cut for n, span in enumerate(spans) if (cut := _behind_meaning(o, span)) is not None}
    rest = [s for n, s in enumerate(spans) if n not in cuts and all(beside(s, cut) for cut in cuts.values())]
    return [*rest, *_unlike(list(cuts.values()))]


def _behind_meaning(o: Outline, span: Span) -> Span | None:
    """The span behind the words of a conclusion that it begins with; None where it begins with none."""
    for first, last in o.passage.phrases.get("meaning", ()):
        if first - 1 <= span.first < last < span.last and all(o.joined[t] for t in range(span.first, first)):
            begins = last + ("complementizer" in o.passage.classes[last])
            verb = o.own_verb(begins, span.last)
            return None if verb is None else replace(span, first=begins, verb=verb)
    return None


def _denied_once(o: Outline, spans: Sequence[Span]) -> list[Span]:
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


def _to_last_places(o: Outline, spans: Sequence[Span]) -> list[Span]:
    """The spans, each with the whole list of places that it ends with; a claim made of its rest is none."""
    grown = [_to_last_place(o, span) for span in spans]
    taken: list[Span] = []
    for n, (span, whole) in enumerate(zip(spans, grown, strict=True)):
        rest = [s for s in spans if s.verb is None and span.last < s.first <= whole.last < s.last]
        if rest:
            grown[n] = replace(whole, last=max(s.last for s in rest))
            taken += rest
    return [whole for span, whole in zip(spans, grown, strict=True) if span not in taken]


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


def _to_end_of_value(o: Outline, span: Span) -> Span:
    """The span; one that ends in a date or an amount goes on to its end ("20 | to 25 kilos"), none begins in a date."""
    tokens, first, last = o.a.tokens, span.first, span.last
    for m in o.passage.mentions:
        if m.type == "time" and m.start < tokens[first].start < m.end < tokens[last].start:
            first = next(i for i in range(first, last + 1) if tokens[i].start >= m.end)
        if m.type in ("time", "quantity") and m.start <= tokens[last].start and tokens[last].end < m.end:
            last = next((i for i in range(last, len(tokens)) if tokens[i].end >= m.end), last)
    return span if (first, last) == (span.first, span.last) else replace(span, first=first, last=last)
