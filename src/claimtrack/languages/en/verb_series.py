"""Verbs in a series: "The firm | raised prices, | closed two shops and | hired nobody" has three, side by side.

The parser takes the first of them for a participle, or one of the others for what describes the noun before it. Which
words they are shows in their order: a clause with its subject, a comma, a bare verb of the same form, and an "and" with
the last. The tree is hung anew so that the first verb heads all others and has the subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.languages.en.hanging import Tree, hung
from claimtrack.languages.en.only_verbs import verb_form
from claimtrack.languages.en.tag_signs import irregular_pasts
from claimtrack.languages.en.verb_forms import (
    BASE,
    FORMS,
    JOINING,
    NAMING,
    OBJECT,
    PAST,
    STOPS,
    THIRD,
    form_of,
    group_begin,
    is_auxiliary,
    is_clause_verb,
    is_helped,
    verb_tag,
)

_OPENING = JOINING | {","}


_RELATIVE = frozenset({"who", "which", "that", "whom", "where"})


_TELLING = frozenset({"said", "says", "added"})
"""Verbs that name behind a comma who tells what stands before it."""


def with_series(norms: Sequence[str], tree: Tree) -> tuple[Tree, list[tuple[int, ...]]]:
    """The tree, with the verbs of each series below its first one, and the series; the same tree without any."""
    tags = tree[0]
    series: list[tuple[int, ...]] = []
    behind = 0
    for start in range(2, len(norms) - 1):
        if norms[start - 1] not in _OPENING or start <= behind:
            continue
        if tags[start] != "VERB:VBN" and not form_of(norms, tags, start):
            continue
        found = _series(norms, tags, start) if norms[start - 1] == "," else _pair(norms, tags, start)
        mended = hung(norms, tree, found, 0) if found else None
        if mended is not None:
            tree, behind = mended, found[-1]
            series.append(found)
    return tree, series


def _series(norms: Sequence[str], tags: Sequence[str], start: int) -> tuple[int, ...]:
    """The verbs of the series whose second one stands behind a comma; none where there is no series."""
    first = _first_verb(norms, tags, start - 1)
    if first is None or norms[start] in _TELLING:
        return ()
    form = form_of(norms, tags, first) or FORMS[verb_tag(norms[first])]
    if form == PAST and is_helped(norms, tags, first):
        form = _HELPED
    if form == BASE and any(norms[k] == "to" and tags[k + 1] == "VERB:VB" for k in range(first, start)):
        return ()  # "they have rights to | take it, alter it and release it"
    if not _is_next(norms, tags, start, form, joined=False):
        return ()
    verbs, whole = [first, start], 0
    for i in range(start + 1, len(norms)):
        if norms[i] in STOPS:
            break
        joint = i - 2 if tags[i - 1] == "ADV" and i - 2 > verbs[-1] else i - 1
        joined = norms[joint] in JOINING
        if (joined or norms[joint] == ",") and _is_next(norms, tags, i, form, joined):
            verbs.append(i)
            whole = len(verbs) if joined else whole
        elif is_clause_verb(tags, i) and norms[i - 1] not in _RELATIVE:
            break
    return tuple(verbs[:whole])


def _pair(norms: Sequence[str], tags: Sequence[str], second: int) -> tuple[int, ...]:
    """Two bare verbs with one auxiliary and an object each: "will build 400 homes and | repair the bridge"."""
    if form_of(norms, tags, second) != BASE or tags[second + 1] not in OBJECT:
        return ()
    objects = False
    for i in range(second - 2, 0, -1):
        if norms[i] in STOPS or norms[i] == "," or is_clause_verb(tags, i):
            return ()
        if tags[i] == "VERB:VB":
            return (i, second) if objects and _is_led(norms, tags, i) else ()
        objects = objects or tags[i].startswith(NAMING)
    return ()


def _is_led(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether an auxiliary or a verb of intention leads a bare verb: not "asked the firm to | close it"."""
    before = group_begin(norms, tags, i) - (norms[i - 1] == "to")
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


