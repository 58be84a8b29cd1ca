"""What a text has spoken of: the antecedents that a pronoun may stand for, in a report its speaker before all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import claimtrack.claims.voices.side_by_side as side_by_side
from claimtrack.claims.draft import Draft, Frame, Passage
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.reference.bodies import Body, Offices, headed, is_body, is_private, offices
from claimtrack.claims.reference.cast import Cast
from claimtrack.claims.reference.context import organisation_of, spoken_for
from claimtrack.claims.reference.entities import PERSON, Entity, is_owned_alike, one
from claimtrack.claims.reference.houses import house, is_of_house
from claimtrack.claims.reference.people import shown_gender
from claimtrack.claims.reference.reporters import by_words, reporter
from claimtrack.claims.reference.tellers import noun_of
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.model.claims import NARRATOR
from claimtrack.model.mentions import Name, Place
from claimtrack.text.folding import fold, lighten

_NEAR = 2
"""How many sentences back an antecedent may stand."""


@dataclass(slots=True)
class Discourse:
    """What the text has spoken of so far, latest last."""

    organisation: str | None = None
    heads: frozenset[str] = frozenset()
    """The words around the role of the organisation's head."""
    passages: Sequence[Passage] = ()
    """Those of the whole text."""
    recent: list[Entity] = field(default_factory=list)
    cast: Cast = field(default_factory=Cast)
    """Everybody whom the text has called by name."""
    offices: Offices | None = None
    """What those who hold an office head, once somebody has said "we"."""
    before: tuple[Draft, str | None] | None = None
    """The claim before this one, with its subject."""
    shown: dict[str, str] = field(default_factory=dict)
    """The gender that pronouns have shown of people whose names do not."""

    def known(self, entity: Entity) -> Entity:
        """An antecedent with the gender that an earlier pronoun has shown: "Judge Rao …, she said"."""
        gender = self.shown.get(entity.text.split()[-1].lower()) if entity.gender in (None, PERSON) else None
        return entity if gender is None else replace(entity, gender=gender, doubtful=False)

    def remember(self, entity: Entity) -> None:
        """Put an antecedent last, in place of what it was called before: Yaw Dankwa, Dankwa; a guard, the guard."""
        noun = load(lexicon.code_of(entity.text)).hooks.core(entity.text) or ()
        known = f" {noun[0] if len(noun) == 1 and ' ' in entity.text else entity.text}"
        others = [e for e in self.recent if not f" {e.text}".endswith((f" {entity.text}", known))]
        self.recent = [*[e for e in others if not f" {entity.text}".endswith(f" {e.text}")][-5:], entity]

    def _known_offices(self) -> Offices:
        if self.offices is None:
            self.offices = offices(self.passages)
        return self.offices

    def we(self, draft: Draft, speaker: str | None, hooks: Hooks) -> str | None:
        """Whom somebody means by "we": what they speak for or head, themselves where they are a body or several.

        The "we" of one person is left as it is, unless the whole text is their own.
        """
        if speaker is None or speaker == NARRATOR:
            return None  # whoever writes need not be of whom the text is about
        owned = spoken_for(speaker)
        if owned is not None:
            return owned
        body = headed(speaker, self._known_offices())
        if body is not None:
            if body.owner is None:
                full = self.cast.house(draft, body.text, hooks)
                return full[0] if len(full) == 1 else body.text
            return self._owner(draft, speaker, body, hooks)
        leads = not self.heads or any(word in self.heads for word in speaker.split()[-2:])
        if self.organisation and leads:
            return self.organisation
        own = draft.frame.cue is None or any(f.cue is None and f.speaker == speaker for f in draft.frames)
        return speaker if own or is_several(draft, speaker, hooks) else None

    def _owner(self, draft: Draft, speaker: str, body: Body, hooks: Hooks) -> str | None:
        """What "its" means in the speaker's own words ("its founder"), where that is a body.

        Whoever founded or owns a house speaks for no ministry; others may have spoken since the text named the house.
        """
        shown: tuple[str | None, str | None] = body.owner or (None, None)
        near = (self.fitting(*shown, draft.passage.index, tellers) for tellers in (False, True))
        fitting = next(filter(None, ([e for e in some if e.text != speaker] for some in near)), [])
        if body.founded:
            fitting = [e for e in fitting if _may_be_founded(e)]
        meant = one(fitting)
        if meant is None:
            return self._only_house(draft, shown[0], hooks) if body.founded else None
        language = load(lexicon.code_of(meant.text))
        house = meant.gender == "n" or is_body(language, fold(meant.text.split()[0]))
        alone = len(fitting) == 1 and meant.is_name() and not meant.person  # nobody founded a person
        return meant.text if house or alone else None

    def _only_house(self, draft: Draft, gender: str | None, hooks: Hooks) -> str | None:
        """The one house of the text that somebody may have founded, wherever it was named."""
        found = self.cast.house(draft, None, hooks)
        if len(found) != 1 or not is_private(load(lexicon.code_of(found[0])), found[0]):
            return None
        first = found[0].split()[0]
        shown = lexicon.gender(lexicon.code_of(first), fold(first)) if hooks.VERB_FIRST else None
        return found[0] if shown in (None, gender) else None

    def fitting(self, gender: str | None, number: str | None, passage: int = 0, tellers: bool = False) -> list[Entity]:
        """Antecedents that fit and were spoken of lately, latest first; with `tellers` those who only spoke too."""
        near = (self.known(e) for e in reversed(self.recent) if e.passage >= passage - _NEAR)
        found = [e for e in near if e.fits(gender, number) and (tellers or not e.tells)]
        if tellers:  # the narrator hardly goes on about what others told, unless it is known and was told just now
            found = [e for e in found if e.told is None or (e.passage >= passage - 1 and e.is_known(owned=False))]
        animate = gender in ("m", "f")  # "she" is surely no budget
        if animate and any(e.gender is not None for e in found):
            found = [e for e in found if not e.is_common()]
        return [
            replace(e, doubtful=animate and e.is_common()) if gender != "n" and (e.doubtful or animate) else e
            for e in found
        ]

    def told(self, draft: Draft, hooks: Hooks) -> Frame:
        """The frame of a claim, its speaker by name where the frame has but a pronoun, or a verb that bears one."""
        frame = draft.frame
        bare = frame.speaker is None and hooks.VERB_FIRST and frame.cue is not None
        if frame.attribution != "reported" or not (bare or hooks.person(lighten(frame.speaker or ""), "PRON") == "3"):
            return frame
        word = lighten(frame.speaker or frame.cue or "")
        tag = "VERB:p" if bare else "PRON"
        word = word[1:] if bare and word.startswith(hooks.CONJUNCTIONS) else word
        gender, number = hooks.gender_number(word, tag)
        two = bare and word.endswith(hooks.OBJECT) and _is_verb(word.removesuffix(hooks.OBJECT))  # وقالا
        meant = one(self.fitting(gender, "p" if two else number, draft.passage.index, tellers=True))
        return frame if meant is None else replace(frame, speaker=meant.text)

    def teller(self, draft: Draft, hooks: Hooks) -> Entity | None:
        """Whose words a claim reports, as what its pronouns may mean; one named before as the text had them there."""
        found = reporter(draft, hooks)
        if found is None or hooks.VERB_FIRST or found.gender is not None or found.number != "s" or found.doubtful:
            return found
        if noun_of(draft.passage.analysis, found.text) is not None:
            return found
        known = next((e for e in reversed(self.recent) if f" {e.text}".endswith(f" {found.text}")), None)
        return found if known is None else replace(known, passage=found.passage, told=None)

    def house_of(self, draft: Draft, hooks: Hooks) -> Body | None:
        """The house that a spokesman's own words name: "a ministry spokesman"."""
        speaker = draft.frame.speaker
        return headed(speaker, self._known_offices()) if speaker and is_of_house(draft, hooks) else None

    def _of_house(
        self, teller: Entity, found: Sequence[Entity], gender: str | None, number: str | None
    ) -> Iterator[Entity]:
        """What the same report has named, and the body that who reports speaks for: "the ministry's spokesman | it"."""
        text = spoken_for(teller.text)
        if text is None:
            return
        first, core = text.split()[0], load(lexicon.code_of(text)).hooks.core
        entity = Entity(text, lexicon.gender(lexicon.code_of(first), fold(first)), "s", teller.passage)
        if entity.gender is None or not entity.fits(gender, number):
            return
        noun = core(text) if " " not in text else None
        known = {e.text for e in self.recent if noun and fold(e.text.split()[0]) == noun[0] and " " in e.text}
        yield from (e for e in found if e.passage == teller.passage and text not in e.text)
        yield replace(entity, text=known.pop() if len(known) == 1 else text)

    def passing(self, draft: Draft, found: Sequence[Entity], gender: str) -> list[Entity]:
        """People named in passing in the sentence before or in front of the claim: "he" may mean them as well."""
        index = draft.passage.index
        near = [p for p in self.cast.passages if index - 1 <= p.index <= index]
        people = [
            m.value.name
            for p in near
            for m in p.mentions
            if isinstance(m.value, Name)
            and _is_person_or(m.value, gender)
            and (p.index < index or m.end <= draft.start)
        ]
        known = " ".join(e.text for e in found)
        others = dict.fromkeys(name for name in people if not set(name.split()[-1:]) & set(known.split()))
        genders = ((name, self.shown.get(name.split()[-1].lower()) or shown_gender(name)) for name in others)
        return [Entity(name, found[0].gender, "s", index) for name, own in genders if own in (None, gender)]

    def rival_people(
        self, draft: Draft, best: Entity, gender: str | None, number: str | None, hooks: Hooks
    ) -> list[Entity]:
        """People who may act as well where the nearest antecedent is a thing, or a body that did something to them.

        "A court jailed the accountant Huda …; | was convicted of": an office in front of a name shows its gender.
        """
        index, first = draft.passage.index, best.text.split()[0]
        if best.person or best.passage == index or number != "s":
            return []
        code = lexicon.code_of(first)
        language, word = load(code), lexicon.bare(code, fold(first))
        if word in language.folded("descriptions", "people") or word in language.folded("descriptions", "person"):
            return []
        body = is_body(language, fold(first)) or word in language.folded("descriptions", "institution")
        narrated = draft.frame.attribution == "narrated"
        people = [e for e in self.fitting(gender, number, index, narrated) if e.person and not body]
        for p in (p for p in self.cast.passages if p.index == best.passage):
            people += [e for e in _entitled(p, hooks) if e.gender == gender and e.text not in best.text]
        return people[:1]

    def debates(self, draft: Draft, found: Sequence[Entity]) -> bool:
        """Whether whom a pronoun in somebody's own words may mean has just spoken, or speaks it themselves."""
        index, meant = draft.passage.index, {e.text for e in found[:1]}
        near = (p for p in self.cast.passages if index - _NEAR <= p.index <= index)
        return not meant.isdisjoint(r.frame.speaker for p in near for r in p.reports or () if r.frame.speaker)

    def _has_plural_before(self, index: int) -> bool:
        """Whether the sentence before tells of several whom the text may mean, though they were no subject."""
        before = next((p for p in reversed(self.cast.passages) if p.index == index - 1), None)
        return before is not None and any(tag.endswith("NOUN:S") for tag in before.analysis.tags)

    def meant(self, draft: Draft, gender: str | None, number: str | None, hooks: Hooks) -> list[Entity]:
        """What a pronoun in the claim may mean: in a report its speaker, unless the report has named another that fits.

        "The ministry said it had received 12 reports": what was spoken of before the report does not come into it.
        """
        index = draft.passage.index
        charged = _charged(draft, hooks)
        if charged is not None:
            return [charged]
        teller = self.teller(draft, hooks)
        found = self.fitting(gender, number, index, tellers=hooks.VERB_FIRST and draft.frame.attribution == "narrated")
        if teller is None:
            return found
        if (told := _told_by(draft, hooks)) is not None:
            self.shown[teller.text.split()[-1].lower()] = told
            found = self.fitting(gender, number, index)
        teller = self.known(replace(teller, text=self.cast.surname(teller.text) or teller.text))
        if hooks.VERB_FIRST:  # whose words ran into the object: the same sentence has told who acts
            own = (e.text for e in self.recent if e.passage == index and teller.text.startswith(f"{e.text} "))
            teller = replace(teller, text=next((name for name in own if _goes_on(teller.text, name)), teller.text))
        office = gender == "n" and teller.gender == PERSON
        body = self.house_of(draft, hooks) if gender == "n" else None
        if body is not None:
            here = [e for e in found if e.passage == index and e.text.lower() not in teller.text.lower()]
            return [*here, house(body, self.recent, index)] if body.text else found
        if not office and is_owned_alike(teller, (gender, number), hooks):
            return [*found, teller] if found else []  # "his party said he had been dismissed"
        if office or (gender == "n" and teller.doubtful):
            firm = organisation_of((draft.passage,))  # "X, founder of Noor, said it had helped"
            unsure = [teller] if teller.doubtful else found
            return unsure if firm is None else [Entity(firm, "n", "s", index)]
        if hooks.VERB_FIRST and not teller.fits(gender, number):
            spoke = (e for e in self.fitting(gender, number, index, tellers=True) if e.text != teller.text)
            found = found or list(spoke)
            return list(self._of_house(teller, found, gender, number)) or found
        if not teller.fits(gender, number):
            several = teller.text[:1].isupper() or teller.text.startswith("the ")
            as_many = (gender, number) == (None, "p") and teller.gender == "n" and several and not found
            as_many = as_many and not self._has_plural_before(index)
            return [teller] if as_many else found  # "the firm said they had signed"
        back = 1 if teller.person and hooks.VERB_FIRST else 0  # "the director said the film …; it won": who won?
        same = draft.frame.speaker
        near = (e for e in found if e.passage == index or (e.told == same and e.passage >= index - back))
        return [*(e for e in near if e.text not in teller.text), replace(teller, doubtful=False)]


