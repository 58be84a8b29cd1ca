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
from claimtrack.claims.phrases import (
    LONGEST,
    NAME_IN_QUOTES,
    NAMING,
    NO_NAME,
    forward,
    is_addressee,
    is_certain,
    is_comma,
    is_finite,
    joins,
    name_behind_title,
    quoted_name,
)
from claimtrack.languages import Hooks, lexicon


@dataclass(frozen=True, slots=True)
class Speaker:
    """The tokens that name a speaker, and the stretch `left` to `right` (exclusive) with all that describes them."""

    tokens: tuple[int, ...]
    left: int
    right: int


def behind(p: Passage, i: int, hooks: Hooks, wide: bool = False) -> Speaker | None:
    """The noun phrase that begins at token `i`, with a name that stands in apposition to it; None without one.

    `wide` trusts all words up to the next border to be the phrase, where a complementizer or quotation follows it.
    """
    while i < len(p.quoted) and _is_beside(p, i):
        i += 1
    tokens = forward(p, i, hooks, wide=wide)
    if not tokens:
        return None
    tokens = _with_surname(p, _with_name(p, tokens, hooks), hooks)
    right = _past_phrases(p, tokens[-1] + 1)
    name, stop = _apposed(p, right, hooks)
    pos = [p.analysis.pos[t] for t in tokens]
    words = [p.analysis.tokens[t] for t in tokens]
    definite = any(lexicon.is_definite(lexicon.code_of(w.text), w.fold) or hooks.core(w.text) for w in words)
    titled = not hooks.VERB_FIRST or definite or (pos[-1] == "PROPN" and _is_title(p, tokens[0], name))
    if name and titled and ("PROPN", "PROPN") not in itertools.pairwise(pos) and not _is_name(pos):
        return Speaker(tuple(name), i, stop)
    return Speaker(tuple(tokens), i, right)


def _is_title(p: Passage, first: int, name: list[int]) -> bool:
    """Whether a phrase begins with a known noun and the one behind it with a word that is none: "lawyer of X, Y"."""
    words = [p.analysis.tokens[t] for t in (first, *name[:1])]
    known = [lexicon.english_noun(lexicon.code_of(w.text), w.fold) is not None for w in words]
    return known == [True, False]


