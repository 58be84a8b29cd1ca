"""Who and what a claim calls by name, in Latin letters.

Only what is surely a name is spelled out: words that the tagger took for one, the given and family names beside them,
and what stands behind a title. A common noun never is, and no part of a person's name is translated.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.splitting.titled import is_person
from claimtrack.languages import latin_names, lexicon, load, nominals
from claimtrack.languages.inflection import is_readable
from claimtrack.text.folding import fold, lighten
from claimtrack.text.tokens import Token

_WORDED = frozenset({"NOUN", "ADJ", "ADV", "X", "VERB", "PROPN"})
_VALUED = frozenset({"time", "quantity"})
_LEAST = 3
"""Letters of the shortest word that alone, and in no list, is taken for a name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a claim by its first and last token, in Latin letters."""

    first: int
    last: int
    text: str
    led: bool
    """Whether a preposition is written on it: "the chief executive | of Kaifos"."""
    of_person: bool
    """Whether it begins with a given name."""


def named(draft: Draft, code: str) -> tuple[Named, ...]:
    """The names of a claim in reading order; none in the language of the glosses, which shows them as they are."""
    if lexicon.is_own_gloss(code):
        return ()
    found: list[Named] = []
    reader, behind = _Reader(draft.passage, frozenset(draft.tokens), code), 0
    for i in draft.tokens:
        last = reader.end(i) if i >= behind else None
        if last is not None:
            behind = last + 1
            found.append(reader.named(i, last))
    return tuple(found)


def is_closed(passage: Passage, code: str, i: int) -> bool:
    """Whether a noun bears the article or a pronoun, so that a name behind it says who it is, and not whose."""
    norm = passage.analysis.tokens[i].norm
    if norm.startswith(load(code).hooks.TO_THE):
        return True
    return nominals.has_article(code, norm) or nominals.nominal(code, norm).owned


def is_role(code: str, token: Token) -> bool:
    """Whether a noun says what a person is or stands as a title before a name; a school is no teacher."""
    return not is_head(code, token) and (is_person(token) or token.fold in load(code).folded("names", "titles"))


def is_head(code: str, token: Token) -> bool:
    """Whether a noun is the head word of the names of organisations."""
    return lexicon.bare(code, token.fold) in load(code).folded("names", "organisations")


def is_given(code: str, word: str) -> bool:
    """Whether the lists have a word as a given name."""
    folded = fold(word)
    return any(folded in load(code).folded("persons", each) for each in ("arabic_given", "foreign_given"))


@cache
def is_known(code: str, norm: str) -> bool:
    """Whether a word is a common noun, an adjective or an act, be it behind a preposition."""
    if nominals.nominal(code, norm).key or nominals.adjective(code, norm) is not None:
        return True
    return lexicon.bare(code, fold(norm)) in load(code).folded("names", "organisations")


@dataclass(frozen=True, slots=True)
class _Reader:
    passage: Passage
    own: frozenset[int]
    code: str

    def end(self, i: int) -> int | None:
        """The last token of the name that begins at a token; None where none does."""
        pos = self.passage.analysis.pos
        if pos[i] not in _WORDED or (pos[i] != "PROPN" and not self._begins(i)) or not self._may_stand(i):
            return None
        if latin_names.is_by_name(self.code, self._unjoined(i)) and pos[i - 1] != "VERB" and not self._is_titled(i):
            return None
        last = i
        while last + 1 in self.own and self._goes_on(i, last + 1):
            last += 1
        while last > i and self._is_joint(last):
            last -= 1
        return last if self._is_name(self._start(i, last), last) else None

    def named(self, i: int, last: int) -> Named:
        first = self._start(i, last)
        word = self._without_particle(first)
        words = (word, *(self.passage.analysis.tokens[k].text for k in range(first + 1, last + 1)))
        led = word != self._unjoined(first)
        return Named(first, last, latin_names.latin(self.code, words), led, is_given(self.code, word))

    def _start(self, i: int, last: int) -> int:
        """The first token of a name without the noun before it that was tagged as a part of it: "river | Narin"."""
        while i < last and self._is_known(i) and not self._is_listed(i) and not self._may_open(i):
            i += 1
        return i

    def _may_open(self, i: int) -> bool:
        """Whether a name may open with a word that joins its parts; a monastery is no "der"."""
        return self._is_joint(i) and not latin_names.is_within(self.code, self.passage.analysis.tokens[i].norm)

    def _begins(self, i: int) -> bool:
        """Whether a word that was tagged as another one begins a name: by a name behind it, or a title before it."""
        a, behind = self.passage.analysis, i + 1
        if behind not in self.own or a.has_conjunction(behind) or a.pos[behind] not in _WORDED:
            return False
        if (a.pos[behind] != "PROPN" and not self._is_titled(i)) or not self._may_stand(behind):
            return False
        given = is_given(self.code, self._unjoined(i))
        if self._has_article(i) and not given:
            return False
        if latin_names.is_god(self.code, a.tokens[behind].norm) or self._is_verb_of(i, behind):
            return False
        listed = self._is_listed(i) or self._is_joint(i)
        titled = self._is_titled(i) and self._is_in_definite(i - 1)
        if a.pos[behind] == "PROPN":
            named = (listed and titled) or ((listed or titled) and not self._is_known(i))
            return given or (named and a.pos[i] != "VERB")
        return listed and titled and (self._is_listed(behind) or not self._is_known(behind))

    def _is_verb_of(self, i: int, subject: int) -> bool:
        """Whether what opens a claim as its only verb acts through the noun behind it: raised | the agency."""
        a = self.passage.analysis
        if a.pos[i] != "VERB" or i != min(self.own) or self._has_article(subject) or not self._is_known(subject):
            return False
        if self._is_joint(subject):
            return False
        known = lexicon.english_predicate(self.code, a.tokens[i].fold, True) is not None
        return known and not any(a.pos[k] == "VERB" for k in self.own if k != i)

    def _is_in_definite(self, i: int) -> bool:
        """Whether the noun phrase that ends at a token is definite."""
        while i > 0 and self.passage.analysis.pos[i] == "ADJ":
            i -= 1
        return is_closed(self.passage, self.code, i)

    def _goes_on(self, first: int, i: int) -> bool:
        """Whether a token goes on with the name before it."""
        a, word = self.passage.analysis, self.passage.analysis.tokens[i].norm
        if latin_names.is_ordinal(self.code, word):
            numbers = a.pos[i] in ("ADJ", "PROPN") or (a.pos[i] == "NOUN" and self._is_titled(first))
            return numbers and a.pos[i - 1] == "PROPN"
        apart = self._unjoined(i) != a.tokens[i].text or is_head(self.code, a.tokens[i])
        if a.pos[i] not in _WORDED or apart or not self._may_stand(i):
            return False
        if latin_names.is_god(self.code, word):
            return self._is_joint(i - 1) or latin_names.is_listed(self.code, f"{a.tokens[i - 1].text} {word}")
        if a.pos[i] == "PROPN":
            apart = i - 1 == first and self._has_article(first) and not self._is_listed(first)
            return not (apart and self._is_listed(i))
        if self._is_joint(i - 1) or self._is_joint(i) or latin_names.is_tail(self.code, word):
            return True
        if latin_names.is_listed(self.code, f"{self._without_particle(i - 1)} {a.tokens[i].text}"):
            return True
        if a.pos[i] == "VERB" or nominals.has_preposition_and_article(self.code, word):
            return False
        if self._has_article(i):
            named = self._is_listed(first) or self._is_joint(first) or self._is_titled(first)
            family = self._is_family(i) or (a.pos[i] == "ADJ" and self._is_listed(i))
            family = family or self._closes_name(first, i)
            return named and (family or not self._is_known(i) or is_given(self.code, word))
        if self._is_known(i) or word.endswith((load(self.code).hooks.OBJECT, *load(self.code).hooks.ADVERB)):
            return False
        return self._is_listed(i) or (i - 1 == first and self._is_titled(first))

    def _closes_name(self, first: int, i: int) -> bool:
        """Whether a word with the article ends what a given name began: no verb before it may act on it."""
        a = self.passage.analysis
        if i != first + 1 or not is_given(self.code, self._unjoined(first)):
            return False
        goes_on = i + 1 in self.own and self._has_article(i + 1)
        return not goes_on and not any(a.pos[k] == "VERB" for k in self.own if k < first)

    def _is_name(self, first: int, last: int) -> bool:
        """Whether words that may be a name are one: not where each is a common noun that no list of names has."""
        words = range(first, last + 1)
        if all(self._is_joint(k) for k in words):
            return False
        if first < last:
            return any(self._is_listed(k) or not self._is_known(k) for k in words)
        if self._is_quality(first) or self._is_verb(first):
            return False
        return self._is_listed(first) or self._is_lone_name(first)

    def _is_verb(self, i: int) -> bool:
        """Whether what was taken for a name is rather the verb that opens a claim without any other."""
        a = self.passage.analysis
        if i != min(self.own) or any(a.pos[k] == "VERB" for k in self.own) or i + 1 not in self.own:
            return False
        return lexicon.english_predicate(self.code, a.tokens[i].fold, True) is not None

    def _is_quality(self, i: int) -> bool:
        """Whether what was taken for a name may describe the indefinite noun before it: "a generous guest"."""
        a, word = self.passage.analysis, self.passage.analysis.tokens[i].norm
        if i == 0 or a.pos[i - 1] != "NOUN" or self._has_article(i):
            return False
        own = nominals.adjective(self.code, word) is not None
        if is_closed(self.passage, self.code, i - 1):
            return own and not self._is_titled(i)  # what is said of it: "defeat is | beautiful"
        ending = word.endswith(tuple(load(self.code).data("names")["adjective_endings"]))
        return own or (ending and not self._is_listed(i))

    def _is_lone_name(self, i: int) -> bool:
        """Whether a word that stands alone and in no list of names is one: none that other lists have."""
        a, word = self.passage.analysis, self._without_particle(i)
        if len(word) < _LEAST or word.endswith(load(self.code).hooks.ADVERB) or self._is_known(i):
            return False
        if (i > 0 and a.pos[i - 1] == "NUM") or latin_names.is_god(self.code, word):
            return False
        if a.has_conjunction(i) and (i == 0 or a.pos[i - 1] != "PROPN"):
            return False
        if self._has_article(i):
            return self._is_titled(i) and nominals.has_article(self.code, a.tokens[i - 1].norm)
        led = nominals.has_preposition_and_article(self.code, a.tokens[i].norm)
        verb = lexicon.english_predicate(self.code, fold(word), True)
        return self._is_titled(i) or (verb is None and not led)

    def _is_titled(self, i: int) -> bool:
        """Whether a noun that says what a person is, with its adjectives, stands right before a token."""
        a, k = self.passage.analysis, i - 1
        while k > 0 and a.pos[k] == "ADJ":
            k -= 1
        if i < 1 or a.pos[k] != "NOUN" or a.has_conjunction(i):
            return False
        role = is_role(self.code, a.tokens[k])
        return role or (k > 0 and a.pos[k - 1] == "NOUN" and is_role(self.code, a.tokens[k - 1]))

    def _may_stand(self, i: int) -> bool:
        """Whether a word is no part of a value and no place, unless a title or a given name shows that it is a name."""
        p, pos = self.passage, self.passage.analysis.pos
        types, token = p.mention_types[i], p.analysis.tokens[i]
        if not token.is_word or types & _VALUED or is_readable(token.text):
            return False
        if token.norm.startswith(load(self.code).hooks.TO_THE) and not self._is_listed(i):
            return False
        if "place" in types:
            given = i > 0 and pos[i - 1] == "PROPN" and is_given(self.code, self._unjoined(i - 1))
            titled = self._is_titled(i) and self._is_in_definite(i - 1)  # the king of a country is not called so
            return pos[i] == "PROPN" and (titled or (given and not self._has_article(i)))
        if self._is_behind_place(i) and not self._is_titled(i - 1) and not self._is_titled(i):
            return False  # the second word of a town
        return not latin_names.is_month(self.code, self._unjoined(i))

    def _is_behind_place(self, i: int) -> bool:
        p = self.passage
        placed = i > 0 and "place" in p.mention_types[i - 1] and p.analysis.pos[i - 1] == "PROPN"
        return placed and not p.analysis.has_conjunction(i)

    def _is_listed(self, i: int) -> bool:
        return latin_names.is_listed(self.code, self._without_particle(i))

    def _is_joint(self, i: int) -> bool:
        return latin_names.is_joint(self.code, self.passage.analysis.tokens[i].norm)

    def _is_known(self, i: int) -> bool:
        return is_known(self.code, self.passage.analysis.tokens[i].norm)

    def _is_family(self, i: int) -> bool:
        return self.passage.analysis.tokens[i].fold in load(self.code).folded("persons", "arabic_family")

    def _has_article(self, i: int) -> bool:
        return latin_names.has_article(self.code, self._unjoined(i))

    def _unjoined(self, i: int) -> str:
        """A word as it is written, without a conjunction that is written on it, whether the tagger saw it or not."""
        a, code = self.passage.analysis, self.code
        word = a.tokens[i].text
        if len(word) < _LEAST or (latin_names.is_listed(code, word) and not a.has_conjunction(i)):
            return word
        joined = word[0] in load(code).hooks.CONJUNCTIONS and latin_names.is_listed(code, word[1:])
        return word[1:] if joined or a.has_conjunction(i) else word

    def _without_particle(self, i: int) -> str:
        """The same without a preposition: before a listed name, or where no name begins with such letters."""
        return latin_names.without_preposition(self.code, self._unjoined(i))


def is_part(code: str, word: str) -> bool:
    """Whether a word goes on with a name: one of the lists of names, or of no other list."""
    return latin_names.is_listed(code, word) or not is_known(code, lighten(word))
