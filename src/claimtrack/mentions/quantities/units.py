"""Units in running text: what stands after (or before) a number, as a canonical unit with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.mentions.numbers.number_words import number_words
from claimtrack.mentions.quantities.unit_words import UnitKind, UnitWord, UnitWords
from claimtrack.text.matching import Match
from claimtrack.text.tokens import Token

_HYPHENS = frozenset("-\u2010\u2013")
_REACH = 7
_SHORTEST = 2  # letters of what is no plural: us, is


@dataclass(frozen=True, slots=True)
class UnitHit:
    """Tokens `first` to `last` (exclusive) say the unit `canonical`; `dual`: and that there are two."""

    canonical: str
    kind: UnitKind
    first: int
    last: int
    dual: bool = False


def unit_after(tokens: Sequence[Token], k: int, words: UnitWords, one: bool, scaled: bool) -> UnitHit | None:
    """The unit of a number that ends before token `k`; `one`: the number is 1, so its noun is singular."""
    hyphened = k < len(tokens) and tokens[k].text in _HYPHENS and not tokens[k].spaced
    if hyphened:
        k, one = k + 1, True
        if k >= len(tokens) or tokens[k].spaced:
            return None
    start = k
    while k < len(tokens) and k < start + 3 and tokens[k].fold in words.skip:
        k += 1
    for j in dict.fromkeys((start, k)):
        phrase = words.phrases.at(tokens, j) if j < len(tokens) else None
        degree = phrase is not None and phrase.payload.canonical.startswith("degree") and _is_degree(tokens, j)
        if phrase is not None and (degree or _fits(tokens, phrase, words, scaled)):
            unit = _sterling(phrase.payload, scaled)
            return UnitHit(unit.canonical, unit.kind, phrase.first, phrase.last)
    if k >= len(tokens):
        return None
    if words.inflected:
        return _inflected_noun(tokens, k, words)
    return _noun_head(tokens, k, words, one) if not hyphened or _is_counted(tokens[k], words) else None


def _is_degree(tokens: Sequence[Token], k: int) -> bool:
    """20 C, but not the name of a C-130."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    return tokens[k].text.isupper() and (after is None or after.spaced or after.text not in _HYPHENS)


def _ends_phrase(tokens: Sequence[Token], k: int, words: UnitWords) -> bool:
    """Whether no further noun follows at token `k`, nor a hyphen that goes on with a name."""
    if k == len(tokens):
        return True
    token = tokens[k]
    if token.kind == "mark":
        return token.spaced or token.text not in _HYPHENS
    return token.fold in words.stop or token.fold in words.of_a


