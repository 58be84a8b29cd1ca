"""Pasts and participles that look alike: "The road, | closed for years, may reopen", "shut schools and | cut power"."""

from __future__ import annotations

from collections.abc import Sequence, Set

_FINITE = (":VBD", ":VBZ", ":VBP", ":MD")
_ADVERBS = ("ADV", "PART")


def settle_asides(norms: Sequence[str], tags: list[str]) -> None:
    """Tag a past behind the first comma as a participle where the main verb stands behind the second."""
    if norms.count(",") < 2 or "VERB:VBD" not in tags:
        return
    opening = norms.index(",")
    closing = norms.index(",", opening + 1)
    verb = opening + 1
    while verb < closing and tags[verb] == "ADV":
        verb += 1
    if tags[verb] != "VERB:VBD" or tags[opening - 1] not in ("NOUN", "NOUN:S", "PROPN") or tags[verb + 1] != "ADP":
        return
    if any(_is_finite(tag) for tag in (*tags[:opening], *tags[verb + 1 : closing])):
        return
    main = closing + 1
    while main < len(tags) and tags[main] in _ADVERBS:
        main += 1
    if main < len(tags) and _is_finite(tags[main]) and norms[closing + 1] not in ("and", "but"):
        tags[verb] = "VERB:VBN"


def settle_unchanged(norms: Sequence[str], tags: list[str], unchanged: Set[str]) -> None:
    """Tag as pasts the verbs written like their present that stand behind "and" and a past: "and | cut power".

    An object follows them, and no other verb behind whose subject they may be part of.
    """
    if unchanged.isdisjoint(norms) or "VERB:VBD" not in tags:
        return
    for i in range(3, len(norms) - 1):
        if norms[i] not in unchanged or norms[i - 1] not in ("and", ",", "but") or tags[i] not in _MISTAKEN:
            continue
        before = next((k for k in range(i - 2, -1, -1) if tags[k].startswith(("VERB", "AUX"))), None)
        past = before is not None and tags[before] == "VERB:VBD" and norms[before] not in _TELLING
        past = past and norms[(before or 1) - 1] not in _RELATIVE
        ends = next((k for k in range(i, len(norms)) if tags[k] in ("PUNCT", "CCONJ", "SCONJ")), len(norms))
        alone = not any(_is_finite(tag) and not tag.endswith(":VBP") for tag in tags[i + 1 : ends])
        bare = tags[i + 1] in ("NOUN", "NOUN:S", "ADJ") and not tags[i].endswith((":VB", ":VBP"))
        if past and alone and tags[i + 1] in _OBJECT and not (bare and tags[i + 2] != "ADP"):  # not "and | set menus"
            tags[i] = "VERB:VBD"


_MISTAKEN = ("ADJ", "NOUN", "VERB:VB", "VERB:VBP", "VERB:VBN")
_OBJECT = ("DET", "NOUN", "NOUN:S", "NUM", "PRON", "PROPN", "ADJ", "ADP")
_RELATIVE = frozenset({"that", "which", "who"})
_TELLING = frozenset({"said", "told", "added"})


def _is_finite(tag: str) -> bool:
    return tag.startswith(("VERB", "AUX")) and tag.endswith(_FINITE)
