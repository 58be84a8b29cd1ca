"""What the Arabic tagger looks at in a word beyond its letters: the lexicon, closed classes, known names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from claimtrack.languages import load
from claimtrack.languages.ar.forms import CONJUNCTIONS, noun_keys, verb_keys
from claimtrack.text.folding import fold, lighten

PRONOUNS = ("هما", "هم", "ها", "نا", "كم", "ني", "ه", "ي")
"""Pronouns that are written on the word before them."""


@lru_cache(maxsize=8192)
def word_features(norm: str) -> tuple[str, ...]:
    """The word without its conjunction and without its pronoun, and its outline."""
    rest = norm[1:] if len(norm) > 3 and norm[0] in CONJUNCTIONS else norm
    stem = rest
    for pronoun in PRONOUNS:
        if len(rest) > len(pronoun) + 2 and rest.endswith(pronoun):
            stem = rest[: -len(pronoun)]
            break
    return (
        "m=" + rest,
        "m1=" + rest[:1],
        "m2=" + rest[:2],
        "m3=" + rest[:3],
        "ms=" + rest[-2:],
        f"pat={rest[:1]}.{len(rest)}.{rest[-1:]}",
        "st=" + stem,
        f"al={'ال' in rest[:3]}",
        *_lexical_features(norm),
        *_name_signs(norm),
    )


@cache
def _closed() -> dict[str, str]:
    lists = load("ar").data("closed")["tags"]
    return {lighten(word): tag for tag, words in lists.items() for word in words}


@lru_cache(maxsize=8192)
def certain_tag(norm: str) -> str | None:
    """The tag of a word of a closed class, None for all others; an attached conjunction shows as "c|"."""
    closed = _closed()
    if norm in closed:
        return closed[norm]
    if norm[:1] in CONJUNCTIONS and norm[1:] in closed and len(norm) > 2:
        return "c|" + closed[norm[1:]]
    return None


@cache
def _lexicon() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The folded perfects, imperfects and nominal words of the lexicon."""
    language = load("ar")
    perfect: set[str] = set()
    imperfect: set[str] = set()
    nominal: set[str] = set()
    for entry in language.data("predicates").get("predicates", {}).values():
        for verb in entry.get("verb", ()):
            first, _, second = verb.partition("/")
            perfect.add(fold(first))
            imperfect.add(fold(second))
        nominal.update(fold(word) for name in ("noun", "participle") for word in entry.get(name, ()))
    for words in language.data("nouns").get("nouns", {}).values():
        nominal.update(map(fold, words))
    return frozenset(perfect), frozenset(imperfect), frozenset(nominal)


