"""The first page of a bundle: statements, claims, sources with their copies, history, files. No script, no network."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Iterable
from hashlib import sha256

from claimtrack.model.history import FieldChange, Operation
from claimtrack.model.sources import Capture, Source
from claimtrack.model.stored import DocumentRow
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.exports.bundle.case import Case
from claimtrack.views.labels import SYMBOLS, label
from claimtrack.views.marking import direction
from claimtrack.views.markup import element, safe, web_address

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #8888;padding:.3rem .5rem;"
    "text-align:start;vertical-align:top}code{overflow-wrap:anywhere;font-size:.85em}"
    "@media print{a{color:inherit}}:root{color-scheme:light dark}"
)
_POLICY = "default-src 'none'; style-src 'sha256-{}'"
_FILES = ("claims.csv", "claims.jsonl", "claims.schema.json", "sources.jsonl", "history.jsonl", "SHA256SUMS")
_SHOWN = 200


def index(case: Case, lost: Collection[Capture]) -> str:
    """The page as HTML; `lost` are the copies that were not there to be put in."""
    digest = b64encode(sha256(_STYLE.encode()).digest()).decode()
    title = ", ".join(each.title or each.name for each in case.documents[:3]) or _say(case, "claims")
    way = "rtl" if direction(_say(case, "claims")) == "rtl" else "ltr"
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{case.labels}" dir="{way}"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(digest)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{safe(title)}</title><style>{_STYLE}</style></head><body>",
            element("h1", element("bdi", safe(title))),
            element("p", safe(case.day)),
            *_withheld(case),
            _section(case, "documents", map(_document, case.documents)),
            _section(case, "claims", [_claims_head(case), *(_claim(case, each) for each in case.claims)]),
            _section(case, "sources", (_source(each, lost) for each in case.sources)),
            _section(case, "history", map(_operation, case.history[:_SHOWN])),
            _section(case, "files", [_row(_link(name, name)) for name in _FILES]),
            "</body></html>\n",
        ]
    )


def _say(case: Case, id: str) -> str:
    words = label("page", id, case.labels)
    return words[:1].upper() + words[1:]


def _withheld(case: Case) -> Iterable[str]:
    if case.withheld:
        yield element("p", safe(label("report", "withheld", case.labels)))


def _section(case: Case, title: str, rows: Iterable[str]) -> str:
    return element("section", element("h2", safe(_say(case, title))), element("table", *rows))


def _row(*cells: str) -> str:
    return element("tr", *(element("td", each) for each in cells))


def _link(address: str, words: str) -> str:
    return element("a", element("bdi", safe(words)), href=address)


def _bdi(words: str | None) -> str:
    return element("bdi", safe(words or ""))


def _document(each: DocumentRow) -> str:
    about = " · ".join(filter(None, [each.speaker, each.source, (each.published or "")[:10]]))
    return _row(
        _link(Case.page_of(each.id), each.title or each.name),
        _bdi(about),
        _link(Case.text_of(each.id), "TXT") + f" <code>{safe(each.sha256)}</code>",
    )


def _claims_head(case: Case) -> str:
    names = ("id", "status", "gloss", "quote")
    cells = [element("th", safe(label("heading", name, case.labels))) for name in names]
    return element("tr", *cells, element("th", safe(_say(case, "evidence"))))


def _claim(case: Case, each: TrackedClaim) -> str:
    place = f"{Case.page_of(each.document_id)}#claim-{each.id}"
    standing = sum(evidence.withdrawn_at is None for evidence in each.evidence)
    return _row(
        _link(place, str(each.id)),
        f"{SYMBOLS[each.status][0]} {safe(label('status', each.status, case.labels))}",
        _bdi(each.gloss),
        element("span", safe(each.quote), dir=direction(each.quote), lang=each.language),
        str(standing or ""),
    )


def _source(each: Source, lost: Collection[Capture]) -> str:
    name = safe(each.title or each.url or each.kind)
    address = web_address(each.url)
    shown = element("a", name, href=address, rel="noreferrer noopener nofollow") if address else name
    about = " · ".join(filter(None, [each.kind, each.rank, each.publisher, each.author, each.published]))
    gone = {capture.sha256 for capture in lost}
    return _row(str(each.id), element("bdi", shown), _bdi(about), "<br>".join(_copy(c, gone) for c in each.captures))


def _copy(each: Capture, gone: Collection[str | None]) -> str:
    about = f"{safe(each.at)} <code>{safe(each.sha256 or each.reason or each.state)}</code>"
    if not each.sha256 or each.sha256 in gone or each.state == "failed":
        return about
    return _link(Case.name_of(each), each.media_type or "file") + f" {about}"


def _operation(each: Operation) -> str:
    words = each.command + (f": {each.reason}" if each.reason else "")
    changes = "<br>".join(_bdi(_change(change)) for change in each.changes[:6])
    return _row(str(each.id), safe(each.at), _bdi(each.actor), _bdi(words), changes)


def _change(each: FieldChange) -> str:
    what = f"{each.item} {each.item_id}" if each.claim_id is None else f"claim {each.claim_id}"
    before, after = each.before or {}, each.after or {}
    if each.before is None or each.after is None:
        return f"{what}: {each.item} {'+' if each.before is None else '−'}"
    names = [name for name in after if before.get(name) != after.get(name) and not name.endswith("_key")]
    return f"{what}: " + "; ".join(f"{name} {before.get(name) or '–'} → {after.get(name) or '–'}" for name in names[:4])
