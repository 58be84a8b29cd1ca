"""The desk of one command: its tracker, its person, and its messages."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from claimtrack.cli import config, database
from claimtrack.cli.options import Common, common
from claimtrack.errors import NotFound, OlderSchema

if TYPE_CHECKING:
    from claimtrack.model.history import Change
    from claimtrack.tracker import Tracker


class Desk:
    """Opens the tracker to read or to write, knows who is working, and speaks on stderr."""

    def __init__(self, given: Common) -> None:
        self.given = given
        self.settings = config.settings()

    def setting(self, name: str) -> Any:
        """The value of a setting from environment, files or default."""
        return self.settings[name].value

    @property
    def place(self) -> database.Place:
        """The database file, and what named it."""
        named = self.settings["db"]
        return database.find(self.given.db, None if named.origin == "CLAIMTRACK_DB" else named.value)

    @contextmanager
    def read(self) -> Iterator[Tracker]:
        """The tracker, to look things up in; nothing is created."""
        path = self.place.path
        if not path.exists():
            raise NotFound(f"There is no tracker at {path} yet.", "“claimtrack extract FILE” makes one.")
        with self._reader(path) as tracker:
            yield tracker

    def _reader(self, path: Path) -> Tracker:
        """The tracker for reading; the database of an older claimtrack is brought up to date first."""
        from claimtrack.tracker import Tracker

        try:
            return Tracker(path, read_only=True, create=False)
        except OlderSchema:
            with Tracker(path, create=False) as tracker:
                for warning in tracker.warnings:
                    self.warn(warning)
            return Tracker(path, read_only=True, create=False)

    @contextmanager
    def write(self, *, create: bool = False, dry_run: bool = False) -> Iterator[Tracker]:
        """The tracker, to change things in, under the name of who is working."""
        from claimtrack.tracker import Tracker

        path = self.place.path
        if not create and not path.exists():
            raise NotFound(f"There is no tracker at {path} yet.", "“claimtrack extract FILE” makes one.")
        with Tracker(
            path,
            actor=self.actor(),
            strict=bool(self.setting("strict")),
            reviewer=bool(self.setting("reviewer")),
            command=self.command(),
        ) as tracker:
            for warning in tracker.warnings:
                self.warn(warning)
            yield tracker

    def actor(self) -> str | None:
        """--as, else the setting or CLAIMTRACK_USER, else git's user name, else (None) the system's."""
        return self.given.actor or self.setting("user") or _git_user()

    def command(self) -> str:
        """The command as typed, for the history."""
        return shlex.join(("claimtrack", *self.given.words))

    def say(self, message: str) -> None:
        """A message to the person, on stderr."""
        if not self.given.quiet:
            self._print(message)

    def warn(self, message: str) -> None:
        """A warning, which --quiet does not silence."""
        self._print(f"Warning: {message}")

    def changed(self, change: Change) -> None:
        """What a write did, and how to take it back."""
        for warning in change.warnings:
            self.warn(warning)
        for sentence in change.sentences:
            self.say(sentence)
        if change.dry_run:
            self.say("Nothing was written (--dry-run).")
        elif not change.sentences:
            self.say("Nothing changed.")

    def asks(self, question: str, *, yes: bool) -> bool:
        """A yes from the person: --yes, or typed on a terminal."""
        if yes:
            return True
        if not sys.stdin.isatty():
            from claimtrack.errors import UsageError

            raise UsageError(f"{question} This wants a yes.", "There is no terminal to ask on: say --yes.")
        return typer.confirm(question, err=True)

    def _print(self, message: str) -> None:
        from claimtrack.views.harmless import harmless

        print(harmless(message), file=sys.stderr, flush=True)


def desk(**given: Any) -> Desk:
    """The options of `common`, made into a desk."""
    return Desk(common(**given))


desk.__signature__ = signature(common, eval_str=True)  # type: ignore[attr-defined]


def _git_user() -> str | None:
    """The user name that git knows; a machine without git is no error."""
    import subprocess

    if os.environ.get("CLAIMTRACK_NO_GIT"):
        return None
    try:
        found = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, timeout=2, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    return found.stdout.strip() or None
