"""What somebody heads or speaks for, by the office that a text gives them: whom they mean by "we".

"Health Minister X": the ministry; "the company's chairman, X": the company; "X, mayor of Y": the town; "its founder":
what "its" means. Where an office does not say it, nothing is known: the "we" of a person's office is no person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.draft import Passage
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.phrases import is_comma
from claimtrack.languages import Language, lexicon, load, nominals
from claimtrack.model.mentions import Name
from claimtrack.text.folding import fold

_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_APOSTROPHE = "'"
_LONGEST = 6
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Body:
    """What is headed: its name, or the gender and number of the pronoun that alone says it ("its founder")."""

    text: str = ""
    owner: tuple[str | None, str] | None = None
    founded: bool = False
    """Whether the office is one of private houses alone: nobody founds or owns a ministry."""


Lists = dict[str, frozenset[str]]

Offices = dict[str, Body | None]
"""What each holder or title heads; None where the text gives two."""


def offices(passages: Sequence[Passage]) -> Offices:
    """What the people of a text head or speak for, by their names and by the words of their offices."""
    found: Offices = {}
    for p in passages:
        code = lexicon.code_of(p.analysis.tokens[0].text) if p.analysis.tokens else ""
        if not code or not p.analysis.tokens:
            continue
        language = load(code)
        for first, last, body in _titles(p, language):
            keys = [phrase_text(p.analysis, list(range(first, last + 1))), _holder(p, first, last)]
            for key in filter(None, keys):
                found[key] = body if found.get(key, body) == body else None
    return found


def headed(speaker: str, known: Offices) -> Body | None:
    """What a speaker heads, found by the holder's whole name or surname, or by the words of the office."""
    fits = {body for key, body in known.items() if _is_same(speaker, key)}
    return fits.pop() if len(fits) == 1 else None


def _is_same(speaker: str, key: str) -> bool:
    near = f" {speaker} ".lower(), f" {key} ".lower()
    cut = " " in speaker and near[1].startswith(near[0])
    return cut or near[0].endswith(near[1]) or near[1].endswith(near[0]) or near[0].startswith(near[1])


def _titles(p: Passage, language: Language) -> Iterator[tuple[int, int, Body]]:
    """The first and last token of each office, and what it heads."""
    lists = _lists(language.code)
    read = _genitive if language.hooks.VERB_FIRST else _of_office
    for i in range(len(p.analysis.tokens)):
        found = read(p, i, language, lists) if p.analysis.pos[i] in _WORDS else None
        if found is not None and not _is_former(p.analysis, found[0], found[1], lists["former"]):
            yield found


@cache
def _lists(code: str) -> Lists:
    language = load(code)
    return {name: language.folded("descriptions", name) for name in language.data("descriptions")}


def _is_former(a: Analysis, first: int, last: int, former: frozenset[str]) -> bool:
    return any(a.tokens[i].fold.lower() in former for i in range(max(0, first - 1), min(last + 2, len(a.tokens))))


def _holder(p: Passage, first: int, last: int) -> str | None:
    """Whose the office is: a name right behind it or behind a comma, else one before it and a comma."""
    a = p.analysis
    behind = last + 2 if last + 1 < len(a.tokens) and is_comma(a, last + 1) else last + 1
    stop = behind
    while stop < min(len(a.tokens), behind + _LONGEST_NAME) and a.pos[stop] == "PROPN":
        stop += 1
    if stop > behind:
        return phrase_text(a, list(range(behind, stop)))
    if first < 2 or not is_comma(a, first - 1):
        return None
    start = first - 1
    while start > max(0, first - _LONGEST_NAME) and a.pos[start - 1] == "PROPN":
        start -= 1
    return phrase_text(a, list(range(start, first - 1))) if start < first - 1 else None


