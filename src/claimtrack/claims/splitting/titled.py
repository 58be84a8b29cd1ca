"""Names beside the noun that says who they are: "chief executive Martin Winterkorn", "his nephew Rastiz".

Such a close apposition asserts a role or a relation, whatever the clause around it says, and is a claim of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimtrack.claims.outline import Outline
from claimtrack.claims.splitting.spans import Span
from claimtrack.claims.visited import is_place_behind
from claimtrack.claims.voices.apposed import with_surname
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.text.folding import fold
from claimtrack.text.tokens import Token

ALIKE = 0.5
"""Share of the union from which another claim without a verb tells of the same words."""
SAME = 0.85
"""The same of a claim with a verb."""
_LONGEST = 6
"""Words of the longest name."""
_NAMES = frozenset({"PROPN", "ADJ", "NOUN", "X", "VERB"})
_DESCRIBING = frozenset({"NOUN", "ADJ"})
_VALUED = frozenset({"time", "quantity", "place"})
OWNERS = frozenset({"his", "her", "its", "their", "our", "my"})
OWNER_SIGNS = frozenset({"'s", "’s"})


def with_titled(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each name beside its noun of which none of them tells.

    A span of such a name and of a phrase behind it, which belongs to the clause around both, ends with the name.
    """
    kept = list(found)
    for first, last in titled(o):
        span = Span(first, last, 0.0, 0.0)
        kept = [replace(s, last=last) if _runs_on(o, s, span, kept) else s for s in kept]
        if not is_told(o, span, kept):
            kept.append(span)
    return kept


def with_untold(o: Outline, found: Sequence[Span], phrases: Iterable[tuple[int, int]]) -> list[Span]:
    """The spans, with one for each phrase, by its first and last token, of which none of them tells."""
    kept = list(found)
    for first, last in phrases:
        span = Span(first, last, 0.0, 0.0)
        if not is_told(o, span, kept):
            kept.append(span)
    return kept


def is_told(o: Outline, span: Span, kept: Sequence[Span]) -> bool:
    """Whether another claim says what a noun phrase says, and not only holds it."""
    saying = {r.cue for r in o.reports if r.first > r.cue and not r.nominal}
    telling = [other for other in kept if other.verb not in saying]  # a frame is no claim in the end
    return any(span.overlap(other) >= (ALIKE if _is_verbless(o, other) else SAME) for other in telling)


def _is_verbless(o: Outline, span: Span) -> bool:
    return o.verbs[span.last + 1] == o.verbs[span.first]


def _runs_on(o: Outline, span: Span, title: Span, kept: Sequence[Span]) -> bool:
    verbless = _is_verbless(o, span)
    longer = span.first == title.first and span.last > title.last and o.a.pos[title.last + 1] == "ADP"
    return verbless and longer and any(s.first < span.first and s.last >= span.last for s in kept)


def with_offices(o: Outline, found: Sequence[Span]) -> list[Span]:
    """The spans, with one for each name behind its office in capitals of which none of them tells.

    A lone title says little ("President X"); what it is of is told of the person: "Finance Minister X".
    """
    kept = list(found)
    for office in range(1, len(o.marks) - 1):
        if not (_is_proper(o, office) and is_person(o.a.tokens[office]) and _is_proper(o, office - 1)):
            continue
        first, last = office - 1, office
        while first > 0 and _is_proper(o, first - 1):
            first -= 1
        while last + 1 < len(o.marks) and o.a.pos[last + 1] == "PROPN" and not is_person(o.a.tokens[last + 1]):
            last += 1
        span = Span(first, last, 0.0, 0.0)
        if last > office + 1 and not is_told(o, span, kept):
            kept.append(span)
    return kept


def _is_proper(o: Outline, t: int) -> bool:
    """Whether a nominal with a capital stands at a token."""
    return o.a.pos[t] in ("PROPN", "NOUN", "ADJ") and o.a.tokens[t].text[:1].isupper()


def titled(o: Outline) -> Iterator[tuple[int, int]]:
    """The first and the last token of each noun phrase with the name behind it."""
    pos, behind = o.a.pos, 0
    for name in range(1, len(o.marks)):
        if name < behind or pos[name - 1] not in _DESCRIBING or not _is_plain(o, name):
            continue
        if pos[name] not in _NAMES and not _is_misread(o, name):
            continue
        found = _at(o, name)
        if found is not None:
            behind = found[1] + 1
            yield found


def _is_misread(o: Outline, name: int) -> bool:
    """Whether a word with a capital before another name is one, whatever the tagger took it for: "Awa Thiam"."""
    return o.a.tokens[name].text[:1].isupper() and name + 1 < len(o.marks) and o.a.pos[name + 1] == "PROPN"


