"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claimtrack.errors import ClaimtrackError

_HINT = "Check that the folder exists, that you may write there, and that the disk has room."


@contextmanager
def replace_file(name: str | Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of `name` only when all went well."""
    path = Path(name)
    try:
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise ClaimtrackError(f"{path} cannot be written: {error.strerror or error}.", _HINT) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        os.chmod(made, 0o666 & ~_umask())
        os.replace(made, path)
    except OSError as error:
        Path(made).unlink(missing_ok=True)
        raise ClaimtrackError(f"{path} cannot be written: {error.strerror or error}.", _HINT) from error
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
