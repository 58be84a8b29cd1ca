"""Templates: every text that they put into a page is escaped, and its control characters are made visible."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from claimtrack.views import pictures
from claimtrack.views.harmless import harmless
from claimtrack.views.labels import SYMBOLS
from claimtrack.views.marking import direction, own_direction
from claimtrack.views.markup import web_address
from claimtrack.web import notices, spoken, words
from claimtrack.web.visits import form_token


def _shown(value: Any) -> Any:
    """Markup is ours; any other text has its control characters shown, not acted on."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def environment() -> Environment:
    """The templates of the page."""
    made = Environment(
        loader=PackageLoader("claimtrack.web"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "symbols": {status: symbol for status, (symbol, _) in SYMBOLS.items()},
        "quantity_words": spoken.quantity,
        "time_words": spoken.time,
        "value_words": pictures.value_words,
        "fact_name": spoken.fact_name,
        "web_address": web_address,
        "direction": direction,
        "own_direction": own_direction,
        "stamp": stamp(),
    }
    return made


@cache
def stamp() -> str:
    """A short hash of style and script, so that a new version is fetched and an old one kept."""
    folder = resources.files("claimtrack.web") / "static"
    return sha256(b"".join((folder / name).read_bytes() for name in ("page.css", "page.js"))).hexdigest()[:10]


def render(template: str, request: Request, **values: Any) -> str:
    """A template with its values and what every page knows: the language, the visit, the settings."""
    settings = request.app.state.settings
    visit = request.scope["visit"]
    shared: Mapping[str, Any] = {
        "t": words.chosen(request),
        "languages": [words.words(code) for code in words.languages()],
        "csrf": form_token(visit, settings.secret),
        "person": visit.name or settings.actor,
        "read_only": settings.read_only,
        "signed_in": not settings.token or visit.admitted,
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
    }
    return environment().get_template(template).render({**shared, **values})


def page(template: str, request: Request, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A whole page; what was left to say from the last change is said now."""
    said = notices.take(request)
    return HTMLResponse(render(template, request, said=said, **values), status)
