"""Who is meant: subjects resolved, and the claim's own words made to stand alone.

First person becomes the speaker (or the organisation that the speaker heads, for "we"); a dropped or pronominal
subject becomes the last one that fits; a relative clause gets its noun. Every word added stands in square brackets.
Where two antecedents fit equally, both are named in `ambiguous` and the words stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Draft
from claimtrack.claims.naming import name_text, subject_of
from claimtrack.languages import Hooks
from claimtrack.model.claims import NARRATOR, Ambiguity


@dataclass(frozen=True, slots=True)
class Entity:
    """Something spoken of: its words, and what its form shows of gender and number."""

    text: str
    gender: str | None
    number: str


@dataclass(slots=True)
class Discourse:
    """What the text has spoken of so far, latest last."""

    organisation: str | None = None
    recent: list[Entity] = field(default_factory=list)

    def remember(self, entity: Entity) -> None:
        self.recent = [e for e in self.recent if e.text != entity.text][-5:] + [entity]

    def fitting(self, gender: str | None, number: str | None) -> list[Entity]:
        """Antecedents that fit, latest first."""
        return [
            e
            for e in reversed(self.recent)
            if (gender is None or e.gender in (None, gender)) and (number is None or e.number == number)
        ]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The subject by name, the words to add (offset, words), and what stays open."""

    subject: str | None
    additions: tuple[tuple[int, str], ...]
    ambiguous: tuple[Ambiguity, ...]


def resolve(draft: Draft, discourse: Discourse, hooks: Hooks) -> Resolved:
    """Find the subject of a claim and what its text needs to stand alone."""
    a = draft.passage.analysis
    first_person = list(_first_person(draft, discourse, hooks))
    noun = subject_of(a, draft.head)
    own_person = hooks.person(a.tokens[draft.head].norm, a.tags[draft.head])
    if noun is None and own_person in ("1s", "1p"):
        return Resolved(_self(draft, discourse, own_person), tuple(first_person), ())
    if noun is not None:
        return _explicit(draft, discourse, hooks, noun, first_person)
    if a.pos[draft.head] not in VERBAL:
        return Resolved(None, tuple(first_person), ())
    return _dropped(draft, discourse, hooks, first_person)


def _explicit(draft: Draft, discourse: Discourse, hooks: Hooks, noun: int, added: list[tuple[int, str]]) -> Resolved:
    a = draft.passage.analysis
    token = a.tokens[noun]
    person = hooks.person(token.norm, a.tags[noun])
    if person in ("1s", "1p"):
        return Resolved(_self(draft, discourse, person), tuple(added), ())
    if person is not None:
        return _pronoun(draft, discourse, hooks, noun, added)
    name = name_text(a, noun)
    inside = noun in draft.tokens
    relative = a.pos[noun] == "PRON" or (a.relations[draft.head] in ("acl", "acl:relcl") and len(name) < 2)
    if relative:
        return _relative(draft, added)
    if not inside:
        added = [(draft.start, f"[{name}] "), *added]
    elif discourse is not None:
        discourse.remember(Entity(name, *hooks.gender_number(token.norm, a.tags[noun])))
    return Resolved(name, tuple(added), ())


def _relative(draft: Draft, added: list[tuple[int, str]]) -> Resolved:
    a = draft.passage.analysis
    noun = a.heads[draft.head]
    if noun < 0:
        return Resolved(None, tuple(added), ())
    name = name_text(a, noun)
    if noun not in draft.tokens:
        added = [(draft.start, f"[{name}] "), *added]
    return Resolved(name, tuple(added), ())


def _pronoun(draft: Draft, discourse: Discourse, hooks: Hooks, noun: int, added: list[tuple[int, str]]) -> Resolved:
    token = draft.passage.analysis.tokens[noun]
    found = discourse.fitting(*hooks.gender_number(token.norm, "PRON"))
    best = _one(found)
    if best is None:
        names = tuple(e.text for e in found[:2])
        open_ = (Ambiguity(start=token.start, end=token.end, text=token.text, candidates=names),) if names else ()
        return Resolved(None, tuple(added), open_)
    return Resolved(best.text, ((token.end, f" [{best.text}]"), *added), ())


def _dropped(draft: Draft, discourse: Discourse, hooks: Hooks, added: list[tuple[int, str]]) -> Resolved:
    a = draft.passage.analysis
    head = a.tokens[draft.head]
    if a.relations[draft.head] in ("acl", "acl:relcl") and a.heads[draft.head] >= 0:
        return _relative(draft, added)
    if any(a.relations[k] in ("aux:pass", "nsubj:pass", "expl") for k in a.kids[draft.head]) or not hooks.drops_subject(
        a.tags[draft.head]
    ):
        return Resolved(None, tuple(added), ())
    if draft.frame.attribution == "direct" and hooks.may_be_first_person(head.norm, a.tags[draft.head]):
        name = _self(draft, discourse, "1s")
        return Resolved(name, ((head.end, f" [{name}]"), *added) if name else tuple(added), ())
    found = discourse.fitting(*hooks.gender_number(head.norm, a.tags[draft.head]))
    best = _one(found)
    if best is None:
        names = tuple(e.text for e in found[:2])
        open_ = (Ambiguity(start=head.start, end=head.end, text=head.text, candidates=names),) if names else ()
        return Resolved(None, tuple(added), open_)
    return Resolved(best.text, ((draft.start, f"[{best.text}] "), *added), ())


def _one(found: list[Entity]) -> Entity | None:
    """The antecedent, where only one fits or the latest fits more surely than the one before it."""
    if not found:
        return None
    if len(found) == 1 or (found[0].gender is not None and found[1].gender is None):
        return found[0]
    return None


def _self(draft: Draft, discourse: Discourse, person: str) -> str | None:
    speaker = draft.frame.speaker
    if person == "1p" and discourse.organisation:
        return discourse.organisation
    return speaker if speaker != NARRATOR else None


def _first_person(draft: Draft, discourse: Discourse, hooks: Hooks) -> Iterable[tuple[int, str]]:
    """Where a first person stands in the claim's words, and whom it means; each is said once."""
    a: Analysis = draft.passage.analysis
    said: set[str] = set()
    for i in draft.tokens:
        person = hooks.person(a.tokens[i].norm, a.tags[i])
        if person not in ("1s", "1p"):
            continue
        name = _self(draft, discourse, person)
        if name and name not in said and name not in a.tokens[i].text:
            said.add(name)
            yield a.tokens[i].end, f" [{name}]"


def written(text: str, start: int, end: int, additions: Iterable[tuple[int, str]]) -> str:
    """`text[start:end]` with the additions at their places, white space evened."""
    out, at = "", start
    for offset, words in sorted(additions):
        if start <= offset <= end:
            out += text[at:offset] + words
            at = offset
    return " ".join((out + text[at:end]).split())
