"""Checks that a wheel holds all the data that the program reads: `python scripts/wheel.py FILE.whl`."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

SRC = Path(__file__).parents[1] / "src"
LEFT_OUT = {".pyc"}


def missing(wheel: Path) -> list[str]:
    """Files of src/claimtrack that the wheel lacks."""
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    ours = (p for p in (SRC / "claimtrack").rglob("*") if p.is_file() and p.suffix not in LEFT_OUT)
    return sorted(name for name in (p.relative_to(SRC).as_posix() for p in ours) if name not in held)


if __name__ == "__main__":
    lacking = missing(Path(sys.argv[1]))
    print(
        "\n".join(f"missing in the wheel: {name}" for name in lacking) or "The wheel holds every file of the package."
    )
    sys.exit(bool(lacking))
