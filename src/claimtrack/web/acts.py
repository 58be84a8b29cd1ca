"""Where forms arrive. Without script the answer leads back to the page; with it, to the parts that changed.

Whatever goes wrong is said beside the form, which keeps what the person had typed.
"""

from __future__ import annotations

from threading import Lock
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from claimtrack.errors import ClaimtrackError, NotFound
from claimtrack.model.tracking import Change
from claimtrack.tracker import Tracker
from claimtrack.web import forms, guard, notices, pages, rendering, words
from claimtrack.web.addresses import local_path, small
from claimtrack.web.deeds import DEEDS, add_claim, perform, undo_last
from claimtrack.web.document_page import document_page, head_values, panel_values
from claimtrack.web.forms import Form
from claimtrack.web.notices import Notice
from claimtrack.web.selecting import Selection, from_text
from claimtrack.web.visits import Visit, is_form_token, same

FRAGMENT = "x-claimtrack-fragment"
_WRITING = Lock()
_YEAR = 365 * 24 * 3600


def writing(request: Request, what: str) -> Tracker:
    """The tracker, to change things in, under the name of who is at this browser."""
    settings = request.app.state.settings
    return Tracker(
        settings.path,
        actor=request.scope["visit"].name or settings.actor,
        create=False,
        strict=settings.strict,
        reviewer=settings.reviewer,
        command=f"{words.PAGE}{what}",
    )


class StaleForm(ClaimtrackError):
    """A form that this run of the page did not make for this browser."""


def _check(request: Request, form: Form) -> None:
    t = words.chosen(request)
    if not is_form_token(form.fields.get("csrf", ""), request.scope["visit"], request.app.state.settings.secret):
        raise StaleForm(t("stale_form"))
    if request.app.state.settings.read_only:
        raise ClaimtrackError(t("read_only"))


async def claim(request: Request) -> Response:
    """A deed on one claim."""
    form = await forms.read(request)
    return await run_in_threadpool(_claim, request, form)


def _claim(request: Request, form: Form) -> Response:
    id, name = small(request.path_params["id"]), request.path_params["deed"]
    deed = DEEDS.get(name)
    if deed is None:
        raise NotFound(words.chosen(request)("gone"))
    selection = from_text(form.fields.get("query", ""))
    with pages.reading(request) as tracker:
        document = tracker.claim(id).document_id
    try:
        _check(request, form)
        with _WRITING, writing(request, name) as tracker:
            change = perform(tracker, deed, id, form, words.chosen(request)("conflict"))
    except ClaimtrackError as error:
        return _not_done(request, document, id, name, form, selection, error)
    said = _said(request, change, name, id, form.get("status") or "")
    shown = change.claims[0] if name == "split" and change.claims else None if deed.reshapes else id
    return _done(request, said, document, shown, selection, whole=deed.reshapes)


async def add(request: Request) -> Response:
    """A new claim on words of a document."""
    form = await forms.read(request)
    return await run_in_threadpool(_add, request, form)


def _add(request: Request, form: Form) -> Response:
    document = small(request.path_params["id"])
    selection = from_text(form.fields.get("query", ""))
    try:
        _check(request, form)
        with _WRITING, writing(request, "add") as tracker:
            change = add_claim(tracker, document, form)
    except ClaimtrackError as error:
        return _not_done(request, document, None, "add", form, selection, error)
    claim = change.claims[0]
    return _done(request, _said(request, change, "add", claim), document, claim, Selection(), whole=True)


async def undo(request: Request) -> Response:
    """Take back the last change, or a named one."""
    form = await forms.read(request)
    return await run_in_threadpool(_turn, request, form, "undo")


async def redo(request: Request) -> Response:
    """Bring back what was undone last."""
    form = await forms.read(request)
    return await run_in_threadpool(_turn, request, form, "redo")


def _turn(request: Request, form: Form, way: str) -> Response:
    back = local_path(form.get("back"))
    try:
        _check(request, form)
        with _WRITING, writing(request, way) as tracker:
            operation, nothing = form.number("operation"), words.chosen(request)("undo_none")
            change = undo_last(tracker, operation, nothing) if way == "undo" else tracker.redo(operation)
    except ClaimtrackError as error:
        if _is_fragment(request):
            return HTMLResponse(_notice(request, pages.explained(request, error), problem=True), _status(error))
        notices.leave(request, Notice(pages.explained(request, error), problem=True))
        return RedirectResponse(back, 303)
    notices.leave(request, _said(request, change, way))
    return _fragment("", whole=True, to=back) if _is_fragment(request) else RedirectResponse(back, 303)


