"""Presents in the plural that were taken for nouns: "Adult males | weigh 18 grams and | eat insects"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages import lexicon
from claimtrack.languages.en.only_verbs import is_verb

_MODIFYING = ("DET", "ADJ", "NUM", "NOUN")
_POSSESSIVE = frozenset({"its", "their", "our", "his", "her", "my", "your"})
_MISTAKEN = ("NOUN", "ADJ", "X", "VERB:VB", "PROPN")
_BEHIND = ("DET", "NUM", "ADP", "ADV", "ADJ", "NOUN", "NOUN:S", "PRON", "PART", "PROPN", "SCONJ")
_LONGEST = 5
"""Words of the longest subject that is read."""
_CLAUSES = frozenset(
    {"that", "which", "who", "whose", "where", "when", "because", "if", "while", "as", "before", "after"}
)


def settle_plurals(norms: Sequence[str], tags: list[str]) -> None:
    """Tag the verb behind a plural that opens a whole sentence, where nothing else is the verb of it."""
    if len(norms) < 4 or norms[-1] not in (".", "”", '"'):
        return
    for i in range(1, len(norms) - 1):
        if tags[i] == "VERB:VBZ" and tags[i + 1] == "VERB:VBD" and norms[i - 1] in ("and", "but"):
            tags[i] = "NOUN:S"  # "and | nurses left"
    head = _plural(norms, tags)
    if head is not None and _is_present(norms, tags, head + 1):
        if tags[head + 2] == "VERB:VBD":
            tags[head + 2] = "ADJ"  # "its leaves turn | red"
        if tags[0] == "PROPN" and tags[head] == "VERB:VBZ":
            tags[0] = "NOUN"  # "Adult | males", where the name would have a verb behind it
        tags[head], tags[head + 1] = "NOUN:S", "VERB:VBP"
    if "VERB:VBP" in tags:
        _settle_joined(norms, tags)


def settle_conditions(norms: Sequence[str], tags: list[str]) -> None:
    """Tag a form in -s as the verb of a clause that opens a sentence and has none: "If parliament | agrees, …".

    Only behind a subject without article, where the clause would read as a compound noun.
    """
    if len(norms) < 4 or norms[0] not in _OPENING or "," not in norms or tags[1] not in ("NOUN", "PROPN"):
        return
    ends = norms.index(",")
    if any(tags[k].startswith(("VERB", "AUX")) for k in range(1, ends)):
        return
    for i in range(2, ends):
        subject = tags[i - 1] in ("NOUN", "PROPN") and not norms[i - 1].endswith("s")
        if tags[i] == "NOUN:S" and subject and is_verb(norms[i]) and norms[i] not in _NOUNS:
            tags[i] = "VERB:VBZ"
            return


_OPENING = frozenset({"if", "unless", "when", "once", "until"})
_NOUNS = frozenset({"talks", "plans", "costs", "prices", "results", "reports", "claims", "charges", "votes", "attacks"})
"""Forms in -s that are plurals more often."""


def _plural(norms: Sequence[str], tags: Sequence[str]) -> int | None:
    """The plural at the end of a noun phrase that opens the sentence, though it was taken for a verb in -s."""
    for i in range(min(_LONGEST, len(norms) - 3)):
        tag, norm = tags[i], norms[i]
        if tag == "NOUN:S" or (tag == "NOUN" and norm.endswith(("ae", "men", "children"))):
            return i
        if tag == "VERB:VBZ" and i and norm.endswith("s"):
            owned = norms[i - 1] in _POSSESSIVE or tags[i - 1] in ("DET", "ADJ", "NUM")
            return i if owned or not is_verb(norm) else None
        if not (tag in _MODIFYING or norm in _POSSESSIVE or (tag == "PROPN" and not i)):
            return None
    return None


def _is_present(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a word is the plain form of a verb with what goes on behind it, and its clause has no other verb."""
    norm = norms[i]
    if tags[i] not in _MISTAKEN or not _is_plain(norm):
        return False
    if tags[i + 1] not in _BEHIND and not (tags[i + 1] == "VERB:VBD" and tags[i - 1] == "VERB:VBZ"):
        return False
    for k in range(i + 1, len(norms)):
        if tags[k] == "PUNCT" or norms[k] in _CLAUSES:
            return True
        finite = tags[k].startswith(("VERB", "AUX")) and not tags[k].endswith((":VBG", ":VBN", ":VB"))
        if finite and k > i + 1 and norms[k - 1] not in ("and", "but", "or"):
            return False
    return True


def _is_plain(norm: str) -> bool:
    """Whether a word is the plain form of a verb of the lexicon."""
    return is_verb(norm) and lexicon.english_predicate("en", norm, True) == norm


def _settle_joined(norms: Sequence[str], tags: list[str]) -> None:
    """Tag as presents the plain forms behind "and" that go on with one: "feed on leaves and | live for two years"."""
    first = tags.index("VERB:VBP")
    for i in range(first + 2, len(norms) - 1):
        if norms[i - 1] not in ("and", "but") or tags[i] not in _MISTAKEN:
            continue
        if not _is_plain(norms[i]) and norms[i : i + 2] != ["date", "from"]:
            continue
        plain = tags[i] == "VERB:VB" or tags[i + 1] == "NUM" or norms[i : i + 2] == ["date", "from"]
        if plain and not _is_shared(norms, tags, first, i):
            tags[i] = "VERB:VBP"


def _is_shared(norms: Sequence[str], tags: Sequence[str], first: int, i: int) -> bool:
    """Whether another verb, a "to" or a clause stands between, with which a plain form may go on."""
    between = range(first + 1, i - 1)
    verbal = any(tags[k].startswith(("VERB", "AUX")) and not tags[k].endswith((":VBN", ":VBP")) for k in between)
    return verbal or any(norms[k] in _CLAUSES or norms[k] in (";", ":", ",") for k in between)
