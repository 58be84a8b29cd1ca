"""Subjects that stand in a claim itself, where the tree has it share that of the verb before it."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.main_verbs import verb_behind_opening
from claimtrack.claims.gloss.passives import is_passive
from claimtrack.claims.gloss.verbs import takes_no_object
from claimtrack.claims.naming import is_accusative, shows_gender
from claimtrack.claims.reference.acting import may_agree
from claimtrack.claims.reference.left_out import counts_behind
from claimtrack.languages import lexicon, load, nominals, verbs


def is_counted_behind(draft: Draft) -> bool:
    """Whether what stands counted behind a verb surely acts: the verb is passive, has no object or bears it itself."""
    a, head = draft.passage.analysis, draft.head
    if not shows_gender(a, head) or not counts_behind(draft):
        return False
    code = lexicon.code_of(a.tokens[head].text)
    return is_passive(a, head) or takes_no_object(draft, code, head) or _bears_object(draft, code)


def is_named_behind(draft: Draft) -> bool:
    """Whether a definite noun right behind a verb that has no object surely acts: "أن | ينخفض الجنيه"."""
    a, noun = draft.passage.analysis, draft.head + 1
    if noun not in draft.tokens or a.pos[noun] != "NOUN" or not shows_gender(a, draft.head):
        return False
    code = lexicon.code_of(a.tokens[noun].text)
    when = "time" in draft.passage.mention_types[noun] or "moment" in draft.passage.classes[noun]
    definite = load(code).hooks.core(a.tokens[noun].text) is not None and not when
    return definite and takes_no_object(draft, code, draft.head) and may_agree(draft, noun)


def _bears_object(draft: Draft, code: str) -> bool:
    token, tag = draft.passage.analysis.tokens[draft.head], draft.passage.analysis.tags[draft.head]
    return verbs.bears_object(code, token.fold, tag)


def subject_in_front(draft: Draft) -> int | None:
    """The noun that opens a claim before its verb, led by nothing: "the factory | will not work", "boats | vanish"."""
    a, first = draft.passage.analysis, draft.tokens[0]
    while first < draft.head and (a.pos[first] == "AUX" or "complementizer" in draft.passage.classes[first]):
        first += 1
    before = first < draft.head or verb_behind_opening(draft, first) is not None
    if not before or a.pos[first] not in ("NOUN", "PROPN") or not may_agree(draft, first):
        return None
    passage, token = draft.passage, a.tokens[first]
    code = lexicon.code_of(token.text)
    led = nominals.has_preposition(code, token.norm) or nominals.is_unsaid(code, token.norm)
    told = first > 0 and "complementizer" in passage.classes[first - 1]  # which sets its subject in the accusative
    led = led or (is_accusative(a, first) and not told) or nominals.is_owned(code, token.norm, token.fold)
    when = passage.mention_types[first] & {"time", "quantity"} or passage.classes[first] & {"moment", "relative"}
    return None if led or when else first
