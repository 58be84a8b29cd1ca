"""What somebody says and the text contradicts: "contrary to what the minister said in May, | the bridge was repaired".

Such words report nothing, and the claim is what the text sets against them.
"""

from __future__ import annotations

from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import is_comma


def contradicted(p: Passage) -> list[tuple[int, int]]:
    """The first token of each such phrase and the comma or end of the sentence behind it."""
    a, size = p.analysis, len(p.analysis.tokens)
    return [
        (first, next((t for t in range(behind, size) if is_comma(a, t)), size - 1))
        for first, behind in p.phrases.get("contrary_to", ())
    ]
