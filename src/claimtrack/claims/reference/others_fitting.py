"""Who may as well be meant by a verb without a subject as the best antecedent, so that it stays open."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.reference.antecedents import beside_teller
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.entities import Entity
from claimtrack.claims.reference.houses import houses_beside
from claimtrack.claims.reference.left_out import pronoun_in_front
from claimtrack.languages import Hooks


def others_fitting(
    draft: Draft, best: Entity, shown: tuple[str | None, str | None], discourse: Discourse, hooks: Hooks
) -> list[Entity]:
    """The other antecedents, by gender and number as the verb has `shown` them; none where the best stands alone."""
    if pronoun_in_front(draft) is not None:
        return beside_teller(draft, best, shown[0], hooks)
    if not hooks.VERB_FIRST:
        return []
    people = discourse.rival_people(draft, best, shown[0], shown[1], hooks)
    return people or houses_beside(draft, best, discourse.cast.passages, shown[0], hooks)
