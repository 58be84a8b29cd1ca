"""From drafts to claims: standing, kind, reference, gloss, score, repeats. Every draft ends in exactly one claim."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import claimtrack.claims.gloss.composing as gloss
import claimtrack.claims.gloss.wording as wording
import claimtrack.claims.judging.scoring as scoring
import claimtrack.claims.repeats.joining as repeats
import claimtrack.claims.values as values
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.judging.contradicting import contradict
from claimtrack.claims.judging.kinds import judge
from claimtrack.claims.judging.settling import settle, share_pledges
from claimtrack.claims.judging.standing import standing
from claimtrack.claims.links import links
from claimtrack.claims.models import Models, load
from claimtrack.claims.reference.carried_on import carried_on
from claimtrack.claims.reference.cast import Cast
from claimtrack.claims.reference.context import heads, implied_places, organisation_of
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.distributing import by_country
from claimtrack.claims.reference.entities import Resolved
from claimtrack.claims.reference.resolving import resolve
from claimtrack.claims.reference.shared_words import with_shared_words
from claimtrack.claims.reference.writing import written
from claimtrack.model.claims import NARRATOR, Appearance, Claim, Link, Predicate, Voice
from claimtrack.model.mentions import Date, Duration, Frequency, Quantity


def account(text: str, passages: Sequence[Passage], drafts: Sequence[Draft], cues: Cues) -> tuple[Claim, ...]:
    """The claims of a text, in reading order, each fact once."""
    for _, some in groupby(drafts, key=lambda d: d.passage.index):
        judge_passage(list(some), cues, load(cues.language.code))
    contradict(passages, drafts)
    organisation = organisation_of(passages)
    cast = Cast(passages, organisation)
    discourse = Discourse(organisation, heads(passages, organisation), passages, cast=cast)
    told = [_resolved(d, discourse, cues) for d in drafts]
    parts = [part for d, found in told for part in by_country(text, d, found, cues.language)]
    drafts, resolved = [d for d, _ in parts], [found for _, found in parts]
    for draft, found in parts:
        _finish(text, draft, found, cues)
    leaders, conflicts = repeats.group(drafts, cues)
    ids = [f"c{number}" for number in range(1, len(drafts) + 1)]
    related: dict[int, list[Link]] = {}
    for i, kind, j in links(drafts):
        related.setdefault(i, []).append(Link(kind=kind, to=ids[leaders[j]]))
    for i, j in conflicts:
        related.setdefault(leaders[j], []).append(Link(kind="conflict", to=ids[i]))
        related.setdefault(i, []).append(Link(kind="conflict", to=ids[leaders[j]]))
    followers: dict[int, list[Draft]] = {}
    for i, leader in enumerate(leaders):
        followers.setdefault(leader, []).append(drafts[i])
    for same in followers.values():
        _agree_on_kind(same)
    return tuple(
        _claim(text, ids[i], drafts[i], resolved[i], same, related.get(i, ()), cues)
        for i, same in sorted(followers.items())
    )


def _resolved(draft: Draft, discourse: Discourse, cues: Cues) -> tuple[Draft, Resolved]:
    found = carried_on(draft, discourse, resolve(draft, discourse, cues.language.hooks), cues.language.hooks)
    discourse.before = (draft, found.subject)
    return draft, found


def _agree_on_kind(same: Sequence[Draft]) -> None:
    """A fact that is first told as what a thing is ("a process that it began"), and then as what happened, happened."""
    leader = same[0]
    told = next((d for d in same if d.kind not in ("state", "opinion") and d.checkable), None)
    if leader.kind == "state" and leader.checkable and told is not None:
        leader.kind = told.kind
        leader.reasons.append(f"{told.kind}: told again as such")


def judge_passage(drafts: Sequence[Draft], cues: Cues, models: Models) -> None:
    """Values, polarity, modality, kind and checkability of the drafts of one sentence."""
    values.assign(drafts)
    for draft in drafts:
        draft.polarity, draft.modality, why = standing(draft, cues)
        draft.reasons += why
    implied_places(drafts)
    for draft in drafts:
        draft.kind, draft.checkable, judged = judge(draft, models)
        draft.reasons += judged
        settle(draft, cues.language.hooks)
    share_pledges(drafts, cues.language.hooks)


def _finish(text: str, draft: Draft, found: Resolved, cues: Cues) -> None:
    draft.subject = found.subject
    draft.text = written(text, draft.start, draft.end, with_shared_words(draft, found.additions, cues))
    draft.gloss = gloss.gloss(draft, wording.predicate(draft, cues.language.code).lemma, found.subject)
    draft.score, why = scoring.score(draft)
    draft.reasons += why


def _claim(
    text: str, id_: str, draft: Draft, found: Resolved, same: Sequence[Draft], related: Sequence[Link], cues: Cues
) -> Claim:
    token = draft.passage.analysis.tokens[draft.head]
    predicate = Predicate(
        text=token.text,
        lemma=cues.language.hooks.lemma(token.norm),
        english=wording.predicate(draft, cues.language.code).lemma,
    )
    kinds = [m.value for m in draft.mentions]
    chain = (*draft.frames[:-1], *draft.between, *draft.frames[-1:])
    return Claim(
        id=id_,
        start=draft.start,
        end=draft.end,
        quote=text[draft.start : draft.end],
        kind=draft.kind,
        checkable=draft.checkable,
        speaker=draft.frame.speaker,
        attribution=draft.frame.attribution,
        subject=draft.subject,
        polarity=draft.polarity,
        modality=draft.modality,
        quantities=tuple(v for v in kinds if isinstance(v, Quantity)),
        times=tuple(v for v in kinds if isinstance(v, Date | Duration | Frequency)),
        places=draft.places,
        text=draft.text,
        gloss=draft.gloss,
        score=draft.score,
        reasons=tuple(dict.fromkeys(draft.reasons)),
        predicate=predicate,
        ambiguous=found.ambiguous,
        voices=tuple(
            Voice(speaker=f.speaker or "", cue=f.cue, stance=f.stance) for f in chain if f.speaker != NARRATOR
        ),
        links=tuple(related),
        appearances=tuple(
            Appearance(
                start=d.start,
                end=d.end,
                quote=text[d.start : d.end],
                speaker=d.frame.speaker,
                attribution=d.frame.attribution,
            )
            for d in same
        ),
    )
