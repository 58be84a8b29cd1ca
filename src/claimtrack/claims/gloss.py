"""The gloss: one short English line composed from a claim's typed slots, never translated freely, never invented.

    value unit · predicate · duration · place · date · names      ("questioned · 4 days · DuRove")

Negation and modality are always part of it. A predicate that the lexicon does not know leaves its slot out; a claim
with no slot at all shows its kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from claimtrack.claims.draft import Draft
from claimtrack.languages import lexicon
from claimtrack.model.mentions import Date, Duration, Frequency, Name, Place, Quantity

DOT = " · "
_SCALES = ((Decimal(10) ** 12, "T"), (Decimal(10) ** 9, "B"), (Decimal(10) ** 6, "M"))
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_PERIODS = {"P1D": "daily", "P1W": "weekly", "P1M": "monthly", "P1Y": "yearly", "PT1H": "hourly"}
_SYMBOLS = {"percent": "%", "kilometre": " km", "metre": " m", "kilogram": " kg", "degree Celsius": " °C"}
_MODAL = {"possible": "may", "planned": "will", "conditional": "if", "denied": "denied:"}
_NAMES = 2


def gloss(draft: Draft, predicate: str | None, subject: str | None) -> str:
    """The line for one claim; `predicate` is the English lemma, `subject` a name that may be shown as it is."""
    slots = [
        *(_quantity(m.value) for m in draft.mentions if isinstance(m.value, Quantity)),
        _predicate(draft, predicate, _is_passive(draft)),
        *(_duration(m.value.duration) for m in draft.mentions if isinstance(m.value, Duration)),
        *dict.fromkeys(m.value.name for m in draft.mentions if isinstance(m.value, Place)),
        *dict.fromkeys(_place_name(code) for code in draft.places if code not in _own_codes(draft)),
        *(_date(m.value) for m in draft.mentions if isinstance(m.value, Date)),
        *(_frequency(m.value.period) for m in draft.mentions if isinstance(m.value, Frequency)),
        *_names(draft, subject),
    ]
    parts = [slot for slot in dict.fromkeys(slots) if slot]
    return DOT.join(parts) or draft.kind


def _own_codes(draft: Draft) -> set[str]:
    return {m.value.code for m in draft.mentions if isinstance(m.value, Place)}


def _place_name(code: str) -> str:
    return lexicon.country(code)


def _predicate(draft: Draft, lemma: str | None, passive: bool) -> str:
    modal = _MODAL.get(draft.modality, "")
    negated = draft.polarity == "negated" and draft.modality != "denied"
    if lemma is None:
        return " ".join(word for word in (modal, "not" if negated else "") if word)
    if draft.modality in ("possible", "planned"):
        words = [modal, "not" if negated else "", "be " + lexicon.past_participle(lemma) if passive else lemma]
    elif negated:
        words = [modal, "not " + lexicon.past_participle(lemma) if passive else lexicon.negative(lemma, _is_past(draft))]
    else:
        words = [modal, lexicon.past_participle(lemma) if passive else _finite(draft, lemma)]
    return " ".join(word for word in words if word)


def _finite(draft: Draft, lemma: str) -> str:
    return lexicon.past(lemma) if _is_past(draft) else lemma


def _is_past(draft: Draft) -> bool:
    return draft.kind in ("event", "cause", "quantity")


def _is_passive(draft: Draft) -> bool:
    a = draft.passage.analysis
    return any(a.relations[k] in ("aux:pass", "nsubj:pass") for k in a.kids[draft.head])


def _names(draft: Draft, subject: str | None) -> Iterable[str]:
    found = [subject] if subject and subject.isascii() else []
    found += [m.value.name for m in draft.mentions if isinstance(m.value, Name) and m.value.name.isascii()]
    return list(dict.fromkeys(found))[:_NAMES]


def _quantity(quantity: Quantity) -> str:
    sign = "" if quantity.comparator == "=" else quantity.comparator
    if quantity.value is None:
        number = DASH.join(_number(end) for end in (quantity.low, quantity.high) if end is not None)
    else:
        number = _number(quantity.value)
    line = f"{sign}{number}{_unit(quantity)}"
    rate = _PERIODS.get(quantity.per or "")
    return f"{line} {rate}" if rate else f"{line} per {_duration(quantity.per)}" if quantity.per else line


DASH = "–"


def _unit(quantity: Quantity) -> str:
    unit = quantity.unit
    if not unit:
        return ""
    if unit in _SYMBOLS:
        return _SYMBOLS[unit]
    if unit.isupper() and len(unit) == 3:
        return " " + unit
    return " " + (unit if quantity.value == 1 else lexicon.plural(unit))


def _number(value: Decimal) -> str:
    for scale, letter in _SCALES:
        if abs(value) >= scale:
            return f"{(value / scale).normalize():f}"[:6].rstrip(".") + letter
    whole = value == value.to_integral_value()
    return f"{int(value):,}" if whole else f"{value.normalize():f}"


def _duration(iso: str) -> str:
    """An ISO 8601 duration in words: "P2Y6M" is "2 years 6 months"."""
    words: list[str] = []
    number, clock = "", ""
    for char in iso.lstrip("P"):
        if char == "T":
            clock = "T"
        elif char.isdigit() or char == ".":
            number += char
        elif number:
            unit = _UNITS.get(clock + char, char)
            words.append(f"{number} {unit}" + ("" if number == "1" else "s"))
            number = ""
    return " ".join(words) or iso


def _frequency(period: str) -> str:
    return _PERIODS.get(period) or f"every {_duration(period)}"


def _date(date: Date) -> str:
    """The days as shortly as they can be said: a whole month as 2024-08, a whole year as 1996."""
    start, end = date.start, date.end
    if start == end:
        return start
    if start[:-6] == end[:-6]:
        if start.endswith("-01-01") and end.endswith("-12-31"):
            return _year(start[:-6])
        if start[-5:-3] == end[-5:-3] and start.endswith("-01") and int(end[-2:]) >= 28:
            return start[:-3]
    if start.endswith("-01-01") and end.endswith("-12-31"):
        return f"{_year(start[:-6])}{DASH}{_year(end[:-6])}"
    return f"{start}{DASH}{end}"


def _year(year: str) -> str:
    return f"{1 - int(year)} BC" if year.startswith("-") else year.lstrip("0") or "1 BC"


