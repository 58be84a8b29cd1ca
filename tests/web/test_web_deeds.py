"""Every deed, by plain forms: the same verbs, rules and history as on the command line."""

from __future__ import annotations

import pytest
from visitor import Make, Page

from builders import ARABIC, TEXT
from claimtrack.tracker import Tracker

URL = "https://example.org/filing"


def test_a_status_lands_in_the_history_under_the_name_of_the_person(page: Page) -> None:
    answer = page.deed(1, "mark", status="in_progress", because="on it")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/documents/1?claim=1#panel"
    assert "Claim 1 is now: in progress." in page.get("/documents/1?claim=1").text
    with page.tracker() as tracker:
        claim, last = tracker.claim(1), tracker.history(1)[0]
    assert (claim.status, claim.status_reason) == ("in_progress", "on it")
    assert (last.actor, last.command) == ("Lina", "page: mark")


def test_a_verdict_without_evidence_is_refused_and_keeps_what_was_typed(page: Page) -> None:
    answer = page.deed(1, "mark", status="verified", because="my <own> words")
    assert answer.status_code == 422
    assert "no evidence that supports it" in answer.text
    assert 'value="my &lt;own&gt; words"' in answer.text
    assert 'value="verified" checked' in answer.text
    with page.tracker() as tracker:
        assert tracker.claim(1).status == "unverified"


def test_a_verdict_with_evidence(page: Page) -> None:
    page.deed(1, "attach", url=URL, stance="supports", quote="950 million", locator="p. 3", source_origin="Court")
    assert page.deed(1, "mark", status="verified").status_code == 303
    with page.tracker() as tracker:
        claim = tracker.claim(1)
    assert claim.status == "verified"
    (evidence,) = claim.evidence
    assert (evidence.url, evidence.stance, evidence.quote) == (URL, "supports", "950 million")
    assert (evidence.locator, evidence.origin) == ("p. 3", "Court")


def test_strict_rules_hold_on_the_page_too(make: Make) -> None:
    page = make(strict=True)
    page.deed(1, "attach", url=URL, stance="supports")
    assert page.deed(1, "mark", status="verified").status_code == 422


def test_tags_in_any_script_on_and_off(page: Page) -> None:
    page.deed(1, "tag", tags="russia، telegram, روسيا")
    with page.tracker() as tracker:
        assert set(tracker.claim(1).tags) == {"russia", "telegram", "روسيا"}
    page.deed(1, "untag", tag="telegram")
    with page.tracker() as tracker:
        assert set(tracker.claim(1).tags) == {"russia", "روسيا"}


def test_notes_and_assignment(page: Page) -> None:
    page.deed(1, "note", text="ask the court\r\nagain")
    page.deed(1, "assign", to="Omar")
    with page.tracker() as tracker:
        claim = tracker.claim(1)
    assert claim.notes[0].text == "ask the court\nagain"
    assert claim.assignee == "Omar"
    page.deed(1, "unnote", note=str(claim.notes[0].id))
    page.deed(1, "assign", to="")
    with page.tracker() as tracker:
        assert (tracker.claim(1).notes, tracker.claim(1).assignee) == ((), None)


def test_a_note_of_another_claim_cannot_be_removed_here(page: Page) -> None:
    page.deed(1, "note", text="mine")
    page.deed(2, "note", text="other")
    assert page.deed(1, "unnote", note="2").status_code == 422
    with page.tracker() as tracker:
        assert len(tracker.claim(2).notes) == 1


def test_evidence_by_file_keeps_its_bytes(page: Page) -> None:
    page.deed(1, "attach", stance="supports", files={"file": ("../../etc/ملف <x>.pdf", b"%PDF", "application/pdf")})
    with page.tracker() as tracker:
        evidence = tracker.claim(1).evidence[0]
        source = tracker.source_show(evidence.source_id)
    assert evidence.captured
    assert source.captures[0].bytes == 4
    assert source.title == "ملف _x_.pdf"
    assert not list(page.path.parent.glob("**/etc*"))


