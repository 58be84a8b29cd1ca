"""What says who somebody without a name is: "two people familiar | with the talks", "سكان | في البلدة"."""

from __future__ import annotations

from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import forward, is_addressee, is_finite
from claimtrack.languages import Hooks, lexicon, load


def with_complement(p: Passage, tokens: list[int], hooks: Hooks) -> list[int]:
    """A noun phrase without a name with the prepositional phrase that describes it, unlike "قال الوزير في بيان".

    Behind a definite noun or a name such words rather tell where or when something is said.
    """
    a = p.analysis
    at = _link(p, tokens, hooks)
    if at is None or any(a.pos[t] == "PROPN" for t in tokens):
        return tokens
    further = forward(p, at + 1, hooks)
    if not further or any("occasion" in p.classes[t] or "time" in p.mention_types[t] for t in further):
        return tokens
    end = _end_of_place(p, further, hooks) if hooks.VERB_FIRST else further[-1] + 1
    ends = end <= further[-1] or end >= len(a.tokens) or a.tokens[end].kind == "mark"
    ends = ends or (hooks.VERB_FIRST and is_finite(a, end)) or bool(p.classes[end] & {"complementizer", "relative"})
    return [*tokens, *range(tokens[-1] + 1, end)] if ends else tokens


def _link(p: Passage, tokens: list[int], hooks: Hooks) -> int | None:
    """The preposition that leads on: behind an adjective or participle that describes, or to where persons belong."""
    a, at = p.analysis, tokens[-1] + 1
    if hooks.VERB_FIRST and any(hooks.core(a.tokens[t].text) is not None for t in tokens):
        return None
    described = len(tokens) > 1 and _describes(p, tokens[-2], tokens[-1])
    participle = at + 1 < len(a.tokens) and a.tags[at].endswith(":VBN") and a.pos[at - 1] == "NOUN"
    if participle and a.tokens[at + 1].norm != hooks.BY:
        described, at = True, at + 1  # "three officials briefed | on the plan", but "a letter | seen by us"
    if at + 1 >= len(a.tokens) or a.pos[at] != "ADP":
        return None
    return at if described or _belongs(p, tokens, at, hooks) else None


def _describes(p: Passage, noun: int, word: int) -> bool:
    """Whether a word is the adjective of the noun before it; two that end alike agree ("مصدران مطلعان")."""
    a = p.analysis
    alike = a.pos[word] == "NOUN" and a.tokens[noun].norm[-2:] == a.tokens[word].norm[-2:]
    return a.pos[noun] in ("NOUN", "NUM", "ADJ") and (a.pos[word] == "ADJ" or alike)


def _belongs(p: Passage, tokens: list[int], at: int, hooks: Hooks) -> bool:
    """Whether somebody without a name stands before a preposition that leads to where they live or work."""
    a = p.analysis
    language = load(lexicon.code_of(a.tokens[at].text))
    if a.tokens[at].fold not in language.folded("structure", "belonging"):
        return False
    if not hooks.VERB_FIRST:
        return all(a.pos[t] in ("NOUN", "DET", "ADJ", "NUM") for t in tokens)
    sources = language.folded("structure", "nameless_sources")
    words = (a.tokens[t] for t in tokens)
    role = any("role" in p.classes[t] for t in tokens)
    return role or any(word.norm.endswith(hooks.SUBJECTS) or word.fold in sources for word in words)


def _end_of_place(p: Passage, tokens: list[int], hooks: Hooks) -> int:
    """Where a place ends, behind which an object or whom it is told may follow: "باحثون في روما | تعافي الغابة"."""
    told = next((t for t in tokens if is_addressee(p.analysis, t, hooks)), tokens[-1] + 1)
    placed = [t for t in tokens if "place" in p.mention_types[t] and t < told]
    return placed[-1] + 1 if placed else told
