"""A sheet saved as text (CSV, TSV): in go bytes in UTF-8 or UTF-16, with or without a mark, out comes the text.

Unlike a statement, a sheet may be large, and its cells may hold any character.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from claimtrack.errors import BadInput, NotFound

MOST_BYTES = 1_000_000_000
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


def read_table(source: str | Path | bytes, name: str | None = None) -> str:
    """The text of a sheet. BadInput says which file it is and what to do."""
    called = name or ("input" if isinstance(source, bytes) else str(source))
    data = source if isinstance(source, bytes) else _bytes(Path(source))
    if len(data) > MOST_BYTES:
        raise BadInput(f"{called} is larger than {MOST_BYTES // 1_000_000} MB.", "Split it.")
    mark, encoding = next(((m, e) for m, e in _MARKS.items() if data.startswith(m)), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = error.start + len(mark)
        raise BadInput(
            f"{called} is not valid {encoding.upper()}: byte 0x{data[offset]:02x} at offset {offset}.",
            "Save the sheet as “CSV UTF-8” or as XLSX, and import it again.",
        ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.", "Check the path.") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}.") from error
