"""Those whom a text has called by name: what "the company", "the minister" or "the two countries" goes back to.

A description goes back to the one name that it fits. Where the text has spoken of another company without naming it,
or where nothing shows that the name is a company's, it goes back to nobody: a wrong name is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.reference.towns import code_of, is_beside, is_country, is_town
from claimtrack.claims.voices.titles import titles
from claimtrack.languages import Hooks, Language, lexicon, load
from claimtrack.model.mentions import Mention, Name, Place
from claimtrack.text.folding import fold

_NEAR = 3
"""How many sentences back the country or town may be named that a description means."""
_LATELY = 3
"""How many sentences back two holders of one title make a description ambiguous."""


@dataclass(slots=True)
class Named:
    """Somebody or something called by name, and the nouns that the text says of it."""

    text: str
    nouns: set[str]
    own: frozenset[str] = frozenset()
    """Those of the nouns that the name itself contains."""
    what: str = "unknown"
    passage: int = 0
    tells: bool = False
    acts: bool = False


@dataclass(slots=True)
class Cast:
    """Everybody named so far; sentences are read as the claims reach them."""

    passages: Sequence[Passage] = ()
    organisation: str | None = None
    """The organisation whose founder or head the text names."""
    named: dict[str, Named] = field(default_factory=dict)
    unnamed: set[str] = field(default_factory=set)
    """Nouns of which the text has spoken without a name: "a company"."""
    products: set[str] = field(default_factory=set)
    """Words without article that a sentence begins with: perhaps names of what people use."""
    read: int = 0

    def enter(self, draft: Draft, name: str, noun: int, hooks: Hooks) -> None:
        """Put the subject of a claim on the list, if it is a name."""
        a = draft.passage.analysis
        words = set(name.split())
        proper = any(a.pos[i] == "PROPN" and a.tokens[i].text in words for i in draft.tokens)
        if not proper and _may_be_name(draft, noun, words, hooks):
            self.products.add(name)
        if not proper or draft.passage.mention_types[noun] & {"place", "time", "quantity"} or hooks.AND in words:
            return
        if not hooks.VERB_FIRST and name.split()[-1].islower():
            return  # a Guatemalan general
        if _holds_person(draft.passage, name, hooks):
            return  # the union of fishermen X: its head, whose title was lost
        name = _proper_part(draft, name, noun, hooks)
        found = self._add(name, draft.passage.index, draft.passage, hooks)
        found.acts = True
        if a.pos[draft.head] == "NOUN" and draft.head != noun and a.tokens[draft.head].text not in words:
            found.nouns.add(_key(a.tokens[draft.head].text, hooks))  # X is the director of …

    def meant(self, draft: Draft, tokens: Sequence[int], hooks: Hooks) -> tuple[str, ...]:
        """The name that a definite description means; two names where two fit, none where none surely does."""
        self._read_to(draft, hooks)
        words = _description(draft, tokens, hooks)
        if not words:
            return ()
        language = load(lexicon.code_of(draft.passage.analysis.tokens[tokens[0]].text))
        lists = {name: language.folded("descriptions", name) for name in language.data("descriptions")}
        if len(words) == 2 and words[0] in lists["two"] and words[1] in lists["countries"]:
            return self._both(draft, hooks)
        if len(words) > 1:
            return ()
        noun = words[0]
        if not lists["two"] and noun in lists["countries"]:
            return self._both(draft, hooks)
        if noun in lists["country"]:
            return self._country(draft)
        return self._by_noun(draft, noun, lists, language)

    def house(self, draft: Draft, text: str | None, hooks: Hooks) -> tuple[str, ...]:
        """The body that a definite description in a speaker's office means ("the company's founder"); by None the one
        organisation of the text."""
        self._read_to(draft, hooks)
        language = load(lexicon.code_of(text or draft.passage.analysis.tokens[0].text))
        if text is None:
            return self._only(False, language)
        words = hooks.core(text) or ()
        lists = {name: language.folded("descriptions", name) for name in ("organisation", "product", "town", "beside")}
        return self._by_noun(draft, words[0], lists, language) if len(words) == 1 else ()

    def _by_noun(
        self, draft: Draft, noun: str, lists: dict[str, frozenset[str]], language: Language
    ) -> tuple[str, ...]:
        """The names that one noun with the article may mean."""
        others = noun in self.unnamed  # another one than the names that contain the noun
        holders = [each for each in self.named.values() if noun in each.nouns - (each.own if others else frozenset())]
        if holders:
            return _latest(holders, draft.passage.index)
        if noun in lists["town"] and noun not in self.unnamed:
            return self._town(draft, lists["beside"])
        if noun in self.unnamed or not (noun in lists["organisation"] or noun in lists["product"]):
            return ()
        return self._only(noun in lists["product"], language)

    def surname(self, word: str) -> str | None:
        """The full name of a person of whom only the surname is given."""
        names = (each.text for each in self.named.values() if each.text.split()[-1] == word and " " in each.text)
        found = {
            text for text in names if not any(part[:1].islower() and len(part) > _PARTICLE for part in text.split())
        }
        return found.pop() if len(found) == 1 else None

    def _add(self, name: str, at: int, p: Passage, hooks: Hooks) -> Named:
        known = self.named.get(name)
        if known is None:
            longer = next((n for n in self.named.values() if name in n.text and _is_short(name, n.text, hooks)), None)
            known = longer or self.named.setdefault(name, _named(name, p, hooks))
        known.passage = at
        return known

    def _read_to(self, draft: Draft, hooks: Hooks) -> None:
        while self.read < len(self.passages) and self.passages[self.read].index < draft.passage.index:
            p = self.passages[self.read]
            self.read += 1
            bare = {i: _bare(p, i, hooks) for i, pos in enumerate(p.analysis.pos) if pos == "NOUN"}
            entitled = list(titles(p, hooks))
            self.unnamed |= set(self._of_nobody(p, bare, {noun.lower() for noun, _ in entitled}, hooks))
            for m in p.mentions:
                if isinstance(m.value, Name) and m.value.what != "work":
                    found = self._add(_past_honorific(p, m, m.value.name), p.index, p, hooks)
                    found.what = m.value.what if m.value.what != "unknown" else found.what
                    if found.what != "organisation":  # whose head bears the office
                        found.nouns |= set(_title_before(p, m.start))
            for name, noun in _called(p, hooks):
                self._add(name, p.index, p, hooks).nouns.add(noun)
            for noun, name in entitled:
                self._add(name, p.index, p, hooks).nouns.add(noun.lower())
            for report in p.reports or ():
                if report.frame.speaker in self.named:
                    self.named[report.frame.speaker].tells = True
            self.unnamed |= set(_unnamed(p, bare, self.named, hooks))

    def _of_nobody(self, p: Passage, bare: dict[int, str], told: set[str], hooks: Hooks) -> Iterator[str]:
        """The descriptions of a sentence before whose names nobody was named whom they could mean."""
        tokens = p.analysis.tokens
        for i, word in bare.items():
            core = hooks.core(word) or (i > 0 and hooks.core(f"{tokens[i - 1].text} {tokens[i].text}"))
            if not core or core[0] in told:
                continue
            language = load(lexicon.code_of(tokens[i].text))
            product = core[0] in language.folded("descriptions", "product")
            if not product and core[0] not in language.folded("descriptions", "organisation"):
                continue
            known = any(core[0] in each.nouns for each in self.named.values())
            if not known and not self._only(product, language):
                yield core[0]

    def _only(self, product: bool, language: Language) -> tuple[str, ...]:
        """The one organisation of the text; a name of one word that nobody speaks under may be one."""
        institutions = language.folded("descriptions", "institution")
        bodies = [each for each in self.named.values() if _is_body(each, self.organisation)]
        sure = [each.text for each in bodies if each.own.isdisjoint(institutions)]
        open_ = [each.text for each in self.named.values() if " " not in each.text and not each.tells]
        open_ = [text for text in open_ if self._may_be_body(self.named[text], product)]
        if product and not sure and not open_ and len(self.products) == 1:
            return tuple(self.products)
        if any(self._may_rival(each) for each in self.named.values() if each.text not in sure):
            return ()  # Marlow Stores sued Trent Textiles
        if len(sure) == 1:
            return (sure[0],) if product or not open_ or sure[0] == self.organisation or set(open_) == set(sure) else ()
        return tuple(open_) if not sure and len(open_) == 1 else ()

    def _may_be_body(self, each: Named, product: bool) -> bool:
        """Whether a name of one word may be an organisation's, where it acts, or a product's, wherever it stands."""
        return (product or each.acts) and each.what == "unknown" and self.surname(each.text) is None

    def _may_rival(self, each: Named) -> bool:
        """Whether a name of several words, under which nobody speaks and with no office, may be a firm's as well."""
        plain = each.what == "unknown" and not each.tells and each.nouns == each.own
        return plain and " " in each.text and not each.text.endswith(tuple(each.text for each in self._people()))

    def _people(self) -> list[Named]:
        return [each for each in self.named.values() if each.what == "person"]

    def _places(self, draft: Draft) -> Iterator[tuple[Passage, Mention, bool]]:
        """(sentence, place, whether a name and no adjective) of the places named lately, latest sentence first."""
        for p in reversed(self.passages[: self.read + 1]):
            if not draft.passage.index - _NEAR <= p.index <= draft.passage.index:
                continue
            pos = {token.start: p.analysis.pos[i] for i, token in enumerate(p.analysis.tokens)}
            for m in p.mentions:
                before = p.index < draft.passage.index or m.end <= draft.start
                if isinstance(m.value, Place) and before:
                    yield p, m, pos.get(m.start, "PROPN") != "ADJ"

    def _country(self, draft: Draft) -> tuple[str, ...]:
        found = [(m.text, code_of(m), noun) for _, m, noun in self._places(draft)]
        names = [text for text, code, noun in found if noun and is_country(text, code)]
        return (names[0],) if len({code for _, code, _ in found}) == 1 and names else ()

    def _town(self, draft: Draft, beside: frozenset[str]) -> tuple[str, ...]:
        """The only town named, unless something else is but near it: what was called a town may be what is there."""
        found = [(p, m) for p, m, _ in self._places(draft) if is_town(m.text, code_of(m))]
        if any(is_beside(p, m, beside) for p, m in found):
            return ()
        towns = {m.text for _, m in found}
        return tuple(towns) if len(towns) == 1 else ()

    def _both(self, draft: Draft, hooks: Hooks) -> tuple[str, ...]:
        """The two countries that were named together last."""
        found = [(p.index, m.text, code_of(m), noun) for p, m, noun in self._places(draft)]
        last = max((row[0] for row in found), default=None)
        rows = {code: text for at, text, code, noun in found if at == last and noun and is_country(text, code)}
        codes = {code for at, _, code, _ in found if at == last}
        if len(rows) != 2 or len(codes) != 2:
            return ()
        first, second = rows.values()
        return (f"{first} {hooks.AND}{'' if hooks.VERB_FIRST else ' '}{second}",)


