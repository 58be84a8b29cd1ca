"""Whom the sentence before names but in passing, where nobody else can act: "jailed X for 12 years; had denied it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.reference.doers import are_two, doer, is_of_two, kind_of, noun_kind
from claimtrack.claims.reference.entities import Entity
from claimtrack.claims.reference.left_out import is_of_several
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.model.mentions import Name, Quantity
from claimtrack.text.folding import fold
from claimtrack.text.tokens import Token

_OPENING = 1
"""A claim that begins no later opens its sentence."""


def in_passing(
    draft: Draft, passages: Sequence[Passage], shown: tuple[str | None, str | None], hooks: Hooks
) -> list[Entity]:
    """The one person, or the one number of people, of the sentence before that a verb without a subject is about."""
    index = draft.passage.index
    before = next((p for p in reversed(passages) if p.index == index - 1), None)
    opens = draft.tokens[0] <= _OPENING and draft.frame.attribution == "narrated"
    if before is None or not opens or shown[0] is None:
        return []  # within a sentence somebody may have been named since
    if is_of_several(draft, hooks):
        found = [e for e in _several(before, hooks) if not is_of_two(draft) or are_two(e.text)]
    elif shown[1] == "s" and doer(draft) in ("person", "somebody"):
        found = list(_people(before, shown[0], hooks))
        if not all(e.person or hooks.core(e.text.split()[0]) for e in found):
            return []  # "a company" says no name
    else:
        return []
    return found if len(found) == 1 and not _is_led(found[0].text) else []


def is_merely_described(entity: Entity) -> bool:
    """Whether words without article or name only describe somebody or something: "a botanist", "an iron bridge"."""
    words, code = entity.text.split(), lexicon.code_of(entity.text)
    core = load(code).hooks.core
    bare = len(words) > 1 and not entity.person and all(core(word) is None for word in words)
    last = fold(words[-1])
    bare = bare and (lexicon.is_listed(code, last) or lexicon.english_noun(code, last) is not None)
    return bare and entity.number == "s" and kind_of(code, entity.text) in ("person", "thing")


def _is_led(text: str) -> bool:
    """Whether a preposition is written on the words, which then are none to restore."""
    return nominals.has_preposition(lexicon.code_of(text), text.split()[0])


def _several(p: Passage, hooks: Hooks) -> Iterator[Entity]:
    """The people in the plural of a sentence, with their number where they are counted."""
    a = p.analysis
    spans = [(m.start, m.end) for m in p.mentions if isinstance(m.value, Quantity)]
    for i, token in enumerate(a.tokens):
        span = next((s for s in spans if s[0] <= token.start < s[1]), None)
        many = span is not None or _is_plural(token, hooks)
        if many and a.pos[i] == "NOUN" and noun_kind(lexicon.code_of(token.text), token.text) == "person":
            yield Entity(token.text if span is None else _text(p, *span), "m", "p", p.index)


def _is_plural(token: Token, hooks: Hooks) -> bool:
    code = lexicon.code_of(token.text)
    shown = hooks.gender_number(token.norm, "NOUN")[1] == "p" and not lexicon.is_listed(code, token.fold)
    return shown or lexicon.bare(code, token.fold) in lexicon.plural_forms(code) or nominals.is_dual(code, token.fold)


def _people(p: Passage, gender: str, hooks: Hooks) -> Iterator[Entity]:
    """The people of a sentence, each by name or as "a man", if their words do not show the other gender."""
    a = p.analysis
    names = [m for m in p.mentions if isinstance(m.value, Name) and m.value.what in ("person", "unknown")]
    yield from (Entity(m.text, gender, "s", p.index, person=True) for m in names)
    for i, token in enumerate(a.tokens):
        code = lexicon.code_of(token.text)
        named = any(m.start <= token.start < m.end for m in names)
        if a.pos[i] != "NOUN" or named or noun_kind(code, token.text) not in ("person", "body"):
            continue
        beside = any(a.tokens[i + 1 : i + 2] and m.start == a.tokens[i + 1].start for m in names)
        if (
            not beside
            and not _is_plural(token, hooks)
            and nominals.gender(code, token.norm, token.fold) in (None, gender)
        ):
            yield Entity(token.text, gender, "s", p.index)


def _text(p: Passage, start: int, end: int) -> str:
    """The words of a span as written."""
    a = p.analysis
    return " ".join(t.text for t in a.tokens if start <= t.start and t.end <= end)
