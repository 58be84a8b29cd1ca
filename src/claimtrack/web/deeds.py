"""What can be done on the page. A deed takes the tracker, an id and a form, and calls one verb of the tracker.

The registry `DEEDS` names them as the addresses do (`/claims/7/mark`). Deeds that change what was shown to the
person carry the version of the claim that they saw; where it is another one now, that is a Conflict.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from claimtrack.errors import Conflict, UsageError
from claimtrack.languages.messages import say
from claimtrack.model.claims import NARRATOR
from claimtrack.model.tracking import Change, TrackedClaim
from claimtrack.tracker import Tracker
from claimtrack.views.harmless import harmless
from claimtrack.web import reading, values
from claimtrack.web.choices import MOST_PARTS
from claimtrack.web.document_page import version
from claimtrack.web.forms import Form, as_file
from claimtrack.web.words import narrators

Do = Callable[[Tracker, int, Form], Change]
_ABOUT_SOURCE = {
    "title": "source_title",
    "kind": "source_kind",
    "rank": "source_rank",
    "origin": "source_origin",
    "access": "source_access",
}
_BACK = 100
"""How far back the page looks for something to undo."""
_TEXTS = ("gloss", "text", "kind", "speaker", "subject", "polarity", "modality")


@dataclass(frozen=True, slots=True)
class Deed:
    """How it is done; `versioned`: only on the claim as the person saw it; `reshapes`: other claims change too."""

    do: Do
    versioned: bool = False
    reshapes: bool = False


def _mark(tracker: Tracker, id: int, form: Form) -> Change:
    names = ("because", "without_evidence", "correction", "published_url", "outdated_on")
    said: dict[str, Any] = {name: form.get(name) for name in names}
    return tracker.mark(id, form.need("status", say("which_status")), **said)


def _tag(tracker: Tracker, id: int, form: Form) -> Change:
    return tracker.tag(id, add=form.listed("tags"))


def _untag(tracker: Tracker, id: int, form: Form) -> Change:
    return tracker.tag(id, remove=[form.need("tag", say("which_tag"))])


def _note(tracker: Tracker, id: int, form: Form) -> Change:
    return tracker.note(id, form.need("text", say("note_empty")))


def _unnote(tracker: Tracker, id: int, form: Form) -> Change:
    return tracker.remove_note(_own(form.number("note"), (n.id for n in tracker.claim(id).notes)))


def _assign(tracker: Tracker, id: int, form: Form) -> Change:
    return tracker.assign(id, form.get("to"))


def _attach(tracker: Tracker, id: int, form: Form) -> Change:
    """By file, by address, by a known source's number or by a title. A text is never taken for a path."""
    about = {name: form.get(key) for name, key in _ABOUT_SOURCE.items()}
    how: dict[str, Any] = {"stance": form.get("stance") or "context"} | {
        name: form.get(name) for name in ("quote", "locator", "note")
    }
    if form.file is not None:
        with as_file(form.file) as path:
            return tracker.attach(id, path, **how, **_given(about))
    known, url = form.number("source"), form.get("url")
    if url:
        if not url.lower().startswith(("https://", "http://")):
            raise UsageError(say("no_web_address", url=url[:200]), say("address_begins"))
        return tracker.attach(id, url, **how, **_given(about))
    if known is None:  # no file and no address: a person or a broadcast, known by its title
        return tracker.attach(id, None, **how, **_given(about))  # type: ignore[arg-type]
    return tracker.attach(id, known, **how)


def _given(about: dict[str, str | None]) -> dict[str, Any]:
    return {name: value for name, value in about.items() if value is not None}


def _detach(tracker: Tracker, id: int, form: Form) -> Change:
    evidence = _own(form.number("evidence"), (e.id for e in tracker.claim(id).evidence))
    return tracker.detach(evidence, because=form.get("because"))


def _own(given: int | None, ids: Any) -> int:
    """A number of something that belongs to the claim of this address."""
    if given is None or given not in set(ids):
        raise UsageError(say("not_ours"), say("open_again"))
    return given


def _texts(form: Form, claim: TrackedClaim) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in _TEXTS:
        if name in form.fields and form.fields[name].strip() != harmless(getattr(claim, name) or "").strip():
            fields[name] = NARRATOR if name == "speaker" and form.get(name) in narrators() else form.get(name)
    return {name: text for name, text in fields.items() if text != getattr(claim, name)}


