"""Where a claim may begin and where it may end: what the two border judgements look at.

What they see of a token is given as features that name a word, and as parts: what makes features of tags, relations,
classes and places alone. Those meet again and again, so that a judgement names and weighs each part once.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.claims.outline import NONE, PADDING, Outline, step
from claimtrack.tagging.logistic import Part, names_of

STOPS = frozenset({",", ".", ":", ";", "-", "–", "—", "(", ")", '"', "«", "»", "“", "”", "!", "?"})


def begin_features(o: Outline, i: int) -> list[str]:
    """What tells whether a claim begins at token `i`."""
    named, parts = begin_parts(o, i)
    return named + names_of(parts)


def end_features(o: Outline, j: int) -> list[str]:
    """What tells whether a claim ends with token `j`."""
    named, parts = end_parts(o, j)
    return named + names_of(parts)


def begin_parts(o: Outline, i: int) -> tuple[list[str], list[Part]]:
    """The same as `begin_features`, most of it in parts."""
    a, heads, top, quoted = o.a, o.a.heads, o.begins[i], o.passage.quoted
    _, word_before_last, last_word, word, next_word = o.padded_norms[i : i + PADDING + 2]
    tag_before_last, before, own, behind, tag_two_behind = o.padded_tags[i + 1 : i + 2 * PADDING]
    above, size = a.relations[top], step(o.last[top] - i, (1, 3, 6, 12))
    named = [
        "word " + word,
        "word before " + last_word,
        f"before {last_word} {own}",
        f"words before {word_before_last} {last_word}",
        f"words {word} {next_word}",
        "top word " + o.norms[top],
        f"tags {tag_before_last} {before} {own}",
        f"behind {behind} {tag_two_behind}",
    ]
    if i in o.report_firsts or i - 1 in o.report_firsts:
        named.append(f"report begins {i in o.report_firsts}")
    if meant := o.senses[i]:
        named += (f"means {meant}", f"means {meant} before {before}")
    if meant := o.senses[top]:
        named.append(f"top means {meant}")
    place = step(i, (0, 1, 2, 4))
    hangs = (heads[i - 1] == i, heads[i] == i - 1) if i else ()
    lies = (o.joined[i], place, quoted[i], i > 0 and quoted[i - 1], heads[i] < i)
    parts: list[Part] = [
        (_begin_tags, before, own, behind),
        (_begin_place, own, before, a.relations[i], *lies, *hangs),
        (_top_at_begin, above, o.tags[top], min(a.depth[top], 5), size),
    ]
    if some := o.classes(i):
        parts.append((each, "class", some))
    if some := o.classes(i - 1):
        parts.append((_classes_before, some, own))
    if some := o.classes(i + 1):
        parts.append((each, "class behind", some))
    if some := o.passage.mention_types[i]:
        parts.append((each, "mention", some))
    if heads[top] >= 0 and (some := o.passage.classes[heads[top]]):
        parts.append((each, "class above", some))
    return named, parts


def _begin_tags(before: str, own: str, behind: str) -> tuple[str, ...]:
    return (
        "any",
        "tag " + own,
        "tag before " + before,
        "tag behind " + behind,
        f"tags {before} {own}",
        f"tags {own} {behind}>",
        f"tags {before} {own} {behind}",
    )


def _begin_place(
    own: str, before: str, relation: str, joined: bool, place: int, quoted: bool, quoted_before: bool, left: bool,
    *hangs: bool,
) -> tuple[str, ...]:  # fmt: skip
    """Where a word lies, and whether it and the one before it, if there is one, hang on each other."""
    bond = (f"bond {hangs[0]} {hangs[1]} {before} {own}",) if hangs else ()
    return (
        f"relation {relation} {own}",
        f"joined {joined} {own}",
        f"place {place}",
        f"quoted {quoted} {quoted_before}",
        f"hangs left {left} {own}",
        *bond,
    )


def _top_at_begin(above: str, tag: str, depth: int, size: int) -> tuple[str, ...]:
    """The highest word whose subtree begins here."""
    return f"top {above} {tag}", f"top depth {depth} {above}", f"top size {size} {above}"


def each(what: str, some: Iterable[str]) -> list[str]:
    """The features that name each of some classes, each behind `what`."""
    return [f"{what} {name}" for name in some]


def _classes_before(some: frozenset[str], own: str) -> list[str]:
    return [name for c in some for name in ("class before " + c, f"class before {c} {own}")]


def end_parts(o: Outline, j: int) -> tuple[list[str], list[Part]]:
    """The same as `end_features`, most of it in parts."""
    a, size, top, quoted = o.a, len(o.norms), o.ends[j], o.passage.quoted
    word, next_word, word_two_behind = o.padded_norms[j + PADDING : j + 2 * PADDING]
    before, own, behind, tag_two_behind, tag_three_behind = o.padded_tags[j + PADDING - 1 : j + 2 * PADDING + 1]
    following = j + 1 if j + 1 < size and not o.marks[j + 1] else j + 2
    inside = following < size
    hangs = a.heads[j + 1] if j + 1 < size else -9
    named = [
        "word " + word,
        "word behind " + next_word,
        f"behind {own} {next_word}",
        f"words behind {next_word} {word_two_behind}",
        f"word and tags behind {next_word} {tag_two_behind} {tag_three_behind}",
        f"tags behind {behind} {tag_two_behind}",
    ]
    if j in o.report_lasts:
        named.append("report ends")
    if j + 1 in o.report_cues or j + 2 in o.report_cues:
        named.append("report cue behind")
    if meant := o.senses[j]:
        named.append(f"means {meant}")
    if inside and (meant := o.senses[following]):
        named.append(f"means behind {meant}")
    goes_on = (o.joined[following], o.tags[following], a.pos[following]) if inside else (False, NONE, NONE)
    above = a.relations[o.begins[following]] if inside else NONE
    parts: list[Part] = [
        (_end_tags, before, own, behind),
        (_end_place, step(size - 1 - j, (0, 1, 2, 4)), quoted[j], j + 1 < size and quoted[j + 1]),
        (_behind_end, next_word in STOPS, above, *goes_on),
        (_end_in_tree, a.relations[top], o.tags[top], min(a.depth[top], 5)),
        (_end_bond, a.relations[j], own, behind, hangs == j, hangs <= j),
    ]
    if some := o.classes(j):
        parts.append((each, "class", some))
    if some := o.classes(j + 1):
        parts.append((each, "class behind", some))
    if some := o.classes(j + 2):
        parts.append((each, "class two behind", some))
    if inside and (some := o.passage.mention_types[following]):
        parts.append((each, "mention behind", some))
    return named, parts


def _end_tags(before: str, own: str, behind: str) -> tuple[str, ...]:
    return (
        "any",
        "tag " + own,
        "tag behind " + behind,
        "tag before " + before,
        f"tags {own} {behind}",
        f"tags {before} {own} {behind}",
    )


def _end_place(left_over: int, quoted: bool, quoted_behind: bool) -> tuple[str, ...]:
    return f"left over {left_over}", f"quoted {quoted} {quoted_behind}"


def _behind_end(stop: bool, above: str, joined: bool, tag: str, pos: str) -> tuple[str, ...]:
    """How the sentence goes on behind the word, be it over a mark."""
    return f"joined behind {joined} {tag}", f"stop behind {stop} {joined} {pos}", f"top behind {above} {stop}"


def _end_in_tree(above: str, tag: str, depth: int) -> tuple[str, ...]:
    """The highest word whose subtree ends here."""
    return f"top {above} {tag}", f"top depth {depth} {above}"


def _end_bond(relation: str, own: str, behind: str, holds: bool, left: bool) -> tuple[str, ...]:
    return f"bond {holds} {left} {behind} {own}", f"relation {relation} {own} {behind}"
