"""How far a reporting frame reaches: the words that it reports, behind its cue, before it or on both sides."""

from __future__ import annotations

import claimtrack.claims.voices.related as related
from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import LONGEST, NAMING, asks_no_name, is_comma, is_finite, past_time, quoted_name
from claimtrack.claims.voices.other_voices import turns_away
from claimtrack.claims.voices.speakers import Speaker
from claimtrack.claims.voices.told_aside import aside_with_quotation
from claimtrack.claims.voices.when import is_measured
from claimtrack.languages import Hooks, lexicon, load

_REACH = 30
"""How far behind its cue a report may begin, in tokens."""
_NEAR = 5
_QUOTES = '"”“»«'

Stretch = tuple[int, int]


def closes(p: Passage, t: int) -> bool:
    """Whether a quotation ends at token `t`: the closing mark, or a comma beside it."""
    a = p.analysis
    for k in (t, t - 1):
        if k > 0 and a.tokens[k].text in _QUOTES and p.quoted[k - 1]:
            return True
        if k >= 0 and (a.tokens[k].kind != "mark" or p.quoted[k]):
            return False
    return False


def introduced(p: Passage, i: int) -> bool:
    """Whether what a participle or noun of saying reports follows it closely, behind a complementizer or a mark."""
    a = p.analysis
    for t in range(i + 1, min(i + _NEAR, len(p.quoted))):
        if _introduces(p, t, i):
            return True
        if (a.tokens[t].kind == "mark" and not p.quoted[t] and a.tokens[t].text not in _QUOTES) or a.pos[t] in VERBAL:
            return False
    return False


def _introduces(p: Passage, t: int, cue: int) -> bool:
    """Whether a report begins at `t`: a complementizer of the cue (not "which means that"), a colon, a quotation."""
    a, arranged = p.analysis, p.phrases.get("arranged", ())
    if a.tokens[t].text == ":":
        return not p.quoted[t] or p.quoted[cue]
    if p.quoted[t] and not p.quoted[cue]:
        return not p.quoted[t - 1]
    if "complementizer" not in p.classes[t] or p.quoted[t] != p.quoted[cue] or _relates(p, t, cue):
        return False
    if any(first < t < last for first, last in p.phrases.get("contrast", ())):
        return False  # "مع أنها"
    if any(first + 1 == t and is_comma(a, first - 1) and a.tags[t + 1 : t + 2] == ["VERB:i"] for first, _ in arranged):
        return False  # "…، على أن ينخفض"
    if t > cue + 1 and a.has_conjunction(t):
        return False  # "نشر الجيش جنودا وأن الحكومة …": it goes on with a report that began before the cue
    if t + 2 < len(a.tokens) and is_comma(a, t + 1) and a.pos[t + 2] == "CCONJ":
        return False  # "He said that, and the figures say the opposite"
    if "apodosis" in p.classes[t] or a.pos[t - 1] == "CCONJ" or (a.pos[t] == "DET" and a.pos[t - 1] == "ADP"):
        return False  # "إذا أقرت الموازنة فإن …", "work would continue and that", "on that count"
    if t - 1 > cue and p.classes[t - 1] & {"time", "contrast", "topic", "negating_noun"}:
        return False
    concluding = any(last == t and first > cue for first, last in p.phrases.get("meaning", ()))
    return not concluding and all(first != t for first, _ in p.phrases.get("denied", ()))


def _relates(p: Passage, t: int, cue: int) -> bool:
    """Whether a complementizer is a pronoun that relates a clause to the noun before it ("said the firm that …")."""
    a = p.analysis
    if t == cue + 1 and a.pos[t + 1 : t + 2] == ["NOUN"]:
        return t + 2 >= len(a.tokens) or a.tokens[t + 2].text == "."  # "rejected that version."
    if a.pos[t] != "PRON" or t < cue + 3 or a.pos[t - 1] not in ("NOUN", "PROPN"):
        return False
    if a.pos[t - 2] == "DET" and is_comma(a, t - 3):
        return True  # "…, a defeat that weakens him"
    return a.pos[cue + 1] != "ADP" and "bare" in p.classes[cue] and "tell" not in p.classes[cue]


