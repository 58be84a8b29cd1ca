"""What a claim sets apart or compares, as a gloss shows it: "not Peru", "except Spain", "more than Chad"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import claimtrack.claims.gloss.figures as figures
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.wording import language_of
from claimtrack.claims.judging.polarity import EXCEPTED
from claimtrack.claims.set_apart import apart, is_excepted, is_exempting
from claimtrack.languages import lexicon, load, nominals
from claimtrack.languages.inflection import contrasts, is_readable
from claimtrack.model.mentions import Mention, Quantity
from claimtrack.text.folding import fold

_BETWEEN = frozenset({"VERB", "AUX", "ADP"})
_TWO = 2


def led(draft: Draft, noun: int, phrase: str) -> str:
    """A noun phrase behind the word that sets it apart; "" for what only leads to what is set apart."""
    if any(first <= noun < last for first, last in draft.passage.phrases.get("exempting", ())):
        return ""
    word = apart(draft.passage, noun) or _translated(draft, noun) or _measure(draft, noun)
    return phrase if not word or f"{phrase} ".startswith(f"{word} ") else f"{word} {phrase}"


def _translated(draft: Draft, noun: int) -> str:
    """How a language that is translated sets a noun apart or compares with it; "" where it does neither."""
    code, tokens = language_of(draft), draft.passage.analysis.tokens
    if noun - 1 not in draft.tokens:
        return ""
    if lexicon.is_own_gloss(code):
        return tokens[noun - 1].norm if contrasts(tokens[noun - 1].norm) else ""
    if nominals.takes_out(code, tokens[noun - 1].fold) and not _is_denied(draft, noun):
        return "except"
    before = (tokens[k].fold for k in range(max(draft.tokens[0], noun - _TWO), noun))
    return nominals.leading(code, *before) or _compared(draft, code, noun)


def _is_denied(draft: Draft, noun: int) -> bool:
    """Whether a negator before an exception makes it all that is told: "did not lose | but one"."""
    denied = any("negator" in draft.passage.classes[i] for i in range(max(0, draft.tokens[0] - _TWO), noun))
    return denied or draft.polarity == "negated" or EXCEPTED in draft.reasons


def _compared(draft: Draft, code: str, noun: int) -> str:
    """The comparative whose other side a noun is, with "than": "more than"; "" where it is none."""
    a, counted = draft.passage.analysis, draft.passage.mention_types
    k = noun - 1
    if a.pos[k] in _BETWEEN and not nominals.leads_to_compared(code, a.tokens[k].fold):
        k -= 1
    led = "quantity" in counted[noun] or k not in draft.tokens
    if led or not nominals.leads_to_compared(code, a.tokens[k].fold):
        return ""
    at = next((i for i in (k - 1, k - 2) if i in draft.tokens and _compares(draft, code, i)), None)
    if at is None or any("quantity" in counted[i] for i in range(at, k + 1)):
        return ""
    word = nominals.adjective(code, a.tokens[at].norm)
    more = lexicon.comparative(word or "")
    told = (
        more if word is not None and more != word.removeprefix("the ") else ""
    )  # "the first of them" compares nothing
    return nominals.than(code, a.tokens[at].norm) or (f"{told} than" if told else "")


def _compares(draft: Draft, code: str, i: int) -> bool:
    """Whether a word is a comparative: an elative without the article, and no name."""
    norm = draft.passage.analysis.tokens[i].norm
    word = nominals.adjective(code, norm)
    ranks = word is not None and word.startswith("the ") and not nominals.has_article(code, norm)
    return ranks and draft.passage.analysis.pos[i] != "PROPN"


def _measure(draft: Draft, noun: int) -> str:
    """210 dollars per tonne: the word before that for which a sum or a number is told, "" where none is."""
    before = draft.passage.analysis.tokens[noun - 1].fold if noun else ""
    return "per" if before in _for_each(language_of(draft)) else ""


@cache
def _for_each(code: str) -> frozenset[str]:
    """The words before that for which a sum is told."""
    return frozenset(map(fold, load(code).data("units")["phrases"]["for_each"]))


@cache
def _towns(code: str) -> frozenset[str]:
    """The names of what is smaller than a country, folded."""
    return frozenset(fold(name) for names in load(code).data("places")["cities"].values() for name in names)


def shown(draft: Draft, mention: Mention, words: str) -> str:
    """A value behind the word that sets it apart."""
    tokens = draft.passage.analysis.tokens
    first = next((i for i in draft.tokens if tokens[i].end > mention.start), None)
    if first is None:
        return words
    told = led(draft, first, words)
    if told == words and isinstance(mention.value, Quantity) and first - 1 in draft.tokens:
        out = draft.passage.analysis.pos[first - 1] == "NOUN" and _translated(draft, first - 1) in _LEFT_OUT
        return led(draft, first - 1, words) if out else words  # "but | one child"
    return told


def is_taken_out(draft: Draft, mention: Mention) -> bool:
    """Whether a value is only said to be left out, so that the claim is not said of it."""
    tokens = draft.passage.analysis.tokens
    first = next((i for i in draft.tokens if tokens[i].end > mention.start), None)
    return first is not None and _translated(draft, first) in _LEFT_OUT


_LEFT_OUT = frozenset({"except"})


def placed(draft: Draft, mention: Mention, country: str) -> str:
    """A country behind the word that sets it apart; a region or town of it, which is not the whole, by its own name."""
    line = shown(draft, mention, country)
    if line == country or not is_readable(mention.text):
        return line
    return shown(draft, mention, mention.text) if fold(mention.text) in _towns(language_of(draft)) else line


def excepted(draft: Draft, is_here: Callable[[int], bool]) -> Iterator[str]:
    """The numbers of those of whom the claim is not true, where they stand in one part of it."""
    p, tokens = draft.passage, draft.passage.analysis.tokens
    for i in (i for i in draft.tokens if is_here(tokens[i].start) and i and is_exempting(p, i - 1)):
        told = (m.value for m in p.mentions if m.start == tokens[i].start and is_excepted(p, m))
        value = next((value for value in told if isinstance(value, Quantity)), None)
        if value is not None:
            yield f"all but {figures.quantity(value)}"
        elif p.analysis.pos[i] == "NUM":
            yield f"all but {tokens[i].norm}"
