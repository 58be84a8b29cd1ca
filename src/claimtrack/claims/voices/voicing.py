"""Voices over a whole text: the narrator, a speaker's full statement, reports that go on from sentence to sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import claimtrack.claims.voices.as_told as as_told
import claimtrack.claims.voices.interviews as interviews
import claimtrack.claims.voices.quotations as quotations
from claimtrack.claims.cues import Cues, cues
from claimtrack.claims.draft import Draft, Frame, Passage
from claimtrack.claims.drafting import draft
from claimtrack.claims.models import load
from claimtrack.claims.setting_aside import reason
from claimtrack.claims.voices.attribution import NARRATION, frames
from claimtrack.claims.voices.own_subject import own_subject
from claimtrack.claims.voices.own_words import answers_of_its_own, leave_quotation, own_speaker, speaks_of_itself
from claimtrack.claims.voices.reporting import told_on
from claimtrack.claims.voices.roll import Roll
from claimtrack.claims.voices.tellers import main_actor
from claimtrack.claims.voices.titles import titles
from claimtrack.languages import Hooks, Language
from claimtrack.model.claims import NARRATOR
from claimtrack.text.folding import fold

_FIRST_WORDS = 4
"""How many sentences behind a lead-in may show the first person that makes them a statement."""
_STATEMENT = 3
"""A quotation of so many sentences that begins a paragraph is the statement of the one who spoke before."""
_QUESTIONS = 2
"""So many paragraphs that end with a question make an interview."""


@dataclass(frozen=True, slots=True)
class Voicing:
    """Whose statement the text holds, whether the whole text is that statement, and whose name stands below it."""

    speaker: str | None
    whole_text: bool
    signed_by: str | None = None


@dataclass(slots=True)
class _Course:
    """Where the reading of the voices has come to."""

    known: Cues
    voice: Voicing
    passages: Sequence[Passage]
    roll: Roll
    questions: frozenset[int]
    last: Frame | None = None
    """The report that the next sentence may go on with."""
    heard: Frame | None = None
    """Who spoke in the sentence before, in a frame of its own or a quotation: a quotation goes on with them."""
    statement: Frame | None = None
    listed: Frame | None = None
    """The report whose points a list gives: a lead-in with a reporting verb announced them."""
    answering: str | None = None
    at: int = 0
    summary: bool = False
    """Whether the narration sums up a full statement that is yet to come."""
    quoting: bool = False
    """Whether the voice of the sentence is that of a quotation that it is part of."""
    found: list[Draft] = field(default_factory=list)


def drafts(
    text: str, passages: Sequence[Passage], language: Language, voice: Voicing
) -> tuple[list[Draft], dict[int, str]]:
    """The drafts of all passages with their voices, and why passages without a claim were set aside."""
    models = load(language.code)
    whys = [reason(p, text[p.start : p.end]) for p in passages]
    if voice.speaker is None:
        own_voice = own_speaker(passages, language.hooks, voice.signed_by)
        voice = Voicing(own_voice, True) if own_voice is not None else voice
    course = _Course(
        cues(language.code),
        voice,
        passages,
        Roll(
            language.hooks,
            own_documents=language.folded("structure", "own_documents"),
            bodies=language.folded("names", "organisations"),
            listed=cues(language.code).verbs,
            same=language.folded("structure", "same_source"),
        ),
        _questions(passages, whys, language.hooks),
    )
    course.summary = any(p.role == "statement" for p in passages)
    set_aside: dict[int, str] = {}
    for course.at, (passage, why) in enumerate(zip(passages, whys, strict=True)):
        if passage.role == "statement" and course.statement is None:
            _begin_statement(course)
        if why is not None:
            set_aside[passage.index] = why
            _pass_over(course, passage)
            continue
        outer = _outer(course, passage)
        if outer.attribution == "direct" and not course.quoting:
            passage.reports = as_told.taken_over(passage, frames(passage, course.known))
        own = draft(passage, models, course.known, outer)
        if course.quoting:
            leave_quotation(own, outer)
        _name_speakers(course, own)
        _call_the_roll(course, passage)
        if not own:
            set_aside[passage.index] = "no claim"
        course.found += own
        course.last = _going_on(course, own, outer)
        if _leads_in(course):
            course.statement = Frame(_announcing(course, passage), "direct")
    return course.found, set_aside


def _questions(passages: Sequence[Passage], whys: Sequence[str | None], hooks: Hooks) -> frozenset[int]:
    """The paragraphs that an interviewer's questions fill; none in a text without an interview."""
    asked: dict[int, list[bool]] = {}
    for p, why in zip(passages, whys, strict=True):
        if p.voice is not None:
            return frozenset()
        asked.setdefault(p.paragraph, []).append(why == "question")
    found = {paragraph for paragraph, each in asked.items() if each[-1]}
    alone = any(all(asked[paragraph]) for paragraph in found)
    apart = not any(paragraph + 1 in found for paragraph in found)
    if not (alone and apart and len(found) >= _QUESTIONS and min(found) > 0):
        return frozenset()
    opening = [p for p in passages if p.paragraph < min(found)]
    introduced = any("interview" in p.phrases for p in opening)
    asked_of = any(interviews.asks_you(p, hooks) for p in passages if p.paragraph in found)
    presented = interviews.presents(opening, hooks) and not speaks_of_itself(opening)
    many = len(found) > _QUESTIONS
    answered = (many or presented) and answers_of_its_own(passages, found, least=0.5 if many else 1)
    return frozenset(found) if introduced or asked_of or answered else frozenset()


