"""Verbs hung anew in a tree: the first of them where its clause hangs, with the subject, the others below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.languages.en.verb_forms import JOINING, NAMING, PHRASE, group_begin, is_helped, verb_tag

Tree = tuple[Sequence[str], Sequence[int], Sequence[str]]
"""The tags of a sentence, and the head and the relation of each token; -1 heads the root."""


def hung(norms: Sequence[str], tree: Tree, verbs: Sequence[int], end: int) -> Tree | None:
    """The tree with a series hung below its first verb; None where that would close a circle.

    `end` is where the clause of a verb ends that stands alone.
    """
    tags, heads, relations = list(tree[0]), list(tree[1]), list(tree[2])
    first, later = verbs[0], verbs[1:]
    helped = is_helped(norms, tags, first)  # the others share its auxiliary: "was arrested, | driven to a farm"
    for verb in verbs:
        if tags[verb] == "VERB:VBN" and not helped:
            tags[verb] = "VERB:VBD"
        elif not tags[verb].startswith("VERB"):
            tags[verb] = verb_tag(norms[verb])
    joints = [_joint(norms, tags, verb) for verb in later]
    _raise(norms, tags, heads, relations, verbs, joints[0] if joints else end)
    for verb, joint in zip(later, joints, strict=True):
        heads[verb], relations[verb] = first, "conj"
        for k in range(joint, verb):
            heads[k] = verb
    for verb, stop in zip(verbs, joints or [end], strict=False):
        _gather(tags, heads, relations, verb, stop)
    for k in range(len(heads)):
        if (k < first and heads[k] in later) or (heads[k] < 0 and heads[first] < 0 and k != first):
            heads[k], relations[k] = first, relations[k] if heads[k] >= 0 else "obl"
    return None if has_circle(heads) else (tags, heads, relations)


def _raise(
    norms: Sequence[str],
    tags: Sequence[str],
    heads: list[int],
    relations: list[str],
    verbs: Sequence[int],
    stop: int,
) -> None:
    """Hangs the first verb where the highest word of its clause hangs, with the subject below it."""
    first = verbs[0]
    subject = _subject(norms, tags, heads, first)
    own = {*verbs, *range(first, stop)} | ({subject} if subject is not None else set())
    above, named = min(((heads[i], relations[i]) for i in own), key=lambda each: _depth(heads, each[0]))
    if above in own or (subject is not None and subject < above < first):
        above, named = -1, "root"
    for i in own:
        if heads[i] == above and i != first:
            heads[i] = first
    heads[first], relations[first] = above, named if named not in _DESCRIBING else "root" if above < 0 else "parataxis"
    if subject is not None:
        for k in _before_noun(tags, subject):
            if not k < heads[k] <= subject:  # "the | council raised": the article of a verb taken for a participle
                heads[k] = subject
        heads[subject], relations[subject] = first, "nsubj"


def _before_noun(tags: Sequence[str], noun: int) -> Iterator[int]:
    """The article, the adjectives and the numbers right before a noun."""
    for k in range(noun - 1, -1, -1):
        if tags[k] not in ("DET", "ADJ", "NUM"):
            return
        yield k


_DESCRIBING = ("amod", "acl", "acl:relcl", "nsubj", "compound")


def _subject(norms: Sequence[str], tags: Sequence[str], heads: Sequence[int], first: int) -> int | None:
    """The head noun before a verb and its adverbs, also before an aside between commas; None where none is sure."""
    last = group_begin(norms, tags, first) - 1
    if last < 0 or tags[last] == "PRON":
        return last if last >= 0 else None
    if norms[last] == ",":
        last = next((k - 1 for k in range(last - 1, 0, -1) if norms[k] == ","), last)
    begins = last
    while begins > 0 and (tags[begins - 1].startswith(PHRASE) or tags[begins - 1] == "NOUN:S"):
        begins -= 1
    nouns = [i for i in range(begins, last + 1) if tags[i].startswith(NAMING) and tags[i] != "NUM"]
    outer = [i for i in nouns if not begins <= heads[i] <= last]
    return outer[0] if outer else None


def _joint(norms: Sequence[str], tags: Sequence[str], verb: int) -> int:
    """Where what joins a verb to the one before it begins: its comma, its "and", both."""
    at = verb - 1 if norms[verb - 1] in JOINING or norms[verb - 1] == "," else verb - 2
    return at - 1 if norms[at] in JOINING and norms[at - 1] == "," else at


def _gather(tags: Sequence[str], heads: list[int], relations: list[str], verb: int, stop: int) -> None:
    """Hangs what stands between a verb and the next joint below that verb, where it hung outside."""
    for k in range(verb + 1, stop):
        if not verb <= heads[k] < stop:
            heads[k] = verb
            if tags[k].startswith(NAMING):
                led = any(heads[c] == k and relations[c] == "case" for c in range(verb + 1, k))
                relations[k] = "obl" if led else "obj"


def _depth(heads: Sequence[int], i: int) -> int:
    depth = 0
    while heads[i] >= 0:
        i, depth = heads[i], depth + 1
    return depth


def has_circle(heads: Sequence[int]) -> bool:
    """Whether some token is above itself; a long way up is one, too."""
    for i in range(len(heads)):
        steps, at = 0, i
        while heads[at] >= 0 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return True
    return False
