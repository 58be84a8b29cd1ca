"""What claimtrack has to say to people, in each language.

A message has an id and parameters. Its words stand in the labels of each language under `[message]`; the English
ones are what the command line prints. A `Message` is its English text and remembers how it was made, so that
whoever shows it can say the same in the language of the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimtrack.languages import codes, load

_ENGLISH = "en"
_MESSAGE = "message"


class Message(str):
    """English text with the table and id of its labels and its parameters."""

    table: str
    id: str
    values: Mapping[str, object]

    @classmethod
    def made(cls, text: str, table: str, id: str, values: Mapping[str, object]) -> Message:
        """A message that is shown as `text` where nobody asks for another language."""
        new = cls(text)
        new.table, new.id, new.values = table, id, values
        return new


def say(id: str, /, **values: object) -> Message:
    """The message called `id`. A value may be a message or a term itself, or several of them ("a or b")."""
    return Message.made(_filled(_words(_ENGLISH, _MESSAGE, id), values, None), _MESSAGE, id, values)


def term(table: str, id: str, text: str | None = None) -> Message:
    """A word of the program within a message, as a status: its id (or `text`) to the command line, its label to
    others."""
    return Message.made(id if text is None else text, table, id, {})


def told(text: str, language: str) -> str:
    """A message for the page in a language. Words that are no message, as a name, stay as they are."""
    if not isinstance(text, Message):
        return text
    words = _words(language, "on_page", text.id) if text.table == _MESSAGE else None
    if words is None:
        words = _words(language, text.table, text.id)
    return str(text) if words is None else _filled(words, text.values, language)


def _words(language: str, table: str, id: str) -> str | None:
    labels: Mapping[str, Any] = load(language).data("labels") if language in codes() else {}
    found = labels.get(table, {}).get(id)
    return None if found is None else str(found)


def _filled(words: str | None, values: Mapping[str, object], language: str | None) -> str:
    """The words with their values; `language` None leaves messages among these as the command line has them."""
    if words is None:
        raise KeyError("a message without words")
    return words.format(**{name: _value(value, language) for name, value in values.items()})


def _value(value: object, language: str | None) -> object:
    if isinstance(value, tuple):
        between = _words(language or _ENGLISH, _MESSAGE, "or") or " / "
        return between.join(str(_value(each, language)) for each in value)
    return told(value, language) if isinstance(value, str) and language else value
