"""Search words: the folded and lightly stemmed shadow of a text, and queries in the same terms.

Each word goes into the index as its folded self and, where that differs, as its stem; a query looks for
either, so that the very form ranks first and other forms of the word are found too. Affixes are data (`search.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from claimtrack.text.folding import fold

_WORD = re.compile(r"\w+(?:[.,\u066b\u066c]\d+)*")
_MARKS = re.compile(
    r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\u061c]+"
)


@cache
def _affixes() -> tuple[tuple[int, int, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    from claimtrack import languages  # a list of claims needs no stems

    tables = [languages.load(code).data("search").get("search") for code in languages.codes()]
    return tuple(
        (
            t["keep"],
            t["keep_weak"],
            tuple(t["prefixes"]),
            tuple(t["weak_prefixes"]),
            tuple(sorted(t["suffixes"], key=len, reverse=True)),
        )
        for t in tables
        if t
    )


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without the affixes that its language attaches."""
    if word.isascii():
        return word
    for keep, keep_weak, prefixes, weak, suffixes in _affixes():
        word = _cut_front(word, prefixes, keep, weak, keep_weak)
        word = _cut_end(word, suffixes, keep)
    return word


def _cut_front(word: str, prefixes: tuple[str, ...], keep: int, weak: tuple[str, ...], keep_weak: int) -> str:
    while True:
        for prefix, least in [*((p, keep) for p in prefixes), *((p, keep_weak) for p in weak)]:
            if word.startswith(prefix) and len(word) - len(prefix) >= least:
                word = word[len(prefix) :]
                break
        else:
            return word


def _cut_end(word: str, suffixes: tuple[str, ...], keep: int) -> str:
    while True:
        for suffix in suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= keep:
                word = word[: -len(suffix)]
                break
        else:
            return word


def words(text: str) -> list[tuple[int, int, str]]:
    """The words of a text as (start, end, folded); marks inside a word do not break it."""
    bare, origin = _without_marks(text)
    return [(origin[m.start()], origin[m.end() - 1] + 1, fold(m.group())) for m in _WORD.finditer(bare)]


def _without_marks(text: str) -> tuple[str, list[int] | range]:
    if not _MARKS.search(text):
        return text, range(len(text))
    kept = [(i, c) for i, c in enumerate(text) if not _MARKS.match(c)]
    return "".join(c for _, c in kept), [i for i, _ in kept]


def shadow(*texts: str | None) -> str:
    """What the index keeps of some texts: each word folded, and its stem where that is another word."""
    out: list[str] = []
    for text in dict.fromkeys(t for t in texts if t):
        for _, _, word in words(text):
            root = stem(word)
            out.append(word if root == word else f"{word} {root}")
    return " ".join(out).encode("utf-8", "replace").decode("utf-8")


def query(text: str) -> str:
    """An FTS5 query that wants every word of `text`, in any of its forms; the last word may be a
    beginning."""
    wanted = [word for _, _, word in words(text)]
    parts: list[str] = []
    for i, word in enumerate(wanted):
        forms = dict.fromkeys([f'"{word}"', f'"{stem(word)}"'])
        if i == len(wanted) - 1 and len(word) > 2:
            forms[f'"{word}"*'] = None
        parts.append("(" + " OR ".join(forms) + ")")
    return " AND ".join(parts)


def marker(wanted: str) -> Callable[[str], tuple[tuple[int, int], ...]]:
    """A function that gives the spans in a text of the words that a search for `wanted` finds."""
    sought = [(word, stem(word)) for _, _, word in words(wanted)]

    @cache
    def fits(word: str) -> bool:
        return any(_same(word, each, root) for each, root in sought)

    return lambda text: tuple([(start, end) for start, end, word in words(text) if fits(word)])


def _same(word: str, wanted: str, root: str) -> bool:
    if word == wanted or stem(word) == root or (len(wanted) > 2 and word.startswith(wanted)):
        return True
    short = min(len(word), len(wanted))
    return (
        word.isascii() and short > 3 and word[: short - 1] == wanted[: short - 1] and abs(len(word) - len(wanted)) < 4
    )
