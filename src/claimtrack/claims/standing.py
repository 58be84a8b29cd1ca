"""Polarity and modality of one claim: negators, hedges, plans and conditions, each within its scope.

A cue counts where it belongs to the claim's own predicate: on it or its auxiliaries, or in front of it inside the
claim; cues inside a nested clause belong to that clause. A claim that is a noun with its relative clause has the
verb of that clause as its predicate.
"""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft
from claimtrack.model.claims import NARRATOR, Modality, Polarity

_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", "appos"})
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})


def predicate_of(a: Analysis, head: int, inside: frozenset[int]) -> int:
    """The word that makes the assertion: the head, or the verb of the clause that describes a noun."""
    if a.pos[head] in VERBAL or any(a.relations[k] in ("cop", "nsubj", "nsubj:pass") for k in a.kids[head]):
        return head
    clause = next((k for k in a.kids[head] if k in inside and a.relations[k] in ("acl:relcl", "acl")), None)
    return head if clause is None else clause


def own_tokens(draft: Draft) -> list[int]:
    """The tokens of the claim that no nested clause holds, in order."""
    a = draft.passage.analysis
    inside = frozenset(draft.tokens)
    predicate = predicate_of(a, draft.head, inside)
    found, todo = [draft.head], [draft.head]
    while todo:
        each = todo.pop()
        for kid in a.kids[each]:
            nested = a.relations[kid] in _CLAUSES and (
                a.pos[kid] in VERBAL or any(a.pos[k] in VERBAL for k in a.kids[kid])
            )
            if kid in inside and (not nested or kid == predicate):
                found.append(kid)
                todo.append(kid)
    return sorted(found)


NEGATIVE_PREDICATE = "negated by its own predicate"
"""The reason where the verb itself says that something was not done ("refused to"); it needs no further "not"."""
_OPENING = 4
"""So many words at the front of a claim stand over all of it, whatever the tree says."""


class Scope:
    """One claim's own words, with the questions that polarity and modality ask of them."""

    __slots__ = ("a", "classes", "cues", "draft", "own", "phrases", "predicate")

    def __init__(self, draft: Draft, cues: Cues) -> None:
        self.draft, self.cues = draft, cues
        self.a, self.classes = draft.passage.analysis, draft.passage.classes
        self.phrases = draft.passage.phrases
        self.own = own_tokens(draft)
        self.predicate = predicate_of(self.a, draft.head, frozenset(draft.tokens))

    def holds(self, phrase: str) -> bool:
        """Whether a phrase of that class begins in the claim's own words."""
        inside, start = set(self.own), self.draft.tokens[0]
        opening = set(self.draft.tokens[:_OPENING])
        return any(
            first in inside or first in opening or self._leads_in(last, start)
            for first, last in self.phrases.get(phrase, ())
        )

    def _leads_in(self, last: int, start: int) -> bool:
        """Whether a phrase that ends before token `last` stands right before the claim, but for a complementizer."""
        return 0 <= start - last <= 2 and all("complementizer" in self.classes[t] for t in range(last, start))

    def is_denied(self) -> bool:
        """Whether the sentence calls the claim untrue: right before it, or in its own words."""
        first, last = self.draft.tokens[0], self.draft.tokens[-1]
        return any(first - 3 <= begin <= last for begin, _ in self.phrases.get("denied", ()))

    def within(self, phrase: str) -> set[int]:
        """The tokens of all phrases of that class."""
        return {i for first, last in self.phrases.get(phrase, ()) for i in range(first, last)}

    def governs(self, i: int) -> bool:
        """Whether the word `i` stands over the predicate: as its auxiliary, or in front of it."""
        above = self.a.heads[i]
        if i == self.predicate or above == self.predicate:
            return i <= self.predicate or self.a.relations[i] in _AUXILIARY or self.a.pos[i] == "AUX"
        if above >= 0 and self.a.heads[above] == self.predicate and self.a.relations[above] in (*_AUXILIARY, "xcomp"):
            return True
        if self.a.pos[i] == "AUX" and above in self.own and self.a.pos[above] == "VERB":
            return True
        return 0 < self.predicate - i <= 2 and not any(
            self.a.tokens[k].kind == "mark" for k in range(i, self.predicate)
        )

    def first(self, name: str) -> int | None:
        """The first own word of the class `name` that governs the predicate."""
        return next((i for i in self.own if name in self.classes[i] and self.governs(i)), None)


