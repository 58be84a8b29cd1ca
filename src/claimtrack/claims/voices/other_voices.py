"""Where a report ends because another voice goes on: who comments on it, contradicts it or says what it leaves out."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.languages import lexicon, load

STOPS = (";", "\u061b")
_OWN = 5
"""Within so many tokens behind a contrast the first person shows who speaks again."""
_UNSAID = 9
"""Within so many tokens behind its first word a clause says what is not told."""
_CLAUSE = 14
"""Within so many tokens behind a contrast the verb of who speaks there follows."""


def turns_away(p: Passage, t: int, cue: int) -> bool:
    """Whether another voice may begin at token `t`: behind a semicolon, and behind a denial with a contrast."""
    a = p.analysis
    if p.quoted[t] or p.quoted[cue]:
        return p.quoted[t] == p.quoted[cue] and (_sets_right(p, t, cue) or _speaks_again(p, t, cue))
    doubted = p.classes[cue] & {"denying", "distancing"} and p.classes[t] & {"contrast", "meanwhile"}
    if (doubted or "meanwhile" in p.classes[t]) and is_comma(a, t - 1):
        return bool(doubted) or not _goes_on_meanwhile(p, t, cue)
    untrue = "negating_predicate" in p.classes[t] and any("true" in some for some in p.classes[t + 1 : t + 2])
    judged = "verdict" in p.classes[t] or untrue  # وهذا غير صحيح
    judged = judged or ("comment_noun" in p.classes[t] and t + 1 < len(p.classes) and _says_of(a, t + 1))
    judged = judged and a.pos[t - 1] == "PRON" and a.has_conjunction(t - 1)
    ends = judged or a.tokens[t].norm in STOPS or comments(p, t) or _denies(p, t)
    ends = ends or _sets_right(p, t, cue)
    unsaid = bool(p.classes[t] & {"contrast", "negating_noun"}) and withholds(p, t)
    return ends or unsaid or another_speaks(p, t) or _speaks_again(p, t, cue)


def _goes_on_meanwhile(p: Passage, t: int, cue: int) -> bool:
    """Whether a report goes on behind "while", as the tense shows: "said it had found 98, while 37 had been lost".

    Not so "noted that the river had frozen, while the envoy burned her letters". Tags without tenses show nothing.
    """
    a = p.analysis
    if load(lexicon.code_of(a.tokens[t].text)).hooks.VERB_FIRST or another_speaks(p, t):
        return False
    own = next((k for k in range(t + 1, len(a.tokens)) if is_finite(a, k)), None)
    told = next((k for k in range(cue + 1, t) if is_finite(a, k)), None)
    return own is not None and told is not None and (a.pos[own] == "AUX" or a.tags[own] == a.tags[told])


def withholds(p: Passage, t: int) -> bool:
    """Whether a clause that tells what is not said begins at `t`: "but declined to name him", "دون أن يذكر".

    That nothing was said is what the narrator tells, never the one who is silent.
    """
    a = p.analysis
    if not p.classes[t] & {"contrast", "negating_noun", "relative"}:
        return False
    for k in range(t, min(t + _UNSAID, len(a.tokens))):
        if (k > t and a.tokens[k].kind == "mark") or p.classes[k] & {"first_person", "own_subject"}:
            return False
        silent = p.classes[k] & {"negator", "negating_noun", "undone"} and "contrast" not in p.classes[k]
        if silent and any("disclosing" in classes for classes in p.classes[k + 1 : k + 4]):
            return True
    return False


def another_speaks(p: Passage, t: int) -> bool:
    """Whether somebody else speaks behind a contrast and a comma: "…, although experts say …", "، لكن محاميته قالت"."""
    a = p.analysis
    before = "time" in p.classes[t] and "complementizer" in p.classes[min(t + 1, len(a.tokens) - 1)]  # "، قبل أن تنفي"
    if not (contrasts(p, t) or before) or not is_comma(a, t - 1) or t + 1 >= len(a.tokens):
        return False
    named = False
    over = 0
    for k in range(t + 1, min(t + _CLAUSE, len(a.tokens))):
        if k < over:
            continue
        if named and is_comma(a, k) and not over:
            over = _behind_apposition(p, k)
            if over:
                continue  # "but the judge, Tom Akers, said"
        if a.tokens[k].norm in (",", *STOPS) or "relative" in p.classes[k] or a.pos[k] == "PRON":
            return False
        if a.pos[k] in VERBAL and is_finite(a, k) and a.pos[k] != "AUX":
            return (
                (named or _subject_follows(a, k))
                and "say" in p.classes[k]
                and "passive_auxiliary" not in p.classes[k - 1]
            )
        named = named or a.pos[k] in ("NOUN", "PROPN")
    return False


def _subject_follows(a: Analysis, verb: int) -> bool:
    """Whether a noun stands right behind a verb in a language where the subject does: "في حين نفت الجمارك"."""
    first = load(lexicon.code_of(a.tokens[verb].text)).hooks.VERB_FIRST
    return first and verb + 1 < len(a.pos) and a.pos[verb + 1] in ("NOUN", "PROPN")


def contrasts(p: Passage, t: int) -> bool:
    """Whether a word or a phrase of contrast begins at token `t`."""
    return "contrast" in p.classes[t] or any(first == t for first, _ in p.phrases.get("contrast", ()))


def _behind_apposition(p: Passage, comma: int) -> int:
    """The token behind the comma that ends a name between commas; 0 where none stands there."""
    a, t = p.analysis, comma + 1
    while t < len(a.tokens) and a.pos[t] in ("PROPN", "NOUN", "ADJ", "NUM"):
        t += 1
    return t + 1 if comma + 1 < t < len(a.tokens) and is_comma(a, t) else 0


def _says_of(a: Analysis, t: int) -> bool:
    """Whether a clause about the noun before it begins with its verb: "وهو رقم لم تؤكده", "وهو وعد قطعته"."""
    return a.pos[t] in VERBAL or (a.pos[t] == "PART" and t + 1 < len(a.pos) and a.pos[t + 1] in VERBAL)


def _denies(p: Passage, t: int) -> bool:
    """Whether a joined clause that calls untrue what was reported begins here: "…, and that is false"."""
    a = p.analysis
    joined = a.has_conjunction(t) or a.pos[t - 1] == "CCONJ" or is_comma(a, t - 1)
    return joined and a.pos[t] in ("PRON", "DET") and any(first == t for first, _ in p.phrases.get("denied", ()))


def _sets_right(p: Passage, t: int, cue: int) -> bool:
    """Whether a joined clause tells how it is against the report: "they say it doubled, but the truth is that …".

    Where a further report stands between, it is that one which is set right, and who tells of it goes on.
    """
    a = p.analysis
    found = p.phrases.get("setting_right", ())
    leads = contrasts(p, t) or a.pos[t] == "CCONJ"
    joined = a.has_conjunction(t) or a.tokens[t - 1].norm in (*STOPS, "—", "–") or is_comma(a, t - 1)
    begins = any(first == t for first, _ in found) and joined
    begins = begins or (leads and any(first == t + 1 for first, _ in found))
    return begins and not any("say" in p.classes[k] and a.pos[k] == "VERB" for k in range(cue + 1, t))


def _speaks_again(p: Passage, t: int, cue: int) -> bool:
    """Whether who tells of another's words goes on with his own: "they say it is shut, and you know it, …"."""
    a = p.analysis
    if contrasts(p, t) and is_comma(a, t - 1) and t - 1 > cue:
        if any("hearing" in classes for classes in p.classes[max(0, cue - _OWN) : cue]):
            return True  # "he heard an officer say that it fell, but did not see it"
        return any(classes & {"first_person", "own_subject"} for classes in p.classes[t : t + _OWN])
    if a.pos[t] == "CCONJ" and "first_person" in p.classes[t] and is_comma(a, t - 1):
        return True  # "، لكننا"
    joined = a.has_conjunction(t) or a.pos[t - 1] == "CCONJ"
    comma = t - 1 if a.has_conjunction(t) else t - 2
    if not joined or a.pos[t] != "PRON" or comma <= cue or not is_comma(a, comma):
        return False
    hooks = load(lexicon.code_of(a.tokens[t].text)).hooks
    return hooks.person(a.tokens[t].norm, a.tags[t]) in ("1s", "1p", "2")


