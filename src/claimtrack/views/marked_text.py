"""The text of a document as HTML, every claim marked in place: the same for the page and for the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimtrack.model.documents import Sentence
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.labels import SYMBOLS, label
from claimtrack.views.marking import Paragraph, Piece, paragraphs
from claimtrack.views.markup import safe

Address = Callable[[int], str]


def marked_text(
    text: str,
    sentences: Sequence[Sentence],
    claims: Sequence[TrackedClaim],
    address: Address,
    *,
    language: str,
    chosen: int | None = None,
) -> str:
    """Paragraphs; a piece under claims is a link to the shortest of them at `address(id)`."""
    by_id = {claim.id: claim for claim in claims}
    titles = {claim.id: _title(claim, language) for claim in claims}
    return "\n".join(
        _paragraph(each, text, by_id, titles, address, language, chosen) for each in paragraphs(text, sentences, claims)
    )


def _title(claim: TrackedClaim, language: str) -> str:
    return f"{claim.id}: {label('status', claim.status, language)} – {claim.gloss}"


def _paragraph(
    paragraph: Paragraph,
    text: str,
    claims: Mapping[int, TrackedClaim],
    titles: Mapping[int, str],
    address: Address,
    language: str,
    chosen: int | None,
) -> str:
    inner = []
    for piece in paragraph.pieces:
        words = safe(text[piece.start : piece.end])
        if piece.control:
            words = f'<span class="ctl">{words}</span>'
        if piece.claims:
            inner.append(_marked(piece, words, claims, titles, address, chosen))
        elif piece.set_aside:
            reason = safe(label("aside", piece.set_aside, language))
            inner.append(f'<span class="aside" data-at="{piece.start}" title="{reason}">{words}</span>')
        else:
            inner.append(f'<span data-at="{piece.start}">{words}</span>')
    reasons = dict.fromkeys(p.set_aside for p in paragraph.pieces if p.set_aside and not p.claims)
    for reason in reasons:
        inner.append(f'<small class="why" data-skip>{safe(label("aside", str(reason), language))}</small>')
    kind = ' class="h"' if paragraph.heading else ""
    return f'<p dir="{paragraph.direction}"{kind}>{"".join(inner)}</p>'


def _marked(
    piece: Piece,
    words: str,
    claims: Mapping[int, TrackedClaim],
    titles: Mapping[int, str],
    address: Address,
    chosen: int | None,
) -> str:
    inner = claims[piece.claims[0]]
    signs = "".join(
        f'<i class="k s-{claims[id].status}" data-c="{id}" data-s="{SYMBOLS[claims[id].status][0]}"></i>'
        for id in piece.begins
    )
    classes = f"m s-{inner.status} d{min(len(piece.claims), 3)}"
    if not inner.checkable:
        classes += " nc"
    if chosen in piece.claims:
        classes += " on"
    title = safe(" / ".join(titles[id] for id in piece.claims))
    ids = " ".join(map(str, piece.claims))
    return (
        f'<a class="{classes}" href="{safe(address(inner.id))}" data-at="{piece.start}" data-c="{ids}"'
        f' title="{title}">{signs}{words}</a>'
    )
