"""Who acts in a clause that shares its subject with the one before it: "Nova opened in 2010 and | sold 40 vans"."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.noun_phrases import noun_phrase
from claimtrack.claims.naming import name_tokens
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import lexicon
from claimtrack.languages.inflection import is_readable

_LONGEST = 3
"""Words of the longest subject that a line shows."""


def shared_subject(draft: Draft, code: str, subject: str | None) -> str:
    """The claim's `subject` in English, where it stands before the claim in its own sentence; "" for others."""
    a = draft.passage.analysis
    noun = subject_of(a, draft.head)
    if noun is None or noun >= draft.tokens[0] or a.pos[noun] not in ("NOUN", "PROPN"):
        return ""
    if subject is None or a.tokens[noun].text not in subject.split():
        return ""
    run = [i for i in name_tokens(a, noun) if a.pos[i] in ("NOUN", "PROPN", "ADJ")][:_LONGEST]
    phrase = noun_phrase(draft, code, run) if run else None
    return phrase if phrase and is_readable(phrase) and not lexicon.is_bland(phrase) else ""
