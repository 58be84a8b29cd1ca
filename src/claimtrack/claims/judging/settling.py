"""What the kind of a claim says of its modality: a promise of one's own and a permission are asserted.

Modality is judged first, as the kind is judged by it too; these two are known only by both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimtrack.claims.draft import Draft
from claimtrack.claims.judging.modality import PROMISED
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.prospect import prospect
from claimtrack.claims.reference.doers import noun_kind
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import Hooks, lexicon

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
        elif after.modality == "planned" and after.kind != "pledge" and _promises(before, after, hooks):
            after.kind, after.modality, after.checkable = "pledge", "asserted", True
            after.reasons.append("a promise of who speaks")


def _promises(before: Draft, after: Draft, hooks: Hooks) -> bool:
    """Whether speakers first tell of themselves and then what they would do: "said he was sad but | would respect it".

    What would be done to them, or would be, they do not promise.
    """
    p, first = after.passage, after.tokens[0]
    if hooks.VERB_FIRST or before.passage is not p or not _shares_subject(after) or before.frame != after.frame:
        return False
    a, opening = p.analysis, before.tokens[0]
    own = a.pos[opening] == "PRON" and hooks.person(a.tokens[opening].norm, a.tags[opening]) == "3"
    own = own and opening + 1 < len(a.pos) and is_finite(a, opening + 1)
    own = own and _may_mean(a.tokens[opening].norm, after.frame.speaker or "", hooks)
    told = any(report.cue in (opening - 1, opening - 2) for report in p.reports or ())
    does = next((i for i in after.tokens[1:] if a.pos[i] not in ("ADV", "PART")), first)
    near = 0 < first - before.tokens[-1] <= _JOINED
    return own and told and near and a.tags[does] == "VERB:VB"


def _may_mean(pronoun: str, speaker: str, hooks: Hooks) -> bool:
    """Whether a pronoun may stand for the speaker: "he" said that "he", "the firm" that "it"."""
    said = speaker.lower()
    if hooks.person(said, "PRON") is not None:
        return said == pronoun
    person = noun_kind(lexicon.code_of(speaker), speaker.split()[-1]) == "person"
    return not person or hooks.gender_number(pronoun, "PRON")[0] != "n"


_JOINED = 3
"""So far behind the last word of a claim the next one begins that only an "and" joins to it."""


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
