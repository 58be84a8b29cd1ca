"""Whose words a claim reports, as something that its pronouns may mean."""

from __future__ import annotations

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.draft import Draft
from claimtrack.claims.reference.doers import kind_of
from claimtrack.claims.reference.entities import PERSON, Entity, may_be_anybody
from claimtrack.claims.reference.people import shown_gender
from claimtrack.claims.reference.tellers import is_paper, noun_of, tells_of_others
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.model.claims import NARRATOR
from claimtrack.model.mentions import Name
from claimtrack.text.folding import fold, lighten


def reporter(draft: Draft, hooks: Hooks) -> Entity | None:
    """The speaker of what a claim reports, as something that its pronouns may mean; None outside reports."""
    speaker = draft.frame.speaker
    if speaker is None or speaker == NARRATOR:
        return None
    if draft.frame.attribution != "reported" and not (hooks.VERB_FIRST and _is_told_within(draft, speaker)):
        return None
    if hooks.VERB_FIRST and kind_of(lexicon.code_of(speaker), speaker) in ("thing", "telling"):
        return None  # a study tells of other things
    if hooks.person(lighten(speaker), "PRON") is not None:
        return None  # "it said it would": who that is, was said before
    if hooks.VERB_FIRST:
        gender, number = by_cue(draft, speaker, hooks)
        if number == "s" and is_of_other_gender(speaker, gender):
            return None  # whose verb shows another gender was taken for the speaker
        return Entity(speaker, gender, number, draft.passage.index, person=is_person(draft, speaker))
    return by_words(draft, speaker, hooks)


def is_of_other_gender(speaker: str, gender: str | None) -> bool:
    """Whether a speaker's first noun shows the other gender; men may have nouns with the ending of a feminine."""
    first, code = speaker.split()[0], lexicon.code_of(speaker)
    shown = nominals.gender(code, lighten(first), fold(first))
    man = lexicon.bare(code, fold(first)) in load(code).folded("descriptions", "person")
    return None not in (shown, gender) and shown != gender and not (man and shown == "f")


def _is_told_within(draft: Draft, speaker: str) -> bool:
    """Whether a speech reports what a claim says as another's words, outside any quotation of them."""
    p, first = draft.passage, draft.tokens[0]
    near = (r for r in p.reports or () if r.cue < r.first <= first < r.last and r.frame.speaker == speaker)
    return draft.frame.attribution == "direct" and any(p.quoted[r.cue] == p.quoted[first] for r in near)


def is_person(draft: Draft, speaker: str) -> bool:
    """Whether a speaker is a person by the name or the office that the words hold."""
    named = (m.value for m in draft.passage.mentions if isinstance(m.value, Name) and m.value.what == "person")
    return kind_of(lexicon.code_of(speaker), speaker) == "person" or any(value.name in speaker for value in named)


def by_cue(draft: Draft, speaker: str, hooks: Hooks) -> tuple[str | None, str]:
    """Gender as the reporting verb or participle shows it, number as the speaker's first noun does."""
    a, first = draft.passage.analysis, speaker.split()[0]
    code, folded = lexicon.code_of(first), fold(first)
    plural = hooks.gender_number(first, "NOUN")[1] == "p" or nominals.is_dual(code, folded)
    if lexicon.is_listed(code, folded):
        plural = lexicon.noun_form(code, folded) != lexicon.english_noun(code, folded)
    within = [r for r in draft.passage.reports or () if r.first <= draft.tokens[0] < r.last]
    cue = max((r.cue for r in within), default=None)
    gender = lexicon.gender(code, folded) if cue is None else hooks.gender_number(a.tokens[cue].norm, a.tags[cue])[0]
    return gender, "p" if plural else "s"


def by_words(draft: Draft, speaker: str, hooks: Hooks) -> Entity:
    """What the speaker's own words show: a person by name or office, many by the noun's form, else a thing."""
    a, words, at = draft.passage.analysis, speaker.split(), draft.passage.index
    names = [m.value for m in draft.passage.mentions if isinstance(m.value, Name) and m.value.name in speaker]
    noun = noun_of(a, speaker)
    if any(name.what == "organisation" for name in names):
        return Entity(speaker, "n", "s", at)
    if hooks.AND in words:
        return Entity(speaker, None, "p", at)
    office = noun is not None and "role" in draft.passage.classes[noun]
    if office or any(name.what == "person" for name in names):
        several = office and noun is not None and hooks.gender_number(a.tokens[noun].norm, a.tags[noun])[1] == "p"
        return Entity(speaker, _gender(speaker, a, noun) or PERSON, "p" if several else "s", at)
    shown = _gender(speaker, a, noun)
    if shown is not None:
        return Entity(speaker, shown, "s", at)
    if may_be_anybody(speaker):
        return Entity(speaker, None, "s", at, doubtful=True)
    if noun is None:
        return Entity(speaker, None, "s", at)
    number = hooks.gender_number(a.tokens[noun].norm, a.tags[noun])[1]
    if number == "s" and tells_of_others(a, noun):
        return Entity(speaker, PERSON, "s", at)
    if is_paper(a, noun):
        return Entity(speaker, "", number, at)
    surname = len(words) == 1 and a.pos[noun] == "PROPN"  # or a firm's
    return Entity(speaker, None if number == "p" or surname else "n", number, at)


def _gender(speaker: str, a: Analysis, noun: int | None) -> str | None:
    return shown_gender(speaker, speaker.split()[-1] if noun is None else a.tokens[noun].text)
