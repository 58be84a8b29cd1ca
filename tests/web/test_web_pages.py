"""What the pages show."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from visitor import Page

from builders import ARABIC, TEXT
from claimtrack import web
from claimtrack.tracker import Tracker


def shown_text(html: str) -> str:
    """The statement as a reader sees it, without our own additions."""
    part = html.split('id="text"')[1].split(">", 1)[1].split("</div>")[0]
    part = re.sub(r"<small.*?</small>", "", part)
    return unescape(re.sub(r"<[^>]+>", "", part)).strip()


def test_overview_names_each_document_with_its_progress(page: Page) -> None:
    page.deed(1, "mark", status="verified", without_evidence="known")
    html = page.get("/").text
    assert "statement.txt" in html
    assert "arabic.txt" in html
    assert re.search(r"<b>1</b> of <b>4</b> checked", html)
    assert 'aria-label="unverified: 3, verified: 1"' in html


def test_the_statement_is_shown_as_written(page: Page) -> None:
    assert shown_text(page.get("/documents/1").text) == TEXT
    assert shown_text(page.get("/documents/2").text) == ARABIC


def test_each_document_in_its_own_direction(page: Page) -> None:
    assert 'class="statement" dir="ltr"' in page.get("/documents/1").text
    assert 'class="statement" dir="rtl" lang="ar"' in page.get("/documents/2").text


def test_every_claim_is_marked_and_listed(page: Page) -> None:
    html = page.get("/documents/1").text
    for id in range(1, 6):
        assert re.search(rf'<a class="m [^"]*" href="/documents/1\?claim={id}#panel"', html)
        assert f'id="card-{id}"' in html


def test_a_status_is_never_colour_alone(page: Page) -> None:
    page.deed(3, "mark", status="false", without_evidence="known")
    html = page.get("/documents/1").text
    mark = re.search(r'<a class="m s-false[^>]*title="([^"]*)"><i class="k s-false" data-c="3" data-s="✗">', html)
    assert mark
    assert "false" in mark[1]
    assert re.search(r'id="card-3".*?✗</i>false', html, re.DOTALL)


def test_only_the_chosen_claim_has_forms(page: Page) -> None:
    """A document of thousands of claims must not carry thousands of forms."""
    none, one = page.get("/documents/1").text, page.get("/documents/1?claim=2").text
    assert "/mark" not in none
    assert one.count('/mark"') == 1
    assert "12M subscribers" in one


def test_filters_narrow_the_list_and_the_marks(page: Page) -> None:
    html = page.get("/documents/1?kind=quantity").text
    assert set(re.findall(r'id="card-(\d+)"', html)) == {"1", "2"}
    assert "2 of 5 claims" in html
    assert set(re.findall(r'id="card-(\d+)"', page.get("/documents/1?words=Iran").text)) == {"4"}
    assert "No claim fits" in page.get("/documents/1?status=verified").text
    assert page.get("/documents/1?status=nonsense").status_code == 422


def test_the_panel_alone(page: Page) -> None:
    panel = page.get("/claims/2").text
    assert "<html" not in panel
    assert "claim-head" in panel


def test_search_finds_and_marks(page: Page) -> None:
    html = page.get("/search?q=subscribers").text
    assert "<mark>subscribers</mark>" in html
    assert "/documents/1?claim=2" in html
    assert "Nothing found" in page.get("/search?q=zebra").text


def test_facts_show_a_picture_and_its_values(page: Page) -> None:
    html = page.get("/facts").text
    assert 'role="img"' in html
    assert "950,000,000" in html


def test_arabic_interface(page: Page) -> None:
    html = page.get("/documents/1?claim=1", headers={"accept-language": "ar-SY,ar;q=0.9"}).text
    assert '<html lang="ar" dir="rtl">' in html
    assert "لم يُتحقق منه" in html
    assert 'class="statement" dir="ltr"' in html


def test_choosing_a_language_lasts_and_leads_back(page: Page) -> None:
    answer = page.client.post("/language", data={"to": "ar", "back": "/facts"})
    assert answer.headers["location"] == "/facts"
    assert '<html lang="ar"' in page.get("/facts").text
    away = page.client.post("/language", data={"to": "ar", "back": "//evil.example/"})
    assert away.headers["location"] == "/"


def test_what_is_not_there_says_so(page: Page) -> None:
    for address in ("/documents/99", "/claims/99", "/nothing", "/documents/2?claim=1"):
        answer = page.get(address)
        assert answer.status_code == 404
        assert "Not done" in answer.text


def test_a_merged_claim_leaves_the_list(page: Page) -> None:
    page.deed(4, "merge", into="3")
    assert 'id="card-4"' not in page.get("/documents/1").text


def test_report_to_download(page: Page) -> None:
    answer = page.get("/documents/1/report")
    assert "attachment" in answer.headers["content-disposition"]
    assert "Fact-check report" in answer.text


def test_style_and_script_stay_small_and_at_home() -> None:
    folder = Path(web.__file__).parent
    files = [folder / "static" / name for name in ("page.css", "page.js")]
    assert sum(file.stat().st_size for file in files) <= 40 * 1024
    for file in (*files, *(folder / "templates").glob("*.html")):
        assert not re.search(r"(?:src|href|url|import|fetch)\W{1,3}(?:https?:)?//", file.read_text(encoding="utf-8"))


def test_templates_hold_no_inline_script_or_style() -> None:
    for file in (Path(web.__file__).parent / "templates").glob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"\s(?:style|on[a-z]+)=|<style|<script(?! src)|\|\s*safe", text), file.name


def test_many_documents_come_in_pages(page: Page) -> None:
    from builders import english

    with Tracker(page.path, actor="engine") as tracker:
        for number in range(45):
            tracker.store(english(), TEXT + f" {number}", name=f"extra-{number}.txt")
    first, second = page.get("/").text, page.get("/?page=2").text
    assert "extra-44.txt" in first
    assert "statement.txt" not in first
    assert "statement.txt" in second
