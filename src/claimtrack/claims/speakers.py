"""Who speaks at a reporting cue: the noun phrase beside it, found by the order of the words.

The tree of a long sentence is often wrong where a relative clause or an apposition stands between a speaker and the
reporting verb, so that the words next to the verb are read here: behind it where verbs come first or the verb follows
a quotation, else before it, over appositions and relative clauses between commas.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Passage
from claimtrack.languages import Hooks, lexicon, load

_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X", "DET", "NUM", "SYM"})
_NO_NAME = frozenset({"complementizer", "relative", "say_participle", "say_noun", "contrast", "according"})
_FINITE = (":VBD", ":VBZ", ":VBP", ":MD", ":p", ":i")
_LONGEST = 16
"""Tokens of the longest noun phrase that is taken for a speaker."""
_NAME_IN_QUOTES = 5


@dataclass(frozen=True, slots=True)
class Speaker:
    """The tokens that name a speaker, and the stretch `left` to `right` (exclusive) with all that describes them."""

    tokens: tuple[int, ...]
    left: int
    right: int


def is_finite(a: Analysis, t: int) -> bool:
    """Whether the token is a finite verb or auxiliary; languages whose tags do not tell have finite verbs only."""
    tag = a.tags[t]
    return a.pos[t] in VERBAL and (":" not in tag or tag.endswith(_FINITE))


def behind(p: Passage, i: int, hooks: Hooks, wide: bool = False) -> Speaker | None:
    """The noun phrase that begins at token `i`, with a name that stands in apposition to it; None without one.

    `wide` trusts all words up to the next border to be the phrase, where a complementizer or quotation follows it.
    """
    while i < len(p.quoted) and _is_beside(p, i):
        i += 1
    tokens = _forward(p, i, hooks, wide=wide)
    if not tokens:
        return None
    right = _past_phrases(p, tokens[-1] + 1)
    name, stop = _apposed(p, right, hooks)
    pos = [p.analysis.pos[t] for t in tokens]
    words = [p.analysis.tokens[t] for t in tokens]
    titled = not hooks.VERB_FIRST or any(lexicon.is_definite(lexicon.code_of(w.text), w.fold) for w in words)
    if name and titled and ("PROPN", "PROPN") not in itertools.pairwise(pos) and pos[0] != "PROPN":
        return Speaker(tuple(name), i, stop)
    return Speaker(tuple(tokens), i, right)


def _is_beside(p: Passage, i: int) -> bool:
    """Whether a word between a verb and its subject is no part of either: an adverb, a preposition with its pronoun."""
    a, token = p.analysis, p.analysis.tokens[i]
    return a.pos[i] == "ADV" or lexicon.is_pronoun_phrase(lexicon.code_of(token.text), token.fold)


def _past_phrases(p: Passage, right: int) -> int:
    """Where the prepositional phrases behind a noun phrase end, if a comma follows them; else `right` itself."""
    a, t = p.analysis, right
    while t < min(right + 6, len(a.tokens)) and a.pos[t] in _NAMING | {"ADP"} and not p.classes[t] & _NO_NAME:
        t += 1
    return t if t > right and t < len(a.tokens) and _is_comma(a, t) and not p.quoted[t] else right


def _apposed(p: Passage, i: int, hooks: Hooks) -> tuple[list[int], int]:
    """A name between commas behind a noun phrase ("the spokesman, X, …"), and where it ends."""
    a = p.analysis
    if i + 1 >= len(a.tokens) or not _is_comma(a, i):
        return [], i
    inner = quoted_name(p, i + 1)
    if inner and i + 1 + inner < len(a.tokens) and a.tokens[i + 1 + inner].kind == "mark":
        return list(range(i + 2, i + inner)), i + 1 + inner
    tokens = _forward(p, i + 1, hooks, loose=True)
    if not tokens or tokens[-1] + 1 >= len(a.tokens) or a.tokens[tokens[-1] + 1].kind != "mark":
        return [], i
    proper = any(a.pos[t] == "PROPN" for t in tokens) or (hooks.VERB_FIRST and len(tokens) > 1)
    described = "role" in p.classes[tokens[0]]
    named = a.pos[tokens[0]] != "DET" and proper and not described
    return (tokens, tokens[-1] + 1) if named and len(tokens) <= _NAME_IN_QUOTES else ([], i)


def _forward(
    p: Passage, i: int, hooks: Hooks, loose: bool = False, attached: bool = False, wide: bool = False
) -> list[int]:
    """The nominal words from token `i` on: up to a mark, a verb, a preposition, a time or a complementizer."""
    a = p.analysis
    found: list[int] = []
    k = i
    while k < min(len(a.tokens), i + _LONGEST):
        if a.tokens[k].kind == "mark":
            name = quoted_name(p, k) if found else 0
            if not name and not (found and _joins(a, k)):
                break
            found += range(k, k + (name or 1))
            k += name or 1
            continue
        odd = loose and a.pos[k] in ("VERB", "SCONJ") and k + 1 < len(a.tokens) and a.pos[k + 1] == "PROPN"
        odd = odd or (bool(found) and ((wide and _ends_name(p, k)) or _name_behind_title(p, k, found, hooks)))
        led = attached and k == i and a.pos[k] in _NAMING | {"ADP"} and a.tokens[k].is_word
        if not odd and not led and not _goes_on(p, k, found, hooks, wide):
            break
        found.append(k)
        k += 1
    if found and all(a.tokens[t].kind == "number" for t in found):
        return []
    while found and (a.tokens[found[-1]].text in "-.'" or a.pos[found[-1]] in ("DET", "ADP")) and len(found) > 1:
        found.pop()
    return found


def _name_behind_title(p: Passage, k: int, found: list[int], hooks: Hooks) -> bool:
    """A word taken for a verb behind a definite title, which no verb follows bare, and before a noun: a first name."""
    a = p.analysis
    if not hooks.VERB_FIRST or a.pos[k] != "VERB" or a.has_conjunction(k) or k + 1 >= len(a.tokens):
        return False
    code, last = lexicon.code_of(a.tokens[k].text), a.tokens[found[-1]]
    follows = a.pos[k + 1] in ("NOUN", "PROPN") and (
        a.pos[k + 1] == "PROPN" or lexicon.is_definite(code, a.tokens[k + 1].fold)
    )
    return follows and lexicon.is_definite(code, last.fold) and not p.classes[k] & {"say", "relative"}


def _ends_name(p: Passage, k: int) -> bool:
    """Whether a word of another class closes a name that the tagger did not know: a border follows it, or one word on."""
    a = p.analysis
    if p.classes[k] & _NO_NAME or "time" in p.mention_types[k] or p.quoted[k] or _is_certain(a, k):
        return False
    if a.pos[k] == "VERB" and "say" in p.classes[k] and not _is_border(p, k + 1):
        return False
    if (
        a.pos[k] == "ADV"
        or a.has_conjunction(k)
        or lexicon.is_pronoun_phrase(lexicon.code_of(a.tokens[k].text), a.tokens[k].fold)
    ):
        return False
    return _is_border(p, k + 1) or (a.pos[k + 1] in _NAMING and _is_border(p, k + 2))


def _is_certain(a: Analysis, k: int) -> bool:
    """Whether the class of a word is known, not guessed: it is one of a closed class."""
    token = a.tokens[k]
    return load(lexicon.code_of(token.text)).hooks.certain_tag(token.norm) is not None


def _is_border(p: Passage, k: int) -> bool:
    a = p.analysis
    if k >= len(a.tokens) or a.tokens[k].kind == "mark" or p.classes[k] & _NO_NAME:
        return True
    token = a.tokens[k]
    return (a.pos[k] == "ADP" and _is_certain(a, k)) or lexicon.has_attached(lexicon.code_of(token.text), token.fold)


def _goes_on(p: Passage, k: int, found: list[int], hooks: Hooks, wide: bool = False) -> bool:
    """Whether the noun phrase `found` goes on with word `k`."""
    a = p.analysis
    if p.quoted[k] and not (found and p.quoted[found[0]]) and not (not found and p.quoted[k - 1 if k else k]):
        return False
    if p.classes[k] & _NO_NAME or "time" in p.mention_types[k] or (found and a.has_conjunction(k)):
        return False
    if a.pos[k] == "ADP" and found:
        return a.tokens[k].norm == hooks.OF
    if a.pos[k] == "PART" and a.tokens[k].kind == "clitic":
        return bool(found)
    if a.pos[k] == "PRON":
        return not found
    if a.pos[k] not in _NAMING:
        return False
    code = lexicon.code_of(a.tokens[k].text)
    if wide and found and "title_link" in p.classes[k]:
        return True
    if hooks.VERB_FIRST and a.pos[k] in ("NOUN", "ADJ") and lexicon.has_attached(code, a.tokens[k].fold):
        return wide and _name_follows(p, k, found)
    if hooks.VERB_FIRST and a.tokens[k].text.startswith(hooks.TO_THE):
        return wide and _name_follows(p, k, found)
    if (
        found
        and not wide
        and a.pos[k] != "PROPN"
        and a.tokens[k].norm.endswith(hooks.OBJECT)
        and len(a.tokens[k].norm) > 4
    ):
        return False
    if not found and a.tokens[k].text.endswith(hooks.ADVERB):
        return False
    if hooks.VERB_FIRST and not wide and found and a.pos[k] == "ADJ":
        numbers = [hooks.gender_number(a.tokens[t].norm, a.tags[t])[1] for t in (found[0], k)]
        if numbers == ["s", "p"] and lexicon.is_definite(code, a.tokens[k].fold):
            return False
    if hooks.VERB_FIRST and not wide and found and a.pos[k] == a.pos[found[-1]] == "NOUN":
        pair = (a.tokens[found[-1]].fold, a.tokens[k].fold)
        if all(lexicon.is_definite(code, word) for word in pair):
            return False
    return wide or not _object_begins(a, k, found, hooks)


def _name_follows(p: Passage, k: int, found: list[int]) -> bool:
    """Whether a title goes on behind a word with a preposition ("secretary of the party X"): the name is yet to come."""
    a = p.analysis
    if any(a.pos[t] == "PROPN" for t in found):
        return False
    t = k + 1
    while t < min(k + 5, len(a.tokens)) and not _is_border(p, t):
        if a.pos[t] == "PROPN":
            return True
        t += 1
    return False


def _object_begins(a: Analysis, k: int, found: list[int], hooks: Hooks) -> bool:
    """A noun behind a title and a name is no part of them but the object of a verb that comes first."""
    if not (hooks.VERB_FIRST and len(found) > 1 and a.pos[k] == "NOUN" and a.pos[found[-1]] == "PROPN"):
        return False
    return a.pos[found[0]] in ("NOUN", "ADJ") or a.pos[found[-2]] != "PROPN"


def quoted_name(p: Passage, k: int) -> int:
    """How many tokens a name in quotation marks takes from its opening mark on; 0 where none begins."""
    a = p.analysis
    n = k + 1
    while n < len(a.tokens) and p.quoted[n]:
        n += 1
    inner = n - k - 1
    closes = 0 < inner < _NAME_IN_QUOTES and n < len(a.tokens) and a.tokens[n].kind == "mark"
    verbal = any(is_finite(a, t) and a.pos[t] == "AUX" for t in range(k + 1, n))
    return inner + 2 if closes and not verbal else 0


def _joins(a: Analysis, k: int) -> bool:
    """A mark inside a name: a hyphen or an abbreviation's full stop."""
    return (
        a.tokens[k].text in "-.'’"
        and k + 1 < len(a.tokens)
        and (not a.tokens[k + 1].spaced or len(a.tokens[k - 1].text) < 4)
        and a.tokens[k + 1].is_word
    )


