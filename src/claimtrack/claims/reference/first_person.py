"""Whom "I" and "we" mean: who says the words, which in indirect speech is who reports them."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.verbs import is_others
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.model.claims import NARRATOR
from claimtrack.text.folding import lighten


def own_voice(draft: Draft, i: int, hooks: Hooks) -> str | None:
    """Who says "I" at token `i`: in indirect speech not who is reported, but who reports ("they claim that we …")."""
    p, frame = draft.passage, draft.frame
    if frame.speaker == hooks.THEY and frame.cue is not None and hooks.VERB_FIRST:
        names = [r.frame.speaker for r in p.reports or () if r.first <= i < r.last and r.frame.speaker != hooks.THEY]
        outer = draft.frames[0].speaker if len(draft.frames) > 1 else None
        return next((name for name in names if name is not None), outer)
    if hooks.VERB_FIRST:
        return _around_report(draft, i, hooks)
    if frame.cue is None:
        return frame.speaker
    a = p.analysis
    own = [r for r in (draft.passage.reports or ()) if r.first <= i < r.last and a.tokens[r.cue].text == frame.cue]
    plain = (r for r in own if r.cue >= r.last or a.tokens[r.first - 1].text == ":")
    if not own or any(plain) or any(p.quoted[i] and not p.quoted[r.cue] for r in own):
        return frame.speaker
    around = [r for r in (draft.passage.reports or ()) if r.first <= i < r.last and p.quoted[i] and not p.quoted[r.cue]]
    if around:
        return around[0].frame.speaker
    return draft.frames[0].speaker if len(draft.frames) > 1 else None


def _around_report(draft: Draft, i: int, hooks: Hooks) -> str | None:
    """Who reports what others say, in words that are not quoted from them: يقول خصومنا إننا رفعنا الأسعار."""
    p, frame = draft.passage, draft.frame
    around = sorted((r for r in p.reports or () if r.first <= i < r.last), key=lambda r: r.first)
    if not around or around[-1].frame.speaker is None or (p.quoted[i] and not p.quoted[around[-1].cue]):
        return frame.speaker
    if len(around) > 1 and around[-1].frame.speaker == frame.speaker:
        return around[-2].frame.speaker
    first = (frame.speaker or "").partition(" ")[0]
    return p.voice if hooks.person(lighten(first), "NOUN") == "1p" else frame.speaker


def first_named(draft: Draft, discourse: Discourse, person: str, i: int) -> str | None:
    """Whom the first person at token `i` means: who says the words, or the organisation that the text is about."""
    hooks = load(lexicon.code_of(draft.passage.analysis.tokens[i].text)).hooks
    speaker = own_voice(draft, i, hooks)
    if person == "1p":
        return discourse.we(draft, speaker, hooks)
    return speaker if speaker != NARRATOR else None


def _is_whole(draft: Draft, i: int) -> bool:
    """Whether the ending of "our" is no pronoun but the word's own with that of an accusative: مليونا, قانونا."""
    tokens, norm = draft.passage.analysis.tokens, draft.passage.analysis.tokens[i].norm
    found = nominals.nominal(lexicon.code_of(norm), norm)
    counted = i > 0 and tokens[i - 1].kind == "number"
    return counted or _counts(draft, i) or (bool(found.key) and not found.owned)


def _counts(draft: Draft, i: int) -> bool:
    """Whether a word is part of a quantity, so that no ending of it is a person's: "about" 60 is no verb of ours."""
    return "quantity" in draft.passage.mention_types[i]


def _says_it(draft: Draft, i: int, name: str) -> bool:
    """Whether the noun behind "our" is itself what would be added ("our | hospital")."""
    tokens = draft.passage.analysis.tokens
    return i + 1 in draft.tokens and tokens[i + 1].text.lower() in name.lower().split()


def first_persons(draft: Draft, discourse: Discourse, hooks: Hooks) -> Iterable[tuple[int, str]]:
    """Where a first person stands in the claim's words, and whom it means; each is said once."""
    a: Analysis = draft.passage.analysis
    said: set[str] = set()
    for i in draft.tokens:
        person = hooks.person(a.tokens[i].norm, a.tags[i])
        if person == "1p" and (_is_whole(draft, i) if a.pos[i] == "NOUN" else _counts(draft, i)):
            continue
        told = person == "1s" and a.pos[i] in VERBAL and is_others(draft, lexicon.code_of(a.tokens[i].text), i)
        if person not in ("1s", "1p") or told:
            continue
        name = first_named(draft, discourse, person, i)
        if name and name not in said and name not in a.tokens[i].text and not _says_it(draft, i, name):
            said.add(name)
            yield a.tokens[i].end, f" [{name}]"