_HELPED = "helped"
"""The form of a first verb behind an auxiliary, with which any participle goes: "was arrested, | driven to a farm"."""


def _is_next(norms: Sequence[str], tags: Sequence[str], i: int, form: str, joined: bool) -> bool:
    """Whether a word may be a later verb of a series of a form; the last one may be of now: "and now holds 88"."""
    own = form_of(norms, tags, i)
    if form == _HELPED:
        return own == PAST or tags[i] == "VERB:VBN" or (joined and own == THIRD)
    if own == PAST and norms[i + 1 : i + 2] == ["by"]:
        return False
    return own == form or (joined and form != BASE and own in (PAST, THIRD))


def _first_verb(norms: Sequence[str], tags: Sequence[str], comma: int) -> int | None:
    """The main verb of the clause that ends at a comma, with its subject before it or before an aside."""
    begins = comma
    while begins and norms[begins - 1] not in STOPS and norms[begins - 1] != ",":
        begins -= 1
    verbs = [i for i in range(begins, comma) if _is_own_verb(norms, tags, begins, i)]
    if not verbs:
        amid = begins > 1 and norms[begins - 1] == "," and tags[begins] == "VERB:VBG"  # "erupted, | killing 90, | and"
        return _first_verb(norms, tags, begins - 1) if amid else None
    first = verbs[-1]
    if norms[begins] in _RELATIVE:
        return None  # "The man, who lives here, | killed two": what follows the aside is the main verb
    if first > begins and any(tags[k].startswith(NAMING) for k in range(begins, first)):
        return first
    leads = group_begin(norms, tags, first) <= begins
    return first if leads and _is_behind_aside(norms, tags, begins - 1) else None


def _is_own_verb(norms: Sequence[str], tags: Sequence[str], begins: int, i: int) -> bool:
    """Whether a verb may be the clause's: no relative pronoun has it, and one without auxiliary is no participle."""
    if not tags[i].startswith("VERB"):
        alone = tags[i] == "NOUN" and norms[i] in irregular_pasts() and i > begins  # "the storm | tore off roofs"
        alone = alone or (i > begins and _acts(tags, i) and verb_form(norms[i]) == "VERB:VBZ")
        return alone and not any(is_clause_verb(tags, k) for k in range(begins, i))
    if not form_of(norms, tags, i) or is_auxiliary(norms, tags, i):
        return False
    group = max(begins, group_begin(norms, tags, i))
    if group > begins and norms[group - 1] in _RELATIVE and tags[group - 1] != "SCONJ":
        return False
    if tags[i] == "VERB:VBN" and not is_helped(norms, tags, i):
        return not any(is_clause_verb(tags, k) for k in range(begins, i))
    return tags[i] != "VERB:VB" or _is_led(norms, tags, i)


def _acts(tags: Sequence[str], i: int) -> bool:
    """Whether a noun in the singular stands before a word, and an object behind it: "the law | bans smoking"."""
    if tags[i] != "NOUN:S" or tags[i - 1] != "NOUN":
        return False
    return tags[i + 1].startswith(("DET", "NOUN", "NUM", "ADJ", "VERB:VBG", "PRON", "PROPN"))


def _is_behind_aside(norms: Sequence[str], tags: Sequence[str], comma: int) -> bool:
    """Whether the comma ends an aside behind a subject without a verb before it: "The army, which rules, | banned"."""
    opening = next((k for k in range(comma - 1, 0, -1) if norms[k] == "," or norms[k] in STOPS), 0)
    if norms[opening] != "," or not tags[opening - 1].startswith(NAMING):
        return False
    begins = next((k + 1 for k in range(opening - 1, -1, -1) if norms[k] == "," or norms[k] in STOPS), 0)
    if any(is_clause_verb(tags, k) for k in range(begins, opening)):
        return False
    aside = any(is_clause_verb(tags, k) for k in range(opening + 1, comma))
    return norms[opening + 1] in _RELATIVE if aside else True