def settled_tags(norms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags with attached conjunctions where the lexicon tells them; أم behind a verb begins a woman's name.

    علي behind a word of kin is a name, not the preposition that Egyptians write like it.
    """
    settled = list(map(_settled, norms, tags))
    if norms and norms[0][:1] in _OF_HER and settled[0].removeprefix("c|").startswith("VERB"):
        settled[0] = _of_her(norms, settled, 0)
    for i in range(1, len(norms)):
        if norms[i - 1] in _BEFORE_VERBS and not settled[i].startswith("VERB") and _is_ours(norms[i]):
            settled[i] = "VERB:i"
        if norms[i] in _only_perfects() and settled[i] in ("NOUN", "ADJ"):
            settled[i] = "VERB:p"
        if norms[i - 1] in _PARTITIVES and settled[i].startswith("VERB") and norms[i].startswith("أ"):
            settled[i] = "ADJ"  # one of the most prominent
        elif norms[i][:1] in _OF_HER and settled[i].removeprefix("c|").startswith("VERB"):
            settled[i] = _of_her(norms, settled, i)
        if norms[i - 1] == "الوقت" and norms[i] == "بدل":
            settled[i] = "NOUN"  # stoppage time
        if norms[i] == "علي" and norms[i - 1] in _KIN:
            settled[i] = "PROPN"
        if _opens_name(norms, settled, i) or (norms[i - 1] in _CALLED and settled[i] in ("NOUN", "ADJ")):
            settled[i] = "PROPN"
        elif _is_full_name(norms, settled, i):
            settled[i] = settled[i + 1] = "PROPN"
        named = settled[i] in ("PROPN", "NOUN")
        if named and norms[i - 1] == "أم" and i > 1 and settled[i - 2].removeprefix("c|").startswith("VERB"):
            settled[i - 1] = "PROPN"
        settled[i] = _unjoined(norms, settled, i)
        if norms[i].endswith("ا"):
            settled[i] = _accusative(norms[i], settled[i])
        if settled[i - 1].startswith("VERB") and _is_called_body(norms, settled, i - 1):
            settled[i - 1] = "PROPN"
    return settled


def _accusative(norm: str, tag: str) -> str:
    """The tag of a word in -a, which may end an accusative: "drawing attention to" is no dual, "a bakery" no name."""
    if tag.endswith("VERB:p") and fold(norm) in _reporting():
        return "ADJ"
    return "NOUN" if tag == "PROPN" and _is_made_object(norm) else tag


@cache
def _only_perfects() -> frozenset[str]:
    """Perfects that are no noun and no comparative of the same letters, light."""
    return frozenset(lighten(word) for word in load("ar").data("closed")["perfects"]["words"])


@cache
def _reporting() -> frozenset[str]:
    """The participles that report, folded."""
    return load("ar").folded("cues", "words", "say_participle")


@lru_cache(maxsize=8192)
def _is_made_object(norm: str) -> bool:
    """Whether what was taken for a name is a noun with the ending of an accusative: "افتتحت شركة مرجان مخبزا"."""
    folded = fold(norm)
    plain = fold(norm[:-1])
    named = not {folded, plain}.isdisjoint(_persons()) or folded in places() or folded in _nominals()
    return len(norm) > _SHORTEST and not named and plain in _nominals()


@cache
def _nominals() -> frozenset[str]:
    """The folded nouns of the lexicon and those that only glosses show."""
    shown = load("ar").data("glosses").get("nouns", {}).values()
    return _lexicon()[2] | {fold(word) for words in shown for word in words}


_SHORTEST = 4


def _is_called_body(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether what was taken for a verb is the name of a body that has or does what follows: "شركة نوفا لديها".

    A verb has neither another imperfect nor "with it" right behind it.
    """
    if not i or tags[i - 1] != "NOUN" or fold(norms[i - 1]) not in _bodies():
        return False
    return norms[i + 1] in _HAS or (tags[i] == "VERB:i" and tags[i + 1] == "VERB:i" and norms[i][:1] != "ت")


@cache
def _bodies() -> frozenset[str]:
    """The folded nouns of what bears a name as a body: a firm, a bank, a foundation."""
    return load("ar").folded("names", "organisations")


_HAS = frozenset({"لديه", "لديها", "عندها", "عنده"})


def _unjoined(norms: Sequence[str], tags: Sequence[str], i: int) -> str:
    """The tag of a word that begins with the letter of a conjunction but has none: "على فهم", "واصفا", "فقد بصره".

    A noun right behind a preposition has none, nor a participle that reports; قد stands before a verb alone.
    """
    tag = tags[i]
    if not tag.startswith("c|"):
        return tag
    if norms[i - 1] in _PREPOSITIONS and tag.endswith(("NOUN", "PRON")):
        return "NOUN"
    if fold(norms[i]) in load("ar").folded("cues", "words", "said_anew"):
        return tag.removeprefix("c|")
    lost = norms[i] == _LOST and i + 1 < len(tags) and tags[i + 1].removeprefix("c|") in ("NOUN", "NUM", "PROPN")
    return "VERB:p" if lost else tag


_PREPOSITIONS = frozenset({"من", "في", "على", "إلى", "عن"})
_LOST = "فقد"


def _of_her(norms: Sequence[str], tags: Sequence[str], i: int) -> str:
    """The tag of a verb that may be an imperfect of "she" or a perfect of the same letters, by what stands behind it.

    A subject with the ending of a feminine has no perfect without one, nor is an imperfect told of a year gone by.
    """
    tag, joined = tags[i], tags[i].startswith("c|")
    bare = norms[i][joined:]
    if bare[:1] != "ت" or bare.endswith(_NEVER_BOTH) or i + 1 >= len(norms):
        return tag
    plain, behind = tag.rpartition(":")[0], norms[i + 1]
    _, imperfect, _ = _lexicon()
    if tag.endswith(":p") and not i and behind.startswith("ال") and behind.endswith("ة") and tags[i + 1] == "NOUN":
        shown = {key for key in verb_keys(fold(bare)) if key in imperfect}
        return f"{plain}:i" if shown else tag
    ahead = norms[i - 1] if i else ""
    if not tag.endswith(":i") or fold(bare) not in perfects() or ahead in _BEFORE_VERBS or ahead in _PRESENT:
        return tag
    told = any(norms[k] in _YEAR and _is_past_year(norms[k + 1]) for k in range(i + 1, min(i + _SOON, len(norms) - 1)))
    return f"{plain}:p" if told and not behind.endswith(("ة", "ات")) else tag


@cache
def perfects() -> frozenset[str]:
    """The folded perfects of the lexicon and of the list that only glosses show."""
    shown = load("ar").data("glosses").get("predicates", {}).values()
    return _lexicon()[0] | {fold(verb.partition("/")[0]) for entry in shown for verb in entry.get("verb", ())}


def _is_past_year(norm: str) -> bool:
    return len(norm) == 4 and norm.isdigit() and "1000" <= norm < "2020"


_OF_HER = frozenset("توف")
_NEVER_BOTH = ("ت", "ون", "وا", "نا", "ن", "ين")
_PRESENT = frozenset({"لا", "ولا", "كانت", "وكانت", "سوف", "قد"})
_YEAR = frozenset({"عام", "سنة"})
_SOON = 7
"""Within so many words behind a verb a year tells when it was."""


def _opens_name(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a word between a comma and a name that ends at another is the first name: no word that is known."""
    if norms[i - 1] != "," or i + 2 >= len(norms) or tags[i + 1] != "PROPN" or tags[i] in ("PROPN", "NOUN", "ADJ"):
        return False
    ends = tags[i + 2] in ("PUNCT", "PROPN") and not tags[i].startswith("c|")
    return ends and certain_tag(norms[i]) is None and not _is_lexical(norms[i], whole=True)


def _is_full_name(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a given name that is on file and one more word stand between two commas: "، فتحي الحمروني،"."""
    if norms[i - 1] != "," or i + 2 >= len(norms) or tags[i + 2] != "PUNCT" or certain_tag(norms[i]) is not None:
        return False
    return fold(norms[i]) in _persons() and tags[i + 1] in ("PROPN", "ADJ", "NOUN")


def _is_ours(norm: str) -> bool:
    """Whether a word is an imperfect of "we" and no noun that the lexicon knows."""
    _, imperfect, nominal = _lexicon()
    folded = fold(norm)
    known = norm[:1] == "ن" and any(key in imperfect for key in verb_keys(folded))
    return known and not any(key in nominal for key in noun_keys(folded))


_BEFORE_VERBS = frozenset({"لم", "لن", "أن", "بأن", "كي", "لكي", "ولم", "ولن", "فلم", "فلن", "وأن", "وبأن", "ألا"})
_CALLED = frozenset({"يدعى", "ويدعى", "تدعى", "وتدعى"})
_PARTITIVES = frozenset({"أحد", "إحدى", "كأحد", "كإحدى"})
_KIN = frozenset({"أم", "أبو", "أبي", "أبا", "بن", "ابن", "آل"})


@lru_cache(maxsize=8192)
def _settled(norm: str, tag: str) -> str:
    """The tag with "c|" where the lexicon knows the word only behind a conjunction, without where only as a whole."""
    plain = tag.removeprefix("c|")
    if norm[:1] not in CONJUNCTIONS or norm in _months():
        return plain
    if tag == plain and (plain.startswith("VERB") or (plain == "NOUN" and norm[0] == "ف")):
        return "c|" + tag if not _is_lexical(norm, whole=True) and _is_lexical(norm[1:], whole=False) else tag
    if tag != plain and plain.startswith(("NOUN", "PROPN", "VERB", "PRON")) and certain_tag(norm) is None:
        return plain if _is_lexical(norm, whole=True) and not _is_lexical(norm[1:], whole=False) else tag
    return tag


@cache
def _months() -> frozenset[str]:
    """The names of months that are one word; فيفري begins with the letter of a conjunction."""
    months = load("ar").data("months")["month"]
    return frozenset(lighten(name) for names in months.values() for name in names)


def _is_lexical(norm: str, whole: bool) -> bool:
    """Whether the lexicon knows the word; if `whole`, only in forms that keep its first letter."""
    perfect, imperfect, nominal = _lexicon()
    folded = fold(norm)
    verbs = any(key in perfect or key in imperfect for key in verb_keys(folded) if not whole or key[0] == folded[0])
    return verbs or any(key in nominal for key in noun_keys(folded) if not whole or key[0] == folded[0])


def begins_itself(norm: str) -> bool:
    """Whether the first letter of a word is its own and no particle: the lists have it as a noun or a place (لائحة)."""
    folded = fold(norm)
    return folded in places() or (_is_lexical(norm, whole=True) and not _is_lexical(norm[1:], whole=True))


def _lexical_features(norm: str) -> tuple[str, str]:
    """Which word classes the lexicon knows the word in: what 800 training sentences cannot have seen."""
    perfect, imperfect, nominal = _lexicon()
    folded = fold(norm)
    keys = verb_keys(folded)
    found = ("" if perfect.isdisjoint(keys) else "p") + ("" if imperfect.isdisjoint(keys) else "i")
    found += "" if nominal.isdisjoint(noun_keys(folded)) else "n"
    return "lex=" + found, f"lex={found} {norm[:1]} {norm[-1:]}"


def _name_signs(norm: str) -> tuple[str, str]:
    """Which kind of name the word is on file as, by itself or behind a particle that is written on it."""
    folded = fold(norm)
    rest = folded[1:] if len(folded) > _LEAST and folded[0] in _WRITTEN_ON else folded
    persons, known = _persons(), places()
    person = persons.get(folded) or ("behind " + persons[rest] if rest in persons else "")
    return "person=" + person, f"place={folded in known or rest in known}"


_WRITTEN_ON = frozenset("وفلبك")
_LEAST = 3


@cache
def _persons() -> dict[str, str]:
    """The kind of personal name by folded word."""
    kinds: dict[str, list[str]] = dict(load("ar").data("persons"))
    return {fold(word): kind for kind in reversed(kinds) for word in kinds[kind]}


@cache
def places() -> frozenset[str]:
    """The folded words that name a country or a town; towns' names of several words are listed as one."""
    language = load("ar")
    return frozenset(map(fold, _listed_places())) | frozenset(language.towns)


def _listed_places() -> Iterator[str]:
    language = load("ar")
    listed = language.data("places")
    for names in (language.data("countries")["names"], listed["countries"], listed["cities"]):
        for some in names.values():
            yield from (name for name in some if " " not in name)
    yield from (name for name in listed["contextual"] if " " not in name)
