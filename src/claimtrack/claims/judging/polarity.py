"""Whether a claim denies its proposition: negators, verbs of not doing, and denials, each within its scope."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.judging.denial import disbelieved, doubted, is_opened
from claimtrack.claims.judging.joined_verbs import shared_sign
from claimtrack.claims.judging.shared import shared_negator
from claimtrack.claims.judging.stretch import COMMAS, Stretch
from claimtrack.claims.set_apart import alternative, is_set_against, unnamed
from claimtrack.claims.voices.side_by_side import accused
from claimtrack.model.claims import Polarity

NEGATIVE_PREDICATE = "negated by its own predicate"
"""The reason where the verb itself says that something was not done ("refused to"); it needs no further "not"."""
EXCEPTED = "only: an exception turns its negation round"
TWICE = "negated twice"
_NEAR = 7
"""So many words behind its verb a "no" or "nobody" still denies the claim."""
_ALONE = 4
"""So many words behind a "not" the word "alone" may stand."""
_PROOF = 6
"""So far before a claim a word of proof may stand, and before that its negator."""
_QUOTES = '"”“»«'
_SPARED = ("not_only", "filler")
"""Phrases whose negator denies nothing: "not only", "no doubt"."""


def polarity(s: Stretch, denied: str | None) -> tuple[Polarity, str | None]:
    """Whether the claim denies its proposition, and the rule that says so; `denied` is why somebody rejects it."""
    if denied is not None:
        return "negated", denied
    excepted = _is_excepted(s)
    negator = None if excepted else _negator(s)
    undone = _is_undone(s)
    if negator is not None:
        if (undone and negator < s.main) or _grants(s, negator):
            return "affirmed", TWICE
        return "negated", f"negated by {s.a.tokens[negator].text}"
    return ("negated", NEGATIVE_PREDICATE) if undone else ("affirmed", EXCEPTED if excepted else None)


def _grants(s: Stretch, negator: int) -> bool:
    """ "I do not deny that …": what speakers do not deny themselves, they grant."""
    after = s.main + 1
    if s.main < 0 or "rejecting" not in s.classes[s.main] or negator > s.main or after >= len(s.classes):
        return False
    if "complementizer" not in s.classes[after] and s.a.pos[after] not in ("NOUN", "DET"):
        return False  # "I do not lie to you"
    own = s.hooks.is_own_act(s.a.tokens[s.main].norm, s.a.tags[s.main])
    return own or any("first_person" in s.classes[i] and s.a.pos[i] == "PRON" for i in s.lead)


_NEGATING = frozenset({"negator", "near_negator", "unreal_not", "negating_noun", "improbable"})
"""What words may deny a claim in its own clause."""


def _negator(s: Stretch) -> int | None:
    """The first word that denies the claim."""
    if not s.may_say(_NEGATING) and "negating" not in s.phrases:
        return _denied_from_outside(s)
    spared = {i for name in _SPARED for i in s.within(name)} | {i for i in s.within("bound") if _is_measure(s, i)}
    spared |= _of_accused(s) | unnamed(s.draft.passage, s.draft.tokens)
    for i in s.own():
        if i in spared:
            continue
        if _is_negator(s, i) and not _is_harmless(s, i) and (i in s.lead or _reaches_back(s, i)):
            return i
        if _is_negating_noun(s, i) or _is_improbable(s, i):
            return i
    return _denied_from_outside(s)


def _denied_from_outside(s: Stretch) -> int | None:
    """The word that denies the claim before its own clause, or in the clause that only seems to be so."""
    seeming = _negator_behind_seeming(s)
    return _negator_before(s) if seeming is None else seeming


def _of_accused(s: Stretch) -> set[int]:
    """The words for whom somebody accuses of what follows: "منظمات لم يسمها | بتضخيم الأرقام" denies nothing."""
    p = s.draft.passage
    if "charging" not in p.held:
        return set()
    around = [r for r in p.reports or () if r.first <= s.draft.tokens[0] < r.last]
    return {i for report in around for i in accused(p, report, s.hooks)}


def _negator_behind_seeming(s: Stretch) -> int | None:
    """What denies the clause that something is said to seem or to be likely: "يبدو أن الوزير | لم يقرأه"."""
    phrase = next((each for each in s.phrases.get("possible", ()) if each[0] == s.main), None)
    if phrase is None or not s.hooks.VERB_FIRST or "complementizer" not in s.classes[phrase[1] - 1]:
        return None
    verb = next((i for i in s.draft.tokens if i >= phrase[1] and s.is_finite(i)), None)
    return verb - 1 if verb is not None and s.says(verb - 1, "negator") and not _is_harmless(s, verb - 1) else None


def _is_improbable(s: Stretch, i: int) -> bool:
    """Whether the claim says that something is not likely to be so: "is unlikely to", "it is unlikely that"."""
    if not s.says(i, "improbable") or i + 1 >= len(s.classes):
        return False
    led = s.says(i + 1, "infinitive") or "complementizer" in s.classes[i + 1]
    return led and s.a.pos[i - 1] in ("AUX", "ADV", "VERB")


def _negator_before(s: Stretch) -> int | None:
    """What denies the claim from outside its own clause: "no evidence that", "do not think that", "nor"."""
    for word in (s.unproven(), _unproven_before(s), disbelieved(s), doubted(s), _left_undone(s)):
        if word is not None:
            return word
    first = s.draft.tokens[0]
    if s.leads_in("never"):
        return next(begin for begin, end in s.phrases["never"] if begin < first)
    if s.leads_in("rather_than") or any(begin == first for begin, _ in s.phrases.get("rather_than", ())):
        return first
    nor = first > 0 and s.a.pos[first - 1] == "CCONJ" and s.says(first - 1, "negator")
    if nor:
        return first - 1
    sign = shared_sign(s)
    return sign.at if sign is not None and sign.name in ("negator", "undone") else shared_negator(s)


def _left_undone(s: Stretch) -> int | None:
    """The word before the claim that says that it was not done: "stopped short of declaring | the law void"."""
    start = s.draft.tokens[0]
    for first, last in s.phrases.get("undone", ()):
        if last <= start <= last + _NEAR and not any(
            s.is_finite(k) or s.a.tokens[k].kind == "mark" for k in range(last, start)
        ):
            return first
    return None


def _unproven_before(s: Stretch) -> int | None:
    """The word before the claim that says that nothing shows it: "there is no clear evidence that | …"."""
    before = s.before(_PROOF)
    at = next((i for i in before if "proof" in s.classes[i]), None)
    if at is None or not is_opened(s) or any(s.is_finite(i) for i in before if i > at):
        return None
    return next((i for i in range(max(0, at - _PROOF), at) if s.says(i, "negator")), None)


def _is_measure(s: Stretch, i: int) -> bool:
    """Whether "no more than" says how much of something there is, rather than being the claim's own predicate."""
    if not s.hooks.NEGATES_NEXT or (i > 0 and s.says(i - 1, "whoever")):
        return True  # ما لا يقل عن
    return i > s.draft.tokens[0] and s.a.pos[i - 1] in ("NOUN", "ADJ", "PRON") and not s.is_definite(i - 1)


