"""How the claims of a sentence hang together: cause, condition, contrast, time, reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from claimtrack.claims.draft import Draft
from claimtrack.model.claims import LinkKind

_KINDS: tuple[tuple[str, LinkKind], ...] = (
    ("conditional", "condition"),
    ("reason", "reason"),
    ("contrast", "contrast"),
    ("time", "time"),
)


def links(drafts: Sequence[Draft]) -> Iterator[tuple[int, LinkKind, int]]:
    """(claim, kind, claim that it depends on), by indexes into `drafts`."""
    numbered = enumerate(drafts)
    for _, group in groupby(numbered, key=lambda row: row[1].passage.index):
        some = list(group)
        by_head = {draft.head: i for i, draft in reversed(some)}
        for i, draft in some:
            a = draft.passage.analysis
            if a.relations[draft.head] not in ("advcl", "conj", "parataxis", "acl", "ccomp"):
                continue
            kind = _kind(draft)
            above = next((by_head[h] for h in a.ancestors(draft.head) if h in by_head), None)
            if kind is not None and above is not None and above != i:
                yield i, kind, above
        for i, draft in some:
            if draft.kind == "cause":
                yield from (
                    (j, "cause", i)
                    for j, other in some
                    if j != i and draft.start <= other.start and other.end <= draft.end
                )


def _kind(draft: Draft) -> LinkKind | None:
    """The kind of link that the clause's own conjunction announces."""
    a, classes = draft.passage.analysis, draft.passage.classes
    first = min((draft.tokens[0], *a.kids[draft.head]))
    for i in range(first, draft.head):
        if a.heads[i] == draft.head and a.relations[i] in ("mark", "cc", "advmod", "case"):
            for name, kind in _KINDS:
                if name in classes[i]:
                    return kind
    return None
