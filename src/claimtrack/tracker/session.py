"""One open tracker: its connection, who works with it, what time it is, and how an operation runs."""

from __future__ import annotations

import getpass
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from claimtrack.errors import NotFound
from claimtrack.languages.messages import say
from claimtrack.model.filters import Filter
from claimtrack.model.history import Change
from claimtrack.model.tracked import TrackedClaim
from claimtrack.store import claims, opening, searching
from claimtrack.store.ledger import Ledger

Picked = int | Sequence[int] | Filter
"""Which claims: one id, several ids, or a filter."""


@dataclass(slots=True)
class Work:
    """What an operation under way has done so far."""

    ledger: Ledger
    sentences: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    claims: dict[int, None] = field(default_factory=dict)
    ids: list[int] = field(default_factory=list)
    change: Change = field(default_factory=Change)

    def did(self, what: str, claim: int | None = None) -> None:
        """Count one thing done (to a claim)."""
        self.counts[what] += 1
        if claim is not None:
            self.claims[claim] = None

    def index(self) -> None:
        """Bring the search index up to date with what was done so far."""
        ledger = self.ledger
        searching.reword(ledger.conn, ledger.reword, ledger.reword_beside)
        ledger.reword.clear()
        ledger.reword_beside.clear()


class _DryRun(Exception):
    """Takes a dry run's transaction back."""


@dataclass(slots=True)
class Session:
    """The open database and the person at it."""

    conn: sqlite3.Connection
    path: Path
    actor: str
    clock: Callable[[], datetime]
    strict: bool = False
    reviewer: bool = False
    command: str | None = None
    planned: tuple[object, object, object] | None = None

    def state(self) -> tuple[int, int]:
        """What is another one as soon as anybody, this session or another, has written."""
        return self.conn.execute("PRAGMA data_version").fetchone()[0], self.conn.total_changes

    def now(self) -> str:
        """The time of the clock, to the second, in UTC."""
        return stamp(self.clock())

    @contextmanager
    def operation(
        self, verb: str, *, reason: str | None = None, dry_run: bool = False, undoes: int | None = None
    ) -> Iterator[Work]:
        """A write: all of it in one transaction and one entry of the history, or none of it."""
        with opening.clear_errors(self.path):
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                work = Work(
                    Ledger(
                        self.conn,
                        at=self.now(),
                        actor=self.actor,
                        command=self.command or verb,
                        reason=reason,
                        undoes=undoes,
                    )
                )
                yield work
                work.index()
                operation = work.ledger.close()
                work.change = _answer(work, operation, dry_run)
                if dry_run:
                    raise _DryRun
                self.conn.execute("COMMIT")
            except BaseException as error:
                if self.conn.in_transaction:
                    self.conn.execute("ROLLBACK")
                if not isinstance(error, _DryRun):
                    raise

    def picked(self, which: Picked) -> list[TrackedClaim]:
        """The claims that a command is about; NotFound names the ids that are not there."""
        if isinstance(which, Filter):
            return list(claims.find(self.conn, which))
        ids = list(dict.fromkeys([which] if isinstance(which, int) else which))
        found = claims.by_ids(self.conn, ids)
        missing = sorted(set(ids) - {claim.id for claim in found})
        if missing:
            raise NotFound(say("no_claim", ids=_ranges(missing)), self._range())
        return found

    def _range(self) -> str:
        low, high = self.conn.execute("SELECT min(id), max(id) FROM claims WHERE NOT removed").fetchone()
        return say("no_claims_yet") if low is None else say("id_range", low=low, high=high)


def stamp(moment: datetime) -> str:
    """A moment as the tracker writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def system_clock() -> datetime:
    """CLAIMTRACK_NOW where the environment sets it (an ISO time), else now."""
    fixed = os.environ.get("CLAIMTRACK_NOW")
    moment = datetime.fromisoformat(fixed) if fixed else datetime.now(UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def system_user() -> str:
    """CLAIMTRACK_USER, else the user name of the system."""
    try:
        return os.environ.get("CLAIMTRACK_USER") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _answer(work: Work, operation: int | None, dry_run: bool) -> Change:
    sentences = list(work.sentences)
    if operation is not None and not dry_run:
        sentences.append(f"Undo with: claimtrack undo {operation}")
    return Change(
        operation=None if dry_run else operation,
        dry_run=dry_run,
        sentences=tuple(sentences),
        warnings=tuple(work.warnings),
        claims=tuple(work.claims),
        ids=tuple(work.ids),
        counts=dict(work.counts) if operation is not None else {},
    )


def _ranges(ids: Sequence[int]) -> str:
    """Rising ids as people write them: "3, 7-9"."""
    runs: list[list[int]] = []
    for id in ids:
        if runs and id == runs[-1][-1] + 1:
            runs[-1].append(id)
        else:
            runs.append([id])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def numbered(count: int, one: str, many: str | None = None) -> str:
    """ "1 claim", "3 claims"."""
    return f"{count} {one if count == 1 else many or one + 's'}"