def _pass_over(course: _Course, passage: Passage) -> None:
    """What a sentence without a claim changes: a heading ends a report, a lead-in names who speaks next."""
    if passage.role in ("heading", "lead_in"):
        course.last = course.heard = None
    if passage.paragraph in course.questions and course.answering is None:
        course.answering = course.voice.speaker or course.roll.first
    if passage.role == "lead_in":
        if course.voice.speaker is None:
            _call_the_roll(course, passage)
        course.heard = Frame(_announcing(course, passage), "direct")
        course.listed = replace(course.heard, attribution="reported") if _tells(passage) else None
        if _leads_in(course):
            course.statement = course.heard


def _tells(passage: Passage) -> bool:
    """Whether a sentence has a reporting verb outside quotations."""
    pos = passage.analysis.pos
    return any("say" in c and pos[i] == "VERB" and not passage.quoted[i] for i, c in enumerate(passage.classes))


def _begin_statement(course: _Course) -> None:
    """A full text that a lead-in announced: its speaker as announced, by full name where the text has given it."""
    before = course.passages[course.at - 1] if course.at else None
    if (
        before is not None
        and before.role == "heading"
        and not speaks_of_itself(course.passages[course.at :][:_FIRST_WORDS])
    ):
        return
    speaker = course.voice.speaker
    if speaker:
        full: str | None = course.roll.full(speaker, definite=True)
    else:
        full = _announcing(course, before) if before is not None else None
    course.statement = Frame(full, "direct")


def _announcing(course: _Course, passage: Passage) -> str | None:
    """Who speaks behind a sentence that announces a statement: who is named in it, else the first one of the text."""
    if course.voice.speaker:
        return course.roll.full(course.voice.speaker, definite=True)
    said = [each.frame.speaker for each in frames(passage, course.known) if not passage.quoted[each.cue]]
    actor = main_actor(passage, course.known.language.hooks, named=False)
    name = next((each for each in (*reversed(said), actor) if each is not None), None)
    if name is None or course.roll.person(name.split()[0]) is not None or _is_document(course, name):
        return course.roll.principal
    return course.roll.full(name) if course.roll.full(name) != name else _named(course, passage, name)


def _is_document(course: _Course, name: str) -> bool:
    """Whether a noun phrase is about a text, not about its author."""
    language = course.known.language
    words = language.folded("structure", "documents") | language.folded("structure", "own_documents")
    return fold(name.split()[0]) in words


def _named(course: _Course, passage: Passage, name: str) -> str | None:
    """A name that the sentence gives itself, else the first one of the text for a mere description."""
    given = any(m.type == "name" and m.text in name for m in passage.mentions) or course.roll.first is None
    return name if given or (" " in name and course.known.language.hooks.core(name) is None) else course.roll.first


def _leads_in(course: _Course) -> bool:
    """Whether a sentence that ends its paragraph with a colon leads into a statement: the first person follows."""
    passage, rest = course.passages[course.at], course.passages[course.at + 1 : course.at + 1 + _FIRST_WORDS]
    tokens = passage.analysis.tokens
    if not tokens or tokens[-1].text != ":" or not rest or rest[0].paragraph == passage.paragraph:
        return False
    if rest[0].voice is not None or rest[0].role not in ("body", "statement"):
        return False
    return speaks_of_itself(rest)


