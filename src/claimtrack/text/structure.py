"""Document structure: what each line of a plain text is for.

Lines are source lines ("Source: …"), headings, colon-ended lead-ins, list items, furniture (markup left-overs, links)
or prose. A lead-in that announces a full text is the border between the narrator's prose and a speaker's statement.
The words that tell come from the caller; this file knows no language.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from claimtrack.model.documents import Role
from claimtrack.text.folding import fold_text
from claimtrack.text.sentences import split

_ITEM = re.compile(r"\s*(?:[(\[]?(?:\d{1,2}|[a-zA-Z])[.)\]\-]|[-–—•*●▪◦·])\s+(?=\S)")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_LINK = re.compile(r"\s*(?:https?://|www\.)\S+\s*$")
_LETTER = re.compile(r"[^\W\d_]")
_TERMINAL = re.compile(r"""[.!?؟…۔:]["'”’»)\]]*\s*$""")
_MARKUP = re.compile(r"[<>]|&[a-z]+;")
_TURN = re.compile(r"\s*([^\s:\"“«][^:\n\"“«]{0,60}?)\s*:\s+(?=\S)")
_DASH = re.compile(r"[^\S\n](?:--|[-\u2010-\u2015])[^\S\n]")
_BRACKETS = re.compile(r"\([^()]*\)")
_SIGNATURE = re.compile(r"[\s\u2013\u2014-]*([^\W\d_][^,\u060c:.!?\u061f\"«»\d]*)([,\u060c]\s+[^:.!?\u061f\"«»\d]+)?$")
"""A last line of a name, with an office behind a comma or without."""
_DATELINE = 70
_DATELINE_WORDS = 4
_PLACE_WORDS = 2
_HEADING_WORDS = 16
_LABEL_WORDS = 6
_EDGE = " :\u200e\u200f"
_TURNS = 2
"""So many lines of the form "Name: words" make a text a debate."""


@dataclass(frozen=True, slots=True)
class StructureWords:
    """The words of one language that tell what a line is for, folded."""

    source: frozenset[str]
    full_text: tuple[str, ...]
    of: tuple[str, ...]
    reporting: frozenset[str]
    abbreviations: frozenset[str]
    opening: tuple[str, ...] = ()
    """What a heading begins with that names whose statement follows ("statement by")."""
    until: frozenset[str] = frozenset()
    """Words behind such a name: where and to whom the statement was made."""
    bound: tuple[str, ...] = ()
    """What of `full_text` bears whose it is right behind it ("the text of X's statement")."""
    counting: frozenset[str] = frozenset()
    """Labels that count points ("first:") and so are no speaker's."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or a line of furniture, with its role; `voice` is whose turn it is, in a debate."""

    start: int
    end: int
    role: Role
    paragraph: int
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """The pieces in order, and what the furniture says of the document."""

    pieces: tuple[Piece, ...]
    source: str | None = None
    title: str | None = None
    statement_by: str | None = None
    signed_by: str | None = None
    """Whose name is the last line, as below a letter."""


def structure(text: str, words: StructureWords) -> Structure:
    """Cut a text into pieces."""
    lines = [m.span() for m in _LINE.finditer(text) if text[m.start() : m.end()].strip()]
    pieces: list[Piece] = []
    source = title = statement_by = None
    in_statement = False
    turns = _turns(text, lines, words)
    voice: str | None = None
    for number, (start, end) in enumerate(lines):
        if number in turns:
            voice, start = turns[number]
        line = text[start:end]
        role: Role = "body" if number in turns else _role(line, number, len(lines), words)
        if role == "source_line":
            source = source or line.partition(":")[2].strip()
        elif role == "heading" and not pieces[:2]:
            title = title or line.strip()
            speaker = _headed(line, words)
            if speaker:
                in_statement, statement_by = True, speaker
        elif role == "lead_in":
            announced = _announced(line, words)
            if announced is not None:
                in_statement, statement_by = True, announced or statement_by
        if role == "body" and number not in turns and not any(p.role in ("body", "statement") for p in pieces):
            behind = _dateline(text, start, end)
            if behind is not None:
                pieces.append(Piece(start, behind, "furniture", number))
                start = end - len(text[behind:end].lstrip())
        pieces += _pieces(text, start, end, role, number, in_statement, words, voice)
        if role == "body" and not in_statement and number not in turns and _follows_full_text(text, pieces[-1], words):
            in_statement = True
    return Structure(tuple(pieces), source, title, statement_by, _signature(text, lines))


def _signature(text: str, lines: list[tuple[int, int]]) -> str | None:
    """The name in the last line of a longer text; without an office behind it only capitals tell a name."""
    line = text[slice(*lines[-1])].rstrip() if len(lines) > 2 else ""
    found = _SIGNATURE.match(line)
    if found is None or len(line.split()) > _HEADING_WORDS:
        return None
    name = found.group(1).split()
    capital = all(word[:1].isupper() for word in name)
    fits = capital or (found.group(2) is not None and not line.isascii())
    return " ".join(name) if 1 < len(name) <= _LABEL_WORDS and fits else None


