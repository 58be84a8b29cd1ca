"""Whom a pronoun that is the subject of a claim means."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.claims.draft import Draft
from claimtrack.claims.reference.antecedents import is_measure, rivals
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.empty_pronouns import is_about_nobody, is_cleft
from claimtrack.claims.reference.entities import Entity, Resolved, one
from claimtrack.claims.reference.going_on import tells_measure
from claimtrack.claims.reference.houses import is_of_house, other_houses
from claimtrack.claims.reference.shared_pronouns import shared_pronoun
from claimtrack.claims.reference.things_told import several_told, things_told
from claimtrack.languages import Hooks
from claimtrack.model.claims import Ambiguity


def pronoun(draft: Draft, discourse: Discourse, hooks: Hooks, noun: int, added: list[tuple[int, str]]) -> Resolved:
    """The claim with whom its pronoun at `noun` means, beside what was `added`; two candidates where either may be."""
    a = draft.passage.analysis
    token = a.tokens[noun]
    shown = hooks.gender_number(token.norm, "PRON")
    about_clause = shown[0] == "n" and a.pos[draft.head] == "ADJ"
    if about_clause or is_about_nobody(draft) or any(a.relations[k] in ("expl", "csubj") for k in a.kids[draft.head]):
        return Resolved(None, tuple(added), ())  # "it is right that …" refers to nothing
    if shown[0] == "n" and is_cleft(draft, hooks, noun):
        return Resolved(None, tuple(added), ())
    found = discourse.meant(draft, *shown, hooks)
    found = [e for e in found if e.own in (None, draft.frame.speaker)]
    found = [e for e in found if e.own is not None and e.passage >= draft.passage.index - 1] or found
    if shown[0] in ("m", "f") and draft.frame.attribution == "direct" and discourse.debates(draft, found):
        return Resolved(None, tuple(added), ())  # "she closed three of them", the next speaker said
    if shown[0] in ("m", "f") and not hooks.VERB_FIRST and found:
        found += discourse.passing(draft, found, shown[0])
    if shown[0] == "n" and not tells_measure(draft):
        found = [e for e in found if not is_measure("en", e.text.split()[-1])]
    found, best = _best(draft, found, shown, discourse, hooks)
    shared = shared_pronoun(draft, hooks, noun, None if best is None else best.text)
    if best is None:
        names = tuple(e.text for e in found[:2])
        open_ = (Ambiguity(start=token.start, end=token.end, text=token.text, candidates=names),) if names else ()
        return Resolved(None, (*shared, *added), open_)
    if shown[0] in ("m", "f", "n") and not hooks.VERB_FIRST:
        discourse.remember(replace(best, gender=shown[0], passage=draft.passage.index, doubtful=False))
    return Resolved(best.text, (*(shared or ((token.end, f" [{best.text}]"),)), *added), ())


def _of_thing(draft: Draft, best: Entity, discourse: Discourse, hooks: Hooks) -> tuple[list[Entity], Entity | None]:
    """Whom "it" may mean, where the nearest antecedent acted on a thing or a spokesman may speak for another house."""
    passages = discourse.cast.passages
    things, surely = things_told(draft, best, passages, hooks)
    if surely and things:
        return things, things[0]
    others = things or rivals(draft, best, passages, hooks)
    if not others and is_of_house(draft, hooks) and discourse.house_of(draft, hooks) is None:
        others = other_houses(draft, best, passages, hooks)
    return [best, *others], None if others else best


def _best(
    draft: Draft, found: list[Entity], shown: tuple[str | None, str], discourse: Discourse, hooks: Hooks
) -> tuple[list[Entity], Entity | None]:
    """What a pronoun may mean, with what was acted on, and the best of it; None where that is open."""
    best = one(found)
    if best is not None and shown == (None, "p") and not hooks.VERB_FIRST:
        others = several_told(draft, best, discourse.cast.passages)
        found, best = [best, *others], None if others else best
    if best is not None and shown[0] == "n":
        found, best = _of_thing(draft, best, discourse, hooks)
    return found, best
