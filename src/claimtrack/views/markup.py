"""Small pieces of HTML and SVG, every text in them escaped and made harmless."""

from __future__ import annotations

from html import escape

from claimtrack.views.harmless import harmless


def safe(text: object) -> str:
    """A text for HTML: neither its markup nor its control characters act."""
    return escape(harmless(str(text)))


def element(tag: str, *inner: str, **attributes: object) -> str:
    """An element around ready markup; `_` in a name stands for `-`, a leading one is dropped, None leaves out."""
    given = "".join(
        f' {name.lstrip("_").replace("_", "-")}="{safe(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{given}>{''.join(inner)}</{tag}>"


def web_address(url: str | None) -> str | None:
    """The address if a reader may follow it: http and https alone."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
