"""The report as one HTML file that needs nothing else: no script, no other file, no network."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from importlib import resources

from claimtrack.views import pictures
from claimtrack.views.labels import SYMBOLS, label
from claimtrack.views.marked_text import marked_text
from claimtrack.views.marking import direction, own_direction
from claimtrack.views.markup import element, safe, web_address
from claimtrack.views.report.gathering import Entry, Proof, Report
from claimtrack.views.report.words import capture_words, claim_facts, verdict_words

POLICY = "default-src 'none'; style-src 'sha256-{}'"


def to_html(report: Report) -> str:
    """The whole file. Its own rule forbids everything but the style that it carries, known by its hash."""
    style = resources.files(__package__).joinpath("report.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    name = report.document.title or report.document.name
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{report.labels}" dir="{direction(report.say("title"))}">',
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(digest)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">',
            f"<title>{safe(report.say('title'))}: {safe(name)}</title><style>{style}</style></head>",
            "<body>",
            *_head(report, name),
            "<main>",
            _statement(report),
            *_sections(report),
            "</main>",
            f"<footer><p>{safe(report.say('made', day=report.day, version=report.version))}</p></footer>",
            "</body></html>\n",
        ]
    )


def _head(report: Report, name: str) -> Iterable[str]:
    document = report.document
    about = [document.speaker, document.source, (document.published or "")[:10]]
    counts: Counter[str] = Counter(claim.status for claim in report.claims if claim.checkable)
    rtl = direction(report.say("title")) == "rtl"
    yield "<header>"
    yield element("p", safe(report.say("title")), _class="kicker")
    yield element("h1", element("bdi", safe(name)))
    yield element("p", _joined(about), _class="about")
    yield element("p", safe(report.summary))
    yield pictures.progress(counts, language=report.labels, right_to_left=rtl)
    signs = [
        element("li", _sign(status), safe(label("status", status, report.labels)), f" <b>{counts[status]}</b>",
                _class=f"s-{status}")
        for status in SYMBOLS
        if counts.get(status)
    ]  # fmt: skip
    yield element("ul", *signs, _class="legend")
    yield "</header>"


def _joined(words: Iterable[str | None]) -> str:
    return " · ".join(element("bdi", safe(each)) for each in words if each)


def _sign(status: str) -> str:
    return element("i", SYMBOLS[status][0], _class="sign", aria_hidden="true")


def _statement(report: Report) -> str:
    document = report.document
    text = marked_text(
        document.text or "", document.sentences, report.claims, lambda id: f"#claim-{id}", language=report.labels
    )
    return element(
        "section",
        element("h2", safe(report.say("statement"))),
        element("div", text, _class="statement", dir=direction(document.text or ""), lang=document.language),
    )


def _sections(report: Report) -> Iterable[str]:
    yield _section(report, "verdicts", report.judged)
    yield _section(report, "open", report.open, otherwise="no_open")
    yield _section(report, "not_checked", report.set_apart)
    parts = [element("h2", safe(report.say("method"))), element("p", safe(report.method))]
    if report.withheld:
        parts.append(element("p", safe(report.say("withheld"))))
    parts.append(element("p", safe(report.say("hash")) + ": " + element("code", report.document.sha256, dir="ltr")))
    yield element("section", *parts)


def _section(report: Report, title: str, entries: list[Entry], otherwise: str = "") -> str:
    if not entries and not otherwise:
        return ""
    inner = [_entry(report, entry) for entry in entries] or [element("p", safe(report.say(otherwise)))]
    return element("section", element("h2", safe(report.say(title))), *inner)


def _entry(report: Report, entry: Entry) -> str:
    claim = entry.claim
    state = label("status", claim.status, report.labels)
    parts = [
        element("p", _sign(claim.status), safe(state), _class="state"),
        element("h3", element("span", str(claim.id), _class="no"), " ", element("bdi", safe(claim.gloss))),
        element("blockquote", safe(claim.quote), dir=own_direction(claim.quote, claim.language), lang=claim.language),
        element("p", _joined(claim_facts(claim, report.labels)), _class="about"),
    ]
    parts += [element("p", safe(words), dir="auto") for words in verdict_words(claim, report)]
    if entry.proofs:
        parts.append(element("h4", safe(report.say("evidence"))))
        parts.append(element("ul", *(_proof(report, proof) for proof in entry.proofs)))
    return element("article", *parts, id=f"claim-{claim.id}", _class=f"s-{claim.status}")


def _proof(report: Report, proof: Proof) -> str:
    each = proof.evidence
    address = web_address(each.url)
    name = safe(each.source)
    if address:
        name = element("a", name, href=address, rel="noreferrer noopener nofollow")
        if each.source != address:
            name += " " + element("span", safe(address), _class="address", dir="ltr")
    parts = [element("b", safe(label("stance", each.stance, report.labels))), ": ", element("bdi", name)]
    if each.locator:
        parts.append(f", {element('bdi', safe(each.locator))}")
    if each.quote:
        parts.append(element("blockquote", safe(each.quote), dir=direction(each.quote)))
    if each.note:
        parts.append(element("p", safe(each.note), dir="auto"))
    parts += [element("p", safe(capture_words(capture, report)), _class="about hash") for capture in proof.captures]
    return element("li", *parts, _class=each.stance)
