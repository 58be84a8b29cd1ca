"""Which claims of a document are shown: the filters of the page, from a query and back into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from claimtrack.errors import UsageError
from claimtrack.languages.messages import say
from claimtrack.model.tracking import Filter, TrackedClaim
from claimtrack.tracker import Tracker

NAMES = ("status", "kind", "tag", "speaker", "words")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Selection:
    """One value a filter; "" is any."""

    status: str = ""
    kind: str = ""
    tag: str = ""
    speaker: str = ""
    words: str = ""

    @property
    def active(self) -> bool:
        """Whether anything is filtered."""
        return any(getattr(self, name) for name in NAMES)

    @property
    def query(self) -> str:
        """The same as the query of an address."""
        return urlencode({name: value for name in NAMES if (value := getattr(self, name))})

    def address(self, document: int, claim: int | None = None, *, place: str = "panel") -> str:
        """Where the document stands with these filters (and a claim chosen)."""
        picked = f"claim={claim}" if claim else ""
        query = "&".join(filter(None, (self.query, picked)))
        return f"/documents/{document}" + (f"?{query}" if query else "") + (f"#{place}" if claim else "")


def from_query(given: Mapping[str, str]) -> Selection:
    """The filters of a query; what it says besides them is left alone."""
    return Selection(**{name: given.get(name, "").strip()[:_LONGEST] for name in NAMES})


def from_text(query: str) -> Selection:
    """The filters of a query as text."""
    return from_query(dict(parse_qsl(query[:3000])))


def standing(tracker: Tracker, document: int) -> list[TrackedClaim]:
    """The claims of a document that stand, in the order of the text."""
    found = tracker.claims(Filter(document=(str(document),), checkable=None))
    return [claim for claim in found if claim.duplicate_of is None and claim.superseded_by is None]


def select(tracker: Tracker, document: int, claims: list[TrackedClaim], chosen: Selection) -> list[TrackedClaim]:
    """Those of `claims` that the filters let through."""
    if not chosen.active:
        return claims
    given = {
        "status": (chosen.status,) if chosen.status else (),
        "kind": (chosen.kind,) if chosen.kind else (),
        "tag": (chosen.tag,) if chosen.tag else (),
        "speaker": (chosen.speaker,) if chosen.speaker else (),
        "text": chosen.words or None,
        "document": (str(document),),
        "checkable": None,
    }
    try:
        asked = Filter.model_validate(given)
    except ValueError as error:
        raise UsageError(say("no_filter", query=chosen.query)) from error
    fitting = {claim.id for claim in tracker.claims(asked)}
    return [claim for claim in claims if claim.id in fitting]
