"""Quantities and times as the page says them: in the words of its language, never in codes."""

from __future__ import annotations

from markupsafe import Markup, escape

from claimtrack.model import Date, Duration, Quantity
from claimtrack.model.mentions import Time
from claimtrack.model.tracking import Fact
from claimtrack.views.harmless import harmless
from claimtrack.web import reading
from claimtrack.web.words import Words

_LEFT_TO_RIGHT = Markup('<bdi dir="ltr">{}</bdi>')


def quantity(each: Quantity, t: Words) -> Markup:
    """A quantity with its sign, number, unit, rate and change."""
    if each.value is not None:
        number = f"{each.value:,f}"
    else:
        number = " – ".join("…" if bound is None else f"{bound:,f}" for bound in (each.low, each.high))
    sign = "" if each.comparator == "=" else each.comparator
    counted = _LEFT_TO_RIGHT.format(harmless(" ".join(filter(None, (sign, number, each.unit)))))
    rest = (
        t("per_says", unit=period(each.per, t)) if each.per else "",
        f"({t.of('change', each.change)})" if each.change else "",
    )
    return Markup(" ").join((counted, *map(escape, filter(None, rest))))


def time(each: Time, t: Words) -> Markup:
    """A time: its days (a whole month or year as one), how long, or how often."""
    if isinstance(each, Date):
        days = _LEFT_TO_RIGHT.format(harmless(" – ".join(filter(None, reading.shortest(each.start, each.end)))))
        return days if each.calendar == "gregorian" else days + " " + escape(t("from_hijri"))
    if isinstance(each, Duration):
        return escape(t("for_length", length=length(each.duration, t)))
    return escape(t("every", length=period(each.period, t)))


def period(iso: str, t: Words) -> str:
    """How often: "day", "3 months"."""
    found = t.of("per", iso)
    return length(iso, t) if found == iso else found


def length(iso: str, t: Words) -> str:
    """A length of time: "2 years and 6 months". What is no such length stays as it is."""
    parts = [counted(t.of("counted", unit), number) for number, unit in reading.pieces(iso)]
    return t("and").join(parts) or harmless(iso)


def counted(forms: str, number: int) -> str:
    """The form that goes with a number, of those for one, two, few and many: a language has as many as it needs."""
    of = forms.split("|")
    at = 0 if number == 1 else 1 if number == 2 else 2 if 3 <= number % 100 <= 10 else 3
    return of[min(at, len(of) - 1)].format(number=f"{number:,}")


def fact_name(fact: Fact, t: Words) -> str:
    """Whose measure of what, and how often."""
    return " · ".join(filter(None, (fact.subject, fact.unit, period(fact.per, t) if fact.per else "")))
