"""What a running page knows: which tracker, whose, where it is served and under which rules."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """`actor` is who started the page; `token` is asked for where others can reach it; `secret` signs cookies."""

    path: Path
    actor: str
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None
    read_only: bool = False
    strict: bool = False
    reviewer: bool = False
    language: str | None = None
    most_megabytes: int = 20
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def most_bytes(self) -> int:
        """The largest request that is taken."""
        return self.most_megabytes * MEGABYTE
