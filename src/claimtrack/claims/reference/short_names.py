"""Short names on the subject of a claim: "the company", "the company's shares", a surname, each with the full name."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.entities import Resolved
from claimtrack.languages import Hooks
from claimtrack.model.claims import Ambiguity


def named(
    draft: Draft, discourse: Discourse, hooks: Hooks, tokens: list[int], added: list[tuple[int, str]]
) -> Resolved | None:
    """The subject by name, where its words are a short one: a description ("the company") or a surname."""
    a = draft.passage.analysis
    found = discourse.cast.meant(draft, tokens, hooks)
    if len(tokens) == 1 and a.pos[tokens[0]] == "PROPN" and "place" not in draft.passage.mention_types[tokens[0]]:
        full = discourse.cast.surname(a.tokens[tokens[0]].text)
        found = (full,) if full is not None else ()
    first, last = a.tokens[tokens[0]], a.tokens[tokens[-1]]
    if len(found) > 1:
        short = phrase_text(a, tokens)
        return Resolved(
            short, tuple(added), (Ambiguity(start=first.start, end=last.end, text=short, candidates=found),)
        )
    if found and is_new(draft, found[0]):
        draft.subject_tokens = tuple(tokens)
        return Resolved(found[0], ((last.end, f" [{found[0]}]"), *added), ())
    return _named_within(draft, discourse, hooks, tokens, added)


def _named_within(
    draft: Draft, discourse: Discourse, hooks: Hooks, tokens: list[int], added: list[tuple[int, str]]
) -> Resolved | None:
    """The subject, where a short description in it says whose it is: "the company's shares", عدد مستخدمي التطبيق."""
    a = draft.passage.analysis
    owner = tokens[-1:] if hooks.VERB_FIRST else tokens[:2]
    office = "role" in draft.passage.classes[owner[-1]]
    whose = len(tokens) > len(owner) and not office and (hooks.VERB_FIRST or a.tokens[tokens[2]].kind == "clitic")
    found = discourse.cast.meant(draft, owner, hooks) if whose else ()
    if len(found) != 1 or not is_new(draft, found[0]):
        return None
    draft.subject_tokens = tuple(owner)
    subject = phrase_text(a, tokens).replace(phrase_text(a, owner), found[0], 1)
    return Resolved(subject, ((a.tokens[owner[-1]].end, f" [{found[0]}]"), *added), ())


def is_new(draft: Draft, name: str) -> bool:
    """Whether the claim's own words do not say the name already."""
    said = " ".join(draft.passage.analysis.tokens[i].text for i in draft.tokens)
    return name.lower() not in said.lower()
