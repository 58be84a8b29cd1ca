"""What a verb form means, by its tense and by the words behind it: the reading that a gloss shows.

Where a language's verbs are written without their vowels, one form belongs to many verbs: its tense decides which
prefixes and endings come off, and some verbs mean different things with different words behind them. The tables
`senses`, `idioms` and `aspect` of `predicates.toml` say which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimtrack.languages import lexicon, load
from claimtrack.text.folding import fold

_ATTACHED = "-"
"""What stands behind a preposition that is written together with its noun, in the tables."""
_AWAY = 10_000


@dataclass(frozen=True, slots=True)
class Meaning:
    """A verb of the lexicon: its English lemma and its listed form, and which form of it was read."""

    lemma: str
    verb: str
    passive: bool = False
    rank: int = 0
    past: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """What a verb means with one of some words behind it, and whether that word is then a part of it."""

    lemma: str
    words: tuple[str, ...]
    whole: bool
    adjacent: bool
    state: bool


@cache
def meaning(
    code: str, folded: str, tag: str, shortened: bool = False, joined: bool | None = None, sure: bool = False
) -> Meaning | None:
    """The verb that a folded form is of, by the tense in its tag; `shortened` where a jussive is called for.

    Unless the tense is `sure`, a listed perfect is not taken for the imperfect of a rarer verb.
    """
    hooks = load(code).hooks
    imperfect = shortened or tag.endswith(":i") or (not tag.endswith(":p") and hooks.is_imperfect(folded))
    together = tag.startswith("c|") if joined is None else joined
    readings = (_imperfect, _perfect) if imperfect else (_perfect, _imperfect)
    for reading in readings:
        found = [reading(code, base, shortened) for base in hooks.verb_bases(folded, together)]
        known = [each for each in found if each is not None]
        if known:
            best = next((each for each in known if each.rank < _AWAY), known[0])
            if sure or shortened or not imperfect:
                return best
            perfects = (_index(code)[0].get(base) for base in hooks.verb_bases(folded, together))
            listed = next((each for each in perfects if each is not None), None)
            return listed if listed is not None and listed.rank < best.rank else best
    return None


@cache
def causative(code: str, folded: str, tag: str) -> Meaning | None:
    """The verb that makes somebody do what the commoner verb of the same imperfect says: يظهر is of أظهر too."""
    hooks, listed = load(code).hooks, _causatives(code)
    keys = (key for base in hooks.verb_bases(folded, tag.startswith("c|")) for key in hooks.imperfect_keys(base)[0])
    return next((listed[key] for key in keys if key in listed), None)


@cache
def _causatives(code: str) -> Mapping[str, Meaning]:
    found: dict[str, Meaning] = {}
    for n, (lemma, entry) in enumerate(_families(code)):
        for verb in entry.get("verb", ()):
            first, _, second = verb.partition("/")
            if first.startswith(load(code).hooks.CAUSATIVE):
                found.setdefault(fold(second), Meaning(lemma, verb, False, n))
    return found


@cache
def is_likelier_perfect(code: str, folded: str) -> bool:
    """Whether a form is a perfect as the lists have it, or the passive of one, and of no rarer verb than any other."""
    listed = [_index(code)[0][base] for base in load(code).hooks.verb_bases(folded, False) if base in _index(code)[0]]
    other = meaning(code, folded, ":i", sure=True)
    return bool(listed) and (other is None or listed[0].rank <= other.rank)


@cache
def may_be_perfect(code: str, folded: str) -> bool:
    """Whether a form is a listed perfect, whatever else it may be."""
    return any(base in _index(code)[0] for base in load(code).hooks.verb_bases(folded, False))


@cache
def may_mean(code: str, folded: str, tag: str, verbs: frozenset[str]) -> bool:
    """Whether a short imperfect may be of one of some verbs, be it the likeliest or not."""
    hooks, index = load(code).hooks, _index(code)[1]
    readings = (hooks.imperfect_keys(base) for base in hooks.verb_bases(folded, tag.startswith("c|")))
    keys = (key for plain, short in readings for key in (*plain, *short))
    return any(index[key].verb in verbs for key in keys if key in index)


def _perfect(code: str, word: str, _: bool) -> Meaning | None:
    index = _index(code)[0]
    return next((index[key] for key in load(code).hooks.perfect_keys(word) if key in index), None)


def _imperfect(code: str, word: str, shortened: bool) -> Meaning | None:
    index = _index(code)[1]
    plain, short = load(code).hooks.imperfect_keys(word)
    if shortened and any(key in _shortened(code) for key in plain):
        return next(_shortened(code)[key] for key in plain if key in _shortened(code))
    if shortened:  # of the verbs that a jussive may be of, the commonest
        found = [index[key] for key in (*plain, *short) if key in index]
        return min(found, key=lambda each: each.rank, default=None)
    return next((index[key] for key in (*plain, *short) if key in index), None)


@cache
def _families(code: str) -> Sequence[tuple[str, Mapping[str, Sequence[str]]]]:
    """The word families of a language, those that only glosses know last."""
    return tuple(
        pair for name in ("predicates", "glosses") for pair in load(code).data(name).get("predicates", {}).items()
    )


@cache
def _index(code: str) -> tuple[Mapping[str, Meaning], Mapping[str, Meaning]]:
    """Folded perfects and imperfects: the listed ones before the passives that letters show, and other forms last."""
    families = _families(code)
    passives: Callable[[str, str], tuple[str, str]] = load(code).hooks.passives
    pairs = [
        (n, lemma, verb, verb.partition("/"))
        for n, (lemma, entry) in enumerate(families)
        for verb in entry.get("verb", ())
    ]
    perfects: dict[str, Meaning] = {}
    imperfects: dict[str, Meaning] = {}
    shared, past, present = (
        load(code).data("predicates").get(name, {}) for name in ("passives", "perfects", "imperfects")
    )
    for n, lemma, verb, _ in pairs:
        imperfects.update({fold(form): Meaning(lemma, verb, True, n) for form in shared.get(verb, ())})
        perfects.update({fold(form): Meaning(lemma, verb, False, n, True) for form in past.get(verb, ())})
        imperfects.update({fold(form): Meaning(lemma, verb, False, n) for form in present.get(verb, ())})
    for n, lemma, verb, (first, _, second) in pairs:
        perfects.setdefault(fold(first), Meaning(lemma, verb, False, n, first != second))
        imperfects.setdefault(fold(second), Meaning(lemma, verb, False, n))
    for n, lemma, verb, (first, _, second) in pairs:
        for table, form in zip((perfects, imperfects), passives(first, second), strict=True):
            if form:
                table.setdefault(fold(form), Meaning(lemma, verb, True, n, table is perfects))
    for n, (lemma, entry) in enumerate(families):
        for form in entry.get("forms", ()):
            for table in (perfects, imperfects):
                verb = next(iter(entry.get("verb", ())), "")
                table.setdefault(fold(form), Meaning(lemma, verb, False, n + _AWAY, table is perfects))
    return perfects, imperfects


@cache
def _shortened(code: str) -> Mapping[str, Meaning]:
    """Jussives that are of one verb, or the passive of one, rather than of a commoner one."""
    verbs = {each.verb: each for each in _index(code)[0].values()}
    return {
        fold(form): replace(verbs[verb], passive=table != "shortened", past=False, rank=0)
        for table in ("shortened", "shortened_passives")
        for verb, forms in load(code).data("predicates").get(table, {}).items()
        for form in forms
    }


@cache
def of_masdar(code: str, folded: str) -> Meaning | None:
    """The verb whose masdar a folded word is, as the lists have it."""
    return _of_masdars(code).get(folded)


@cache
def _of_masdars(code: str) -> Mapping[str, Meaning]:
    found: dict[str, Meaning] = {}
    for n, (lemma, entry) in enumerate(_families(code)):
        for word in entry.get("noun", ()):
            found.setdefault(fold(word), Meaning(lemma, next(iter(entry.get("verb", ())), ""), False, n))
    return found


@cache
def governs(code: str, verb: str) -> str | None:
    """The preposition behind which alone a masdar completes the verb, "" for none; None where any may."""
    found: str | None = load(code).data("predicates").get("governed", {}).get(verb)
    return found


@cache
def is_transitive(code: str, verb: str) -> bool:
    """Whether a verb never goes without an object, so that it is passive where it has none."""
    return verb in load(code).data("predicates").get("transitive", {}).get("verbs", ())


@cache
def wants(code: str, verb: str) -> bool:
    """Whether a verb says that somebody wants what follows."""
    return verb in load(code).data("predicates").get("wanting", {}).get("verbs", ())


@cache
def is_intransitive(code: str, verb: str) -> bool:
    """Whether a verb never has an object."""
    return verb in load(code).data("predicates").get("intransitive", {}).get("verbs", ())


@cache
def is_impersonal(code: str, verb: str, passive: bool) -> bool:
    """Whether a verb has no subject where a preposition stands right behind it: "it was asked | of the residents"."""
    listed = load(code).data("predicates").get("impersonal", {})
    return verb in listed.get("verbs", ()) or (passive and verb in listed.get("passives", ()))


@cache
def done_by(code: str, found: Meaning) -> str | None:
    """Who alone can do what a verb says: a "person", "somebody", be it a body, or a "thing"; None where any may."""
    listed: Mapping[str, Sequence[str]] = load(code).data("predicates").get("acting", {})
    return next((who for who, names in listed.items() if found.lemma in names or found.verb in names), None)


@cache
def of_places(code: str) -> frozenset[str]:
    """The verb families whose subject a place may be right behind them, and not where somebody went."""
    return frozenset(load(code).data("predicates").get("places", {}).get("told", ()))


@cache
def is_active(code: str, written: str, found: Meaning, past: bool) -> bool:
    """Whether the letters of a verb, given as it is written, show that it is no passive, as many forms may be both."""
    first, _, second = found.verb.partition("/")
    return not found.passive and load(code).hooks.is_active(written, first, second, past)


@cache
def is_ability(code: str, folded: str) -> bool:
    """Whether a noun says that somebody is able to do what follows ("in the power of")."""
    return folded in set(map(fold, load(code).data("predicates").get("ability", {}).get("nouns", ())))


@cache
def doubled(code: str, verb: str) -> str | None:
    """What a verb means where its middle letter is written double; None where it means the same."""
    listed = load(code).data("glosses").get("doubled", {})
    return next((lemma for lemma, verbs in listed.items() if verb in verbs), None)


@cache
def _defaults(code: str) -> Mapping[str, str]:
    """Verb → the lemma that a gloss shows where no word behind it tells another meaning."""
    listed: Mapping[str, Sequence[str]] = load(code).data("glosses").get("verbs", {})
    return {verb: lemma for lemma, verbs in listed.items() for verb in verbs}


def sense(code: str, found: Meaning, behind: Sequence[str], state: bool = False) -> tuple[Meaning, int | None]:
    """What the verb means before the folded words `behind`, and which of them is a part of it.

    Of what holds rather than happens (`state`) some verbs say something else: a strait "is located", it does not occur.
    """
    for each in _senses(code).get(found.verb, ()):
        if (each.state and not state) or (each.adjacent and found.passive):
            continue
        near = behind[:1] if each.adjacent else behind
        if not each.words:
            return replace(found, lemma=each.lemma), None
        at = next((n for n, word in enumerate(near) if is_one_of(code, word, each.words)), None)
        if at is not None:
            return replace(found, lemma=each.lemma), at if each.whole else None
    return replace(found, lemma=_defaults(code).get(found.verb, found.lemma)), None


def is_one_of(code: str, word: str, words: Iterable[str]) -> bool:
    """Whether a folded word is one of some words; a hyphen marks a preposition that is written on any noun."""
    hooks = load(code).hooks
    whole = {rest + fold(hooks.FEMININE) for _, rest in hooks.variants(word)}  # a book is no writing
    keys = (word, *(key for key in hooks.noun_keys(word) if key not in whole))
    return any(
        word.startswith(each[:-1]) and lexicon.has_attached(code, word) if each.endswith(_ATTACHED) else each in keys
        for each in words
    )


@cache
def _senses(code: str) -> Mapping[str, tuple[Sense, ...]]:
    data = load(code).data("predicates")
    found: dict[str, tuple[Sense, ...]] = {}
    for table in ("adjacent", "idioms", "states", "senses"):
        for lemma, lines in data.get(table, {}).items():
            for line in lines:
                verb, *words = line.split()
                each = Sense(lemma, tuple(map(fold, words)), table == "idioms", table == "adjacent", table == "states")
                found[verb] = (*found.get(verb, ()), each)
    return found


@cache
def verbs_of(code: str, name: str) -> frozenset[str]:
    """The verbs that say one thing of the predicate behind them."""
    return frozenset(load(code).data("predicates").get("aspect", {}).get(name, ()))


@cache
def bears_object(code: str, folded: str, tag: str) -> bool:
    """Whether a pronoun is written on the verb that it acts on, so that a noun behind it is no object."""
    hooks = load(code).hooks
    listed = _index(code)[tag.endswith(":i")]
    for base in hooks.verb_bases(folded, tag.startswith("c|")):
        whole = (base, *(hooks.imperfect_keys(base)[0][:1]))
        if any(key in listed for key in whole):
            return False
    return any(
        folded.endswith(ending) and meaning(code, folded[: -len(ending)], tag) is not None
        for ending in map(fold, load(code).data("predicates").get("objects", {}).get("pronouns", ()))
    )


@cache
def aspect(code: str, verb: str) -> str | None:
    """What a verb says of the predicate behind it: "still", "no longer", "become", "remain", "be"; None for others."""
    return next(
        (name for name, verbs in load(code).data("predicates").get("aspect", {}).items() if verb in verbs), None
    )


@cache
def is_masdar(code: str, folded: str) -> bool:
    """Whether the word is a verbal noun, and no participle."""
    hooks = load(code).hooks
    keys = (*(rest for _, rest in hooks.variants(folded)), *hooks.noun_keys(folded))
    return any(key in _masdars(code) for key in keys)


@cache
def _masdars(code: str) -> frozenset[str]:
    entries = load(code).data("predicates").get("predicates", {})
    return frozenset(fold(word) for entry in entries.values() for word in entry.get("noun", ()))


@cache
def compounds(code: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word of a fixed phrase → its other words and its English, longest first; words are folded."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for english, phrases in load(code).data("nouns").get("compounds", {}).items():
        for first, *rest in (fold(phrase).split() for phrase in phrases):
            found.setdefault(first, []).append((tuple(rest), english))
    return {first: tuple(sorted(each, key=lambda pair: -len(pair[0]))) for first, each in found.items()}


@cache
def denies(code: str, folded: str) -> bool:
    """Whether the word makes "cease" behind it "still"."""
    return folded in set(map(fold, load(code).data("predicates").get("tense", {}).get("denied", ())))


@cache
def is_absence(code: str, folded: str) -> bool:
    """Whether the word supposes that what the noun behind it names had not been: "if not for"."""
    return folded in set(map(fold, load(code).data("predicates").get("condition", {}).get("absent", ())))


@cache
def shortens(code: str, folded: str) -> bool:
    """Whether the word calls for the short form of the verb behind it ("did not")."""
    return folded in set(map(fold, load(code).data("predicates").get("tense", {}).get("short", ())))
