"""Persons and the words between commas that say who they are, where the learned judgements left them out.

"According to | Luis Arancibia, a crane operator | who has led the union": what a relative clause adds is one claim, who
the person is another. "The plant manager, Dale Orsak, acted recklessly": a name behind the definite noun that it tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.noun_phrases import is_hyphen, is_stop, relative_in, start_of
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.splitting.titled import OWNER_SIGNS, OWNERS, is_person, with_untold


def with_persons(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each person and the words that say who it is of which none of them tells."""
    return with_untold(o, found, (*_described(o, found), *_named(o)))


def _described(o: Outline, found: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """A name or "one of them", with the description behind its comma that a relative clause follows."""
    for span in found:
        relative = relative_in(o, span.first, span.last)
        if relative is None or span.first < _LEAST or is_comma(o.a, relative - 1) or o.a.pos[span.first] != "DET":
            continue
        head, described = span.first - 2, range(span.first, relative)
        named = o.a.pos[head] == "PROPN" and o.norms[span.first - 3] not in OWNER_SIGNS
        telling = any(is_person(o.a.tokens[t]) for t in described) or "of_person" in o.passage.classes[relative]
        if is_comma(o.a, span.first - 1) and (named or _is_some_of_them(o, head)) and telling:
            yield (start_of(o, head) if named else head - 2), relative - 1


_LEAST = 2


def _is_some_of_them(o: Outline, head: int) -> bool:
    """Whether one or some of those named before end at a token: "One of them, a banker"."""
    return head >= _LEAST and "of_them" in o.passage.classes[head] and o.a.pos[head - 2] in ("NUM", "PRON", "DET")


def _named(o: Outline) -> Iterator[tuple[int, int]]:
    """A definite noun that says what a person is, with the name between commas behind it."""
    for comma in o.commas:
        first, last = start_of(o, comma - 1), comma
        while last + 1 < len(o.marks) and (o.a.pos[last + 1] == "PROPN" or (last > comma and is_hyphen(o, last + 1))):
            last += 1
        ends = last + 1 >= len(o.marks) or (is_stop(o, last + 1) and not _is_shortened(o, last))
        told = o.a.pos[comma - 1] == "NOUN" and last > comma and ends and _is_definite(o, first, comma)
        if told and any(is_person(o.a.tokens[t]) for t in range(first, comma)):
            yield first, last


def _is_shortened(o: Outline, t: int) -> bool:
    """Whether a full stop belongs to the word before it, and a name goes on: "Dr. Lind"."""
    return o.norms[t + 1] == "." and t + 2 < len(o.marks) and o.a.pos[t + 2] == "PROPN"


def _is_definite(o: Outline, first: int, comma: int) -> bool:
    """Whether a noun phrase is the one of its kind: by its article or by whose it is."""
    owned = any(o.norms[t] in OWNER_SIGNS for t in range(first, comma))
    return owned or o.a.pos[first] == "DET" or o.norms[first] in OWNERS
