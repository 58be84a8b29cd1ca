"""Arabic word forms: a word without its particles, and the forms under which a list may hold it."""

from __future__ import annotations

from functools import lru_cache

CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ك", "ل")
_WRITTEN_ON = frozenset((*CONJUNCTIONS, *_PREPOSITIONS, "ا"))
"""The letters with which particles begin that are written on the next word."""


@lru_cache(maxsize=8192)
def variants(word: str) -> tuple[tuple[str, str], ...]:
    """Readings of a folded word as (particles, rest), least cut first: وللسلطات also reads ولل + سلطات.

    The article counts as a particle; a rest of fewer than two letters is no reading.
    """
    if word[:1] not in _WRITTEN_ON:
        return (("", word),)
    found = [("", word)]
    heads = [""] + [c for c in CONJUNCTIONS if word.startswith(c)]
    for head in heads:
        after = word[len(head) :]
        if head:
            found.append((head, after))
        if after.startswith("لل"):
            found.append((head + "لل", after[2:]))
            # ل before a word that itself begins with lam after the article: للغة = ل + اللغة
            found.append((head + "ل", after[1:]))
            found.append((head + "ل", "ا" + after))
        for preposition in ("", *_PREPOSITIONS):
            if preposition and not after.startswith(preposition):
                continue
            rest = after[len(preposition) :]
            if preposition:
                found.append((head + preposition, rest))
            if rest.startswith("ال"):
                found.append((head + preposition + "ال", rest[2:]))
    unique = dict.fromkeys(pair for pair in found if len(pair[1]) >= 2 or not pair[0])
    return tuple(sorted(unique, key=lambda pair: len(pair[0])))


_VERB_HEADS = ("سي", "ست", "سن", "سا", "سأ", "ي", "ت", "ن", "ا", "أ", "لي", "لت", "لن")
_VERB_TAILS = (
    "تموها",
    "ناها",
    "وها",
    "وهم",
    "تها",
    "ته",
    "تهم",
    "نها",
    "نهم",
    "ونه",
    "ونها",
    "ونهم",
    "تني",
    "وني",
    "ناه",
    "هما",
    "تما",
    "هم",
    "هن",
    "ها",
    "نا",
    "ني",
    "كم",
    "وا",
    "ون",
    "ان",
    "ين",
    "تم",
    "تا",
    "ه",
    "ك",
    "ت",
    "ن",
    "ا",
    "ي",
)
_NOUN_TAILS = (
    "هما",
    "هم",
    "هن",
    "ها",
    "نا",
    "كم",
    "ات",
    "اتها",
    "اته",
    "اتهم",
    "ون",
    "ين",
    "ان",
    "يها",
    "يه",
    "ته",
    "تها",
    "تهم",
    "تنا",
    "تي",
    "ه",
    "ك",
    "ي",
    "ا",
)


def _by_end(tails: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Endings by their last letter, in the order in which they are tried: a word is asked only for those of its own."""
    return {last: tuple(tail for tail in tails if tail[-1] == last) for last in {tail[-1] for tail in tails}}


_VERB_TAILS_BY_END = _by_end(_VERB_TAILS)
_NOUN_TAILS_BY_END = _by_end(_NOUN_TAILS)
_VERB_HEADS_BY_START = {
    start: tuple(head for head in _VERB_HEADS if head[0] == start) for start in {head[0] for head in _VERB_HEADS}
}
"""The same of what verbs begin with."""


@lru_cache(maxsize=8192)
def verb_keys(word: str) -> tuple[str, ...]:
    """The forms under which a folded verb may stand in a word list, likeliest first.

    Attached conjunction, future س, person prefix, endings and object pronouns come off; a list gives the third
    person masculine of perfect and imperfect (قال, يقول), so a stem also looks itself up behind ي.
    """
    bases = dict.fromkeys([word, *(word[1:] for c in (*CONJUNCTIONS, "ل") if word.startswith(c) and len(word) > 3)])
    keys: dict[str, None] = dict.fromkeys(bases)
    for base in bases:
        tails = _VERB_TAILS_BY_END.get(base[-1:], ())
        stems = [base, *(base[: -len(tail)] for tail in tails if base.endswith(tail) and len(base) > len(tail) + 1)]
        for stem in stems:
            keys.setdefault(stem)
            if stem.endswith("ت"):
                keys.setdefault(stem[:-1] + "ي")
            keys.setdefault(stem + "ي")  # رمت and رموا belong to رمى
            if stem is not base and stem.endswith("ا"):
                keys.setdefault(stem[:-1] + "ي")  # نفاه belongs to نفى
            if stem is not base and stem.endswith("و"):
                keys.setdefault(stem[:-1])  # أخبروه belongs to أخبر
            for head in _VERB_HEADS_BY_START.get(stem[:1], ()):
                if stem.startswith(head) and len(stem) > len(head) + 1:
                    keys.setdefault("ي" + stem[len(head) :])
                    keys.setdefault("ي" + stem[len(head) :] + "ي")
    return tuple(keys)


@lru_cache(maxsize=8192)
def noun_keys(word: str) -> tuple[str, ...]:
    """The forms under which a folded noun or adjective may stand in a word list, likeliest first."""
    keys: dict[str, None] = {}
    for _, rest in variants(word):
        keys.setdefault(rest)
        for tail in _NOUN_TAILS_BY_END.get(rest[-1:], ()):
            if rest.endswith(tail) and len(rest) > len(tail) + 1:
                stem = rest[: -len(tail)]
                keys.setdefault(stem)
                keys.setdefault(stem + "ه")  # the ta marbuta that the ending hid
        if rest.endswith("ه") is False and len(rest) > 2:
            keys.setdefault(rest + "ه")
    return tuple(keys)
