"""What is reported before its frame: "…, X said", "…, said X", and on both sides of "…, she said, …"."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import NAMING, is_addressee, is_comma, is_finite
from claimtrack.claims.voices.other_voices import STOPS, another_speaks, withholds
from claimtrack.claims.voices.reach import Stretch, closes
from claimtrack.claims.voices.speakers import Speaker
from claimtrack.languages import Hooks, lexicon


def before(p: Passage, verb: int, left: int, who: Speaker | None, hooks: Hooks) -> Stretch | None:
    """The words reported before a cue: "…", X said; "…, said X"; and on both sides of "…, she said, …".

    `left` is where the speaker's words begin, or the verb where they follow it.
    """
    a = p.analysis
    while left > 0 and "as_said" in p.classes[left - 1]:
        left -= 1
        left -= left > 1 and "upon" in p.classes[left - 1]
    if left == 0 or p.quoted[left]:
        return None
    mark = a.tokens[left - 1]
    quote = closes(p, left - 1)
    as_said = left < len(a.tokens) and bool(p.classes[left] & {"as_said", "upon"})
    amid = _ends_frame(p, verb, who, hooks) and (as_said or not a.has_conjunction(verb))
    told_last = a.pos[left] == "PRON" and left < verb and verb + 2 >= len(a.tokens) and not hooks.VERB_FIRST
    told_last = told_last or _closes_clause_of_nouns(p, verb, left, hooks)
    comma = mark.norm in (",", "\u060c") and (amid or told_last or any(a.pos[t] in VERBAL for t in range(left - 1)))
    if as_said and who is None and hooks.VERB_FIRST and verb + 1 < len(a.tokens) and a.tokens[verb + 1].is_word:
        return None  # "كما وعد بصرف …"
    bare = bool(p.classes[verb] & {"bare", "bare_behind"})  # "…, a study found"
    told = who is not None and (
        _amid_topic(p, left, who) or _closes_sentence(p, verb, who) if hooks.VERB_FIRST else bare
    )
    if not quote and not (comma and (as_said or told)):
        return None
    inverted = who is not None and who.left > verb
    if not quote and not as_said and not inverted and not amid and _says_more(p, verb):
        return None
    start = _opening(p, left) if quote and not _ends_clause(p, left, hooks) else _clause_start(a, left)
    if not quote and left > 2 and "relative" in p.classes[left - 2]:
        start = left - 1  # "…, during which, it said, the town ran out of bread"
    resumes = _resumes(p, verb) or (amid and not quote and not any(a.pos[t] in VERBAL for t in range(left - 1)))
    return (start, len(a.tokens)) if resumes else (start, left)


def _closes_clause_of_nouns(p: Passage, verb: int, left: int, hooks: Hooks) -> bool:
    """Whether a verb of saying ends the sentence, and the words before its subject hold a verb taken for a noun.

    "Police shot dead six protesters, the rights group X said": "shot" may be either.
    """
    a = p.analysis
    last = left < verb and verb + 2 >= len(a.tokens) and not hooks.VERB_FIRST
    if not last or a.pos[0] == "ADP" or "time" in p.mention_types[0]:
        return False
    words = [a.tokens[t] for t in range(1, left - 1) if a.pos[t] in ("NOUN", "ADJ") and not a.tags[t].endswith(":S")]
    return any(lexicon.english_predicate(lexicon.code_of(w.text), w.fold, True) for w in words)


def _ends_frame(p: Passage, verb: int, who: Speaker | None, hooks: Hooks) -> bool:
    """Whether a comma closes a frame, behind whom it was told or when: ", police told reporters on Monday,"."""
    a = p.analysis
    t = verb + 1 if who is None or who.left < verb else who.right
    if "tell" in p.classes[verb] and t < len(a.tokens) and a.pos[t] == "PRON":
        t += 1
    while t < len(a.tokens) and (
        a.pos[t] == "ADP"
        or "moment" in p.classes[t]
        or "time" in p.mention_types[t]
        or ("tell" in p.classes[verb] and a.pos[t] in NAMING)
        or (hooks.VERB_FIRST and is_addressee(a, t, hooks))
    ):
        t = _past_phrase(a, t) if a.pos[t] == "ADP" and not hooks.VERB_FIRST else t + 1
    return t < len(a.tokens) and is_comma(a, t)


def _past_phrase(a: Analysis, t: int) -> int:
    """The token behind a preposition and the nominal words that it leads: "said | in its report | on Monday"."""
    end = t + 1
    while end < len(a.tokens) and (a.pos[end] in NAMING or a.pos[end] in ("PRON", "NUM", "PART")):
        end += 1
    return end


def _amid_topic(p: Passage, left: int, who: Speaker) -> bool:
    """Whether a verb and its speaker stand between a topic and what is said of it: "المتجر، يقول السكان، يبيع"."""
    a = p.analysis
    closed = who.left >= left and who.right < len(a.tokens) and is_comma(a, who.right)
    nominal = all(a.pos[t] in NAMING for t in range(left - 1))
    return closed and nominal and any(a.pos[t] in VERBAL for t in range(who.right, len(a.tokens)))


def _closes_sentence(p: Passage, verb: int, who: Speaker) -> bool:
    """Whether a verb without a conjunction and its speaker end the sentence: "…, says a study"."""
    a, end = p.analysis, len(p.analysis.tokens)
    ends = who.right >= end or (who.right == end - 1 and a.tokens[who.right].kind == "mark")
    return ends and who.left > verb and not a.has_conjunction(verb) and "say_of" not in p.classes[verb]


def both_sides(p: Passage, left: int, stretch: Stretch) -> Stretch:
    """The stretch of a quotation behind a frame, with the quotation before it ("…", X said, "…") if one ends there."""
    opens = stretch[0] < stretch[1] and p.quoted[stretch[0]]
    parted = opens and left > 1 and not p.quoted[left] and closes(p, left - 1)
    return (_opening(p, left), stretch[1]) if parted else stretch


def _clause_start(a: Analysis, left: int) -> int:
    """Where the words before a frame begin: behind the last semicolon or colon, else with the sentence."""
    return next((t + 1 for t in range(left - 1, 0, -1) if a.tokens[t].norm in STOPS), 0)


def _says_more(p: Passage, verb: int) -> bool:
    """Whether a verb behind a comma goes on with an object of its own: no mark or preposition or time follows it."""
    a = p.analysis
    t = verb + 1
    if t >= len(a.tokens) or a.tokens[t].kind == "mark" or a.pos[t] in ("ADP", "ADV") or "time" in p.mention_types[t]:
        return False
    while t < len(a.tokens) and a.tokens[t].kind != "mark" and a.pos[t] not in ("ADP", "CCONJ"):
        if a.pos[t] in VERBAL:
            return True
        t += 1
    return "tell" not in p.classes[verb] and t - verb > 1 and "time" not in p.mention_types[verb + 1]


def _opening(p: Passage, left: int) -> int:
    """Where the quotations before token `left` begin."""
    first = left
    for t in range(left - 1, -1, -1):
        if p.quoted[t]:
            first = t
    return max(0, first - 1)


def _ends_clause(p: Passage, left: int, hooks: Hooks) -> bool:
    """Whether the quotation before a frame is only the end of the clause that is told: "they offered “at most 90”,"."""
    a, first = p.analysis, _opening(p, left)
    within = 1 < first < left and a.tokens[first - 1].is_word and not any(p.quoted[:first])
    opened = within and a.tokens[first].kind == "mark" and "say" not in p.classes[first - 1]
    return opened and not hooks.VERB_FIRST and any(is_finite(a, t) for t in range(first))


def _resumes(p: Passage, verb: int) -> bool:
    """Whether the report goes on behind the frame: a comma and words that no participle begins."""
    a = p.analysis
    at = next((t for t in range(verb + 1, min(verb + 12, len(a.tokens))) if a.tokens[t].kind == "mark"), None)
    if at is None or a.tokens[at].norm not in (",", "\u060c") or at + 1 >= len(a.tokens):
        return False
    if any(a.pos[t] in VERBAL for t in range(verb + 1, at)):
        return False
    if p.quoted[at + 1] or any(p.quoted[at + 2 : at + 4]):
        return True
    aged = at + 2 < len(a.tokens) and a.tokens[at + 1].kind == "number" and a.tokens[at + 2].norm == ","
    opens = at + 3 if aged and at + 3 < len(a.tokens) else at + 1
    if "contrast" in p.classes[opens]:
        return _goes_on(p, opens)
    if "companion" in p.classes[opens] and a.pos[opens + 1 : opens + 2] in (["NUM"], ["DET"]):
        return True  # "12 had died, the ministry said, | with 30 still in hospital"
    if "time" in p.classes[opens] or a.tags[opens].endswith(":VBG"):
        return False
    return any(is_finite(a, t) for t in range(at + 1, len(a.tokens))) and not p.classes[at + 1] & {"relative"}


def _goes_on(p: Passage, t: int) -> bool:
    """Whether who spoke amid a sentence goes on behind "but": nobody else speaks there, and nothing is left unsaid."""
    a = p.analysis
    another = another_speaks(p, t) or withholds(p, t) or any(first > t for first, _ in p.phrases.get("according", ()))
    return a.pos[t] == "CCONJ" and not another and any(is_finite(a, k) for k in range(t, len(a.tokens)))
