"""What the page of one document shows: its text with the claims marked, their list, and the chosen claim."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from claimtrack.errors import NotFound
from claimtrack.languages.messages import say
from claimtrack.model.tracking import DocumentRow, Source, TrackedClaim
from claimtrack.tracker import Tracker
from claimtrack.tracking.statuses import STATUSES, VERDICTS
from claimtrack.views import pictures
from claimtrack.views.marked_text import marked_text
from claimtrack.views.marking import direction
from claimtrack.web import rendering, values, words
from claimtrack.web.choices import CHOICES, MOST_PARTS
from claimtrack.web.selecting import Selection, select, standing


def version(claim: TrackedClaim) -> str:
    """A hash of all that a person sees of a claim: a form made before a change carries another one."""
    plain = json.dumps(claim.model_dump(mode="json", warnings=False), sort_keys=True)
    return sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def document_page(
    request: Request,
    tracker: Tracker,
    id: int,
    selection: Selection,
    chosen: int | None,
    *,
    status: int = 200,
    **values: Any,
) -> HTMLResponse:
    """The whole page."""
    document = tracker.document(id)
    claims = standing(tracker, id)
    shown = select(tracker, id, claims, selection)
    language = words.chosen(request).code
    text = marked_text(
        document.text or "",
        document.sentences,
        shown,
        lambda claim: selection.address(id, claim),
        language=language,
        chosen=chosen,
    )
    panel = panel_values(tracker, chosen, selection) if chosen else {"claim": None}
    if panel["claim"] and panel["claim"].document_id != id:
        raise NotFound(say("other_document", claim=chosen))
    return rendering.page(
        "document.html",
        request,
        status=status,
        text=Markup(text),
        kinds=CHOICES["kind"],
        claims=shown,
        all_count=len(claims),
        options=_options(claims),
        **_about(document, claims, language),
        **{"typed": {}, "error": None, "form": None} | panel | values | {"selection": selection},
    )


def _about(document: DocumentRow, claims: list[TrackedClaim], language: str) -> Mapping[str, Any]:
    """The head of a document: its direction, its progress and the strip of its claims."""
    way = direction(document.text or "")
    counts: Counter[str] = Counter(claim.status for claim in claims if claim.checkable)
    rtl = words.words(language).direction == "rtl"
    return {
        "document": document,
        "text_direction": way,
        "counts": counts,
        "done": sum(n for status, n in counts.items() if status in VERDICTS),
        "progress": Markup(pictures.progress(counts, language=language, right_to_left=rtl)),
        "strip": Markup(
            pictures.strip(len(document.text or ""), claims, language=language, right_to_left=way == "rtl")
        ),
    }


def _options(claims: list[TrackedClaim]) -> Mapping[str, list[str]]:
    """What the filters can be set to: what stands in this document."""
    return {
        "status": [status for status in STATUSES if any(c.status == status for c in claims)],
        "kind": list(dict.fromkeys(c.kind for c in claims)),
        "tag": sorted({tag for c in claims for tag in c.tags}),
        "speaker": list(dict.fromkeys(c.speaker for c in claims if c.speaker)),
    }


def panel_values(tracker: Tracker, id: int, selection: Selection) -> dict[str, Any]:
    """The chosen claim with its history, its form's version and what can be chosen."""
    claim = tracker.claim(id)
    return {
        "claim": claim,
        "history": tracker.history(id, limit=30),
        "version": version(claim),
        "statuses": STATUSES,
        "choices": CHOICES,
        "quantity_rows": values.quantity_rows(claim),
        "time_rows": values.time_rows(claim),
        "most_parts": MOST_PARTS,
        "sources": [source_line(each) for each in tracker.source_list()[-200:]],
        "selection": selection,
    }


def source_line(source: Source) -> tuple[int, str]:
    """A source in a list to choose from."""
    return source.id, f"{source.id}: {source.title or source.url or source.publisher or source.kind}"


def head_values(tracker: Tracker, id: int, language: str) -> Mapping[str, Any]:
    """The head of a document alone, for a page that is open already."""
    return _about(tracker.document(id), standing(tracker, id), language)
