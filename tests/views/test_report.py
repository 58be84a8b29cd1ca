"""The report that goes to an editor: complete, self-contained, harmless, and without confidential sources."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from builders import ARABIC, TEXT, Clock, arabic, english
from claimtrack.model.tracking import Filter
from claimtrack.tracker import Tracker
from claimtrack.views import report
from claimtrack.views.markup import web_address

FORMATS = ("html", "markdown", "docx")
SECRET = "Deep Throat"
ALL = Filter(checkable=None)


def words(made: report.Report, format: str) -> str:
    """Everything that a reader of the file could find in it."""
    if format == "docx":
        pytest.importorskip("docx", reason="Word files need the extra `docx`")
        with ZipFile(BytesIO(report.to_bytes(made, format))) as package:
            parts = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
            return unescape("\n".join(package.read(name).decode() for name in parts))
    text = report.to_bytes(made, format).decode()
    return unescape(text) if format == "html" else text.replace("\\", "")


@pytest.fixture
def tracker(tmp_path: Path) -> Tracker:
    file = tmp_path / "filing.pdf"
    file.write_bytes(b"%PDF filing")
    opened = Tracker(tmp_path / "claims.db", actor="sara", clock=Clock())
    opened.store(english(), TEXT, name="statement.txt")
    opened.store(arabic(), ARABIC, name="arabic.txt")
    opened.attach(1, file, stance="supports", quote="950 million", locator="p. 3", title="Court filing")
    opened.attach(1, "https://example.org/report", stance="context", note="a second look")
    opened.attach(1, "https://secret.example/x", stance="supports", title=SECRET, access="confidential", quote="psst")
    opened.detach(2, because="not needed")
    opened.mark(1, "verified", because="the filing says so")
    opened.mark(3, "false", without_evidence="known to all")
    return opened


def gathered(tracker: Tracker, document: int = 1, **about: object) -> report.Report:
    claims = tracker.claims(Filter(document=(str(document),), checkable=None))
    return report.gather(tracker.document(document), claims, tracker.source_list(), day="2024-09-07", **about)  # type: ignore[arg-type]


@pytest.mark.parametrize("format", FORMATS)
def test_says_all_that_an_editor_needs(tracker: Tracker, format: str) -> None:
    text = words(gathered(tracker), format)
    capture = tracker.claim(1).evidence[0]
    digest = tracker.source_show(capture.source_id).captures[0].sha256
    for needed in (
        "950M users · Telegram", "verified", "the filing says so", "sara", "Court filing", "950 million", "p. 3",
        str(digest), "known to all", "Open questions", "blocked · Iran", "Method", "2024-09-07", "0.1.0",
        tracker.document(1).sha256, "5 claims, 4 of them checkable, 2 with a verdict", "not checkable",
    ):  # fmt: skip
        assert needed in text, needed


@pytest.mark.parametrize("format", FORMATS)
def test_confidential_sources_stay_out(tracker: Tracker, format: str) -> None:
    text = words(gathered(tracker), format)
    for secret in (SECRET, "secret.example", "psst"):
        assert secret not in text
    assert "confidential sources is left out" in text
    assert SECRET in words(gathered(tracker, confidential=True), format)


@pytest.mark.parametrize("format", FORMATS)
def test_withdrawn_evidence_stays_out(tracker: Tracker, format: str) -> None:
    assert "a second look" not in words(gathered(tracker), format)


def test_html_needs_nothing_else(tracker: Tracker) -> None:
    html = report.to_html(gathered(tracker))
    assert "<script" not in html
    assert not re.search(r"<(?:link|img|iframe|object|base|form)\b|@import|url\(|\ssrc=|\sstyle=", html)
    assert "default-src 'none'; style-src 'sha256-" in html


def test_html_marks_the_statement_and_leads_to_each_claim(tracker: Tracker) -> None:
    html = report.to_html(gathered(tracker))
    for id in range(1, 6):
        assert f'href="#claim-{id}"' in html
        assert html.count(f'id="claim-{id}"') == 1
    part = re.sub(r"<[^>]+>", "", html.split('class="statement"')[1].split(">", 1)[1].split("</div>")[0])
    assert unescape(part).strip() == TEXT


@pytest.mark.parametrize("format", FORMATS)
def test_arabic_reports_are_in_arabic(tracker: Tracker, format: str) -> None:
    text = words(gathered(tracker, 2, labels="ar"), format)
    assert "تقرير تدقيق الحقائق" in text
    assert "لم يُتحقق منه" in text
    assert {"html": 'dir="rtl"', "docx": "<w:bidi/>", "markdown": ""}[format] in text


def test_markdown_shows_the_text_and_does_not_act(tracker: Tracker) -> None:
    tracker.edit(4, gloss="[link](javascript:x) *bold* <b> # 1. `code`")
    text = report.to_markdown(gathered(tracker))
    assert r"\[link\](javascript:x) \*bold\* \<b\> \# \1. \`code\`" in text


def test_hostile_text_does_nothing(tracker: Tracker) -> None:
    tracker.edit(4, gloss="<script>alert(1)</script>\u202e\x1b[31m")
    html = report.to_html(gathered(tracker))
    assert "<script" not in html
    assert "\u202e" not in html
    assert "\x1b" not in html
    assert "\x1b" not in words(gathered(tracker), "docx")


def test_only_web_addresses_become_links() -> None:
    assert web_address("https://example.org") == "https://example.org"
    assert web_address("javascript:alert(1)") is None
    assert web_address("data:text/html,x") is None
    assert web_address(None) is None


def test_all_judged_leaves_no_open_question(tracker: Tracker) -> None:
    for claim in tracker.claims(Filter(document=("1",))):
        tracker.mark(claim.id, "not_checkable", because="enough")
    assert "every claim that can be checked has a verdict" in words(gathered(tracker), "html")
