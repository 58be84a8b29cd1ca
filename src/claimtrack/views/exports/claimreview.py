"""ClaimReview (schema.org) as JSON-LD: claims with a verdict, for systems that read fact checks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from claimtrack.model.claims import NARRATOR
from claimtrack.model.record import Record
from claimtrack.model.tracked import TrackedClaim
from claimtrack.views.exports.sheet import Sheet
from claimtrack.views.labels import label

RATINGS: dict[str, int | None] = {
    "verified": 5,
    "partly_true": 3,
    "misleading": 2,
    "false": 1,
    "unproven": None,
}
"""The statuses that leave, with their number on the scale of 1 to 5; `unproven` has a name only."""


class Thing(Record):
    """A person, an organisation or a text, by name and address."""

    type: Literal["Person", "Organization", "CreativeWork"] = Field(serialization_alias="@type")
    name: str | None = None
    url: str | None = None


class Rating(Record):
    """The verdict."""

    type: Literal["Rating"] = Field(default="Rating", serialization_alias="@type")
    alternateName: str
    ratingValue: float | None = None
    bestRating: float | None = None
    worstRating: float | None = None


class ReviewedClaim(Record):
    """What was said, by whom, when and where."""

    type: Literal["Claim"] = Field(default="Claim", serialization_alias="@type")
    name: str
    author: Thing | None = None
    datePublished: str | None = None
    appearance: Thing | None = None
    firstAppearance: Thing | None = None


class ClaimReview(Record):
    """One fact check."""

    context: Literal["https://schema.org"] = Field(default="https://schema.org", serialization_alias="@context")
    type: Literal["ClaimReview"] = Field(default="ClaimReview", serialization_alias="@type")
    claimReviewed: str
    itemReviewed: ReviewedClaim
    reviewRating: Rating
    author: Thing | None = None
    datePublished: str | None = None
    url: str | None = None
    inLanguage: str | None = None


def to_bytes(sheet: Sheet, settings: Mapping[str, Any]) -> bytes:
    """A JSON-LD list of all claims of the sheet that have a verdict."""
    reviews = [
        review(each, settings) for each in sheet.records() if isinstance(each, TrackedClaim) and each.status in RATINGS
    ]
    dumped = [each.model_dump(mode="json", by_alias=True, exclude_none=True) for each in reviews]
    text = json.dumps(dumped, ensure_ascii=False, indent=2)
    # so that the list can stand in a page's <script> whatever a claim says
    return (text.replace("<", "\\u003c") + "\n").encode("utf-8", "replace")


def missing(settings: Mapping[str, Any]) -> str | None:
    """What readers of fact checks want and the settings do not say."""
    if (settings.get("organisation") or {}).get("name"):
        return None
    return 'nobody is named as the publisher: put organisation = { name = "…", url = "…" } into claimtrack.toml'


def review(claim: TrackedClaim, settings: Mapping[str, Any]) -> ClaimReview:
    """One claim with its verdict, in its own language; a house scale renames and renumbers the verdicts."""
    house = settings.get("organisation") or {}
    named = house.get("name")
    publisher = Thing(type="Organization", name=named, url=house.get("url")) if named else None
    return ClaimReview(
        claimReviewed=claim.text,
        itemReviewed=_item(claim),
        author=publisher,
        url=claim.published_url,
        reviewRating=_rating(claim, settings.get("ratings") or {}),
        inLanguage=claim.language,
        datePublished=claim.status_at[:10] if claim.status_at else None,
    )


def _item(claim: TrackedClaim) -> ReviewedClaim:
    known = claim.speaker and claim.speaker != NARRATOR
    place = Thing(type="CreativeWork", name=claim.document)
    return ReviewedClaim(
        name=claim.text,
        author=Thing(type="Person", name=claim.speaker) if known else None,
        datePublished=claim.published,
        appearance=place,
        firstAppearance=place,
    )


def _rating(claim: TrackedClaim, scale: Mapping[str, Any]) -> Rating:
    own = scale.get(claim.status, {})
    values = [each["value"] for each in scale.values() if "value" in each] or [1, 5]
    number = own.get("value", RATINGS[claim.status])
    name = own.get("label") or label("rating", claim.status, claim.language or "en")
    if number is None:
        return Rating(alternateName=name)
    return Rating(alternateName=name, ratingValue=number, bestRating=max(values), worstRating=min(values))
