"""Claims that their own sentence calls untrue: in front of them, by their predicate, or by a label with a colon."""

from __future__ import annotations

from claimtrack.claims.analysis import NOMINAL, VERBAL
from claimtrack.claims.judging.stretch import Stretch

_SUBJECT = 4
"""Among so many words at the front of a claim stands the report that its last word calls untrue."""


def is_called_untrue(s: Stretch) -> bool:
    """Whether the sentence calls the claim untrue right before it, or the claim says so of another."""
    first, last = s.draft.tokens[0], s.draft.tokens[-1]
    for begin, end in s.phrases.get("denied", ()):
        parted = any(s.a.tokens[i].kind == "mark" for i in range(begin, first))
        leads = first - _NEAR <= begin or first - 2 <= end
        if leads and begin <= last and not parted and not _is_of_thing(s, begin, end):
            return True
    return _is_labelled(s) or _is_predicate(s)


_NEAR = 3
"""So far before a claim what calls it untrue may begin, whatever stands between them."""


def _is_of_thing(s: Stretch, begin: int, end: int) -> bool:
    """Whether no report is called untrue but a thing is said to be false: "the invoices | were false"."""
    first = s.draft.tokens[0]
    subject = [i for i in range(first, begin) if s.a.pos[i] not in ("ADV", "PART")]
    if not subject or s.a.pos[begin] not in VERBAL or s.hooks.VERB_FIRST:
        return False
    if end < len(s.a.pos) and s.a.pos[end] in NOMINAL:
        return True  # "were false | alarms"
    if s.a.pos[subject[-1]] in ("PRON", "DET") or "complementizer" in s.classes[end]:
        return False
    return not any(s.classes[i] & _REPORTS or s.says(i, "told_thing") for i in subject)


_REPORTS = frozenset({"report_noun", "say", "complementizer", "question"})
"""Classes of words by which the subject is what somebody says: "the claim that …", "what he wrote"."""


def _is_labelled(s: Stretch) -> bool:
    """Whether a label and a colon open the sentence: "Fake news: | the mayor resigned"."""
    return any(
        begin <= 1 and end < len(s.classes) and s.a.tokens[end].norm == ":" and s.draft.tokens[-1] > end
        for begin, end in s.phrases.get("false_label", ())
    )


def _is_predicate(s: Stretch) -> bool:
    """Whether the claim is a report and a last word that calls it untrue: "كل ما قيل عن هروبه كذب"."""
    words = [i for i in s.draft.tokens if s.a.tokens[i].kind != "mark"]
    if len(words) < 2 or not s.says(words[-1], "untrue") or any(s.says(i, "negator") for i in words):
        return False
    subject = words[:-1][:_SUBJECT]
    told = next((i for i in subject if "called_report" in s.classes[i]), None)
    if told is None or s.a.pos[words[-1]] == "VERB" or s.a.pos[words[0]] == "VERB":
        return False
    # right behind an indefinite noun it describes that noun, and is no predicate
    return words[-1] > told + 1 or s.is_definite(told)
