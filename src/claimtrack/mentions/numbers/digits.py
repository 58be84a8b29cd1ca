"""Numbers in digits: "6,000", "1.200.000", "1,4" by convention → Decimal, or None where unsure."""

from __future__ import annotations

import re
from decimal import Decimal

_PLAIN = re.compile(r"\d+")
_SIGNS = {"\u066c": ",", "\u066b": "."}
_POINTS = ".\u066b"
_LONGEST = 15


def read_digits(norm: str, dot_may_group: bool = False, scale_follows: bool = False) -> Decimal | None:
    """The value of a number token in its light form (ASCII digits).

    `dot_may_group`: the language's press also writes 6.000 for six thousand. A number whose signs fit no
    convention (dates, versions, telephone numbers) or fit two has no value.
    """
    if norm[0] not in _POINTS and ("\u066c" in norm or "\u066b" in norm):
        return _arabic_signs(norm)
    if norm[0] in _POINTS:
        return Decimal("0." + norm[1:]) if norm[1:].isdigit() else None
    groups, signs = _PLAIN.findall(norm), [sign for sign in norm if not sign.isdigit()]
    if len(norm) > _LONGEST + len(signs):
        return None
    if not signs:
        return None if len(norm) > 1 and norm[0] == "0" else Decimal(norm)
    if len(set(signs)) == 1:
        return _one_sign(groups, signs, dot_may_group, scale_follows)
    if len(set(signs[:-1])) == 1 and signs[-1] != signs[0] and _grouped(groups[:-1]):
        return Decimal("".join(groups[:-1]) + "." + groups[-1])
    return None


def _arabic_signs(norm: str) -> Decimal | None:
    """The Arabic signs mean only one thing each."""
    whole, point, part = norm.partition("\u066b")
    groups = re.split("[\u066c,]", whole)
    if (
        (len(groups) > 1 and not _grouped(groups))
        or (point and not part.isdigit())
        or not all(map(str.isdigit, groups))
    ):
        return None
    return Decimal("".join(groups) + ("." + part if point else ""))


def _one_sign(groups: list[str], signs: list[str], dot_may_group: bool, scale_follows: bool) -> Decimal | None:
    if len(signs) > 1:
        return Decimal("".join(groups)) if _grouped(groups) else None
    decimal = Decimal(".".join(groups))
    if not _grouped(groups):
        return None if len(groups[0]) > 1 and groups[0][0] == "0" else decimal
    if signs[0] == ",":
        return Decimal("".join(groups))
    if not dot_may_group or scale_follows:
        return decimal
    return Decimal("".join(groups)) if groups[1].endswith("0") else None


def _grouped(groups: list[str]) -> bool:
    """Whether groups of digits are thousands, or lakhs (1,20,000)."""
    first, *rest = groups
    if not 1 <= len(first) <= 3 or first[0] == "0":
        return False
    return not rest or (
        len(rest[-1]) == 3
        and (
            all(len(each) == 3 for each in rest[:-1]) or (len(first) <= 2 and all(len(each) == 2 for each in rest[:-1]))
        )
    )
