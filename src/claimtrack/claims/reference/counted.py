"""Whether what stands counted right behind a verb that bears its subject is acted on, so that somebody else acts."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.verbs import listed, takes_no_object
from claimtrack.claims.reference.doers import acts_itself, noun_kind
from claimtrack.claims.tree_subjects import shows_gender
from claimtrack.languages import Hooks, lexicon, load, nominals, verbs
from claimtrack.model.mentions import Quantity
from claimtrack.text.folding import fold


def is_counted_object(draft: Draft, hooks: Hooks) -> bool:
    """Whether a number or dual right behind the verb is what is acted on.

    It bears the ending of an object ("two cases"), is what somebody owns, is of a thing while the verb is surely active
    and what only somebody does ("sold 8,800 cars"), or is of the other gender than the verb ("she employed 400
    engineers").
    """
    a, at = draft.passage.analysis, draft.head + 1
    if at not in draft.tokens or not shows_gender(a, draft.head):
        return False
    code = lexicon.code_of(a.tokens[draft.head].text)
    borne = verbs.bears_object(code, a.tokens[draft.head].fold, a.tags[draft.head])
    if borne or takes_no_object(draft, code, draft.head):
        return False
    if bears_ending(draft, at, hooks):
        return True
    start = a.tokens[at].start
    counted = next((m for m in draft.mentions if isinstance(m.value, Quantity) and m.start <= start < m.end), None)
    if counted is None:
        return False
    noun = next(
        (i for i in range(at, draft.tokens[-1] + 1) if a.pos[i] == "NOUN" and a.tokens[i].end <= counted.end), None
    )
    if noun is None:
        return False
    having = load(code).folded("descriptions", "having")
    if not having.isdisjoint(load(code).hooks.verb_keys(a.tokens[draft.head].fold)):
        return True  # "owns | 40 mills"
    found = listed(draft, code, draft.head)
    active = found is not None and acts_itself(draft, code, found)
    alone = found is not None and verbs.done_by(code, found) in ("person", "somebody")
    if active and alone and noun_kind(code, a.tokens[noun].text) == "thing":
        return True
    return _differs(draft, noun, hooks)


def bears_ending(draft: Draft, at: int, hooks: Hooks) -> bool:
    """Whether a dual, a plural of people or a round number is in the case of what is acted on."""
    a, token = draft.passage.analysis, draft.passage.analysis.tokens[at]
    code = lexicon.code_of(token.text)
    endings = load(code).data("units").get("endings", {}).get("shown_dual", ())
    plain = (
        a.pos[at] in ("NOUN", "NUM")
        and "name" not in draft.passage.mention_types[at]
        and token.norm.endswith(tuple(endings))
        and not a.has_conjunction(at)
    )
    known = a.pos[at] == "NUM" or "quantity" in draft.passage.mention_types[at] or _has_stem(code, token.fold, endings)
    return plain and known and not (a.pos[at] == "NOUN" and lexicon.is_listed(code, token.fold))


def _has_stem(code: str, folded: str, endings: Sequence[str]) -> bool:
    """Whether a word is a listed noun but for its ending, behind which a feminine has its own letter."""
    hooks = load(code).hooks
    stems = [folded.removesuffix(fold(end)) for end in endings if folded.endswith(fold(end))]
    whole = [stem[:-1] + fold(hooks.FEMININE) for stem in stems]
    return any(lexicon.english_noun(code, each) is not None for each in (*stems, *whole))


def _differs(draft: Draft, noun: int, hooks: Hooks) -> bool:
    """Whether one noun of many counted is masculine behind a feminine verb, which then is not of them."""
    a = draft.passage.analysis
    token, verb = a.tokens[noun], hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])
    code = lexicon.code_of(token.text)
    several = lexicon.bare(code, token.fold) in lexicon.plural_forms(code)
    return verb == ("f", "s") and not several and nominals.gender(code, token.norm, token.fold) == "m"