def _turns(text: str, lines: list[tuple[int, int]], words: StructureWords) -> dict[int, tuple[str, int]]:
    """The lines that begin a speaker's turn: line number → (speaker, where the words begin)."""
    found: dict[int, tuple[str, int]] = {}
    for number, (start, end) in enumerate(lines):
        match = _TURN.match(text, start, end)
        if match is None or _ITEM.match(text, start, end):
            continue
        label = _BRACKETS.sub("", match.group(1)).strip() or match.group(1)
        folded = fold_text(label).text
        if (
            len(label.split()) > _LABEL_WORDS
            or folded in words.source | words.counting
            or label[-1].isdigit()
            or not (label[:1].isupper() or not label.isascii())
        ):
            continue
        if any(word in words.reporting or word[1:] in words.reporting for word in folded.split()):
            continue
        found[number] = (label, match.end())
    labels = [label for label, _ in found.values()]
    repeated = len(labels) >= _TURNS and len(set(labels)) < len(labels)
    return found if repeated or len(labels) > _TURNS else {}


def _dateline(text: str, start: int, end: int) -> int | None:
    """Where the dateline of a report ends (its dash included); None for a line that begins without one.

    A dateline is short and stands before a spaced dash: in capitals, with a bracket, or, in a script without
    capitals, of a few words.
    """
    dash = _DASH.search(text, start, min(end, start + _DATELINE))
    if dash is None or len(text[dash.end() : end].split()) < _DATELINE_WORDS:
        return None
    label = text[start : dash.start()].strip()
    if any(mark in label for mark in '.!?\u061f:"\u00ab\u201c') and not label.isascii():
        return None
    plain = _BRACKETS.sub(" ", label).strip(" -,\u060c")
    first = plain.replace(",", " ").split()[:1]
    if not first or not _LETTER.search(first[0]) or ":" in label:
        return None
    capitals = first[0].isupper() and len(first[0]) > 2
    dated = any(char.isdigit() for char in plain)
    few = len(plain.split()) <= (_DATELINE_WORDS if dated else _PLACE_WORDS)
    caseless = first[0].lower() == first[0].upper() and few
    if any(word[0].islower() for word in plain.split()):
        return None
    return dash.end() - 1 if capitals or caseless or plain != label.strip(" -,\u060c") else None


def _role(line: str, number: int, lines: int, words: StructureWords) -> Role:
    folded = fold_text(line).text.strip()
    if not _LETTER.search(line) or _LINK.match(line):
        return "furniture"
    label = folded.partition(":")[0].strip()
    if ":" in folded and label in words.source and len(folded) < 120:
        return "source_line"
    if _ITEM.match(line):
        return "item"
    if folded.endswith(":"):
        return "lead_in"
    short = len(line.split()) <= _HEADING_WORDS
    if short and lines > 1 and number < lines - 1 and not _TERMINAL.search(line):
        return "heading"
    return "body"


def _headed(line: str, words: StructureWords) -> str | None:
    """Whose statement a heading says the text is; None for any other heading."""
    folded = fold_text(line)
    phrase = next((each for each in words.opening if folded.text.lstrip().startswith(each + " ")), None)
    if phrase is None:
        return None
    return _name_in(line[folded.origin[folded.text.index(phrase) + len(phrase)] :], words) or None


def _name_in(rest: str, words: StructureWords) -> str:
    """The words before the first one that tells where, when or how a statement was made."""
    named = itertools.takewhile(lambda word: fold_text(word).text.strip(_EDGE) not in words.until, rest.split())
    return " ".join(named).strip(_EDGE + ",\u060c")


def _follows_full_text(text: str, piece: Piece, words: StructureWords) -> bool:
    """Whether a short last sentence announces that the full text follows."""
    sentence = text[piece.start : piece.end]
    return len(sentence.split()) <= _LABEL_WORDS and _announced(sentence, words) is not None


def _announced(line: str, words: StructureWords) -> str | None:
    """Whose full text a lead-in announces; "" when it does not say whose; None when it announces none."""
    folded = fold_text(line)
    found = [(folded.text.find(phrase), phrase) for phrase in words.full_text if phrase in folded.text]
    if not found:
        return None
    at, phrase = min(found)
    start = folded.origin[at + len(phrase)]
    rest = line[start:].strip(_EDGE)
    for word in sorted(words.of, key=len, reverse=True):
        light = fold_text(rest)
        if light.text.startswith(word):
            return rest[light.origin[len(word)] :].strip(_EDGE + "\u0640") or ""
    return _name_in(rest, words) if phrase in words.bound else ""


def _pieces(
    text: str,
    start: int,
    end: int,
    role: Role,
    paragraph: int,
    in_statement: bool,
    words: StructureWords,
    voice: str | None,
) -> list[Piece]:
    if role == "lead_in" and voice is None:
        *before, last = split(text, start, end, words.abbreviations) or [(start, end)]
        prose: Role = "statement" if in_statement and len(before) < 1 else "body"
        return [*(Piece(a, b, prose, paragraph) for a, b in before), Piece(*last, role, paragraph)]
    if role not in ("body", "item"):
        stripped = text[start:end].strip()
        begin = text.index(stripped, start)
        return [Piece(begin, begin + len(stripped), role, paragraph)]
    marker = _ITEM.match(text, start, end) if role == "item" else None
    begin = marker.end() if marker else start
    inner: Role = "item" if role == "item" and not in_statement else "statement" if in_statement else "body"
    found = []
    for a, b in split(text, begin, end, words.abbreviations):
        found.append(Piece(a, b, _junk(text[a:b]) or inner, paragraph, voice))
    return found


def _junk(sentence: str) -> Role | None:
    """A left-over of markup or of typesetting: a mark of markup and hardly a letter."""
    letters = len(_LETTER.findall(sentence))
    if not letters or (letters <= 3 and _MARKUP.search(sentence)):
        return "furniture"
    return None