def _past_honorific(p: Passage, m: Mention, name: str) -> str:
    """A name that ends with "Mrs", with the word behind that: the party of Mrs | X."""
    last = next((i for i, token in enumerate(p.analysis.tokens) if token.end == m.end), None)
    if last is None or last + 1 >= len(p.classes) or "honorific" not in p.classes[last] or " " not in name:
        return name
    behind = p.analysis.tokens[last + 1]
    return f"{name} {behind.text}" if behind.is_word and p.analysis.pos[last + 1] not in ("ADP", "PART") else name


def _may_be_name(draft: Draft, noun: int, words: set[str], hooks: Hooks) -> bool:
    """Whether a subject is one word with a capital at the head of its sentence: a name or a mere noun."""
    a = draft.passage.analysis
    alone = len(words) == 1 and noun == draft.tokens[0] and not hooks.VERB_FIRST
    alone = alone and lexicon.english_predicate("en", a.tokens[noun].fold.lower(), False) is None  # work, inflation
    return alone and a.tokens[noun].text[:1].isupper() and not a.tags[noun].endswith(":S") and a.pos[noun] == "NOUN"


def _proper_part(draft: Draft, name: str, noun: int, hooks: Hooks) -> str:
    """The name within a phrase that counts or measures something of it: تيليغرام of عدد مستخدمي تيليغرام."""
    a, words = draft.passage.analysis, name.split()
    if not hooks.VERB_FIRST or a.pos[noun] == "PROPN" or len(words) <= _TITLED:
        return name
    language = load(lexicon.code_of(words[0]))
    naming = language.folded("names", "organisations") | language.folded("descriptions", "product")
    if fold(words[0]) in naming or "role" in draft.passage.classes[noun]:
        return name
    last = next((i for i in draft.tokens if a.tokens[i].text == words[-1]), noun)
    return words[-1] if a.pos[last] == "PROPN" and a.pos[last - 1] == "NOUN" else name


