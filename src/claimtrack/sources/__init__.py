"""Reading texts from outside: one reader a format."""

from __future__ import annotations

from claimtrack.sources.plain_text import SourceText, decode, read

__all__ = ["SourceText", "decode", "read"]
