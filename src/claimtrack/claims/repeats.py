"""Repeats and conflicts inside a text: the same fact said twice is one claim with two appearances.

Two claims repeat each other when they carry the same values and most of their content words. When the words agree
but a number, a date or the polarity does not, they conflict: both stay, linked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft
from claimtrack.languages import lexicon
from claimtrack.model.mentions import Date, Duration, Frequency, Name, Quantity
from claimtrack.text.folding import fold

_SAME = 0.55
_SAME_VALUE = 0.4
_SAME_BUT_DATE = 0.8
"""So much of their words two claims share that another date is a contradiction and not another event."""
_RARE = 4
_CANDIDATES = 12
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "X", "AUX"})


def group(drafts: Sequence[Draft], cues: Cues) -> tuple[list[int], list[tuple[int, int]]]:
    """For each draft the index of the first draft that says the same, and the pairs that conflict.

    Linear in the number of drafts: each is compared only with a few that share its rarest words.
    """
    stems = [_stems(d, cues) for d in drafts]
    counts = Counter(stem for each in stems for stem in each)
    rarest = [sorted(each, key=lambda s: (counts[s], s))[:_RARE] for each in stems]
    seen: dict[str, list[int]] = {}
    leader = list(range(len(drafts)))
    conflicts: list[tuple[int, int]] = []
    for i, draft in enumerate(drafts):
        for j in dict.fromkeys(j for stem in rarest[i] for j in seen.get(stem, ())[-_CANDIDATES:]):
            if leader[j] != j:
                continue
            verdict = _compare(draft, stems[i], drafts[j], stems[j])
            if verdict == "same" and leader[i] == i:
                leader[i] = j
            elif verdict == "conflict":
                conflicts.append((j, i))
        for stem in rarest[i]:
            seen.setdefault(stem, []).append(i)
    return leader, conflicts


def _stems(draft: Draft, cues: Cues) -> frozenset[str]:
    a = draft.passage.analysis
    keys = cues.language.hooks.noun_keys
    found = set()
    for i in draft.tokens:
        if (
            a.pos[i] in _CONTENT
            and a.tokens[i].is_word
            and not draft.passage.classes[i] & {"copula", "support", "negator"}
        ):
            lemma = (
                lexicon.english_predicate(cues.language.code, a.tokens[i].fold, True) if a.pos[i] == "VERB" else None
            )
            found.add("=" + lemma if lemma else min(keys(a.tokens[i].fold), key=len)[:5])
    return frozenset(found)


def _compare(a: Draft, a_stems: frozenset[str], b: Draft, b_stems: frozenset[str]) -> str | None:
    if a.passage is b.passage and (a.start < b.end and b.start < a.end):
        return None
    shared = len(a_stems & b_stems) / max(1, len(a_stems | b_stems))
    if len(a_stems) < 2 or shared < _SAME_VALUE:
        return None
    numbers_agree, times_agree = _agree(_numbers(a), _numbers(b)), _agree(_times(a), _times(b))
    if set(a.places) != set(b.places) and a.places and b.places:
        return None
    if a.subject and b.subject and not _words(a.subject) & _words(b.subject):
        return None
    if _names(a) and _names(b) and not _names(a) & _names(b):
        return None
    same_polarity = (a.polarity, a.modality) == (b.polarity, b.modality)
    if numbers_agree and times_agree and same_polarity and (shared >= _SAME or _numbers(a)):
        return "same"
    if shared < _SAME:
        return None
    differ = (not numbers_agree and _measures(a) & _measures(b)) or (
        a.polarity != b.polarity and "denied" not in (a.modality, b.modality)
    )
    differ = differ or (
        numbers_agree and bool(_times(a)) and bool(_times(b)) and not times_agree and shared >= _SAME_BUT_DATE
    )
    return "conflict" if differ else None


def _words(name: str) -> frozenset[str]:
    """The words of a subject as they are compared: without their endings, articles and other short words aside."""
    words = name.split()
    kept = [word for word in words if len(word) > 3 or not word.islower() or word == words[-1]]
    return frozenset(fold(word).removesuffix("s") for word in kept)


def _agree(a: frozenset[object], b: frozenset[object]) -> bool:
    return a == b


def _numbers(draft: Draft) -> frozenset[object]:
    values = (m.value for m in draft.mentions)
    return frozenset((q.value, q.low, q.high, q.unit) for q in values if isinstance(q, Quantity))


def _names(draft: Draft) -> frozenset[str]:
    return frozenset(m.value.name for m in draft.mentions if isinstance(m.value, Name))


def _measures(draft: Draft) -> frozenset[object]:
    return frozenset(m.value.unit for m in draft.mentions if isinstance(m.value, Quantity))


def _times(draft: Draft) -> frozenset[object]:
    found: set[object] = set()
    for mention in draft.mentions:
        value = mention.value
        if isinstance(value, Date):
            found.add((value.start, value.end))
        elif isinstance(value, Duration):
            found.add(value.duration)
        elif isinstance(value, Frequency):
            found.add(value.period)
    return frozenset(found)
