"""Passages: sentences with everything that the claim steps read."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.constructions import constructions
from claimtrack.claims.cues import NOTHING, Cues
from claimtrack.claims.draft import Passage
from claimtrack.languages import lexicon
from claimtrack.model.mentions import Mention

_NEAR = 12
"""So many tokens behind a verb that the tagger did not know its report begins."""
_CLOSING = ("»", "”", '"')
_SUBJECT = 12
"""Within so many tokens behind a verb of pleading its subject ends."""
_PHRASES = ("linking", "greeting", "thanks", "not_thanks")
"""Classes of phrases that tell the same as a word of the class would."""


def passage(
    index: int,
    span: tuple[int, int],
    role: str,
    paragraph: int,
    analysis: Analysis,
    cues: Cues,
    mentions: Sequence[Mention],
    quotes: Sequence[tuple[int, int]],
    voice: str | None = None,
) -> Passage:
    """Put together one passage; `quotes` are the quoted spans of the whole text that touch it, `voice` whose
    turn it is in a debate."""
    tokens = analysis.tokens
    phrases = cues.find(tokens)
    told = {
        i: frozenset({name}) for name in _PHRASES for first, last in phrases.get(name, ()) for i in range(first, last)
    }
    classes = tuple(_classes(analysis, i, cues, told) for i in range(len(tokens)))
    phrases = constructions(analysis, classes, phrases)
    types: list[frozenset[str]] = [NOTHING] * len(tokens)
    at = {token.start: i for i, token in enumerate(tokens)}
    for mention in mentions:
        if mention.numeral:
            continue
        i = at.get(mention.start)
        if i is None:
            i = next((k for k, t in enumerate(tokens) if t.start <= mention.start < t.end), None)
        if i is not None:
            types[i] = types[i] | {mention.type}
    quoted = (False,) * len(tokens)
    if quotes:
        quoted = tuple(any(a <= t.start and t.end <= b for a, b in quotes) for t in tokens)
    return Passage(
        index, *span, role, paragraph, analysis, classes, tuple(mentions), tuple(types), quoted, voice, phrases
    )


def _classes(a: Analysis, i: int, cues: Cues, phrases: dict[int, frozenset[str]]) -> frozenset[str]:
    """The cue classes of a token; a verb form that says who acts also bears its subject."""
    token = a.tokens[i]
    found = cues.of(token, a.pos[i])
    if cues.language.hooks.VERB_FIRST and a.pos[i] not in VERBAL and _opens_report(a, i, cues):
        found |= cues.of(token, "VERB") | {"mistaken"}
    if _pleads(a, i, cues):
        found = found - {"cause"} | {"say", "mistaken"}
    if "say_participle" in found and cues.language.hooks.core(token.text) is not None:
        found -= {"say_participle"}  # with an article it is a title: المدعية
    found |= phrases.get(i, NOTHING)
    person = a.pos[i] == "VERB" and cues.language.hooks.person(token.norm, a.tags[i])
    return found | {"own_subject"} if person in ("1s", "1p") else found


def _pleads(a: Analysis, i: int, cues: Cues) -> bool:
    """Whether a clause that somebody pleads follows a verb behind its subject: "دفع محاميه | بأن".

    At the head of a clause the tagger may take such a verb for a noun.
    """
    opens = a.pos[i] in VERBAL or not i or a.tokens[i - 1].kind == "mark" or a.pos[i - 1] == "CCONJ"
    if not opens or "arguing" not in cues.of(a.tokens[i], "VERB"):
        return False
    leads = tuple(cues.language.folded("structure", "charging_with"))
    for t in range(i + 1, min(i + _SUBJECT, len(a.tokens))):
        if "complementizer" in cues.of(a.tokens[t], a.pos[t]):
            return a.tokens[t].norm.startswith(leads)
        led = "result_of" in cues.of(a.tokens[t], a.pos[t])  # "دفع المنقبين | إلى الاعتقاد بأن"
        if led or a.pos[t] in VERBAL or (a.tokens[t].kind == "mark" and a.tokens[t].norm not in (",", "\u060c")):
            return False
    return False


def _awaited(a: Analysis, i: int, cues: Cues) -> bool:
    """Whether a reporting verb that the tagger took for a noun ends a subject that waits for one: "but X said that"."""
    if i + 1 >= len(a.tokens) or a.pos[i] not in ("NOUN", "ADV", "ADJ", "PROPN"):
        return False
    verbal = cues.of(a.tokens[i], "VERB")
    if "say" not in verbal:
        return False
    said = next((t for t in range(i + 1, min(i + _NEAR, len(a.tokens))) if a.pos[t] == "SCONJ"), None)
    if said is None or "complementizer" not in cues.of(a.tokens[said], "SCONJ"):
        return False
    to_whom = said == i + 1 or "tell" in verbal or lexicon.has_attached(cues.language.code, a.tokens[i + 1].fold)
    for t in range(i - 1, max(-1, i - _NEAR), -1):
        if a.pos[t] in VERBAL or a.tokens[t].kind == "mark":
            return False
        if a.pos[t] == "SCONJ":
            return to_whom and t < i - 1 and "complementizer" in cues.of(a.tokens[t], "SCONJ")
    return False


def _opens_report(a: Analysis, i: int, cues: Cues) -> bool:
    """Whether a reporting verb that the tagger took for another word opens a clause: what it reports follows soon."""
    token, hooks = a.tokens[i], cues.language.hooks
    if a.pos[i] == "ADP" and i + 1 < len(a.tokens) and a.tokens[i + 1].kind == "number":
        return False  # "بين 45 و50"
    if _awaited(a, i, cues):
        return True
    if i > 1 and a.tokens[i - 1].norm in (",", "\u060c") and a.tokens[i - 2].text in _CLOSING:
        return hooks.VERB_FIRST and "say" in cues.of(token, "VERB") and a.pos[i] in ("NOUN", "PROPN")  # "…»، تقول سلمى"
    joined = token.norm.startswith(hooks.CONJUNCTIONS) and token.norm not in cues.verbs
    opens = not i or a.tokens[i - 1].kind == "mark" or a.pos[i - 1] in ("CCONJ", "PART")
    if not token.is_word or not (opens or joined) or (a.pos[i] == "NOUN" and not (opens and joined)):
        return False
    if "say" not in cues.of(token, "VERB") or hooks.certain_tag(token.norm) is not None:
        return False
    for t in range(i + 1, min(i + _NEAR, len(a.tokens))):
        if a.tokens[t].text == ":" or "complementizer" in cues.of(a.tokens[t], a.pos[t]):
            return joined or t > i + 1
        if a.tokens[t].kind == "mark" or a.pos[t] in VERBAL:
            return False
    return False
