"""Voices over a whole text: the narrator, a speaker's full statement, reports that go on from sentence to sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimtrack.claims.attribution import NARRATION, frames
from claimtrack.claims.cues import Cues, cues
from claimtrack.claims.draft import Draft, Frame, Passage
from claimtrack.claims.drafting import draft
from claimtrack.claims.models import load
from claimtrack.claims.setting_aside import reason
from claimtrack.languages import Language
from claimtrack.model.claims import NARRATOR
from claimtrack.text.folding import lighten


@dataclass(frozen=True, slots=True)
class Voicing:
    """Whose statement the text holds, and whether the whole text is that statement."""

    speaker: str | None
    whole_text: bool


def drafts(
    text: str, passages: Sequence[Passage], language: Language, voice: Voicing
) -> tuple[list[Draft], dict[int, str]]:
    """The drafts of all passages with their voices, and why passages without a claim were set aside."""
    models, known = load(language.code), cues(language.code)
    found: list[Draft] = []
    set_aside: dict[int, str] = {}
    last: Frame | None = None
    named: str | None = None
    for passage, before in zip(passages, (None, *passages), strict=False):
        why = reason(passage, text[passage.start : passage.end])
        if why is not None:
            set_aside[passage.index] = why
            last = None if passage.role in ("heading", "lead_in") else last
            continue
        outer = _outer(passage, before, voice, last, known)
        own = draft(passage, models, known, outer)
        named = _name_speakers(own, named, language) or named
        named = _last_named(passage, known, language) or named
        if not own:
            set_aside[passage.index] = "no claim"
        found += own
        last = _going_on(own, outer, voice)
    return found, set_aside


def _last_named(passage: Passage, known: Cues, language: Language) -> str | None:
    """The last speaker that the frames of a passage name, also where they frame no claim."""
    names = [each.frame.speaker for each in frames(passage, known)]
    return next(
        (name for name in reversed(names) if name and language.hooks.person(lighten(name), "PRON") is None), None
    )


def _name_speakers(own: Sequence[Draft], named: str | None, language: Language) -> str | None:
    """Give frames whose speaker is a pronoun or is left out the last speaker named; the last one named after these."""
    for each in own:
        speaker = each.frame.speaker
        pronoun = speaker is not None and language.hooks.person(lighten(speaker), "PRON") == "3"
        if speaker is not None and language.hooks.person(lighten(speaker), "PRON") in ("1s", "1p"):
            each.frame = each.frames[0] if len(each.frames) > 1 else NARRATION
        elif (speaker is None or pronoun) and named is not None:
            each.frame = replace(each.frame, speaker=named)
        elif speaker is not None and not pronoun and speaker != NARRATOR and each.frame.cue is not None:
            named = speaker
    return named


def _outer(passage: Passage, before: Passage | None, voice: Voicing, last: Frame | None, known: Cues) -> Frame:
    """The voice that a passage as a whole is in."""
    if passage.voice is not None:
        return Frame(passage.voice, "direct")
    if passage.role == "statement" or voice.whole_text:
        return Frame(voice.speaker, "direct")
    quoted = sum(passage.quoted)
    if last is not None and before is not None:
        if passage.quoted and passage.quoted[0] and quoted * 2 > len(passage.quoted):
            return Frame(last.speaker, "direct", last.cue, last.stance) if not _has_frame(passage, known) else NARRATION
        if passage.paragraph == before.paragraph and not _has_frame(passage, known) and _continues(passage):
            return Frame(last.speaker, last.attribution, last.cue)
    return NARRATION


def _has_frame(passage: Passage, known: Cues) -> bool:
    return bool(frames(passage, known))


def _continues(passage: Passage) -> bool:
    """Whether the matter of a report goes on: no date of its own, and not out of a quotation into plain narration."""
    types = frozenset().union(*passage.mention_types) if passage.mention_types else frozenset()
    return "time" not in types or "first_person" in frozenset().union(*passage.classes)


def _going_on(own: Sequence[Draft], outer: Frame, voice: Voicing) -> Frame | None:
    """The report that the next sentence may go on with."""
    if voice.whole_text or not own:
        return None if voice.whole_text else outer if outer is not NARRATION else None
    frame = own[-1].frame
    if frame.attribution == "narrated" or frame.speaker == NARRATOR or frame.speaker is None:
        return None
    return frame