def _entitled(p: Passage, hooks: Hooks) -> Iterator[Entity]:
    """The people of a sentence whose name stands behind what they are, with the gender that this shows."""
    tokens = p.analysis.tokens
    starts = {m.start: m for m in p.mentions if isinstance(m.value, Name) and m.value.what != "organisation"}
    for i in range(1, len(tokens)):
        named, word = starts.get(tokens[i].start), tokens[i - 1]
        known = p.analysis.pos[i - 1] == "NOUN" and hooks.core(word.text) is not None
        if named is not None and known:
            gender = "f" if word.norm.endswith(hooks.FEMININE) else "m"
            yield Entity(named.text, gender, "s", p.index, person=True)


def _told_by(draft: Draft, hooks: Hooks) -> str | None:
    """The gender of the pronoun that stands for who reports: "she said"."""
    a, first = draft.passage.analysis, draft.tokens[0]
    cues = [r.cue for r in draft.passage.reports or () if r.first <= first < r.last and not hooks.VERB_FIRST]
    for at in (
        i for cue in cues for i in (subject_of(a, cue), cue - 1, cue + 1) if i is not None and i < len(a.tokens)
    ):
        pronoun = a.pos[at] == "PRON" and hooks.person(a.tokens[at].norm, a.tags[at]) == "3"
        gender = hooks.gender_number(a.tokens[at].norm, "PRON")[0] if pronoun else None
        if gender in ("m", "f") and not draft.start <= a.tokens[at].start < draft.end:
            return gender
    return None


