"""Names: people, organisations and other things called by a name.

In: the tokens of a text, their part-of-speech tags (or none) and the language. Out: a hit for each name,
which says whether a title makes it a person or a head word an organisation. Two kinds of writing are read:
capital letters, and a script without them, where only titles, head words, quotation marks and foreign letters
show a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimtrack.languages import Language, load
from claimtrack.mentions.hits import Hit
from claimtrack.mentions.places.gazetteer import gazetteer
from claimtrack.model import Name
from claimtrack.text.folding import fold
from claimtrack.text.matching import Match, Phrases, start_after
from claimtrack.text.tokens import Token

What = Literal["person", "organisation", "work", "unknown"]
OPENING, CLOSING = "\"«“„'‘", "\"»”“'’"
LONGEST = 6  # words of a name that no capital letters bound
_LATIN_END = "\u0250"
_SYLLABLE = 5  # letters of each part of a given name that a hyphen joins
_WHOLE = 2  # words of a person's name that may be all of it
LETTERS = frozenset({"PROPN", "X"})


@dataclass(frozen=True, slots=True)
class Book:
    """The word lists of `names.toml`, folded."""

    titles: Phrases[str]
    known: Phrases[str]
    heads: Phrases[str]
    sets: dict[str, frozenset[str]]
    cased: bool

    def may_open(self, token: Token) -> bool:
        """Whether a name may begin with `token`: in a cased script with a capital only, else with listed words."""
        if self.cased:
            return token.kind == "word" and token.text[:1].isupper()
        word = token.fold
        listed = self.known.may_begin(word) or self.heads.may_begin(word) or self.titles.may_begin(word)
        return token.is_word and (listed or token.text[0] < _LATIN_END)


@cache
def _book(code: str) -> Book:
    language = load(code)
    lists, variants = language.data("names"), language.hooks.variants
    groups = (
        "particles",
        "continuing",
        "adjective_endings",
        "function_words",
        "hyphenated",
        "not_names",
        "joins",
        "join_fillers",
        "join_and",
        "after_title",
    )
    trie = [
        Phrases(((word, word) for word in lists[key]), variants)
        for key in ("titles", "known_organisations", "organisations")
    ]
    return Book(
        trie[0],
        trie[1],
        trie[2],
        {key: frozenset(map(fold, lists[key])) for key in groups},
        language.hooks.DIRECTION == "ltr",
    )


def find_names(tokens: Sequence[Token], tags: Sequence[str], language: Language) -> list[Hit]:
    """All names of a text in order, none inside another."""
    reader = _Reader(tokens, tags if len(tags) == len(tokens) else (), _book(language.code), language)
    hits: list[Hit] = []
    i = 0
    while i < len(tokens):
        hit = reader.at(i)
        if hit is not None:
            hits.append(hit)
        i = hit.last if hit is not None else max(i + 1, reader.passed)
    return hits


@dataclass(slots=True)
class _Reader:
    tokens: Sequence[Token]
    tags: Sequence[str]
    book: Book
    language: Language
    passed: int = 0  # where the last run ended that turned out to be no name

    def at(self, i: int) -> Hit | None:
        """The name that begins at token `i`."""
        if not self.book.may_open(self.tokens[i]):
            return None
        known = self.book.known.at(self.tokens, i)
        if known is not None:
            return self._hit(i, known.last, "organisation", known.prefix)
        return self._cased(i) if self.book.cased else self._caseless(i)

    # scripts with capital letters

    def _cased(self, i: int) -> Hit | None:
        """A run of capitalised words, without the title before it."""
        if not self._begins(i):
            return None
        title = self.book.titles.at(self.tokens, i)
        place = gazetteer(self.language.code).phrases.at(self.tokens, i)
        if title is not None and place is None and self._begins(self._over_dot(title.last)):
            return self._run(self._over_dot(title.last), titled=True)
        return self._run(i, titled=self._after_title(i))

    def _run(self, first: int, titled: bool) -> Hit | None:
        last = self._run_end(first)
        if self._is_only_places(first, last) or self._is_ordinary(first, last):
            self.passed = last
            return None
        organisation = any(self._is_head(k) for k in range(first, last))
        what: What = "organisation" if organisation else "person" if titled else "unknown"
        return self._hit(first, last, what)

    def _run_end(self, first: int) -> int:
        """Over capitalised words, hyphens, initials, small particles and an organisation's "of …"."""
        j, headed = first + 1, self._is_head(first)
        while j < len(self.tokens):
            step = self._step(j, headed)
            if not step:
                break
            headed = headed or any(self._is_head(k) for k in range(j, j + step))
            j += step
        return j

    def _step(self, j: int, headed: bool) -> int:
        """How many tokens from `j` still belong to the name."""
        token, n = self.tokens[j], len(self.tokens)
        if self._capital(j) and not self._in(j, "function_words") and not self._in(j, "not_names"):
            return 1
        if token.text in "-&." and token.text and j + 1 < n and self._capital(j + 1):
            initial = token.text == "." and len(self.tokens[j - 1].text) == 1
            return 2 if token.text == "&" or initial or (token.text == "-" and not token.spaced) else 0
        if token.text == "-" and self._goes_on_small(j):
            return 2
        if self._in(j, "particles"):
            k = j + 1
            while k < n and (self._in(k, "particles") or self.tokens[k].text == "-"):
                k += 1
            return k - j + 1 if k < n and self._capital(k) else 0
        if headed and self._in(j, "joins"):
            k = j + 1 + (j + 1 < n and self._in(j + 1, "join_fillers"))
            return k - j + 1 if k < n and self._capital(k) else 0
        return 0

    def _goes_on_small(self, j: int) -> bool:
        """Whether a hyphen parts a given name whose second part is written small ("Han Sang-woo", not "US-based")."""
        if j + 1 >= len(self.tokens) or self.tokens[j].spaced or self.tokens[j + 1].spaced or j < 2:
            return False
        short = self.tokens[j + 1].is_word and len(self.tokens[j + 1].text) <= _SYLLABLE
        second = self._capital(j - 2) and self.tokens[j - 1].spaced and len(self.tokens[j - 1].text) <= _SYLLABLE
        after = self.tags[j + 2].rpartition("|")[2].partition(":")[0] if j + 2 < len(self.tags) else ""
        return short and second and self._capital(j - 1) and after not in ("NOUN", "PROPN", "ADJ")

    def _begins(self, i: int) -> bool:
        """Whether a name may begin here: a capital that the beginning of a sentence does not explain."""
        if i >= len(self.tokens) or not self._capital(i) or self._in(i, "function_words"):
            return False
        if self._in(i, "hyphenated") and self.tokens[i + 1 : i + 2] and self.tokens[i + 1].text == "-":
            return i + 2 < len(self.tokens) and self._capital(i + 2)
        if not self._starts_sentence(i) or (len(self.tokens[i].text) > 1 and self.tokens[i].text.isupper()):
            return True
        if self.tags:
            return "PROPN" in self.tags[i] or self._is_head(i) or self.book.titles.at(self.tokens, i) is not None
        if self.book.titles.at(self.tokens, i) is not None:
            return True
        return i + 1 < len(self.tokens) and (self._capital(i + 1) or self._in(i + 1, "particles"))

    def _after_title(self, i: int) -> bool:
        """A title right before the name: "minister Ali Salem", but not "the minister, Ali Salem"."""
        return i > 0 and self.book.titles.at(self.tokens, i - 1) is not None

    def _over_dot(self, i: int) -> int:
        dotted = i < len(self.tokens) and self.tokens[i].text == "." and not self.tokens[i].spaced
        return i + 1 if dotted and len(self.tokens[i - 1].text) <= 4 else i

    def _capital(self, i: int) -> bool:
        token = self.tokens[i]
        return token.kind == "word" and token.text[:1].isupper()

    def _starts_sentence(self, i: int) -> bool:
        if i == 0:
            return True
        before = self.tokens[i - 1]
        return before.kind == "mark" and before.text[:1] not in ",;-–—&/'’("

    def _is_only_places(self, first: int, last: int) -> bool:
        """A country, city or nationality and nothing else; those are places."""
        j, phrases = first, gazetteer(self.language.code).phrases
        while j < last:
            match = phrases.at(self.tokens, j)
            if match is None and self.tokens[j].text not in "-,":
                return False
            j = match.last if match else j + 1
        return True

    def _is_ordinary(self, first: int, last: int) -> bool:
        words = range(first, last)
        if all(self._in(k, "not_names") or self._in(k, "function_words") for k in words):
            return True
        title = self.book.titles.at(self.tokens, first)
        lone_head = last - first == 1 and self._is_head(first)
        return (
            (title is not None and title.last >= last)
            or lone_head
            or (last - first == 1 and len(self.tokens[first].text) == 1)
        )

    # scripts without

    def _caseless(self, i: int) -> Hit | None:
        """Foreign letters; a name behind a title; an organisation behind its head word."""
        if self._foreign(i):
            return self._foreign_run(i)
        head = self.book.heads.at(self.tokens, i)
        if head is not None and not self._has_article(head):
            return self._organisation(head)
        title = self.book.titles.at(self.tokens, i)
        return self._titled(title) if title is not None else None

    def _foreign(self, i: int) -> bool:
        token = self.tokens[i]
        return token.kind == "word" and self.language.hooks.SCRIPT == "ARABIC" and token.text[0] < _LATIN_END

    def _foreign_run(self, first: int) -> Hit:
        j, n = first + 1, len(self.tokens)
        while j < n and (
            self._foreign(j)
            or (
                self.tokens[j].text in "-.&'"
                and not self.tokens[j].spaced
                and j + 1 < n
                and self._foreign(j + 1)
                and not self.tokens[j + 1].spaced
            )
        ):
            j += 1
        headed = first > 0 and self.book.heads.at(self.tokens, self._over_quote(first)) is not None
        return self._hit(first, j, "organisation" if headed else "person" if self._title_before(first) else "unknown")

    def _over_quote(self, i: int) -> int:
        """The token before `i`, or before its opening quotation mark."""
        return max(0, i - 2) if i > 1 and self.tokens[i - 1].text in OPENING else i - 1

    def _title_before(self, i: int) -> bool:
        j = i - 1
        while j > 0 and (self._in(j, "after_title") or self._nationality(j)):
            j -= 1
        return j >= 0 and any(
            (match := self.book.titles.at(self.tokens, k)) is not None and match.last == j + 1
            for k in range(max(0, j - 2), j + 1)
        )

    def _has_article(self, match: Match[str]) -> bool:
        return any(match.prefix.endswith(article) for article in gazetteer(self.language.code).article)

    def _organisation(self, head: Match[str]) -> Hit | None:
        """The head word with the definite nouns and adjectives after it, or a name in quotation marks."""
        j, n = head.last, len(self.tokens)
        if j < n and self.tokens[j].text in OPENING:
            return self._quoted(j)
        while j < n and j - head.first < LONGEST and self._goes_on(j, j == head.last):
            j += 1
        return self._hit(head.first, j, "organisation", head.prefix) if j > head.last else None

    def _goes_on(self, j: int, right_after: bool) -> bool:
        """The definite noun after the head word, its adjectives, and further nouns behind "and"."""
        token = self.tokens[j]
        if not token.is_word or self._in(j, "function_words") or self._foreign(j):
            return False
        if self.tags and "PROPN" in self.tags[j]:
            return not self._closes(j - 1)
        if self.tags and "VERB" in self.tags[j]:
            return False
        prefixes = {prefix for prefix, _ in self.language.hooks.variants(token.fold)}
        if not right_after and not token.fold.endswith(tuple(self.book.sets["adjective_endings"])):
            return bool(prefixes & self.book.sets["continuing"])
        return bool(prefixes & (self.book.sets["continuing"] | set(gazetteer(self.language.code).article[:1])))

    def _closes(self, j: int) -> bool:
        """Whether a definite adjective ends an organisation's name, so that the name behind it is its head's."""
        article = tuple(gazetteer(self.language.code).article[:1])
        endings = tuple(self.book.sets["adjective_endings"])
        token = self.tokens[j].fold
        return "ADJ" in self.tags[j] and token.startswith(article) and token.endswith(endings)

    def _quoted(self, quote: int) -> Hit | None:
        for j in range(quote + 1, min(quote + LONGEST + 2, len(self.tokens))):
            if self.tokens[j].text in CLOSING:
                return self._hit(quote + 1, j, "organisation") if j > quote + 1 else None
        return None

    def _titled(self, title: Match[str]) -> Hit | None:
        """The words after a title, over adjectives of office and nationality, as far as they are a name."""
        first = title.last
        while first < len(self.tokens) and (self._in(first, "after_title") or self._nationality(first)):
            first += 1
        j = first
        while j < len(self.tokens) and j - first < 4 and self._personal(j, first) and not self._is_visited(j, first):
            j += 1
        while j > first and self._in(j - 1, "particles"):
            j -= 1
        return self._hit(first, j, "person") if j > first and not self._is_only_places(first, j) else None

    def _personal(self, j: int, first: int) -> bool:
        token = self.tokens[j]
        if not token.is_word or self._in(j, "function_words") or self._foreign(j):
            return False
        if self._in(j, "particles"):
            return True
        if self.tags:
            return any(tag in self.tags[j] for tag in LETTERS) and "|" not in self.tags[j]
        article = gazetteer(self.language.code).article[:1]
        words = sum(not self._in(k, "particles") for k in range(first, j))
        return (words < 2 and not (j == first and token.fold.startswith(article))) or self._in(j - 1, "particles")

    def _is_visited(self, j: int, first: int) -> bool:
        """A country or town behind a given name and a surname, which is no third name: "X Y | left Beirut"."""
        return j - first >= _WHOLE and not self._in(j - 1, "particles") and self._is_only_places(j, j + 1)

    def _nationality(self, i: int) -> bool:
        match = gazetteer(self.language.code).phrases.at(self.tokens, i) if i < len(self.tokens) else None
        return match is not None and match.payload.nationality

    # both

    def _in(self, i: int, group: str) -> bool:
        return self.tokens[i].fold in self.book.sets[group]

    def _is_head(self, i: int) -> bool:
        return self._capital(i) and self.book.heads.at(self.tokens, i) is not None

    def _hit(self, first: int, last: int, what: What, prefix: str = "") -> Hit:
        start, end = start_after(self.tokens[first], self._detached(prefix)), self.tokens[last - 1].end
        words = [self.tokens[first].text[start - self.tokens[first].start :]]
        words += [(" " if each.spaced else "") + each.text for each in self.tokens[first + 1 : last]]
        return Hit("name", first, last, start, end, Name(name="".join(words), what=what))

    def _detached(self, prefix: str) -> str:
        """The particles without a closing article, which belongs to the name."""
        article = gazetteer(self.language.code).article[:1]
        return prefix.removesuffix(article[0]) if article else prefix
