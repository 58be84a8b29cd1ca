"""What the kind of a claim says of its modality: a promise of one's own and a permission are asserted.

Modality is judged first, as the kind is judged by it too; these two are known only by both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimtrack.claims.draft import Draft
from claimtrack.claims.judging.modality import PROMISED
from claimtrack.claims.naming import subject_of
from claimtrack.claims.prospect import prospect
from claimtrack.languages import Hooks

PERMITTED = "a permission"


def settle(draft: Draft, hooks: Hooks) -> None:
    """Make asserted what speakers promise of themselves and what a rule allows or forbids."""
    if draft.kind == "pledge" and draft.modality == "planned" and _is_own(draft, hooks):
        draft.modality = "asserted"
    if draft.kind != "opinion" and PROMISED in draft.reasons and (_is_later(draft) or _is_opened(draft)):
        draft.kind = "pledge"
    if draft.kind == "rule" and draft.modality == "possible" and _permits(draft):
        draft.modality = "asserted"
        draft.reasons.append(PERMITTED)


def share_pledges(drafts: Sequence[Draft], hooks: Hooks) -> None:
    """Make a pledge of what a speaker goes on to promise: "إنها ستغلق مصنعين | وستستثمر 3 ملايين"."""
    for before, after in pairwise(drafts):
        told = before.kind == "pledge" and before.frame.speaker == after.frame.speaker is not None
        if told and after.kind in ("forecast", "event") and after.modality == "planned" and _goes_on(after, hooks):
            after.kind, after.modality = "pledge", "asserted"
            after.reasons.append("a promise that goes on")


def _goes_on(draft: Draft, hooks: Hooks) -> bool:
    """Whether a claim opens with a future that bears its subject, or with a word that does before it (لكنها ستخصص)."""
    a, first = draft.passage.analysis, draft.tokens[0]
    if not hooks.VERB_FIRST or draft.frame.attribution == "narrated":
        return False
    borne = draft.head == first + 1 and a.pos[first] == "CCONJ" and a.tokens[first].norm.endswith(hooks.OBJECTS)
    opens = draft.head == first and a.has_conjunction(first)
    subject = subject_of(a, draft.head)
    return (opens or borne) and (subject is None or subject <= first)


def _is_later(draft: Draft) -> bool:
    """Whether a claim begins with a later verb of a series, whose "will" stands before the first."""
    return any(draft.tokens[0] in verbs[1:] for verbs in draft.passage.analysis.series)


def _is_opened(draft: Draft) -> bool:
    """Whether a clause of time opens a claim: "Once elected, I will …"."""
    return bool(prospect(draft.passage, draft.tokens))


def _is_own(draft: Draft, hooks: Hooks) -> bool:
    """Whether a pledge is of its speaker's own acts: "we will", and not "they will be paid"; سندفع, not سيدفع لهم."""
    if draft.frame.attribution == "narrated":
        return False
    a = draft.passage.analysis
    persons = [hooks.person(a.tokens[i].norm, a.tags[i]) for i in draft.tokens]
    if not hooks.VERB_FIRST:
        return any(person in ("1s", "1p") for person in persons) or _shares_subject(draft)
    return any(hooks.is_own_act(a.tokens[i].norm, a.tags[i]) for i in draft.tokens) or _is_of_speaker(draft, hooks)


def _shares_subject(draft: Draft) -> bool:
    """Whether a report goes on about whom it began with, the speaker: "said it was disappointed and | would appeal"."""
    a, first = draft.passage.analysis, draft.tokens[0]
    joined = first > 0 and a.pos[first - 1] == "CCONJ" and "would" in draft.passage.classes[first]
    return joined and draft.frame.attribution == "reported"


def _is_of_speaker(draft: Draft, hooks: Hooks) -> bool:
    """Whether the one who is to act belongs to the speaker: بلاده ستحترم, حزبنا, or the group whose head speaks."""
    a = draft.passage.analysis
    nouns = [i for i in draft.tokens if a.pos[i] == "NOUN"]
    speaker = (draft.frame.speaker or "").split()
    for i in nouns[:1]:
        norm, tag = a.tokens[i].norm, a.tags[i]
        if hooks.possessor(norm, tag) is not None or hooks.person(norm, tag) is not None:
            return True
    return any(a.tokens[i].text in speaker for i in nouns)


def _permits(draft: Draft) -> bool:
    """Whether an auxiliary makes the claim possible, which in a rule says what is allowed: "may not be sold".

    What may come soon is no rule yet.
    """
    p = draft.passage
    return not any("future" in p.classes[i] for i in draft.tokens) and any(
        "possible_auxiliary" in p.classes[i] and p.analysis.pos[i] == "AUX" for i in draft.tokens
    )
