"""Whether a verb is passive: by its auxiliary, by its subject, or by the one vowel that writers of Arabic put on it."""

from __future__ import annotations

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.naming import is_accusative
from claimtrack.languages import lexicon, load, verbs

DAMMA = "\u064f"
CAUSATIVE = "\u0623"
"""The letter of verbs whose imperfect has the vowel of passives in the active as well."""
_TWO = 2


def is_passive(a: Analysis, at: int) -> bool:
    """Whether the verb is passive: by its auxiliary or subject, or by the vowel that its writer put on it."""
    helpers = [k for k in a.kids[at] if a.relations[k] in ("aux", "aux:pass")]
    perfect = helpers and lexicon.english_predicate("en", a.tokens[helpers[-1]].fold, True) == "have"
    if not perfect and any(a.relations[k] in ("aux:pass", "nsubj:pass") for k in a.kids[at]):
        return True
    word, hooks = a.tokens[at].text, load(lexicon.code_of(a.tokens[at].text)).hooks
    prefixes = int(a.has_conjunction(at)) + int(hooks.is_future(a.tokens[at].norm, a.tags[at]))
    return DAMMA in (word[1:2], word[prefixes + 1 : prefixes + 2]) and not _acts_in_spite(a, at)


def _acts_in_spite(a: Analysis, at: int) -> bool:
    """Whether a verb with the vowel of a passive is active, as its form may be, since what it acts on follows."""
    token, code = a.tokens[at], lexicon.code_of(a.tokens[at].text)
    found = verbs.meaning(code, token.fold, a.tags[at]) if a.tags[at].endswith(":i") else None
    if found is not None and verbs.is_intransitive(code, found.verb):
        found = verbs.causative(code, token.fold, a.tags[at])
    if found is None or not found.verb.startswith(CAUSATIVE):
        return False
    behind, core = [i for i in (at + 1, at + 2) if i < len(a.tokens) and a.pos[i] == "NOUN"], load(code).hooks.core
    two = len(behind) == _TWO and all(core(a.tokens[i].text) is not None for i in behind)
    borne = verbs.bears_object(code, token.fold, a.tags[at])
    return borne or two or any(is_accusative(a, i) for i in behind)
