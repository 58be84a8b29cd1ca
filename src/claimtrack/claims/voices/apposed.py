"""Names beside titles: in apposition between commas, behind the place of an office, with the surname that ends them."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import (
    LONGEST,
    NAME_IN_QUOTES,
    NAMING,
    NO_NAME,
    forward,
    is_addressee,
    is_certain,
    is_comma,
    joins,
    quoted_name,
)
from claimtrack.languages import Hooks, lexicon

_QUOTED_WORD = 3
"""Tokens of a single word between quotation marks."""


def is_title(p: Passage, first: int, name: list[int]) -> bool:
    """Whether a phrase begins with a known noun and the one behind it with a word that is none: "lawyer of X, Y"."""
    words = [p.analysis.tokens[t] for t in (first, *name[:1])]
    known = [lexicon.english_noun(lexicon.code_of(w.text), w.fold) is not None for w in words]
    return known == [True, False]


def with_surname(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """A name with the word behind it that bears the article, where the name must end there: "بدر الغريب، …"."""
    a, last = p.analysis, tokens[-1] + 1
    if not hooks.VERB_FIRST or len(tokens) < 2 or last + 1 >= len(a.tokens) or a.pos[last - 1] != "PROPN":
        return tokens
    ends = a.tokens[last + 1].kind == "mark" or "complementizer" in p.classes[last + 1]
    named = a.pos[last] in ("NOUN", "ADJ") and hooks.core(a.tokens[last].text) is not None
    known = "place" in p.mention_types[last] or "place" in p.mention_types[last - 1]
    return [*tokens, last] if ends and named and not known else tokens


def with_name(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """A title with its place and the name behind it, where what is said follows ("the head of X in Y, Z, that …")."""
    a, first = p.analysis, tokens[-1] + 1
    if not hooks.VERB_FIRST or first >= len(a.tokens) or a.pos[first] != "ADP" or a.pos[tokens[0]] == "PROPN":
        return tokens
    end = first
    while end < min(first + LONGEST, len(a.tokens)) and not is_addressee(a, end, hooks):
        name = quoted_name(p, end) if a.tokens[end].kind == "mark" else 0
        if p.classes[end] & NO_NAME or "time" in p.mention_types[end] or (a.pos[end] == "VERB" and end == first + 1):
            break
        if a.tokens[end].kind == "mark" and not name and not joins(a, end):
            break
        end += name or 1
    said = next((t for t in range(end, min(end + 4, len(a.tokens))) if not _is_of_addressee(a, t, hooks)), end)
    follows = said < len(a.tokens) and ("complementizer" in p.classes[said] or a.tokens[said].text == ":")
    follows = follows or (end + 1 < len(a.tokens) and is_comma(a, end) and "relative" in p.classes[end + 1])
    named = end - first > 3 and a.pos[end - 1] not in ("VERB", "ADP", "NUM") and _nameable(a, end, hooks)
    return [*tokens, *range(first, end)] if follows and named else tokens


def _is_of_addressee(a: Analysis, t: int, hooks: Hooks) -> bool:
    """Whether a word goes on with the one to whom something is said."""
    return a.tokens[t].is_word and (is_addressee(a, t, hooks) or a.pos[t] in ("NOUN", "PROPN", "ADJ"))


def _nameable(a: Analysis, end: int, hooks: Hooks) -> bool:
    """Whether the two words before `end` may be a name: no article, and a proper noun among them."""
    pos = [a.pos[t] for t in range(end - 2, end)]
    return "PROPN" in pos and "ADP" not in pos and hooks.core(a.tokens[end - 2].text) is None


def past_phrases(p: Passage, right: int) -> int:
    """Where the prepositional phrases behind a noun phrase end, if a comma follows them; else `right` itself."""
    a, t = p.analysis, right
    while t < min(right + 6, len(a.tokens)) and a.pos[t] in NAMING | {"ADP"} and not p.classes[t] & NO_NAME:
        t += 1
    phrases = t > right and not any("any" in p.classes[k] for k in range(right, t))  # "نفت الوزارة | أي إصابة"
    return t if phrases and t < len(a.tokens) and is_comma(a, t) and not p.quoted[t] else right


def apposed(p: Passage, i: int, hooks: Hooks) -> tuple[list[int], int]:
    """A name between commas behind a noun phrase ("the spokesman, X, …"), and where it ends."""
    a = p.analysis
    if i + 1 >= len(a.tokens) or not is_comma(a, i):
        return [], i
    inner = quoted_name(p, i + 1)
    told = inner > _QUOTED_WORD and any(a.pos[t] in VERBAL for t in range(i + 2, i + inner))  # "… الأم، «لكنهم رحلوا»"
    if inner and not told and i + 1 + inner < len(a.tokens) and a.tokens[i + 1 + inner].kind == "mark":
        return list(range(i + 2, i + inner)), i + 1 + inner
    named_as = led_by_name(p, i)
    tokens = _with_last_pronoun(p, forward(p, i + 1 + named_as, hooks, loose=True), hooks)
    if not tokens or tokens[-1] + 1 >= len(a.tokens) or a.tokens[tokens[-1] + 1].kind != "mark":
        return [], i
    closes = tokens[-1] + 2 >= len(a.tokens)  # "كما قال الوزير، الطريق مغلق." ends with a clause
    proper = any(a.pos[t] == "PROPN" for t in tokens) or (hooks.VERB_FIRST and len(tokens) > 1 and not closes)
    described = "role" in p.classes[tokens[0]] and not is_honorific(p, tokens, hooks)
    described = described and [a.pos[t] for t in tokens[-2:]] != ["PROPN", "PROPN"]
    if named_as:
        described = not is_personal(p, tokens, hooks)
    joined = hooks.VERB_FIRST and a.has_conjunction(tokens[0])  # "، ومقرها وهران،"
    named = a.pos[tokens[0]] != "DET" and proper and not described and not joined
    return (tokens, tokens[-1] + 1) if named and len(tokens) <= NAME_IN_QUOTES else ([], i)


def led_by_name(p: Passage, comma: int) -> bool:
    """Whether words that lead to a name stand behind a comma: "one of them, who is called X, …"."""
    a = p.analysis
    if comma + 1 >= len(p.classes) or not is_comma(a, comma):
        return False
    pronoun = "copular_pronoun" in p.classes[comma + 1] and a.has_conjunction(comma + 1)
    return pronoun or "named_as" in p.classes[comma + 1]


def _with_last_pronoun(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """A foreign name whose last part looks like a pronoun, where the name must end there: "بارك مين هو،"."""
    a = p.analysis
    if not hooks.VERB_FIRST or len(tokens) < 2 or any(a.pos[t] != "PROPN" for t in tokens):
        return tokens
    last = tokens[-1] + 1
    ends = last + 1 < len(a.tokens) and a.tokens[last + 1].kind == "mark" and a.pos[last] == "PRON"
    return [*tokens, last] if ends else tokens


def is_honorific(p: Passage, tokens: Sequence[int], hooks: Hooks) -> bool:
    """Whether a phrase is a name behind a word of respect: an article on the first word alone ("الأستاذ نبيل …")."""
    if not hooks.VERB_FIRST or len(tokens) < 2:
        return False
    words = [p.analysis.tokens[t].text for t in tokens[:2]]
    return hooks.core(words[0]) is not None and hooks.core(words[1]) is None


def is_personal(p: Passage, tokens: Sequence[int], hooks: Hooks) -> bool:
    """Whether a phrase is somebody's name, though the tagger did not know all its words: "الأستاذ أحمد ولد سيدي"."""
    a = p.analysis
    if all(a.pos[t] == "PROPN" or a.tokens[t].kind == "mark" for t in tokens):
        return True
    if not hooks.VERB_FIRST:
        return _is_capitalised(a, tokens)
    if len(tokens) < 2 or any(a.pos[t] == "ADP" and is_certain(a, t) for t in tokens):
        return False
    first = a.tokens[tokens[0]]
    known = lexicon.english_noun(lexicon.code_of(first.text), first.fold) is not None
    kin = any("kin" in p.classes[t] for t in tokens[1:])
    signed = kin or any(a.pos[t] == "PROPN" for t in tokens[1:])
    return signed and (kin or is_honorific(p, tokens, hooks) or not known) and not p.mention_types[tokens[0]]


def _is_capitalised(a: Analysis, tokens: Sequence[int]) -> bool:
    """Whether a proper noun ends a phrase of capitals alone, a part behind a hyphen aside: "Leeds-based Acorn Rail"."""
    if a.pos[tokens[-1]] != "PROPN" or len(tokens) < 2:
        return False
    return all(
        a.tokens[t].kind != "word" or a.tokens[t].text[:1].isupper() or a.tokens[t - 1].text == "-" for t in tokens
    )
