"""The chosen stretches made whole by word order: with the verbs, subjects, conditions and openings that are theirs.

What was chosen may end in the middle of a clause, since a half may look as likely as the whole; each step here adds
what the clause cannot do without, or takes off what belongs to who reports it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.splitting.asides import over_asides, over_brackets
from claimtrack.claims.splitting.asked_deeds import with_asked_deeds
from claimtrack.claims.splitting.bare_relatives import with_bare_relatives
from claimtrack.claims.splitting.behind_names import with_descriptions
from claimtrack.claims.splitting.changes import with_changes
from claimtrack.claims.splitting.choosing import BAR, beside
from claimtrack.claims.splitting.clefts import with_clefts
from claimtrack.claims.splitting.conditions import with_conditions, with_unproven
from claimtrack.claims.splitting.contrasted import with_contrasted
from claimtrack.claims.splitting.edges import (
    before_source,
    behind_address,
    behind_answer,
    behind_truth,
    from_date,
    from_name,
    from_opening,
    from_whole_amounts,
    over_quoted_words,
    to_end_of_value,
    to_last_places,
)
from claimtrack.claims.splitting.far_subjects import over_frames, with_far_subjects
from claimtrack.claims.splitting.fragments import told_once, with_whole_modifiers, without_fragments
from claimtrack.claims.splitting.heard import without_hearings
from claimtrack.claims.splitting.interrupted import of_speakers, over_descriptions
from claimtrack.claims.splitting.main_verbs import from_main_verbs
from claimtrack.claims.splitting.measured import with_measured
from claimtrack.claims.splitting.orders import without_orders
from claimtrack.claims.splitting.parting import parted, with_answers, with_contrasts
from claimtrack.claims.splitting.prospects import with_prospects
from claimtrack.claims.splitting.relatives import with_described
from claimtrack.claims.splitting.reported import (
    before_occasion,
    before_teller,
    behind_meanings,
    denied_once,
    parted_by_frames,
    with_reports,
    without_report_nouns,
)
from claimtrack.claims.splitting.set_off import with_set_off
from claimtrack.claims.splitting.some_of_them import with_some_of_them
from claimtrack.claims.splitting.spans import Span, once
from claimtrack.claims.splitting.subject_first import by_word_order
from claimtrack.claims.splitting.titled import with_titled
from claimtrack.claims.splitting.told_beside import beside_reports
from claimtrack.claims.splitting.told_news import with_told_news
from claimtrack.claims.splitting.unsaid import without_unsaid
from claimtrack.claims.splitting.verb_first import by_verb_order
from claimtrack.claims.splitting.verb_series import with_verb_series
from claimtrack.claims.tree_subjects import shows_gender
from claimtrack.claims.voices.other_voices import STOPS
from claimtrack.languages import lexicon, load

FLOOR = -1.2
"""Log odds from which the best candidate with a verb is a claim, where no other has that verb."""


def completed(o: Outline, kept: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The spans `kept` of all the candidates `spans`, whole."""
    found = over_asides(o, with_reports(o, with_verbs(o, kept, spans), spans), spans)
    found = _with_every_verb(o, [over_quoted_words(o, span, spans) for span in found], spans)
    found = [span for span in found if not (_is_rest(o, span, found) or _is_part(o, span, found))]
    found = with_contrasts(o, found)
    found = with_answers(o, once([part for span in found for part in parted(o, span)]))
    found = _whole_wishes(o, [_from_wish(o, _from_verb(o, span, found)) for span in found])
    found = with_unproven(o, with_conditions(o, found))
    found = over_frames(o, with_far_subjects(o, found, spans))
    found = [to_end_of_value(o, from_opening(o, from_date(o, from_name(o, span)))) for span in to_last_places(o, found)]
    found = denied_once(o, behind_meanings(o, found))
    found = [before_teller(o, span) for span in found]
    found = [span for span in (before_occasion(o, span) for span in found) if span is not None]
    found = with_changes(o, behind_address(o, [behind_truth(o, behind_answer(o, span)) for span in found]))
    found = over_descriptions(o, over_brackets(o, with_described(o, found, spans), spans))
    found = with_whole_modifiers(o, without_fragments(o, of_speakers(o, found)))
    found = with_some_of_them(o, with_bare_relatives(o, found))
    found = with_clefts(o, found)
    found = without_report_nouns(o, with_descriptions(o, with_measured(o, with_titled(o, found))))
    found = once(by_verb_order(o, by_word_order(o, found, spans)))
    found = once(parted_by_frames(o, from_whole_amounts(o, found)))
    found = told_once(o, with_contrasted(o, [before_source(o, span) for span in found]))
    found = with_set_off(o, found)
    found = with_verb_series(o, with_told_news(o, beside_reports(o, found)))
    return without_orders(o, from_main_verbs(o, with_asked_deeds(o, with_prospects(o, _without_frames(o, found)))))


def _without_frames(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans without the frames of those who hear and what those who say nothing leave open."""
    return without_unsaid(o, without_hearings(o, found))


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
    acting = acting or (verb > 0 and o.a.pos[verb] == "VERB" and "unreal_not" in o.passage.classes[verb - 1])
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
    opens = verb == 0 or o.joined[verb] or o.a.pos[verb - 1] in _OPENING or any(s.last == verb - 1 for s in kept)
    if not opens or any(s.first <= verb <= s.last for s in kept) or any(r.cue == verb for r in o.reports):
        return span
    return replace(span, first=verb, verb=verb)


_OPENING = frozenset({"SCONJ", "CCONJ", "PUNCT"})


def _begins_clauses(o: Outline, verb: int) -> bool:
    """Whether a word is a verb, or an auxiliary of a language whose auxiliaries come first: كان المشروع سيوفر …."""
    if o.a.pos[verb] == "AUX":
        return load(lexicon.code_of(o.a.tokens[verb].text)).hooks.VERB_FIRST
    return shows_gender(o.a, verb)
