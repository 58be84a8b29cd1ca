"""How wide text is on a terminal, and how it breaks into lines: before any mark or colour is put in."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\S+\s*")
ELLIPSIS = "…"


def width(text: str) -> int:
    """Columns on a terminal: harakat and joiners take none, wide letters two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def right_to_left(text: str) -> bool:
    """Whether the text has letters that run from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(each) in ("R", "AL") for each in text)


def pad(text: str, columns: int) -> str:
    """The text with spaces behind it up to `columns`."""
    return text + " " * max(0, columns - width(text))


def clip(text: str, columns: int) -> str:
    """As much of the text as fits, with an ellipsis where something was cut."""
    if width(text) <= columns:
        return text
    return head(text, columns - 1).rstrip() + ELLIPSIS


def head(text: str, columns: int) -> str:
    """The longest beginning that fits; a letter keeps its marks."""
    if text.isascii():
        return text[:columns]
    taken = used = 0
    for taken, each in enumerate(text):
        used += width(each)
        if used > columns:
            return text[:taken]
    return text


def wrap(text: str, columns: int, most: int | None = None) -> list[str]:
    """At most `most` lines of at most `columns`, broken between words, or in words too long for a line."""
    lines: list[str] = []
    line = ""
    for word in _WORD.findall(text):
        if line and width(line + word.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        while width(word.rstrip()) > columns:
            part = head(word, columns) or word[:1]
            lines.append(part)
            word = word[len(part) :]
        line += word
        if most is not None and len(lines) > most:
            break
    if line.strip() or not lines:
        lines.append(line.rstrip())
    if most is not None and len(lines) > most:
        return [*lines[: most - 1], clip(f"{lines[most - 1]} {lines[most]}", columns)]
    return lines
