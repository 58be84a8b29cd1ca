"""Verbs in a series: "The firm | raised prices, | closed two shops and | hired nobody" has three, side by side.

The parser takes the first of them for a participle, or one of the others for what describes the noun before it. Which
words they are shows in their order: a clause with its subject, a comma, a bare verb of the same form, and an "and" with
the last. The tree is hung anew so that the first verb heads all others and has the subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.languages.en.only_verbs import is_verb, verb_form
from claimtrack.languages.en.tag_signs import irregular_pasts, is_finite

_JOINING = frozenset({"and", "but", "or"})
_OPENING = _JOINING | {","}
_STOPS = frozenset({";", ":", ".", "?", "!", "“", "”", '"', "(", ")", "—", "–"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "where"})
_NAMING = ("NOUN", "PROPN", "PRON", "NUM")
_TELLING = frozenset({"said", "says", "added"})
"""Verbs that name behind a comma who tells what stands before it."""
_PAST, _THIRD, _BASE = "past", "third", "base"
_FORMS = {"VERB:VBD": _PAST, "VERB:VBZ": _THIRD, "VERB:VBP": _BASE, "VERB:VB": _BASE}


_Tree = tuple[Sequence[str], Sequence[int], Sequence[str]]
"""The tags of a sentence, and the head and the relation of each token; -1 heads the root."""


def settled_tree(
    norms: Sequence[str], tags: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> tuple[Sequence[str], Sequence[int], Sequence[str], Sequence[tuple[int, ...]]]:
    """The tree, with the verbs of each series below its first one; the same tree where there is no series."""
    tree: _Tree = (tags, heads, relations)
    series, behind = [], 0
    for start in range(2, len(norms) - 1):
        if norms[start - 1] not in _OPENING or start <= behind or not _form(norms, tags, start):
            continue
        found = _series(norms, tags, start) if norms[start - 1] == "," else _pair(norms, tags, start)
        hung = _hung(norms, tree, found) if found else None
        if hung is not None:
            tree, behind = hung, found[-1]
            series.append(found)
    return *tree, series


def _series(norms: Sequence[str], tags: Sequence[str], start: int) -> tuple[int, ...]:
    """The verbs of the series whose second one stands behind a comma; none where there is no series."""
    first = _first_verb(norms, tags, start - 1)
    if first is None or norms[start] in _TELLING:
        return ()
    form = _form(norms, tags, first) or _PAST
    if not _is_next(norms, tags, start, form, joined=False):
        return ()
    verbs, whole = [first, start], 0
    for i in range(start + 1, len(norms)):
        if norms[i] in _STOPS:
            break
        joint = i - 2 if tags[i - 1] == "ADV" and i - 2 > verbs[-1] else i - 1
        joined = norms[joint] in _JOINING
        if (joined or norms[joint] == ",") and _is_next(norms, tags, i, form, joined):
            verbs.append(i)
            whole = len(verbs) if joined else whole
        elif _is_clause_verb(tags, i) and norms[i - 1] not in _RELATIVE:
            break
    return tuple(verbs[:whole])


def _pair(norms: Sequence[str], tags: Sequence[str], second: int) -> tuple[int, ...]:
    """Two bare verbs with one auxiliary and an object each: "will build 400 homes and | repair the bridge"."""
    if _form(norms, tags, second) != _BASE or tags[second + 1] not in _OBJECT:
        return ()
    objects = False
    for i in range(second - 2, 0, -1):
        if norms[i] in _STOPS or norms[i] == "," or _is_clause_verb(tags, i):
            return ()
        if tags[i] == "VERB:VB":
            return (i, second) if objects and _is_led(norms, tags, i) else ()
        objects = objects or tags[i].startswith(_NAMING)
    return ()


def _is_led(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether an auxiliary or a verb of intention leads a bare verb: not "asked the firm to | close it"."""
    before = _group(norms, tags, i) - (norms[i - 1] == "to")
    if norms[i - 1] != "to":
        return any(norms[k] in _LEADING for k in range(before, i))
    return i > 1 and norms[i - 2] in _INTENDING


_LEADING = frozenset(
    {
        "will",
        "shall",
        "would",
        "may",
        "might",
        "could",
        "did",
        "does",
        "do",
        "wo",
        "ll",
        "'ll",
        "’ll",
        "sha",
        "not",
        "n't",
    }
)
_INTENDING = frozenset(
    {"plan", "plans", "planned", "planning", "intend", "intends", "intended", "intending", "going", "set", "due"}
)


