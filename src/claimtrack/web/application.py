"""The page as an application: its addresses, each with the function behind it, inside the guard."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from claimtrack.errors import ClaimtrackError
from claimtrack.web import acts, pages
from claimtrack.web.counting import Counts
from claimtrack.web.guard import Guard
from claimtrack.web.notices import Notices
from claimtrack.web.settings import Settings


def application(settings: Settings) -> Starlette:
    """The application for one tracker."""
    app = Starlette(
        routes=[*_READING, *_WRITING, _static()],
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={ClaimtrackError: pages.refused, HTTPException: pages.refused},
    )
    app.state.settings = settings
    app.state.notices = Notices()
    app.state.counts = Counts(settings.path)
    return app


_READING: tuple[BaseRoute, ...] = (
    Route("/", pages.overview),
    Route("/documents/{id:int}", pages.document),
    Route("/documents/{id:int}/report", pages.download),
    Route("/claims/{id:int}", pages.claim),
    Route("/search", pages.search),
    Route("/facts", pages.facts),
    Route("/help", pages.help_sheet),
    Route("/sign-in", pages.sign_in),
)

_WRITING: tuple[BaseRoute, ...] = (
    Route("/documents/{id:int}/add", acts.add, methods=["POST"]),
    Route("/claims/{id:int}/{deed:str}", acts.claim, methods=["POST"]),
    Route("/undo", acts.undo, methods=["POST"]),
    Route("/redo", acts.redo, methods=["POST"]),
    Route("/name", acts.name, methods=["POST"]),
    Route("/language", acts.language, methods=["POST"]),
    Route("/sign-in", acts.sign_in, methods=["POST"]),
)


def _static() -> BaseRoute:
    """Style and script, from the package; no other file is ever served."""
    return Mount("/static", StaticFiles(directory=Path(str(resources.files("claimtrack.web") / "static"))))
