"""Speakers that are a pronoun behind their report, and act in it: "The firm will close two plants, | it announced"."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.phrases import is_comma, is_finite
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.claims.voices.roll import Roll
from claimtrack.claims.voices.tellers import called, subject
from claimtrack.languages import lexicon, load
from claimtrack.model.claims import NARRATOR


def own_subject(draft: Draft, named: str | None, roll: Roll) -> str | None:
    """Who speaks of what he does himself, by the noun phrase before the verb; None where the pronoun is another one.

    `named` is whom the pronoun goes back to in the text before; a "he" or "they" that has such a one is left at that.
    """
    p, hooks = draft.passage, roll.hooks
    if hooks.VERB_FIRST or draft.frame.speaker in (None, NARRATOR):
        return None
    report = next((r for r in p.reports or () if r.frame == draft.frame and _is_behind(p, r, roll)), None)
    if report is None:
        return None
    gender, number = hooks.gender_number(p.analysis.tokens[report.cue - 1].norm, "PRON")
    if gender != "n" and (named is None or roll.person(named) is None):
        return None
    verb = next((t for t in range(report.first, report.last) if is_finite(p.analysis, t)), None)
    who = None if verb is None else subject(p, verb, hooks)
    if who is None or not report.first <= who.left < report.last:
        return None
    name = called(p, who, hooks)
    fits = _fits(p, list(who.tokens), gender, number, roll)
    return name if fits and name is not None and roll.person(name) is None else None


def _is_behind(p: Passage, report: Reporting, roll: Roll) -> bool:
    """Whether a pronoun with its verb stands behind a comma and all that it reports, none of it in quotes."""
    a, cue = p.analysis, report.cue
    behind = cue > 1 and report.last <= cue and is_comma(a, cue - 2) and not p.quoted[report.first]
    return behind and a.pos[cue - 1] == "PRON" and roll.person(a.tokens[cue - 1].norm) == "3"


def _fits(p: Passage, tokens: list[int], gender: str | None, number: str | None, roll: Roll) -> bool:
    """Whether a noun phrase is of what the pronoun may mean: a body, a person of the gender, several."""
    a = p.analysis
    head = next((k for k, t in pairwise(tokens) if a.pos[t] == "ADP"), tokens[-1])
    name = " ".join(a.tokens[t].text for t in tokens)
    proper = a.pos[head] == "PROPN"
    person = any("role" in p.classes[t] for t in tokens) or roll.gender(name) is not None
    if a.tags[head].endswith(":S"):
        return number == "p"
    if gender == "n":
        body = a.tokens[head].fold in roll.bodies | _organisations(a.tokens[head].text)
        return body or (proper and not person and not any("place" in p.mention_types[t] for t in tokens))
    return number != "p" and (person or proper)


def _organisations(word: str) -> frozenset[str]:
    """The nouns for firms and houses of a word's language, folded."""
    return load(lexicon.code_of(word)).folded("descriptions", "organisation")