def _of_office(p: Passage, i: int, language: Language, lists: Lists) -> tuple[int, int, Body] | None:
    """An office that ends at a token, where what is headed stands before it or behind "of"."""
    a = p.analysis
    if a.tokens[i].fold.lower() not in lists["heading"]:
        return None
    if i + 1 < len(a.tokens) and (a.tokens[i + 1].fold.lower() in lists["heading"] or a.pos[i + 1] == "NOUN"):
        return None  # a director general, the chief prosecutor
    run = i
    while run > 0 and a.tokens[run - 1].fold.lower() in lists["heading"] | lists["assistant"]:
        run -= 1
    minister = a.tokens[i].fold.lower() in lists["minister"]
    behind = _behind_link(p, i, lists, minister)
    if behind:
        text = phrase_text(a, behind)
        ministry = _ministry(language, text[:1].isupper())
        first = run - 1 if run and a.pos[run - 1] == "DET" else run
        return (
            first,
            behind[-1],
            Body(f"{_article(language)} {ministry} {p.analysis.tokens[i + 1].text} {text}" if minister else text),
        )
    return _before_office(p, run, i, language, lists)


def _ministry(language: Language, capital: bool) -> str:
    word = language.entry("descriptions", "ministry")[0]
    return str(word.capitalize() if capital else word)


def _behind_link(p: Passage, i: int, lists: Lists, minister: bool) -> list[int]:
    """The words behind "of" up to the end of their phrase, where they are definite or a name."""
    a, first = p.analysis, i + 2
    if first >= len(a.tokens) or a.tokens[i + 1].norm not in lists["heading_links"]:
        return []
    stop = first
    while stop < min(len(a.tokens), first + _LONGEST):
        if stop > first and a.tokens[stop].start in _people(p):
            break
        inner = stop > first and (a.tokens[stop].norm in lists["heading_links"] or a.tokens[stop].norm == _APOSTROPHE)
        if a.pos[stop] not in _WORDS | {"DET"} and not inner and a.tokens[stop].kind != "clitic":
            break
        stop += 1
    while stop > first and (a.pos[stop - 1] not in _WORDS or "time" in p.mention_types[stop - 1]):
        stop -= 1
    words = list(range(first, stop))
    if not words:
        return []
    closed = a.pos[words[0]] == "DET" and load(lexicon.code_of(a.tokens[words[0]].text)).hooks.core(
        phrase_text(a, words)
    )
    return words if closed or a.pos[words[0]] == "PROPN" or (minister and a.pos[words[0]] != "DET") else []


def _before_office(p: Passage, run: int, i: int, language: Language, lists: Lists) -> tuple[int, int, Body] | None:
    """What is headed, before its office: "Education | Minister", "the company's | chairman", "its | founder"."""
    a, at = p.analysis, run - 1
    whole = " ".join(a.tokens[k].fold.lower() for k in range(run, i + 1))
    start = run - 1 if run and a.pos[run - 1] == "DET" else run
    if at >= 0 and a.tokens[at].fold.lower() + f" {whole}" in lists["government_head"]:
        return at, i, Body(language.entry("descriptions", "government")[0])
    if whole in lists["government_head"]:
        return start, i, Body(language.entry("descriptions", "government")[0])
    if at < 0 or a.pos[at] == "DET":
        return None
    owner = language.hooks.possessor(a.tokens[at].norm, a.tags[at])
    if owner is not None:
        founded = not lists["founding"].isdisjoint({whole, a.tokens[i].fold.lower()})
        return (at, i, Body(owner=owner, founded=founded)) if owner == ("n", "s") else None
    first = at + 1
    owned = a.tokens[at].kind == "clitic"
    inner = ("DET", *_WORDS) if owned else _WORDS
    first = at if owned else first
    while first > 0 and a.pos[first - 1] in inner and not is_comma(a, first - 1):
        first -= 1
        if a.pos[first] == "DET":
            break
    words = list(range(first, at if owned else at + 1))
    if not words:
        return None
    return _premodified(p, words, i, owned, language, lists)


