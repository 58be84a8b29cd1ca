"""Errors become one message on stderr and an exit code; a traceback only with --debug."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import typer

from claimtrack.errors import ClaimtrackError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

INTERRUPTED = 130
PARSE_ERRORS: type[Exception] = typer.BadParameter.__mro__[2]
"""The parser's own family of errors, wherever this typer keeps it."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the nearest known words, or nothing."""
    by_fold = {_plain(each): each for each in known}
    near = get_close_matches(_plain(word), by_fold, n=3, cutoff=0.6)
    return f"Did you mean {' or '.join(by_fold[each] for each in near)}?" if near else ""


def one_of(what: str, word: str, known: Iterable[str]) -> str:
    """The one of `known` that `word` is (case, spaces and hyphens aside), else UsageError with a hint."""
    known = tuple(known)
    plain = _plain(word)
    for each in known:
        if _plain(each) == plain:
            return each
    hint = did_you_mean(word, known)
    raise UsageError(f"There is no {what} “{word}”.", f"{hint} Known: {', '.join(known)}.".strip())


def report(error: BaseException, *, debug: bool, command: str = "claimtrack") -> int:
    """Say on stderr what happened; returns the exit code."""
    if debug:
        import traceback

        traceback.print_exception(error)
    if isinstance(error, KeyboardInterrupt):
        _say("Interrupted. What was already said to be written is written, nothing else is.")
        return INTERRUPTED
    if isinstance(error, ClaimtrackError):
        _say(f"Error: {error.message}", error.hint)
        return error.exit_code
    if isinstance(error, PARSE_ERRORS):
        return _parse_error(error, command)
    if isinstance(error, OSError) and error.strerror:
        _say(f"Error: {error.strerror}{f': {error.filename}' if error.filename else ''}")
        return 1
    _say(
        f"Error: something unexpected went wrong: {type(error).__name__}: {error}",
        "" if debug else "Run it again with --debug for the details.",
    )
    return 1


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")


def _parse_error(error: Any, command: str) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":  # a bare name shows its help, which is no fault
        _say(error.format_message())
        return int(error.exit_code)
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else command
    _say(f"Error: {error.format_message()}", f"“{path} -h” shows how it is used.")
    return int(error.exit_code)


def _say(message: str, hint: str = "") -> None:
    from claimtrack.views.harmless import harmless

    for line in (message, hint):
        if line:
            print(harmless(line), file=sys.stderr)