def _is_negator(s: Stretch, i: int) -> bool:
    """Whether the word is a negator, or becomes one behind a condition (لو … لما)."""
    if (
        s.says(i, "negator")
        or s.says(i, "near_negator")
        or (
            "negating" in s.phrases
            and not s.says(i, "unreal_not")
            and any(first == i for first, _ in s.phrases["negating"])
        )
    ):
        return True
    return s.says(i, "unreal_not") and any(s.says(k, "if") for k in s.draft.tokens if k < i)


def _is_harmless(s: Stretch, i: int) -> bool:
    """ "has not ceased to" is "still", "not … only" is more than that, and "this, not that" denies only that.

    So do "no, …" as an answer and "with no", which is "without".
    """
    after = range(i + 1, min(i + 5, len(s.classes)))
    if _is_number_sign(s, i):
        return True
    answer = i == s.draft.tokens[0] and bool(after) and s.a.tokens[i + 1].norm in COMMAS
    if answer or (i > 0 and "companion" in s.classes[i - 1]):
        return True
    if len(after) > 1 and s.says(after[1], "than"):  # "no larger than"
        return True
    if any("still" in s.classes[k] for k in after[:1]) or any("only" in s.classes[k] for k in after):
        return True
    apart = s.main >= 0 and i > s.draft.tokens[0] and is_set_against(s.draft.passage, i)
    if apart or alternative(s.draft.passage, i, s.draft.tokens[-1]) is not None:
        return True
    if s.says(s.draft.tokens[-1], "only") or _is_barely(s, i) or _is_not_alone(s, i):
        return True
    return bool(after) and s.says(i, "contrary") and i > s.draft.tokens[0] and _contrasts(s, after[0])


def _is_number_sign(s: Stretch, i: int) -> bool:
    """Whether a "No." stands before its number: "Union No. 2", "No 10"."""
    behind = [k for k in range(i + 1, min(i + 3, len(s.classes))) if s.a.tokens[k].text != "."]
    return s.a.tokens[i].text == "No" and i > s.draft.tokens[0] and bool(behind) and s.a.pos[behind[0]] == "NUM"


def _is_barely(s: Stretch, i: int) -> bool:
    """Whether "nearly" turns the negator round: before it (يكاد لا يُذكر), or as "no sooner … than" (لم يكد … حتى)."""
    if s.main < 0 or "nearly" not in s.classes[s.main]:
        return False
    return i > s.main or any(s.says(k, "than_when") for k in s.draft.tokens if k > s.main)


def _is_not_alone(s: Stretch, i: int) -> bool:
    """ "it is not the miners alone who …": where nothing else is said of them, others do so too (ليس العمال وحدهم)."""
    linking = "copula" in s.classes[i] or (s.main >= 0 and "copula" in s.classes[s.main])
    return linking and any("alone" in s.classes[k] for k in s.draft.tokens if i < k <= i + _ALONE)


