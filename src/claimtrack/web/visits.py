"""Who is at the page: a signed cookie with a random id, a name and whether the token was given.

In goes a cookie's value, out a `Visit`; a cookie that was changed or signed by another run counts as none.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass, replace
from hashlib import sha256

MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class Visit:
    """One browser at the page. `name` is None until somebody gives one: then it is the person who started it."""

    id: str
    name: str | None = None
    admitted: bool = False

    def named(self, name: str, *, admitted: bool) -> Visit:
        """The same browser with a name; a new id, so that an old cookie is worth nothing more."""
        return replace(self, id=new_id(), name=name[:MOST_NAME], admitted=admitted)


def new_id() -> str:
    """A random id that nobody can guess."""
    return secrets.token_urlsafe(16)


def signature(secret: bytes, *parts: str) -> str:
    """What only this run of the page can write under these words."""
    return hmac.new(secret, "\0".join(parts).encode(), sha256).hexdigest()


def to_cookie(visit: Visit, secret: bytes) -> str:
    """The visit as the value of a cookie."""
    name = urlsafe_b64encode((visit.name or "").encode()).decode()
    body = f"{visit.id}.{name}.{int(visit.admitted)}"
    return f"{body}.{signature(secret, 'visit', body)}"


def from_cookie(value: str | None, secret: bytes) -> Visit | None:
    """The visit that a cookie tells of, None where it does not hold."""
    body, _, signed = (value or "").rpartition(".")
    if not hmac.compare_digest(signed.encode(), signature(secret, "visit", body).encode()):
        return None
    try:
        id, name, admitted = body.split(".")
        return Visit(id, urlsafe_b64decode(name).decode() or None, admitted == "1")
    except (ValueError, Error):
        return None


def form_token(visit: Visit, secret: bytes) -> str:
    """What every form carries, so that no other site can send one."""
    return signature(secret, "form", visit.id)


def is_form_token(given: str, visit: Visit, secret: bytes) -> bool:
    """Whether a form was made for this visit."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), form_token(visit, secret).encode())


def same(given: str, secret: str) -> bool:
    """Whether two texts are the same, in a time that tells nothing about where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())
