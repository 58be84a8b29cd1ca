"""Places: countries by name, city and nationality.

In: the tokens of a text and its language. Out: a hit for each place, its value the country's English name
and ISO code. The longest name wins; a name that is also a person, a common word, a currency or a language in
use is none there ("Michael Jordan", "turkey", "5 million Egyptian pounds", "she speaks English").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimtrack.languages import Language
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.places.family_names import FamilyNames
from claimtrack.mentions.places.gazetteer import Entry, Gazetteer, gazetteer
from claimtrack.mentions.places.institutions import InstitutionReader
from claimtrack.mentions.places.origins import is_origin
from claimtrack.mentions.places.regions import RegionReader
from claimtrack.mentions.places.towns import TownReader
from claimtrack.model import Place
from claimtrack.text.folding import fold, lighten
from claimtrack.text.matching import Match, start_after
from claimtrack.text.tokens import Token

_OPENING, _COLON = ("(", "[", ";", "؛"), ":"
WINDOW = 40  # how many tokens away a cue still decides an ambiguous name


def find_places(tokens: Sequence[Token], language: Language) -> list[Hit]:
    """All places of a text in order, none inside another."""
    reader = _Reader(tokens, gazetteer(language.code))
    further = TownReader(tokens, language)
    regions = RegionReader(tokens, language)
    institutions = InstitutionReader(tokens, language)
    families = FamilyNames(tokens, language)
    hits: list[Hit] = []
    i = 0
    while i < len(tokens):
        match = reader.match(i) or regions.at(i) or further.at(i)
        if match is None:
            i += 1
            continue
        code = reader.code(match)
        if code and not institutions.holds(match) and not families.holds(match) and is_origin(tokens, match, language):
            hits.append(reader.hit(match, code))
            further.told(i, match.last)
        i = match.last
    return hits


def find_undecided(tokens: Sequence[Token], language: Language) -> Iterator[tuple[Match[Entry], frozenset[str]]]:
    """The ambiguous names that their sentence leaves open and that the text may decide, with their countries."""
    contexts = gazetteer(language.code).contexts
    open_names = {name: context.codes for name, context in contexts.items() if context.by_text}
    opening = {name.split()[0] for name in open_names}
    if not any(first in token.fold for token in tokens for first in opening):
        return
    reader = _Reader(tokens, gazetteer(language.code))
    for i in range(len(tokens)):
        match = reader.match(i)
        codes = open_names.get(fold(match.payload.name)) if match is not None else None
        if match is not None and codes and not reader.code(match):
            yield match, codes


def place(code: str, language: Language) -> Place:
    """The country of that code under its canonical name."""
    return _place(code, gazetteer(language.code))


def _place(code: str, book: Gazetteer) -> Place:
    return Place(name=book.shown.get(code, code), code=code)


def settle(named: Iterable[tuple[str, str]], language: Language) -> dict[str, str]:
    """Ambiguous names of a whole text, folded, with the country that it speaks of: Tripoli in a text about Lebanon.

    In: the words and the code of every place of the text. A name keeps its usual country where the text speaks of that
    one too, or of none that the name may mean.
    """
    contexts = gazetteer(language.code).contexts
    given = [(fold(words), code) for words, code in named]
    found: dict[str, str] = {}
    for name, context in contexts.items():
        usual = context.announced
        if (name, usual) not in given:
            continue
        others = Counter(code for key, code in given if code in context.codes and not (context.settled and key != name))
        others[usual] -= given.count((name, usual))
        if others[usual] <= 0 and (top := max(others, key=lambda code: others[code])) != usual:
            found[name] = top
    return found


@dataclass(slots=True)
class _Reader:
    """The tokens of one text with the gazetteer that reads them."""

    tokens: Sequence[Token]
    book: Gazetteer
    _cues: dict[str, list[tuple[int, str]]] | None = None

    def match(self, i: int) -> Match[Entry] | None:
        """The longest name at token `i` that its letters allow."""
        token = self.tokens[i]
        if not token.is_word:
            return None
        if token.fold in self.book.combining and token.text[:1].isupper() and self._text(i + 1) == "-":
            return Match(i, i + 1, "", Entry(token.text, token.text, self.book.combining[token.fold], True))
        found = self.book.phrases.at(self.tokens, i)
        if found is None or not self._particles_fit(found) or not self._letters_fit(found):
            return None
        return found

    def code(self, match: Match[Entry]) -> str:
        """The country of a name where it stands, "" for none."""
        entry = match.payload
        if not entry.code and fold(entry.name) not in self.book.contexts:
            return ""
        if self._is_money(match) or self._is_tongue(match) or self._is_person(match) or self._is_foreign(match):
            return ""
        return self._by_context(match)

    def hit(self, match: Match[Entry], code: str) -> Hit:
        prefix = match.prefix
        for article in self.book.article:  # the article is part of the name, the particles before it are not
            if prefix.endswith(article):
                kept = len(article) if article == self.book.article[0] else 0
                prefix = prefix[: len(prefix) - kept]
                break
        start = start_after(self.tokens[match.first], prefix)
        end = self.tokens[match.last - 1].end
        return Hit("place", match.first, match.last, start, end, _place(code, self.book))

    def _text(self, i: int) -> str:
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def _fold(self, i: int) -> str:
        return self.tokens[i].fold if 0 <= i < len(self.tokens) else ""

    def _starts_sentence(self, i: int) -> bool:
        return i == 0 or self.book.has("sentence_end", self.tokens[i - 1].fold)

    def _particles_fit(self, match: Match[Entry]) -> bool:
        """An article stands before a name only where the name has one."""
        has_article = any(match.prefix.endswith(each) for each in self.book.article)
        if match.payload.bare:
            return has_article
        return not has_article or match.payload.takes_article

    def _letters_fit(self, match: Match[Entry]) -> bool:
        """Capital letters where the language has them, and no other word that merely folds to the name."""
        token, entry = self.tokens[match.first], match.payload
        if self.book.has("exact", token.norm) or self._in_address(match):
            return False
        if self.book.has("strict", lighten(entry.name)) and not token.norm.endswith(lighten(entry.spelling)):
            return False
        key = " ".join(each.fold for each in self.tokens[match.first : match.last])
        if entry.name.isupper() and "." not in entry.name and self.book.has("small", key):
            return token.text.isupper()
        if token.text[:1].islower() and entry.spelling[:1].isupper():
            return entry.code != "" and not entry.town and not self.book.has("small", key)
        return not (self.book.has("starters", key) and self._starts_sentence(match.first))

    def _in_address(self, match: Match[Entry]) -> bool:
        """Part of a web or mail address: glued to a dot, slash or @ ("bbc.co.uk", "egypt.com")."""
        token, after = self.tokens[match.first], match.last
        if not token.spaced and self._text(match.first - 1) in (".", "/", "@") and token.text.islower():
            return True
        if self._text(after) not in (".", "@") or after + 1 >= len(self.tokens):
            return False
        follower = self.tokens[after + 1]
        return not self.tokens[after].spaced and not follower.spaced and follower.text.islower()

    def _is_money(self, match: Match[Entry]) -> bool:
        """US$, and a nationality beside a currency that a number counts."""
        if self.book.has("signs", self._fold(match.last)) and not self.tokens[match.last].spaced:
            return True
        if not match.payload.nationality:
            return False
        if self.book.has("currencies", self._fold(match.last)):
            return self._is_counted(match.first)
        return self.book.has("currencies", self._fold(match.first - 1)) and self._is_counted(match.first - 1)

    def _is_counted(self, i: int) -> bool:
        before = self.tokens[i - 1] if i else None
        return before is not None and (before.kind == "number" or self.book.has("scales", before.fold))

    def _is_tongue(self, match: Match[Entry]) -> bool:
        """A language as it is spoken, learned or written in."""
        key = self._tongue(match.first)
        if match.last - match.first > 1 or not (
            self.book.has("words", key) or self.book.has("words", fold(match.payload.spelling))
        ):
            return False
        after = self._fold(match.last)
        if self.book.has("after", after) or self.book.has("after", self._text(match.last) + self._fold(match.last + 1)):
            return True
        before = self._fold(self._first_tongue(match.first) - 1)
        if before in _OPENING and after == _COLON:
            return True  # a name is given in that language: "the mine (Hungarian: …)"
        if self.book.has("before_free", before):  # "in English", but "in English football"
            return not (after and self.tokens[match.last].is_word and not self.book.has("function_words", after))
        return self.book.has("before", before)

    def _first_tongue(self, i: int) -> int:
        """The first of several languages side by side: "speaks Arabic and French"."""
        while i > 0 and (attached := self._tongue_attached(i)) is not None:
            i = attached
        return i

    def _tongue_attached(self, i: int) -> int | None:
        """The token of the language that the one at token `i` is joined to."""
        k = i - 1
        if self.book.has("tongue_joints", self._fold(k)):
            k -= 1
        elif not self.book.has("tongue_joined", self._fold(i)[:1]):
            return None
        return k if self.book.has("words", self._tongue(k)) else None

    def _tongue(self, i: int) -> str:
        """The word at token `i` without the "and" attached to it."""
        word = self._fold(i)
        return word[1:] if self.book.has("tongue_joined", word[:1]) else word

    def _is_person(self, match: Match[Entry]) -> bool:
        """A place that is part of a person's name: after a given name or title, or before a surname."""
        if match.last - match.first > 1:
            return False
        key = self.tokens[match.first].fold
        if self.book.has("surname", key) and self._is_surname(match.first, match.payload.nationality):
            return True
        return self.book.has("given", key) and self._is_given(match.last)

    def _is_foreign(self, match: Match[Entry]) -> bool:
        """A word of another language that is written like a town, behind its article there: the ship El Faro."""
        before = self.tokens[match.first - 1] if match.first else None
        if before is None or not match.payload.town or before.text[:1].islower():
            return False
        return self.book.has("foreign_articles", before.norm)

    def _is_surname(self, i: int, nationality: bool) -> bool:
        j = i - 1
        if j >= 0 and self._text(j) == "." and self._text(j - 1)[:1].isupper():
            j -= 1  # Mr. Jordan, J. Jordan
        before = self.tokens[j] if j >= 0 else None
        if before is None or not before.is_word or not before.text[:1].isupper():
            return False
        if self.book.has("titles", before.fold):
            return True
        return not nationality and j == i - 1 and not self._is_ordinary(j, "place_before")

    def _is_given(self, i: int) -> bool:
        after = self.tokens[i] if i < len(self.tokens) else None
        if after is None or after.kind != "word" or not after.text[:1].isupper():
            return False
        return not self._is_ordinary(i, "place_after")

    def _is_ordinary(self, i: int, group: str) -> bool:
        """Whether a capitalised neighbour is anything but part of a person's name."""
        token = self.tokens[i]
        if token.text.isupper() or self.book.has(group, token.fold) or self.book.has("function_words", token.fold):
            return True
        return self.book.phrases.at(self.tokens, i) is not None and not self.book.has("given", token.fold)

    def _by_context(self, match: Match[Entry]) -> str:
        """The code by the marks that the writer put, else by the nearest cue, else the default."""
        name = fold(match.payload.name)
        context = self.book.contexts.get(name)
        if context is None:
            return match.payload.code
        raw = set(self.tokens[match.first].text)
        for code, marks in context.spelled:
            if marks and marks <= raw:
                return code
        announced = context.announcing and self._fold(match.first - 1) in context.announcing and not match.prefix
        return self._nearest(name, match.first, context.announced if announced else context.default)

    def _nearest(self, name: str, i: int, default: str) -> str:
        cues = self._all_cues().get(name, [])
        at = bisect_left(cues, (i, ""))
        near = [cue for cue in cues[max(0, at - 1) : at + 1] if abs(cue[0] - i) <= WINDOW]
        return min(near, key=lambda cue: abs(cue[0] - i))[1] if near else default

    def _all_cues(self) -> dict[str, list[tuple[int, str]]]:
        """Where the cues of each ambiguous name stand; read once, when the first such name is met."""
        if self._cues is None:
            self._cues = {}
            for i in range(len(self.tokens)):
                cue = self.book.cues.at(self.tokens, i)
                told = dict(cue.payload) if cue else {}
                for name, code in (*told.items(), *self._beside(i)):
                    if told.get(name, code) == code:  # a cue of the name's own outweighs what lies in its country
                        self._cues.setdefault(name, []).append((i, code))
        return self._cues

    def _beside(self, i: int) -> Iterator[tuple[str, str]]:
        """The ambiguous names for which the place at token `i` is a cue, as one of the countries they may lie in."""
        match = self.match(i)
        if match is None or not match.payload.code or fold(match.payload.name) in self.book.contexts:
            return
        for name, context in self.book.contexts.items():
            if not context.settled and match.payload.code in context.codes:
                yield name, match.payload.code