def comments(p: Passage, t: int) -> bool:
    """Whether a comma opens words that weigh what was reported: "…, a charge he denies", "…، وهو ما ينفيه X"."""
    a = p.analysis
    if not is_comma(a, t) or t + 3 >= len(a.tokens) or p.quoted[t]:
        return False
    first = t + 2 if a.pos[t + 1] == "DET" else t + 1
    return ("comment_noun" in p.classes[first] and a.pos[first] == "NOUN") or _weighed_by_another(p, t + 1)


def _weighed_by_another(p: Passage, t: int) -> bool:
    """Whether an apposition or a relative clause from token `t` on says what somebody else says of what was reported.

    "…, an account that officials in Kabul dismissed", "…, which the union denies".
    """
    a = p.analysis
    taken_up = bool(p.classes[t] & {"relative", "copular_pronoun"}) and a.pos[t] == "PRON"
    noun = t + (a.pos[t] == "DET")
    if not taken_up and a.pos[noun] == "NOUN" and noun + 1 < len(a.tokens):
        taken_up = "relative" in p.classes[noun + 1] or a.pos[noun + 1] == "PRON"
    named = "copular_pronoun" in p.classes[t]
    for k in range(noun + 1, min(t + _UNSAID, len(a.tokens))) if taken_up else ():
        if a.tokens[k].kind == "mark":
            return False
        if a.pos[k] in VERBAL and is_finite(a, k) and a.pos[k] != "AUX":
            return named and "say" in p.classes[k]
        named = named or a.pos[k] in ("NOUN", "PROPN")
    return False
