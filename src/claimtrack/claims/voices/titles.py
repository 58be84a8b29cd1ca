"""Which nouns a sentence says of which names: "the bank's governor, X, …", "X, an insurer", "police spokesman X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.draft import Passage
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.phrases import is_comma, joins
from claimtrack.languages import Hooks, lexicon, load
from claimtrack.text.folding import fold

_LONGEST_NAME = 5
_NO_NAME = frozenset({"place", "time"})
_TITLED = frozenset({"NOUN", "ADJ", "DET", "PROPN"})


def titles(p: Passage, hooks: Hooks) -> Iterator[tuple[str, str]]:
    """The head nouns, folded and without article, each with the name that a comma parts it from."""
    a = p.analysis
    yield from () if hooks.VERB_FIRST else _bare_titles(p, hooks)
    for comma in range(1, len(a.tokens) - 1):
        if not is_comma(a, comma):
            continue
        noun, name = _noun_before(p, comma, hooks), _name_from(p, comma + 1)
        if noun is None or not name:
            noun, name = _noun_behind(p, comma, hooks), _name_to(p, comma - 1)
        if noun is not None and name and not any(p.mention_types[t] & _NO_NAME for t in name):
            yield noun, phrase_text(p.analysis, name)


def untitled(p: Passage, tokens: Sequence[int], hooks: Hooks) -> list[int]:
    """A name without the common nouns before it: "chief executive | Liina Kask"; "President X" is how X is named."""
    a, first = p.analysis, len(tokens)
    while first > 0 and (a.pos[tokens[first - 1]] == "PROPN" or (first < len(tokens) and joins(a, tokens[first - 1]))):
        first -= 1
    if hooks.VERB_FIRST or not 0 < first < len(tokens) or any("place" in p.mention_types[t] for t in tokens[first:]):
        return list(tokens)
    noun = a.tokens[tokens[first - 1]]
    people = load(lexicon.code_of(noun.text)).folded("descriptions", "people")
    somebody = "role" in p.classes[tokens[first - 1]] or noun.fold in people
    title = a.pos[tokens[first - 1]] in ("NOUN", "ADJ") and noun.text[:1].islower() and somebody
    return list(tokens[first:]) if title else list(tokens)


def _bare_titles(p: Passage, hooks: Hooks) -> Iterator[tuple[str, str]]:
    """Titles before a name with no comma between: the last noun alone, and all the words."""
    a, first = p.analysis, 0
    for t in range(len(a.tokens)):
        if a.pos[t] not in _TITLED or a.pos[t - 1 if t else 0] == "PROPN" != a.pos[t]:
            first = t
        ends = a.pos[t] == "PROPN" and (t + 1 == len(a.tokens) or (a.pos[t + 1] != "PROPN" and not joins(a, t + 1)))
        if not ends:
            continue
        tokens = [k for k in range(first, t + 1) if a.pos[k] in _TITLED]
        name = untitled(p, tokens, hooks)
        if len(name) < len(tokens):
            words = [a.tokens[k].fold for k in tokens[: len(tokens) - len(name)] if a.pos[k] != "DET"]
            yield words[-1], phrase_text(a, name)
            yield " ".join(words), phrase_text(a, name)


def _noun_before(p: Passage, comma: int, hooks: Hooks) -> str | None:
    """The head of the noun phrase that ends before a comma, over prepositions: "governor of the central bank, …"."""
    a, k = p.analysis, comma - 1
    head: int | None = None
    while k >= 0 and a.pos[k] in ("NOUN", "ADJ"):
        last = k
        while k > 0 and a.pos[k - 1] in _WITHIN and not a.has_conjunction(k):
            k -= 1
        head = k if hooks.VERB_FIRST else last
        if k < 2 or a.pos[k - 1] != "ADP":
            break
        k -= 2
    if head is None or a.pos[head] != "NOUN" or "moment" in p.classes[head]:
        return None
    return _bare(a.tokens[head].text, hooks)


_WITHIN = frozenset({"NOUN", "ADJ", "DET"})


def _noun_behind(p: Passage, comma: int, hooks: Hooks) -> str | None:
    """The head of the noun phrase that begins behind a comma: definite in Arabic, with any article in English."""
    a, k = p.analysis, comma + 1
    if hooks.VERB_FIRST:
        definite = a.pos[k] == "NOUN" and hooks.core(a.tokens[k].text) is not None
        return _bare(a.tokens[k].text, hooks) if definite else None
    if a.pos[k] != "DET":
        return None
    head = None
    while k < len(a.tokens) and (a.pos[k] in ("DET", "ADJ", "NOUN") or a.tokens[k].kind == "clitic" or _is_ing(a, k)):
        head = k if a.pos[k] == "NOUN" else head
        k += 1
    return None if head is None else a.tokens[head].fold


def _is_ing(a: Analysis, k: int) -> bool:
    """Whether a gerund stands before the noun that it describes ("the | messaging | app")."""
    return a.tags[k].endswith("VERB:VBG") and k + 1 < len(a.tokens) and a.pos[k + 1] in ("NOUN", "ADJ")


def _name_from(p: Passage, first: int) -> list[int]:
    """The name that begins at a token and ends at a mark; its first word may be one that the tagger does not know."""
    a, k = p.analysis, first
    if k + 1 < len(a.tokens) and a.pos[k] == "VERB" and a.pos[k + 1] == "PROPN":
        k += 1
    while k < min(first + _LONGEST_NAME, len(a.tokens)) and (a.pos[k] == "PROPN" or joins(a, k)):
        k += 1
    ends = k < len(a.tokens) and a.tokens[k].kind == "mark"
    return list(range(first, k)) if ends else []


def _name_to(p: Passage, last: int) -> list[int]:
    """The name that ends at a token."""
    a, k = p.analysis, last
    while k >= max(0, last - _LONGEST_NAME) and (a.pos[k] == "PROPN" or (k and k < last and joins(a, k))):
        k -= 1
    return list(range(k + 1, last + 1))


def _bare(word: str, hooks: Hooks) -> str:
    core = hooks.core(word)
    return core[0] if core else fold(word)
