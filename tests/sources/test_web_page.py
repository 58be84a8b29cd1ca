"""Pages from the web: what comes back, and every way in which nothing does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimtrack.sources.web_page import Page, fetch
from pages import PAGE, Site, serving


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def ask(url: str, **limits: float) -> Page:
    return fetch(url, tool="claimtrack test", **limits)  # type: ignore[arg-type]


def test_a_page_comes_as_it_was_sent(site: Site) -> None:
    page = ask(f"{site.url}/page")
    assert (page.failure, page.body, page.status, page.media_type) == (None, PAGE, 200, "text/html")
    assert (page.final_url, page.redirects) == (f"{site.url}/page", ())


def test_the_way_of_a_redirect_is_kept(site: Site) -> None:
    page = ask(f"{site.url}/moved")
    assert (page.body, page.final_url, page.redirects) == (PAGE, f"{site.url}/page", (f"{site.url}/moved",))


def test_letters_of_any_script_may_stand_in_an_address(site: Site) -> None:
    assert ask(f"{site.url}/تقرير?عام=2024").body == PAGE
    assert site.asked[-1] == "/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1?%D8%B9%D8%A7%D9%85=2024"
    assert ask(f"{site.url}/a%20b").body == PAGE
    assert site.asked[-1] == "/a%20b"


@pytest.mark.parametrize(
    ("path", "says", "limits"),
    [
        ("/gone", "HTTP 404", {}),
        ("/away", "no web address", {}),
        ("/broken", "broke off after 24 of 500", {}),
        ("/slow", "no answer within 0.3 seconds", {"seconds": 0.3}),
        ("/page", "larger than 10 bytes", {"most_bytes": 10}),
    ],
)
def test_a_failure_says_why(site: Site, path: str, says: str, limits: dict[str, float]) -> None:
    page = ask(site.url + path, **limits)
    assert says in str(page.failure)
    assert page.body == b""


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://127.0.0.1/x", "http://", "http://127.0.0.1:port/"])
def test_only_web_addresses_are_asked(url: str) -> None:
    assert ask(url).failure


def test_nobody_listening_is_a_failure_too() -> None:
    with serving() as gone:
        url = gone.url
    assert "refused" in str(ask(f"{url}/page").failure)
