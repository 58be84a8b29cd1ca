"""Those whose words a text reports, in languages whose verbs bear their subject: the narrator goes on about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimtrack.claims.draft import Draft, Frame
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.doers import kind_of
from claimtrack.claims.reference.entities import Entity
from claimtrack.claims.reference.reporters import by_cue, is_of_other_gender, is_person
from claimtrack.languages import Hooks, lexicon, nominals
from claimtrack.model.claims import NARRATOR
from claimtrack.text.folding import fold, lighten


def hear(draft: Draft, discourse: Discourse, hooks: Hooks) -> None:
    """Put those who say what a sentence reports among whom the narrator may go on about, up to the claim itself.

    Whoever is named only behind the claim ("…, said his lawyer") is no antecedent of it.
    """
    if not hooks.VERB_FIRST:
        return
    for frame, cue in _frames(draft):
        teller = _teller(draft, frame, cue, hooks)
        known = None if teller is None else next((e for e in discourse.recent if e.text == teller.text), None)
        if teller is not None and (known is None or known.passage < teller.passage):
            discourse.remember(replace(teller, tells=known is None or known.tells))


def _frames(draft: Draft) -> Iterator[tuple[Frame, int | None]]:
    """The frames that report in a sentence before the claim, with the cue's token; the claim's own one last."""
    first = draft.tokens[0]
    for report in draft.passage.reports or ():
        if report.cue < first:
            yield report.frame, report.cue
    own = draft.frame
    if own.attribution != "narrated" and own.cue is not None and not _is_behind(draft):
        yield own, None


def _is_behind(draft: Draft) -> bool:
    """Whether the cue of the claim's own frame stands only behind it."""
    last = draft.tokens[-1]
    return any(r.cue > last and r.frame.speaker == draft.frame.speaker for r in draft.passage.reports or ())


def _teller(draft: Draft, frame: Frame, cue: int | None, hooks: Hooks) -> Entity | None:
    """Who reports, where they are known by name or office; None for pronouns, studies and "a source"."""
    speaker = frame.speaker
    if speaker is None or speaker == NARRATOR or hooks.person(lighten(speaker.split()[0]), "PRON") is not None:
        return None
    code, first = lexicon.code_of(speaker), speaker.split()[0]
    if kind_of(code, speaker) in ("thing", "telling"):
        return None  # a study tells of other things
    gender, number = by_cue(draft, speaker, hooks)
    if number == "s" and is_of_other_gender(speaker, gender):
        return None
    if cue is not None:
        a = draft.passage.analysis
        gender = hooks.gender_number(a.tokens[cue].norm, a.tags[cue])[0] if a.pos[cue] == "VERB" else None
    gender = gender or nominals.gender(code, lighten(first), fold(first))
    person = is_person(draft, speaker)
    if gender is None and lexicon.is_listed(code, fold(first)):
        gender = hooks.gender_number(lighten(first), "NOUN")[0]
    found = Entity(speaker, gender, number, draft.passage.index, person=person, tells=True)
    return found if found.is_known() else None
