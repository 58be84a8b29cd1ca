"""English verbs behind what was taken for the predicate: "the company | denies polluting", "they did not | name"."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
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


def helped(draft: Draft, at: int) -> int:
    """The verb where a form of "do" before it was taken for the predicate: "whom they | did | not name"."""
    a, inside = draft.passage.analysis, frozenset(draft.tokens)
    if a.pos[at] != "AUX" or lexicon.english_predicate("en", a.tokens[at].fold, True) != "do":
        return at
    verb = at + 1
    while verb in inside and a.pos[verb] in ("PART", "ADV"):
        verb += 1
    return verb if verb in inside and a.pos[verb] == "VERB" else at


def put_off(draft: Draft, at: int) -> Predicate | None:
    """What is yet to be done, where its auxiliary or a thing was taken for the predicate: "a fine | it has yet to pay".

    Who "has yet to name" them did not name them, and those who "have yet to be named" were not.
    """
    a = draft.passage.analysis
    thing = a.pos[at] not in VERBAL and a.pos[at + 1 : at + 2] == ["PRON"]
    for first, last in draft.passage.phrases.get("negating", ()):
        if last not in draft.tokens or not (at in range(first, last + 2) or (thing and at + 1 < first)):
            continue
        passive = a.pos[last] == "AUX" or a.tokens[last - 1].norm == "be"
        verb = last + 1 if a.pos[last] == "AUX" else last
        if verb in draft.tokens and a.tags[verb] == ("VERB:VBN" if passive else "VERB:VB"):
            lemma = lexicon.english_predicate("en", a.tokens[verb].fold, True)
            return Predicate(lemma, passive, verb, verb, True, past=True)
    return None
