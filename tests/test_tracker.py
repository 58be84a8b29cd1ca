"""The verbs of a tracker, through the Python API."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from builders import ARABIC, TEXT, Clock, arabic, english
from claimtrack.errors import BadInput, Conflict, EvidenceRefused, NotFound, UsageError
from claimtrack.model.tracking import Filter
from claimtrack.tracker import Tracker

ALL = Filter(checkable=None)


@pytest.fixture
def tracker(tmp_path: Path) -> Iterator[Tracker]:
    with Tracker(tmp_path / "claims.db", actor="sara", clock=Clock()) as opened:
        opened.store(english(), TEXT, name="statement", engine="1")
        yield opened


def content(tracker: Tracker) -> list[dict[str, object]]:
    return [c.model_dump(mode="json") for c in tracker.claims(ALL)]


def test_stored_claims_come_back_as_they_were(tracker: Tracker) -> None:
    held = tracker.claims(ALL)
    assert [c.quote for c in held] == [c.quote for c in english().claims]
    assert held[0].quantities == english().claims[0].quantities
    assert held[2].predicate == english().claims[2].predicate
    assert {c.status for c in held} == {"unverified"}
    assert tracker.check() == []


def test_same_text_again_adds_nothing(tracker: Tracker) -> None:
    outcome = tracker.store(english(), TEXT, name="again", engine="1")
    assert (outcome.new, outcome.change.operation, len(outcome.known)) == ((), None, 5)
    assert "nothing new" in outcome.change.sentences[0]
    assert len(tracker.documents()) == 1


def test_default_list_shows_checkable_claims_only(tracker: Tracker) -> None:
    assert len(tracker.claims()) == 4
    assert [c.kind for c in tracker.claims(Filter(checkable=False))] == ["opinion"]


@pytest.mark.parametrize(
    ("filter", "glosses"),
    [
        (Filter(place=("ru",)), ["blocked · Russia"]),
        (Filter(unit=("user",)), ["950M users · Telegram"]),
        (Filter(minimum=Decimal(20_000_000)), ["950M users · Telegram"]),
        (Filter(maximum=Decimal(20_000_000)), [">12M subscribers"]),
        (Filter(kind=("event",), limit=1, offset=1), ["blocked · Iran"]),
        (Filter(speaker=("durov",), text="subscriber"), [">12M subscribers"]),
        (Filter(since="2024-09-07"), []),
        (Filter(until="2024-09-06", unit=("user",)), ["950M users · Telegram"]),
        (Filter(document=("statement",), language=("en",), unit=("subscriber",)), [">12M subscribers"]),
        (Filter(ids=(4, 3)), ["blocked · Russia", "blocked · Iran"]),
    ],
)
def test_filters(tracker: Tracker, filter: Filter, glosses: list[str]) -> None:
    assert [c.gloss for c in tracker.claims(filter)] == glosses


@pytest.mark.parametrize("words", ["المستخدمين", "مستخدم", "للمستخدمين", "مُسْتَخْدِم", "والمستخدمون"])
def test_arabic_search_finds_every_form(tracker: Tracker, words: str) -> None:
    tracker.store(arabic(), ARABIC, name="خبر")
    (hit,) = tracker.search(words)
    assert hit.claim.language == "ar"
    assert any("مستخدم" in hit.excerpt[a:b] for a, b in hit.marks)


def test_search_covers_notes_and_evidence(tracker: Tracker) -> None:
    tracker.note(3, "ask the regulator")
    tracker.attach(4, "https://example.org/x", stance="supports", quote="the ministry confirmed")
    assert [h.claim.id for h in tracker.search("regulator")] == [3]
    assert [h.claim.id for h in tracker.search("confirmed ministry")] == [4]
    tracker.undo()
    assert tracker.search("ministry") == []


def test_every_write_is_undone_and_redone(tracker: Tracker, tmp_path: Path) -> None:
    tracker.attach(1, "https://example.org/a", stance="supports")
    proof = tmp_path / "proof.txt"
    proof.write_text("proof")
    writes = [
        lambda: tracker.tag([1, 2], add=["Russia", "urgent"]),
        lambda: tracker.note(1, "call them"),
        lambda: tracker.assign(Filter(place=("RU",)), "omar"),
        lambda: tracker.mark(1, "verified", because="filing"),
        lambda: tracker.edit(2, gloss="many subscribers", kind="state"),
        lambda: tracker.merge([4], 3),
        lambda: tracker.split(1, ["Telegram has", "950 million users"]),
        lambda: tracker.add_claim(1, "best app"),
        lambda: tracker.attach(2, proof, stance="refutes"),
        lambda: tracker.remove_document(1),
    ]
    for write in writes:
        before = content(tracker)
        change = write()
        after = content(tracker)
        assert change.operation
        assert after != before
        tracker.undo()
        undone = content(tracker)
        assert [_people(c) for c in undone] == [_people(c) for c in before], change.sentences
        tracker.redo()
        assert [_people(c) for c in content(tracker)] == [_people(c) for c in after], change.sentences
        tracker.undo()
        assert tracker.check() == []


def _people(claim: dict[str, object]) -> object:
    held = [e for e in claim["evidence"] if e["withdrawn_at"] is None]  # type: ignore[attr-defined]
    return {**claim, "evidence": [(e["source_id"], e["stance"]) for e in held], "row_version": None}


def test_extraction_is_undone_unless_people_worked_on_it(tracker: Tracker) -> None:
    tracker.undo()
    assert tracker.claims(ALL) == []
    tracker.redo()
    assert len(tracker.claims(ALL)) == 5
    tracker.tag(1, add=["x"])
    with pytest.raises(Conflict, match="claim 1"):
        tracker.undo(1)


@pytest.mark.parametrize("how", ["undo", "remove document"])
def test_claims_that_went_with_their_text_come_back_with_it(tracker: Tracker, how: str) -> None:
    tracker.remove_claim(2)
    before = [c.id for c in tracker.claims(ALL)]
    if how == "undo":
        tracker.undo()
        before.insert(1, 2)
        tracker.undo(1)
    else:
        tracker.tag(1, add=["x"])
        tracker.remove_document(1)
    assert tracker.claims(ALL) == []
    outcome = tracker.store(english(), TEXT, name="statement", engine="1")
    assert [c.id for c in outcome.new] == before
    assert [c.id for c in tracker.claims(ALL)] == before
    assert tracker.claim(1).tags == (() if how == "undo" else ("x",))
    assert tracker.check() == []
    tracker.undo()
    assert tracker.claims(ALL) == []


def test_undo_of_an_undo_is_a_redo(tracker: Tracker) -> None:
    tracker.tag(1, add=["x"])
    undo = tracker.undo()
    tracker.undo(undo.operation)
    assert tracker.claim(1).tags == ("x",)


def test_undo_refuses_what_later_changes_rest_on(tracker: Tracker) -> None:
    first = tracker.assign(1, "omar")
    tracker.assign(1, "lina")
    with pytest.raises(Conflict):
        tracker.undo(first.operation)
    assert tracker.claim(1).assignee == "lina"


def test_dry_run_tells_and_writes_nothing(tracker: Tracker) -> None:
    before = content(tracker)
    change = tracker.tag(Filter(), add=["x"], dry_run=True)
    assert (change.operation, change.counts["tagged"]) == (None, 4)
    assert content(tracker) == before
    assert len(tracker.history()) == 1


def test_verdict_wants_fitting_evidence(tracker: Tracker) -> None:
    with pytest.raises(EvidenceRefused):
        tracker.mark(1, "verified", because="I know")
    tracker.attach(1, "https://example.org/a", stance="refutes")
    with pytest.raises(EvidenceRefused):
        tracker.mark(1, "verified", because="I know")
    tracker.mark(1, "false")
    with pytest.raises(UsageError, match="reason"):
        tracker.mark(1, "in_progress")
    tracker.mark(2, "verified", without_evidence="seen by the desk")
    assert "seen by the desk" in (tracker.claim(2).status_reason or "")


def test_bulk_mark_is_all_or_nothing(tracker: Tracker) -> None:
    tracker.attach(1, "https://example.org/a", stance="supports")
    with pytest.raises(EvidenceRefused, match="Claim 2"):
        tracker.mark([1, 2], "verified")
    assert tracker.claim(1).status == "unverified"


def test_newer_engine_keeps_what_people_did(tracker: Tracker) -> None:
    tracker.tag(3, add=["russia"])
    tracker.attach(4, "https://example.org/a", stance="supports")
    tracker.mark(4, "verified")
    old = english()
    wider = old.claims[3].model_copy(update={"start": old.claims[3].start, "gloss": "other gloss"})
    fewer = old.model_copy(
        update={
            "claims": (
                old.claims[0].model_copy(update={"gloss": "new gloss"}),
                wider,
                old.claims[4].model_copy(update={"kind": "state", "start": 0, "end": 8, "quote": TEXT[:8]}),
            )
        }
    )
    outcome = tracker.store(fewer, TEXT, engine="2")
    assert tracker.claim(1).gloss == "new gloss"
    assert (tracker.claim(4).status, tracker.claim(4).gloss) == ("verified", "blocked · Iran")
    assert {c.id for c in outcome.missing} == {2, 3, 5}
    assert tracker.claim(3).tags == ("russia",)
    assert tracker.claim(3).missing_since
    assert [c.status for c in outcome.new] == ["unverified"]
    assert outcome.change.warnings == (
        "Claim 4 keeps its words and values, because people worked on it; this engine reads it otherwise.",
    )
    assert tracker.store(fewer, TEXT, engine="2").change.warnings, "said as long as it is so"
    tracker.undo()
    assert tracker.claim(3).missing_since is None
    assert tracker.claim(1).gloss == "950M users · Telegram"
    assert tracker.check() == []


def test_tags_compare_folded_and_stay_as_written(tracker: Tracker) -> None:
    tracker.tag(1, add=["Élection", "روسيا"])
    change = tracker.tag(1, add=["روسيا"])
    assert change.operation is None
    tracker.tag(1, remove=["élection"])
    assert tracker.claim(1).tags == ("روسيا",)
    tracker.rename_tag("روسيا", "Russia")
    assert [t.name for t in tracker.tags()] == ["Russia"]


def test_same_address_is_the_same_source(tracker: Tracker) -> None:
    first = tracker.source_add(url="https://www.example.org/a/?utm_source=x#top")
    second = tracker.source_add(url="http://example.org/a")
    assert first.ids == second.ids
    assert len(tracker.source_list()) == 1


def test_file_is_copied_under_its_hash_and_checked(tracker: Tracker, tmp_path: Path) -> None:
    proof = tmp_path / "proof.txt"
    proof.write_text("proof")
    tracker.attach(1, proof, stance="supports")
    (capture,) = tracker.source_list()[0].captures
    copy = next((tmp_path / "claims.db.captures").rglob(capture.sha256 or "?"))
    assert copy.read_text() == "proof"
    copy.write_text("other")
    assert [p.part for p in tracker.check()] == ["capture"]


def test_compare_and_similar_meet_across_languages(tracker: Tracker) -> None:
    outcome = tracker.store(arabic(), ARABIC, name="خبر")
    assert {(s.claim.gloss, s.other.id) for s in outcome.similar} == {
        ("950M users · Telegram", 1),
        ("blocked · Russia", 3),
    }
    pairs = tracker.compare("statement", "خبر").pairs
    assert [(p.relation, p.a.id) for p in pairs if p.a and p.b] == [("repeats", 1), ("repeats", 3)]
    assert [p.a.id for p in pairs if p.relation == "only_a" and p.a] == [2, 4]


def test_facts_over_time(tracker: Tracker) -> None:
    text = TEXT.replace("950", "900")
    april = english(published="2024-04-16")
    users = april.claims[0].model_copy(
        update={
            "quote": april.claims[0].quote.replace("950", "900"),
            "quantities": (april.claims[0].quantities[0].model_copy(update={"value": Decimal(900_000_000)}),),
        }
    )
    tracker.store(april.model_copy(update={"claims": (users,)}), text, name="april")
    fact = next(f for f in tracker.facts("Telegram") if f.unit == "user")
    assert [(p.day, p.value) for p in fact.points] == [
        ("2024-04-16", 900_000_000),
        ("2024-09-06", 950_000_000),
    ]
    (pair,) = [p for p in tracker.compare("april", "statement").pairs if p.relation == "differs"]
    assert pair.fields == ("number",)


def test_export_and_import(tracker: Tracker) -> None:
    tracker.tag(1, add=["a"])
    tracker.note(1, "one; two \\ three")
    sheet = list(tracker.export_rows(ALL))
    assert tracker.import_rows(sheet).operation is None
    sheet[0] |= {
        "tags": "b",
        "assignee": "omar",
        "evidence": "supports https://example.org/x",
        "status": "verified",
    }
    change = tracker.import_rows(sheet)
    claim = tracker.claim(1)
    assert (claim.tags, claim.assignee, claim.status) == (("b",), "omar", "verified")
    tracker.undo(change.operation)
    assert (tracker.claim(1).tags, tracker.claim(1).status) == (("a",), "unverified")


def test_import_refuses_conflicts_and_nonsense(tracker: Tracker) -> None:
    sheet = list(tracker.export_rows())
    tracker.tag(1, add=["y"])
    sheet[0]["tags"] = "x"
    with pytest.raises(Conflict, match="claim 1: tags"):
        tracker.import_rows(sheet)
    assert tracker.claim(1).tags == ("y",)
    tracker.import_rows(sheet, prefer="mine")
    assert tracker.claim(1).tags == ("y",)
    tracker.import_rows(sheet, prefer="theirs")
    assert tracker.claim(1).tags == ("x",)
    with pytest.raises(UsageError, match="row 2, column status"):
        tracker.import_rows([{"id": "2", "status": "nonsense"}])
    with pytest.raises(UsageError, match="unknown column"):
        tracker.import_rows([{"id": "2", "colour": "red"}])


def test_import_tells_what_it_leaves_alone_and_what_was_lost(tracker: Tracker) -> None:
    tracker.store(arabic(), ARABIC, name="خبر")
    sheet = list(tracker.export_rows(ALL))
    plan = tracker.import_plan([row | {"gloss": "mine", "quote": f" {row['quote']}\r\n"} for row in sheet[:2]])
    assert [(each.line, each.column) for each in plan.ignored] == [(2, "gloss"), (3, "gloss")]
    lost = [row | {"quote": "".join(c if c.isascii() else "?" for c in row["quote"])} for row in sheet]
    plan = tracker.import_plan(lost)
    assert [(each.line, each.column) for each in plan.problems] == [(7, "quote"), (8, "quote")]
    assert "UTF-8" in plan.problems[0].message


def test_open_history_hides_confidential_sources(tracker: Tracker) -> None:
    tracker.source_add(title="Deep Throat", kind="person", access="confidential")
    tracker.source_edit(1, author="Felt")
    tracker.attach([1, 2], 1, stance="supports")
    tracker.import_rows([{"id": "1", "tags": "x", "evidence": "supports https://example.org/a"}])
    tracker.detach(1, because="he took it back")
    assert len(tracker.history()) == 6
    said = "".join(each.model_dump_json() for each in tracker.history(confidential=False))
    assert not any(word in said for word in ("Deep", "Felt", "took"))
    assert [each.id for each in tracker.history(confidential=False)] == [5, 1]
    tracker.source_edit(1, access="private")
    assert len(tracker.history(confidential=False)) == 7, "what is no longer confidential may be told"


def test_history_tampering_is_found(tracker: Tracker) -> None:
    tracker.tag(1, add=["x"])
    conn = tracker._session.conn
    conn.execute("DROP TRIGGER changes_grow_only_1")
    conn.execute("UPDATE changes SET after = '{}' WHERE operation_id = 2")
    assert [p.part for p in tracker.check()] == ["history"]


def test_missing_things_are_named(tracker: Tracker) -> None:
    with pytest.raises(NotFound, match="99"):
        tracker.claim(99)
    with pytest.raises(NotFound):
        tracker.document("nowhere")
    with pytest.raises(NotFound):
        tracker.tag(1, remove=["nothing"])
    with pytest.raises(BadInput, match="offset 1"):
        tracker.store(english().model_copy(update={"claims": ()}), "a\ud800")


def test_stats_backup_and_saved_filters(tracker: Tracker, tmp_path: Path) -> None:
    tracker.mark(1, "in_progress")
    stats = tracker.stats(ALL)
    assert (stats.claims, stats.checkable, stats.by_status) == (5, 4, {"unverified": 4, "in_progress": 1})
    copy = tracker.backup(tmp_path / "copy.db")
    with Tracker(copy, read_only=True) as other:
        assert content(other) == content(tracker)
    tracker.save_filter("russia", Filter(place=("RU",)))
    assert tracker.claims(tracker.saved_filter("@russia").filter)[0].id == 3
