"""Participles that end a clause and are told apart from it: "عزز الدفاعات، | مشيدا أسوارا في الشرق"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.splitting.spans import Span
from claimtrack.languages import lexicon, load, nominals, verbs


def without_tails(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans; one that ends with a participle behind a comma which is a claim beside it ends before the comma."""
    return [_before_tail(o, span, found) for span in found]


def _before_tail(o: Outline, span: Span, found: Sequence[Span]) -> Span:
    """The span, up to the comma before a participle that ends it and is in `found` by itself."""
    for tail in found:
        comma = tail.first - 1
        if tail.last != span.last or not span.first < comma or not is_comma(o.a, comma):
            continue
        if _is_participle(o, tail.first) and span.verb is not None and span.verb < comma:
            return replace(span, last=comma - 1)
    return span


def _is_participle(o: Outline, t: int) -> bool:
    """Whether a word that tells of an act, no value, has the ending of an indefinite object or a feminine."""
    word = o.a.tokens[t]
    code = lexicon.code_of(word.text)
    hooks = load(code).hooks
    if not hooks.VERB_FIRST or o.a.pos[t] not in ("ADJ", "NOUN") or o.joined[t] or o.passage.mention_types[t]:
        return False
    ending = hooks.core(word.text) is None and o.norms[t].endswith((hooks.OBJECT, hooks.FEMININE))
    acts = lexicon.english_predicate(code, word.fold, False) is not None and not verbs.is_masdar(code, word.fold)
    return ending and acts and not nominals.has_preposition(code, o.norms[t])
