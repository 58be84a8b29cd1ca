"""What a clause takes out of what it says: "all but three", "except four", "apart from Spain", "signed by X, not by Y".

The number or the place of what is taken out is in the words, but nothing is said to be so of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import is_comma
from claimtrack.model.mentions import Mention

_HOST = 7
"""So many words before an exception those may stand of whom it takes some out: "all of the miners | but six"."""
_NEAR = 3
"""So many words before a noun the word may stand that sets it apart."""
_OTHER = 10
"""So many words behind a "not" a noun may stand that is set against another."""
_LEADING = frozenset({"DET", "ADP", "ADJ", "NUM", "PROPN", "NOUN", "PART"})


def whole_before(p: Passage, exempting: int) -> int | None:
    """Where those are named of whom a word like "but" takes some out; None where it takes out nothing."""
    a = p.analysis
    for t in range(exempting - 1, max(-1, exempting - 1 - _HOST), -1):
        if "whole" in p.classes[t]:
            return t
        if a.pos[t] not in _LEADING and a.pos[t] != "PRON":
            return None
    return None


def is_excepted(p: Passage, mention: Mention) -> bool:
    """Whether a number counts those of whom the clause is not true: "all | but three", "every one | except four"."""
    if "exempting" not in p.held or mention.type != "quantity":
        return False
    at = next((t for t, token in enumerate(p.analysis.tokens) if token.end > mention.start), 0)
    return at > 0 and is_exempting(p, at - 1)


def is_exempting(p: Passage, t: int) -> bool:
    """Whether a word takes some out of all: "all | but three", not "came | but left"."""
    if "exempting" not in p.classes[t] or t + 1 >= len(p.classes) or p.analysis.pos[t + 1] in _GRADED:
        return False  # "all but impossible"
    return whole_before(p, t) is not None


_GRADED = frozenset({"ADJ", "ADV", "VERB"})


def apart(p: Passage, noun: int) -> str:
    """How a noun is set apart from what else might be told: "not", "except", "but", "only", or "" where it is not."""
    if any("solely" in p.classes[t] for t in range(max(0, noun - 1), noun + 1)):
        return "only"
    if not p.held & {"exempting", "set_against"} and "exempting" not in p.phrases:
        return ""
    for t in range(max(0, noun - _OTHER), noun):
        instead = alternative(p, t, len(p.classes) - 1)
        if instead is not None:
            return "not" if noun < instead else "but" if noun <= instead + _NEAR else ""
    ends = {last: first for first, last in p.phrases.get("exempting", ())}
    for t in range(noun - 1, max(-1, noun - 1 - _NEAR), -1):
        if t + 1 in ends or is_exempting(p, t):
            return "except"
        if is_set_against(p, t):
            return "not"
        if p.analysis.pos[t] not in _LEADING or p.analysis.pos[t] == "NUM":
            return ""
    return ""


def is_set_against(p: Passage, t: int) -> bool:
    """Whether a "not" behind a comma denies only the phrase behind it, up to the next mark: "Chile, | not Peru"."""
    a = p.analysis
    if "set_against" not in p.classes[t] or t < 1 or not is_comma(a, t - 1) or t + 1 >= len(a.pos):
        return False
    ends = next((k for k in range(t + 1, len(a.pos)) if a.pos[k] in ("PUNCT", "SCONJ", "CCONJ")), len(a.pos))
    return ends > t + 1 and not any(a.pos[k] in ("VERB", "AUX") for k in range(t + 1, ends))


def alternative(p: Passage, t: int, last: int) -> int | None:
    """The "but" behind a "not" that says what is so instead: "was | not a coin but a length of wire"."""
    a = p.analysis
    if "set_against" not in p.classes[t] or t < 1 or a.pos[t - 1] not in ("AUX", "VERB"):
        return None
    for k in range(t + 1, min(last, len(a.pos) - 1)):
        if "instead" in p.classes[k] and a.pos[k] in ("CCONJ", "SCONJ", "ADP"):
            return k if k > t + 1 and not _begins_clause(p, k + 1) else None
        if a.pos[k] in ("VERB", "PUNCT", "AUX") or "relative" in p.classes[k]:
            return None
    return None


def _begins_clause(p: Passage, t: int) -> bool:
    """Whether a clause with a verb of its own begins at a token, and no mere phrase."""
    a = p.analysis
    for k in range(t, len(a.pos)):
        if a.pos[k] in ("VERB", "AUX"):
            return True
        if (
            a.pos[k] in ("PUNCT", "SCONJ")
            or p.classes[k] & {"relative", "complementizer"}
            or _is_bare_relative(p, k, t)
        ):
            return False
    return False


def _is_bare_relative(p: Passage, k: int, first: int) -> bool:
    """Whether a pronoun behind a noun begins what is said of it: "the price | they will have to pay"."""
    a = p.analysis
    return k > first and a.pos[k] == "PRON" and a.pos[k - 1] == "NOUN"


def unnamed(p: Passage, tokens: Sequence[int]) -> set[int]:
    """The words of a claim by which whoever accuses does not name whom: "accusing sides | it did not name | of fraud".

    They deny nothing of the claim, nor is their verb the claim's.
    """
    if "charging_participle" not in p.classes[tokens[0]]:
        return set()
    inside = range(tokens[0] + 2, tokens[-1])
    named = (t for t in inside if "negator" in p.classes[t] and "disclosing" in p.classes[t + 1])
    return {k for t in named for k in (t, t + 1)}
