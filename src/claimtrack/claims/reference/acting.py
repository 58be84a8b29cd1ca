"""What by its form can be no subject, though the tree of its sentence says so."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.reference.counted import bears_ending
from claimtrack.claims.tree_subjects import shows_gender
from claimtrack.languages import lexicon, load, nominals

_LEAST = 3


def cannot_act(draft: Draft, noun: int) -> bool:
    """Whether a word that stands for the subject is none by its form: an adverb, a count of times, a preposition's.

    "Partly", "clearly" and "twice" are said of what is done; an indefinite accusative is no subject, unless it is the
    first part of a dual ("the two ministers of").
    """
    a, passage = draft.passage.analysis, draft.passage
    if not shows_gender(a, draft.head) or a.pos[noun] not in ("NOUN", "ADJ"):
        return False
    token = a.tokens[noun]
    code = lexicon.code_of(token.text)
    hooks = load(code).hooks
    if "quantity" in passage.mention_types[noun] and a.pos[noun] == "ADJ":
        return True
    if noun == draft.head + 1 and bears_ending(draft, noun, hooks):
        return True
    bare = (
        token.norm.endswith(hooks.OBJECT) and hooks.core(token.text) is None and not lexicon.is_listed(code, token.fold)
    )
    bare = bare and not (a.pos[noun - 1] == "NUM" or a.tokens[noun - 1].kind == "number")  # "37 killed"
    dual = noun + 1 < len(a.tokens) and hooks.core(a.tokens[noun + 1].text) is not None
    return (bare and not dual and len(token.norm) > _LEAST) or lexicon.has_attached(code, token.fold)


def may_agree(draft: Draft, noun: int) -> bool:
    """Whether a noun may be the subject of the claim's verb by its ending: no men in the plural before a feminine."""
    a, head = draft.passage.analysis, draft.head
    if not shows_gender(a, head):
        return True
    token, code = a.tokens[noun], lexicon.code_of(a.tokens[noun].text)
    hooks = load(code).hooks
    verb, shown = hooks.gender_number(a.tokens[head].norm, a.tags[head]), nominals.gender(code, token.norm, token.fold)
    men = hooks.gender_number(token.norm, a.tags[noun]) == ("m", "p") and not lexicon.is_listed(code, token.fold)
    if a.pos[noun] == "NOUN" and men and verb[0] == "f":
        return False
    if verb == ("m", "s") and lexicon.bare(code, token.fold) in load(code).folded("descriptions", "person"):
        return True  # men whose noun ends as a feminine
    own = hooks.person(a.tokens[head].norm, a.tags[head]) is not None
    return own or shown is None or verb[1] == "p" or shown == verb[0]
