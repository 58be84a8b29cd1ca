"""Copies of sources: files that were given, and pages from the web, kept under their hash beside the database."""

from __future__ import annotations

import mimetypes
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.errors import BadInput, NotFound
from claimtrack.languages.messages import say
from claimtrack.store import opening
from claimtrack.store.ledger import Ledger
from claimtrack.tracker.session import Session, Work

if TYPE_CHECKING:
    from claimtrack.sources.web_page import Page

Copy = tuple[Path, str, int]
"""A file, its sha256 and its size."""


def captures_folder(path: Path) -> Path:
    """Where a tracker keeps its copies: beside the database."""
    return path.with_name(path.name + ".captures")


def read_file(file: str | Path) -> Copy:
    """A file as it will be copied; NotFound where it is none."""
    path = Path(file)
    if not path.is_file():
        raise NotFound(say("no_file", file=path), say("check_path"))
    digest = sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise BadInput(say("unreadable", file=path, why=error.strerror)) from error
    return path, digest.hexdigest(), path.stat().st_size


def keep_file(session: Session, ledger: Ledger, source: int, copy: Copy, dry_run: bool) -> None:
    """Copy a file, unless this source has it already."""
    path, digest, size = copy
    if _held(session, source, digest) is not None:
        return
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if not dry_run:
        _put(session, digest, lambda part: shutil.copyfile(path, part))
    ledger.insert("captures", _capture(ledger, source, "file", digest, size) | {"media_type": kind})


class Fetched(NamedTuple):
    """A page that was asked for. What came lies in the capture folder already, under its hash."""

    page: Page
    digest: str
    size: int


def page_of(session: Session, url: str) -> Fetched:
    """The page at an address, or why there is none."""
    from claimtrack import __version__
    from claimtrack.sources.web_page import fetch

    page = fetch(url, tool=f"claimtrack {__version__}")
    digest = sha256(page.body).hexdigest()
    if not page.failure:
        with opening.clear_errors(captures_folder(session.path)):
            _put(session, digest, lambda part: part.write_bytes(page.body))
    return Fetched(replace(page, body=b""), digest, len(page.body))


def keep_page(session: Session, work: Work, source: int, fetched: Fetched | None, *, asked: bool) -> None:
    """Put on record what was fetched for a source: a copy, the same copy as before, or a failure with its reason."""
    if fetched is None:
        if asked:
            work.sentences.append(f"The page of source {source} would be fetched.")
        return
    page, digest = fetched.page, fetched.digest
    if page.failure:
        _keep_failure(session, work, source, page)
        return
    held = _held(session, source, digest)
    if held is not None:
        work.ledger.update("captures", held, {"last_checked": work.ledger.at})
        work.sentences.append(f"The page of source {source} is the same as before.")
    else:
        row = _capture(work.ledger, source, "fetch", digest, fetched.size) | _way(page) | {"reason": None}
        _enter(session, work, source, row)
        work.sentences.append(f"The page of source {source} is kept: {fetched.size:,} bytes, {page.media_type}.")
    work.did("captures")


def _keep_failure(session: Session, work: Work, source: int, page: Page) -> None:
    row = {"source_id": source, "method": "fetch", "at": work.ledger.at, "state": "failed", "reason": page.failure}
    _enter(session, work, source, row | _way(page))
    work.did("failed")
    work.warnings.append(say("fetch_failed", url=page.url, why=page.failure, source=source))


def _enter(session: Session, work: Work, source: int, row: dict[str, Any]) -> None:
    """A try at fetching: it takes the place of the last one where that failed, and counts it."""
    failed = session.conn.execute(
        "SELECT id, tries FROM captures WHERE source_id = ? AND state = 'failed' AND NOT removed", [source]
    ).fetchone()
    if failed:
        work.ledger.update("captures", failed[0], row | {"tries": failed[1] + 1, "last_checked": work.ledger.at})
    else:
        work.ledger.insert("captures", row)


def _way(page: Page) -> dict[str, Any]:
    """How a page was reached, and by what."""
    from claimtrack import __version__

    return {
        "media_type": page.media_type,
        "http_status": page.status,
        "tool": f"claimtrack {__version__}",
        "final_url": page.final_url,
        "redirects": dumps(page.redirects),
    }


def _capture(ledger: Ledger, source: int, method: str, digest: str, size: int) -> dict[str, Any]:
    return {
        "source_id": source,
        "method": method,
        "location": f"{digest[:2]}/{digest}",
        "at": ledger.at,
        "sha256": digest,
        "bytes": size,
        "state": "ok",
    }


def _held(session: Session, source: int, digest: str) -> int | None:
    """The capture of a source that has this very content."""
    row = session.conn.execute(
        "SELECT id FROM captures WHERE source_id = ? AND sha256 = ? AND NOT removed", [source, digest]
    ).fetchone()
    return row and int(row[0])


def _put(session: Session, digest: str, write: Callable[[Path], object]) -> None:
    """A file under its hash, whole or not at all."""
    place = captures_folder(session.path) / digest[:2] / digest
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{digest}.{os.getpid()}.part")
    try:
        write(part)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