def test_evidence_by_title_is_one_operation(page: Page) -> None:
    with page.tracker() as tracker:
        before = len(tracker.history(limit=None))
    page.deed(1, "attach", stance="context", source_title="Interview with the clerk", source_access="confidential")
    with page.tracker() as tracker:
        assert len(tracker.history(limit=None)) == before + 1
        assert tracker.claim(1).evidence[0].access == "confidential"


def test_known_source_and_withdrawal(page: Page) -> None:
    page.deed(1, "attach", url=URL, stance="supports")
    page.deed(2, "attach", source="1", stance="refutes")
    with page.tracker() as tracker:
        evidence = tracker.claim(2).evidence[0]
        assert (evidence.source_id, evidence.stance) == (1, "refutes")
    page.deed(2, "detach", evidence=str(evidence.id), because="retracted")
    with page.tracker() as tracker:
        assert tracker.claim(2).evidence[0].withdrawn_because == "retracted"


def test_edit_changes_what_was_changed_and_nothing_else(page: Page) -> None:
    with page.tracker() as tracker:
        before = tracker.claim(1)
    page.deed(1, "edit", gloss="950M people", places="ru, ir", checkable="yes", because="clearer")
    with page.tracker() as tracker:
        after, last = tracker.claim(1), tracker.history(1)[0]
    assert (after.gloss, after.places, after.edited) == ("950M people", ("RU", "IR"), ("gloss", "places"))
    assert (after.text, after.kind, after.checkable) == (before.text, before.kind, before.checkable)
    assert last.reason == "clearer"


def test_edit_can_take_checkability_away(page: Page) -> None:
    page.deed(1, "edit")
    with page.tracker() as tracker:
        assert not tracker.claim(1).checkable


def test_merge_and_remove(page: Page) -> None:
    assert page.deed(4, "merge", into="3").headers["location"] == "/documents/1"
    assert page.deed(3, "merge", into="3").status_code == 422
    page.deed(5, "remove", because="no claim")
    with page.tracker() as tracker:
        assert tracker.claim(4).duplicate_of == 3
        assert tracker.history()[0].reason == "no claim"


def test_a_claim_by_the_place_of_its_words(page: Page) -> None:
    """The second “blocked Telegram” of the text, chosen by its place."""
    start = TEXT.rindex("blocked Telegram")
    fields = {"start": str(start), "end": str(start + len("blocked Telegram")), "gloss": "blocked", "kind": "event"}
    answer = page.send("/documents/1/add", "/documents/1", **fields)
    assert answer.status_code == 303
    with page.tracker() as tracker:
        claim = max(tracker.claims(), key=lambda c: c.id)
    assert (claim.start, claim.quote, claim.origin, claim.gloss) == (start, "blocked Telegram", "person", "blocked")


def test_a_claim_by_its_words_alone(page: Page) -> None:
    answer = page.send("/documents/2/add", "/documents/2", quote="في روسيا", occurrence="1")
    assert answer.status_code == 303
    with page.tracker() as tracker:
        claim = max(tracker.claims(), key=lambda c: c.id)
    assert ARABIC[claim.start : claim.end] == "في روسيا"
    again = page.send("/documents/2/add", "/documents/2", quote="not there", occurrence="1")
    assert again.status_code == 404
    assert ">not there</textarea>" in again.text


def test_undo_and_redo(page: Page) -> None:
    page.deed(1, "mark", status="in_progress")
    for way, status in (("undo", "unverified"), ("redo", "in_progress")):
        answer = page.send(f"/{way}", "/documents/1?claim=1")
        assert answer.headers["location"] == "/documents/1?claim=1"
        with page.tracker() as tracker:
            assert tracker.claim(1).status == status


def test_undo_never_takes_a_document_away(page: Page) -> None:
    answer = page.send("/undo", "/documents/1?claim=1")
    assert answer.status_code == 303
    assert "no change to claims" in page.get("/documents/1").text
    with page.tracker() as tracker:
        assert len(tracker.documents()) == 2
        assert tracker.count() == 6


