"""English verbs that were taken for nouns: "the company | denies polluting"."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.predicate import Predicate
from claimtrack.languages import lexicon
from claimtrack.languages.inflection import denies_gerund


def hidden_verb(draft: Draft, at: int) -> Predicate | None:
    """A verb that was taken for a noun, with another one behind it: "plans to reopen"; None where there is none."""
    a = draft.passage.analysis
    to = at - 1 in draft.tokens and a.tokens[at - 1].norm == "to"
    verb_at = at - 2 if to else at - 1
    if verb_at - 1 not in draft.tokens or not a.tags[verb_at].endswith("NOUN:S") or a.pos[verb_at - 1] != "NOUN":
        return None
    verb = lexicon.english_predicate("en", a.tokens[verb_at].fold, True)
    done = lexicon.english_predicate("en", a.tokens[at].fold, True)
    if verb is None or done is None or a.pos[at] != "VERB":
        return None
    if to and lexicon.takes_verb(verb):
        return Predicate(f"{verb} to {done}", False, verb_at, at, True)
    if not to and a.tags[at].endswith(":VBG") and denies_gerund(verb):
        return Predicate(f"{verb} {lexicon.gerund(done)}", False, verb_at, at, True)
    return None