def behind(p: Passage, cue: int, who: Speaker | None, hooks: Hooks) -> Stretch | None:
    """The words reported behind a cue: from its complementizer, colon or quotation on, or right behind the verb."""
    a = p.analysis
    end = len(a.tokens)
    if cue + 2 < end and "infinitive" in p.classes[cue + 1] and a.pos[cue + 2] == "VERB":
        return None  # "agreed to reopen a line that …"
    relative = False
    quoted_before = who is not None and min(who.left, cue) > 1 and closes(p, min(who.left, cue) - 1)
    t = cue + 1
    far = cue + (_PARTED if _is_parted(p, cue, who, hooks) else _REACH)
    while t < min(far, end):
        relative = relative or "relative" in p.classes[t] or _describes(p, t, hooks)
        relative = relative and a.tokens[t].kind != "mark"
        named = t > cue + 1 or (who is not None and who.left == t)  # "ردت «الواحة» بأن"
        name = quoted_name(p, t) if named and a.tokens[t].kind == "mark" and hooks.VERB_FIRST else 0
        after = t + name
        parted = (
            name and after < end and (a.tokens[after].norm in (",", "\u060c") or "complementizer" in p.classes[after])
        )
        if name and (a.tokens[t - 1].kind != "mark" or parted) and "complementizer" not in p.classes[t - 1]:
            t += name
            continue
        described = quoted_before and "complementizer" in p.classes[t] and a.pos[t - 1] == "NOUN"
        if not described and _introduces(p, t, cue):  # not ""…," he said in a speech that his rivals …"
            if p.quoted[t] and "disputing" in p.classes[cue] and "as_said" in p.classes[t - 2]:
                t = next((k for k in range(t, end) if not p.quoted[k]), end)
                that = next((k for k in range(t, end) if "complementizer" in p.classes[k]), end - 1)
                if is_finite(a, min(that + 1, end - 1)):
                    break  # "dismissed as “lies” a video that had been shared", and not "a report that it had"
                continue
            if p.quoted[t] and "say_of" in p.classes[cue] and a.pos[t - 2] in ("DET", "ADP", "ADJ"):
                break
            if p.quoted[t] and _begins_before(p, cue, t, who):
                return cue + 1, _next_frame(p, cue + 1, cue)
            start = t + 1 if a.tokens[t].text == ":" else t
            direct = (p.quoted[t] and not p.quoted[cue]) or a.tokens[t].text == ":"
            return (start, _end_of_quote(p, start)) if direct else (start, _next_frame(p, start, cue))
        if _breaks(p, t, cue, relative, hooks):
            break
        t += 1
    if "bare" in p.classes[cue] and related.leads_on(p, cue, who):
        return cue + 1, related.end(p, cue)
    if "bare" in p.classes[cue] and _clause_follows(p, cue, who):
        heard = "tell" in p.classes[cue] or _hears(p, cue)
        start = _behind_addressee(p, cue) if heard else _behind_moment(p, cue + 1)
        return start, _next_frame(p, start, cue)
    return None


def _is_parted(p: Passage, cue: int, who: Speaker | None, hooks: Hooks) -> bool:
    """Whether commas part who speaks from a clause before them, so that no "that" far behind is of the cue.

    "The economy shrank, the bank said, less than the 10% | that analysts had forecast".
    """
    a = p.analysis
    if hooks.VERB_FIRST or who is None or who.left < 2 or who.left > cue or cue + 1 >= len(a.tokens):
        return False
    between = is_comma(a, who.left - 1) and is_comma(a, cue + 1)
    return between and any(is_finite(a, t) for t in range(who.left - 1))


_PARTED = 3
"""So near behind its cue a report goes on that commas part from it."""


def within_time(p: Passage, cue: int, who: Speaker | None, stretch: Stretch) -> Stretch | None:
    """What a cue reports in a clause that tells when the rest happened: "After X announced the ban, | prices rose"."""
    a, first = p.analysis, cue if who is None else min(who.left, cue)
    led = first - 1 if first and p.classes[first - 1] & {"time", "as_said"} else first - 2  # "بعد أن"
    if led < 0 or stretch[0] <= cue or not p.classes[led] & {"time", "as_said"} or "relative" in p.classes[first - 1]:
        return stretch
    if led and a.tokens[led - 1].kind != "mark":
        return stretch
    comma = next((t for t in range(stretch[0] - 1, stretch[1]) if is_comma(a, t) and not p.quoted[t]), None)
    if comma is None or not any(a.pos[t] in VERBAL for t in range(comma, stretch[1])):
        return stretch
    if "as_said" in p.classes[led] and comma < stretch[0]:
        return stretch  # "As X said, …"
    return (stretch[0], comma) if comma > stretch[0] else None