def _contrasts(s: Stretch, i: int) -> bool:
    """Whether the word behind a "not" is the other of two things rather than a predicate."""
    if s.a.pos[i] in VERBAL:
        return False
    if i == s.draft.tokens[-1] and i > 1 and s.a.pos[i] == s.a.pos[i - 2]:
        return True  # "moved, not stolen"
    known = s.hooks.is_definite(s.a.tokens[i].norm, s.a.tags[i])
    return known or s.a.pos[i] == "ADP" or i + 1 >= len(s.classes) or s.a.pos[i + 1] in ("ADJ", "NOUN")


def _is_excepted(s: Stretch) -> bool:
    """ "nothing but": the exception behind the negator turns it round."""
    opened = {first for first, _ in s.phrases.get("negating", ())}
    at = next((i for i in s.draft.tokens if s.says(i, "negator") or i in opened), None)
    unless = s.within("condition")
    return at is not None and any(s.says(i, "exception") for i in s.draft.tokens if i > at and i not in unless)


def _reaches_back(s: Stretch, i: int) -> bool:
    """Whether a negator behind the main verb denies the claim: "found no sign", "was still not paid"."""
    if s.hooks.NEGATES_NEXT:
        return i == s.main + 1 or (not s.says(i, "that_not") and s.resumes(i))
    between = range(s.main + 1, i)
    if s.a.pos[i - 1] == "CCONJ" or (i + 1 < len(s.classes) and "infinitive" in s.classes[i + 1]):
        return False
    if any(s.is_finite(k) for k in between[:-1]) or (i in s.within("negating") and s.is_finite(i)):
        return False  # "took on a debt | it has yet to repay"
    marks = [s.a.tokens[k].text for k in between if s.a.tokens[k].kind == "mark"]
    if marks and any("except" in classes for classes in s.classes[i + 1 : i + _NEAR]):
        return False  # ignored "not one warning but a dozen"
    return i - s.main <= _NEAR and all(mark in _QUOTES for mark in marks)  # there was "no danger"


def _is_negating_noun(s: Stretch, i: int) -> bool:
    """Whether "without" or its like denies the claim: it opens it, or is its predicate behind a definite subject."""
    if "negating_noun" not in s.classes[i] or not _is_form_of(s, i, "negating_noun"):
        return False
    first, after = s.draft.tokens[0], min(i + 1, len(s.classes) - 1)
    predicative = s.says(i, "negating_predicate")
    if predicative and s.is_definite(after):
        return False
    if "lacking" in s.classes[i] and _is_mere_want(s, i):
        return False
    if i == first or (i == first + 1 and (s.a.pos[first] == "ADP" or (s.main < 0 and s.is_definite(first)))):
        return True
    linking = s.main >= 0 and "copula" in s.classes[s.main] and i - s.main <= _NEAR
    return predicative and (linking or (s.main < 0 and s.is_definite(i - 1)))


def _is_mere_want(s: Stretch, i: int) -> bool:
    """Whether a clause behind "without" says what comes of the want: "Without it, the town would have burned"."""
    if s.hooks.VERB_FIRST or s.main <= i or not any(s.is_finite(k) for k in s.lead if k > i):
        return False
    return not any(s.a.tags[k].endswith(":VBG") for k in range(i + 1, s.main))


def _is_form_of(s: Stretch, i: int, name: str) -> bool:
    """Whether the word is in the list but for one attached letter."""
    norm = s.a.tokens[i].norm
    return name in s.cues.words.get(norm, ()) or name in s.cues.words.get(norm[1:], ())


def _is_undone(s: Stretch) -> bool:
    """A predicate that says that something was not done: "failed to …", "was unable to …"."""
    held, at = s.draft.passage.held, s.main
    if "unable" in held and any("unable" in s.classes[i] for i in s.own() if i <= max(at, 0) + 2):
        return True
    if any(first in (at, at - 1) for first, _ in s.phrases.get("undone", ())):
        return True
    if at < 0 or s.a.pos[at] not in VERBAL or "undone" not in s.classes[at]:
        return False
    following = [i for i in s.draft.tokens if at < i <= at + _NEAR]
    return any(_says_what(s, i, "unachieved" in s.classes[at]) for i in following)


def _says_what(s: Stretch, i: int, unachieved: bool) -> bool:
    """Whether the word leads to what was not done: "failed to sign", not "declined to 40"; عجز عن الدفع."""
    if i + 1 >= len(s.classes):
        return False
    if "infinitive" in s.classes[i]:
        return any(tag.endswith(":VB") for tag in s.a.tags[i + 1 : i + 3])
    led = unachieved and s.says(i, "undone_link") and s.a.pos[i + 1] not in ("PROPN", "NUM")
    return led or "complementizer" in s.classes[i]