def polarity(draft: Draft, cues: Cues) -> tuple[Polarity, str | None]:
    """Whether the claim denies its proposition, and the rule that says so."""
    if draft.frame.stance == "denying":
        return "negated", "denied by its speaker"
    scope = Scope(draft, cues)
    if scope.is_denied():
        return "negated", "called untrue"
    negators = _negators(scope)
    count = len(negators)
    if not count and scope.holds("no_longer"):
        return "negated", "negated by a phrase: no longer"
    if count % 2 == 0 and _fails(scope):
        return "negated", NEGATIVE_PREDICATE
    if count % 2:
        return "negated", f"negated by {scope.a.tokens[negators[0]].text}"
    return "affirmed", "negated twice" if count else None


def _negators(scope: Scope) -> list[int]:
    spared = scope.within("not_only")
    excepted = any("except" in scope.classes[i] for i in scope.draft.tokens if i > scope.predicate - 1)
    found = []
    first_verb = next((t for t in scope.draft.tokens if scope.a.pos[t] in VERBAL), -9)
    own = sorted({*scope.own, *(t for t in scope.draft.tokens if t == first_verb)})
    for i in own:
        plain = "negator" in scope.classes[i] and (_bears(scope, i) or (i == first_verb and i not in scope.own))
        noun = "negating_noun" in scope.classes[i] and _opens(scope, i)
        if i in spared or excepted or not (plain or noun) or _is_still(scope, i) or _is_not_only(scope, i):
            continue
        found.append(i)
    return found


def _is_still(scope: Scope, i: int) -> bool:
    """ "has not ceased to" is "still"."""
    return any("still" in scope.classes[k] for k in range(i + 1, min(i + 2, len(scope.classes))))


def _is_not_only(scope: Scope, i: int) -> bool:
    return any("only" in scope.classes[k] for k in range(i + 1, min(i + 5, len(scope.classes))))


def _bears(scope: Scope, i: int) -> bool:
    """Whether the negator `i` denies the claim's predicate rather than one of its phrases."""
    a = scope.a
    above = a.heads[i]
    if i == scope.predicate or a.pos[i] in VERBAL or scope.governs(i):
        return True
    if above == scope.predicate and i - above <= 2:
        return True
    return (
        above >= 0
        and a.heads[above] == scope.predicate
        and a.relations[above] in _ARGUMENTS
        and a.relations[i] in ("det", "advmod")
    )


def _opens(scope: Scope, i: int) -> bool:
    """Whether a negating noun ("without") denies the claim: it opens it or stands right before its predicate."""
    return i == scope.draft.tokens[0] or i == scope.draft.head or scope.predicate - i == 1


def _fails(scope: Scope) -> bool:
    """A predicate that says that something was not done ("failed to …"): it needs an infinitive below it."""
    head = scope.predicate
    if scope.a.pos[head] != "VERB":
        return False
    relations = {scope.a.relations[k] for k in scope.a.kids[head] if k in scope.draft.tokens}
    return bool(scope.classes[head] & {"fail", "negating", "denying"}) and bool(relations & {"xcomp", "ccomp"})


def modality(draft: Draft, cues: Cues) -> tuple[Modality, str | None]:
    """How firmly the claim is put forward, and the rule that says so."""
    if draft.frame.stance == "denying":
        return "denied", "denied by its speaker"
    scope = Scope(draft, cues)
    if scope.is_denied():
        return "denied", "called untrue"
    condition = _condition(scope)
    if condition is not None:
        return "conditional", f"condition: {scope.a.tokens[condition].text}"
    hedge = _hedge(scope)
    if hedge is not None:
        return "possible", f"hedged by {hedge}"
    plan = _plan(scope)
    if plan is not None:
        return (
            ("asserted", "a promise of one's own") if _is_first_person(scope) else ("planned", f"announced by {plan}")
        )
    would = scope.first("would")
    if would is not None:
        word = scope.a.tokens[would].text
        return ("planned", f"announced by {word}") if draft.frame.cue else ("conditional", f"unreal: {word}")
    return "asserted", None