def _describes(p: Passage, t: int, hooks: Hooks) -> bool:
    """Whether a passive describes an indefinite noun before it, as a relative clause does: استطلاع أُجري."""
    a = p.analysis
    made = a.pos[t] == "NOUN" and "published" in p.classes[t] and a.pos[t - 1] == "NOUN"  # "استطلاع أجرته"
    if (
        not hooks.VERB_FIRST
        or not (a.pos[t] == "VERB" or made)
        or a.pos[t - 1] not in ("NOUN", "ADJ")
        or "say" in p.classes[t]
    ):
        return False
    return hooks.core(a.tokens[t - 1].text) is None and not a.has_conjunction(t)


def _behind_addressee(p: Passage, cue: int) -> int:
    """Where a report begins behind whom it is told: "told parliament | he would …", "told us | the road …".

    The phrase ends where a pronoun, an article or a name begins another one; else the cut is left to the claim.
    """
    a = p.analysis
    pronoun = a.pos[cue + 1] == "PRON" and a.heads[cue + 1] <= cue
    for t in range(cue + 2, min(cue + LONGEST, len(a.tokens))):
        if pronoun or (a.pos[t - 1] in ("NOUN", "PROPN") and a.pos[t] in ("PRON", "DET")):
            return t
        if a.pos[t] not in NAMING | {"ADP", "PART"} or p.quoted[t]:
            break
    return cue + 1


def _hears(p: Passage, cue: int) -> bool:
    """Whether a pronoun behind a verb of saying is who hears it, a subject behind it: "promised | him | he would"."""
    a = p.analysis
    pronoun = a.pos[cue + 1] == "PRON" and a.heads[cue + 1] == cue and cue + 3 < len(a.pos)
    return pronoun and a.pos[cue + 2] in ("PRON", "DET") and not is_finite(a, cue + 2)


def _behind_moment(p: Passage, t: int) -> int:
    """Where a report without a complementizer begins: behind the time of the saying ("said on Monday it had …")."""
    a = p.analysis
    dated = past_time(p, t + (a.pos[t] == "ADP"))
    if dated < len(a.tokens) and a.pos[dated] == "PRON" and dated > t + 1:
        return dated  # "said last week it had …"
    stop = min(t + _NEAR, len(a.tokens) - 1)
    end = next((k for k in range(t, stop) if "moment" in p.classes[k]), None)
    if end is None or any(a.pos[k] not in ("ADP", "ADJ", "ADV", "DET") for k in range(t, end)):
        return t
    return end + 1 if a.pos[end + 1] in ("PRON", "DET", "PROPN", "NOUN", "NUM") else t


def _begins_before(p: Passage, cue: int, quote: int, who: Speaker | None) -> bool:
    """Whether the clause that is reported begins before its quoted words: "she said the firm “examines” offers"."""
    a = p.analysis
    subject = range(cue + 1, quote - 1)
    if who is None or who.left > cue or "bare" not in p.classes[cue] or not subject or a.pos[quote] == "DET":
        return False
    nominal = all(a.pos[t] in ("DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM") for t in subject)
    return nominal and "tell" not in p.classes[cue] and a.pos[cue + 1] in ("DET", "PRON", "PROPN")


def _breaks(p: Passage, t: int, cue: int, relative: bool, hooks: Hooks) -> bool:
    """Whether the clause of the cue ends before token `t`: another cue, or a verb outside a relative clause."""
    a = p.analysis
    if "say_participle" in p.classes[t]:
        return not is_unconfirmed(p, t)
    if a.pos[t] not in VERBAL or p.quoted[t] != p.quoted[cue] or "negating_noun" in p.classes[t - 1]:
        return False
    if ("named_as" in p.classes[t] and is_comma(a, t - 1)) or asks_no_name(p, t):
        return False
    if "say" in p.classes[t] and not relative:
        return not in_name(p, t, cue)
    coordinated = a.has_conjunction(t) or a.pos[t - 1] == "CCONJ"
    coordinated = coordinated or ("whoever" in p.classes[t - 1] and is_comma(a, t - 2))  # "…, which means that"
    own = is_finite(a, t) and (":V" in a.tags[t] or a.tags[t].endswith(":MD"))  # "said it would pay “every cent”"
    return (coordinated or own) and not relative