def _may_be_founded(entity: Entity) -> bool:
    """Whether an antecedent may be a house that somebody founds: a private body, or a name that is no person's."""
    language, words = load(lexicon.code_of(entity.text)), entity.text.split()
    if entity.person or not is_private(language, entity.text):
        return False
    word = words[0] if language.hooks.VERB_FIRST else words[-1]
    return is_body(language, fold(word)) or is_body(language, fold(word).lower()) or _is_plain_name(entity)


def _is_plain_name(entity: Entity) -> bool:
    """Whether words with capitals, or one word that no list has as a noun, are a name of whoever bears it."""
    code = lexicon.code_of(entity.text)
    if not load(code).hooks.VERB_FIRST:
        return entity.is_name() and entity.gender in (None, "n")
    first = fold(entity.text.split()[0])
    return load(code).hooks.core(entity.text) is None and not lexicon.is_listed(code, first)


def _is_person_or(name: Name, gender: str) -> bool:
    """Whether a name is a person's, or one whose given name shows the gender."""
    return name.what == "person" or (name.what == "unknown" and shown_gender(name.name) == gender)


def _charged(draft: Draft, hooks: Hooks) -> Entity | None:
    """Who is accused of what a claim tells with a pronoun for them right behind their name: "… X | that he …"."""
    p, first = draft.passage, draft.tokens[0]
    for report in p.reports or () if hooks.VERB_FIRST else ():
        opens = report.first == first and not report.nominal and draft.frame.attribution == "reported"
        words = side_by_side.accused(p, report, hooks) if opens else ()
        if words and "complementizer" in p.classes[first]:
            return Entity(phrase_text(p.analysis, list(words)), None, "s", p.index)
    return None


