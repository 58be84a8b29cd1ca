"""A case as one ZIP file that opens without claimtrack: pages to read, tables to work with, the captured files.

In it: index.html and a page for each statement, the statements as text, claims as CSV and JSON Lines with their
schema, sources, history, the copies of the sources, and SHA256SUMS over all of it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import claimtrack.views.exports.csv as csv
from claimtrack.model.record import Record
from claimtrack.model.sources import Capture
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.exports.bundle.case import Case, make_case
from claimtrack.views.exports.bundle.page import index
from claimtrack.views.exports.json import dump
from claimtrack.views.exports.sheet import Sheet
from claimtrack.views.report import gather, to_html

__all__ = ["Case", "make_case", "write"]
_BLOCK = 1 << 20


def write(out: BinaryIO, case: Case, sheet: Sheet, captures: Path) -> list[str]:
    """Write the bundle; `captures` is the folder of the copies. What it says: the copies that are not there."""
    sums: list[str] = []
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in _files(case, sheet):
            _add(archive, name, data, sums)
        lost = [each for each in case.copies() if not _copy(archive, each, captures, sums)]
        _add(archive, "index.html", index(case, lost).encode("utf-8", "replace"), sums)
        _add(archive, "SHA256SUMS", "".join(sums).encode(), [])
    return [f"{captures / (each.location or '')} (source {each.source_id})" for each in lost]


def _files(case: Case, sheet: Sheet) -> Iterator[tuple[str, bytes]]:
    for document in case.documents:
        claims = [each for each in case.claims if each.document_id == document.id]
        made = gather(document, claims, case.sources, labels=case.labels, confidential=case.confidential, day=case.day)
        yield case.page_of(document.id), to_html(made).encode("utf-8", "replace")
        yield case.text_of(document.id), (document.text or "").encode("utf-8", "surrogatepass")
    yield "claims.csv", (csv.BYTE_ORDER_MARK + "".join(csv.write(sheet))).encode("utf-8", "surrogatepass")
    yield "claims.jsonl", _lines(case.claims)
    yield "claims.schema.json", _schema().encode()
    yield "sources.jsonl", _lines(case.sources)
    yield "history.jsonl", _lines(case.history)


def _schema() -> str:
    return json.dumps(TrackedClaim.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False) + "\n"


def _lines(records: tuple[Record, ...]) -> bytes:
    return "".join(f"{dump(each)}\n" for each in records).encode()


def _info(name: str) -> ZipInfo:
    """An entry without the time of its making, so that the same case gives the same bytes."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _add(archive: ZipFile, name: str, data: bytes, sums: list[str]) -> None:
    archive.writestr(_info(name), data)
    sums.append(f"{sha256(data).hexdigest()}  {name}\n")


def _copy(archive: ZipFile, capture: Capture, folder: Path, sums: list[str]) -> bool:
    """Put a captured file in as it is; False where it is gone."""
    file = folder / (capture.location or "")
    if not file.is_file():
        return False
    name = Case.name_of(capture)
    with file.open("rb") as source, archive.open(_info(name), "w") as target:
        shutil.copyfileobj(source, target, _BLOCK)
    sums.append(f"{capture.sha256}  {name}\n")
    return True
