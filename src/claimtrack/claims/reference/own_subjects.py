"""Subjects that stand in a claim itself, where the tree has it share that of the verb before it."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.main_verbs import verb_behind_opening
from claimtrack.claims.gloss.passives import is_passive
from claimtrack.claims.gloss.verbs import takes_no_object
from claimtrack.claims.naming import is_accusative
from claimtrack.claims.reference.acting import may_agree
from claimtrack.claims.reference.bodies import is_body
from claimtrack.claims.reference.counted import bears_ending
from claimtrack.claims.reference.doers import noun_kind
from claimtrack.claims.reference.left_out import counts_behind
from claimtrack.claims.reference.people import is_people, is_somebody
from claimtrack.claims.tree_subjects import shows_gender
from claimtrack.languages import lexicon, load, nominals, verbs
from claimtrack.text.folding import fold


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


def is_topic_of_that(draft: Draft) -> bool:
    """Whether a claim opens with an indefinite accusative behind "that", which only its subject has there."""
    a, first = draft.passage.analysis, draft.tokens[0]
    told = 0 < first < draft.head and "complementizer" in draft.passage.classes[first - 1]
    return told and is_accusative(a, first)


def has_own(draft: Draft) -> bool:
    """Whether a word behind the verb is by its form or its place the subject, whatever the tree has it for."""
    a, at = draft.passage.analysis, draft.head + 1
    if draft.tokens[0] < draft.head - 1 and "relative" in draft.passage.classes[draft.head - 1]:
        return True  # "whoever | pays"
    if draft.tokens[0] + 1 < draft.head and _is_some_of_them(draft):
        return True
    if at not in draft.tokens or _is_time(draft, at):
        return False
    if a.pos[draft.head] == "AUX":  # "was | the network losing", "were | his drawings of use"
        return a.pos[at] == "NOUN" and _is_closed(draft, at) and at + 1 in draft.tokens
    if not shows_gender(a, draft.head):
        return False
    if _acts_before_object(draft, at) or (is_passive(a, draft.head) and _is_done_to(draft, at)):
        return True
    if _shows_subject(draft, at) or _acts_on_bearer(draft, at) or _acts_behind_closed(draft, at):
        return True
    return acts_of_house(draft, at) or _amounts(draft, at)


def acts_of_house(draft: Draft, at: int) -> bool:
    """Whether somebody stands behind the verb with what is his, and an object behind that: "the house's owner | …"."""
    a, behind = draft.passage.analysis, at + 2
    if (
        at != draft.head + 1
        or behind not in draft.tokens
        or any(a.pos[i] != "NOUN" for i in range(at, behind + 1))
        or _is_closed(draft, at)
    ):
        return False
    token = a.tokens[at]
    code = lexicon.code_of(token.text)
    led = any(nominals.has_preposition(code, a.tokens[i].norm) for i in range(at, behind + 1))
    closed = _is_closed(draft, at + 1) and _is_closed(draft, behind) and not _is_time(draft, behind)
    described = nominals.adjective(code, a.tokens[behind].norm) is not None
    return closed and not led and not described and noun_kind(code, token.text) == "person" and may_agree(draft, at)


def _amounts(draft: Draft, at: int) -> bool:
    """Whether a measure stands behind a verb of amounting to a figure: "بلغت | نسبة المشاركة 40 في المئة"."""
    a, token = draft.passage.analysis, draft.passage.analysis.tokens[at]
    code, verb = lexicon.code_of(token.text), a.tokens[draft.head]
    if lexicon.english_predicate(code, verb.fold, True) != "reach" or a.pos[at] != "NOUN" or is_accusative(a, at):
        return False
    figure = any("quantity" in draft.passage.mention_types[i] for i in draft.tokens if i > at + 1)
    led = nominals.has_preposition(code, token.norm)
    return figure and not led and "quantity" not in draft.passage.mention_types[at] and may_agree(draft, at)


def _is_some_of_them(draft: Draft) -> bool:
    """Whether a claim opens with a number of those named before: "90 of them | were referred"."""
    first = draft.tokens[0]
    return draft.passage.analysis.pos[first] == "NUM" and "of_them" in draft.passage.classes[first + 1]


def _is_done_to(draft: Draft, at: int) -> bool:
    """Whether a noun stands right behind a verb that is surely passive: "will be shown | the tablets"."""
    a, token = draft.passage.analysis, draft.passage.analysis.tokens[at]
    led = nominals.has_preposition(lexicon.code_of(token.text), token.norm)
    return a.pos[at] == "NOUN" and not led and not is_accusative(a, at) and may_agree(draft, at)


def _shows_subject(draft: Draft, at: int) -> bool:
    """Whether the word behind a verb is "one of them", men in the nominative, or what a verb without object needs."""
    a, token = draft.passage.analysis, draft.passage.analysis.tokens[at]
    code = lexicon.code_of(token.text)
    hooks = load(code).hooks
    if "partitive" in draft.passage.classes[at]:
        return True
    if a.pos[at] == "ADJ" and not is_accusative(a, at) and is_one(draft, at):
        return may_agree(draft, at)
    if a.pos[at] != "NOUN" or is_accusative(a, at) or nominals.has_preposition(code, token.norm):
        return False
    if token.norm.endswith(hooks.SUBJECTS) and hooks.core(token.text) is not None:
        return hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head]) == ("m", "s")
    several = is_people(draft, at) and lexicon.bare(code, token.fold) in lexicon.plural_forms(code)
    if takes_no_object(draft, code, draft.head):
        return several or may_agree(draft, at)
    return not _is_closed(draft, at) and is_one(draft, at) and may_agree(draft, at)


def is_one(draft: Draft, at: int) -> bool:
    """Whether a noun is of somebody, also in the feminine: متحدثة."""
    token = draft.passage.analysis.tokens[at]
    code = lexicon.code_of(token.text)
    bare = lexicon.bare(code, token.fold).removesuffix(fold(load(code).hooks.FEMININE))
    known = nominals.nominal(code, token.norm)
    people = load(code).folded("descriptions", "person") | load(code).folded("descriptions", "people")
    several = token.norm.endswith(load(code).hooks.SUBJECTS)
    return several or is_somebody(draft, at) or not people.isdisjoint({bare, known.key or bare})


def _acts_on_bearer(draft: Draft, at: int) -> bool:
    """Whether the verb bears its object, so that the noun behind it acts: غادره آخر طبيب, رفضتها مصالح الرقابة."""
    a, token = draft.passage.analysis, draft.passage.analysis.tokens[at]
    code = lexicon.code_of(token.text)
    plain = a.pos[at] in ("NOUN", "ADJ", "DET", "PROPN") and not nominals.has_preposition(code, token.norm)
    return plain and not is_accusative(a, at) and _bears_object(draft, code) and may_agree(draft, at)


def _acts_before_object(draft: Draft, at: int) -> bool:
    """Whether an indefinite noun stands behind a definite one that agrees, and is no part of it."""
    a, behind = draft.passage.analysis, at + 1
    if behind not in draft.tokens or a.pos[at] != "NOUN" or a.pos[behind] != "NOUN" or not _is_closed(draft, at):
        return False
    token, code = a.tokens[behind], lexicon.code_of(a.tokens[behind].text)
    hooks = load(code).hooks
    led = nominals.has_preposition(code, token.norm) or nominals.has_preposition(code, a.tokens[at].norm)
    if led or _is_closed(draft, behind) or _is_time(draft, behind) or bears_ending(draft, at, hooks):
        return False
    described = nominals.adjective(code, token.norm) is not None or noun_kind(code, token.text) is None
    verb = hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])
    noun = nominals.nominal(code, a.tokens[at].norm)
    things = verb == ("f", "s") and noun.is_plural and noun_kind(code, a.tokens[at].text) != "person"
    shown = nominals.gender(code, a.tokens[at].norm, a.tokens[at].fold)
    return verb[1] == "s" and not described and not is_accusative(a, behind) and (things or shown == verb[0])


def _acts_behind_closed(draft: Draft, at: int) -> bool:
    """Whether an indefinite noun behind a definite one bears no ending of an object: يسود البلدة | مناخ جبلي."""
    a, behind = draft.passage.analysis, at + 1
    if behind not in draft.tokens or a.pos[at] != "NOUN" or a.pos[behind] != "NOUN" or not _is_closed(draft, at):
        return False
    token, code = a.tokens[behind], lexicon.code_of(a.tokens[behind].text)
    described = nominals.adjective(code, token.norm) is not None or not lexicon.is_listed(code, token.fold)
    led = nominals.has_preposition(code, token.norm) or nominals.has_preposition(code, a.tokens[at].norm)
    if described or led or _is_closed(draft, behind) or is_accusative(a, behind) or _is_time(draft, behind):
        return False
    ends = behind + 1 not in draft.tokens or a.pos[behind + 1] not in ("NOUN", "PROPN", "PRON", "DET", "NUM")
    verb = load(code).hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])
    return ends and verb == ("m", "s") and nominals.gender(code, token.norm, token.fold) == "m"


def _is_closed(draft: Draft, at: int) -> bool:
    token = draft.passage.analysis.tokens[at]
    code = lexicon.code_of(token.text)
    return load(code).hooks.core(token.text) is not None or nominals.is_owned(code, token.norm, token.fold)


def _is_time(draft: Draft, at: int) -> bool:
    return "time" in draft.passage.mention_types[at] or "moment" in draft.passage.classes[at]


def is_made(draft: Draft, noun: int) -> bool:
    """Whether an indefinite thing stands near behind a verb that may have an object: "founded | a clinic"."""
    a = draft.passage.analysis
    if not shows_gender(a, draft.head) or noun not in (draft.head + 1, draft.head + 2) or a.pos[noun] != "NOUN":
        return False
    token, code = a.tokens[noun], lexicon.code_of(a.tokens[noun].text)
    behind = a.tokens[noun + 1].text if noun + 1 in draft.tokens and a.pos[noun + 1] in ("NOUN", "PROPN") else ""
    named = bool(behind) and (a.pos[noun + 1] == "PROPN" or load(code).hooks.core(behind) is not None)
    known = nominals.nominal(code, token.norm)
    if named or _is_closed(draft, noun) or is_one(draft, noun) or not known.key or known.owned:
        return False
    return not takes_no_object(draft, code, draft.head) and not is_body(load(code), token.fold)