def _goes_on(speaker: str, name: str) -> bool:
    """Whether a known noun follows the name in a speaker's words, and not the rest of the name."""
    behind = speaker.removeprefix(f"{name} ").split()[0]
    return lexicon.is_listed(lexicon.code_of(behind), fold(behind))


def _is_verb(word: str) -> bool:
    code = lexicon.code_of(word)
    return lexicon.english_predicate(code, fold(word), True) is not None


def is_several(draft: Draft, speaker: str, hooks: Hooks) -> bool:
    """Whether a speaker is a body, a country or several people, who say "we" of themselves."""
    code, words = lexicon.code_of(speaker.split()[0]), speaker.split()
    language, bodies = load(code), _body_words(code)
    called = (m.value for m in draft.passage.mentions if m.text == speaker)
    named = any(isinstance(v, Place) or (isinstance(v, Name) and v.what == "organisation") for v in called)
    if named or hooks.VERB_FIRST:
        first = lexicon.bare(code, fold(words[0]))
        plural = hooks.gender_number(words[0], "NOUN")[1] == "p" or first in lexicon.plural_forms(code)
        plural = plural and first not in language.folded("descriptions", "person")  # مزارع: a farmer, farms
        owned = nominals.is_owned(code, lighten(words[0]), fold(words[0]))  # مؤسسه is no مؤسسة
        return named or plural or (first in bodies and not owned)
    entity = by_words(draft, speaker, hooks)
    return entity.number == "p" or (
        entity.gender == "n" and not {w.lower() for w in words}.isdisjoint(map(str.lower, bodies))
    )


@cache
def _body_words(code: str) -> frozenset[str]:
    language = load(code)
    listed = language.folded("descriptions", "institution") | language.folded("descriptions", "organisation")
    return listed | language.folded("names", "organisations")
