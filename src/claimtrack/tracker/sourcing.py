"""Sources, their captures, and evidence."""

from __future__ import annotations

import mimetypes
import os
import shutil
import sqlite3
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from claimtrack.errors import BadInput, Conflict, NotFound, UsageError
from claimtrack.model.history import Change
from claimtrack.model.sources import Access, Capture, EvidenceStance, Source, SourceKind, SourceRank
from claimtrack.store.ledger import Ledger
from claimtrack.tracker.session import Picked, Session, Work, numbered

_TEXTS = ("title", "publisher", "author", "url", "published", "origin", "interest")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(SourceKind),
    "rank": get_args(SourceRank),
    "access": get_args(Access),
}
_ACCESS = get_args(Access)
_SOURCE = (
    "id",
    "kind",
    "title",
    "publisher",
    "author",
    "url",
    "canonical_url",
    "published",
    "rank",
    "origin",
    "interest",
    "access",
    "added_at",
    "added_by",
)
_CAPTURE = (
    "id",
    "source_id",
    "method",
    "location",
    "at",
    "sha256",
    "bytes",
    "media_type",
    "http_status",
    "tool",
    "last_checked",
    "state",
    "reason",
    "tries",
)
_TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid")


def canonical_url(url: str) -> str:
    """One form for the addresses of one page: host in lower case, no www, fragment, tracking or closing
    slash."""
    parts = urlsplit(url.strip())
    host = parts.netloc.lower().removeprefix("www.").removesuffix(":443").removesuffix(":80")
    query = sorted(p for p in parse_qsl(parts.query, keep_blank_values=True) if not p[0].lower().startswith(_TRACKERS))
    return urlunsplit(("https", host, parts.path.rstrip("/"), urlencode(query), ""))


def captures_folder(path: Path) -> Path:
    """Where a tracker keeps its copies: beside the database."""
    return path.with_name(path.name + ".captures")


def sources(conn: sqlite3.Connection, id: int | None = None) -> list[Source]:
    """All sources, or one, with their captures."""
    where = "" if id is None else " AND id = ?"
    given = [] if id is None else [id]
    held: dict[int, list[Capture]] = {}
    for row in conn.execute(f"SELECT {', '.join(_CAPTURE)} FROM captures WHERE NOT removed ORDER BY id"):
        held.setdefault(row[1], []).append(Capture.model_construct(**dict(zip(_CAPTURE, row, strict=True))))
    rows = conn.execute(f"SELECT {', '.join(_SOURCE)} FROM sources WHERE NOT removed{where} ORDER BY id", given)
    return [
        Source.model_construct(**dict(zip(_SOURCE, r, strict=True)), captures=tuple(held.get(r[0], ()))) for r in rows
    ]


def source(conn: sqlite3.Connection, id: int) -> Source:
    """One source."""
    found = sources(conn, id)
    if not found:
        raise NotFound(f"There is no source {id}.", "See them with: claimtrack source list")
    return found[0]


def _fields(about: Mapping[str, Any]) -> dict[str, Any]:
    fields = {k: v for k, v in about.items() if v is not None}
    for name, value in fields.items():
        if name in _CHOICES and value not in _CHOICES[name]:
            raise UsageError(f"{value!r} is no {name} of a source.", f"Choose from: {', '.join(_CHOICES[name])}")
        if name not in _CHOICES and name not in _TEXTS:
            raise UsageError(f"A source has no {name!r}.", f"It has: {', '.join((*_CHOICES, *_TEXTS))}")
    if fields.get("url"):
        if urlsplit(fields["url"]).scheme not in ("http", "https"):
            raise UsageError(f"{fields['url']!r} is no web address.", "It begins with https:// or http://.")
        fields["canonical_url"] = canonical_url(fields["url"])
    return fields


def add(session: Session, file: str | Path | None, about: Mapping[str, Any], dry_run: bool) -> Change:
    with session.operation("source add", dry_run=dry_run) as work:
        id = put(session, work, file, about, dry_run)
        known = "" if work.counts["sources"] else " was here already"
        work.sentences.insert(0, f"Source {id}{known}.")
    return work.change


def put(session: Session, work: Work, file: str | Path | None, about: Mapping[str, Any], dry_run: bool) -> int:
    """The id of a source: the same canonical URL or the same file is the same source."""
    fields = _fields(about)
    copy = _read_file(file) if file is not None else None
    if not (fields.get("url") or copy or fields.get("title")):
        raise UsageError("A source needs an address, a file or a title.", "For a person: --kind person --title NAME")
    id = _known(session.conn, fields, copy)
    if id is None:
        fields = {
            "kind": "document" if copy else "page" if fields.get("url") else "person",
            "access": "public",
        } | fields
        if copy:
            fields.setdefault("title", copy[0].name)
        id = work.ledger.insert("sources", fields | {"added_at": work.ledger.at, "added_by": work.ledger.actor})
        work.did("sources")
    else:
        _tighten(work, id, fields.get("access"))
    if copy:
        _capture(session, work.ledger, id, copy, dry_run)
    work.ids.append(id)
    return id


def _tighten(work: Work, id: int, access: str | None) -> None:
    """A known source that is now called more confidential becomes so; less only by an edit of the source."""
    (now,) = work.ledger.conn.execute("SELECT access FROM sources WHERE id = ?", [id]).fetchone()
    if access is None or access == now:
        return
    if _ACCESS.index(access) > _ACCESS.index(now):
        work.ledger.update("sources", id, {"access": access})
        work.did("access")
        work.sentences.append(f"Source {id} was {now} and is {access} now.")
    else:
        work.warnings.append(f"Source {id} stays {now}; to open it: claimtrack source edit {id} --access {access}")


