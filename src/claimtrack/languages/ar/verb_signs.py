"""Arabic words whose neighbours tell a verb from a noun or a name of the same letters, whatever the tagger thinks."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages.ar import tag_signs
from claimtrack.text.folding import fold


def settled_tags(norms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags of a sentence, made sure by the lexicon and the words beside."""
    settled = tag_signs.settled_tags(norms, tags)
    for i in range(len(norms) - 1):
        tag, behind = settled[i], norms[i + 1]
        if tag.endswith("NOUN") and (behind in _BOUND or behind.endswith("ا")):
            settled[i] = _with_object(norms, settled, i)
        elif behind in _SETTLEMENTS and tag.startswith("VERB"):
            settled[i] = "PROPN" if fold(norms[i]) in tag_signs.places() else tag
        elif norms[i] in _MAY_BORDER and tag.endswith("NOUN") and not _SIDES.isdisjoint(norms[i + 2 : i + 5]):
            settled[i] = tag.replace("NOUN", "VERB:i")
        elif norms[i] == "حال" and settled[i + 1] == "PROPN" and fold(behind) in tag_signs.perfects():
            settled[i + 1] = "VERB:p"  # "في حال فاز الحزب"
    return settled


def _with_object(norms: Sequence[str], tags: Sequence[str], i: int) -> str:
    """The tag of a noun that is a verb of the same letters: "وعقد معه اجتماعا", "عمل قاضيا".

    Nothing in the accusative stands right behind a noun, nor behind a preposition with its pronoun at the head of a
    clause.
    """
    tag, behind = tags[i], i + 1
    joined = tag.startswith("c|")
    if norms[behind] in _BOUND:
        behind += 1
        opens = joined or i == 0
        described = behind + 1 < len(norms) and tags[behind + 1] == "ADJ" and norms[behind + 1].endswith("ا")
        if not opens or behind >= len(norms) or not (described or _may_be_object(norms[behind], tags[behind])):
            return tag
    elif not _is_accusative(norms[behind], tags[behind]) or (i and tags[i - 1] in ("ADP", "c|ADP")):
        return tag
    return f"{'c|' if joined else ''}VERB:p" if fold(norms[i][joined:]) in tag_signs.perfects() else tag


def _is_accusative(norm: str, tag: str) -> bool:
    """Whether a word bears the ending of an indefinite accusative, and neither a pronoun nor that of a plural."""
    if len(norm) < _LEAST or not norm.endswith("ا") or norm.endswith(_OTHER_ENDINGS):
        return False
    return tag in ("NOUN", "ADJ") and fold(norm) not in tag_signs.places()


def _may_be_object(norm: str, tag: str) -> bool:
    return tag in ("PROPN", "NUM") or (tag == "NOUN" and (norm.endswith("ا") or norm.startswith("ال")))


_BOUND = frozenset(
    {
        *("معه", "معها", "معهم", "معهما", "فيه", "فيها", "فيهما", "به", "بها", "له", "لها", "لهم", "منه", "منها"),
        *("منهم", "إليه", "إليها", "عليه", "عليها", "عليهم", "عنه", "عنها", "خلاله", "خلالها", "أمامه", "أمامها"),
    }
)
"""Prepositions with their pronoun."""
_SETTLEMENTS = frozenset({"مدينة", "بلدة", "قرية", "محافظة", "ولاية", "ميناء", "عاصمة", "جزيرة", "بلدية", "ناحية"})
_MAY_BORDER = frozenset({"تحد", "وتحد", "يحد", "ويحد"})
_SIDES = frozenset({"الشمال", "الجنوب", "الشرق", "الغرب", "شمالا", "جنوبا", "شرقا", "غربا"})
_OTHER_ENDINGS = ("ايا", "ها", "هما", "كما", "نا")
_LEAST = 4
"""Letters of the shortest accusative that is looked at."""
