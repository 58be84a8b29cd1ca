"""Whom a verb is about that carries on with the claim before it, where the tree tells nothing of it.

"The firm raised prices, | cut 40 jobs | and closed two plants": by the order of the words the firm did all three. Only
languages whose verbs do not show who acts are read so.
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.claims.draft import Draft
from claimtrack.claims.phrases import is_comma, is_finite, joins
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.entities import Resolved
from claimtrack.claims.reference.short_names import is_new
from claimtrack.languages import Hooks

_BETWEEN = frozenset({"ADV", "CCONJ"})
_GROUP = frozenset({"ADV", "AUX", "PART"})
_OPENING = frozenset({"relative", "complementizer", "time", "reason", "conditional", "contrast"})
"""Classes of the words before a claim that hangs on another, so that the next verb may go on with either."""
_NESTING = frozenset({"relative", "complementizer", "time", "reason", "conditional", "question"})
_PRESENT = (":VBZ", ":VBP")


def carried_on(draft: Draft, discourse: Discourse, found: Resolved, hooks: Hooks) -> Resolved:
    """What is known of whom the claim is about, with the subject of the claim right before it where none is known."""
    before = discourse.before
    if hooks.VERB_FIRST or found.subject is not None or found.ambiguous or before is None:
        return found
    told, name = before
    if name is None:
        return found
    if told.passage is not draft.passage or told.frame != draft.frame or not _opens_with_verb(draft, told):
        return found
    if not _is_right_behind(draft, told) or _hangs(told, draft) or not _acts(told, name):
        return found
    added = ((draft.start, f"[{name}] "), *found.additions) if is_new(draft, name) else found.additions
    return replace(found, subject=name, additions=added)


def _opens_with_verb(draft: Draft, told: Draft) -> bool:
    """Whether nothing but adverbs stands before the first verb of a claim, which is finite or as good as that.

    A bare form behind a past is a past that looks like it: "raised prices, | cut 40 jobs".
    """
    a = draft.passage.analysis
    verb = next((i for i in draft.tokens if a.pos[i] != "ADV"), draft.head)
    if any(a.pos[i] not in _GROUP for i in range(verb + 1, draft.head)):
        return False
    if a.tags[verb].endswith(_PRESENT) and any(is_finite(a, i) and not _is_opened(draft, i) for i in draft.tokens):
        return False  # "conflicts | with the unions have halted": a noun that looks like a verb
    if is_finite(a, verb):
        return not (a.tags[verb].endswith(":VB") and _is_bare(told))
    return a.tags[verb].endswith(("VERB:VB", "VERB:VBN")) and any(a.tags[i].endswith(":VBD") for i in told.tokens)


def _is_opened(draft: Draft, i: int) -> bool:
    """Whether a finite verb belongs to the group of the claim's own, or to a clause that hangs on it."""
    p = draft.passage
    if all(p.analysis.pos[k] in _GROUP for k in draft.tokens if k < i):
        return True
    return any(p.classes[k] & _NESTING for k in draft.tokens if k < i)


def _is_bare(told: Draft) -> bool:
    """Whether an infinitive stands in a claim, with which the next verb may go on."""
    tags = told.passage.analysis.tags
    return any(tags[i].endswith("VERB:VB") and tags[i - 1].startswith("PART") for i in told.tokens if i)


def _is_right_behind(draft: Draft, told: Draft) -> bool:
    """Whether but a conjunction or a comma parts the two claims."""
    a = draft.passage.analysis
    between = range(told.tokens[-1] + 1, draft.tokens[0])
    return bool(between) and all(is_comma(a, i) or joins(a, i) or a.pos[i] in _BETWEEN for i in between)


def _hangs(told: Draft, draft: Draft) -> bool:
    """Whether a claim is a clause that hangs on another, or tells of a noun by such a clause.

    A verb joined to such a clause without a comma goes on with it where "who" or "which" is its subject.
    """
    p, first = told.passage, told.tokens[0]
    before = p.classes[first - 1] if first else frozenset[str]()
    relative = next((i for i in told.tokens if i <= told.head and "relative" in p.classes[i]), None)
    if relative is None:
        return bool((p.classes[first] | before) & _OPENING)
    acts = all(p.analysis.pos[i] in _GROUP for i in range(relative + 1, told.head))
    return not acts or any(is_comma(p.analysis, i) for i in range(told.tokens[-1], draft.tokens[0]))


def _acts(told: Draft, name: str) -> bool:
    """Whether the subject of a claim stands before its verb, or was added to it; one comma between sets off a call."""
    a = told.passage.analysis
    words = [a.tokens[i].text for i in told.tokens]
    last = name.split()[-1]
    if last not in words:
        return True
    at = told.tokens[words.index(last)]
    return at <= told.head and sum(is_comma(a, i) for i in range(at, told.head)) % 2 == 0
