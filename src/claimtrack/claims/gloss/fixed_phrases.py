"""Fixed phrases of two words or more that are one thing in English, and the article that parts one from the next."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.claims.analysis import Analysis
from claimtrack.languages import load, nominals, verbs
from claimtrack.languages.inflection import is_bland_measure


def compound(a: Analysis, code: str, run: list[int]) -> str | None:
    """The fixed phrase in a run of words, where one stands there ("United Nations")."""
    table = verbs.compounds(code)
    words = [_bare_forms(code, a.tokens[i].fold) for i in run]
    for n, forms in enumerate(words):
        for rest, english in (pair for form in forms for pair in table.get(form, ())):
            behind = words[n + 1 : n + 1 + len(rest)]
            whole = len(behind) == len(rest) and all(word in each for word, each in zip(rest, behind, strict=True))
            if whole and not _is_broken(a, code, run[n : n + 2]):
                return " ".join(filter(None, (english, _owned(a, code, run[:n]))))
    return None


def _owned(a: Analysis, code: str, before: list[int]) -> str | None:
    """The noun that the owner named by a fixed phrase stands behind: the adviser of | the energy minister."""
    if not before or a.pos[before[-1]] != "NOUN" or is_closed(a, code, before[-1]):
        return None
    i = before[-1]
    noun = nominals.nominal(code, a.tokens[i].norm, tuple(t.fold for t in a.tokens[i + 1 : i + 3]))
    return None if noun.owned or is_bland_measure(noun.noun or "") else noun.noun


def is_fixed(a: Analysis, code: str, i: int) -> bool:
    """Whether a word ends a fixed phrase of two with the word before it."""
    table, own = verbs.compounds(code), _bare_forms(code, a.tokens[i].fold)
    return any(
        len(rest) == 1 and rest[0] in own
        for form in _bare_forms(code, a.tokens[i - 1].fold)
        for rest, _ in table.get(form, ())
    )


def is_closed(a: Analysis, code: str, i: int) -> bool:
    """Whether a word bears the article."""
    return nominals.has_article(code, a.tokens[i].norm)


def _is_broken(a: Analysis, code: str, pair: list[int]) -> bool:
    """Whether a definite noun stands before an indefinite one, which it does not govern: the president | a cabinet."""
    if len(pair) < _PAIR:
        return False
    return is_closed(a, code, pair[0]) and not is_closed(a, code, pair[1])


_PAIR = 2
"""Words of a phrase that a border may run through."""
_SHORT = 3
"""Letters of a word from which no ending of an object comes off."""


@lru_cache(maxsize=8192)
def _bare_forms(code: str, folded: str) -> tuple[str, ...]:
    ending = load(code).hooks.OBJECT
    forms = [rest for _, rest in load(code).hooks.variants(folded)]
    return (*forms, *(form.removesuffix(ending) for form in forms if form.endswith(ending) and len(form) > _SHORT))
