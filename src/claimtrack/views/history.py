"""Operations for a person: a line for each, then what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claimtrack.model.history import FieldChange, Operation
from claimtrack.views.harmless import one_line
from claimtrack.views.screen import Screen
from claimtrack.views.width import clip, wrap

_MOST = 6
_VALUE = 60
_SINGULAR = {name + "s": name for name in ("claim", "note", "source", "tag", "document", "capture", "filter")} | {
    "claim_tags": "tagging"
}


def lines(operations: Sequence[Operation], screen: Screen) -> Iterator[str]:
    """The lines of `claimtrack history`."""
    for each in operations:
        state = "  (undone)" if each.undone else f"  (takes back {each.undoes})" if each.undoes else ""
        actor = screen.isolate(one_line(each.actor))
        yield f"{screen.paint(str(each.id), 'bold')}  {each.at}  {actor}{state}"
        for line in wrap(one_line(each.command), max(20, screen.width - 4)):
            yield f"    {screen.isolate(line)}"
        if each.reason:
            yield from _indented(f"because: {each.reason}", screen)
        for change in each.changes[:_MOST]:
            yield from _indented(_words(change), screen)
        if len(each.changes) > _MOST:
            yield f"    … and {len(each.changes) - _MOST} more changes (--json has all)"


def _indented(words: str, screen: Screen) -> Iterator[str]:
    for line in wrap(one_line(words), max(20, screen.width - 6)):
        yield f"    {screen.paint(screen.isolate(line), 'dim')}"


def _words(change: FieldChange) -> str:
    kind = _SINGULAR.get(change.item, change.item)
    what = f"{kind} {change.item_id}"
    if kind != "claim" and change.claim_id is not None:
        what += f" of claim {change.claim_id}"
    if change.before is None or change.after is None:
        shown = change.after or change.before or {}
        verb = "added" if change.before is None else "removed"
        named = next((str(shown[key]) for key in ("gloss", "name", "text", "title", "quote") if shown.get(key)), "")
        return f"{what} {verb}{': ' + clip(named, _VALUE) if named else ''}"
    before, after = change.before, change.after
    fields = [key for key in {**before, **after} if before.get(key) != after.get(key) and not key.endswith("_key")]
    return f"{what}: " + "; ".join(f"{key} {_value(before.get(key))} → {_value(after.get(key))}" for key in fields)


def _value(value: Any) -> str:
    return "nothing" if value in (None, "", [], ()) else clip(one_line(str(value)), _VALUE)
