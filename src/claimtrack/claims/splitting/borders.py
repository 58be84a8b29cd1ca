"""Where a claim may begin and where it may end: what the two border judgements look at."""

from __future__ import annotations

from claimtrack.claims.outline import NONE, PADDING, Outline, step

STOPS = frozenset({",", ".", ":", ";", "-", "–", "—", "(", ")", '"', "«", "»", "“", "”", "!", "?"})


def begin_features(o: Outline, i: int) -> list[str]:
    """What tells whether a claim begins at token `i`."""
    a = o.a
    top = o.begins[i]
    _, word_before_last, last_word, word, next_word = o.padded_norms[i : i + PADDING + 2]
    _, tag_before_last, before, own, behind, tag_two_behind = o.padded_tags[i : i + 2 * PADDING]
    above, relation = a.relations[top], a.relations[i]
    quoted = o.passage.quoted
    found = [
        "any",
        "word " + word,
        "tag " + own,
        "word before " + last_word,
        "tag before " + before,
        "tag behind " + behind,
        f"tags {before} {own}",
        f"tags {own} {behind}>",
        f"tags {before} {own} {behind}",
        f"tags {tag_before_last} {before} {own}",
        f"behind {behind} {tag_two_behind}",
        f"before {last_word} {own}",
        f"words before {word_before_last} {last_word}",
        f"words {word} {next_word}",
        f"relation {relation} {own}",
        f"top {above} {o.tags[top]}",
        f"top depth {min(a.depth[top], 5)} {above}",
        "top word " + o.norms[top],
        f"top size {step(o.last[top] - i, (1, 3, 6, 12))} {above}",
        f"joined {o.joined[i]} {own}",
        f"place {step(i, (0, 1, 2, 4))}",
        f"quoted {quoted[i]} {i > 0 and quoted[i - 1]}",
        f"hangs left {a.heads[i] < i} {own}",
    ]
    if i in o.report_firsts or i - 1 in o.report_firsts:
        found.append(f"report begins {i in o.report_firsts}")
    if i:
        found.append(f"bond {a.heads[i - 1] == i} {a.heads[i] == i - 1} {before} {own}")
    if meant := o.senses[i]:
        found += (f"means {meant}", f"means {meant} before {before}")
    if meant := o.senses[top]:
        found.append(f"top means {meant}")
    found += ["class " + c for c in o.classes(i)]
    for c in o.classes(i - 1):
        found += ("class before " + c, f"class before {c} {own}")
    found += ["class behind " + c for c in o.classes(i + 1)]
    found += ["mention " + t for t in o.passage.mention_types[i]]
    if a.heads[top] >= 0:
        found += ["class above " + c for c in o.passage.classes[a.heads[top]]]
    return found


def end_features(o: Outline, j: int) -> list[str]:
    """What tells whether a claim ends with token `j`."""
    a, size = o.a, len(o.norms)
    top = o.ends[j]
    word, next_word, word_two_behind = o.padded_norms[j + PADDING : j + 2 * PADDING]
    before, own, behind, tag_two_behind, tag_three_behind = o.padded_tags[j + PADDING - 1 : j + 2 * PADDING + 1]
    following = j + 1 if j + 1 < size and not o.marks[j + 1] else j + 2
    inside = following < size
    joined = inside and o.joined[following]
    hangs = a.heads[j + 1] if j + 1 < size else -9
    quoted = o.passage.quoted
    found = [
        "any",
        "word " + word,
        "tag " + own,
        "word behind " + next_word,
        "tag behind " + behind,
        "tag before " + before,
        f"tags {own} {behind}",
        f"tags {before} {own} {behind}",
        f"behind {own} {next_word}",
        f"words behind {next_word} {word_two_behind}",
        f"word and tags behind {next_word} {tag_two_behind} {tag_three_behind}",
        f"tags behind {behind} {tag_two_behind}",
        f"top {a.relations[top]} {o.tags[top]}",
        f"top depth {min(a.depth[top], 5)} {a.relations[top]}",
        f"left over {step(size - 1 - j, (0, 1, 2, 4))}",
        f"quoted {quoted[j]} {j + 1 < size and quoted[j + 1]}",
        f"joined behind {joined} {o.tag(following)}",
        f"stop behind {next_word in STOPS} {joined} {a.pos[following] if inside else NONE}",
        f"top behind {a.relations[o.begins[following]] if inside else NONE} {next_word in STOPS}",
        f"bond {hangs == j} {hangs <= j} {behind} {own}",
        f"relation {a.relations[j]} {own} {behind}",
    ]
    if j in o.report_lasts:
        found.append("report ends")
    if j + 1 in o.report_cues or j + 2 in o.report_cues:
        found.append("report cue behind")
    if meant := o.senses[j]:
        found.append(f"means {meant}")
    if inside and (meant := o.senses[following]):
        found.append(f"means behind {meant}")
    found += ["class " + c for c in o.classes(j)]
    found += ["class behind " + c for c in o.classes(j + 1)]
    found += ["class two behind " + c for c in o.classes(j + 2)]
    if inside:
        found += ["mention behind " + t for t in o.passage.mention_types[following]]
    return found