async def name(request: Request) -> Response:
    """Who is working: the name for the history."""
    form = await forms.read(request)
    try:
        _check(request, form)
    except ClaimtrackError as error:
        return pages.refused(request, error)
    visit = request.scope["visit"]
    named = visit.named(form.get("name") or "", admitted=visit.admitted)
    return _with_visit(request, named, local_path(form.get("back")))


async def sign_in(request: Request) -> Response:
    """The token and a name, where others than this machine can reach the page."""
    settings = request.app.state.settings
    form = await forms.read(request)
    right = settings.token is not None and same(form.get("token") or "", settings.token)
    back = local_path(form.get("next"))
    if not right or not form.get("name"):
        return rendering.page("sign_in.html", request, status=403, back=back, wrong=True)
    return _with_visit(request, request.scope["visit"].named(form.get("name") or "", admitted=True), back)


def _with_visit(request: Request, visit: Visit, back: str) -> Response:
    answer = RedirectResponse(back, 303)
    answer.headers.append("Set-Cookie", guard.cookie(visit, request.app.state.settings))
    return answer


async def language(request: Request) -> Response:
    """The language of the page."""
    form = await forms.read(request)
    answer = RedirectResponse(local_path(form.get("back")), 303)
    if form.get("to") in words.languages():
        answer.set_cookie(words.COOKIE, str(form.get("to")), max_age=_YEAR, samesite="strict", httponly=True)
    return answer


def _done(
    request: Request,
    said: Notice,
    document: int,
    claim: int | None,
    selection: Selection,
    *,
    whole: bool,
) -> Response:
    if not _is_fragment(request):
        notices.leave(request, said)
        return RedirectResponse(selection.address(document, claim), 303)
    if whole:
        notices.leave(request, said)
        return _fragment("", whole=True, to=selection.address(document, claim))
    assert claim is not None
    with pages.reading(request) as tracker:
        values = panel_values(tracker, claim, selection)
        head = head_values(tracker, document, words.chosen(request).code)
    body = rendering.render(
        "changed.html",
        request,
        back=selection.address(document, claim),
        **{**head, **values, "typed": {}, "error": None, "form": None, "said": said},
    )
    return _fragment(body)


def _not_done(
    request: Request,
    document: int,
    claim: int | None,
    name: str,
    form: Form,
    selection: Selection,
    error: ClaimtrackError,
) -> Response:
    """The same page again, with the reason and with what was typed."""
    kept = {"typed": form.fields, "error": pages.explained(request, error), "form": name}
    with pages.reading(request) as tracker:
        if not _is_fragment(request):
            return document_page(request, tracker, document, selection, claim, status=_status(error), **kept)
        if claim is None:
            return HTMLResponse(_notice(request, pages.explained(request, error), problem=True), _status(error))
        values = panel_values(tracker, claim, selection)
    return HTMLResponse(rendering.render("panel.html", request, **values, **kept), _status(error))


def _said(request: Request, change: Change, name: str, claim: int | None = None, status: str = "") -> Notice:
    """What was done, and what the tracker warns of, in the language of the page; and how to take it back."""
    t = words.chosen(request)
    done = name if change.changed else "nothing"
    did = t.of("did", done).format(claim=claim, status=t.of("status", status))
    back = None if name in ("undo", "redo") else change.operation
    return Notice((did, *map(t.told, change.warnings)), undo=back)


def _status(error: ClaimtrackError) -> int:
    return 403 if isinstance(error, StaleForm) else pages.STATUS_OF.get(error.exit_code, 422)


def _notice(request: Request, sentences: tuple[str, ...], *, problem: bool = False) -> str:
    return rendering.render("notice.html", request, said=Notice(sentences, problem))


def _is_fragment(request: Request) -> bool:
    return FRAGMENT in request.headers


def _fragment(body: str, *, whole: bool = False, to: str = "") -> Response:
    """Parts of a page; `whole` tells the script to fetch the page again (at `to`) and put it in place."""
    headers = {"X-Claimtrack-Again": quote(to or "same", safe="/?&=#%")} if whole else {}
    return HTMLResponse(body, headers=headers)