def _premodified(
    p: Passage, words: list[int], i: int, owned: bool, language: Language, lists: Lists
) -> tuple[int, int, Body] | None:
    a = p.analysis
    if owned:
        person = any(
            isinstance(m.value, Name) and m.value.what == "person" and m.end == a.tokens[words[-1]].end
            for m in p.mentions
        )
        return None if person else (words[0], i, Body(phrase_text(a, words)))
    first = words[0] - 1 if words[0] and a.pos[words[0] - 1] == "DET" else words[0]
    minister = a.tokens[i].fold.lower() in lists["minister"]
    if minister:
        own = [k for k in words if "place" not in p.mention_types[k]]
        capital = a.tokens[i].text[:1].isupper()
        name = f"{_article(language)} {phrase_text(a, own)} {_ministry(language, capital)}"
        return (first, i, Body(name)) if own else None
    last = a.tokens[words[-1]]
    if a.pos[words[-1]] == "PROPN" or (len(words) > 1 and last.text[:1].isupper()):
        return first, i, Body(phrase_text(a, words))
    body = last.fold.lower() in lists["organisation"] | lists["institution"]
    return (first, i, Body(f"{_article(language)} {phrase_text(a, words)}")) if body else None


def _article(language: Language) -> str:
    return str(language.entry("descriptions", "article")[0])


def _genitive(p: Passage, i: int, language: Language, lists: Lists) -> tuple[int, int, Body] | None:
    """An office in a language that sets what is headed behind it: وزير الصحة, مدير المستشفى, مؤسسه."""
    a, token = p.analysis, p.analysis.tokens[i]
    owner = language.hooks.possessor(token.norm, "NOUN")
    owned = nominals.is_owned(language.code, token.norm, token.fold) or not lexicon.is_listed(language.code, token.fold)
    if owner is not None and owned:
        key = nominals.nominal(language.code, token.norm).key
        known = key in lists["heading"]
        office = known or lexicon.english_noun(language.code, token.fold) in _offices(language.code)
        behind = a.tokens[i + 1].fold if i + 1 < len(a.tokens) else ""
        founded = key in lists["founding"] or behind in lists["founding"]  # its chief | executive
        return (i, i, Body(owner=owner, founded=founded)) if office else None
    if lexicon.bare(language.code, token.fold) not in lists["heading"] or i + 1 >= len(a.tokens):
        return None
    if f"{token.text} {a.tokens[i + 1].text}" in language.entry("descriptions", "government_head"):
        return i, i + 1, Body(language.entry("descriptions", "government")[0])
    if language.hooks.core(token.text) is not None or token.text.startswith(language.hooks.TO_THE):
        return _led_genitive(p, i, language)
    if token.fold in lists["minister"]:
        if language.hooks.core(a.tokens[i + 1].text) is None or "place" in p.mention_types[i + 1]:
            return None
        last = i + 1
        while (
            last + 1 < len(a.tokens)
            and a.tokens[last + 1].text.startswith(language.hooks.AND)
            and language.hooks.core(a.tokens[last + 1].text[1:])
        ):
            last += 1
        return (
            i,
            last,
            Body(f"{language.entry('descriptions', 'ministry')[0]} {phrase_text(a, list(range(i + 1, last + 1)))}"),
        )
    words = _closed_phrase(p, i + 1, language)
    return (i, words[-1], Body(phrase_text(a, words))) if words else None


def _led_genitive(p: Passage, i: int, language: Language) -> tuple[int, int, Body] | None:
    """What a definite office heads, behind its adjectives and a preposition with the article: المدير العام للشركة."""
    a, hooks, k = p.analysis, language.hooks, i + 1
    while k < len(a.tokens) and hooks.core(a.tokens[k].text) is not None and a.pos[k] == "ADJ":
        k += 1
    if k >= len(a.tokens) or a.pos[k] not in _WORDS:
        return None
    if not a.tokens[k].text.startswith(hooks.TO_THE):
        return _led_name(p, i, k, language)
    stop = k + 1
    while stop < len(a.tokens) and a.pos[stop] == "ADJ" and hooks.core(a.tokens[stop].text) is not None:
        stop += 1
    bare, first = hooks.bare(a.tokens[k].text), hooks.TO_THE[:1]
    article = len(bare) - len(a.tokens[k].text) + len(hooks.TO_THE)
    readings = (bare, bare[:article] + first + bare[article:])  # of a noun that begins with the preposition's letter
    noun = next((each for each in readings if is_body(language, fold(each))), None)
    words = [a.tokens[n].text for n in range(k + 1, stop)]
    return None if noun is None else (i, stop - 1, Body(" ".join([noun, *words])))


