"""What word order tells of the chosen stretches in a language whose subject comes first, as in English.

There a verb without its subject, a subject without its verb and a clause without its opening show where a claim was
cut; and what is told of a noun stands in fixed places behind it. Each step is a module of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.amid_frames import over_amid_frames
from claimtrack.claims.splitting.amounts import behind_comparisons, with_amounts
from claimtrack.claims.splitting.far_conditions import with_far_conditions
from claimtrack.claims.splitting.fronted import from_time_before, with_fronted_times
from claimtrack.claims.splitting.fronts import with_fronts, without_contradicted
from claimtrack.claims.splitting.gapped import with_gapped
from claimtrack.claims.splitting.intervals import to_end_of_interval
from claimtrack.claims.splitting.leading_subjects import with_leading_subjects
from claimtrack.claims.splitting.main_clauses import with_lost_verbs, with_results, with_subjects, with_told_subjects
from claimtrack.claims.splitting.members import with_members
from claimtrack.claims.splitting.openings import with_openings
from claimtrack.claims.splitting.persons import with_persons
from claimtrack.claims.splitting.reported import without_frames
from claimtrack.claims.splitting.series import apart, over_blessings, over_joined_verbs, to_end_of_list
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import with_offices
from claimtrack.claims.splitting.told_nouns import from_nouns, with_told_nouns
from claimtrack.claims.splitting.undone import with_undone
from claimtrack.languages import lexicon, load


def by_word_order(o: Outline, found: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The spans of all the candidates `spans`, mended where the subject comes before its verb.

    Those of other languages stay as they are.
    """
    if not _is_subject_first(o):
        return list(found)
    found = over_joined_verbs(o, apart(o, without_frames(o, without_contradicted(o, found))))
    found = with_subjects(o, with_lost_verbs(o, with_results(o, with_told_subjects(o, found, spans))))
    found = with_far_conditions(o, with_openings(o, found))
    found = to_end_of_interval(o, to_end_of_list(o, with_fronts(o, found)))
    found = with_members(o, with_undone(o, with_persons(o, found)))
    found = with_gapped(o, behind_comparisons(o, over_blessings(o, found)))
    found = with_leading_subjects(o, from_time_before(o, with_fronted_times(o, found)))
    found = with_offices(o, with_told_nouns(o, with_amounts(o, from_nouns(o, found))))
    return over_amid_frames(o, found)


def _is_subject_first(o: Outline) -> bool:
    """Whether no word of a passage is of a language whose verb comes first."""
    words = (token.text for token in o.a.tokens if token.is_word)
    return not any(load(lexicon.code_of(word)).hooks.VERB_FIRST for word in words)