def _name_speakers(course: _Course, own: Sequence[Draft]) -> None:
    """Give frames whose speaker is a pronoun, a description or left out their speaker by name."""
    for each in own:
        speaker = each.frame.speaker
        if speaker is not None and course.roll.person(speaker) in ("1s", "1p"):
            each.frame = each.frames[0] if len(each.frames) > 1 else NARRATION
        elif speaker != NARRATOR:
            told = _behind_document(course, each, speaker)
            outer = each.frames[0] if len(each.frames) > 1 else NARRATION
            own_words = outer.speaker if outer.attribution == "direct" and not course.quoting else None
            if course.roll.turns and told is not None and course.roll.person(told) == "2":
                told = course.roll.other(outer.speaker) or told
            named = course.roll.speaker(told, each.frame.cue, own_words) or own_words
            each.frame = replace(each.frame, speaker=own_subject(each, named, course.roll) or named)


def _behind_document(course: _Course, draft: Draft, speaker: str | None) -> str | None:
    """Who speaks in a text that the sentence has just named: "X said in a statement, which described …"."""
    if speaker is None or course.known.language.hooks.VERB_FIRST:
        return speaker
    if fold(speaker.split()[-1]) not in course.known.language.folded("structure", "documents"):
        return speaker
    before: str | None = None
    for each in draft.passage.reports or ():
        if each.frame.speaker == speaker and before is not None:
            return before
        before = each.frame.speaker or before
    return speaker


def _call_the_roll(course: _Course, passage: Passage) -> None:
    """Put on the roll whom a sentence's frames name, also where they frame no claim, or else who acts in it."""
    roll = course.roll
    roll.titles.update(titles(passage, course.known.language.hooks))
    found = frames(passage, course.known)
    outer_last = sorted(found, key=lambda each: not told_on(each, found))  # whom a speaker quotes does not go on
    names = [each.frame.speaker for each in outer_last]
    spoken = [name for name in names if name and roll.person(name) is None]
    if not spoken:
        actor = main_actor(passage, course.known.language.hooks)
        spoken = [actor] if actor else []
    for each in frames(passage, course.known):
        if roll.last is not None and (each.frame.speaker is None or roll.person(each.frame.speaker) == "3"):
            roll.told[roll.last] += 1
    if not spoken and roll.first is None:
        roll.first = main_actor(passage, course.known.language.hooks, named=False)
    for name in spoken:
        if roll.person(name.split()[0]) is None:  # "he is the one who …" names nobody
            full = roll.full(name)
            roll.sort(full, passage)
            roll.enter(full)
            roll.told[full] += bool(names)


def _outer(course: _Course, passage: Passage) -> Frame:
    """The voice that a passage as a whole is in."""
    course.quoting = False
    if passage.voice is not None:
        return _turn(course, passage.voice)
    if course.statement is not None and passage.role != "item":
        return course.statement
    if course.voice.whole_text:
        return _cited(course, passage) or Frame(course.voice.speaker, "direct")
    course.listed = course.listed if passage.role == "item" and course.known.language.hooks.VERB_FIRST else None
    if course.listed is not None and not frames(passage, course.known):
        return course.listed
    if course.answering is not None and passage.paragraph in course.questions:
        return NARRATION
    if course.answering is not None:
        return Frame(course.answering, "direct")
    return _carried(course, passage)


def _cited(course: _Course, passage: Passage) -> Frame | None:
    """Who is quoted inside a statement of somebody else: he who was quoted in the sentence before goes on."""
    before, known = course.passages[course.at - 1], course.known
    if course.at == 0 or before.paragraph != passage.paragraph or known.language.hooks.VERB_FIRST:
        return None
    said = [each.frame for each in frames(before, known) if not before.quoted[each.cue]]
    further = said and any(before.quoted) and quotations.is_quotation(passage) and not quotations.framed(passage, known)
    return Frame(course.roll.speaker(said[-1].speaker, said[-1].cue), "direct") if further else None


def _guest(course: _Course, label: str) -> str | None:
    """Who answers in an interview: whom the caller or the words before the first turn name, or who spoke there."""
    known, roll = course.known, course.roll
    own = course.voice.speaker or interviews.guest(course.passages, known, label)
    return own or (roll.principal if roll.told else interviews.named(course.passages, known)) or roll.first


