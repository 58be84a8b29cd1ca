"""The report as Markdown: plain enough for a mail, with the claims numbered in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.views.harmless import harmless, one_line
from claimtrack.views.labels import SYMBOLS, label
from claimtrack.views.marking import paragraphs
from claimtrack.views.markup import web_address
from claimtrack.views.report.gathering import Entry, Proof, Report
from claimtrack.views.report.words import capture_words, claim_facts, verdict_words

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>|~])|(?<!\S)([#+=-]|\d+[.)])(?=\s|$)|(&)(?=#?\w+;)")

_UNFIT = re.compile(r"[<>\s]")


def plain(text: str) -> str:
    """Text on one line whose characters Markdown shows and does not act on."""
    return _ACTIVE.sub(r"\\\g<0>", one_line(text))


def to_markdown(report: Report) -> str:
    """The whole report."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    document = report.document
    yield f"# {plain(report.say('title'))}: {plain(document.title or document.name)}"
    yield ""
    about = [document.speaker, document.source, (document.published or "")[:10]]
    yield plain(" · ".join(filter(None, about)))
    yield ""
    yield plain(report.summary)
    yield ""
    yield f"## {report.say('statement')}"
    yield ""
    yield from _statement(report)
    for title, entries in (("verdicts", report.judged), ("open", report.open), ("not_checked", report.set_apart)):
        yield from _section(report, title, entries)
    yield f"## {report.say('method')}"
    yield ""
    yield plain(report.method)
    if report.withheld:
        yield ""
        yield plain(report.say("withheld"))
    yield ""
    yield f"{report.say('hash')}: `{document.sha256}`"
    yield ""
    yield plain(report.say("made", day=report.day, version=report.version))


def _statement(report: Report) -> Iterator[str]:
    """The text; each claim in square brackets with its number and sign at its end."""
    text = report.document.text or ""
    status = {claim.id: claim.status for claim in report.claims}
    for paragraph in paragraphs(text, report.document.sentences, report.claims):
        open_claims: tuple[int, ...] = ()
        out = []
        for piece in paragraph.pieces:
            out += [_mark(id, status[id]) for id in open_claims if id not in piece.claims]
            out.append(_ACTIVE.sub(r"\\\g<0>", harmless(text[piece.start : piece.end])))
            open_claims = piece.claims
        out += [_mark(id, status[id]) for id in open_claims]
        yield f"> {''.join(out).strip()}"
        yield ">"
    yield ""


def _mark(id: int, status: str) -> str:
    return f" **\\[{id} {SYMBOLS[status][0]}\\]**"


def _section(report: Report, title: str, entries: list[Entry]) -> Iterator[str]:
    if not entries and title != "open":
        return
    yield f"## {report.say(title)}"
    yield ""
    if not entries:
        yield plain(report.say("no_open"))
        yield ""
    for entry in entries:
        yield from _entry(report, entry)


def _entry(report: Report, entry: Entry) -> Iterator[str]:
    claim = entry.claim
    state = f"{SYMBOLS[claim.status][0]} {label('status', claim.status, report.labels)}"
    yield f"### {claim.id} {state}: {plain(claim.gloss)}"
    yield ""
    yield f"> {plain(claim.quote)}"
    yield ""
    yield plain(" · ".join(claim_facts(claim, report.labels)))
    yield ""
    for words in verdict_words(claim, report):
        yield plain(words)
        yield ""
    for proof in entry.proofs:
        yield from _proof(report, proof)
    if entry.proofs:
        yield ""


def _proof(report: Report, proof: Proof) -> Iterator[str]:
    each = proof.evidence
    address = web_address(each.url)
    link = f"<{_UNFIT.sub('', harmless(address))}>" if address else ""
    name = plain(each.source) if each.source != address else ""
    words = [name, link, plain(each.locator or "")]
    yield f"- **{label('stance', each.stance, report.labels)}**: {', '.join(filter(None, words))}"
    for text in (f"“{each.quote}”" if each.quote else "", each.note or ""):
        if text:
            yield f"  - {plain(text)}"
    for capture in proof.captures:
        yield f"  - {plain(capture_words(capture, report))}"