def _with_surname(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """A name with the word behind it that bears the article, where the name must end there: "بدر الغريب، …"."""
    a, last = p.analysis, tokens[-1] + 1
    if not hooks.VERB_FIRST or len(tokens) < 2 or last + 1 >= len(a.tokens) or a.pos[last - 1] != "PROPN":
        return tokens
    ends = a.tokens[last + 1].kind == "mark" or "complementizer" in p.classes[last + 1]
    named = a.pos[last] in ("NOUN", "ADJ") and hooks.core(a.tokens[last].text) is not None
    known = "place" in p.mention_types[last] or "place" in p.mention_types[last - 1]
    return [*tokens, last] if ends and named and not known else tokens


def _with_name(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """A title with its place and the name behind it, where what is said follows ("the head of X in Y, Z, that …")."""
    a, first = p.analysis, tokens[-1] + 1
    if not hooks.VERB_FIRST or first >= len(a.tokens) or a.pos[first] != "ADP" or a.pos[tokens[0]] == "PROPN":
        return tokens
    end = first
    while end < min(first + LONGEST, len(a.tokens)) and not is_addressee(a, end, hooks):
        name = quoted_name(p, end) if a.tokens[end].kind == "mark" else 0
        if p.classes[end] & NO_NAME or "time" in p.mention_types[end] or (a.pos[end] == "VERB" and end == first + 1):
            break
        if a.tokens[end].kind == "mark" and not name and not joins(a, end):
            break
        end += name or 1
    said = next((t for t in range(end, min(end + 4, len(a.tokens))) if not _is_of_addressee(a, t, hooks)), end)
    follows = said < len(a.tokens) and ("complementizer" in p.classes[said] or a.tokens[said].text == ":")
    named = end - first > 3 and a.pos[end - 1] not in ("VERB", "ADP", "NUM") and _nameable(a, end, hooks)
    return [*tokens, *range(first, end)] if follows and named else tokens


def _is_of_addressee(a: Analysis, t: int, hooks: Hooks) -> bool:
    """Whether a word goes on with the one to whom something is said."""
    return a.tokens[t].is_word and (is_addressee(a, t, hooks) or a.pos[t] in ("NOUN", "PROPN", "ADJ"))


def _nameable(a: Analysis, end: int, hooks: Hooks) -> bool:
    """Whether the two words before `end` may be a name: no article, and a proper noun among them."""
    pos = [a.pos[t] for t in range(end - 2, end)]
    return "PROPN" in pos and "ADP" not in pos and hooks.core(a.tokens[end - 2].text) is None


def _is_name(pos: list[str]) -> bool:
    """Whether a phrase is a name itself: it begins with one, and no noun ends it ("Beira's mayor")."""
    return pos[0] == "PROPN" and not (len(pos) > 1 and pos[-1] == "NOUN")


def _is_beside(p: Passage, i: int) -> bool:
    """Whether a word between a verb and its subject is no part of either: an adverb, a preposition with its pronoun."""
    a, token = p.analysis, p.analysis.tokens[i]
    return (
        a.pos[i] == "ADV"
        or "manner" in p.classes[i]
        or lexicon.is_pronoun_phrase(lexicon.code_of(token.text), token.fold)
    )


def _past_phrases(p: Passage, right: int) -> int:
    """Where the prepositional phrases behind a noun phrase end, if a comma follows them; else `right` itself."""
    a, t = p.analysis, right
    while t < min(right + 6, len(a.tokens)) and a.pos[t] in NAMING | {"ADP"} and not p.classes[t] & NO_NAME:
        t += 1
    return t if t > right and t < len(a.tokens) and is_comma(a, t) and not p.quoted[t] else right


def _apposed(p: Passage, i: int, hooks: Hooks) -> tuple[list[int], int]:
    """A name between commas behind a noun phrase ("the spokesman, X, …"), and where it ends."""
    a = p.analysis
    if i + 1 >= len(a.tokens) or not is_comma(a, i):
        return [], i
    inner = quoted_name(p, i + 1)
    if inner and i + 1 + inner < len(a.tokens) and a.tokens[i + 1 + inner].kind == "mark":
        return list(range(i + 2, i + inner)), i + 1 + inner
    tokens = forward(p, i + 1, hooks, loose=True)
    if not tokens or tokens[-1] + 1 >= len(a.tokens) or a.tokens[tokens[-1] + 1].kind != "mark":
        return [], i
    proper = any(a.pos[t] == "PROPN" for t in tokens) or (hooks.VERB_FIRST and len(tokens) > 1)
    described = "role" in p.classes[tokens[0]]
    named = a.pos[tokens[0]] != "DET" and proper and not described
    return (tokens, tokens[-1] + 1) if named and len(tokens) <= NAME_IN_QUOTES else ([], i)


def source(p: Passage, i: int, hooks: Hooks) -> Speaker | None:
    """Whom an attributing phrase names from token `i` on: of "data published by X" the publisher, not the data."""
    a = p.analysis
    tokens = forward(p, i, hooks, attached=True, wide=hooks.VERB_FIRST)
    if not tokens:
        return None
    maker = next((k for k in range(i + 1, min(tokens[-1] + 3, len(a.tokens))) if "published" in p.classes[k]), None)
    at = None if maker is None else maker + 1
    while (
        at is not None
        and at < len(a.tokens)
        and (
            (a.pos[at] == "ADP" and is_certain(a, at)) or a.tokens[at].norm == hooks.BY or "time" in p.mention_types[at]
        )
    ):
        at += 1
    made = forward(p, at, hooks) if at is not None else []
    found = made or tokens
    name, stop = _apposed(p, _past_phrases(p, found[-1] + 1), hooks)
    person = a.pos[found[0]] == "PRON" or any("role" in p.classes[t] for t in found)
    if person and any(a.pos[t] == "PROPN" for t in name):
        return Speaker(tuple(name), i, stop)  # "according to her niece, X, …"
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
    if not is_comma(a, k):
        described = None if hooks.VERB_FIRST else _over_relative(p, verb, hooks)
        if described is not None:
            return described
        tokens = _backward(p, k, hooks)
        if not tokens:
            return None
        if len(tokens) > 1 and not hooks.VERB_FIRST and "relative" in p.classes[tokens[-1]]:
            tokens = tokens[:-1]  # "a nun who mediated"
        opener = tokens[0] - 1
        if opener >= 0 and "relative" in p.classes[tokens[0]] and len(tokens) == 1:
            return _antecedent(p, opener, hooks)
        return Speaker(tuple(tokens), tokens[0], tokens[-1] + 1)
    return _over_commas(p, k, hooks)


def _over_relative(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """Whom a relative clause without commas describes before the verb: "engineers who saw it in May say"."""
    a = p.analysis
    for k in range(verb - 2, max(0, verb - LONGEST), -1):
        if a.tokens[k].kind == "mark":
            return None
        if "relative" in p.classes[k] and a.tokens[k].norm in _WHO:
            acts = any(is_finite(a, t) for t in range(k + 1, verb))
            return _antecedent(p, k - 1, hooks) if acts else None
    return None


_WHO = frozenset({"who", "which"})


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
    words = _run_back(p, k - 1 if is_comma(p.analysis, k) else k, hooks)
    tokens = _trimmed(p, words)
    if not tokens and not hooks.VERB_FIRST and len(words) > 1:
        tokens = words[1:]  # "it was opposed by the federation, which argued that …"
    return Speaker(tuple(tokens), tokens[0], tokens[-1] + 1) if tokens else None


def _over_commas(p: Passage, comma: int, hooks: Hooks) -> Speaker | None:
    """The speaker before what stands between commas: "X, who …, said", "the owner, X, said", "X, the mayor, said"."""
    a = p.analysis
    stop = comma
    kept: list[int] = []
    for _ in range(4):
        start = stop - 1
        while start >= 0 and not (
            is_comma(a, start) or (a.tokens[start].kind == "mark" and p.quoted[start] != p.quoted[stop - 1])
        ):
            if a.tokens[start].norm in (";", ":") or _is_quote(a, start):
                break
            start -= 1
        tokens = _backward(p, stop - 1, hooks)
        whole = bool(tokens) and _opens_clause(p, tokens[0])
        if whole and tokens and a.tokens[tokens[0]].kind != "number":
            proper = all(a.pos[t] == "PROPN" or a.tokens[t].kind == "mark" for t in tokens)
            title = tokens[0] - 1
            if kept and not proper:  # "the mayor of X, a doctor, said"
                return Speaker(tuple(tokens), tokens[0], comma)
            if proper or title < 0 or not is_comma(a, title):
                apposed = proper and title > 0 and is_comma(a, title) and _backward(p, title - 1, hooks)
                left = apposed[0] if apposed and _opens_clause(p, apposed[0]) else tokens[0]
                return Speaker(tuple(tokens), left, comma)
            kept = kept or tokens
        if start <= 0 or not is_comma(a, start):
            break
        stop = start
    return Speaker(tuple(kept), kept[0], comma) if kept else None


def _is_quote(a: Analysis, t: int) -> bool:
    return a.tokens[t].text in '"”“»«’'


def _opens_clause(p: Passage, first: int) -> bool:
    """Whether a noun phrase that begins at `first` has the beginning of a clause or of a part of it before it."""
    a, before_it = p.analysis, first - 1
    if before_it < 0 or a.tokens[before_it].kind == "mark":
        return True
    if "negator" in p.classes[before_it]:
        return False
    if a.pos[before_it] in ("SCONJ", "CCONJ", "PART"):
        return True
    return bool(p.classes[before_it] & {"contrast", "connective"})


def _backward(p: Passage, k: int, hooks: Hooks) -> list[int]:
    """The noun phrase that ends at token `k`, first token first: up to a mark, a verb or a conjunction."""
    return _trimmed(p, _run_back(p, k, hooks))


def _run_back(p: Passage, k: int, hooks: Hooks) -> list[int]:
    """The words of a noun phrase that ends at token `k`, with the prepositions before it."""
    a = p.analysis
    found: list[int] = []
    quoted = p.quoted[k] if k >= 0 else False
    while k >= 0 and len(found) < LONGEST + 4:
        if a.tokens[k].kind == "mark":
            name = _quoted_name_back(p, k)
            if name:
                found += range(k, k - name, -1)
                k -= name
                continue
            if not (found and k and (joins(a, k) or _is_genitive(p, k))):
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
            and not (k > 0 and hooks.OF and a.tokens[k].norm == hooks.OF)
        ):
            break
    found.reverse()
    return found


def _is_genitive(p: Passage, k: int) -> bool:
    """Whether a mark is the apostrophe of a plural's genitive ("the pilots' leader"), no quotation mark."""
    a = p.analysis
    bare = a.tokens[k].text in "'’" and not a.tokens[k].spaced and not p.quoted[k - 1]
    return bare and a.tokens[k - 1].norm.endswith("s") and k + 1 < len(a.tokens) and a.tokens[k + 1].spaced


def _quoted_name_back(p: Passage, k: int) -> int:
    """How many tokens a name in quotation marks takes up to its closing mark; 0 where none ends."""
    a, n = p.analysis, k - 1
    while n >= 0 and p.quoted[n]:
        n -= 1
    inner = k - n - 1
    opened = 0 < inner < NAME_IN_QUOTES and n > 0 and a.tokens[n].kind == "mark" and a.tokens[n - 1].kind != "mark"
    return inner + 2 if opened and not any(a.pos[t] in VERBAL for t in range(n + 1, k)) else 0


def _goes_back(p: Passage, k: int, found: list[int], hooks: Hooks) -> bool:
    a, pos = p.analysis, p.analysis.pos[k]
    if p.classes[k] & (NO_NAME - {"relative"} | {"linking"}) or "time" in p.mention_types[k]:
        return False
    if "relative" in p.classes[k]:
        return not found
    if pos == "ADV" and hooks.VERB_FIRST and k and a.pos[k - 1] in NAMING and a.tokens[k].norm.endswith(hooks.OBJECT):
        return True  # an indefinite adjective in the accusative
    if pos in NAMING:
        return not (found and a.has_conjunction(found[-1]) and not hooks.VERB_FIRST)
    if found and k and not is_certain(a, k) and name_behind_title(p, k, k - 1, hooks):
        return True
    if pos in ("ADP", "PRON"):
        return bool(found) or pos == "PRON"
    if pos == "PART":
        return bool(found) and a.tokens[k].kind == "clitic"
    if pos == "CCONJ":
        return bool(found) and k > 0 and a.tokens[k].norm == hooks.AND and _joins_nouns(p, k)
    participle = pos == "VERB" and a.tags[k].endswith((":VBN", ":VBG")) and k > 0
    led = a.pos[k - 1] in ("NOUN", "PROPN", "DET", "ADJ") or (a.pos[k - 1] == "ADP" and a.tags[k].endswith(":VBG"))
    return bool(found) and participle and led


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