def _led_name(p: Passage, i: int, k: int, language: Language) -> tuple[int, int, Body] | None:
    """The body by its name behind a preposition that is written on its noun: المديرة العامة لشركة نور."""
    text, to = p.analysis.tokens[k].text, language.hooks.TO_THE[:1]
    noun = text.removeprefix(to)
    if not text.startswith(to) or not is_body(language, fold(noun)) or k + 1 >= len(p.analysis.tokens):
        return None
    words = _closed_phrase(p, k, language)
    return (i, words[-1], Body(" ".join([noun, phrase_text(p.analysis, words[1:])]))) if words[1:] else None


@cache
def _offices(code: str) -> frozenset[str]:
    """The offices in English, which know them also with a pronoun on them."""
    found = (lexicon.english_noun(code, word) for word in load(code).folded("descriptions", "heading"))
    return frozenset(filter(None, found))


def _closed_phrase(p: Passage, first: int, language: Language) -> list[int]:
    """A genitive up to the word that makes it definite and the adjectives behind that; none where it is not closed."""
    a, core = p.analysis, language.hooks.core
    people, titled = _people(p), language.folded("names", "titles")
    words: list[int] = []
    for k in range(first, min(first + _LONGEST, len(a.tokens))):
        if a.pos[k] not in _WORDS or a.tokens[k].start in people or is_comma(a, k):
            break
        closed = bool(words) and core(a.tokens[words[-1]].text) is not None
        if closed and (core(a.tokens[k].text) is None or a.pos[k] == "PROPN" or a.tokens[k].fold in titled):
            break
        if words and a.pos[words[-1]] == "PROPN" and _is_given(p, k, language) and not _is_given(p, k - 1, language):
            break  # of the company Nour | Omar X
        words.append(k)
    person = bool(words) and lexicon.bare(language.code, a.tokens[words[0]].fold) in language.folded(
        "descriptions", "people"
    )
    closed = bool(words) and (core(a.tokens[words[-1]].text) is not None or "place" in p.mention_types[words[-1]])
    closed = closed or _is_called(p, words, language)
    act = bool(words) and a.tokens[words[0]].fold in lexicon.masdars(language.code)
    act = act and not is_body(language, a.tokens[words[0]].fold)  # head of production
    return words if closed and not person and not act else []


def _is_given(p: Passage, i: int, language: Language) -> bool:
    """Whether a word is a given name that is on file, or goes on with one ("ibn")."""
    known = language.folded("persons", "arabic_given") | language.folded("names", "particles")
    return p.analysis.tokens[i].fold in known


def _is_called(p: Passage, words: list[int], language: Language) -> bool:
    """Whether words are what a body is and a name without article: شركة نور."""
    a = p.analysis
    named = len(words) > 1 and all(a.pos[k] in ("PROPN", "X") for k in words[1:])
    return named and is_body(language, a.tokens[words[0]].fold)


def is_body(language: Language, folded: str) -> bool:
    """Whether a noun is of organisations or bodies."""
    lists = [language.folded("names", "organisations")]
    lists += [language.folded("descriptions", name) for name in ("organisation", "institution", "product")]
    return any(lexicon.bare(language.code, folded) in words for words in lists)


def _people(p: Passage) -> set[int]:
    """Where people's names begin."""
    return {m.start for m in p.mentions if isinstance(m.value, Name) and m.value.what == "person"}


def is_private(language: Language, text: str) -> bool:
    """Whether a name or description may be of a house that somebody founds or owns: no ministry, no court."""
    words = [text.split()[0]] if language.hooks.VERB_FIRST else text.split()
    keys = {lexicon.bare(language.code, fold(word)).lower() for word in words}
    return keys.isdisjoint(language.folded("descriptions", "public"))
