"""Which database a command works on, and why that one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_PLACE = Path("data") / "claims.db"


@dataclass(frozen=True, slots=True)
class Place:
    """A database file and what named it."""

    path: Path
    because: str


def find(option: str | None, configured: str | None = None) -> Place:
    """--db, else CLAIMTRACK_DB, else the settings, else data/claims.db here or above, else your own."""
    if option:
        return Place(Path(option).expanduser(), "--db")
    if environment := os.environ.get("CLAIMTRACK_DB"):
        return Place(Path(environment).expanduser(), "CLAIMTRACK_DB")
    if configured:
        return Place(Path(configured).expanduser(), "configuration")
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / _PLACE).is_file():
            return Place(folder / _PLACE, f"found in {folder}")
    from platformdirs import user_data_path

    return Place(user_data_path("claimtrack", appauthor=False) / "claims.db", "your data folder")
