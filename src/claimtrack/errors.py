"""Every error that claimtrack raises on purpose.

    ClaimtrackError                 exit 1   something went wrong; the message says what, where and what next
    ├── BadInput                    exit 1   a file or text that cannot be read
    ├── UsageError                  exit 2   a value that makes no sense (unknown status, filter, format)
    ├── NotFound                    exit 3   an id, document, source, tag or file that is not there
    ├── EvidenceRefused             exit 4   a verdict that the evidence rules do not allow
    ├── Conflict                    exit 5   somebody changed the same thing in the meantime
    └── StoreError                  exit 1   the database cannot be used
        ├── NotADatabase
        ├── NewerSchema
        ├── OlderSchema
        └── StoreBusy

Only `claimtrack.cli` turns them into exit codes.
"""

from __future__ import annotations


class ClaimtrackError(Exception):
    """What happened and where (`message`), and what the reader can do about it (`hint`)."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class BadInput(ClaimtrackError):
    """A file or a text that cannot be read; the message names it and the place of the fault."""


class UsageError(ClaimtrackError):
    """A value from the outside that makes no sense here."""

    exit_code = 2


class NotFound(ClaimtrackError):
    """Something asked for by id, name or path is not there."""

    exit_code = 3


class EvidenceRefused(ClaimtrackError):
    """A verdict that the evidence on file does not carry."""

    exit_code = 4


class Conflict(ClaimtrackError):
    """The thing to change was changed by somebody else since it was read."""

    exit_code = 5


class StoreError(ClaimtrackError):
    """The database cannot be opened, read or written."""


class NotADatabase(StoreError):
    """The file exists and is not a claimtrack database."""


class NewerSchema(StoreError):
    """The database was written by a newer claimtrack than this one."""


class OlderSchema(StoreError):
    """The database wants bringing up to date, and it is open for reading only."""


class StoreBusy(StoreError):
    """Another process holds the database longer than the waiting time."""