_TITLED = 2
_PARTICLE = 3
"""Letters of the longest small word inside a name ("van der")."""


def _holds_person(p: Passage, name: str, hooks: Hooks) -> bool:
    """Whether a phrase that begins with an organisation ends with somebody's name."""
    first = name.split()[0]
    bodies = load(lexicon.code_of(first)).folded("names", "organisations")
    people = (m.value for m in p.mentions if isinstance(m.value, Name) and m.value.what == "person")
    return hooks.VERB_FIRST and fold(first) in bodies and any(name.endswith(value.name) for value in people)


def _description(draft: Draft, tokens: Sequence[int], hooks: Hooks) -> tuple[str, ...]:
    """The words of a phrase that consists of a definite noun alone, or of "the two" and a noun, without article."""
    a = draft.passage.analysis
    plain = (a.pos[i] in ("DET", "NOUN", "NUM") or a.tokens[i].text.islower() for i in tokens)
    if len(tokens) > 3 or not all(plain):
        return ()
    return hooks.core(" ".join(_bare(draft.passage, i, hooks) for i in tokens)) or ()


def _bare(p: Passage, i: int, hooks: Hooks) -> str:
    """A word without a conjunction that is written on it, also where the tagger saw none (and-a-minister)."""
    text = p.analysis.tokens[i].text
    joined = hooks.CONJUNCTIONS
    doubled = bool(joined) and text[:1] in joined and text[:1] == text[1:2]
    return text[1:] if (p.analysis.has_conjunction(i) or doubled) and len(text) > 2 else text


