"""Sources and evidence."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from json import loads
from pathlib import Path
from typing import Any, get_args
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import claimtrack.tracker.capturing as capturing
from claimtrack.errors import Conflict, NotFound, UsageError
from claimtrack.languages.messages import Message, say, term
from claimtrack.model.history import Change
from claimtrack.model.sources import Access, Capture, EvidenceStance, Source, SourceKind, SourceRank
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
    "final_url",
    "redirects",
)
_TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid")


def canonical_url(url: str) -> str:
    """One form for the addresses of one page: host in lower case, no www, fragment, tracking or closing
    slash."""
    parts = urlsplit(url.strip())
    host = parts.netloc.lower().removeprefix("www.").removesuffix(":443").removesuffix(":80")
    query = sorted(p for p in parse_qsl(parts.query, keep_blank_values=True) if not p[0].lower().startswith(_TRACKERS))
    return urlunsplit(("https", host, parts.path.rstrip("/"), urlencode(query), ""))


def sources(conn: sqlite3.Connection, id: int | None = None) -> list[Source]:
    """All sources, or one, with their captures."""
    where = "" if id is None else " AND id = ?"
    given = [] if id is None else [id]
    held: dict[int, list[Capture]] = {}
    for row in conn.execute(f"SELECT {', '.join(_CAPTURE)} FROM captures WHERE NOT removed ORDER BY id"):
        fields = dict(zip(_CAPTURE, row, strict=True))
        fields["redirects"] = tuple(loads(fields["redirects"]))
        held.setdefault(row[1], []).append(Capture.model_construct(**fields))
    rows = conn.execute(f"SELECT {', '.join(_SOURCE)} FROM sources WHERE NOT removed{where} ORDER BY id", given)
    return [
        Source.model_construct(**dict(zip(_SOURCE, r, strict=True)), captures=tuple(held.get(r[0], ()))) for r in rows
    ]


def source(conn: sqlite3.Connection, id: int) -> Source:
    """One source."""
    found = sources(conn, id)
    if not found:
        raise NotFound(say("no_source", source=id), say("see_sources"))
    return found[0]


def _fields(about: Mapping[str, Any]) -> dict[str, Any]:
    fields = {k: v for k, v in about.items() if v is not None}
    for name, value in fields.items():
        if name in _CHOICES and value not in _CHOICES[name]:
            raise UsageError(say("source_choice", value=value, name=name), _choose(_CHOICES[name]))
        if name not in _CHOICES and name not in _TEXTS:
            raise UsageError(say("source_field", name=name), say("it_has", names=", ".join((*_CHOICES, *_TEXTS))))
    if fields.get("url"):
        if not _is_address(fields["url"]):
            raise UsageError(say("no_address", url=fields["url"]), say("address_begins"))
        fields["canonical_url"] = canonical_url(fields["url"])
    return fields


def _choose(names: Sequence[str]) -> Message:
    return say("choose_from", names=", ".join(names))


def _is_address(word: str) -> bool:
    """Whether a word is an address in the web."""
    try:
        parts = urlsplit(word)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def add(session: Session, file: str | Path | None, about: Mapping[str, Any], *, fetch: bool, dry_run: bool) -> Change:
    page = _fetched(session, about, dry_run) if fetch else None
    with session.operation("source add", dry_run=dry_run) as work:
        id = put(session, work, file, about, dry_run)
        known = "" if work.counts["sources"] else " was here already"
        work.sentences.insert(0, f"Source {id}{known}.")
        capturing.keep_page(session, work, id, page, asked=fetch)
    return work.change


def _fetched(session: Session, about: Mapping[str, Any], dry_run: bool) -> capturing.Fetched | None:
    """The page of a source, asked for before the database is held; a dry run leaves the network alone."""
    fields = _fields(about)
    if not fields.get("url"):
        raise UsageError(say("fetch_needs"), say("fetch_file"))
    return None if dry_run else capturing.page_of(session, fields["url"])


def fetch(session: Session, ids: Sequence[int], dry_run: bool) -> Change:
    """Get the pages of sources, again or for the first time; what fails is on record and can be tried again."""
    named = [source(session.conn, id) for id in dict.fromkeys(ids)]
    for each in named:
        if not each.url:
            raise UsageError(say("source_bare", source=each.id), say("source_give", source=each.id))
    pages = [(each.id, None if dry_run else capturing.page_of(session, str(each.url))) for each in named]
    with session.operation("source fetch", dry_run=dry_run) as work:
        for id, page in pages:
            work.ids.append(id)
            capturing.keep_page(session, work, id, page, asked=True)
    return work.change


def put(session: Session, work: Work, file: str | Path | None, about: Mapping[str, Any], dry_run: bool) -> int:
    """The id of a source: the same canonical URL or the same file is the same source."""
    fields = _fields(about)
    copy = capturing.read_file(file) if file is not None else None
    if not (fields.get("url") or copy or fields.get("title")):
        raise UsageError(say("source_needs"), say("source_person"))
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
        capturing.keep_file(session, work.ledger, id, copy, dry_run)
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
        work.warnings.append(say("source_stays", source=id, access=term("access", now), wanted=access))


def _known(conn: sqlite3.Connection, fields: Mapping[str, Any], copy: capturing.Copy | None) -> int | None:
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
        rests = session.conn.execute(
            "SELECT claim_id, id FROM evidence WHERE source_id = ? AND withdrawn_at IS NULL ORDER BY id", [id]
        ).fetchall()
        if rests:
            claims = ", ".join(str(claim) for claim, _ in rests[:9])
            raise Conflict(say("source_rests", claims=claims, source=id), say("detach_first", evidence=rests[0][1]))
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
    *,
    fetch: bool,
    dry_run: bool,
) -> Change:
    page = None
    if fetch:
        session.picked(picked)  # a wrong id is told before the network is asked
        page = _fetched(session, _addressed(session, to, about), dry_run)
    with session.operation("attach", dry_run=dry_run) as work:
        found = session.picked(picked)
        id = named(session, work, to, about, dry_run)
        capturing.keep_page(session, work, id, page, asked=fetch)
        work.ids.clear()
        for claim in found:
            add_evidence(work, claim.id, id, evidence)
        work.sentences.append(f"Source {id} attached to {numbered(len(found), 'claim')} as {evidence['stance']}.")
    return work.change


def _addressed(session: Session, to: int | str | Path, about: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is said about a source, with its web address where it has one."""
    if isinstance(to, int) or (isinstance(to, str) and to.isdecimal()):
        return {"url": source(session.conn, int(to)).url}
    return {**about, "url": to} if isinstance(to, str) and "://" in to else {}


def named(session: Session, work: Work, to: int | str | Path, about: Mapping[str, Any], dry_run: bool = False) -> int:
    """The source that an id, an address or a file names; a new one is made."""
    if isinstance(to, int) or (isinstance(to, str) and to.isdecimal()):
        return source(session.conn, int(to)).id
    if isinstance(to, str) and "://" in to:
        return put(session, work, None, {**about, "url": to}, dry_run)
    return put(session, work, to, about, dry_run)


def add_evidence(work: Work, claim: int, source: int, evidence: Mapping[str, Any]) -> None:
    """Join a claim to a source."""
    if evidence["stance"] not in get_args(EvidenceStance):
        raise UsageError(say("no_stance", stance=evidence["stance"]), _choose(get_args(EvidenceStance)))
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
        row = session.conn.execute("SELECT claim_id, withdrawn_by FROM evidence WHERE id = ?", [id]).fetchone()
        if not row:
            raise NotFound(say("no_such_evidence", evidence=id), say("see_evidence"))
        if row[1] is not None:
            raise Conflict(say("withdrawn_already", evidence=id, who=row[1]), say("see_claim", claim=row[0]))
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
