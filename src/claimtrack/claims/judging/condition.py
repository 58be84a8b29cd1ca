"""What a claim depends on: conditions inside it, around it, and those without a word of their own."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.judging.stretch import COMMAS, Stretch
from claimtrack.claims.phrases import end_of_inverted

_NEAR = 4
"""So many words behind an "if" its clause must have before a comma may end it."""
_CHUNK = 16
"""How many words before a claim the clause may begin whose condition it answers."""


_OPENING = frozenset({"if", "if_verb", "inverted", "apodosis"})
"""Words without which a sentence has no condition, unless a phrase opens one."""


def condition(s: Stretch) -> int | None:
    """The conditional word of a clause inside the claim, or of the one right before it that the claim answers."""
    if not s.may_say(_OPENING) and "condition" not in s.phrases:
        return None
    first, last = s.draft.tokens[0], s.draft.tokens[-1]
    for begin, end in s.phrases.get("condition", ()):
        counted = end < len(s.a.pos) and s.a.pos[end] == "NUM"  # "as long as nine years"
        described = begin > 0 and "copular_pronoun" in s.classes[begin - 1]
        described = described or _is_object(s, begin, end) or _is_precaution(s, begin, end)
        described = described or _is_for_silence(s, end)
        if first - 2 <= begin <= last and not counted and not described:
            return begin
    for i in range(max(0, first - 1), last + 1):  # "unless | it is taught": the condition itself is no fact
        if _is_condition(s, i) and _has_verb(s, i, last) and not _is_of_order(s, i):
            return i
    timed = "time" in s.classes[first] and any("apodosis" in s.classes[i] for i in s.draft.tokens)
    if timed or _is_inverted(s, first):
        return first
    if (supposed := _is_amount_of_result(s)) is not None:
        return supposed
    return None if _is_aside(s) else _follows(s, last + 1) or _answered(s)


def _is_amount_of_result(s: Stretch) -> int | None:
    """The condition over a measured noun in what follows from it: "إذا …، فسنخسر | تمويلا قدره 600 مليون"."""
    if not s.hooks.VERB_FIRST or not any("measured" in s.classes[i] for i in s.draft.tokens):
        return None
    before = s.before(_CHUNK)
    result = next((n for n, i in enumerate(before) if s.answers(i)), None)
    if result is None or any(s.is_finite(i) or s.a.tokens[i].norm in COMMAS for i in before[:result]):
        return None
    return next((i for i in before[result:] if _is_condition(s, i)), None)


def _is_object(s: Stretch, begin: int, end: int) -> bool:
    """Whether "what … not" is what a verb before it acts upon (قال ما لم يقله), rather than "unless".

    Behind a future it is a condition, unless a pronoun in its verb goes back to it.
    """
    if begin == 0 or not s.says(end - 1, "negator") or s.a.pos[begin - 1] not in VERBAL or end >= len(s.classes):
        return False
    before, verb = s.a.tokens[begin - 1], s.a.tokens[end]
    return verb.norm.endswith(s.hooks.OBJECTS) or not s.hooks.is_future(before.norm, s.a.tags[begin - 1])


def _is_precaution(s: Stretch, begin: int, end: int) -> bool:
    """Whether something is done lest the worst befall, and so in any event: "stored water | in case it was cut".

    Before a noun only the past tells that it was done: "police were sent | in case of trouble".
    """
    of = s.a.pos[end - 1] == "ADP" and not s.says(end - 1, "precaution")
    if not s.says(end - 1 - of, "precaution") or end >= len(s.a.pos):
        return False
    verbs = [i for i in range(s.draft.tokens[0], begin) if s.a.pos[i] in VERBAL]  # a past may be taken for a participle
    if not verbs or _is_parted(s, begin):
        return False
    return not of or s.a.tags[verbs[0]].endswith((":VBD", ":VBN"))


def _is_parted(s: Stretch, begin: int) -> bool:
    """Whether another clause than the one that the words open follows them: "He said that, | in case he lost, …"."""
    before = s.a.pos[begin - 1] in ("SCONJ", "CCONJ") or "complementizer" in s.classes[begin - 1]
    opened = s.a.tokens[begin - 1].norm in COMMAS and any(
        s.a.tokens[i].norm in COMMAS for i in range(begin, s.draft.tokens[-1])
    )
    return before or opened


def _is_for_silence(s: Stretch, end: int) -> bool:
    """Whether somebody spoke "on condition that he not be named": what he said holds without it."""
    return any(end <= begin <= end + _SOON for begin, _ in s.phrases.get("anonymous", ()))


_SOON = 2


def _follows(s: Stretch, i: int) -> int | None:
    """The condition right behind the claim, or behind a comma there: "the plant closes | unless the state pays"."""
    if i >= len(s.classes):
        return None
    if s.a.tokens[i].norm in COMMAS and _closes(s, i + 1):
        return i + 1
    return i if _is_phrase(s, i) or _is_condition(s, i) else None


def _is_aside(s: Stretch) -> bool:
    """Whether the claim is about a noun of a larger clause: a noun with its relative clause, or the clause alone.

    The condition of the sentence around it is none of its own.
    """
    first = s.draft.tokens[0]
    inner = first > 0 and s.a.pos[first - 1] == "ADP" and s.a.pos[first] not in VERBAL
    return s.described or inner or "relative" in s.classes[first]


def _is_phrase(s: Stretch, i: int) -> bool:
    return any(begin == i for begin, _ in s.phrases.get("condition", ()))


def _closes(s: Stretch, i: int) -> bool:
    """Whether a condition with a verb of its own begins here and ends the sentence: no consequence comes behind it."""
    if i >= len(s.classes) or s.a.has_conjunction(i) or not (_is_phrase(s, i) or _is_condition(s, i)):
        return False
    behind = range(i + 1, len(s.classes))
    return any(s.a.pos[k] in VERBAL for k in behind) and not any(s.a.tokens[k].norm in COMMAS for k in behind)


def _is_condition(s: Stretch, i: int) -> bool:
    """Whether a condition begins at the word: "if", and not "as if"."""
    if s.says(i, "if_verb"):
        return _is_condition_by_verb(s, i)
    if not s.says(i, "if") or i in s.within("whether") or i in s.within("unknown"):
        return False
    following = s.a.pos[i + 1] if i + 1 < len(s.classes) else "ADP"
    if following == "ADP":
        return False  # "if only for a day"
    return i == 0 or "as_if" not in s.classes[i - 1]


def _is_condition_by_verb(s: Stretch, i: int) -> bool:
    """Whether a word is "if" because a perfect or a negator follows, and is not the "that" of a report (إن)."""
    if i + 1 >= len(s.classes) or (i > 0 and s.says(i - 1, "as_soon")) or s.a.tokens[-1].norm == "?":
        return False
    if _is_answered(s, i):
        return True
    if _concedes(s, i):
        return False
    led = s.says(i + 1, "negator") or (s.a.pos[i + 1] in VERBAL and not s.a.tags[i + 1].endswith(":i"))
    before = range(max(0, i - 6), i)
    reported = any("say" in s.classes[k] for k in before) and all(s.a.tokens[k].kind != "mark" for k in before)
    return led and (not reported or any(s.answers(k) for k in s.draft.tokens))


def _concedes(s: Stretch, i: int) -> bool:
    """Whether "and if" behind a comma is "although": nothing follows from it (…، وإن لم يرد ذلك في أي مصدر)."""
    if i < 1 or not s.a.has_conjunction(i) or s.a.tokens[i - 1].norm not in COMMAS:
        return False
    return not any(_may_result(s, i, k) for k in range(i + 1, len(s.classes)))


def _may_result(s: Stretch, i: int, k: int) -> bool:
    """Whether a word behind an "and if" begins what follows from it: a future, or another conjunction than "and"."""
    token = s.a.tokens[k]
    other = s.a.has_conjunction(k) and token.norm[:1] != s.a.tokens[i].norm[:1]
    return other or s.says(k, "planned") or s.hooks.is_future(token.norm, s.a.tags[k])


def _is_answered(s: Stretch, i: int) -> bool:
    """Whether an "if" that opens its clause has its consequence later, so that its verb need not be known as one."""
    opens = i == 0 or s.a.tokens[i - 1].kind == "mark" or s.a.pos[i - 1] == "CCONJ" or s.a.has_conjunction(i)
    following = s.a.tokens[i + 1]
    if not opens or s.hooks.core(following.text) is not None or s.a.pos[i + 1] in ("PRON", "NUM"):
        return False
    for k in range(i + 2, len(s.classes)):
        if s.answers(k):
            return True
        if "complementizer" in s.classes[k] and k > i + 2:
            return False
    return False


def _has_verb(s: Stretch, i: int, last: int) -> bool:
    """Whether a verb follows before the next mark, so that "if at all" is no condition."""
    if s.hooks.VERB_FIRST:
        return i + 1 <= last
    for k in range(i + 1, min(i + _NEAR, last + 1)):
        if s.a.tokens[k].kind == "mark" and s.a.tokens[k].norm in COMMAS:
            return False
        if s.a.pos[k] in VERBAL:
            return True
    return i + _NEAR <= last or s.a.pos[i + 1] != "ADV"  # "if only slightly"


def _is_of_order(s: Stretch, i: int) -> bool:
    """Whether a condition without a verb ends what was ordered in the past: "were warned not to go | unless needed"."""
    first, last = s.draft.tokens[0], s.draft.tokens[-1]
    verb = next((k for k in range(first, i) if s.is_finite(k)), None)
    if s.hooks.VERB_FIRST or verb is None or not s.a.tags[verb].endswith(":VBD"):
        return False
    ordered = any(s.a.tags[k].endswith(":VB") for k in range(verb, i))
    return ordered and last - i <= _NEAR and not any(s.is_finite(k) for k in range(i, last + 1))


def _is_inverted(s: Stretch, i: int) -> bool:
    front = i == 0 or s.a.tokens[i - 1].kind == "mark" or "complementizer" in s.classes[i - 1]
    return front and (end_of_inverted(s.a, s.classes, i) is not None or s.inverts(i))


def _answered(s: Stretch) -> int | None:
    """The condition whose clause stands right before the claim, up to a comma: "If it rains, | the match is off"."""
    first = s.draft.tokens[0]
    if s.a.has_conjunction(first) and not s.answers(first):
        return _joined_answer(s)
    before = s.before(_CHUNK)
    parted = bool(before) and s.a.tokens[before[0]].norm in COMMAS
    answers = any(s.answers(k) for k in s.draft.tokens)
    led = s.a.pos[first] in VERBAL or s.draft.start > s.a.tokens[first].start or answers
    if not parted and not (s.hooks.NEGATES_NEXT and led):
        return None
    verbs = 0
    for i in before[parted:]:
        if s.a.tokens[i].kind == "mark" and s.a.tokens[i].norm in COMMAS:
            return None
        if (_is_condition(s, i) and _has_verb(s, i, first)) or _is_inverted(s, i) or _is_fronted(s, i):
            front = i == 0 or s.a.tokens[i - 1].kind == "mark" or s.a.pos[i - 1] in ("CCONJ", "SCONJ")
            return i if front and (parted or verbs <= 1) else None
        verbs += s.is_finite(i)
    return None


def _is_fronted(s: Stretch, i: int) -> bool:
    """Whether what may befall opens the sentence, with a verb of its own: "In case it is cut, | we shall close"."""
    return s.says(i + 1, "precaution") and _is_phrase(s, i) and any(s.is_finite(k) for k in s.before(_CHUNK) if k > i)


def _joined_answer(s: Stretch) -> int | None:
    """The condition of an answer that this one goes on with: "إن جف النهر، فسيغلق المصنع | وسيفقد العمال وظائفهم".

    What speakers say that they will do as well, behind a comma, is a promise of its own.
    """
    first, hooks = s.draft.tokens[0], s.hooks
    if not hooks.VERB_FIRST or not hooks.is_future(s.a.tokens[first].norm, s.a.tags[first]):
        return None
    before = s.before(_FURTHER)
    if s.a.tokens[first - 1].norm in COMMAS and "own_subject" in s.classes[first]:
        return None
    answer = next((i for i in before if s.answers(i)), None)
    if answer is None or any(s.a.has_conjunction(i) and s.is_finite(i) for i in range(answer + 1, first)):
        return None
    return next((i for i in before if i < answer and (_is_condition(s, i) or _is_phrase(s, i))), None)


_FURTHER = 32
"""How many words before a claim the condition may stand whose answer it goes on with."""
