"""English trees mended by the order of the words, a rule behind the other.

Each rule sees what the one before it has mended: series of verbs first, since a past in a series is no lone one, and
last the verbs that an "and" joins, whose heads the other two may have moved.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages.en.joined_verbs import with_joined_verbs
from claimtrack.languages.en.lone_pasts import with_lone_pasts
from claimtrack.languages.en.verb_series import with_series


def settled_tree(
    norms: Sequence[str], tags: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> tuple[Sequence[str], Sequence[int], Sequence[str], Sequence[tuple[int, ...]]]:
    """Tags, heads and relations as the order of the words has them, and the verbs of each series."""
    tree, series = with_series(norms, (tags, heads, relations))
    return *with_joined_verbs(norms, with_lone_pasts(norms, tree)), series
