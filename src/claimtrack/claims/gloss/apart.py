"""What a claim sets apart, as a gloss shows it: "not Peru", "except Spain", "all but 3 states", "only 6 buses"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import claimtrack.claims.gloss.figures as figures
from claimtrack.claims.draft import Draft
from claimtrack.claims.set_apart import apart, is_excepted, is_exempting
from claimtrack.model.mentions import Mention, Quantity


def led(draft: Draft, noun: int, phrase: str) -> str:
    """A noun phrase behind the word that sets it apart; "" for what only leads to what is set apart."""
    if any(first <= noun < last for first, last in draft.passage.phrases.get("exempting", ())):
        return ""
    word = apart(draft.passage, noun)
    return phrase if not word or phrase.partition(" ")[0] == word else f"{word} {phrase}"


def shown(draft: Draft, mention: Mention, words: str) -> str:
    """A value behind the word that sets it apart."""
    tokens = draft.passage.analysis.tokens
    first = next((i for i in draft.tokens if tokens[i].end > mention.start), None)
    return words if first is None else led(draft, first, words)


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
