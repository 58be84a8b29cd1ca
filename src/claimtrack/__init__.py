"""claimtrack: a statement broken into discrete, typed, checkable claims, and what is known about each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.model import Claim, Document, Extraction, Mention, Sentence
    from claimtrack.pipeline import extract
    from claimtrack.tracker import Tracker

__version__ = "0.1.0"
__all__ = ["Claim", "Document", "Extraction", "Mention", "Sentence", "Tracker", "__version__", "extract"]

_HOMES = {"extract": "pipeline", "Tracker": "tracker"}


def __getattr__(name: str) -> Any:
    """Load what is asked for and nothing else, so that listing claims never loads the extractor."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'model')}"), name)
