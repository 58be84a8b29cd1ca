"""Pages to look at. Each opens the tracker for reading, asks it, and renders a template."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from claimtrack.errors import ClaimtrackError
from claimtrack.model.tracking import Filter, SearchHit
from claimtrack.tracker import Tracker
from claimtrack.tracking.statuses import STATUSES, VERDICTS
from claimtrack.views import pictures, report
from claimtrack.web import rendering, words
from claimtrack.web.addresses import local_path, small
from claimtrack.web.document_page import document_page, panel_values
from claimtrack.web.selecting import from_query, standing

_MOST_DOCUMENTS = 40
_MOST_FACTS = 60
_MOST_HITS = 100
STATUS_OF = {2: 422, 3: 404, 4: 422, 5: 409}
"""HTTP status by the exit code of an error."""


def reading(request: Request) -> Tracker:
    """The tracker, to look things up in."""
    return Tracker(request.app.state.settings.path, read_only=True, create=False)


def overview(request: Request) -> Response:
    """The documents, newest first, with their progress."""
    t = words.chosen(request)
    with reading(request) as tracker:
        documents = tracker.documents()[::-1]
        pages = max(1, -(-len(documents) // _MOST_DOCUMENTS))
        at = min(_number(request.query_params.get("page", "")) or 1, pages)
        shown = documents[(at - 1) * _MOST_DOCUMENTS : at * _MOST_DOCUMENTS]
        counts = {each.id: request.app.state.counts.of(tracker, each.id) for each in shown}
        total = request.app.state.counts.of(tracker, None)
    rtl = t.direction == "rtl"
    draw = {
        id: Markup(pictures.progress(count, language=t.code, right_to_left=rtl))
        for id, count in (*counts.items(), (None, total))
    }
    return rendering.page(
        "overview.html",
        request,
        documents=shown,
        count=len(documents),
        at=at,
        pages=pages,
        draw=draw,
        total=total,
        counts=counts,
        verdicts=VERDICTS,
    )


def _number(text: str) -> int | None:
    """A whole number from an address, None for anything else."""
    return int(text) if text.isdecimal() and len(text) < 15 else None


def document(request: Request) -> Response:
    """One document, perhaps with a claim chosen."""
    with reading(request) as tracker:
        return document_page(
            request,
            tracker,
            small(request.path_params["id"]),
            from_query(request.query_params),
            _number(request.query_params.get("claim", "")),
        )


def claim(request: Request) -> Response:
    """The panel of one claim, without the page around it."""
    with reading(request) as tracker:
        values = panel_values(tracker, small(request.path_params["id"]), from_query(request.query_params))
        return HTMLResponse(rendering.render("panel.html", request, **values, typed={}, error=None, form=None))


def search(request: Request) -> Response:
    """Claims of all documents by words."""
    asked = request.query_params.get("q", "").strip()[:300]
    with reading(request) as tracker:
        hits = tracker.search(asked, Filter(checkable=None, limit=_MOST_HITS)) if asked else []
    return rendering.page("search.html", request, asked=asked, hits=[(h, excerpt(h)) for h in hits])


def excerpt(hit: SearchHit) -> Sequence[tuple[str, bool]]:
    """The excerpt of a hit in stretches, each with whether it matches."""
    parts, at = [], 0
    for start, end in sorted(hit.marks):
        if start >= at:
            parts += [(hit.excerpt[at:start], False), (hit.excerpt[start:end], True)]
            at = end
    return [each for each in (*parts, (hit.excerpt[at:], False)) if each[0]]


def facts(request: Request) -> Response:
    """Measures over time, as pictures with their values beside them."""
    asked = request.query_params.get("q", "").strip()[:300]
    t = words.chosen(request)
    with reading(request) as tracker:
        found = tracker.facts(asked or None)[:_MOST_FACTS]
    drawn = [(fact, Markup(pictures.timeline(fact, language=t.code))) for fact in found]
    return rendering.page("facts.html", request, asked=asked, facts=drawn)


def help_sheet(request: Request) -> Response:
    """Keys, statuses and rules."""
    return rendering.page("help.html", request, statuses=STATUSES)


def download(request: Request) -> Response:
    """The report of a document, as a file."""
    id = small(request.path_params["id"])
    with reading(request) as tracker:
        made = report.gather(
            tracker.document(id), standing(tracker, id), tracker.source_list(), labels=words.chosen(request).code
        )
    name = f"claimtrack-{id}.html"
    return HTMLResponse(report.to_html(made), headers={"Content-Disposition": f'attachment; filename="{name}"'})


def sign_in(request: Request) -> Response:
    """Where the token is asked for."""
    return rendering.page("sign_in.html", request, back=local_path(request.query_params.get("next")), wrong=False)


def explained(request: Request, error: ClaimtrackError) -> tuple[str, ...]:
    """What happened and what to do next, in the language of the page."""
    t = words.chosen(request)
    return tuple(filter(None, (t.told(error.message), t.told(error.hint))))


def refused(request: Request, error: Exception) -> Response:
    """An error as a page: what happened and what to do next."""
    known = error if isinstance(error, ClaimtrackError) else None
    return rendering.page(
        "message.html",
        request,
        status=STATUS_OF.get(known.exit_code, 500) if known else getattr(error, "status_code", 404),
        sentences=explained(request, known) if known else (words.chosen(request)("gone"),),
    )