def closes_clause(p: Passage, verb: int) -> bool:
    """Whether the verb stands behind a comma that ends a clause, and only a noun phrase follows it: "…, said X"."""
    a = p.analysis
    if verb < 3 or a.tokens[verb - 1].norm != "," or verb + 1 >= len(a.tokens) or a.tokens[verb + 1].kind == "mark":
        return False
    stop = next((t for t in range(verb + 1, len(a.tokens)) if a.tokens[t].kind == "mark"), len(a.tokens))
    if (
        "bare" not in p.classes[verb]
        or a.pos[verb + 1] not in ("PROPN", "NOUN", "DET", "ADJ")
        or "time" in p.mention_types[verb + 1]
    ):
        return False
    after = any(a.pos[t] in VERBAL or a.pos[t] == "SCONJ" for t in range(verb + 1, stop))
    comma = next((t for t in range(verb - 2, 0, -1) if is_comma(a, t)), 0)
    between = range(comma + 1, verb - 1)
    named = comma > 0 and all(a.pos[t] == "PROPN" for t in between)
    if named or ("tell" in p.classes[verb] and not any(is_finite(a, t) for t in between)):
        return False  # "…, the pilot, X, told | investigators", "…, and the judge, X, declared | a mistrial"
    described = comma > 0 and "relative" in p.classes[comma + 1]  # "The nurse, who …, said the minister …"
    return not after and any(is_finite(a, t) for t in range(comma if described else verb - 1))


def is_unconfirmed(p: Passage, t: int) -> bool:
    """Whether a word that may tell that somebody confirms something says that nobody did (تقارير غير مؤكدة).

    So does one that nobody should say (من الخطأ القول إن).
    """
    return any(first <= t < last for name in ("unconfirmed", "denied") for first, last in p.phrases.get(name, ()))


def is_said_by_nobody(p: Passage, t: int) -> bool:
    """Whether a noun of saying is what can, must or may fairly be done: "من الإنصاف القول إن", "يمكن القول إن".

    Whoever writes so says it in their own voice.
    """
    if not t or "say_noun" not in p.classes[t]:
        return False
    fairly = t > 1 and "judging" in p.classes[t - 2] and p.analysis.pos[t - 1] not in VERBAL
    return fairly or bool(p.classes[t - 1] & _FIT)


_FIT = frozenset({"ability", "obligation", "rule"})


def in_name(p: Passage, t: int, cue: int) -> bool:
    """Whether a word taken for a verb is part of the name behind the cue: only nouns part them, nothing joins them."""
    a = p.analysis
    nominal = ("NOUN", "PROPN", "ADJ", "X")
    bare = ":V" not in a.tags[t] and not a.has_conjunction(t)
    return bare and t > cue + 1 and all(a.pos[k] in nominal for k in range(cue + 1, t))


