"""Pasts that were taken for participles or nouns: "The drug | cut deaths by a third", "Exports | shrank 2 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages.en.hanging import Tree, hung
from claimtrack.languages.en.tag_signs import ALSO_NOUNS, irregular_pasts
from claimtrack.languages.en.verb_forms import JOINING, NAMING, OBJECT, PHRASE, STOPS, form_of, is_clause_verb


def with_lone_pasts(norms: Sequence[str], tree: Tree) -> Tree:
    """The tree, with each past heading its clause that was taken for a participle: "The drug | cut deaths by a third".

    Only subjects that open a clause are looked at, and verbs with an object whose clause has no other.
    """
    begins = 0
    if "," in norms:
        tree = _with_verb_behind_aside(norms, tree)
    for i in range(1, len(norms) - 1):
        if norms[i - 1] == "," and norms[i] in JOINING:
            begins = i + 1
        if tree[0][i] in ("VERB:VBN", "NOUN") and _is_lone_past(norms, tree[0], begins, i):
            tree = hung(norms, tree, (i,), _clause_end(norms, i)) or tree
    return tree


def _with_verb_behind_aside(norms: Sequence[str], tree: Tree) -> Tree:
    """The tree, with a main verb behind its subject's aside that was taken for a participle or a noun.

    "The minister, who had not paid tax, | resigned", "Its founder, who is 71, | owns 40 percent".
    """
    opening = norms.index(",")
    closing = next((k for k in range(opening + 2, len(norms) - 2) if norms[k] == "," or norms[k] in STOPS), None)
    if closing is None or norms[closing] != "," or not _is_subject(norms, tree[0], opening):
        return tree
    verb = closing + 2 if tree[0][closing + 1] == "ADV" and closing + 3 < len(norms) else closing + 1
    tags = tree[0]
    end = next((k for k in range(verb + 1, len(norms)) if norms[k] in STOPS), len(norms))
    if tags[verb] not in ("VERB:VBN", "NOUN", "NOUN:S") or not form_of(norms, tags, verb) or norms[verb + 1] == "by":
        return tree
    if any(is_clause_verb(tags, k) for k in range(verb, end)):
        return tree
    return hung(norms, tree, (verb,), _clause_end(norms, verb)) or tree


def _is_subject(norms: Sequence[str], tags: Sequence[str], comma: int) -> bool:
    """Whether a comma ends a noun phrase that opens the sentence, and a relative clause begins behind it."""
    named = tags[comma - 1].startswith(NAMING) and all(tag.startswith((*PHRASE, "PRON")) for tag in tags[:comma])
    return named and tags[0] != "ADP" and norms[comma + 1] in _RELATING


_RELATING = frozenset({"who", "which", "whose", "whom", "where"})


def _is_lone_past(norms: Sequence[str], tags: Sequence[str], begins: int, i: int) -> bool:
    past = norms[i] in irregular_pasts() if tags[i] == "NOUN" else norms[i] not in _NAMED and form_of(norms, tags, i)
    if not past or begins == i or tags[begins] == "ADP" or not tags[i - 1].startswith(("NOUN", "PROPN")):
        return False
    sure = tags[i] == "NOUN" and norms[i] not in ALSO_NOUNS
    if not sure and tags[i + 1] not in (*OBJECT, "NOUN:S"):
        return False
    acting = all(
        tag.startswith(PHRASE) or norm == "'s" for norm, tag in zip(norms[begins:i], tags[begins:i], strict=True)
    )
    return acting and not any(is_clause_verb(tags, k) for k in range(begins, _clause_end(norms, i)))


_NAMED = frozenset({"called", "named", "titled", "entitled", "dubbed", "nicknamed", "considered", "deemed", "based"})
"""Participles with a noun behind them that is no object."""


def _clause_end(norms: Sequence[str], verb: int) -> int:
    return next((k for k in range(verb + 1, len(norms)) if norms[k] == "," or norms[k] in STOPS), len(norms))