def _read_file(file: str | Path) -> tuple[Path, str, int]:
    path = Path(file)
    if not path.is_file():
        raise NotFound(f"There is no file {path}.", "Check the path.")
    digest = sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    return path, digest.hexdigest(), path.stat().st_size


def _known(conn: sqlite3.Connection, fields: Mapping[str, Any], copy: tuple[Path, str, int] | None) -> int | None:
    row = None
    if fields.get("canonical_url"):
        row = conn.execute(
            "SELECT id FROM sources WHERE canonical_url = ? AND NOT removed", [fields["canonical_url"]]
        ).fetchone()
    elif copy:
        row = conn.execute(
            "SELECT s.id FROM captures k JOIN sources s ON s.id = k.source_id WHERE k.sha256 = ? "
            "AND NOT k.removed AND NOT s.removed",
            [copy[1]],
        ).fetchone()
    return row and int(row[0])


def _capture(session: Session, ledger: Ledger, id: int, copy: tuple[Path, str, int], dry_run: bool) -> None:
    path, digest, size = copy
    if session.conn.execute(
        "SELECT 1 FROM captures WHERE source_id = ? AND sha256 = ? AND NOT removed", [id, digest]
    ).fetchone():
        return
    place = captures_folder(session.path) / digest[:2] / digest
    if not dry_run and not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f"{digest}.{os.getpid()}.part")
        try:
            shutil.copyfile(path, part)
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
    ledger.insert(
        "captures",
        {
            "source_id": id,
            "method": "file",
            "location": f"{digest[:2]}/{digest}",
            "at": ledger.at,
            "sha256": digest,
            "bytes": size,
            "media_type": mimetypes.guess_type(path.name)[0] or "application/octet-stream",
            "state": "ok",
        },
    )


def edit(session: Session, id: int, fields: Mapping[str, Any], dry_run: bool) -> Change:
    with session.operation("source edit", dry_run=dry_run) as work:
        source(session.conn, id)
        if work.ledger.update("sources", id, _fields(fields)):
            work.did("sources")
            work.ids.append(id)
            work.sentences.append(f"Source {id} changed.")
            work.ledger.reword_beside |= {
                r[0] for r in session.conn.execute("SELECT claim_id FROM evidence WHERE source_id = ?", [id])
            }
    return work.change


def remove(session: Session, id: int, dry_run: bool) -> Change:
    with session.operation("source remove", dry_run=dry_run) as work:
        source(session.conn, id)
        rests = [
            r[0]
            for r in session.conn.execute(
                "SELECT claim_id FROM evidence WHERE source_id = ? AND withdrawn_at IS NULL", [id]
            )
        ]
        if rests:
            raise Conflict(
                f"Evidence of claim {', '.join(map(str, rests[:9]))} rests on source {id}.",
                "Detach it first: claimtrack detach EVIDENCE",
            )
        work.ledger.update("sources", id, {"removed": 1})
        work.did("sources")
        work.sentences.append(f"Source {id} removed.")
    return work.change


def attach(
    session: Session,
    picked: Picked,
    to: int | str | Path,
    evidence: Mapping[str, Any],
    about: Mapping[str, Any],
    dry_run: bool,
) -> Change:
    with session.operation("attach", dry_run=dry_run) as work:
        found = session.picked(picked)
        id = named(session, work, to, about, dry_run)
        work.ids.clear()
        for claim in found:
            add_evidence(work, claim.id, id, evidence)
        work.sentences.append(f"Source {id} attached to {numbered(len(found), 'claim')} as {evidence['stance']}.")
    return work.change


def named(session: Session, work: Work, to: int | str | Path, about: Mapping[str, Any], dry_run: bool = False) -> int:
    """The source that an id, an address or a file names; a new one is made."""
    if isinstance(to, int) or (isinstance(to, str) and to.isdecimal()):
        return source(session.conn, int(to)).id
    if isinstance(to, str) and urlsplit(to).scheme in ("http", "https"):
        return put(session, work, None, {**about, "url": to}, dry_run)
    return put(session, work, to, about, dry_run)


def add_evidence(work: Work, claim: int, source: int, evidence: Mapping[str, Any]) -> None:
    """Join a claim to a source."""
    if evidence["stance"] not in get_args(EvidenceStance):
        raise UsageError(f"{evidence['stance']!r} is no stance.", f"Choose from: {', '.join(get_args(EvidenceStance))}")
    work.ids.append(
        work.ledger.insert(
            "evidence",
            {
                "claim_id": claim,
                "source_id": source,
                **evidence,
                "added_at": work.ledger.at,
                "added_by": work.ledger.actor,
            },
            claim=claim,
        )
    )
    work.ledger.reword_beside.add(claim)
    work.did("evidence", claim)


def detach(session: Session, id: int, because: str | None, dry_run: bool) -> Change:
    with session.operation("detach", reason=because, dry_run=dry_run) as work:
        row = session.conn.execute(
            "SELECT claim_id FROM evidence WHERE id = ? AND withdrawn_at IS NULL", [id]
        ).fetchone()
        if not row:
            raise NotFound(f"There is no evidence {id}.", "claimtrack show CLAIM lists the evidence of a claim.")
        withdraw(work, id, row[0], because)
        work.sentences.append(f"Evidence {id} of claim {row[0]} withdrawn.")
    return work.change


def withdraw(work: Work, id: int, claim: int, because: str | None) -> None:
    """Evidence that no longer counts; it stays on file."""
    work.ledger.update(
        "evidence",
        id,
        {"withdrawn_at": work.ledger.at, "withdrawn_by": work.ledger.actor, "withdrawn_because": because},
        claim=claim,
    )
    work.ledger.reword_beside.add(claim)
    work.did("withdrawn", claim)
