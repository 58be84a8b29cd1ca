"""Pasts that were taken for participles or nouns: "The drug | cut deaths by a third", "Exports | shrank 2 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages.en.hanging import Tree, hung
from claimtrack.languages.en.tag_signs import ALSO_NOUNS, irregular_pasts
from claimtrack.languages.en.verb_forms import JOINING, OBJECT, PHRASE, STOPS, form_of, is_clause_verb


def with_lone_pasts(norms: Sequence[str], tree: Tree) -> Tree:
    """The tree, with each past heading its clause that was taken for a participle: "The drug | cut deaths by a third".

    Only subjects that open a clause are looked at, and verbs with an object whose clause has no other.
    """
    begins = 0
    for i in range(1, len(norms) - 1):
        if norms[i - 1] == "," and norms[i] in JOINING:
            begins = i + 1
        if tree[0][i] in ("VERB:VBN", "NOUN") and _is_lone_past(norms, tree[0], begins, i):
            tree = hung(norms, tree, (i,), _clause_end(norms, i)) or tree
    return tree


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
