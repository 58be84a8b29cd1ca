"""How the claims of a sentence hang together: cause, condition, contrast, time, reason.

The word that opens a clause says how it hangs on the clause beside it; it stands right before the claim or at its
front. Which clause that is, the order of the words says more reliably than the tree, above all behind "said that".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.judging.certain_kinds import NAMED
from claimtrack.claims.phrases import is_finite
from claimtrack.languages import lexicon, load
from claimtrack.model.claims import LinkKind

_KINDS: tuple[tuple[str, LinkKind], ...] = (
    ("conditional", "condition"),
    ("condition", "condition"),
    ("reason", "reason"),
    ("contrast", "contrast"),
    ("time", "time"),
)
"""Classes of words and of phrases that open a clause, and what they make of it; of two the first counts."""
_SUBORDINATE = frozenset({"condition", "reason", "time"})
_BEFORE, _INSIDE = 3, 2
"""So many words before a claim, and so many from its front, such a word is looked for."""
_BETWEEN = frozenset({"ADV", "PART", "PRON", "SCONJ", "CCONJ"})
"""What may stand between such a word and the claim: "but | now", "although | it"."""
_JOINING = frozenset({"SCONJ", "CCONJ"})
_PREDICATED = frozenset({"nsubj", "nsubj:pass", "cop", "aux", "aux:pass"})

Link = tuple[int, LinkKind, int]


def links(drafts: Sequence[Draft]) -> Iterator[Link]:
    """(claim, kind, claim that it depends on), by indexes into `drafts`."""
    for _, group in groupby(enumerate(drafts), key=lambda row: row[1].passage.index):
        some = list(group)
        hung: dict[int, int] = {}
        for i, draft in some:
            for one, kind, other in _of_opener(i, draft, some, hung):
                if one == i and kind in _SUBORDINATE:
                    hung[one] = other
                yield one, kind, other
            yield from _of_cause(i, draft, some)


def _of_cause(i: int, draft: Draft, some: Sequence[tuple[int, Draft]]) -> Iterator[Link]:
    """The claims inside one that says what brought about what."""
    if draft.kind == "cause":
        inside = (j for j, other in some if draft.start <= other.start and other.end <= draft.end)
        yield from ((j, "cause", i) for j in inside if j != i)


def _of_opener(i: int, draft: Draft, some: Sequence[tuple[int, Draft]], hung: Mapping[int, int]) -> Iterator[Link]:
    """What the word that opens the claim's clause says of the claim beside it.

    A clause that is joined by "and" or "but" to one that is `hung` on another goes with that other: "was fined because
    he lied, but paid".
    """
    at = _opener(draft)
    if at is None or NAMED in draft.reasons:
        return
    beside = _before(draft, some) if not _leads(draft.passage, at) else None
    if beside is not None and beside in hung and _is_joined(draft.passage, at):
        beside = hung[beside]
    if _is_result(draft.passage, at):
        if beside is not None:
            yield beside, "reason", i  # "so": what stands before it is the reason
        return
    beside = _behind(draft, some) if beside is None else beside
    kind = _announced(draft, at, None if beside is None else next(d for j, d in some if j == beside))
    if beside is not None and kind is not None:
        yield i, kind, beside


def _is_joined(p: Passage, at: int) -> bool:
    """Whether the word that opens a clause is "but", or has an "and" before it."""
    a = p.analysis
    return a.pos[at] == "CCONJ" or a.has_conjunction(at) or (at > 0 and a.pos[at - 1] == "CCONJ")


def _opener(draft: Draft) -> int | None:
    """The word that opens the claim's clause and says how it hangs on another."""
    p, a, first = draft.passage, draft.passage.analysis, draft.tokens[0]
    for i in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if _opens(draft, i):
            return i
        if a.pos[i] not in _BETWEEN:
            break
    for i in draft.tokens[:_INSIDE]:
        if _opens(draft, i):
            return i if _kind(p, i) != "condition" else None  # a condition at the front has its consequence with it
        if a.pos[i] not in _BETWEEN:
            break
    return None


def _opens(draft: Draft, i: int) -> bool:
    """Whether the word joins the claim's clause to another, and is no preposition, adverb or "where"."""
    p = draft.passage
    if _is_result(p, i):
        return True
    if _kind(p, i) is None:
        return False
    led = i + 1 < len(p.classes) and "complementizer" in p.classes[i + 1]
    if p.classes[i] & {"except", "negating_noun"} and not led and p.analysis.pos[i] != "CCONJ":
        return False  # "all but"
    if _is_without(p, i):
        return False
    if "where" in p.classes[i] and i > 0 and "place" in p.mention_types[i - 1]:
        return False
    return p.analysis.pos[i] in _JOINING or led or _is_clause(draft)