def _key(word: str, hooks: Hooks) -> str:
    core = hooks.core(word)
    return core[0] if core else fold(word).lower()


def _named(name: str, p: Passage, hooks: Hooks) -> Named:
    nouns = set(_heads(name, p, hooks))
    return Named(name, nouns, frozenset(nouns))


def _heads(name: str, p: Passage, hooks: Hooks) -> Iterator[str]:
    """The nouns that a name itself contains: what it is, and the office of whom it names."""
    words = name.split()
    roles = {t.text for i, t in enumerate(p.analysis.tokens) if "role" in p.classes[i]}
    if hooks.VERB_FIRST:
        yield _key(words[0], hooks)
        return
    yield from (fold(word).lower() for word in words if word in roles)
    head = words.index(hooks.OF) - 1 if hooks.OF in words else len(words) - 1
    yield fold(words[head]).lower()


def _unnamed(p: Passage, bare: dict[int, str], named: dict[str, Named], hooks: Hooks) -> Iterator[str]:
    """The nouns of a sentence that stand in no name and are no bare description of one."""
    tokens, here = p.analysis.tokens, set(bare.values())
    said = {noun for each in named.values() if each.passage == p.index for noun in each.nouns - each.own}
    names = [words for words in map(str.split, named) if not here.isdisjoint(words)]
    for i, word in bare.items():
        if any(_stands_in(p, i, word, words) for words in names):
            continue
        key = _key(word, hooks)
        article = hooks.core(tokens[i].text) or (i > 0 and hooks.core(f"{tokens[i - 1].text} {tokens[i].text}"))
        if key not in said and not article:
            yield key


