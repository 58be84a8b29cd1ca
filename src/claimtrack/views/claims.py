"""The list of claims: the line that an editor recognises first, the rest as the width allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.model.claims import NARRATOR
from claimtrack.model.tracked import SearchHit, TrackedClaim
from claimtrack.views.labels import SYMBOLS, label, status
from claimtrack.views.screen import Screen
from claimtrack.views.tables import Cell, Column, table

WIDE, WIDEST = 120, 150


def speaker_name(speaker: str | None, screen: Screen) -> str:
    """Who says it; the narrator by the label of the language."""
    return label("heading", NARRATOR, screen.labels) if speaker == NARRATOR else speaker or "–"


def claims_table(claims: Sequence[TrackedClaim], screen: Screen) -> Iterator[str]:
    """One row a claim: id, status, gloss, speaker, kind; when wide also its own words, tags and document."""
    columns = _columns(screen, any(claim.tags for claim in claims))
    return table(
        [column for _, column in columns],
        [[_cell(name, claim, screen) for name, _ in columns] for claim in claims],
        screen,
    )


def hits_table(hits: Sequence[SearchHit], screen: Screen) -> Iterator[str]:
    """One row a hit: id, status, gloss, and the words that match between « »."""
    columns = [
        _named("id", screen, right=True),
        _named("status", screen, most=18),
        _named("gloss", screen, share=3),
        Column("match", share=4),
    ]
    rows = [
        [_cell(name, hit.claim, screen) for name in ("id", "status", "gloss")] + [Cell(marked(hit))] for hit in hits
    ]
    return table(columns, rows, screen)


def marked(hit: SearchHit) -> str:
    """The excerpt with the matching words between « »."""
    parts, at = [], 0
    for start, end in sorted(hit.marks):
        parts += [hit.excerpt[at:start], "«", hit.excerpt[start:end], "»"]
        at = end
    return "".join([*parts, hit.excerpt[at:]])


def _columns(screen: Screen, tagged: bool) -> list[tuple[str, Column]]:
    names = [
        ("id", _named("id", screen, right=True)),
        ("status", _named("status", screen, most=18)),
        ("gloss", _named("gloss", screen, share=3)),
        ("speaker", _named("speaker", screen, most=20)),
        ("kind", _named("kind", screen, most=10)),
    ]
    if screen.width >= WIDE:
        names.append(("text", _named("text", screen, share=4)))
    if tagged and screen.width >= WIDE:
        names.append(("tags", _named("tags", screen, most=20)))
    if screen.width >= WIDEST:
        names.append(("document", _named("document", screen, most=22, lines=1)))
    return names


def _named(
    name: str, screen: Screen, share: int = 0, most: int = 24, lines: int | None = 4, right: bool = False
) -> Column:
    return Column(label("heading", name, screen.labels), share, most, lines, right)


def _cell(name: str, claim: TrackedClaim, screen: Screen) -> Cell:
    if name == "status":
        return Cell(status(claim.status, screen), SYMBOLS[claim.status][1])
    if name == "speaker":
        return Cell(speaker_name(claim.speaker, screen))
    if name == "kind":
        return Cell(label("kind", claim.kind, screen.labels), "dim")
    if name == "tags":
        return Cell("; ".join(claim.tags), "cyan")
    if name == "gloss":
        return Cell(claim.gloss + _standing(claim), "bold" if not _standing(claim) else "dim")
    return Cell(str(getattr(claim, name)))


def _standing(claim: TrackedClaim) -> str:
    """What keeps the claim from standing as it is, in a few words."""
    if claim.duplicate_of is not None:
        return f" [merged into {claim.duplicate_of}]"
    if claim.superseded_by is not None:
        return f" [split, see {claim.superseded_by}]"
    if claim.orphaned:
        return " [orphaned: its words are no longer in place]"
    return " [not found again]" if claim.missing_since else ""
