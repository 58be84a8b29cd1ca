"""Whether the clause around a date speaks of what was or of what will be: "will meet on Wednesday"."""

from __future__ import annotations

from typing import Literal

from claimtrack.mentions.times.time_words import TimeText

Tense = Literal["past", "future"]

_BACK = 22  # words before a date in which its verb is sought
_AHEAD = 14  # words after a date that opens its sentence
_OPENING = 1  # words that may stand before such a date ("On 1 July, workers will …")
_OPENING_AHEAD = 3  # the same where the first of them looks ahead ("From midnight on Sunday, …")
_CLAUSE = 12  # words back to the particle of a condition
_OUGHT = 4  # words from "was" to the verb in "it ought to have arrived"
_PERFECT = 4  # words after "has" in which its participle stands
_TOLD = frozenset({"VERB:VBD", "AUX:VBD"})
_MANY = frozenset({"NOUN:S", "PROPN", "PROPN:S", "PRON"})  # who may act in a verb without an ending
_BARE = frozenset({"VERB:VBP", "VERB:VB"})
_PRESENT = frozenset({"VERB:VBZ", "VERB:VBP", "AUX:VBZ", "AUX:VBP"})
_ENDS = ".!?\u061f;\u061b:"


def tense(text: TimeText, first: int, last: int, planned: bool = False, counted: bool = False) -> Tense | None:
    """The time of the verb nearest to the date at tokens `first` to `last`, None where nothing says it.

    What is `planned` is announced by any form that is no past; a `counted` distance ("in forty years") is not by
    what goes on now.
    """
    if text.before("past", first) or text.before("past", first - 1):  # since Friday, since the evening of Friday
        return "past"
    if _acts_then(text, first, last):
        return "past"
    ahead = text.before("forward", first)
    # a decree of 5 July is not planned, nor are the events of August
    planned = planned and not (text.plain("of_what", first - 1) or _names_a_noun(text, first))
    if _conditional(text, first) or _prolonged(text, first):
        return "future"
    found = _before(text, first, planned or ahead, ahead, not counted)
    opening = _opening(text, first) if found is None else None
    if opening is not None:
        found = _after(text, last, planned or ahead or text.word("forward", opening) is not None)
    if found is None and planned and _plans(text, first):
        return "future"
    return found


def _plans(text: TimeText, first: int) -> bool:
    """Villa travel to Wolves on Saturday: a present that announces, right behind a plural or a name."""
    for k in range(first - 1, max(first - _CLAUSE, 0), -1):
        if text.tokens[k].kind == "mark" or text.tag(k).startswith(("VERB", "AUX")):
            return text.plain("plan_verb", k) is not None and text.tag(k) in _BARE
        if text.plain("plan_verb", k) is not None and text.tag(k - 1) in _MANY:
            return True
    return False


def _acts_then(text: TimeText, first: int, last: int) -> bool:
    """A pause in March followed two cuts; they say a strike on Friday killed three: the date of a past verb's subject.

    What was put off is not over, and a date behind a verb of its own has the time of that verb.
    """
    if text.tag(last) not in _TOLD or text.words.article or not text.tag(first - 2).startswith(("NOUN", "PROPN")):
        return False
    if any(text.word("prolonged", k) is not None for k in range(last, last + _PERFECT)):
        return False
    for k in range(first - 2, max(first - _BACK, -1), -1):
        if text.mark(k, _ENDS) or text.word("says", k) is not None:
            return True
        if text.tag(k).startswith(("VERB", "AUX")) or text.tokens[k].kind == "mark":
            return False
    return first <= _BACK


def follows_past(text: TimeText, first: int) -> bool:
    """Whether a past stands before the date in its sentence: "said that it would open on 7 May"."""
    for k in range(first - 1, max(first - _BACK, -1), -1):
        if text.mark(k, _ENDS):
            return False
        if _past(text, k):
            return True
    return False


def _names_a_noun(text: TimeText, first: int) -> bool:
    """Whether a date right behind a noun only says which: the events of August, which need not be planned."""
    return text.words.article != "" and text.tag(first - 1) == "NOUN" and not text.is_time_word(first - 1)


def _before(text: TimeText, first: int, planned: bool, ahead: bool, named: bool) -> Tense | None:
    """The nearest verb before; for something `planned`, a form that is no past announces it.

    Before a date that lies `ahead` ("by Friday") it does so even where a past stands further back.
    """
    imperfect = infinitive = False
    for k in range(first - 1, max(first - _BACK, -1), -1):
        if text.mark(k, _ENDS):
            break
        if _future(text, k) or (named and _progressive(text, k)) or (ahead and _open(text, k)):
            return "future"
        if named and text.tag(k) == "AUX:MD" and not text.word("have", k + 1):
            return "future"  # could begin on Monday
        if planned and _is_subjunctive(text, k):
            return "future"  # promised that water reaches the town on Saturday
        if planned and named and text.tag(k) == "VERB:VBZ" and not _has_participle(text, k):
            return "future"  # a deal that expires on Sunday
        if _past(text, k) or _describes(text, k):
            if infinitive and ahead:
                return "future"  # told them to stay until Friday
            if ahead and _began_from(text, first, k):
                return "past"  # fares rose from 1 January
            return None if infinitive or ahead else "past"  # ordered them to return on 21 January: open
        infinitive = infinitive or (
            text.tag(k) == "VERB:VB" and text.folded(k - 1) in text.words.to_do and not text.word("have", k)
        )
        imperfect = imperfect or _open(text, k)
    return "future" if (imperfect and planned) or (infinitive and (ahead or imperfect)) else None