def _is_next(norms: Sequence[str], tags: Sequence[str], i: int, form: str, joined: bool) -> bool:
    """Whether a word may be a later verb of a series of a form; the last one may be of now: "and now holds 88"."""
    own = _form(norms, tags, i)
    if own == _PAST and norms[i + 1 : i + 2] == ["by"]:
        return False
    return own == form or (joined and form != _BASE and own in (_PAST, _THIRD))


def _form(norms: Sequence[str], tags: Sequence[str], i: int) -> str:
    """The form that a verb shares with others of its series; "" for one that cannot be in a series.

    What was taken for a noun is one where an object follows at once: "and employs 40 people", ", shot two guards".
    """
    tag = tags[i]
    if tag == "VERB:VBN":
        return (
            _PAST if norms[i].endswith("ed") or verb_form(norms[i]) == "VERB:VBD" or _is_helped(norms, tags, i) else ""
        )
    if tag in _MISTAKEN and i + 1 < len(norms):
        counted = tags[i + 1] in _OBJECT or norms[i + 1][0].isdigit()
        past = tags[i + 1] == "NOUN:S" and verb_form(norms[i]) == "VERB:VBD"  # ", cut benefits and"
        tag = _verb_tag(norms[i]) if counted or past else tag
    return _FORMS.get(tag, "")


def _verb_tag(norm: str) -> str:
    return verb_form(norm) or ("VERB:VB" if is_verb(norm) else "NOUN")


_MISTAKEN = ("NOUN", "NOUN:S", "ADJ", "X")
_OBJECT = ("DET", "NUM", "SYM", "PRON")


