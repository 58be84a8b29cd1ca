"""Reporting verbs that the English tagger takes for other words, and nouns beside them that it takes for verbs.

"His aides | insist he is there", "only then did the army | admit that …", "according to | plant manager Rita Sousa".
"""

from __future__ import annotations

from collections.abc import Sequence

_ASKING = frozenset({"do", "does", "did"})
_SUBJECTS = frozenset({"i", "we", "he", "she", "it", "they", "there"})
_NO_VERB = ("NOUN", "NOUN:S", "ADV", "ADJ", "X", "ADP", "PROPN", "PRON", "AUX:VBD", "AUX:VBP")
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_THINKING = frozenset({"say", "believe", "think", "fear", "suspect"})
"""What people in the plural say or think within a relative clause."""
_ACTING = ("VERB:VBD", "VERB:VBN", "VERB:VBZ", "AUX:VBD", "AUX:VBZ", "AUX:VBP", "AUX:MD")
_PHRASE = ("DET", "NOUN", "NOUN:S", "PROPN", "ADJ", "PRON", "PART")
_LONGEST = 6
"""Tokens of the longest subject between "did" and its verb."""

_REPORT = 5
"""A sentence of so many tokens may hold a report before who tells it."""


def reporting_tag(norms: Sequence[str], tags: Sequence[str], i: int) -> str | None:
    """The tag of a word that the words around show to be a verb of saying, or a noun behind "according to"."""
    if i > 1 and norms[i - 2 : i] == ["according", "to"]:
        noun = tags[i] in ("VERB:VB", "VERB:VBP") and tags[i + 1 : i + 2] and tags[i + 1].startswith(("NOUN", "PROPN"))
        return "NOUN" if noun else None
    if norms[i] == "police" and norms[i + 1 : i + 2] and norms[i + 1] in _THINKING:
        return "NOUN" if norms[i - 1] in _RELATIVE else "NOUN:S"
    if (
        norms[i - 1] in _THINKING
        and tags[i - 1] == "VERB:VBP"
        and _is_many(norms, tags, i - 2)
        and _is_past(norms, tags, i)
    ):
        return "VERB:VBD"  # "who police believe | set the fire"
    if tags[i] == "VERB:VBZ" and norms[i - 1] in _OWNERS and tags[i + 1 : i + 2] == ["VERB:VBP"]:
        return "NOUN:S"  # "her aides | insist"
    if norms[i] in _ASKING and tags[i].startswith("VERB") and _asks(norms, tags, i):
        return "AUX" + tags[i][4:]
    if norms[i] == "said" and tags[i] in ("NOUN", "ADJ", "VERB:VBN") and _ends_part(norms, i):
        return "VERB:VBD" if _subject_before(norms, tags, i) else None  # "…, an official | said."
    if tags[i] not in _NO_VERB:
        return None
    if norms[i] in _THINKING and _is_many(norms, tags, i - 1) and tags[i + 1 : i + 2] and tags[i + 1] in _ACTING:
        return "VERB:VBP"
    if norms[i + 1 : i + 2] == ["that"] and _is_saying(norms[i]) and _is_asked(norms, tags, i):
        return "VERB:VB"
    if _ends_behind_report(norms, tags, i):
        return "VERB:VBP"  # "…, the authors | write."
    if (
        tags[i + 1 : i + 2] == ["VERB:VBG"]
        and _is_denying(norms[i])
        and (tags[i - 1] == "CCONJ" or _subject_before(norms, tags, i))
    ):
        return "VERB:VBZ"  # "Mr Bauer | denies taking"
    if not _clause_follows(norms, tags, i) or not _subject_before(norms, tags, i):
        return None
    if _is_saying(norms[i]) and (tags[i - 1] == "NOUN:S" or norms[i - 1] in ("police", "they", "we")):
        return "VERB:VBP"
    third = norms[i].endswith("s") and _is_saying(_base(norms[i])) and tags[i - 1] in ("NOUN", "PROPN")
    return "VERB:VBZ" if third else None


def _is_many(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a word names people in the plural who may say something."""
    return i >= 0 and (tags[i] == "NOUN:S" or norms[i] == "police")


def _is_saying(norm: str) -> bool:
    from claimtrack.languages import load

    return norm in load("en").folded("cues", "verbs", "say")


def _base(norm: str) -> str:
    """The verb that a third person in -s is of: insists, denies, stresses."""
    from claimtrack.languages import load

    known = load("en").folded("cues", "verbs", "say")
    return next((form for form in (norm[:-1], norm[:-2], norm[:-3] + "y") if form in known), norm)


def _is_denying(norm: str) -> bool:
    """Whether a word may be a third person that denies or admits an act, which "-ing" names behind it."""
    from claimtrack.languages import load

    verbs = load("en").data("cues")["verbs"]
    return norm.endswith("s") and _base(norm) in {*verbs["denying"], *verbs["admitting"]}


def _ends_behind_report(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb of saying and people in the plural end a sentence behind a comma: "…, | the authors write"."""
    if tags[i] != "NOUN" or i < _REPORT or tags[i - 1] != "NOUN:S" or not _is_saying(norms[i]):
        return False
    ends = i + 1 == len(norms) or norms[i + 1] in (".", '"')
    begins = next((k + 1 for k in range(i - 1, -1, -1) if tags[k] == "PUNCT"), 0)
    subject = begins > 1 and norms[begins - 1] in (",", '"') and norms[begins] not in ("and", "or")
    return ends and subject and all(tag in _PHRASE for tag in tags[begins:i])


def _ends_part(norms: Sequence[str], i: int) -> bool:
    """Whether a mark, the end or a day stands behind a word, which so can describe nothing."""
    return i > 1 and (i + 1 == len(norms) or not norms[i + 1][:1].isalnum() or norms[i + 1] == "on")


def _is_asked(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether "did" with a subject stands before a word: "never did | the company | admit that"."""
    t = i - 1
    while t > max(0, i - _LONGEST) and tags[t] in _PHRASE:
        t -= 1
    return t < i - 1 and norms[t] in _ASKING


def _asks(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a subject, a verb of saying and "that" follow "did"."""
    said = (
        t for t in range(i + 2, min(len(tags) - 1, i + _LONGEST)) if norms[t + 1] == "that" and _is_saying(norms[t])
    )
    verb = next(said, None)
    return verb is not None and all(tag in _PHRASE for tag in tags[i + 1 : verb])


def _is_past(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a word taken for a participle or a noun may be a past with an object behind it."""
    from claimtrack.languages.en.tag_signs import irregular_pasts

    irregular = (
        tags[i] == "NOUN" and norms[i] in irregular_pasts() and tags[i + 1 : i + 2] in (["DET"], ["NUM"], ["PRON"])
    )
    return tags[i] == "VERB:VBN" or irregular


def _clause_follows(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a pronoun with its verb follows at once, which no noun has behind it but in a relative clause."""
    verb = tags[i + 2] if i + 2 < len(tags) else ""
    return bool(verb) and norms[i + 1] in _SUBJECTS and verb.startswith(("AUX", "VERB"))


def _subject_before(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether all that stands before a word in its part of the sentence is a subject: no verb and no preposition."""
    begins = next((k + 1 for k in range(i - 1, -1, -1) if tags[k] in ("PUNCT", "SCONJ", "CCONJ")), 0)
    return begins < i and all(tag in (*_PHRASE, "NUM", "ADV") for tag in tags[begins:i])