def _began_from(text: TimeText, first: int, verb: int) -> bool:
    """Whether a past verb tells what began at the date behind "from", and settles nothing that is still to begin."""
    if not (text.plain("from", first - 1) and text.tag(verb) in _TOLD):
        return False
    return all(text.word("decides", k) is None and text.tokens[k].kind != "mark" for k in range(verb, first))


def _conditional(text: TimeText, first: int) -> bool:
    """Whether the clause of the date is the condition of what would follow: "if we win in May"."""
    for k in range(first - 1, max(first - _CLAUSE, -1), -1):
        if text.mark(k, _ENDS + ",\u060c"):
            return False
        if text.may_open("condition", k) and text.word("condition", k) is not None:
            return True
        told = not text.words.article or text.word("described", k - 1) is not None
        if _past(text, k) and told and not _unreal(text, k):
            return False
    return False


def _unreal(text: TimeText, k: int) -> bool:
    """jobs would go if the ban lasted until May: the past of an unreal condition, which lies ahead."""
    if text.words.article or text.word("have", k) is not None:
        return False
    around = range(max(0, k - _BACK), min(len(text.tokens), k + _BACK))
    return any(text.word("would", j) is not None and not text.word("have", j + 1) for j in around)


def _prolonged(text: TimeText, first: int) -> bool:
    """Whether the date is the new end of what was extended or put off: postponed to March, a cut extended till May."""
    if not (text.before("till", first) or text.before("till", first - 1)):
        return False
    for k in range(first - 1, max(first - _CLAUSE, -1), -1):
        if text.mark(k, _ENDS + ",\u060c"):
            return False
        if text.word("prolonged", k) is not None:
            return True
    return False


def _is_subjunctive(text: TimeText, k: int) -> bool:
    """The verb right behind the particle of what is to be; not of what ought to have been."""
    if any(text.word("was", j) for j in range(k - _OUGHT, k - 1)):
        return False
    return text.tag(k) == "VERB:i" and text.word("to_be", k - 1) is not None and not text.before("past_clause", k - 1)


def _open(text: TimeText, k: int) -> bool:
    """A form that is now or to come: "the trial opens on Thursday"."""
    if text.tag(k) == "VERB:i":
        return text.folded(k).startswith(text.words.imperfect_heads)
    if text.tag(k) == "AUX:MD":
        return True
    return text.tag(k) in _PRESENT and not _has_participle(text, k)


def _has_participle(text: TimeText, k: int) -> bool:
    """has been used, have met."""
    return text.word("have", k) is not None and any(text.tag(j).endswith(":VBN") for j in range(k + 1, k + _PERFECT))


def _describes(text: TimeText, k: int) -> bool:
    """A participle that describes a noun by what was done: "a survey carried out in May"."""
    if text.tag(k) != "VERB:VBN" or k < _DESCRIBED:
        return False
    noun = k - 2 if text.tag(k - 1) == "ADV" else k - 1
    return text.tag(noun).startswith(("NOUN", "PROPN"))


_DESCRIBED = 2


def _progressive(text: TimeText, k: int) -> bool:
    """are leaving: what goes on now lies ahead where a date is said of it."""
    return text.tag(k) == "VERB:VBG" and text.tag(k - 1) in ("AUX:VBP", "AUX:VBZ")


def _after(text: TimeText, last: int, ahead: bool) -> Tense | None:
    for k in range(last, min(last + _AHEAD, len(text.tokens))):
        if text.mark(k, _ENDS) or _past(text, k):
            return None
        if _future(text, k) or (ahead and _open(text, k)):
            return "future"
    return None


def _opening(text: TimeText, first: int) -> int | None:
    """The first token of the sentence that the date opens, None where it stands further in."""
    k = first - 1
    while k >= 0 and first - k <= _OPENING_AHEAD and not text.mark(k, _ENDS):
        k -= 1
    near = first - k - 1 <= _OPENING or text.word("forward", k + 1) is not None
    return k + 1 if near and (k < 0 or text.mark(k, _ENDS)) else None


def _future(text: TimeText, k: int) -> bool:
    if text.word("future", k) is not None:
        return True
    word, tag = text.folded(k), text.whole_tag(k)
    if k in text.numbers or text.is_time_word(k):
        return False
    return text.words.language.hooks.is_future(word, tag) if tag else text.words.language.hooks.is_future(word)


def _past(text: TimeText, k: int) -> bool:
    tag = text.tag(k)
    if tag in ("VERB:VBD", "AUX:VBD"):
        return True
    return (tag.endswith(":p") or text.word("was", k) is not None) and not text.is_time_word(k)