def _stands_in(p: Passage, i: int, bare: str, words: Sequence[str]) -> bool:
    """Whether a token, `bare` of its conjunction, is a word of a name, by the word behind or before it."""
    if bare not in words:
        return False
    tokens = p.analysis.tokens
    behind, before = (tokens[k].text if 0 <= k < len(tokens) else "" for k in (i + 1, i - 1))
    at = [n for n, word in enumerate(words) if word == bare]
    return any(len(words) == 1 or words[n + 1 : n + 2] == [behind] or (n > 0 and words[n - 1] == before) for n in at)


def _title_before(p: Passage, start: int) -> Iterator[str]:
    """The office that stands right before a person's name ("Finance Minister | Paul Reyes")."""
    at = next((i for i, token in enumerate(p.analysis.tokens) if token.start == start), 0)
    if at and "role" in p.classes[at - 1]:
        yield p.analysis.tokens[at - 1].fold.lower()


def _is_short(name: str, whole: str, hooks: Hooks) -> bool:
    """Whether a name is the end of a longer one, or leaves out what a body is for: شركة نور of شركة نور للنقل."""
    return whole.endswith(name) or (hooks.VERB_FIRST and whole.startswith(f"{name} {hooks.TO_THE}"))


def _called(p: Passage, hooks: Hooks) -> Iterator[tuple[str, str]]:
    """The names right behind the noun for what bears them ("the app Snapgram", تطبيق سنابغرام), with that noun.

    A town's may stand behind "of", and in Arabic be a word that is also a noun.
    """
    a = p.analysis
    for i in range(len(a.tokens) - 1):
        behind = a.tokens[i + 1]
        if a.pos[i] != "NOUN" or (a.pos[i + 1] != "PROPN" and behind.norm != hooks.OF and not hooks.core(behind.text)):
            continue  # most nouns call nothing by name
        language, key = load(lexicon.code_of(a.tokens[i].text)), _key(_bare(p, i, hooks), hooks)
        town = key in language.folded("descriptions", "town")
        first = i + 2 if town and hooks.OF and a.tokens[i + 1].norm == hooks.OF else i + 1
        if first >= len(a.tokens) or (hooks.VERB_FIRST and hooks.core(_bare(p, i, hooks)) is not None):
            continue
        if a.pos[first] != "PROPN" and not (town and hooks.core(a.tokens[first].text)):
            continue
        if not town and not any(key in language.folded("descriptions", each) for each in ("organisation", "product")):
            continue
        last = first
        while last + 1 < len(a.tokens) and a.pos[last + 1] == "PROPN":
            last += 1
        words = [a.tokens[k].text for k in range(first, last + 1)]
        yield " ".join([_bare(p, i, hooks), *words] if hooks.VERB_FIRST else words), key


def _latest(holders: Sequence[Named], at: int) -> tuple[str, ...]:
    """The only holder of a title; two where both were spoken of lately."""
    near = [each.text for each in sorted(holders, key=lambda h: -h.passage) if each.passage >= at - _LATELY]
    return (holders[0].text,) if len(holders) == 1 else tuple(near[:2]) if len(near) > 1 else ()


def _is_body(each: Named, organisation: str | None) -> bool:
    language = load(lexicon.code_of(each.text))
    if not each.own.isdisjoint(language.folded("names", "organisations")):
        return True
    if not each.nouns.isdisjoint(language.folded("descriptions", "organisation")):
        return True  # Novagen, a drug maker
    capitals = any(len(word) > 1 and word.isupper() for word in each.text.split())
    return each.what == "organisation" or each.text == organisation or capitals
