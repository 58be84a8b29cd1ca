"""What a change had to say, kept until the next page that the same browser opens."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from starlette.requests import Request

_MOST = 500


@dataclass(frozen=True, slots=True)
class Notice:
    """Sentences for the person; `problem` says that nothing was done; `undo` is the operation to take back."""

    sentences: tuple[str, ...]
    problem: bool = False
    undo: int | None = None


class Notices:
    """The notices of a running page, by visit. Old ones make room for new ones."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Notice] = OrderedDict()
        self._lock = Lock()

    def leave(self, visit: str, notice: Notice) -> None:
        """Keep a notice for the next page."""
        with self._lock:
            self._held[visit] = notice
            while len(self._held) > _MOST:
                self._held.popitem(last=False)

    def take(self, visit: str) -> Notice | None:
        """The notice for this visit, once."""
        with self._lock:
            return self._held.pop(visit, None)


def leave(request: Request, notice: Notice) -> None:
    """Keep something to say for the next page of this visit."""
    request.app.state.notices.leave(request.scope["visit"].id, notice)


def take(request: Request) -> Notice | None:
    """What was left to say to this visit."""
    found: Notice | None = request.app.state.notices.take(request.scope["visit"].id)
    return found
