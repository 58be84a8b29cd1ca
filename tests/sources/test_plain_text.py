"""Reading texts: the text is never altered, and what cannot be read is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.errors import BadInput, NotFound
from claimtrack.sources import read
from claimtrack.sources.plain_text import MOST_BYTES

TEXT = "بلغ العدد ٩٥٠ مليونًا.\r\nThat was in 2024.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big"],
)
def test_the_text_arrives_exactly(data: bytes) -> None:
    assert read(data).text == TEXT


def test_a_file_gives_its_name(tmp_path: Path) -> None:
    file = tmp_path / "statement.txt"
    file.write_bytes(TEXT.encode())
    assert read(file).name == "statement.txt"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "nothing but spaces"),
        (b"abc\xff def", "byte 0xff at offset 3"),
        (b"\xef\xbb\xbfabc\xff", "offset 6"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary"),
        (b"plain\x00zero", "control character 0x00"),
        ("abc\ud800".encode("utf-8", "surrogatepass"), "lone surrogate at byte offset 3"),
        (b"\xff\xfe" + b"a", "UTF-16"),
        (b"\xff\xfea\x00\x00\xd8b\x00", "UTF-16"),
    ],
    ids=[
        "empty",
        "spaces",
        "wrong byte",
        "wrong byte behind mark",
        "image",
        "nul",
        "surrogate",
        "odd",
        "half pair",
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, says: str) -> None:
    with pytest.raises(BadInput, match="the file") as caught:
        read(data, "the file")
    assert says in caught.value.message


def test_a_text_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as out:
        out.truncate(MOST_BYTES + 1)
    with pytest.raises(BadInput, match="larger than 50 MB"):
        read(file)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"no file .*nowhere"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(BadInput, match="is a folder"):
        read(tmp_path)


def test_escapes_in_a_text_are_text() -> None:
    assert read(b"a \x1b[31m red").text == "a \x1b[31m red"
