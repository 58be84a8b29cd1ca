"""For which house somebody speaks, as what "it" means in their words: "a ministry spokesman said it would not pay"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.naming import name_tokens, phrase_text
from claimtrack.claims.reference.bodies import Body, is_body
from claimtrack.claims.reference.entities import Entity, may_be_anybody
from claimtrack.claims.reference.people import shown_gender
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.model.mentions import Name
from claimtrack.text.folding import fold

_NEAR = 2
"""How many sentences back a house may be named for which somebody speaks."""


def is_of_house(draft: Draft, hooks: Hooks) -> bool:
    """Whether who tells a claim only speaks for a house: "a spokesman"."""
    speaker = draft.frame.speaker
    if hooks.VERB_FIRST or speaker is None:
        return False
    return not load("en").folded("descriptions", "spoken_by").isdisjoint(speaker.lower().split())


def house(body: Body, recent: Sequence[Entity], at: int) -> Entity:
    """The house that a speaker's own words name, by the fullest name that the text has given it."""
    noun = body.text.split()[-1].lower()
    known = [e for e in recent if e.text.split()[-1].lower() == noun and e.gender in (None, "n")]
    text = known[0].text if len({e.text for e in known}) == 1 else body.text
    return Entity(text, "n", "s", at)


def other_houses(draft: Draft, best: Entity, passages: Sequence[Passage], hooks: Hooks) -> list[Entity]:
    """Houses beside the nearest one for which a plain "spokesman" may speak as well, each by its name."""
    said, at = best.text.lower(), draft.passage.index
    found: dict[str, Entity] = {}
    for p in (p for p in reversed(passages) if at - _NEAR <= p.index <= at):
        for start, text in _named(p, hooks):
            before = p.index < at or start < draft.start
            if before and text.lower() not in said and said not in text.lower():
                found.setdefault(text.lower(), Entity(text, "n", "s", p.index))
    return list(found.values())


def _named(p: Passage, hooks: Hooks) -> Iterator[tuple[int, str]]:
    """The bodies of a sentence: names of organisations, and definite nouns for what acts as a house."""
    a, lists = p.analysis, load("en")
    for m in p.mentions:
        if isinstance(m.value, Name) and (m.value.what == "organisation" or _may_be_house(m.value)):
            yield m.start, m.text
    bodies = lists.folded("descriptions", "institution") | lists.folded("descriptions", "organisation")
    names = frozenset(word.lower() for word in lists.folded("names", "organisations"))
    for i, token in enumerate(a.tokens):
        if a.pos[i] in ("NOUN", "PROPN") and token.fold.lower() in bodies | names and not a.tags[i].endswith(":S"):
            words = [k for k in name_tokens(a, i) if k <= i]
            text = phrase_text(a, words)
            if hooks.core(text) is not None or (len(words) > 1 and a.pos[i] == "PROPN"):
                yield token.start, text


def houses_beside(
    draft: Draft, best: Entity, passages: Sequence[Passage], gender: str | None, hooks: Hooks
) -> list[Entity]:
    """The same where verbs bear their subject: of two bodies of one gender a plain spokesman may speak for either."""
    speaker, index = (draft.frame.speaker or "").split(), draft.passage.index
    code = lexicon.code_of(best.text)
    plain = len(speaker) == 1 and lexicon.bare(code, fold(speaker[0])) in load(code).folded("descriptions", "spoken_by")
    if not plain or gender is None:
        return []
    language, head = load(code), hooks.core(best.text.split()[0]) or (fold(best.text.split()[0]),)
    for p in (p for p in reversed(passages) if index - _NEAR <= p.index < index):
        for i, token in enumerate(p.analysis.tokens):
            body = p.analysis.pos[i] == "NOUN" and is_body(language, token.fold)
            other = body and (hooks.core(token.text) or (token.fold,)) != head
            if other and nominals.gender(code, token.norm, token.fold) == gender:
                words = name_tokens(p.analysis, i)
                led = next((n for n, k in enumerate(words) if p.analysis.pos[k] == "ADP"), len(words))
                return [Entity(phrase_text(p.analysis, words[:led]), gender, "s", p.index)]
    return []


def _may_be_house(name: Name) -> bool:
    """Whether a name of several words, of which nothing shows that it is a person's, may be a firm's."""
    return name.what == "unknown" and may_be_anybody(name.name) and shown_gender(name.name) is None
