"""Who has what a claim tells of, where a preposition says "has": with us, with it, with the bank."""

from __future__ import annotations

from claimtrack.claims.analysis import NOMINAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.reference.antecedents import entity_of
from claimtrack.claims.reference.bodies import is_body
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.entities import Entity, Resolved, one
from claimtrack.claims.reference.first_person import first_named
from claimtrack.languages import Hooks, lexicon, load, nominals

_LONGEST = 6
_PARTICLES = 2


def having(draft: Draft, discourse: Discourse, hooks: Hooks, added: list[tuple[int, str]]) -> Resolved | None:
    """The claim with who has what it tells of as its subject; None where it has no such word or that is open."""
    p, first = draft.passage, _opening(draft)
    opens = "existential" in p.classes[first]
    person = hooks.person(p.analysis.tokens[first].norm, p.analysis.tags[first]) if opens else None
    if person in ("1s", "1p"):
        return Resolved(first_named(draft, discourse, person, first), tuple(added), ())
    if opens and (has := _by_pronoun(draft, discourse, hooks, first)) is not None:
        return Resolved(has[1].text, ((has[0], f" [{has[1].text}]"), *added), ())
    tokens = _holder(draft, hooks, first) if opens else _in_front(draft, hooks)
    if not tokens:
        return None
    name = phrase_text(p.analysis, tokens)
    discourse.remember(entity_of(draft, name, tokens[0], hooks))
    discourse.cast.enter(draft, name, tokens[0], hooks)
    return Resolved(name, tuple(added), ())


def _opening(draft: Draft) -> int:
    """Where a claim begins behind "was" and "not": كان لدى, ليس لدى."""
    p, first = draft.passage, draft.tokens[0]
    at = first
    while at < min(first + _PARTICLES, draft.tokens[-1]) and p.classes[at] & {"copula", "negator"}:
        at += 1
    return at


def _by_pronoun(draft: Draft, discourse: Discourse, hooks: Hooks, first: int) -> tuple[int, Entity] | None:
    """Who has it where a pronoun on the word for "has" says it (لديه): where it ends, and whom."""
    p = draft.passage
    token = p.analysis.tokens[first]
    shown = hooks.possessor(token.norm, "NOUN")
    if shown is None or draft.frame.attribution == "direct":
        return None
    meant = one([e for e in discourse.meant(draft, *shown, hooks) if e.passage >= p.index - 1])
    words = " ".join(p.analysis.tokens[i].text for i in draft.tokens)
    return None if meant is None or meant.text in words else (token.end, meant)


def _holder(draft: Draft, hooks: Hooks, first: int) -> list[int]:
    """The words behind "with" up to what is had: a name, or a phrase that the article closes; no act (لدى وصوله)."""
    p, a = draft.passage, draft.passage.analysis
    if "before_whom" not in p.classes[first]:
        return []  # "there are"
    words = list(_up_to_had(draft, hooks, first + 1))
    behind = words[-1] + 1 if words else first
    if behind not in draft.tokens or not _is_had(draft, behind):
        return []
    code = lexicon.code_of(a.tokens[words[0]].text)
    word = a.tokens[words[0]]
    act = word.fold in lexicon.masdars(code) and not is_body(load(code), word.fold)
    return [] if act or nominals.is_owned(code, word.norm, word.fold) else words


def _up_to_had(draft: Draft, hooks: Hooks, first: int) -> list[int]:
    p, a = draft.passage, draft.passage.analysis
    words: list[int] = []
    for k in range(first, min(first + _LONGEST, draft.tokens[-1] + 1)):
        closed = bool(words) and (_is_closed(draft, words[-1], hooks))
        more = hooks.core(a.tokens[k].text) is not None or a.pos[k] == "PROPN"
        if a.pos[k] not in NOMINAL | {"ADJ", "X"} or "quantity" in p.mention_types[k] or (closed and not more):
            break
        words.append(k)
    return words if words and _is_closed(draft, words[-1], hooks) else []


def _is_closed(draft: Draft, i: int, hooks: Hooks) -> bool:
    """Whether a word ends a name or a phrase with the article."""
    a, types = draft.passage.analysis, draft.passage.mention_types[i]
    word = a.tokens[i].text[1:] if a.has_conjunction(i) else a.tokens[i].text
    return hooks.core(word) is not None or a.pos[i] == "PROPN" or bool({"name", "place"} & types)


def _is_had(draft: Draft, i: int) -> bool:
    """Whether what somebody has may begin at a token: a number or a noun, led by nothing."""
    a, token = draft.passage.analysis, draft.passage.analysis.tokens[i]
    led = nominals.has_preposition(lexicon.code_of(token.text), token.norm)
    return "quantity" in draft.passage.mention_types[i] or (a.pos[i] in ("NOUN", "NUM", "DET") and not led)


def _in_front(draft: Draft, hooks: Hooks) -> list[int]:
    """The words that open a claim right before "with it", where their noun fits the pronoun: الشركة لديها.

    "Was" and "not" may stand between, and of what is counted "to it" and "at it" say the same: "the college to it 5".
    """
    p, a, first = draft.passage, draft.passage.analysis, draft.tokens[0]
    at = next((i for i in draft.tokens[1 : _LONGEST + 1] if _owner_shown(draft, i, hooks)), None)
    shown = None if at is None else _owner_shown(draft, at, hooks)
    if at is None or shown is None:
        return []
    last = at - 1
    while last > first and p.classes[last] & {"copula", "negator"}:
        last -= 1
    if any(a.pos[i] not in NOMINAL | {"ADJ", "X"} or is_comma(a, i) for i in range(first, last + 1)):
        return []
    token = a.tokens[first]
    code = lexicon.code_of(token.text)
    fits = nominals.gender(code, token.norm, token.fold) in (None, shown)
    timed = {"time", "quantity"} & p.mention_types[first]
    named = (
        last == first + 1 and is_body(load(code), token.fold) and nominals.adjective(code, a.tokens[last].norm) is None
    )
    led = nominals.has_preposition(code, token.norm) or not (named or _is_closed(draft, last, hooks))
    return [] if not fits or timed or led else list(range(first, last + 1))


def _owner_shown(draft: Draft, i: int, hooks: Hooks) -> str | None:
    """The gender of who has what follows, where a word says so: "with it", and "to it" or "at it" before a number."""
    p, token = draft.passage, draft.passage.analysis.tokens[i]
    if "existential" in p.classes[i]:
        shown = hooks.possessor(token.norm, "NOUN")
        return None if shown is None else shown[0]
    if i + 1 not in draft.tokens or "quantity" not in p.mention_types[i + 1]:
        return None
    language = load(lexicon.code_of(token.text))
    lists = (("m", "with_him"), ("f", "with_her"))
    return next((gender for gender, name in lists if token.fold in language.folded("descriptions", name)), None)
