"""Which claims: the filters that every reading command takes, and ids, ranges and saved filters as words."""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from inspect import signature
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer
from typer.models import OptionInfo

from claimtrack.cli.completing import claim_ids, documents, tags
from claimtrack.cli.errors import one_of
from claimtrack.errors import NotFound, UsageError
from claimtrack.model.claims import Kind
from claimtrack.model.filters import Filter, Order
from claimtrack.model.statuses import Status

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker

STATUSES: tuple[str, ...] = get_args(Status)
KINDS: tuple[str, ...] = get_args(Kind)
ORDERS: tuple[str, ...] = get_args(Order)
Which = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID|@NAME",
        autocompletion=claim_ids,
        help="Ids, ranges (3-9), “-” for ids on stdin, or a saved filter.",
    ),
]
Operation = Annotated[
    str | None,
    typer.Argument(
        metavar="OPERATION", help="The number of the operation, as “claimtrack history” shows it; else the last one."
    ),
]
Sorting = Annotated[str, typer.Option("--order", help=f"{', '.join(ORDERS[:-1])} or {ORDERS[-1]}.")]
Most = Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many; 0 for no limit.")]
_PANEL = "Which claims"
_RANGE = re.compile(r"#?(\d+)(?:[-–]#?(\d+))?\Z")
_MOST = 1_000_000


Words = list[str] | None
Text = str | None
Completer = Callable[[str], list[tuple[str, str]]]


def _option(name: str, metavar: str | None, help: str, known: Sequence[str] | Completer = ()) -> Any:
    return typer.Option(
        name,
        metavar=metavar,
        help=help,
        rich_help_panel=_PANEL,
        autocompletion=known if callable(known) else _complete(known) if known else None,
    )


def _complete(known: Sequence[str]) -> Callable[[str], list[str]]:
    return lambda incomplete: [each for each in known if each.startswith(incomplete)]


def filters(
    status: Annotated[Words, _option("--status", "STATUS", "With this status; several with commas.", STATUSES)] = None,
    tag: Annotated[Words, _option("--tag", "TAG", "With this tag.", tags)] = None,
    kind: Annotated[Words, _option("--kind", "KIND", "Of this kind; several with commas.", KINDS)] = None,
    speaker: Annotated[Words, _option("--speaker", "NAME", "Said by.")] = None,
    document: Annotated[
        Words,
        _option("--document", "DOC", "From this document: id, part of its name, or start of its hash.", documents),
    ] = None,
    place: Annotated[Words, _option("--place", "COUNTRY", "About this country, by name or code.")] = None,
    language: Annotated[Words, _option("--language", "CODE", "In this language: ar, en.")] = None,
    checkable: Annotated[bool, _option("--checkable/--all", None, "Checkable claims, or all.")] = True,
    assignee: Annotated[Words, _option("--assignee", "NAME", "Assigned to.")] = None,
    text: Annotated[Text, _option("--text", "WORDS", "With these words.")] = None,
    since: Annotated[Text, _option("--since", "DAY", "From documents of this day or later (YYYY-MM-DD).")] = None,
    until: Annotated[Text, _option("--until", "DAY", "From documents of this day or earlier.")] = None,
    unit: Annotated[Words, _option("--unit", "UNIT", "With a quantity of this unit: user, USD, percent.")] = None,
    minimum: Annotated[
        Text, _option("--min", "NUMBER", "With a quantity of at least this; 12M and 1.5bn are fine.")
    ] = None,
    maximum: Annotated[Text, _option("--max", "NUMBER", "With a quantity of at most this.")] = None,
) -> Filter:
    """The filter that these options say."""
    _in_order("--since", since, "--until", until, day)
    _in_order("--min", minimum, "--max", maximum, number)
    return Filter.model_construct(  # each value was checked where it was read
        status=_ids("status", status, STATUSES),
        kind=_ids("kind", kind, KINDS),
        tag=tuple(tag or ()),
        speaker=tuple(speaker or ()),
        document=tuple(document or ()),
        place=_countries(place),
        language=tuple(each.lower() for each in _split(language)),
        checkable=True if checkable else None,
        assignee=tuple(assignee or ()),
        text=text,
        since=day(since, "--since"),
        until=day(until, "--until"),
        unit=tuple(unit or ()),
        minimum=number(minimum, "--min"),
        maximum=number(maximum, "--max"),
    )


def _in_order(low_name: str, low: Text, high_name: str, high: Text, read: Callable[[Text, str], Any]) -> None:
    """Bounds the wrong way round fit nothing: more likely they were mixed up."""
    least, most = read(low, low_name), read(high, high_name)
    if least is not None and most is not None and least > most:
        raise UsageError(f"{low_name} {low} is above {high_name} {high}: nothing lies between them.", "Swap them?")


def where(**given: Any) -> Filter:
    """The same as `filters`, as `--where-…`, for commands that write."""
    return filters(**{name.removeprefix("where_"): value for name, value in given.items()})


def _prefixed() -> Any:
    """The signature of `where`: every option of `filters` with `where-` before its name."""
    shape = signature(filters, eval_str=True)
    renamed = []
    for name, each in shape.parameters.items():
        kind, option = get_args(each.annotation)
        option = copy.copy(option)
        assert isinstance(option, OptionInfo)
        # in an annotation typer keeps the first name of an option where its default would stand
        names = [option.default] if isinstance(option.default, str) else []
        option.default = ...
        option.param_decls = [words.replace("--", "--where-") for words in (*names, *(option.param_decls or ()))]
        renamed.append(each.replace(name=f"where_{name}", annotation=Annotated[kind, option]))
    return shape.replace(parameters=renamed)


