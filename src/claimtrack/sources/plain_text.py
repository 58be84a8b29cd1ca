"""Plain text from a file or from bytes: in goes UTF-8 or UTF-16, out comes text that is never altered."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from claimtrack.errors import BadInput, NotFound

MOST_BYTES = 50_000_000
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65_536
_SURROGATE = re.compile("[\ud800-\udfff]")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text and the name that it goes by."""

    text: str
    name: str


def read(source: str | Path | bytes, name: str | None = None) -> SourceText:
    """The text of a file or of bytes. Line ends stay as they are; only a byte order mark is dropped.

    BadInput says which file and, for a wrong byte, at which offset.
    """
    if isinstance(source, bytes):
        called = name or "input"
        return SourceText(decode(source, called), called)
    path = Path(source)
    return SourceText(decode(_bytes(path), str(path)), name or path.name)


def decode(data: bytes, name: str) -> str:
    """Bytes as text, or BadInput."""
    if len(data) > MOST_BYTES:
        raise BadInput(f"{name} is larger than {MOST_BYTES // 1_000_000} MB.", "Split it into its documents.")
    if not data:
        raise BadInput(f"{name} is empty.", "Check that the text was saved in it.")
    text = _text(data, name)
    _check(text, name)
    return text


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise BadInput(f"{path} is a folder.", "Name the files in it.")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.", _nearest(path)) from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}.") from error


def _nearest(path: Path) -> str:
    """The names in the same folder that look like the one asked for."""
    folder = path.parent
    if not folder.is_dir():
        return f"There is no folder {folder} either."
    try:
        near = get_close_matches(path.name, [each.name for each in folder.iterdir()], n=3)
    except OSError:
        return ""
    return f"Did you mean {' or '.join(str(folder / each) for each in near)}?" if near else "Check the path."


def _text(data: bytes, name: str) -> str:
    if data.startswith(_UTF32) and len(data) % 4 == 0:
        raise BadInput(f"{name} is UTF-32, which claimtrack does not read.", "Save it as UTF-8.")
    mark, encoding = next(((mark, code) for mark, code in _UTF16.items() if data.startswith(mark)), (b"", "utf-8"))
    if encoding == "utf-8" and data.startswith(codecs.BOM_UTF8):
        mark = codecs.BOM_UTF8
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = error.start + len(mark)
        binary = b"\x00" in data[:_SAMPLE] and encoding == "utf-8"
        hint = "Name a file of plain text." if binary else "Save the file as UTF-8 and try again."
        raise BadInput(_wrong_byte(data, offset, name, encoding), hint) from error


def _wrong_byte(data: bytes, offset: int, name: str, encoding: str) -> str:
    if b"\x00" in data[:_SAMPLE] and encoding == "utf-8":
        return f"{name} is not text: it holds binary data (first wrong byte at offset {offset})."
    if data[offset] == 0xED and encoding == "utf-8" and data[offset + 1 : offset + 2] >= b"\xa0":
        return f"{name} holds a lone surrogate at byte offset {offset}."
    return f"{name} is not valid {encoding.upper()}: byte 0x{data[offset]:02x} at offset {offset}."


def _check(text: str, name: str) -> None:
    """No text of a person is empty, all spaces, or full of control characters."""
    if not text.strip().strip("\ufeff\u200b\u200e\u200f"):
        raise BadInput(f"{name} holds nothing but spaces.")
    if surrogate := _SURROGATE.search(text):
        raise BadInput(f"{name} holds a lone surrogate at character {surrogate.start()}.", "Save it again as UTF-8.")
    wrong = _BINARY.search(text[:_SAMPLE])
    if wrong and (wrong.group() == "\x00" or len(_BINARY.findall(text[:_SAMPLE])) * 50 > len(text[:_SAMPLE])):
        raise BadInput(
            f"{name} is not text: it holds the control character 0x{ord(wrong.group()):02x} at character "
            f"{wrong.start()}."
        )
