"""Forms of English verbs as a mended tree asks for them: which words may stand side by side, and their auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages.en.only_verbs import is_verb, verb_form
from claimtrack.languages.en.tag_signs import irregular_pasts, is_finite

JOINING = frozenset({"and", "but", "or"})
STOPS = frozenset({";", ":", ".", "?", "!", "“", "”", '"', "(", ")", "—", "–"})
PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP")
"""Classes of the words of a subject that holds no clause."""
NAMING = ("NOUN", "PROPN", "PRON", "NUM")


PAST, THIRD, BASE = "past", "third", "base"
FORMS = {"VERB:VBD": PAST, "VERB:VBZ": THIRD, "VERB:VBP": BASE, "VERB:VB": BASE}


def form_of(norms: Sequence[str], tags: Sequence[str], i: int) -> str:
    """The form that a verb shares with others of its series; "" for one that cannot be in a series.

    What was taken for a noun is one where an object follows at once: "and employs 40 people", ", shot two guards".
    """
    tag = tags[i]
    if tag == "VERB:VBN":
        return PAST if norms[i].endswith("ed") or verb_form(norms[i]) == "VERB:VBD" or is_helped(norms, tags, i) else ""
    if tag in _MISTAKEN and i + 1 < len(norms):
        counted = tags[i + 1] in OBJECT or norms[i + 1][0].isdigit()
        past = tags[i + 1] == "NOUN:S" and verb_form(norms[i]) == "VERB:VBD"  # ", cut benefits and"
        tag = verb_tag(norms[i]) if counted or past else tag
    return FORMS.get(tag, "")


def verb_tag(norm: str) -> str:
    """The tag of a word as a verb; that of a noun for one that is none."""
    if norm in irregular_pasts():
        return "VERB:VBD"
    return verb_form(norm) or ("VERB:VB" if is_verb(norm) else "NOUN")


_MISTAKEN = ("NOUN", "NOUN:S", "ADJ", "X")
OBJECT = ("DET", "NUM", "SYM", "PRON")


def is_helped(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether an auxiliary stands before a verb, or before the adverb or the negator there."""
    return any(is_auxiliary(norms, tags, k) for k in range(group_begin(norms, tags, i), i))


def group_begin(norms: Sequence[str], tags: Sequence[str], i: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    while i and (is_auxiliary(norms, tags, i - 1) or tags[i - 1] in ("ADV", "PART")):
        i -= 1
    return i


def is_auxiliary(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a word is one; so is "have" or "be" that was taken for a verb, where a participle stands behind it."""
    if tags[i].startswith("AUX"):
        return True
    behind = i + 2 if tags[i + 1 : i + 2] == ["ADV"] else i + 1
    return norms[i] in _HELPING and list(tags[behind : behind + 1]) == ["VERB:VBN"]


_HELPING = frozenset({"has", "have", "had", "is", "are", "was", "were", "been", "be"})


def is_clause_verb(tags: Sequence[str], i: int) -> bool:
    """Whether a verb or an auxiliary is finite, so that it heads a clause."""
    return tags[i].startswith(("VERB", "AUX")) and is_finite(tags[i])
