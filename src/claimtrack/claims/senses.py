"""What words mean to the learned judgements: one name for all the forms of a word that the bilingual lexicon knows."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.languages import lexicon

_LEXICAL = frozenset({"NOUN", "ADJ"})


def sense(a: Analysis, i: int) -> str | None:
    """The English lemma of the word at `i`, None for words of grammar and words that the lexicon does not know."""
    if i not in a.senses:
        a.senses[i] = _looked_up(a, i)
    return a.senses[i]


def _looked_up(a: Analysis, i: int) -> str | None:
    pos, token = a.pos[i], a.tokens[i]
    if pos in VERBAL:
        return lexicon.english_predicate(lexicon.code_of(token.text), token.fold, True)
    if pos in _LEXICAL:
        code = lexicon.code_of(token.text)
        return lexicon.english_predicate(code, token.fold, False) or lexicon.english_noun(code, token.fold)
    return None


def foreign_sense(a: Analysis, i: int) -> str | None:
    """The same where the lemma is a translation: the word itself hides how alike its many forms are.

    An English word says nearly all that its lemma would.
    """
    return None if lexicon.is_own_gloss(lexicon.code_of(a.tokens[i].text)) else sense(a, i)
