"""Text from outside made harmless for a terminal: no escape sequence acts, no bidi control reorders."""

from __future__ import annotations

import re

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_SPACES = re.compile(r"[\s\u2028\u2029]+")


def harmless(text: str) -> str:
    """Control characters shown as what they are (␛, ⟨U+202E⟩); tabs and line ends stay."""
    return _CONTROL.sub(_shown, text)


def one_line(text: str) -> str:
    """Harmless, and every run of spaces and line ends one space."""
    return harmless(_SPACES.sub(" ", text)).strip()


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x0D:
        return ""
    return chr(0x2400 + code) if code < 0x20 else f"⟨U+{code:04X}⟩"