def _is_comma(a: Analysis, k: int) -> bool:
    return a.tokens[k].kind == "mark" and a.tokens[k].norm in (",", "\u060c")


def source(p: Passage, i: int, hooks: Hooks) -> Speaker | None:
    """Whom an attributing phrase names from token `i` on: of "data published by X" the publisher, not the data."""
    a = p.analysis
    tokens = _forward(p, i, hooks, attached=True, wide=hooks.VERB_FIRST)
    if not tokens:
        return None
    maker = next((k for k in range(i + 1, min(tokens[-1] + 3, len(a.tokens))) if "published" in p.classes[k]), None)
    at = None if maker is None else maker + 1
    while (
        at is not None
        and at < len(a.tokens)
        and (
            (a.pos[at] == "ADP" and _is_certain(a, at))
            or a.tokens[at].norm == hooks.BY
            or "time" in p.mention_types[at]
        )
    ):
        at += 1
    made = _forward(p, at, hooks) if at is not None else []
    found = made or tokens
    return Speaker(tuple(found), i, found[-1] + 1)


def before(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """The noun phrase before a verb, over appositions and relative clauses between commas; None without one."""
    a = p.analysis
    k = _before_time(p, verb - 1)
    while k >= 0 and (a.pos[k] in ("AUX", "ADV", "PART") and a.tokens[k].kind == "word"):
        k -= 1
    k = _before_time(p, k)
    if k < 0:
        return None
    if not _is_comma(a, k):
        tokens = _backward(p, k, hooks)
        if not tokens:
            return None
        opener = tokens[0] - 1
        if opener >= 0 and "relative" in p.classes[tokens[0]] and len(tokens) == 1:
            return _antecedent(p, opener, hooks)
        return _with_head(p, tokens, hooks)
    return _over_commas(p, k, hooks)


def _before_time(p: Passage, k: int) -> int:
    """The token before a time phrase that ends at token `k` ("X on Tuesday announced"); `k` itself without one."""
    if k < 1 or not any(p.mention_types):
        return k
    tokens = p.analysis.tokens
    for each in p.mentions:
        if each.type == "time" and each.start <= tokens[k].start < each.end:
            while k >= 0 and tokens[k].start >= each.start:
                k -= 1
            return k - 1 if k > 0 and p.analysis.pos[k] == "ADP" else k
    return k


def _antecedent(p: Passage, k: int, hooks: Hooks) -> Speaker | None:
    """The noun phrase that a relative pronoun stands for: the one right before it, a comma aside."""
    tokens = _backward(p, k - 1 if _is_comma(p.analysis, k) else k, hooks)
    return Speaker(tuple(tokens), tokens[0], tokens[-1] + 1) if tokens else None


def _with_head(p: Passage, tokens: list[int], hooks: Hooks) -> Speaker:
    return Speaker(tuple(tokens), tokens[0], tokens[-1] + 1)


def _over_commas(p: Passage, comma: int, hooks: Hooks) -> Speaker | None:
    """The speaker before what stands between commas: "X, who …, said", "the owner, X, said", "X, the mayor, said"."""
    a = p.analysis
    stop = comma
    kept: list[int] = []
    for _ in range(4):
        start = stop - 1
        while start >= 0 and not (
            _is_comma(a, start) or (a.tokens[start].kind == "mark" and p.quoted[start] != p.quoted[stop - 1])
        ):
            if a.tokens[start].norm in (";", ":") or _is_quote(a, start):
                break
            start -= 1
        tokens = _backward(p, stop - 1, hooks)
        whole = bool(tokens) and _opens_clause(p, tokens[0])
        if whole and tokens and a.tokens[tokens[0]].kind != "number":
            proper = all(a.pos[t] == "PROPN" or a.tokens[t].kind == "mark" for t in tokens)
            title = tokens[0] - 1
            if kept and not proper:
                return Speaker(tuple(kept), tokens[0], comma)
            if proper or title < 0 or not _is_comma(a, title):
                apposed = proper and title > 0 and _is_comma(a, title) and _backward(p, title - 1, hooks)
                left = apposed[0] if apposed and _opens_clause(p, apposed[0]) else tokens[0]
                return Speaker(tuple(tokens), left, comma)
            kept = kept or tokens
        if start <= 0 or not _is_comma(a, start):
            break
        stop = start
    return Speaker(tuple(kept), kept[0], comma) if kept else None


def _is_quote(a: Analysis, t: int) -> bool:
    return a.tokens[t].text in '"”“»«’'


def _opens_clause(p: Passage, first: int) -> bool:
    """Whether a noun phrase that begins at `first` has the beginning of a clause or of a part of it before it."""
    a, before_it = p.analysis, first - 1
    if before_it < 0 or a.tokens[before_it].kind == "mark" or a.pos[before_it] in ("SCONJ", "CCONJ", "PART"):
        return True
    return bool(p.classes[before_it] & {"contrast", "connective"})


def _backward(p: Passage, k: int, hooks: Hooks) -> list[int]:
    """The noun phrase that ends at token `k`, first token first: up to a mark, a verb or a conjunction."""
    a = p.analysis
    found: list[int] = []
    quoted = p.quoted[k] if k >= 0 else False
    while k >= 0 and len(found) < _LONGEST + 4:
        if a.tokens[k].kind == "mark":
            name = _quoted_name_back(p, k)
            if name:
                found += range(k, k - name, -1)
                k -= name
                continue
            if not (found and k and _joins(a, k)):
                break
        elif p.quoted[k] != quoted or not _goes_back(p, k, found, hooks):
            break
        found.append(k)
        k -= 1
        if hooks.VERB_FIRST and a.has_conjunction(found[-1]):
            break
        if (
            found
            and a.pos[found[-1]] == "PRON"
            and not a.has_conjunction(found[-1])
            and "relative" not in p.classes[found[-1]]
        ):
            break
    found.reverse()
    return _trimmed(p, found)


def _quoted_name_back(p: Passage, k: int) -> int:
    """How many tokens a name in quotation marks takes up to its closing mark; 0 where none ends."""
    a, n = p.analysis, k - 1
    while n >= 0 and p.quoted[n]:
        n -= 1
    inner = k - n - 1
    opened = 0 < inner < _NAME_IN_QUOTES and n > 0 and a.tokens[n].kind == "mark" and a.tokens[n - 1].kind != "mark"
    return inner + 2 if opened and not any(a.pos[t] in VERBAL for t in range(n + 1, k)) else 0


def _goes_back(p: Passage, k: int, found: list[int], hooks: Hooks) -> bool:
    a, pos = p.analysis, p.analysis.pos[k]
    if p.classes[k] & (_NO_NAME - {"relative"} | {"linking"}) or "time" in p.mention_types[k]:
        return False
    if "relative" in p.classes[k]:
        return not found
    if pos in _NAMING:
        return not (found and a.has_conjunction(found[-1]) and not hooks.VERB_FIRST)
    if pos in ("ADP", "PRON"):
        return bool(found) or pos == "PRON"
    if pos == "PART":
        return bool(found) and a.tokens[k].kind == "clitic"
    if pos == "CCONJ":
        return bool(found) and k > 0 and a.tokens[k].norm == hooks.AND and _joins_nouns(p, k)
    participle = pos == "VERB" and a.tags[k].endswith((":VBN", ":VBG")) and k > 0
    return bool(found) and participle and a.pos[k - 1] in ("NOUN", "PROPN", "DET", "ADJ")


def _joins_nouns(p: Passage, k: int) -> bool:
    """Whether a conjunction joins two nouns of one subject: no verb stands before it in its part of the sentence."""
    a, t = p.analysis, k - 1
    while t >= 0 and a.tokens[t].kind != "mark" and a.pos[t] != "SCONJ":
        if a.pos[t] in VERBAL or p.quoted[t] != p.quoted[k]:
            return False
        t -= 1
    return True


def _trimmed(p: Passage, found: list[int]) -> list[int]:
    """A noun phrase without adverbs and prepositional phrases before its first article or name."""
    a = p.analysis
    while found and (a.pos[found[0]] in ("ADP", "ADV", "CCONJ", "PART") or a.tokens[found[0]].kind == "mark"):
        if a.pos[found[0]] == "ADP":
            rest = [
                n
                for n, t in enumerate(found)
                if n > 1 and a.pos[t] in ("DET", "PROPN") and a.pos[found[n - 1]] not in ("ADP", "DET", "PROPN", "ADJ")
            ]
            found = found[rest[0] :] if rest else []
        else:
            found = found[1:]
    return found
