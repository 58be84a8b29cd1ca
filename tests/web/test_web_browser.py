"""The page in a real browser: with script and without, by mouse and by keyboard, in both languages, light and dark.

Needs Chromium and Playwright (`pip install playwright`; the browser is found on the PATH or named by
CLAIMTRACK_CHROMIUM). The accessibility check wants axe-core (`npm install --no-save axe-core`), whose
`axe.min.js` is found in node_modules or named by CLAIMTRACK_AXE.
Screenshots go to tests/screenshots, which git ignores: look at them.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimtrack.model import Claim, Document, Extraction
from claimtrack.model.tracking import Filter
from claimtrack.tracker import Tracker

playwright = pytest.importorskip("playwright.sync_api", reason="the browser tests need Playwright")

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "tests" / "screenshots"
CHROMIUM = os.environ.get("CLAIMTRACK_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SERVE = "import sys; from claimtrack.cli.app import main; main()"
HERE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
AXE = os.environ.get("CLAIMTRACK_AXE") or (str(HERE) if HERE.is_file() else None)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="the browser tests need Chromium (apt install chromium)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tracker of the repository with some work done on it."""
    path = tmp_path_factory.mktemp("desk") / "claims.db"
    shutil.copy(ROOT / "data" / "claims.db", path)
    with Tracker(path, actor="Lina") as tracker:
        ids = [claim.id for claim in tracker.claims(Filter(order="id"))]
        tracker.attach(ids[1], "https://example.org/filing", stance="supports", quote="12 million", title="Filing")
        tracker.mark(ids[1], "verified", because="the filing says so")
        for id, status in zip(ids[2:8], ("false", "partly_true", "misleading", "unproven", "in_review"), strict=False):
            tracker.mark(id, status, because="as discussed", without_evidence="for the picture")
        tracker.tag(ids[1], add=["نمو", "users"])
    return path


