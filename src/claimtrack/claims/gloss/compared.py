"""How much more or less something is, and until when it was not so: words of an English text that a gloss keeps.

"18% less", "15% less likely to die", "until the fog had lifted": without them a gloss would say another thing.
"""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.phrases import is_comma
from claimtrack.languages import lexicon
from claimtrack.model.mentions import Date, Mention, Quantity

_SHARE = "percent"
_LONGEST = 6
"""Words of the longest time that is shown."""


def comparison(draft: Draft, mention: Mention) -> str:
    """What stands behind a share that says which way it goes, with a space before it; "" without such words."""
    a, value = draft.passage.analysis, mention.value
    if not isinstance(value, Quantity) or value.unit != _SHARE:
        return ""
    at = next((i for i in draft.tokens if a.tokens[i].start >= mention.end), None)
    if at is None or "likelier" not in draft.passage.classes[at] or not lexicon.is_own_gloss(_code(draft, at)):
        return ""
    last = at
    if at + 1 in draft.tokens and a.pos[at + 1] in ("ADJ", "ADV"):
        last = at + 1
        if last + 2 in draft.tokens and a.pos[last + 1] == "PART" and a.tags[last + 2].endswith(":VB"):
            last += 2
    return "".join(f" {a.tokens[i].norm}" for i in range(at, last + 1))


def until(draft: Draft) -> str:
    """Until when a denied claim was not so, in its own words; "" where it is a date, which has its own place."""
    a = draft.passage.analysis
    if draft.polarity != "negated" or "until" not in draft.passage.held:
        return ""
    at = next((i for i in draft.tokens[1:] if "until" in draft.passage.classes[i]), None)
    if at is None or at == draft.tokens[-1]:
        return ""
    words = list(range(at, draft.tokens[-1] + 1))[:_LONGEST]
    end = next((n for n, i in enumerate(words) if is_comma(a, i)), len(words))
    first, last = a.tokens[at].start, a.tokens[words[end - 1]].end
    if any(isinstance(m.value, Date) and first <= m.start < last for m in draft.mentions):
        return ""
    return "".join((" " if a.tokens[i].spaced and i > at else "") + a.tokens[i].text for i in words[:end])


def _code(draft: Draft, i: int) -> str:
    return lexicon.code_of(draft.passage.analysis.tokens[i].text)
