"""What a case expects against what the engine says: every difference as one line of words, none when it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from cases import Case

from claimtrack import extract
from claimtrack.model import Claim, Extraction
from claimtrack.model.mentions import Date, Duration, Frequency, Quantity
from claimtrack.text.folding import fold

OVERLAP = 0.5
"""How much of the span a claim must share with the expected one: the measure of the annotation guideline."""


def differences(case: Case) -> list[str]:
    """Where the engine says something else than the case."""
    data = case.data
    found = extract(data["text"], language=case.code, published=case.published, speaker=data.get("speaker"))
    wanted = data.get("claims", [])
    pairs = _pairs(data["text"], wanted, found)
    out = [f"no claim for «{want['quote']}»" for i, want in enumerate(wanted) if i not in pairs]
    for i, claim in pairs.items():
        out += [f"«{wanted[i]['quote']}»: {line}" for line in _claim(wanted[i], claim)]
    out += [
        f"a claim for «{quote}»" for quote in data.get("absent", ()) if _pairs(data["text"], [{"quote": quote}], found)
    ]
    if "set_aside" in data:
        out += _set_aside(data["set_aside"], found)
    if data.get("only"):
        used = {claim.id for claim in pairs.values()}
        out += [f"one claim too many: «{c.quote}»" for c in found.claims if c.checkable and c.id not in used]
    if data.get("ranked") and len(pairs) == len(wanted):
        scores = [pairs[i].score for i in range(len(wanted))]
        out += (
            [f"scores out of order: {scores}"]
            if scores != sorted(scores, reverse=True) or len(set(scores)) == 1
            else []
        )
    return out


def _pairs(text: str, wanted: list[dict[str, Any]], found: Extraction) -> dict[int, Claim]:
    """Each expected claim with the claim of the engine that overlaps it most, one to one."""
    rows = []
    for i, want in enumerate(wanted):
        start = text.index(want["quote"])
        for claim in found.claims:
            best = max(
                _overlap(start, start + len(want["quote"]), at.start, at.end) for at in (claim, *claim.appearances)
            )
            if best >= OVERLAP:
                rows.append((-best, i, claim.id, claim))
    pairs: dict[int, Claim] = {}
    for _, i, id_, claim in sorted(rows, key=lambda row: row[:3]):
        if i not in pairs and all(id_ != other.id for other in pairs.values()):
            pairs[i] = claim
    return pairs


def _overlap(a: int, b: int, c: int, d: int) -> float:
    return max(0, min(b, d) - max(a, c)) / (max(b, d) - min(a, c))


def _claim(want: dict[str, Any], claim: Claim) -> Iterator[str]:
    for key, expected in want.items():
        if key == "quote":
            continue
        said = _SAID[key](claim) if key in _SAID else None
        if not _holds(key, expected, claim, said):
            yield f"{key} is {said if key in _SAID else _shown(key, claim)!r}, not {expected!r}"


def _holds(key: str, expected: Any, claim: Claim, said: Any) -> bool:
    if key in ("speaker", "subject"):
        return any(_name(said) == _name(each) for each in ([expected] if isinstance(expected, str) else expected))
    if key in ("kind", "stance"):
        return said in ([expected] if isinstance(expected, str) else expected)
    if key in ("quantities", "times"):
        return said == sorted(_slots(each) for each in expected)
    if key in ("places", "links", "ambiguous"):
        return set(expected) <= set(said) if key == "links" else set(map(fold, expected)) == set(map(fold, said))
    if key in ("text_has", "gloss_has"):
        return all(each in _shown(key, claim) for each in expected)
    if key in ("text_lacks", "gloss_lacks"):
        return not any(each in _shown(key, claim) for each in expected)
    return bool(said == expected)


def _shown(key: str, claim: Claim) -> str:
    return claim.text if key.startswith("text") else claim.gloss


def _name(name: str | None) -> str:
    return fold(name or "").removeprefix("the ").strip()


_SAID: dict[str, Callable[[Claim], Any]] = {
    "kind": lambda c: c.kind,
    "checkable": lambda c: c.checkable,
    "speaker": lambda c: c.speaker,
    "attribution": lambda c: c.attribution,
    "subject": lambda c: c.subject,
    "polarity": lambda c: c.polarity,
    "modality": lambda c: c.modality,
    "stance": lambda c: c.voices[-1].stance if c.voices else None,
    "quantities": lambda c: sorted(_slots(values(q)) for q in c.quantities),
    "times": lambda c: sorted(_slots(moments(t)) for t in c.times),
    "places": lambda c: c.places,
    "ambiguous": lambda c: [name for each in c.ambiguous for name in each.candidates],
    "links": lambda c: [link.kind for link in c.links],
    "appearances": lambda c: len(c.appearances),
    "voices": lambda c: [voice.speaker for voice in c.voices],
}


def values(q: Quantity) -> dict[str, Any]:
    """What counts of a quantity: its numbers, comparator, unit and rate."""
    return {"value": q.value, "low": q.low, "high": q.high, "comparator": q.comparator, "unit": q.unit, "per": q.per}


def moments(t: Date | Duration | Frequency) -> dict[str, Any]:
    """What counts of a time: its days, its length or its period."""
    if isinstance(t, Date):
        return {"start": t.start, "end": t.end}
    return {"duration": t.duration} if isinstance(t, Duration) else {"period": t.period}


def _slots(slots: dict[str, Any]) -> tuple[str, ...]:
    """A value as sortable words; the plain comparator and empty slots say nothing, so they may be left out."""
    kept = {k: v for k, v in slots.items() if v is not None and (k, v) != ("comparator", "=")}
    return tuple(f"{k}={float(v) if k in ('value', 'low', 'high') else v}" for k, v in sorted(kept.items()))


def _set_aside(expected: list[str], found: Extraction) -> list[str]:
    said = [sentence.set_aside or "" for sentence in found.sentences]
    same = len(said) == len(expected) and all(a == b or (b == "*" and a) for a, b in zip(said, expected, strict=True))
    return [] if same else [f"sentences are set aside as {said}, not {expected}"]


def pair_differences(case: Case) -> list[str]:
    """Where the texts of a pair do not carry exactly the values that the case names."""
    out = []
    for code, text in case.data["texts"].items():
        found = extract(text, language=code, published=case.published)
        mentioned = [mention.value for mention in found.mentions]
        said = {
            "quantities": sorted({_slots(values(v)) for v in mentioned if isinstance(v, Quantity)}),
            "times": sorted({_slots(moments(v)) for v in mentioned if isinstance(v, Date | Duration | Frequency)}),
            "places": sorted({m.value.code for m in found.mentions if m.type == "place"}),
        }
        wanted = {
            "quantities": sorted({_slots(each) for each in case.data.get("quantities", ())}),
            "times": sorted({_slots(each) for each in case.data.get("times", ())}),
            "places": sorted(case.data.get("places", ())),
        }
        out += [f"{code}: {key} are {said[key]}, not {wanted[key]}" for key in wanted if said[key] != wanted[key]]
    return out