def _edit(tracker: Tracker, id: int, form: Form) -> Change:
    """Only what was changed: a field that comes back as it was shown stays as it is stored."""
    claim = tracker.claim(id)
    fields = _texts(form, claim)
    if "places" in form.fields and (places := _countries(form, claim.places)) != claim.places:
        fields["places"] = places
    checkable = form.get("checkable") == "yes"
    if "has_checkable" in form.fields and checkable != claim.checkable:
        fields["checkable"] = checkable
    fields |= values.edited(claim, form)
    return tracker.edit(id, reason=form.get("because"), **fields) if fields else Change()


def _countries(form: Form, held: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each if each in held else reading.country(each) for each in form.listed("places")))


def _split(tracker: Tracker, id: int, form: Form) -> Change:
    """Into the parts that were filled in, each in words of the text."""
    return tracker.split(id, [part for at in range(MOST_PARTS) if (part := form.get(f"part{at}"))])


def _merge(tracker: Tracker, id: int, form: Form) -> Change:
    into = form.number("into")
    if into is None or into == id:
        raise UsageError(say("which_claim"), say("number_stays"))
    return tracker.merge([id], into)


def _remove(tracker: Tracker, id: int, form: Form) -> Change:
    return tracker.remove_claim(id, reason=form.get("because"))


DEEDS: dict[str, Deed] = {
    "mark": Deed(_mark, versioned=True),
    "tag": Deed(_tag),
    "untag": Deed(_untag),
    "note": Deed(_note),
    "unnote": Deed(_unnote),
    "assign": Deed(_assign, versioned=True),
    "attach": Deed(_attach),
    "detach": Deed(_detach),
    "edit": Deed(_edit, versioned=True),
    "split": Deed(_split, versioned=True, reshapes=True),
    "merge": Deed(_merge, versioned=True, reshapes=True),
    "remove": Deed(_remove, versioned=True, reshapes=True),
}


def add_claim(tracker: Tracker, document: int, form: Form) -> Change:
    """A claim on words of the text: by their place where the page knows it, else by the words themselves."""
    text = tracker.document(document).text or ""
    start, end = form.number("start"), form.number("end")
    if start is not None and end is not None and start < end <= len(text):
        quote = text[start:end].strip()
        start = text.index(quote, start)
        occurrence = _times_before(text, quote, start) + 1
    else:
        quote = form.need("quote", say("which_words"))
        occurrence = form.number("occurrence") or 1
    return tracker.add_claim(
        document, quote, occurrence=occurrence, kind=form.get("kind") or "event", gloss=form.get("gloss"),
        speaker=NARRATOR if form.get("speaker") in narrators() else form.get("speaker"),
    )  # fmt: skip


def undo_last(tracker: Tracker, operation: int | None, nothing: str) -> Change:
    """Undo the named operation, or the last that stands; but never by a single key the reading of a document,
    with which its claims and all work on them would go."""
    if operation is None:
        last = next((o for o in tracker.history(limit=_BACK) if not o.undone and o.undoes is None), None)
        if last is None or any(change.item == "documents" for change in last.changes):
            raise UsageError(nothing)
    return tracker.undo(operation)


def _times_before(text: str, quote: str, start: int) -> int:
    """How often the quote stands in the text before a place, overlaps counted, as the tracker counts."""
    count, at = 0, text.find(quote)
    while 0 <= at < start:
        count, at = count + 1, text.find(quote, at + 1)
    return count


def perform(tracker: Tracker, deed: Deed, id: int, form: Form, conflict: str) -> Change:
    """Do it, on the claim as the person saw it."""
    if not deed.versioned:
        return deed.do(tracker, id, form)
    seen = _last_operations(tracker, id, 1)
    if form.get("version") != version(tracker.claim(id)):
        raise Conflict(conflict)
    change = deed.do(tracker, id, form)
    _undo_if_late(tracker, id, change, seen, conflict)
    return change


def _undo_if_late(tracker: Tracker, id: int, change: Change, seen: list[int], conflict: str) -> None:
    """Another program may have written between our look and our write: then ours is taken back."""
    if change.operation is not None and _last_operations(tracker, id, 2)[1:] != seen:
        tracker.undo(change.operation)
        raise Conflict(conflict)


def _last_operations(tracker: Tracker, id: int, count: int) -> list[int]:
    return [operation.id for operation in tracker.history(id, limit=count)]
