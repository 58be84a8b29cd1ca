"""The language of the page: which one a browser gets, and its labels for templates."""

from __future__ import annotations

from functools import cache

from starlette.requests import Request

from claimtrack.languages import codes, load
from claimtrack.languages.messages import told
from claimtrack.model.claims import NARRATOR
from claimtrack.tracker.marking import WITHOUT_EVIDENCE, corrected
from claimtrack.tracking.statuses import STATUSES
from claimtrack.views.labels import label
from claimtrack.views.marking import direction

COOKIE = "claimtrack-language"
PAGE = "page: "
"""How commands of the page begin in the history."""


class Words:
    """The labels of one language: `words("undo")`, `words.status("false")`."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.direction = direction(self("language_name"))

    def __call__(self, id: str, **values: object) -> str:
        text = label("page", id, self.code)
        return text.format(**values) if values else text

    def of(self, group: str, id: str) -> str:
        """A label of another group: "status", "kind", "stance", "heading"."""
        return label(group, id, self.code)

    def told(self, message: str) -> str:
        """What the tracker says, in this language."""
        return told(message, self.code)

    def command(self, command: str) -> str:
        """What a command of the history did: the label of the first of its words that has one."""
        known = load(self.code).data("labels").get("deed", {})
        name = next((each for each in command.removeprefix(PAGE).split() if each in known), None)
        return command if name is None else self.of("deed", name)

    def reason(self, text: str) -> str:
        """The reason of a status, which says itself where there was no evidence."""
        kept = text.removeprefix(WITHOUT_EVIDENCE)
        return text if kept == text else self("reason_without", reason=kept)

    def correction(self, text: str) -> str:
        """A correction, which says itself what the verdict was before."""
        was = next((each for each in STATUSES if text.startswith(corrected(each))), None)
        return (
            text if was is None else self("corrected", status=self.of("status", was), text=text[len(corrected(was)) :])
        )

    def speaker(self, name: str | None) -> str:
        """Who says it; the narrator by the label of the language."""
        return label("heading", "narrator", self.code) if name == NARRATOR else name or "–"


@cache
def narrators() -> frozenset[str]:
    """What the narrator is called, in every language: who types it into a form means the narrator."""
    return frozenset({NARRATOR, *(words(code).speaker(NARRATOR) for code in languages())})


@cache
def words(code: str) -> Words:
    """The labels of a language, made once."""
    return Words(code)


@cache
def languages() -> tuple[str, ...]:
    """The languages that the page speaks."""
    return tuple(code for code in codes() if "page" in load(code).data("labels"))


def chosen(request: Request) -> Words:
    """The language that was chosen here, else that of the settings, else of the browser, else English."""
    settings = request.app.state.settings
    for code in (request.cookies.get(COOKIE), settings.language, *_accepted(request)):
        if code in languages():
            return words(str(code))
    return words("en")


def _accepted(request: Request) -> list[str]:
    header = request.headers.get("accept-language", "")[:200]
    return [part.split(";")[0].strip()[:2].lower() for part in header.split(",")]
