"""Who speaks, as the words of a sentence have it: the noun that names them, and whether "it" may be they themselves."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.phrases import is_comma
from claimtrack.languages import lexicon, load


def noun_of(a: Analysis, speaker: str) -> int | None:
    """The token that says who or what a speaker is: the last before a preposition or a comma, else the last."""
    whole = _tokens(a, speaker)
    ends = next((n for n, i in enumerate(whole) if n and (a.pos[i] == "ADP" or is_comma(a, i))), len(whole))
    words = [i for i in whole[:ends] if a.tokens[i].is_word and a.tokens[i].kind != "clitic"]
    return words[-1] if words else None


def _tokens(a: Analysis, speaker: str) -> list[int]:
    """The tokens of a speaker where they stand side by side; else the first run of the speaker's words."""
    words, whole = speaker.split(), "".join(speaker.split())
    for first, token in enumerate(a.tokens):
        if not words[0].startswith(token.text):
            continue
        said, last = token.text, first
        while len(said) < len(whole) and last + 1 < len(a.tokens) and whole.startswith(said):
            last += 1
            said += a.tokens[last].text
        if said == whole:
            return list(range(first, last + 1))
    own = [i for i, token in enumerate(a.tokens) if token.text in words and token.is_word]
    gap = next((i for i, k in pairwise(own) if k > i + 1), None)
    return own if gap is None else own[: own.index(gap) + 1]


def tells_of_others(a: Analysis, noun: int) -> bool:
    """Whether a speaker is a person, whose "it" is another: "a spokesman", "an analyst".

    A word that is also one for a firm ("the developer said it had sold …") may speak of itself.
    """
    return _is_in(a, noun, "person", "people") and not _is_in(a, noun, "organisation", "institution", "firm")


def is_paper(a: Analysis, noun: int) -> bool:
    """Whether a speaker only speaks for others, so that no pronoun is it: "the statement", "a source"."""
    return _is_in(a, noun, "teller")


def _is_in(a: Analysis, noun: int, *names: str) -> bool:
    token = a.tokens[noun]
    lists = load(lexicon.code_of(token.text)).folded
    return any(token.fold.lower() in lists("descriptions", name) for name in names)