def _is_helped(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether an auxiliary stands before a verb, or before the adverb or the negator there."""
    return _group(norms, tags, i) < i and any(_is_auxiliary(norms, tags, k) for k in range(_group(norms, tags, i), i))


def _group(norms: Sequence[str], tags: Sequence[str], i: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    while i and (_is_auxiliary(norms, tags, i - 1) or tags[i - 1] in ("ADV", "PART")):
        i -= 1
    return i


def _is_auxiliary(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a word is one; so is "have" or "be" that was taken for a verb, where a participle stands behind it."""
    if tags[i].startswith("AUX"):
        return True
    behind = i + 2 if tags[i + 1 : i + 2] == ["ADV"] else i + 1
    return norms[i] in _HELPING and list(tags[behind : behind + 1]) == ["VERB:VBN"]


_HELPING = frozenset({"has", "have", "had", "is", "are", "was", "were", "been", "be"})


def _is_clause_verb(tags: Sequence[str], i: int) -> bool:
    return tags[i].startswith(("VERB", "AUX")) and is_finite(tags[i])


def _first_verb(norms: Sequence[str], tags: Sequence[str], comma: int) -> int | None:
    """The main verb of the clause that ends at a comma, with its subject before it or before an aside."""
    begins = comma
    while begins and norms[begins - 1] not in _STOPS and norms[begins - 1] != ",":
        begins -= 1
    verbs = [i for i in range(begins, comma) if _is_own_verb(norms, tags, begins, i)]
    if not verbs:
        amid = begins > 1 and norms[begins - 1] == "," and tags[begins] == "VERB:VBG"  # "erupted, | killing 90, | and"
        return _first_verb(norms, tags, begins - 1) if amid else None
    first = verbs[-1]
    if norms[begins] in _RELATIVE:
        return None  # "The man, who lives here, | killed two": what follows the aside is the main verb
    if first > begins and any(tags[k].startswith(_NAMING) for k in range(begins, first)):
        return first
    return first if first == begins and _is_behind_aside(norms, tags, begins - 1) else None


def _is_own_verb(norms: Sequence[str], tags: Sequence[str], begins: int, i: int) -> bool:
    """Whether a verb may be the clause's: no relative pronoun has it, and one without auxiliary is no participle."""
    if not tags[i].startswith("VERB"):
        alone = tags[i] == "NOUN" and norms[i] in irregular_pasts() and i > begins  # "the storm | tore off roofs"
        return alone and not any(_is_clause_verb(tags, k) for k in range(begins, i))
    if not _form(norms, tags, i) or _is_auxiliary(norms, tags, i):
        return False
    group = max(begins, _group(norms, tags, i))
    if group > begins and norms[group - 1] in _RELATIVE and tags[group - 1] != "SCONJ":
        return False
    if tags[i] == "VERB:VBN" and not _is_helped(norms, tags, i):
        return not any(_is_clause_verb(tags, k) for k in range(begins, i))
    return tags[i] != "VERB:VB" or _is_led(norms, tags, i)


def _is_behind_aside(norms: Sequence[str], tags: Sequence[str], comma: int) -> bool:
    """Whether the comma ends an aside behind a subject without a verb before it: "The army, which rules, | banned"."""
    opening = next((k for k in range(comma - 1, 0, -1) if norms[k] == "," or norms[k] in _STOPS), 0)
    if norms[opening] != "," or not tags[opening - 1].startswith(_NAMING):
        return False
    begins = next((k + 1 for k in range(opening - 1, -1, -1) if norms[k] == "," or norms[k] in _STOPS), 0)
    if any(_is_clause_verb(tags, k) for k in range(begins, opening)):
        return False
    aside = any(_is_clause_verb(tags, k) for k in range(opening + 1, comma))
    return norms[opening + 1] in _RELATIVE if aside else True


def _hung(norms: Sequence[str], tree: _Tree, verbs: Sequence[int]) -> _Tree | None:
    """The tree with a series hung below its first verb; None where that would close a circle."""
    tags, heads, relations = list(tree[0]), list(tree[1]), list(tree[2])
    first, later = verbs[0], verbs[1:]
    for verb in verbs:
        if tags[verb] == "VERB:VBN" and not _is_helped(norms, tags, verb):
            tags[verb] = "VERB:VBD"
        elif not tags[verb].startswith("VERB"):
            tags[verb] = _verb_tag(norms[verb])
    joints = [_joint(norms, tags, verb) for verb in later]
    _raise(norms, tags, heads, relations, verbs, joints[0])
    for verb, joint in zip(later, joints, strict=True):
        heads[verb], relations[verb] = first, "conj"
        for k in range(joint, verb):
            heads[k] = verb
    for verb, stop in zip(verbs, joints, strict=False):
        _gather(tags, heads, relations, verb, stop)
    for k in range(len(heads)):
        if (k < first and heads[k] in later) or (heads[k] < 0 and heads[first] < 0 and k != first):
            heads[k], relations[k] = first, relations[k] if heads[k] >= 0 else "obl"
    return None if _has_circle(heads) else (tags, heads, relations)


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
    last = _group(norms, tags, first) - 1
    if last < 0 or tags[last] == "PRON":
        return last if last >= 0 else None
    if norms[last] == ",":
        last = next((k - 1 for k in range(last - 1, 0, -1) if norms[k] == ","), last)
    begins = last
    while begins > 0 and (tags[begins - 1].startswith(_PHRASE) or tags[begins - 1] == "NOUN:S"):
        begins -= 1
    nouns = [i for i in range(begins, last + 1) if tags[i].startswith(_NAMING) and tags[i] != "NUM"]
    outer = [i for i in nouns if not begins <= heads[i] <= last]
    return outer[0] if outer else None


_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP")


def _joint(norms: Sequence[str], tags: Sequence[str], verb: int) -> int:
    """Where what joins a verb to the one before it begins: its comma, its "and", both."""
    at = verb - 1 if norms[verb - 1] in _JOINING or norms[verb - 1] == "," else verb - 2
    return at - 1 if norms[at] in _JOINING and norms[at - 1] == "," else at


def _gather(tags: Sequence[str], heads: list[int], relations: list[str], verb: int, stop: int) -> None:
    """Hangs what stands between a verb and the next joint below that verb, where it hung outside."""
    for k in range(verb + 1, stop):
        if not verb <= heads[k] < stop:
            heads[k] = verb
            if tags[k].startswith(_NAMING):
                led = any(heads[c] == k and relations[c] == "case" for c in range(verb + 1, k))
                relations[k] = "obl" if led else "obj"


def _depth(heads: Sequence[int], i: int) -> int:
    depth = 0
    while heads[i] >= 0:
        i, depth = heads[i], depth + 1
    return depth


def _has_circle(heads: Sequence[int]) -> bool:
    """Whether some token is above itself; a long way up is one, too."""
    for i in range(len(heads)):
        steps, at = 0, i
        while heads[at] >= 0 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return True
    return False
