"""What the sentence or the text around a claim adds to it: an implied place, the speaker's organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.naming import subject_of
from claimtrack.model.mentions import Name, Place


def implied_places(drafts: Sequence[Draft]) -> None:
    """A passive event without a place takes place where the country acts that the sentence has just named.

    "When Russia asked for the keys, we refused, and the service was blocked": who blocked it is not said again, and
    the only country that acts in the sentence is Russia. Several acting countries imply nothing.
    """
    actors = {m.value.code for d in drafts for m in d.mentions if isinstance(m.value, Place) and _acts(d, m.start)}
    if len(actors) != 1:
        return
    for draft in drafts:
        earlier = any(actors & set(d.places) and d.end <= draft.start for d in drafts)
        if not draft.places and earlier and _agentless(draft):
            draft.places = tuple(actors)
            draft.reasons.append("place implied by the country that acts in the sentence")


def _acts(draft: Draft, offset: int) -> bool:
    """Whether the place named at `offset` is the subject of the claim."""
    a = draft.passage.analysis
    subject = subject_of(a, draft.head)
    if subject is not None and a.tokens[subject].start <= offset < a.tokens[subject].end:
        return True
    return any(
        a.tokens[k].start <= offset < a.tokens[k].end and a.relations[k] in ("nsubj", "obj") for k in a.kids[draft.head]
    )


def _agentless(draft: Draft) -> bool:
    a = draft.passage.analysis
    if "support" in draft.passage.classes[draft.head]:
        return True
    return any(a.relations[k] in ("aux:pass", "nsubj:pass") for k in a.kids[draft.head])


def organisation_of(passages: Sequence[Passage]) -> str | None:
    """The organisation whose founder or head the text names: the name that most often follows a role word."""
    found: Counter[str] = Counter()
    for passage in passages:
        tokens = passage.analysis.tokens
        for i, classes in enumerate(passage.classes):
            if "role" not in classes:
                continue
            for mention in passage.mentions:
                near = 0 <= mention.start - tokens[i].end <= 4
                apart = any(t.kind == "mark" and tokens[i].end <= t.start < mention.start for t in tokens[i : i + 3])
                if near and not apart and isinstance(mention.value, Name) and mention.value.what != "person":
                    found[mention.value.name] += 1
    return found.most_common(1)[0][0] if found else None
