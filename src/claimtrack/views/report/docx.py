"""The report as a Word file, through python-docx (extra `docx`). Right-to-left text stays so."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from claimtrack.views.harmless import harmless
from claimtrack.views.labels import SYMBOLS, label
from claimtrack.views.marking import direction, own_direction, paragraphs
from claimtrack.views.markup import web_address
from claimtrack.views.report.gathering import Entry, Proof, Report
from claimtrack.views.report.words import capture_words, claim_facts, verdict_words

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_COLOURS = {
    "verified": WD_COLOR_INDEX.BRIGHT_GREEN,
    "partly_true": WD_COLOR_INDEX.YELLOW,
    "misleading": WD_COLOR_INDEX.PINK,
    "false": WD_COLOR_INDEX.RED,
    "unproven": WD_COLOR_INDEX.YELLOW,
}
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def to_docx(report: Report) -> bytes:
    """The whole file."""
    made = Document()
    made.core_properties.title = _clean(f"{report.say('title')}: {report.document.title or report.document.name}")
    made.core_properties.author = "claimtrack"
    _paragraph(made, f"{report.say('title')}: {report.document.title or report.document.name}", "Title")
    about = [report.document.speaker, report.document.source, (report.document.published or "")[:10]]
    _paragraph(made, " · ".join(filter(None, about)))
    _paragraph(made, report.summary)
    _paragraph(made, report.say("statement"), "Heading 1")
    _statement(made, report)
    for title, entries in (("verdicts", report.judged), ("open", report.open), ("not_checked", report.set_apart)):
        _section(made, report, title, entries)
    _method(made, report)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _clean(text: str) -> str:
    return _UNFIT.sub("\ufffd", harmless(text))


def _paragraph(made: Any, text: str = "", style: str | None = None, way: str | None = None) -> Any:
    """A paragraph laid out in the direction of its text."""
    paragraph = made.add_paragraph(style=style)
    if (way or direction(text)) == "rtl":
        paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    if text:
        _run(paragraph, text)
    return paragraph


def _run(paragraph: Any, text: str) -> Any:
    run = paragraph.add_run(_clean(text))
    if direction(text) == "rtl":
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    return run


def _statement(made: Any, report: Report) -> None:
    text = report.document.text or ""
    claims = {claim.id: claim for claim in report.claims}
    for each in paragraphs(text, report.document.sentences, report.claims):
        paragraph = _paragraph(made, way=each.direction)
        for piece in each.pieces:
            for id in piece.begins:
                number = _run(paragraph, f"{id}{SYMBOLS[claims[id].status][0]}")
                number.font.superscript = True
            run = _run(paragraph, text[piece.start : piece.end])
            if piece.claims:
                run.font.underline = True
                run.font.highlight_color = _COLOURS.get(claims[piece.claims[0]].status)
            elif piece.set_aside:
                run.font.color.rgb = RGBColor(0x76, 0x76, 0x76)


def _section(made: Any, report: Report, title: str, entries: list[Entry]) -> None:
    if not entries and title != "open":
        return
    _paragraph(made, report.say(title), "Heading 1")
    if not entries:
        _paragraph(made, report.say("no_open"))
    for entry in entries:
        _entry(made, report, entry)


def _entry(made: Any, report: Report, entry: Entry) -> None:
    claim = entry.claim
    state = f"{SYMBOLS[claim.status][0]} {label('status', claim.status, report.labels)}"
    _paragraph(made, f"{claim.id} {state}: {claim.gloss}", "Heading 2")
    _paragraph(made, claim.quote, "Quote", own_direction(claim.quote, claim.language))
    _paragraph(made, " · ".join(claim_facts(claim, report.labels)))
    for words in verdict_words(claim, report):
        _paragraph(made, words)
    for proof in entry.proofs:
        _proof(made, report, proof)


def _proof(made: Any, report: Report, proof: Proof) -> None:
    each = proof.evidence
    stance = label("stance", each.stance, report.labels)
    paragraph = _paragraph(made, style="List Bullet", way=direction(stance))
    _run(paragraph, f"{stance}: ").font.bold = True
    address = web_address(each.url)
    if address:
        _link(paragraph, each.source, address)
    else:
        _run(paragraph, each.source)
    for text in (each.locator, f"“{each.quote}”" if each.quote else None, each.note):
        if text:
            _run(paragraph, f" · {text}")
    for capture in proof.captures:
        small = _paragraph(made, capture_words(capture, report), "List Bullet 2")
        small.runs[0].font.size = Pt(8)


def _link(paragraph: Any, text: str, address: str) -> None:
    """A link that can be followed; the address stands beside it where the text does not say it."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(_clean(address), _LINK, is_external=True))
    run = _run(paragraph, text)
    run.font.underline = True
    run.font.color.rgb = RGBColor(0x14, 0x52, 0x5C)
    link.append(run._r)
    paragraph._p.append(link)
    if text != address:
        _run(paragraph, f" ({address})")


def _method(made: Any, report: Report) -> None:
    _paragraph(made, report.say("method"), "Heading 1")
    _paragraph(made, report.method)
    if report.withheld:
        _paragraph(made, report.say("withheld"))
    _paragraph(made, f"{report.say('hash')}: {report.document.sha256}")
    _paragraph(made, report.say("made", day=report.day, version=report.version))
