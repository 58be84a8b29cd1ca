"""People and things of a town: "the Damascene perfumer" is of Syria, while al-Dimashqi alone is somebody's name.

In: the tokens of a text and a nationality found in them. Out: whether it says where somebody or something is from.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages import Language, nominals
from claimtrack.mentions.places.gazetteer import Entry, gazetteer
from claimtrack.text.folding import fold
from claimtrack.text.matching import Match
from claimtrack.text.tokens import Token


def is_origin(tokens: Sequence[Token], match: Match[Entry], language: Language) -> bool:
    """Whether a place is more than the family name that the adjective of a town mostly is; true of all other places."""
    if not (match.payload.nationality and match.payload.town):
        return True
    words = language.data("places")["origin"]
    if match.last < len(tokens) and tokens[match.last].fold in map(fold, words["behind"]):
        return True
    return match.first > 0 and _is_of_noun(tokens, match, language, words["never_behind"])


def _is_of_noun(tokens: Sequence[Token], match: Match[Entry], language: Language, never: Sequence[str]) -> bool:
    """Whether a noun stands before the adjective, with an article like it, and no part of a name or title."""
    code, book = language.code, gazetteer(language.code)
    before, word = tokens[match.first - 1], tokens[match.first]
    defined = nominals.has_article(code, before.norm)
    if before.kind != "word" or defined != nominals.has_article(code, word.norm):
        return False
    if book.has("arabic_given", before.fold) or before.fold in map(fold, never):
        return False
    if match.first > 1 and book.has("arabic_given", tokens[match.first - 2].fold):
        return False
    if defined and match.last < len(tokens) and book.has("arabic_given", tokens[match.last].fold):
        return True  # whoever it is has a name of his own
    known = nominals.nominal(code, before.norm)
    return bool(known.noun) and (known.is_thing or defined) and not book.has("titles", before.fold)
