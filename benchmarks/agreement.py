"""How well two annotators agree on the same sentences: the ceiling for any engine.

    python benchmarks/agreement.py [FOLDER]

FOLDER (default: benchmarks/annotations) holds `<language>.jsonl` and `<language>.second.jsonl`. Prints F1 over claims
at half overlap, and over the paired claims the share with the same kind, checkability, polarity and modality.
"""

from __future__ import annotations

import sys
from pathlib import Path

from claimtrack.claims.annotations import GoldClaim, read


def overlap(a: GoldClaim, b: GoldClaim) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / (max(a.end, b.end) - min(a.start, b.start))


def pairs(first: list[GoldClaim], second: list[GoldClaim]) -> list[tuple[GoldClaim, GoldClaim]]:
    """One-to-one pairs, best overlap first."""
    rows = sorted(
        ((overlap(a, b), i, j) for i, a in enumerate(first) for j, b in enumerate(second) if overlap(a, b) >= 0.5),
        key=lambda row: (-row[0], row[1:]),
    )
    found, left, right = [], set(), set()
    for _, i, j in rows:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((first[i], second[j]))
    return found


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("annotations")
    for language in ("ar", "en"):
        first, second = read(folder / f"{language}.jsonl"), read(folder / f"{language}.second.jsonl")
        both = [(first[key], second[key]) for key in sorted(second) if key in first]
        matched = [pair for a, b in both for pair in pairs(a, b)]
        total = sum(len(a) + len(b) for a, b in both)
        kinds = sum(a.kind in (b.kind, *b.also_kinds) or b.kind in (a.kind, *a.also_kinds) for a, b in matched)
        same = {
            name: sum(getattr(a, name) == getattr(b, name) for a, b in matched)
            for name in ("checkable", "polarity", "modality")
        }
        shares = ", ".join(f"{name} {n / len(matched):.3f}" for name, n in {"kind": kinds, **same}.items())
        print(
            f"{language}: {len(both)} sentences, F1 {2 * len(matched) / total:.3f}; over {len(matched)} pairs: {shares}"
        )


if __name__ == "__main__":
    main()
