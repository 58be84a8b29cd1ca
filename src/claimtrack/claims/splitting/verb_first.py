"""What word order tells of the chosen stretches in a language whose verb comes first, as in Arabic.

There nothing but its place marks a clause about an indefinite noun, so that the choice often ends before it; clauses
need no verb; and who somebody is stands beside the name. Each step is a module of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.answered import with_answered
from claimtrack.claims.splitting.conceded import behind_concession
from claimtrack.claims.splitting.counted import with_made_of
from claimtrack.claims.splitting.cut_relatives import with_cut_relatives
from claimtrack.claims.splitting.decided import without_decided
from claimtrack.claims.splitting.divided import with_divided
from claimtrack.claims.splitting.joined_asides import with_joined_asides
from claimtrack.claims.splitting.leading_clauses import with_leading_clauses
from claimtrack.claims.splitting.led_nouns import from_object
from claimtrack.claims.splitting.lost_clauses import with_lost_verbs, with_nominal_clauses
from claimtrack.claims.splitting.name_asides import with_named
from claimtrack.claims.splitting.participle_tails import without_tails
from claimtrack.claims.splitting.roles import with_quoted_names, with_roles, with_second_titles
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.that_being import over_that_being
from claimtrack.claims.splitting.titled import with_titled
from claimtrack.languages import lexicon, load


def by_verb_order(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, mended where the verb comes before its subject; those of other languages stay as they are."""
    if not _is_verb_first(o):
        return list(found)
    whole = without_tails(o, found)
    divided = with_divided(o, with_leading_clauses(o, whole))
    found = with_answered(o, divided if divided == whole else with_titled(o, divided))
    found = with_cut_relatives(o, found)
    found = with_lost_verbs(o, with_nominal_clauses(o, with_joined_asides(o, found)))
    found = over_that_being(o, with_roles(o, with_named(o, with_made_of(o, found))))
    found = with_second_titles(o, with_quoted_names(o, without_decided(o, found)))
    return [from_object(o, behind_concession(o, span)) for span in found]


def _is_verb_first(o: Outline) -> bool:
    """Whether most words of a passage are of a language whose verb comes first."""
    words = [token.text for token in o.a.tokens if token.is_word]
    return sum(load(lexicon.code_of(word)).hooks.VERB_FIRST for word in words) * 2 > len(words)
