"""What a noun or an adjective means as it is written: the reading that a gloss shows.

Judgements look words up folded, where ta marbuta and the heh of a pronoun are one letter. A gloss that took "his
mother" for "nation" would say what nobody said, so here the letters count: an ending comes off only where it is
one, and of two readings the one holds that cuts less. `glosses.toml` has the words that mean something else than
the bilingual lists say, or nothing that a gloss could show; some mean what the words beside them make of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimtrack.languages import lexicon, load, verbs
from claimtrack.languages.inflection import is_uncounted
from claimtrack.text.folding import fold, lighten

_WHOLE = 4
"""So many letters has a noun before a feminine ending that is no part of it (كاتبة); shorter ones are other words."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun in English, in the number it is written in; `act` is the verb where it is the name of an act."""

    noun: str | None = None
    singular: str | None = None
    act: str | None = None
    key: str = ""
    """The folded form under which the lists have it."""
    owned: bool = False
    """Whether a pronoun says whose it is, so that no second noun belongs to it."""
    is_thing: bool = False
    """Whether the list of nouns has it: an offer, and no offering."""

    @property
    def shown(self) -> str | None:
        """The noun, or the act as a gerund."""
        return self.noun or (lexicon.gerund(self.act) if self.act else None)

    @property
    def joined(self) -> str | None:
        """The noun as it stands before another one: a slave trade is of slaves."""
        if self.singular is None or is_uncounted(self.singular):
            return self.singular  # a people's property is no person's
        return _singular(self.singular)

    @property
    def is_plural(self) -> bool:
        return self.noun is not None and _singular(self.noun) != self.noun


NOTHING = Nominal()
UNSAID = Nominal(key="-")


def _singular(noun: str) -> str:
    """An English noun in the singular, where it has one: news are no "new"."""
    before, space, word = noun.rpartition(" ")
    single = lexicon.english_noun("en", word)
    return before + space + single if single and lexicon.plural(single) == word else noun


def nominal(code: str, written: str, beside: tuple[str, ...] = (), before: str = "") -> Nominal:
    """The noun that a word is, in its light form; `beside` are the folded words behind it, `before` that before it."""
    led = _led(code, written, before) if before else None
    if led is not None:
        return UNSAID if led == UNSAID.key else Nominal(led, led, key=fold(written))
    if not beside or not _has_contexts(code, written):
        return _nominal(code, written, ())
    if has_article(code, written):  # the king of all | for …, and no property of anybody
        beside = tuple(word for word in beside if not lexicon.has_attached(code, word))
    return _nominal(code, written, beside)


def _led(code: str, written: str, before: str) -> str | None:
    """The meaning that the folded word before a noun gives it ("at all"), "-" for none; None where it gives none."""
    given = _given_behind(code, written)
    return next((english for english, words in given if verbs.is_one_of(code, before, words)), None)


