"""The page is safe to leave open: other sites cannot reach it, hostile text does nothing, nothing is lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from visitor import HOST, Make, Page

from builders import Clock, claim
from claimtrack.errors import UsageError
from claimtrack.model import Document, Extraction, Sentence
from claimtrack.tracker import Tracker
from claimtrack.web import addresses, serving, visits

EVIL = "<script>alert(1)</script>"
BIDI = "safe\u202egnp.exe\u2066"
HOSTILE = f"He said {EVIL} today. {BIDI} was \x1b[31mred\x1b[0m & “quoted\" 'words'."
ACTING = re.compile("[\u202a-\u202e\u2066-\u2069\x1b]")


@pytest.fixture
def hostile(make: Make, path: Path) -> Page:
    """A page whose claims do all they can."""
    claims = (claim(HOSTILE, EVIL, gloss=f"{EVIL}{BIDI}\x1b[2J", speaker=f'"><img src=x onerror=1>{BIDI}'),
              claim(HOSTILE, BIDI, gloss="{{ 7 * 7 }}"))  # fmt: skip
    made = Extraction(
        document=Document(title=f"</title>{EVIL}", speaker=EVIL, source=BIDI, language="en"),
        sentences=(Sentence(start=0, end=len(HOSTILE), set_aside=None),),
        claims=claims,
    )
    with Tracker(path, actor=EVIL, clock=Clock()) as tracker:
        tracker.store(made, HOSTILE, name=f"{EVIL}{BIDI}.txt")
        tracker.tag(8, add=[EVIL])
        tracker.note(8, f"{EVIL} {BIDI}")
        tracker.attach(8, "https://example.org/?a=<script>", stance="supports", quote=EVIL, note=BIDI, title=EVIL)
    return make()


@pytest.mark.parametrize(
    "address",
    ["/", "/documents/3", "/documents/3?claim=8", "/documents/3?claim=9", "/claims/8", "/facts", "/help",
     "/search?q=script", f"/search?q={EVIL}", f"/documents/3?words={EVIL}", f"/facts?q={EVIL}",
     "/documents/3/report", f"/documents/3?speaker={BIDI}"],
)  # fmt: skip
def test_hostile_text_is_shown_and_does_nothing(hostile: Page, address: str) -> None:
    html = hostile.get(address).text
    assert "<script>alert" not in html
    assert "<img" not in html
    assert not ACTING.search(html)


def test_hostile_text_is_still_readable(hostile: Page) -> None:
    html = hostile.get("/documents/3?claim=8").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "⟨U+202E⟩" in html
    assert "␛" in html
    assert "{{ 7 * 7 }}" in html


def test_links_lead_only_to_the_web(make: Make, path: Path) -> None:
    with Tracker(path) as tracker:
        tracker.edit(1, published_url="javascript:alert(1)")
    html = make().get("/documents/1?claim=1").text
    assert 'href="javascript' not in html
    assert "javascript:alert(1)" in html


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "[", "10.0.0.1"])
def test_other_host_names_are_refused(page: Page, host: str) -> None:
    """DNS rebinding: a name of somebody else that points to this machine."""
    for address in ("/", "/documents/1", "/static/page.js"):
        answer = page.get(address, headers={"host": host})
        assert answer.status_code == 421
        assert "claimtrack" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:9000", "[::1]:8765", "LOCALHOST"])
def test_own_host_names_are_served(page: Page, host: str) -> None:
    assert page.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"origin": "http://127.0.0.1:9999"},
     {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}],
)  # fmt: skip
def test_posts_from_elsewhere_are_refused(page: Page, headers: dict[str, str]) -> None:
    answer = page.deed(1, "mark", status="in_progress", headers=headers)
    assert answer.status_code == 403
    with page.tracker() as tracker:
        assert tracker.claim(1).status == "unverified"


def test_posts_from_the_page_are_taken(page: Page) -> None:
    headers = {"origin": HOST, "sec-fetch-site": "same-origin"}
    assert page.deed(1, "mark", status="in_progress", headers=headers).status_code == 303


@pytest.mark.parametrize("token", [None, "", "0" * 64, "é"])
def test_forms_without_their_token_change_nothing(page: Page, token: str | None) -> None:
    fields: dict[str, Any] = page.hidden("/documents/1?claim=1", "/claims/1/note") | {"text": "kept words"}
    del fields["csrf"]
    answer = page.client.post("/claims/1/note", data=fields if token is None else fields | {"csrf": token})
    assert answer.status_code == 403
    assert ">kept words</textarea>" in answer.text
    with page.tracker() as tracker:
        assert tracker.claim(1).notes == ()


def test_the_token_of_another_browser_does_not_hold(page: Page) -> None:
    from starlette.testclient import TestClient

    fields = page.hidden("/documents/1?claim=1", "/claims/1/note") | {"text": "x"}
    other = TestClient(page.client.app, base_url=HOST, follow_redirects=False)
    assert other.post("/claims/1/note", data=fields).status_code == 403


@pytest.mark.parametrize("way", ["undo", "redo", "name"])
def test_every_post_wants_the_token(page: Page, way: str) -> None:
    page.deed(1, "tag", tags="a")
    page.client.post(f"/{way}", data={"back": "/", "name": "Eve"})
    page.deed(1, "tag", tags="b")
    with page.tracker() as tracker:
        assert set(tracker.claim(1).tags) == {"a", "b"}
        assert tracker.history()[0].actor == "Lina"


def test_reading_changes_nothing(page: Page) -> None:
    """No address that is only looked at does anything: a picture on another site could ask for it."""
    for address in ("/undo", "/claims/1/mark", "/claims/1/remove", "/documents/1/add", "/name", "/language"):
        assert page.get(address).status_code == 405


@pytest.mark.parametrize("address", ["/", "/documents/1?claim=1", "/nothing", "/static/page.css"])
def test_strict_headers_on_every_answer(page: Page, address: str) -> None:
    headers = page.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_the_cookie_is_for_this_page_alone(page: Page) -> None:
    cookie = page.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_a_forged_cookie_is_no_visit() -> None:
    visit = visits.Visit("abc", "Lina", True)
    cookie = visits.to_cookie(visit, b"secret")
    assert visits.from_cookie(cookie, b"secret") == visit
    assert visits.from_cookie(cookie, b"other") is None
    assert visits.from_cookie(cookie.replace(".1.", ".0."), b"secret") is None
    for broken in (None, "", ".", "a.b", "é.é.é.é"):
        assert visits.from_cookie(broken, b"secret") is None


def test_no_path_of_the_visitor_is_opened(page: Page, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    for url in (str(secret), f"file://{secret}", "secret.txt"):
        assert page.deed(1, "attach", url=url).status_code == 422
    assert page.deed(1, "attach", source=str(secret)).status_code == 422
    with page.tracker() as tracker:
        assert tracker.source_list() == []


@pytest.mark.parametrize("path", ["../settings.py", "..%2f..%2fsettings.py", "%2e%2e/settings.py", "/etc/passwd"])
def test_static_serves_its_folder_alone(page: Page, path: str) -> None:
    assert page.get(f"/static/{path}").status_code == 404


def test_large_requests_are_refused(make: Make) -> None:
    page = make(most_megabytes=1)
    answer = page.deed(1, "attach", files={"file": ("a.bin", b"x" * 1_100_000)})
    assert answer.status_code == 413
    with page.tracker() as tracker:
        assert tracker.source_list() == []


def test_large_requests_without_a_length_are_refused(make: Make) -> None:
    page = make(most_megabytes=1)

    def parts() -> Any:
        for _ in range(20):
            yield b"text=" + b"x" * 100_000

    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = page.client.post("/claims/1/note", content=parts(), headers=headers)
    assert answer.status_code in (400, 413)


def test_beyond_this_machine_a_token_is_asked_for(make: Make) -> None:
    page = make(host="0.0.0.0", token="open sesame")
    answer = page.get("/documents/1")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in?next=/documents/1"
    assert "statement.txt" not in page.get("/sign-in").text
    wrong = page.client.post("/sign-in", data={"token": "open", "name": "Eve", "next": "/"})
    assert wrong.status_code == 403
    assert page.get("/").status_code == 303
    right = page.client.post("/sign-in", data={"token": "open sesame", "name": "Omar", "next": "/documents/1"})
    assert right.headers["location"] == "/documents/1"
    page.deed(1, "tag", tags="a")
    with page.tracker() as tracker:
        assert tracker.history()[0].actor == "Omar"


def test_beyond_this_machine_names_are_still_checked(make: Make) -> None:
    page = make(host="0.0.0.0", token="t")
    assert page.get("/", headers={"host": "evil.example"}).status_code == 421
    assert page.get("/", headers={"host": "192.168.1.20:8765"}).status_code == 303


def test_serving_says_what_another_address_means() -> None:
    assert len(serving.announcement("http://127.0.0.1:1/", None)) == 1
    said = " ".join(serving.announcement("http://0.0.0.0:1/", "abc"))
    for word in ("abc", "read and change", "not encrypted"):
        assert word in said


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("192.168.1.2", False),
     ("example.org", False)],
)  # fmt: skip
def test_which_addresses_are_this_machine_alone(host: str, own: bool) -> None:
    assert addresses.is_loopback(host) is own


@pytest.mark.parametrize(
    "path", ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil", "/a\nb", "javascript:1", None]
)
def test_no_way_back_leads_elsewhere(path: str | None) -> None:
    assert addresses.local_path(path) == "/"


def test_a_port_in_use_says_so() -> None:
    with addresses.listen("127.0.0.1", 0) as taken, pytest.raises(UsageError, match="cannot be served"):
        addresses.listen("127.0.0.1", taken.getsockname()[1])


def test_nonsense_in_an_address_is_no_crash(page: Page) -> None:
    queries = ("claim=abc", "claim=99999999999999999999", "claim=-1", "status=x", "words=%22%27%00", "claim=1&claim=2")
    for query in queries:
        assert page.get(f"/documents/1?{query}").status_code in (200, 404, 422)
    assert page.get("/documents/99999999999999999999999").status_code in (404, 422)
