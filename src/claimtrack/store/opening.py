"""Opening a database: a checked, migrated connection, or an error that says what is wrong with the file.

Reading connections never load sqlite-utils; it comes in when there is something to migrate.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimtrack.errors import ClaimtrackError, NewerSchema, NotADatabase, NotFound, OlderSchema, StoreBusy, StoreError
from claimtrack.languages.messages import say

VERSION = 8
APPLICATION_ID = 0x636C6D74
BUSY_SECONDS = 10.0


def connect(
    path: Path, *, now: str, read_only: bool, create: bool, busy_seconds: float = BUSY_SECONDS
) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    """A connection to the claimtrack database at `path`, and what opening it had to say."""
    if not path.exists() and (read_only or not create):
        raise NotFound(say("no_tracker", file=path), say("make_tracker"))
    with clear_errors(path):
        conn = _open(path, read_only, busy_seconds)
        try:
            return conn, _prepare(conn, path, now, read_only)
        except BaseException:
            conn.close()
            raise


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into errors for people."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, path) from error
    except OSError as error:
        raise StoreError(say("store_fails", file=path, why=error.strerror or error), say("check_folder")) from error


def explained(error: sqlite3.Error, path: Path) -> ClaimtrackError:
    """The claimtrack error that says what an SQLite error means for this file."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return StoreBusy(say("store_busy", file=path), say("wait"))
    if "not a database" in said or "malformed" in said:
        return NotADatabase(say("store_damaged", file=path, why=said), say("restore"))
    if "readonly" in said or "read-only" in said or "attempt to write" in said:
        return StoreError(say("store_read_only", file=path), say("check_permissions"))
    if "full" in said or "disk I/O" in said:
        return StoreError(say("disk_full", file=path, why=said), say("make_room"))
    if "unable to open" in said:
        return StoreError(say("store_closed", file=path), say("check_writable"))
    return StoreError(say("store_fails", file=path, why=said), say("run_check"))


def _open(path: Path, read_only: bool, busy_seconds: float) -> sqlite3.Connection:
    if path.is_dir():
        raise NotADatabase(say("store_folder", file=path), say("name_file"))
    if not read_only:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _tuned(sqlite3.connect(path, isolation_level=None, timeout=busy_seconds))
    uri = path.resolve().as_uri() + "?mode=ro"
    conn = _tuned(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=busy_seconds))
    try:
        conn.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        # the shared memory file cannot be made there: nobody can be writing, so read the file as it is
        if "unable to open" not in str(error) and "readonly" not in str(error):
            raise
        conn.close()
        conn = _tuned(sqlite3.connect(uri + "&immutable=1", uri=True, isolation_level=None))
    return conn


def _tuned(conn: sqlite3.Connection) -> sqlite3.Connection:
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA recursive_triggers = ON")
    return conn


def _prepare(conn: sqlite3.Connection, path: Path, now: str, read_only: bool) -> tuple[str, ...]:
    version = _version(conn)
    if version is not None:
        _recognise(conn, path, version)
    if version == VERSION:
        return ()
    if read_only:
        raise OlderSchema(say("store_older", file=path), say("write_once"))
    return _migrate(conn, path, now, version)


def _version(conn: sqlite3.Connection) -> int | None:
    """The schema version of the file; None while it is empty."""
    if not conn.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        return None
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def _recognise(conn: sqlite3.Connection, path: Path, version: int) -> None:
    if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotADatabase(say("store_foreign", file=path), say("name_other"))
    if version > VERSION:
        raise NewerSchema(say("store_newer", file=path, version=version, known=VERSION), say("update"))


def _write_ahead(conn: sqlite3.Connection) -> None:
    """Turn on the write-ahead log; SQLite does not wait for another program here, so this does, as long as it would."""
    waited = time.monotonic() + conn.execute("PRAGMA busy_timeout").fetchone()[0] / 1000
    while True:
        try:
            conn.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > waited:
                raise
            time.sleep(_PAUSE)


_PAUSE = 0.02
"""Seconds."""


def _migrate(conn: sqlite3.Connection, path: Path, now: str, version: int | None) -> tuple[str, ...]:
    """Bring the schema up to date in one transaction, after a copy where there is something to lose."""
    from sqlite_utils import Database

    from claimtrack.store.schema import migrations

    _write_ahead(conn)
    said: tuple[str, ...] = ()
    if version is not None:
        copy = path.with_name(f"{path.name}.schema-{version}.bak")
        copy_database(conn, copy)
        said = (f"The database was brought up to schema {VERSION}; a copy of the old one is {copy}.",)
    conn.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(Database(conn, execute_plugins=False))
        conn.execute("UPDATE _sqlite_migrations SET applied_at = ?", [now])
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {VERSION}")
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
    return said


def copy_database(conn: sqlite3.Connection, file: Path) -> None:
    """A verified copy of the whole database, put in place only when it is complete."""
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        copy = sqlite3.connect(part)
        try:
            conn.backup(copy)
            verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        if verdict != "ok":
            raise StoreError(say("copy_damaged", file=file, why=verdict), say("run_check"))
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