@pytest.fixture(scope="module")
def served(file: Path) -> Iterator[str]:
    """The page as `claimtrack serve` serves it, in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", SERVE, "--db", str(file), "--as", "Lina", "serve", "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT / "src")})
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.communicate(timeout=10)


Open = Callable[..., Any]


@pytest.fixture
def tab(browser: Any, served: str) -> Iterator[Open]:
    """Opens a page; whatever the browser complains about fails the test."""
    said: list[str] = []
    contexts = []

    def opened(path: str = "/", *, width: int = 1360, height: int = 900, **about: Any) -> Any:
        given = {"locale": "en", "viewport": {"width": width, "height": height}} | about
        context = browser.new_context(base_url=served, **given)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda line: said.append(line.text) if "Security" in line.text else None)
        page.on("request", lambda asked: said.append(asked.url) if not asked.url.startswith(served) else None)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


def stays(page: Any) -> None:
    """Mark the page, so that `stayed` can tell that it was not loaded anew."""
    page.evaluate("window.same = true")


def stayed(page: Any) -> bool:
    return bool(page.evaluate("window.same === true"))


def chosen(page: Any, id: int) -> None:
    page.wait_for_selector(f'#panel article[data-c="{id}"]')


def test_choosing_either_side_shows_the_other(tab: Open) -> None:
    page = tab("/documents/1")
    stays(page)
    page.click('.m[data-c="1"] >> nth=0')
    chosen(page, 1)
    assert "on" in page.get_attribute("#card-1", "class").split()
    page.click("#card-9 > a")
    chosen(page, 9)
    mark = page.locator('.m.on[data-c~="9"]').first
    box = mark.bounding_box()
    assert 0 <= box["y"] <= 900
    assert page.url.endswith("claim=9")
    page.go_back()
    chosen(page, 1)
    assert stayed(page)


def test_keyboard_from_claim_to_claim_and_to_a_status(tab: Open) -> None:
    page = tab("/documents/1")
    stays(page)
    page.keyboard.press("n")
    chosen(page, 1)
    page.keyboard.press("j")
    chosen(page, 2)
    page.keyboard.press("k")
    chosen(page, 1)
    page.keyboard.press("2")
    page.wait_for_selector("#card-1.s-in_progress")
    assert page.locator('.m.s-in_progress[data-c="1"]').count()
    page.keyboard.press("Escape")
    page.wait_for_selector("#panel .choose")
    page.keyboard.press("u")
    page.wait_for_selector("#card-1.s-unverified")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    assert stayed(page)


def test_keys_work_under_an_arabic_keyboard(tab: Open) -> None:
    page = tab("/documents/1", locale="ar")
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ى', code: 'KeyN', bubbles: true}))")
    chosen(page, 1)


def test_help_sheet_opens_and_closes(tab: Open) -> None:
    page = tab("/documents/1")
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open] kbd")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")


def test_a_refused_verdict_keeps_the_words_and_then_goes_through(tab: Open, file: Path) -> None:
    page = tab("/documents/1?claim=12")
    stays(page)
    page.keyboard.press("4")
    assert page.evaluate("document.activeElement.name") == "because"
    page.keyboard.type("seen in the filing")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel [role=alert]")
    assert page.input_value("[data-mark] [name=because]") == "seen in the filing"
    page.click("details.box:has(form[action$=attach]) > summary")
    page.fill("form[action$=attach] [name=url]", "https://example.org/filing")
    page.click("form[action$=attach] > button")
    page.wait_for_selector("#panel .evidence .supports")
    page.check("[data-mark] [value=verified]", force=True)
    page.click("[data-mark] > button")
    page.wait_for_selector("#card-12.s-verified")
    assert stayed(page)
    with Tracker(file, read_only=True) as tracker:
        assert tracker.claim(12).status == "verified"
        assert tracker.history(12)[0].actor == "Lina"


SELECT = """([from, to]) => {
  const runs = [...document.querySelectorAll('#text [data-at]')];
  const place = at => {
    const run = runs.findLast(e => +e.dataset.at <= at), walk = document.createTreeWalker(run, NodeFilter.SHOW_TEXT);
    let left = at - run.dataset.at, node = walk.nextNode();
    while ([...node.data].length < left) { left -= [...node.data].length; node = walk.nextNode(); }
    return [node, [...node.data].slice(0, left).join('').length];
  };
  const range = document.createRange();
  range.setStart(...place(from)); range.setEnd(...place(to));
  getSelection().removeAllRanges(); getSelection().addRange(range);
}"""


@pytest.mark.parametrize(("start", "end"), [(133, 150), (20, 200), (700, 760)])
def test_selecting_words_adds_a_claim_on_exactly_these(tab: Open, file: Path, start: int, end: int) -> None:
    with Tracker(file, read_only=True) as tracker:
        text = tracker.document(1).text or ""
    page = tab("/documents/1")
    stays(page)
    page.evaluate(SELECT, [start, end])
    page.keyboard.press("a")
    page.fill("#a-gloss", "added by hand")
    page.click("#add form > button")
    page.wait_for_selector("#panel article .gloss:text('added by hand')")
    assert stayed(page)
    with Tracker(file, read_only=True) as tracker:
        made = max(tracker.claims(Filter(checkable=None)), key=lambda c: c.id)
    assert made.quote == text[start:end].strip()
    assert text[made.start : made.end] == made.quote
    page.keyboard.press("u")
    page.wait_for_selector(f"#card-{made.id}", state="detached")


def test_everything_works_without_script(tab: Open, file: Path) -> None:
    page = tab("/documents/1", java_script_enabled=False)
    page.click("#card-14 > a")
    chosen(page, 14)
    page.fill("#p-note", "written without script")
    page.click("form[action$='/note'] button")
    page.wait_for_selector(".notes li")
    page.click("label:has([value=in_progress])")
    page.click("[data-mark] > button")
    page.wait_for_selector("#card-14.s-in_progress")
    page.click("#undo")
    page.wait_for_selector("#card-14.s-unverified")
    page.click(".filters summary")
    page.select_option("#f-kind", "quantity")
    page.click(".filters button")
    page.wait_for_url("**kind=quantity**")
    with Tracker(file, read_only=True) as tracker:
        assert tracker.claim(14).notes[0].text == "written without script"
        quantities = tracker.count(Filter(document=("1",), kind=("quantity",), checkable=None))
    assert page.locator(".cards .card").count() == quantities


def test_two_people_at_the_same_claim(tab: Open) -> None:
    one, other = tab("/documents/1?claim=16"), tab("/documents/1?claim=16")
    for page, name in ((one, "Omar"), (other, "Sara")):
        page.fill("#p-assign-to", name)
    one.click("form[action$=assign] button")
    one.wait_for_selector("#card-16:has-text('Omar')")
    other.click("form[action$=assign] button")
    other.wait_for_selector("#panel [role=alert]:has-text('Somebody changed this claim')")
    assert other.input_value("#p-assign-to") == "Sara"


PAGES = {
    "overview": "/",
    "document": "/documents/1?claim=3",
    "facts": "/facts",
    "help": "/help",
    "search": "/search?q=telegram",
}
LOOKS = [(language, scheme) for language in ("en", "ar") for scheme in ("light", "dark")]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_looks(tab: Open, name: str, language: str, scheme: str) -> None:
    """Nothing wider than the window at 360 pixels or at 200 % zoom; a picture of each page is kept."""
    SHOTS.mkdir(exist_ok=True)
    for width in (1360, 680, 360):
        page = tab(PAGES[name], width=width, locale=language, color_scheme=scheme)
        assert page.get_attribute("html", "lang") == language
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width != 680:
            page.screenshot(path=SHOTS / f"{name}-{language}-{scheme}-{width}.png")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("language", "scheme"), LOOKS)
@pytest.mark.skipif(not AXE, reason="the accessibility check needs axe-core (npm): CLAIMTRACK_AXE=…/axe.min.js")
def test_accessible(tab: Open, name: str, language: str, scheme: str) -> None:
    page = tab(PAGES[name], locale=language, color_scheme=scheme)
    for summary in page.locator("summary").all():
        if summary.is_visible():
            summary.evaluate("e => { e.parentNode.open = true }")
    page.evaluate(Path(str(AXE)).read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    assert [(v["id"], v["help"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found["violations"]] == []


def test_a_document_of_5000_claims_opens_and_scrolls(tab: Open, file: Path) -> None:
    words = [f"Region {n} counted {n} clinics." for n in range(5000)]
    text = "\n".join(words)
    starts = [0]
    for each in words:
        starts.append(starts[-1] + len(each) + 1)
    claims = tuple(
        Claim(id=f"c{at}", start=at, end=at + len(each), quote=each, kind="quantity", text=each, gloss=each, score=0.5)
        for at, each in zip(starts, words, strict=False)
    )
    with Tracker(file, actor="Lina") as tracker:
        made = tracker.store(Extraction(document=Document(language="en"), claims=claims), text, name="long.txt")
    page = tab(f"/documents/{made.document.id}")
    assert page.locator(".cards .card").count() == 5000
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = max(claim.id for claim in made.new)
    page.evaluate(f"document.querySelector('#card-{last} > a').click()")
    chosen(page, last)
    page.keyboard.press("p")
    chosen(page, last - 1)


def test_prints_without_forms(tab: Open) -> None:
    page = tab("/documents/1?claim=3")
    page.emulate_media(media="print")
    assert not page.is_visible(".top")
    assert not page.is_visible("[data-mark]")
    assert page.is_visible("#text")


def test_report_from_disk_runs_no_script(browser: Any, file: Path, tmp_path: Path) -> None:
    from claimtrack.views import report

    with Tracker(file, read_only=True) as tracker:
        claims = tracker.claims(Filter(document=("1",), checkable=None))
        made = report.gather(tracker.document(1), claims, tracker.source_list(), labels="ar")
    target = tmp_path / "report.html"
    target.write_text(report.to_html(made), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 800})
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto(target.as_uri())
    colour = page.evaluate("getComputedStyle(document.querySelector('.m')).borderBottomStyle")
    assert (colour, said) != ("none", [])
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / "report-ar-360.png")
    page.close()