def test_undo_of_one_operation_of_the_history(page: Page) -> None:
    page.deed(1, "tag", tags="a")
    page.deed(1, "note", text="later")
    with page.tracker() as tracker:
        tagged = next(o.id for o in tracker.history(1) if o.command == "page: tag")
    page.send("/undo", "/documents/1?claim=1", operation=str(tagged))
    with page.tracker() as tracker:
        assert tracker.claim(1).tags == ()
        assert len(tracker.claim(1).notes) == 1


def test_two_people_get_a_conflict_not_a_lost_update(page: Page, make: Make) -> None:
    other = make()
    stale = page.hidden("/documents/1?claim=1", "/claims/1/edit")
    other.deed(1, "edit", gloss="first", checkable="yes")
    answer = page.client.post("/claims/1/edit", data=stale | {"gloss": "second", "checkable": "yes"})
    assert answer.status_code == 409
    assert "Somebody changed this claim" in answer.text
    assert 'value="second"' in answer.text
    with page.tracker() as tracker:
        assert tracker.claim(1).gloss == "first"
    fresh = page.deed(1, "edit", gloss="second", checkable="yes")
    assert fresh.status_code == 303


@pytest.mark.parametrize("name", ["mark", "assign", "merge", "remove"])
def test_a_change_from_the_command_line_counts_too(page: Page, name: str) -> None:
    stale = page.hidden("/documents/1?claim=1", f"/claims/1/{name}")
    with Tracker(page.path, actor="Omar") as tracker:
        tracker.edit(1, gloss="changed")
    fields = {"status": "in_progress", "to": "Omar", "into": "2"}
    assert page.client.post(f"/claims/1/{name}", data=stale | fields).status_code == 409


def test_a_write_between_look_and_write_is_seen(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program writes after the version was compared: the later write, ours, is taken back."""
    from claimtrack.web import deeds

    def late(tracker: Tracker, id: int, form: object) -> object:
        with Tracker(page.path, actor="Omar") as other:
            other.note(1, "meanwhile")
        return tracker.assign(id, "Lina")

    monkeypatch.setitem(deeds.DEEDS, "assign", deeds.Deed(late, versioned=True))  # type: ignore[arg-type]
    assert page.deed(1, "assign", to="Lina").status_code == 409
    with page.tracker() as tracker:
        assert tracker.claim(1).assignee is None
        assert tracker.claim(1).notes[0].text == "meanwhile"


def test_a_name_for_the_history(page: Page) -> None:
    page.send("/name", "/", name="Omar Ḥ")
    page.deed(1, "tag", tags="a")
    with page.tracker() as tracker:
        assert tracker.history()[0].actor == "Omar Ḥ"


def test_read_only_offers_no_form_and_takes_none(make: Make, page: Page) -> None:
    csrf = page.hidden("/documents/1?claim=1", "/claims/1/mark")
    looking = make(read_only=True)
    assert 'method="post" action="/claims' not in looking.get("/documents/1?claim=1").text
    assert looking.client.post("/claims/1/mark", data=csrf | {"status": "in_progress"}).status_code in (403, 422)
    with page.tracker() as tracker:
        assert tracker.claim(1).status == "unverified"


def test_with_script_the_answer_is_the_parts_that_changed(page: Page) -> None:
    answer = page.deed(1, "mark", status="in_progress", headers={"X-Claimtrack-Fragment": "1"})
    assert answer.status_code == 200
    assert "<html" not in answer.text
    for part in ('data-into="panel"', 'data-replace="card-1"', 'data-replace="head"', "s-in_progress"):
        assert part in answer.text
    merged = page.deed(4, "merge", into="3", headers={"X-Claimtrack-Fragment": "1"})
    assert merged.headers["x-claimtrack-again"] == "/documents/1"


def test_filters_stay_after_a_deed(page: Page) -> None:
    at = "/documents/1?kind=quantity&claim=1"
    answer = page.send("/claims/1/tag", at, tags="x")
    assert answer.headers["location"] == "/documents/1?kind=quantity&claim=1#panel"