@cache
def _given_behind(code: str, written: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The meanings that words before a noun may give it, each with those words; for most nouns none."""
    listed = _pairs(code, "behind")
    forms = load(code).hooks.written_forms(lighten(written))
    return tuple(pair for _, word, *_ in forms for pair in listed.get(word, ()))


@cache
def singular(code: str, written: str, named: bool = False) -> str | None:
    """What a noun means where it is no plural, though its letters may be those of one: a defender, and no cannons."""
    own = {**_words(code, "singular"), **(_words(code, "named") if named else {})}
    forms = load(code).hooks.written_forms(lighten(written))
    return next(
        (lexicon.plural(own[word]) if plural else own[word] for _, word, plural, *_ in forms if word in own), None
    )


@cache
def _has_contexts(code: str, written: str) -> bool:
    """Whether the words behind a noun may tell what it means; for all others nobody need remember them."""
    return any(word in _contexts(code) for _, word, *_ in load(code).hooks.written_forms(lighten(written)))


@cache
def _nominal(code: str, written: str, beside: tuple[str, ...]) -> Nominal:
    for _, word, plural, owned, feminine in load(code).hooks.written_forms(lighten(written)):
        found = _listed(code, word, plural, feminine, beside, written.endswith(word))
        if found is not None:
            return replace(found, owned=True) if owned else found
    return NOTHING


@cache
def adjective(code: str, written: str) -> str | None:
    """The English adjective of a word in its light form, None where the lists do not know it as one."""
    if lexicon.is_own_gloss(code):
        return written
    own = _words(code, "adjectives")
    known = (own.get(word) for _, word, *_ in load(code).hooks.written_forms(lighten(written)))
    return next(filter(None, known), None) or lexicon.english_adjective(code, fold(written))


@cache
def has_article(code: str, written: str) -> bool:
    """Whether a word bears the article, be it short ("the right")."""
    articles = [each for each in load(code).data("nouns").get("forms", {}).get("articles", ()) if len(each) > 1]
    readings = load(code).hooks.variants(lighten(written))
    return any(particles.endswith(tuple(articles)) for particles, rest in readings if particles and len(rest) > 1)


@cache
def has_preposition(code: str, written: str) -> bool:
    """Whether a preposition is written on a noun, given in its light form, also where a pronoun ends it."""
    hooks, nouns, masdars = load(code).hooks, lexicon.nouns(code), lexicon.masdars(code)
    for particles, word, *_ in hooks.written_forms(lighten(written)):
        folded = fold(word)
        if folded in nouns or folded in masdars:
            closed = (*load(code).data("nouns").get("forms", {}).get("articles", ()), "")
            return particles.lstrip("".join(hooks.CONJUNCTIONS)) not in closed
    return False


@cache
def gender(code: str, norm: str, folded: str) -> str | None:
    """The gender that a noun shows, given in its light form too: the heh of a pronoun is no ending of a feminine."""
    owned = norm.endswith(fold(load(code).hooks.FEMININE)) and nominal(code, norm).key
    return lexicon.gender(code, owned or folded)


@cache
def is_owned(code: str, norm: str, folded: str) -> bool:
    """Whether a noun carries a possessive pronoun, given in its light form too: محافظه is no محافظة."""
    if not norm.endswith(fold(load(code).hooks.FEMININE)):
        return lexicon.has_possessive(code, folded)
    return lexicon.has_possessive(code, folded) or nominal(code, norm).owned


@cache
def is_dual(code: str, folded: str) -> bool:
    """Whether a noun has the ending of two, as only a noun with no genitive behind it has: مسلحان."""
    return _ends_with(code, folded, tuple(load(code).data("units").get("endings", {}).get("dual_people", ())))


@cache
def is_closed(code: str, folded: str) -> bool:
    """Whether a noun has an ending that it loses before a genitive, of two or of many: مسلحان, مسلحون."""
    return is_dual(code, folded) or _ends_with(code, folded, (load(code).hooks.SUBJECTS,))


def _ends_with(code: str, folded: str, endings: tuple[str, ...]) -> bool:
    if lexicon.is_listed(code, folded):
        return False
    stems = (folded.removesuffix(fold(end)) for end in endings if folded.endswith(fold(end)))
    return any(lexicon.english_noun(code, stem) is not None for stem in stems)


@cache
def leading(code: str, *words: str) -> str | None:
    """The English preposition of one or two folded words without which the noun behind them would say the opposite."""
    known = _leading(code)
    return next((known[key] for n in range(len(words)) if (key := words[n:]) in known), None)


@cache
def _leading(code: str) -> Mapping[tuple[str, ...], str]:
    listed: Mapping[str, Sequence[str]] = load(code).data("glosses").get("leading", {})
    return {tuple(fold(phrase).split()): english for english, phrases in listed.items() for phrase in phrases}


@cache
def leads_to_compared(code: str, folded: str) -> bool:
    """Whether a word behind a comparative leads to what something is compared with: "than"."""
    return folded in map(fold, load(code).data("glosses").get("comparing", {}).get("than", ()))


@cache
def than(code: str, written: str) -> str | None:
    """What a comparative says that only tells of more or less."""
    return _words(code, "compared").get(lighten(written))


@cache
def takes_out(code: str, folded: str) -> bool:
    """Whether a word takes out of what is told what follows it, where nothing denies that: "but"."""
    return folded in map(fold, load(code).data("glosses").get("excepting", {}).get("words", ()))


@cache
def expected(code: str) -> Mapping[tuple[str, ...], str]:
    """Folded words that say that something had been expected → the English auxiliary: "was due to"."""
    listed: Mapping[str, Sequence[str]] = load(code).data("glosses").get("expected", {})
    return {tuple(fold(phrase).split()): english for english, phrases in listed.items() for phrase in phrases}


@cache
def adverb(code: str, folded: str) -> str | None:
    """The English adverb of a word without which a predicate would say too much ("almost"); None for any other."""
    return _adverbs(code).get(folded)


@cache
def _adverbs(code: str) -> Mapping[str, str]:
    """English adverb by folded word, the first that has it."""
    listed = load(code).data("verbs" if lexicon.is_own_gloss(code) else "glosses").get("adverbs", {})
    return {fold(word): english for english, words in reversed(listed.items()) for word in words}


@cache
def has_preposition_and_article(code: str, written: str) -> bool:
    """Whether a preposition and the article are written on a word, be it one that no list knows: "of tuberculosis"."""
    if nominal(code, written).key == fold(written):
        return False
    hooks, closed = load(code).hooks, load(code).data("nouns").get("forms", {}).get("articles", ())
    article = next((each for each in closed if len(each) > 1), "")
    particles = (each for each, rest in hooks.variants(lighten(written)) if len(rest) > 1)
    return any(each.endswith(article) and each.lstrip("".join(hooks.CONJUNCTIONS)) not in closed for each in particles)


@cache
def is_unsaid(code: str, written: str) -> bool:
    """Whether a noun only does the work of a preposition or an adverb ("because of", "with speed")."""
    return replace(nominal(code, written), owned=False) == UNSAID


def _listed(code: str, word: str, plural: bool, feminine: bool, beside: Sequence[str], whole: bool) -> Nominal | None:
    """What the lists say of a form; None where they do not know it."""
    folded, heh = fold(word), fold(load(code).hooks.FEMININE)
    if word.endswith(heh) and not whole:
        return None  # a pronoun's heh, which folded would pass for a ta marbuta
    known = _beside(code, word, beside)
    if known is None and word in _unsaid(code):
        return UNSAID
    if feminine and len(word) < _WHOLE:
        return None
    own = None if feminine else _words(code, "nouns").get(word)
    thing = lexicon.nouns(code).get(folded)
    lemma = None if feminine else lexicon.masdars(code).get(folded)
    masdar = None if feminine else verbs.of_masdar(code, folded)
    act = masdar.lemma if masdar is not None else None
    lemma = lemma or act
    beside_own, known = known, known or own or thing
    if known is None:
        return None if lemma is None else Nominal(act=act, key=folded)
    told = beside_own is not None and _singular(beside_own) != beside_own
    many = (plural and not told) or (
        own is None and beside_own is None and (word in _plurals(code) or folded in lexicon.plural_forms(code))
    )
    return Nominal(lexicon.plural(known) if many else known, known, act, folded, is_thing=thing is not None)


def _beside(code: str, word: str, beside: Sequence[str]) -> str | None:
    """The meaning that one of the words right behind gives a noun."""
    for english, words in _contexts(code).get(word, ()):
        if any(verbs.is_one_of(code, other, words) for other in beside):
            return english
    return None


@cache
def _words(code: str, table: str) -> Mapping[str, str]:
    """Light word → English, as `glosses.toml` has it."""
    listed: Mapping[str, Sequence[str]] = load(code).data("glosses").get(table, {})
    return {lighten(word): english for english, words in listed.items() for word in words}


@cache
def _unsaid(code: str) -> frozenset[str]:
    return frozenset(map(lighten, load(code).data("glosses").get("unsaid", {}).get("nouns", ())))


@cache
def _plurals(code: str) -> frozenset[str]:
    """Broken plurals that no pattern of letters shows."""
    return frozenset(map(lighten, load(code).data("glosses").get("plurals", {}).get("nouns", ())))


def _contexts(code: str) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Light noun → what it means, and the folded words behind it that make it mean that."""
    return _pairs(code, "beside")


@cache
def _pairs(code: str, table: str) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for english, lines in load(code).data("glosses").get(table, {}).items():
        for line in lines:
            word, *others = line.split()
            found[lighten(word)] = (*found.get(lighten(word), ()), (english, tuple(map(fold, others))))
    return found


@cache
def partitive(code: str, written: str) -> str | None:
    """What takes one or some out of many, before a noun phrase: "one of", "among"; None for any other word."""
    return _words(code, "partitive").get(lighten(written))


def governing(code: str, folded: str, behind: str) -> str | None:
    """What a noun says as an adjective that governs the folded word behind it: "responsible for"."""
    keys = _governing(code)
    return next((keys[key, behind] for key in load(code).hooks.noun_keys(folded) if (key, behind) in keys), None)


@cache
def _governing(code: str) -> Mapping[tuple[str, str], str]:
    listed: Mapping[str, Sequence[str]] = load(code).data("glosses").get("governing", {})
    return {
        (fold(noun), fold(word)): english
        for english, phrases in listed.items()
        for noun, word in (phrase.split() for phrase in phrases)
    }