where.__signature__ = _prefixed()  # type: ignore[attr-defined]
_PLAIN = Filter.model_construct()
_NO_IDS = (0,)
"""What “-” names when nothing came on stdin: no claim, rather than all of them."""


def picked(words: Sequence[str], chosen: Filter = _PLAIN) -> tuple[int, ...] | Filter:
    """What a write is about: ids, ranges and `-` (ids from stdin), or a filter; both must hold together."""
    ids = id_list(words)
    if chosen == _PLAIN:
        if not ids:
            raise UsageError(
                "Which claims?",
                "Name ids (7 9 3-5), “-” for ids on stdin, or a filter (--where-status unverified).",
            )
        return ids
    return chosen.model_copy(update={"ids": ids}) if ids else chosen


def reading(words: Sequence[str], chosen: Filter, tracker: Tracker) -> Filter:
    """The filter of a reading command: its options, over the saved filters (`@NAME`) and ids it names.

    What is named and not there, a claim or a document, is an error; words that merely fit nothing are none.
    """
    merged = chosen
    for word in (each for each in words if each.startswith("@")):
        saved = tracker.saved_filter(word[1:]).filter
        said = {name for name in type(chosen).model_fields if getattr(chosen, name) != getattr(_PLAIN, name)}
        merged = saved.model_copy(update={name: getattr(merged, name) for name in said})
    _need_documents(merged.document, tracker)
    named = [id_list([each]) for each in words if not each.startswith("@")]
    if not named:
        return merged
    ids = tuple(dict.fromkeys(id for each in named for id in each))
    gone = set(tracker.absent(ids))
    for each in named:
        if each and gone.issuperset(each):
            tracker.claim(each[0])  # says that it is not there, and which are
    return merged.model_copy(update={"ids": ids or _NO_IDS})


def _need_documents(names: Sequence[str], tracker: Tracker) -> None:
    for name in tracker.absent_documents(names):
        from claimtrack.cli.errors import did_you_mean

        near = did_you_mean(name, tracker.spellings("document"))
        raise NotFound(f"There is no document “{name}”. {near}".strip(), "“claimtrack document” lists the documents.")


def id_list(words: Iterable[str]) -> tuple[int, ...]:
    """Ids in the order given, each once: `7`, `#7`, `3-9`, `7,9`, and `-` for ids on stdin."""
    found: dict[int, None] = {}
    for word in words:
        for part in re.split(r"[,\s]+", sys.stdin.read() if word == "-" else word):
            if part:
                found.update(dict.fromkeys(_range(part)))
    return tuple(found)


_NUMBERS_IN = {"claim": "list", "operation": "history", "note": "show CLAIM", "piece of evidence": "show CLAIM"}


def one_id(word: str, what: str = "claim") -> int:
    """A single id, in any digits."""
    match = _RANGE.match(word)
    if match is None or match[2]:
        where = _NUMBERS_IN.get(what, what)
        said = f"“{word}” is not the number of {_article(what)} {what}."
        raise UsageError(said, f"“claimtrack {where}” shows the numbers.")
    return int(match[1])


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def day(text: str | None, option: str) -> str | None:
    """A day in ISO 8601, checked."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise UsageError(f"{option} wants a day as YYYY-MM-DD, not “{text}”.", "For example 2024-09-06.") from error


def web_address(text: str | None, option: str) -> str | None:
    """A web address, checked."""
    if text is not None and not re.match(r"https?://[^\s/]", text):
        raise UsageError(f"{option} wants a web address, not “{text}”.", "It begins with https:// or http://.")
    return text


def number(text: str | None, option: str) -> Decimal | None:
    """A number with or without separators, in any digits, perhaps with k, M, bn or T behind it."""
    if text is None:
        return None
    scales = {"k": 3, "m": 6, "b": 9, "bn": 9, "t": 12}
    match = re.fullmatch(r"\s*([-+]?[\d.,_]+)\s*([a-zA-Z]*)\s*", text)
    scale = scales.get(match[2].lower()) if match and match[2] else 0
    try:
        if match is None or scale is None:
            raise InvalidOperation
        return Decimal(match[1].replace(",", "").replace("_", "")).scaleb(scale)
    except InvalidOperation as error:
        raise UsageError(f"{option} wants a number, not “{text}”.", "For example 950000000, 950M or 1.5bn.") from error


def need_claims(tracker: Tracker, chosen: tuple[int, ...] | Filter) -> tuple[int, ...] | Filter:
    """The same, after making sure that a filter matches something: a write to nothing is a mistake."""
    if isinstance(chosen, Filter) and tracker.count(chosen) == 0:
        from claimtrack.cli.nothing import why_nothing

        raise NotFound(
            "No claim fits the filter; nothing was changed.",
            why_nothing(chosen, tracker) or "“claimtrack list” with the same filter shows what fits.",
        )
    return chosen


def _range(part: str) -> range:
    match = _RANGE.match(part)
    if match is None:
        raise UsageError(f"“{part}” is not an id or a range of ids.", "For example: 7, 3-9, or “-” for ids on stdin.")
    first = int(match[1])
    last = int(match[2] or first)
    if last < first or last - first > _MOST:
        raise UsageError(f"“{part}” is not a range of ids.", "The smaller id stands first: 3-9.")
    return range(first, last + 1)


def _countries(words: Sequence[str] | None) -> tuple[str, ...]:
    if not words:
        return ()
    from claimtrack.cli.countries import country

    return tuple(dict.fromkeys(map(country, _split(words))))


def _split(words: Sequence[str] | None) -> list[str]:
    return [part.strip() for word in words or () for part in word.split(",") if part.strip()]


def _ids(what: str, words: Sequence[str] | None, known: Sequence[str]) -> Any:
    return tuple(one_of(what, each, known) for each in _split(words))
