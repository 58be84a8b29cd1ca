"""Whether a claim whose verb bears its subject goes on about a noun before it, or has nothing to do with it."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.verbs import listed
from claimtrack.claims.reference.acting import may_agree
from claimtrack.claims.reference.antecedents import entity_of, is_measure
from claimtrack.claims.reference.behind_verb import acting
from claimtrack.claims.reference.doers import noun_kind
from claimtrack.claims.reference.left_out import acts_owned, governs_count, pronoun_in_front
from claimtrack.claims.reference.own_subjects import (
    has_own,
    is_counted_behind,
    is_named_behind,
    is_topic_of_that,
    subject_in_front,
)
from claimtrack.claims.reference.towns import is_country
from claimtrack.claims.tree_subjects import shows_gender
from claimtrack.languages import lexicon, load, nominals, verbs
from claimtrack.model.mentions import Place


def is_apart(draft: Draft, noun: int) -> bool:
    """Whether a noun outside the claim is no subject of it: behind a preposition, or where the claim has its own.

    "By the channel's account | nobody died", "the workers say that | it was shut", "it rained, and | 40 were moved".
    """
    if draft.passage.analysis.pos[noun - 1] == "ADP" or pronoun_in_front(draft) is not None:
        return True
    return (
        subject_in_front(draft) is not None
        or is_topic_of_that(draft)
        or is_counted_behind(draft)
        or is_named_behind(draft)
        or has_own(draft)
        or (not _is_relative(draft) and acts_owned(draft, draft.head + 1))
        or acting(draft, load(_code(draft, noun)).hooks) is not None
        or not may_agree(draft, noun)
        or not _may_go_on(draft, noun)
        or _is_two(draft, noun)
        or _is_but_one(draft, noun)
    )


def _is_relative(draft: Draft) -> bool:
    return "relative" in draft.passage.classes[draft.tokens[0]]


def _may_go_on(draft: Draft, noun: int) -> bool:
    """Whether a noun before the claim can be what its verb goes on about: no measure or adverb, and of its gender."""
    a, passage = draft.passage.analysis, draft.passage
    hooks = load(_code(draft, noun)).hooks
    if "complementizer" in passage.classes[noun] or a.tokens[noun].text.endswith(hooks.ADVERB):
        return False
    if is_visited(draft, noun):
        return False
    if noun > draft.head or not shows_gender(a, draft.head) or a.pos[noun] != "NOUN":
        return True
    if is_measure(_code(draft, noun), a.tokens[noun].text) and not tells_measure(draft):
        return False
    entity = entity_of(draft, a.tokens[noun].text, noun, hooks)
    known = entity.gender is not None and lexicon.is_listed(_code(draft, noun), a.tokens[noun].fold)
    return not known or entity.fits(*hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head]))


def tells_measure(draft: Draft) -> bool:
    """Whether a claim tells how a measure changed or how much it is."""
    change = "change" in draft.passage.classes[draft.head]
    if governs_count(draft, draft.head + 1):
        return change  # "claimed | the lives of 20"
    return change or any("quantity" in draft.passage.mention_types[i] for i in draft.tokens)


def _code(draft: Draft, i: int) -> str:
    return lexicon.code_of(draft.passage.analysis.tokens[i].text)


def _is_two(draft: Draft, noun: int) -> bool:
    """Whether a verb in the singular cannot go on about two people: قتل جنديان | وجرح خمسة."""
    a, head = draft.passage.analysis, draft.head
    code = lexicon.code_of(a.tokens[noun].text)
    singular = load(code).hooks.gender_number(a.tokens[head].norm, a.tags[head])[1] == "s"
    return noun < head and singular and nominals.is_dual(code, a.tokens[noun].fold)


def _is_but_one(draft: Draft, noun: int) -> bool:
    """Whether a verb of several cannot go on about one person: "the painter married Huda | and they had two sons"."""
    a, head = draft.passage.analysis, draft.head
    code = lexicon.code_of(a.tokens[noun].text)
    hooks = load(code).hooks
    if noun > head or hooks.gender_number(a.tokens[head].norm, a.tags[head])[1] != "p" or not shows_gender(a, head):
        return False
    one = entity_of(draft, a.tokens[noun].text, noun, hooks).number == "s"
    return one and noun_kind(code, a.tokens[noun].text) == "person"


def _is_of_places(draft: Draft, verb: int) -> bool:
    """Whether a verb tells what only things and places do or are: being founded, extending, being considered."""
    code = _code(draft, verb)
    found = listed(draft, code, verb)
    return found is not None and (verbs.done_by(code, found) == "thing" or found.lemma in verbs.of_places(code))


def is_visited(draft: Draft, noun: int) -> bool:
    """Whether a town stands behind a verb that shows its subject, and is rather where somebody went than who acts."""
    a = draft.passage.analysis
    start, verb = a.tokens[noun].start, noun > 0 and shows_gender(a, noun - 1)
    places = ((m.text, m.value) for m in draft.passage.mentions if m.start == start)
    thing = noun_kind(_code(draft, noun), a.tokens[noun].text) == "thing"
    thing = thing and any(m.start == start and " " in m.text for m in draft.passage.mentions)
    if verb and (thing or _is_of_places(draft, noun - 1)):
        return False  # "was founded | the city of …", "was built on it | the dam of …"
    return verb and any(isinstance(value, Place) and not is_country(text, value.code) for text, value in places)