def _turn(course: _Course, label: str) -> Frame:
    """Whose turn it is: the label by full name; behind a mere letter the one who is interviewed, or the narrator."""
    roll = course.roll
    if interviews.is_letter(label, course.known.language):
        if course.answering is None:
            course.answering = _guest(course, label)
        if interviews.asks(label, course.known.language):
            return NARRATION
        return Frame(course.answering or label, "direct")
    full = roll.full(label, definite=True)
    if full == label and label not in roll.named:
        full = interviews.titled(course.passages, course.known, label) or label
    roll.enter(full)
    roll.turns.add(full)
    return Frame(full, "direct")


def _carried(course: _Course, passage: Passage) -> Frame:
    """The voice that a sentence has from the quotation that it is part of, or from the report before it.

    Only the summary of a full statement goes on with a report: in our annotated news, what followed a sentence with a
    frame behind it ("…, the ministry said.") was the narrator's 38 times in 49.
    """
    before = course.passages[course.at - 1] if course.at else None
    last, known = course.last, course.known
    own = frames(passage, known)
    course.quoting = True
    heard = course.heard
    if before is not None and heard is not None and quotations.runs_on(before, passage):
        return replace(heard, attribution="direct")
    if quotations.is_quotation(passage) and not quotations.framed(passage, known):
        later = quotations.spoken_later(course.passages, course.at, known)
        if later is not None:
            return Frame(course.roll.speaker(later.speaker, later.cue), "direct", later.cue, later.stance)
        if heard is not None and before is not None:
            return replace(heard, attribution="direct")
        return _acting(course, before, passage)
    if quotations.announced(passage, known) is not None:
        return Frame(_author(course, passage), "direct")
    course.quoting = False
    if last is None or before is None or own or passage.paragraph != before.paragraph:
        return NARRATION
    return Frame(last.speaker, "reported", last.cue) if course.summary and _continues(passage) else NARRATION


def _author(course: _Course, passage: Passage) -> str | None:
    """Whose text a sentence gives that announces it with a colon: who is named or acts before it, else the speaker."""
    colon = quotations.announced(passage, course.known) or 0
    for token in passage.analysis.tokens[:colon]:
        if token.fold in course.roll.own_documents:
            return course.roll.principal
        full = course.roll.full(token.text, definite=True)
        if token.is_word and full != token.text:
            return full
    actor = main_actor(passage, course.known.language.hooks)
    if actor is not None and not _is_document(course, actor):
        return course.roll.full(actor)
    plain = main_actor(passage, course.known.language.hooks, named=False)
    return course.roll.principal or (None if plain is None or _is_document(course, plain) else plain)


def _acting(course: _Course, before: Passage | None, passage: Passage) -> Frame:
    """Whose quotation a sentence is that no frame speaks for: of him who acts before it ("X shrugged. …")."""
    hooks = course.known.language.hooks
    if before is None or before.paragraph != passage.paragraph or hooks.VERB_FIRST or before.role != "body":
        return NARRATION
    actor = main_actor(before, hooks, named=False)
    return NARRATION if actor is None else Frame(course.roll.speaker(actor), "direct")


def _continues(passage: Passage) -> bool:
    """Whether the matter of a report goes on: no date of its own, and not out of a quotation into plain narration."""
    types = frozenset().union(*passage.mention_types) if passage.mention_types else frozenset()
    return "time" not in types or "first_person" in frozenset().union(*passage.classes)


def _going_on(course: _Course, own: Sequence[Draft], outer: Frame) -> Frame | None:
    """The report that the next sentence may go on with."""
    if course.voice.whole_text:
        return None
    passage = course.passages[course.at]
    said = [r for r in frames(passage, course.known) if not r.nominal and not passage.quoted[r.cue]]
    said = [r for r in said if not told_on(r, said)]
    course.heard = None
    if quotations.announced(passage, course.known) is not None and outer is not NARRATION:
        course.heard = outer
    elif said:
        course.heard = replace(said[-1].frame, speaker=course.roll.speaker(said[-1].frame.speaker, said[-1].frame.cue))
    elif outer is not NARRATION:
        course.heard = outer
    if own and own[-1].frame.attribution != "narrated" and own[-1].frame.speaker != NARRATOR:
        return own[-1].frame
    return None if own or outer is NARRATION else outer
