"""What a form sent: its fields as clean text, and perhaps one file, written where the tracker can take it in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.datastructures import UploadFile
from starlette.requests import Request

from claimtrack.errors import UsageError
from claimtrack.languages.messages import say

_MOST_FIELDS = 400
_LONGEST = 200_000
_UNFIT = re.compile(r"[^\w.\- ]+")


@dataclass(frozen=True, slots=True)
class Form:
    """Fields by name. An empty one is None to those who ask with `get`."""

    fields: dict[str, str] = field(default_factory=dict)
    file: UploadFile | None = None

    def get(self, name: str) -> str | None:
        """The text of a field without spaces around it, None where it is empty."""
        return self.fields.get(name, "").strip() or None

    def need(self, name: str, message: str) -> str:
        """The text of a field; UsageError with `message` where it is empty."""
        found = self.get(name)
        if found is None:
            raise UsageError(message)
        return found

    def number(self, name: str) -> int | None:
        """The whole number in a field, None where it is empty."""
        text = self.get(name)
        if text is None:
            return None
        digits = text.removeprefix("#")
        if not digits.isdecimal() or len(digits) > 15:
            raise UsageError(say("no_number", text=text[:40]), say("number_as", example=7))
        return int(digits)

    def listed(self, name: str) -> list[str]:
        """The values of a field that takes several with commas, in the marks of any language."""
        return [part.strip() for part in re.split("[,;\u060c\u061b]", self.get(name) or "") if part.strip()]


async def read(request: Request) -> Form:
    """The form of a request; line ends as the text has them, not as browsers send them."""
    given = await request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=_LONGEST)
    fields, file = {}, None
    for name, value in given.multi_items():
        if isinstance(value, UploadFile):
            file = value if value.filename else None
        else:
            fields[name] = value.replace("\r\n", "\n")
    return Form(fields, file)


@contextmanager
def as_file(upload: UploadFile) -> Iterator[Path]:
    """An upload as a file of its own. The sender's name is a title only: nothing is opened by it."""
    name = _UNFIT.sub("_", (upload.filename or "").replace("\\", "/").rpartition("/")[2]).strip(" .")
    with TemporaryDirectory(prefix="claimtrack-") as folder:
        path = Path(folder) / (name[-100:] or "file")
        with path.open("wb") as out:
            while part := upload.file.read(1 << 20):
                out.write(part)
        yield path
