"""English verbs that were taken for nouns: "the company | denies polluting", "the river | rises in the hills"."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.predicate import Predicate
from claimtrack.languages import lexicon
from claimtrack.languages.inflection import denies_gerund


def hidden_verb(draft: Draft, at: int) -> Predicate | None:
    """The verb that was taken for a noun; None where there is none."""
    return _before_verb(draft, at) or _only_verb(draft)


def _before_verb(draft: Draft, at: int) -> Predicate | None:
    """A verb with another one behind it: "the company | denies polluting", "plans to reopen"."""
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


def _only_verb(draft: Draft) -> Predicate | None:
    """The verb of a sentence that else had none: behind its subject, with the form of a verb, and no noun behind it."""
    a, tokens = draft.passage.analysis, draft.tokens
    whole = tokens[0] == 0 and all(t.kind == "mark" for t in a.tokens[tokens[-1] + 1 :])
    if not whole or any(pos in VERBAL for pos in a.pos) or a.pos[0] not in ("DET", "NOUN", "PROPN", "PRON"):
        return None
    for i in tokens[1:]:
        if a.pos[i - 1] not in ("NOUN", "PROPN", "ADJ") or a.pos[i] != "NOUN":
            if a.pos[i] not in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
                return None
            continue
        word, behind = a.tokens[i].fold, a.pos[i + 1] if i + 1 < len(a.pos) else "PUNCT"
        lemma = lexicon.english_predicate("en", word, True)
        present = a.tags[i].endswith(":S") and lemma is not None and lexicon.is_shown(lemma)
        if behind in _ENDING and lemma is not None and (present or lexicon.is_irregular(word)):
            return Predicate(lemma, False, i, i, True, past=not present)
    return None


_ENDING = ("ADP", "ADV", "PUNCT", "NUM", "PART")
