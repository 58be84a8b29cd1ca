"""What somebody says in a relative clause: "the man who | police say | fired", "a ship | the navy says | was sunk"."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import NAMING, is_comma, is_finite
from claimtrack.claims.voices.speakers import Speaker

_NOUNS = ("NOUN", "PROPN")


def beside_noun(p: Passage, verb: int, who: Speaker) -> Speaker:
    """Who speaks in a relative clause without a pronoun, parted from the noun that it describes: "The man | police".

    The verb that follows at once has no subject but that noun.
    """
    a = p.analysis
    acts = verb + 1 < len(a.tokens) and "bare" in p.classes[verb] and is_finite(a, verb + 1)
    if not acts or who.right != verb or len(who.tokens) < 2 or who.tokens[-1] != verb - 1:
        return who
    pronoun = a.pos[verb - 1] == "PRON" and a.pos[verb - 2] in _NOUNS
    inner = next((t for t in who.tokens[2:] if a.pos[t] == "DET" and a.pos[t - 1] in _NOUNS), None)
    many = a.tags[verb - 1].endswith(":S") and a.tags[verb - 2] == "NOUN" and a.pos[who.tokens[0]] == "DET"
    first = verb - 1 if pronoun else inner if inner is not None else verb - 1 if many else None
    return who if first is None else Speaker(tuple(range(first, verb)), first, verb)


def leads_on(p: Passage, cue: int, who: Speaker | None) -> bool:
    """Whether a relative clause goes on behind a frame within it: "a step that they say | has cost millions".

    Between commas it may have a subject of its own: "the engineer, whom the firm says | it dismissed, is suing".
    """
    a = p.analysis
    if who is None or not 0 < who.left < cue or cue + 1 >= len(a.tokens):
        return False
    before = who.left - 1
    if a.pos[before] in _NOUNS and is_finite(a, cue + 1):
        return True  # "a ship | the navy says was sunk"
    aside = who.left > 1 and is_comma(a, who.left - 2) and "relative" in p.classes[before]
    if not (is_finite(a, cue + 1) or (aside and a.pos[cue + 1] in ("PRON", "DET", "VERB"))):
        return False
    led = "relative" in p.classes[before] or ("complementizer" in p.classes[before] and who.left > 1)
    return led and a.pos[before] == "PRON"


def end(p: Passage, cue: int) -> int:
    """Where the relative clause behind a cue ends: at its comma, or before the verb of the clause around it.

    A second finite verb that has no subject of its own is that of the noun: "who police say fired shots | has fled".
    """
    a, told = p.analysis, False
    for t in range(cue + 1, len(a.tokens)):
        if is_comma(a, t):
            return t
        if a.pos[t] in ("CCONJ", "SCONJ") or (t > cue + 1 and p.classes[t] & {"relative", "complementizer"}):
            break
        if a.pos[t] in VERBAL and is_finite(a, t):
            if told and a.pos[t - 1] in NAMING | {"ADV", "ADP"}:
                return t
            told = True
    return next((t for t in range(cue + 1, len(a.tokens)) if is_comma(a, t)), len(a.tokens))