def _is_without(p: Passage, i: int) -> bool:
    """Whether a word that may be "but" says what did not come along (من غير أن)."""
    return i > 0 and "negating_noun" in p.classes[i] and p.analysis.pos[i - 1] == "ADP"


def _is_clause(draft: Draft) -> bool:
    """Whether the claim has a predicate, so that a word which may be a preposition is none: "after the ship sank".

    A noun with its relative clause has none of its own: "asked for | terms, which were granted".
    """
    a, classes = draft.passage.analysis, draft.passage.classes
    verb = next((i for i in draft.tokens if is_finite(a, i)), draft.tokens[0])
    if any("relative" in classes[i] for i in draft.tokens if i < verb):
        return False
    return a.pos[draft.head] in VERBAL or any(a.relations[k] in _PREDICATED for k in a.kids[draft.head])


def _kind(p: Passage, i: int) -> LinkKind | None:
    """The link that the word announces, or a phrase around it: "in case", في حين."""
    for name, kind in _KINDS:
        for first, last in p.phrases.get(name, ()):
            if first <= i < last:
                return kind
    return next((kind for name, kind in _KINDS if name in p.classes[i]), None) if p.classes[i] else None


def _is_result(p: Passage, i: int) -> bool:
    """Whether what follows from the clause before it begins here: ", so", ولذلك; not "so that" or "so many"."""
    if "hence" not in p.classes[i] or i == 0 or i + 1 >= len(p.classes) or "complementizer" in p.classes[i + 1]:
        return False
    a, token = p.analysis, p.analysis.tokens[i]
    joined = token.norm[:1] in load(lexicon.code_of(token.text)).hooks.CONJUNCTIONS
    return joined or a.pos[i - 1] == "CCONJ" or a.tokens[i - 1].kind == "mark"


def _announced(draft: Draft, at: int, beside: Draft | None) -> LinkKind | None:
    """The kind of link that the opening word announces."""
    p = draft.passage
    classes = p.classes[at]
    if "as_said" in classes and any("say" in p.classes[i] and p.analysis.pos[i] in VERBAL for i in draft.tokens):
        return None  # "as the tribe had demanded" says how
    kind = _kind(p, at)
    if kind == "reason" and "time" in classes and beside is not None and _is_perfect(beside):
        return "time"  # "has risen since"
    if kind == "contrast" and "time" in classes and _is_gerund(p, at + 1):
        return "time"  # "while recovering"
    if kind == "contrast" and any(first < at for first, _ in p.phrases.get("not_only", ())):
        return None  # "not only … but also" adds one to the other
    return kind


def _is_gerund(p: Passage, i: int) -> bool:
    return any(tag.endswith(":VBG") for tag in p.analysis.tags[i : i + 1])


def _is_perfect(draft: Draft) -> bool:
    """Whether the claim says what has come about until now."""
    a = draft.passage.analysis
    return any(a.tags[i].endswith(("AUX:VBZ", "AUX:VBP")) and _is_participle(a.tags, i + 1) for i in draft.tokens)


def _is_participle(tags: Sequence[str], i: int) -> bool:
    return any(tag.endswith(":VBN") for tag in tags[i : i + 2])


def _leads(p: Passage, at: int) -> bool:
    """Whether the clause stands before the one that it belongs to: at the front of the sentence or of a report."""
    return at == 0 or "complementizer" in p.classes[at - 1]


def _before(draft: Draft, some: Sequence[tuple[int, Draft]]) -> int | None:
    """The claim that ends nearest before the claim, or is around it; of several the one that begins first."""
    first, last = draft.tokens[0], draft.tokens[-1]
    found = [
        (min(other.tokens[-1], first - 1), -other.tokens[0], -j)
        for j, other in some
        if other.tokens[0] < first and (other.tokens[-1] < first or other.tokens[-1] >= last)
        if NAMED not in other.reasons
    ]
    return -max(found)[2] if found else None


def _behind(draft: Draft, some: Sequence[tuple[int, Draft]]) -> int | None:
    """The claim that begins next behind the claim; of several the longest."""
    found = [(other.tokens[0], -other.tokens[-1], j) for j, other in some if other.tokens[0] > draft.tokens[-1]]
    return min(found)[2] if found else None