def _clause_follows(p: Passage, verb: int, who: Speaker | None) -> bool:
    """Whether a clause follows the verb without a complementizer: a noun phrase and a finite verb, no mark first."""
    a = p.analysis
    quoted_last = verb and closes(p, verb - 1) and not aside_with_quotation(p, verb)
    if verb + 1 >= len(a.tokens) or a.tokens[verb + 1].kind == "mark" or quoted_last:
        return False
    left = verb if who is None or who.left > verb else who.left
    if a.pos[verb + 1] == "CCONJ" and "complementizer" in p.classes[min(verb + 2, len(a.tokens) - 1)]:
        return False  # "said that few had complained and that the files were gone"
    if a.tokens[verb + 1].norm == load(lexicon.code_of(a.tokens[verb].text)).hooks.OF:
        return False  # "what she said of the minister was unfair"
    if a.pos[verb + 1] == "PRON" and verb + 2 < len(a.tokens) and is_comma(a, verb + 2):
        return False  # "the shift leader reported it, the line was cleaned"
    if left > 1 and closes(p, left - 1) and a.pos[verb + 1] == "ADP":
        return False  # "…", he said in a message sent to the radio
    behind_comma = left > 2 and (a.tokens[left - 1].norm == "," or closes(p, left - 1))
    told = behind_comma and any(is_finite(a, t) for t in range(left - 1))
    told = told or (left > 0 and a.pos[left - 1] == "SCONJ" and bool(p.classes[left - 1] & {"contrast", "time"}))
    commas, relates = 0, False
    for t in range(verb + 1, min(verb + _REACH, len(a.tokens))):
        if ("time" in p.classes[t] and a.pos[t] in ("SCONJ", "ADV")) or is_measured(p, t):
            return False
        if a.pos[t] == "CCONJ" and t + 1 < len(a.tokens) and _goes_on(p, t + 1):
            return False
        if a.tokens[t].kind == "mark" and a.tokens[t].norm not in "-'’$€£%\"“”(":
            commas += 1
            ends = t + 1 == len(a.tokens) or "relative" in p.classes[t + 1] or a.pos[t + 1] == "CCONJ"
            if told or commas > 2 or a.tokens[t].norm != "," or ends:
                return not told and commas == 1 and _goes_on_behind(p, t)
            if a.tags[verb].endswith(":VBG") or (behind_comma and not ends and is_finite(a, t + 1)):
                return False  # "residents, fearing a flood, asked …", "two men, police said on Monday, were …"
        if "complementizer" in p.classes[t] and _relates(p, t, verb):
            relates = True
        elif t > verb + 1 and is_finite(a, t) and not p.quoted[t]:
            if not relates:
                return True
            relates = False
    return False


def _goes_on(p: Passage, verb: int) -> bool:
    """Whether a verb behind a conjunction goes on with the one before: "had shown no remorse and | had lied"."""
    a = p.analysis
    if a.pos[verb] != "AUX" or verb + 1 >= len(a.pos):
        return a.pos[verb] == "VERB"
    return "say" not in p.classes[verb + 1]


def _goes_on_behind(p: Passage, comma: int) -> bool:
    """Whether a verb follows the relative clause between two commas: "they say the bridge, which is old, | fell"."""
    a = p.analysis
    closing = next((t for t in range(comma + 1, len(a.tokens) - 1) if is_comma(a, t)), None)
    return closing is not None and "relative" in p.classes[comma + 1] and is_finite(a, closing + 1)


def _next_frame(p: Passage, start: int, cue: int) -> int:
    """Where a report ends: with the quotation that its cue stands in, or where a coordinated cue takes over."""
    a = p.analysis
    end = len(a.tokens)
    for t in range(start + 2, end):
        if p.quoted[cue] and not p.quoted[t] and a.tokens[t].text in _QUOTES:
            return t
        if p.classes[t] & {"say_participle"} and introduced(p, t):
            return t
        if turns_away(p, t, cue) or _returns(p, t, start, cue):
            return t
        conjoined = a.has_conjunction(t) or a.pos[t - 1] == "CCONJ"
        further = "bare_behind" not in p.classes[t] or introduced(p, t)  # not "had examined it and found no trace"
        if conjoined and further and a.pos[t] == "VERB" and "say" in p.classes[t] and p.quoted[t] == p.quoted[cue]:
            return t
    return end


def _returns(p: Passage, t: int, start: int, cue: int) -> bool:
    """Whether what is joined at `t` goes on with the report around this one, by its "that": "قال إن … بأن …، وإن"."""
    a = p.analysis
    if not all("complementizer" in p.classes[k] for k in (t, start)) or not a.has_conjunction(t):
        return False
    outer = next((k for k in range(cue - 1, -1, -1) if "complementizer" in p.classes[k]), None)
    if outer is None:
        return False
    this, own, around = (a.tokens[k].norm[a.has_conjunction(k) :] for k in (t, start, outer))
    return this[:1] == around[:1] and this[:1] not in own  # "بأن … وأن" is one report


def _end_of_quote(p: Passage, start: int) -> int:
    """The end of the quotation that begins at `start`, or of the sentence where none does."""
    end = len(p.quoted)
    at = next((t for t in range(start, min(start + 3, end)) if p.quoted[t]), None)
    if at is None:
        return end
    while at < end and p.quoted[at]:
        at += 1
    rest = [t for t in range(at, end) if p.analysis.tokens[t].is_word]
    return end if any(p.quoted[t] for t in rest) or len(rest) <= 1 else at
