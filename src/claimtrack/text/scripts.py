"""Which script a text is written in: the share of its letters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache


@lru_cache(maxsize=4096)
def script_of(char: str) -> str | None:
    """The script of a letter ("ARABIC", "LATIN", …) by its Unicode name, None for anything else."""
    if not char.isalpha():
        return None
    return unicodedata.name(char, "UNKNOWN").split(" ", 1)[0]


def main_script(text: str, sample: int = 20_000) -> str | None:
    """The script of most letters in the first `sample` characters, None where there are no letters."""
    counts = Counter(script for char in text[:sample] if (script := script_of(char)))
    return counts.most_common(1)[0][0] if counts else None