def _at(o: Outline, name: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before a token, with the name that begins there."""
    hooks = load(lexicon.code_of(o.a.tokens[name].text)).hooks
    known = o.a.pos[name] == "PROPN" or _is_capital(o, name, hooks)
    if not known and not hooks.VERB_FIRST:
        return None
    first = _phrase_start(o, name - 1, hooks)
    if first is None or not (known or (is_person(o.a.tokens[first]) and _is_unknown(o, name, hooks))):
        return None
    last = _name_end(o, name, hooks)
    return None if last is None or (last == name and not known) else (first, last)


def _is_plain(o: Outline, t: int) -> bool:
    """Whether a token is no part of a value: of a number, a date, a place."""
    return not o.passage.mention_types[t] & _VALUED and not o.joined[t] and o.solid[t + 1] > o.solid[t]


def _name_end(o: Outline, name: int, hooks: Hooks) -> int | None:
    """The last token of the name that begins at `name`; None for an owner's ("minister X's house") or a lone letter."""
    word, end = o.a.tokens[name].text, name + 1
    if len(word) < 2 or hooks.core(word) or is_noun_with_to(word, hooks):
        return None
    size = len(o.marks)
    while (
        end < min(name + _LONGEST, size)
        and not (hooks.VERB_FIRST and is_place_behind(o.passage, end))
        and (
            _goes_on(o, end)
            or _is_capital(o, end, hooks)
            or _is_unknown(o, end, hooks)
            or ("kin" in o.passage.classes[end - 1] and not o.marks[end])  # أبو | العزم
        )
    ):
        end += 1
    if end == name + 1 and end + 1 < size and o.norms[end] == "of" and o.a.pos[end + 1] == "PROPN":
        end += 2  # "the governor Margaret of Parma"
    if end < size and (o.norms[end] in OWNER_SIGNS or o.norms[end] == "&"):
        return None
    if hooks.VERB_FIRST and end < size and is_place_behind(o.passage, end):
        return end - 1
    if end < size and (_is_surname(o, end, hooks) or _is_behind_given(o, name, end, hooks)):
        return end
    foreign = hooks.VERB_FIRST and end > name + 1 and not _is_given(o, name)
    return end - 1 if foreign else with_surname(o.passage, list(range(name, end)), hooks)[-1]


def _is_surname(o: Outline, t: int, hooks: Hooks) -> bool:
    """Whether a word with the article ends a name: one that no list of nouns or adjectives has (الرواشدة)."""
    word, code = o.a.tokens[t], lexicon.code_of(o.a.tokens[t].text)
    if not hooks.VERB_FIRST or o.joined[t] or o.a.pos[t] not in _DESCRIBING or hooks.core(word.text) is None:
        return False
    known = lexicon.english_noun(code, word.fold) or lexicon.english_predicate(code, word.fold, False)
    return known is None and nominals.adjective(code, word.norm) is None and _is_plain(o, t)


def _is_given(o: Outline, t: int) -> bool:
    """Whether a word is an Arabic given name."""
    language = load(lexicon.code_of(o.a.tokens[t].text))
    return o.a.tokens[t].fold in language.folded("persons", "arabic_given")


def _is_behind_given(o: Outline, name: int, t: int, hooks: Hooks) -> bool:
    """Whether a word with the article ends the name that a given name began, and no phrase of its own: سامي الراعي."""
    alone = t == name + 1 and hooks.VERB_FIRST and _is_given(o, name)
    goes_on = t + 1 < len(o.marks) and hooks.core(o.a.tokens[t + 1].text) is not None
    worded = o.a.pos[t] in _NAMES and not o.joined[t] and _is_plain(o, t)
    return alone and worded and hooks.core(o.a.tokens[t].text) is not None and not goes_on


def is_noun_with_to(word: str, hooks: Hooks) -> bool:
    """Whether an Arabic word is a common noun behind the preposition ل, which the tagger took for a name."""
    bare = hooks.bare(word)
    return bare != word and (hooks.core(bare) or lexicon.english_noun(lexicon.code_of(word), fold(bare))) is not None


def _goes_on(o: Outline, t: int) -> bool:
    return o.a.pos[t] == "PROPN" and not o.joined[t] and o.solid[t + 1] > o.solid[t]


def _is_capital(o: Outline, t: int, hooks: Hooks) -> bool:
    return not hooks.VERB_FIRST and o.a.tokens[t].text[:1].isupper() and _is_plain(o, t)


def _is_unknown(o: Outline, t: int, hooks: Hooks) -> bool:
    """Whether an Arabic word may be part of a name that the tagger did not know: no list has it but that of names."""
    word = o.a.tokens[t]
    language = load(lexicon.code_of(word.text))
    if not hooks.VERB_FIRST or language.hooks is not hooks or o.a.pos[t] not in _NAMES or o.joined[t]:
        return False
    if o.passage.classes[t] & {"title_link", "negating_noun"}:
        return False
    if "kin" in o.passage.classes[t] or word.fold in language.folded("persons", "arabic_given"):
        return True
    if _has_article(o, t, hooks) or word.text.endswith(hooks.OBJECT) or is_noun_with_to(word.text, hooks):
        return False
    code = language.code
    known = lexicon.english_noun(code, word.fold) or lexicon.english_predicate(code, word.fold, o.a.pos[t] == "VERB")
    return known is None and nominals.adjective(code, word.norm) is None


def _phrase_start(o: Outline, noun: int, hooks: Hooks) -> int | None:
    """Where the noun phrase begins that ends at `noun`, if it says what the name behind it is."""
    first = _from_definite(o, noun, hooks) if hooks.VERB_FIRST else _from_modifiers(o, noun)
    named = first is not None and not any("honorific" in o.passage.classes[t] for t in (first, noun + 1))
    return first if named else None


def _from_modifiers(o: Outline, noun: int) -> int | None:
    """The start of an English noun phrase about a person, or with a word that describes its noun."""
    pos, t = o.a.pos, noun
    known = pos[t] == "NOUN" or is_person(o.a.tokens[t])  # "the French general"
    if not known or not o.a.tokens[t].text.islower() or not _is_plain(o, t):
        return None
    while t > 0 and (pos[t - 1] in _MODIFIERS or o.tags[t - 1] == "VERB:VBN" or _in_compound(o, t - 1)):
        t -= 1
    owned = t > 0 and o.norms[t - 1] in OWNERS
    if not (owned or noun > t or is_person(o.a.tokens[noun])):
        return None
    if t > 1 and o.norms[t - 1] in OWNER_SIGNS:
        t -= 1
        while t > 0 and pos[t - 1] == "PROPN":
            t -= 1
    return t - 1 if t > 0 and (owned or pos[t - 1] == "DET") else t


_MODIFIERS = frozenset({"NOUN", "ADJ", "ADV", "PROPN"})


def _in_compound(o: Outline, t: int) -> bool:
    """Whether a hyphen or the word before it is at `t`: "KFC-parent"."""
    return t > 0 and (o.norms[t] == "-" or (o.norms[t + 1] == "-" and not o.a.tokens[t + 1].spaced))


def _from_definite(o: Outline, noun: int, hooks: Hooks) -> int | None:
    """The start of an Arabic noun phrase that is definite, so that a name behind it stands in apposition.

    It tells of a person, or an adjective describes its noun; of several nouns the first that is a person begins it.
    """
    pos, t, first = o.a.pos, noun, None
    while t > 0 and pos[t] == "ADJ" and _has_article(o, t, hooks):
        first = t if is_person(o.a.tokens[t]) else first
        t -= 1
    if pos[t] != "NOUN" or not (_has_article(o, t, hooks) or hooks.possessor(o.norms[t], "NOUN")):
        return first
    if first is None and t < noun and not _in_construct(o, t, hooks):
        first = t
    if is_person(o.a.tokens[t]):
        first = t
    while _in_construct(o, t, hooks):
        t -= 1
        first = t if is_person(o.a.tokens[t]) else first
    return first


def _in_construct(o: Outline, t: int, hooks: Hooks) -> bool:
    """Whether the noun at `t` belongs to an indefinite one before it: وزير الزراعة."""
    return t > 0 and o.a.pos[t - 1] == "NOUN" and not o.joined[t] and not _has_article(o, t - 1, hooks)


def is_person(token: Token) -> bool:
    """Whether a noun says what a person is, in Arabic whatever its article, its feminine ending or its owner."""
    language = load(lexicon.code_of(token.text))
    keys = language.hooks.noun_keys(token.fold) if language.hooks.VERB_FIRST else (token.fold,)
    return not language.folded("descriptions", "person").isdisjoint(keys)


def _has_article(o: Outline, t: int, hooks: Hooks) -> bool:
    """Whether a word bears the article, also behind what is written on it: للمدير, بالشاعرة."""
    word = o.a.tokens[t].text
    bare = word[1:] if o.joined[t] else word
    led = nominals.has_preposition(lexicon.code_of(word), o.norms[t]) and hooks.core(bare[1:]) is not None
    return hooks.core(bare) is not None or word.startswith(hooks.TO_THE) or led
