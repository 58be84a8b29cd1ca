"""The same fact said twice is one claim with two appearances; facts that disagree stay apart and are linked."""

from __future__ import annotations

from claimtrack import extract
from claimtrack.model import Claim


def _by_words(text: str, words: str) -> list[Claim]:
    return [claim for claim in extract(text).claims if words in claim.quote]


def test_a_verbatim_repeat_is_one_claim() -> None:
    text = "The flood destroyed 80 houses in the valley. Nobody came. The flood destroyed 80 houses in the valley."
    (claim,) = _by_words(text, "80 houses")
    assert [text[at.start : at.end] for at in claim.appearances] == ["The flood destroyed 80 houses in the valley"] * 2
    assert claim.start == 0


def test_an_arabic_repeat_is_one_claim() -> None:
    text = "دمر الفيضان 80 منزلا في الوادي. لم يأت أحد. دمر الفيضان 80 منزلا في الوادي."
    (claim,) = _by_words(text, "80")
    assert len(claim.appearances) == 2


def test_a_repeated_list_of_countries_is_one_claim_for_each() -> None:
    again = "Telegram was blocked in Russia and Iran in 2018."
    found = extract(f"{again} The company lost money. {again}").claims
    assert [(claim.places, len(claim.appearances)) for claim in found if claim.places] == [(("RU",), 2), (("IR",), 2)]


def test_another_number_is_a_conflict_and_no_repeat() -> None:
    text = "The flood destroyed 80 houses in the valley. The flood destroyed 95 houses in the valley."
    first, second = _by_words(text, "houses")
    assert [len(first.appearances), len(second.appearances)] == [1, 1]
    assert [(link.kind, link.to) for link in first.links] == [("conflict", second.id)]
    assert [(link.kind, link.to) for link in second.links] == [("conflict", first.id)]


def test_links_lead_to_claims_that_exist() -> None:
    text = "If the dam breaks, the town will flood. The bridge closed because the river rose, but the road stayed open."
    found = extract(text).claims
    ids = {claim.id for claim in found}
    assert {link.to for claim in found for link in claim.links} <= ids
    assert len(ids) == len(found)