def _hedge(scope: Scope) -> str | None:
    if scope.holds("possible"):
        return "a phrase"
    found = scope.first("possible")
    if found is None:
        found = next(
            (
                i
                for i in scope.own
                if "possible_auxiliary" in scope.classes[i] and scope.a.pos[i] == "AUX" and scope.governs(i)
            ),
            None,
        )
    if found is None:
        found = next(
            (i for i in scope.own if "maybe" in scope.classes[i] and scope.governs(i) and _before_imperfect(scope, i)),
            None,
        )
    if (
        found is None
        and scope.a.pos[scope.predicate] in VERBAL
        and "forecast" in scope.classes[scope.predicate]
        and (scope.draft.frame.speaker == NARRATOR)
    ):
        found = scope.predicate
    return None if found is None else scope.a.tokens[found].text


def _before_imperfect(scope: Scope, i: int) -> bool:
    """A particle that hedges the imperfect only (قد يفعل); before the perfect it confirms."""
    following = next((t for t in scope.a.tags[i + 1 : i + 3] if "VERB" in t or "AUX" in t), "")
    word = scope.a.tokens[i + 1] if i + 1 < len(scope.a.tokens) else None
    return following.endswith(":i") or (
        "AUX" in following and word is not None and scope.cues.language.hooks.is_imperfect(word.norm)
    )


def _plan(scope: Scope) -> str | None:
    if scope.holds("planned"):
        return "a phrase"
    found = scope.first("planned")
    if found is None:
        hooks = scope.cues.language.hooks
        found = next(
            (
                i
                for i in scope.own
                if scope.a.pos[i] in VERBAL
                and hooks.is_future(scope.a.tokens[i].norm, scope.a.tags[i])
                and (scope.governs(i) or i <= scope.predicate or scope.a.pos[scope.predicate] not in VERBAL)
            ),
            None,
        )
    if found is None:
        found = next((i for i in scope.own if "planned_to" in scope.classes[i] and _before_infinitive(scope, i)), None)
    if found is None and "plan" in scope.classes[scope.predicate] and scope.a.pos[scope.predicate] in VERBAL:
        found = scope.predicate
    return None if found is None else scope.a.tokens[found].text


def _before_infinitive(scope: Scope, i: int) -> bool:
    """ "due to appear", not "due to rain"."""
    tags = scope.a.tags[i + 1 : i + 4]
    return len(tags) > 1 and any(tag in ("VERB:VB", "AUX:VB") for tag in tags[1:])


def _is_first_person(scope: Scope) -> bool:
    a, hooks = scope.a, scope.cues.language.hooks
    subjects = [k for k in a.kids[scope.predicate] if a.relations[k] in ("nsubj", "nsubj:pass")]
    near = [i for i in scope.own if scope.predicate - 2 <= i <= scope.predicate and a.pos[i] in VERBAL]
    return any(hooks.person(a.tokens[i].norm, a.tags[i]) in ("1s", "1p") for i in (scope.predicate, *subjects, *near))


def _condition(scope: Scope) -> int | None:
    """The conditional word of the claim's own condition: at its front, on its predicate or right before it."""
    a, draft = scope.a, scope.draft
    inside = set(draft.tokens)
    spared = scope.within("whether")
    first = draft.tokens[0]
    for begin, _ in scope.phrases.get("condition", ()):
        if begin in inside or first - 2 <= begin < first:
            return begin
    answered = any("apodosis" in scope.classes[t] for t in draft.tokens)
    if answered and "time" in scope.classes[first]:
        return first
    for i in range(max(0, first - 1), draft.tokens[-1] + 1):
        if "conditional" not in scope.classes[i] or i in spared:
            continue
        clause = a.heads[i]
        if i - first <= _OPENING or clause in (draft.head, scope.predicate):
            return i
        if clause in inside and a.relations[clause] == "advcl" and a.heads[clause] in (draft.head, scope.predicate):
            return i
    return None