def written(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """The words of the text from token `first` to `last`, None where there are none."""
    if first >= last:
        return None
    out = tokens[first].text
    for token in tokens[first + 1 : last]:
        out += (" " if token.spaced else "") + token.text
    return out


def is_model(tokens: Sequence[Token], k: int) -> bool:
    """The number in the name of a model: F-16, C-130."""
    hyphen = tokens[k - 1] if k > 1 else None
    if hyphen is None or hyphen.text not in _HYPHENS or hyphen.spaced or tokens[k].spaced:
        return False
    return tokens[k].kind == "number" and tokens[k - 2].text.isupper()


def _sterling(unit: UnitWord, scaled: bool) -> UnitWord:
    """Millions of pounds are money."""
    return UnitWord("GBP", "currency") if scaled and unit.canonical == "pound" else unit


def _fits(tokens: Sequence[Token], phrase: Match[UnitWord], words: UnitWords, scaled: bool) -> bool:
    """A one-letter unit stands behind digits, or before no noun; a currency that is also a verb wants millions."""
    token, last = tokens[phrase.first], phrase.last
    if phrase.prefix:
        return False
    if token.fold in words.glued:
        return not token.spaced
    if last == phrase.first + 1 and token.kind == "word" and token.text.isascii():
        if token.fold in words.small and token.text.isupper():
            return False
        if len(token.text) == 1 and not token.spaced:
            return True
        if token.fold in words.no_noun_after:
            return _ends_phrase(tokens, last, words)
        if len(token.text) == 1:
            return False
    return scaled or token.norm not in ("won", "nis", "stone")


def _inflected_noun(tokens: Sequence[Token], k: int, words: UnitWords) -> UnitHit | None:
    """The noun at `k` by its family, with the word after it where that makes another unit of it."""
    unit = noun_at(tokens, k, words, behind=True)
    if unit is None:
        return None
    last = k + 1
    table = words.modified.get(unit.canonical)
    if table is not None and last < len(tokens):
        second = _modifier(tokens, last, table, words)
        if second is not None:
            kind = "measure" if unit.kind == "time" else unit.kind  # a light-year is no time
            return UnitHit(second[0], kind, k, second[1], unit.dual)
    return UnitHit(unit.canonical, unit.kind, k, last, unit.dual)


def _modifier(tokens: Sequence[Token], k: int, table: dict[str, str], words: UnitWords) -> tuple[str, int] | None:
    """Canadian dollar, two Celsius degrees: the agreeing word in any of its forms."""
    gap = " " if tokens[k].is_word else ""
    pair = f"{tokens[k].fold}{gap}{tokens[k + 1].fold}" if k + 1 < len(tokens) else ""
    if pair in table:
        return table[pair], k + 2
    for _, word in words.language.hooks.variants(tokens[k].fold):
        if word in table:
            return table[word], k + 1
        for form, canonical in table.items():
            stem = form[:-1] if len(form) > 4 else form
            if word.startswith(stem) and len(word) <= len(form) + 3:
                return canonical, k + 1
    return None


def noun_at(
    tokens: Sequence[Token], k: int, words: UnitWords, particles: bool = False, behind: bool = False
) -> UnitWord | None:
    """The counted noun at token `k`, with or without its article (with other particles on request).

    `behind`: it stands behind its number, where no particle swallows the article ("450 | for the son").
    """
    token = tokens[k]
    if token.kind != "word":
        return None
    for prefix, word in words.language.hooks.variants(token.fold):
        if prefix and not particles and (len(prefix) != len(words.definite) or (behind and prefix != words.definite)):
            continue
        unit = words.noun(word)
        if unit is not None:
            return unit
    return None


def _is_counted(token: Token, words: UnitWords) -> bool:
    """Whether the word right behind a hyphen is what is counted: a 26-storey tower has 26 storeys."""
    unit, plural = _lemma(token, words)
    return unit is not None or plural


def _noun_head(tokens: Sequence[Token], k: int, words: UnitWords, one: bool) -> UnitHit | None:
    """The head of the noun phrase that begins at `k`: the first plural noun, behind adjectives."""
    found: UnitHit | None = None
    guess: UnitHit | None = None
    if not tokens[k].spaced and len(tokens[k].text) < _SHORTEST and tokens[k - 1].kind == "number":
        return None  # 5G networks, a 3D film
    for j in range(k, min(k + _REACH, len(tokens))):
        token = tokens[j]
        if (token.text in _HYPHENS and not token.spaced) or (token.kind == "clitic" and token.norm in words.possessive):
            continue
        if is_model(tokens, j):
            continue
        if token.norm in words.of_a and j > k:
            guess = guess or _unknown_plural(tokens[j - 1], j - 1)
            if found or guess:
                break
        if token.kind != "word" or token.norm in words.stop:
            break
        unit, plural = _lemma(token, words)
        if unit is not None and (plural or one):
            found = UnitHit(words.same.get(unit.canonical, unit.canonical), unit.kind, j, j + 1)
            if one:
                return found
            continue
        if found is not None:
            break
        if guess is None and plural and j < k + 3 and len(token.norm) > _SHORTEST:
            guess = UnitHit(words.same.get(lemma := words.language.hooks.lemma(token.norm), lemma), "things", j, j + 1)
    return found or guess


def _unknown_plural(token: Token, k: int) -> UnitHit | None:
    """four planeloads of arms: a noun that no list knows, before what it is full of."""
    norm = token.norm
    plural = len(norm) > _SHORTEST and norm.endswith("s") and not norm.endswith("ss")
    return UnitHit(norm[:-1], "things", k, k + 1) if plural else None


def _lemma(token: Token, words: UnitWords) -> tuple[UnitWord | None, bool]:
    """The unit of a word, and whether the word is a plural."""
    norm = token.norm
    if norm in words.irregular:
        return UnitWord(words.irregular[norm], "people"), True
    lemma = words.language.hooks.lemma(norm)
    plural = lemma != norm and norm.endswith("s") and not norm.endswith("ss")
    unit = words.forms.get(lemma)
    if unit is None and norm.endswith("s") and not norm.endswith("ss"):
        for ending, singular in (("ies", "y"), ("es", ""), ("s", "")):
            if norm.endswith(ending) and norm[: -len(ending)] + singular in words.forms:
                return words.forms[norm[: -len(ending)] + singular], True
    if unit is None and norm in words.same:
        return UnitWord(words.same[norm], "people"), False
    return unit, plural


_GROUP = 3  # digits behind a sign of thousands


def _is_bold(tokens: Sequence[Token], k: int, words: UnitWords) -> bool:
    """R87 million, R450 000, R12,500: a capital letter glued to an amount that no road, reactor or model bears."""
    if k >= len(tokens) or tokens[k].spaced or tokens[k].kind != "number" or not tokens[k - 1].text.isupper():
        return False
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    norm = tokens[k].norm
    if not norm.isdigit() or len(norm) > _GROUP:
        return True
    if after is None:
        return False
    word = number_words(words.language.code).read(after)
    scaled = word is not None and word[1].role == "scale"
    group = after.kind == "number" and len(after.norm) == _GROUP and after.norm.isdigit()
    return scaled or group or (not after.spaced and after.fold in number_words(words.language.code).suffixes)


def currency_before(tokens: Sequence[Token], k: int, words: UnitWords) -> UnitHit | None:
    """A currency or percent sign right before token `k`: $5, US$5, USD 5, %62."""
    for first in (k - 2, k - 1):
        if first < 0:
            continue
        phrase = words.phrases.at(tokens, first)
        if phrase is None or phrase.last != k or phrase.prefix or phrase.payload.kind not in ("currency", "percent"):
            continue
        code = tokens[first].text
        if tokens[k - 1].fold in words.bold_signs:
            if _is_bold(tokens, k, words):
                return UnitHit(phrase.payload.canonical, phrase.payload.kind, first, k)
            continue
        if first < k - 1 and tokens[k - 1].spaced and tokens[k - 1].kind == "mark" and not code[1:].isupper():
            continue  # a $10,000 rise is none in Australian dollars; HK $5 is in those of Hong Kong
        sign = tokens[k - 1].kind == "mark" or (tokens[k - 1].text.isupper() and len(tokens[k - 1].text) == 3)
        sign = sign or (tokens[k - 1].fold in words.sign_words and tokens[k - 1].text[0].isupper())
        if sign and not (phrase.payload.kind == "percent" and k > 1 and tokens[k - 2].kind == "number"):
            return UnitHit(phrase.payload.canonical, phrase.payload.kind, first, k)
    return None
