"""Whether the clause around a date speaks of what was or of what will be: "will meet on Wednesday"."""

from __future__ import annotations

from typing import Literal

from claimtrack.mentions.time_words import TimeText

Tense = Literal["past", "future"]

_BACK = 22  # words before a date in which its verb is sought
_AHEAD = 14  # words after a date that opens its sentence
_OPENING = 1  # words that may stand before such a date ("From 1 July, workers will …")
_ENDS = ".!?\u061f;\u061b:"


def tense(text: TimeText, first: int, last: int, planned: bool = False) -> Tense | None:
    """The time of the verb nearest to the date at tokens `first` to `last`, None where nothing says it."""
    if text.before("past", first):
        return "past"
    found = _before(text, first, planned)
    if found is None and _opens_sentence(text, first):
        found = _after(text, last)
    return found


def _before(text: TimeText, first: int, planned: bool) -> Tense | None:
    """The nearest verb before; for something `planned`, a form that is no past announces it."""
    imperfect = infinitive = False
    for k in range(first - 1, max(first - _BACK, -1), -1):
        if text.mark(k, _ENDS):
            break
        if _future(text, k):
            return "future"
        if _past(text, k):
            return None if infinitive else "past"  # ordered them to return on 21 January: open
        infinitive = infinitive or (text.tag(k) == "VERB:VB" and text.folded(k - 1) in text.words.to_do)
        imperfect = imperfect or _open(text, k)
    return "future" if imperfect and planned else None


def _open(text: TimeText, k: int) -> bool:
    """A form that is now or to come: "the trial opens on Thursday"."""
    if text.tag(k) == "VERB:i":
        return text.folded(k).startswith(text.words.imperfect_heads)
    return text.tag(k) in ("VERB:VBZ", "VERB:VBP")


def _after(text: TimeText, last: int) -> Tense | None:
    for k in range(last, min(last + _AHEAD, len(text.tokens))):
        if text.mark(k, _ENDS) or _past(text, k):
            return None
        if _future(text, k):
            return "future"
    return None


def _opens_sentence(text: TimeText, first: int) -> bool:
    k = first - 1
    while k >= 0 and first - k <= _OPENING and not text.mark(k, _ENDS):
        k -= 1
    return k < 0 or text.mark(k, _ENDS)


def _future(text: TimeText, k: int) -> bool:
    if text.word("future", k) is not None:
        return True
    word, tag = text.folded(k), text.tag(k)
    if k in text.numbers or text.is_time_word(k):
        return False
    return text.words.language.hooks.is_future(word, tag) if tag else text.words.language.hooks.is_future(word)


def _past(text: TimeText, k: int) -> bool:
    tag = text.tag(k)
    if tag in ("VERB:VBD", "AUX:VBD"):
        return True
    return (tag.endswith(":p") or text.word("was", k) is not None) and not text.is_time_word(k)
