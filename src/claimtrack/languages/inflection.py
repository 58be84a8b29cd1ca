"""English forms that a gloss needs: tenses, participles and plurals by rule, with the exceptions of `en/verbs.toml`."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimtrack.languages import load

GLOSS = "en"
_VOWELS = "aeiou"
_BE = ("was", "been")


@cache
def before_ending(word: str) -> str:
    """The verb of a form in -ing that is a noun too, by its past: "clearing" of "cleared"; else the word."""
    regular = word.removesuffix("ing") + "ed"
    lemma = str(load(GLOSS).hooks.lemma(regular)).lower()
    return word if lemma == regular else lemma


@cache
def is_bland(noun: str) -> bool:
    """Whether a noun phrase tells an editor nothing ("occasion", "form")."""
    return noun.rpartition(" ")[2] in load(GLOSS).data("verbs")["bland"]["nouns"]


@cache
def is_bland_measure(noun: str) -> bool:
    """Whether a noun only says that the value beside it measures something: "worth", "at a rate of"."""
    return noun in load(GLOSS).data("verbs")["bland"]["measures"]


def modal(lemma: str) -> str | None:
    """What is shown for a lemma that only says how another verb holds: "can" for "be able"."""
    shown: str | None = load(GLOSS).data("verbs")["modal"].get(lemma)
    return shown


@cache
def takes_gerund(lemma: str) -> bool:
    """Whether the verb takes another one as a noun: "stop working"."""
    return lemma in load(GLOSS).data("verbs")["complement"]["gerunds"]


@cache
def denies_gerund(lemma: str) -> bool:
    """Whether the verb denies or admits what a gerund behind it says: "deny polluting"."""
    return lemma in load(GLOSS).data("verbs")["complement"]["denials"]


@cache
def takes_noun(lemma: str) -> bool:
    """Whether the verb ends in a "to" that a noun follows: "lead to death"."""
    return lemma in load(GLOSS).data("verbs")["complement"]["nouns"]


@cache
def takes_verb(lemma: str) -> bool:
    """Whether the verb takes another one with "to": "refuse to pay"."""
    return lemma in load(GLOSS).data("verbs")["complement"]["verbs"] or lemma.endswith(" to")


@cache
def is_bound(lemma: str) -> bool:
    """Whether an infinitive right behind the verb makes one predicate with it: "have to leave", "expect to win"."""
    return lemma in load(GLOSS).data("verbs")["complement"]["bound"]


@cache
def before_verb(lemma: str) -> str:
    """The verb that stands for another one before an infinitive: an offer is rejected, but one refuses to pay."""
    shown: str = load(GLOSS).data("verbs")["complement"]["instead"].get(lemma, lemma)
    return shown


_IRREGULAR = {"most": "more", "least": "less", "worst": "worse", "best": "better", "furthest": "further"}


def comparative(superlative: str) -> str:
    """ "bigger" of "the biggest", "more likely" of "the most likely"."""
    first, space, rest = superlative.removeprefix("the ").partition(" ")
    shown = _IRREGULAR.get(first) or (first[:-3] + "er" if first.endswith("est") else first)
    return shown + space + rest


@cache
def is_reported(lemma: str) -> bool:
    """Whether a passive of the verb says itself that something may be so: "is thought to be older"."""
    return lemma.partition(" ")[0] in load(GLOSS).data("verbs")["complement"]["reported"]


@cache
def is_phrasal(verb: str, particle: str) -> bool:
    """Whether a particle right behind a verb is a part of it: "call off"."""
    return f"{verb} {particle}" in load(GLOSS).data("verbs")["phrasal"]["verbs"]


@cache
def name_links() -> frozenset[str]:
    """Small words within the names of people and organisations."""
    return frozenset(load(GLOSS).data("verbs")["names"]["links"])


@cache
def ranks(word: str) -> bool:
    """Whether an English adjective sets its noun above others: an ordinal or a superlative."""
    return word.startswith("the ") or word in load(GLOSS).data("verbs")["ranks"]["words"]


@cache
def ranked(word: str, noun: str) -> str:
    """A word that sets a noun above others as it is said of people: the smallest of them is the youngest."""
    if (
        noun not in load(GLOSS).data("units")["counted"]["people"]
        and noun not in load(GLOSS).data("verbs")["ranks"]["titles"]
    ):
        return word
    said: str = load(GLOSS).data("verbs")["ranks"]["of_people"].get(word, word)
    return said


@cache
def is_article(word: str) -> bool:
    """Whether an English word is an article, which stays with the noun that something is said to be."""
    return word in load(GLOSS).data("verbs")["articles"]["words"]


@cache
def with_article(noun: str) -> str:
    """A noun phrase in the singular with its indefinite article; what is not counted has none."""
    head = noun.partition(" of ")[0].rpartition(" ")[2]
    if is_uncounted(head):
        return noun
    return f"{'an' if noun[:1].lower() in _VOWELS else 'a'} {noun}"


@cache
def is_uncounted(noun: str) -> bool:
    """Whether an English noun is not counted, so that it stands in the singular without an article."""
    return noun in load(GLOSS).data("verbs")["articles"]["uncounted"]


@cache
def turns(preposition: str) -> bool:
    """Whether an English preposition turns what its noun says, so that the noun never stands without it."""
    return preposition in load(GLOSS).data("verbs")["prepositions"]["turning"]


@cache
def contrasts(preposition: str) -> bool:
    """Whether an English preposition names whom the claim is not true of, so that a name never stands without it."""
    return preposition in load(GLOSS).data("verbs")["prepositions"]["contrasting"]


@cache
def is_readable(text: str) -> bool:
    """Whether a text is in the script that glosses are written in, accents and all."""
    return all(char.isascii() or not char.isalpha() or "LATIN" in unicodedata.name(char, "") for char in text)


@cache
def stands_alone(lemma: str) -> bool:
    """Whether a verb that takes another one in English has another meaning as a translation ("decline")."""
    return lemma in load(GLOSS).data("verbs")["complement"]["alone"]


@cache
def takes_object(lemma: str) -> bool:
    """Whether an English verb may act on something: nobody falls a house."""
    return lemma not in load(GLOSS).data("verbs")["complement"]["objectless"]


@cache
def accuses(lemma: str) -> bool:
    """Whether the verb itself says that what somebody did may not be so."""
    return lemma.partition(" ")[0] in load(GLOSS).data("verbs")["complement"]["accusing"]


@cache
def promises(lemma: str) -> bool:
    """Whether the verb itself is a promise, so that it needs no "will"."""
    verb = lemma.partition(" to ")[0]
    listed = load(GLOSS).data("verbs")["complement"]["promises"]
    return verb in listed or verb in {f"be {gerund(each)}" for each in listed}


@cache
def goes_on(lemma: str) -> bool:
    """Whether a verb is shown as "was lying", since its past ("lay") would say another thing."""
    return lemma.partition(" ")[0] in load(GLOSS).data("verbs")["complement"]["progressive"]


@cache
def is_plain(lemma: str | None) -> bool:
    """Whether a verb says no more than the quantity that it brings: "has 12 million users"."""
    return lemma in load(GLOSS).data("verbs")["complement"]["plain"]


@cache
def expects(lemma: str) -> bool:
    """Whether the verb itself says that something may come, so that it needs neither "may" nor "will"."""
    return lemma.partition(" ")[0] in load(GLOSS).data("verbs")["complement"]["expectations"]


@cache
def intends(lemma: str) -> bool:
    """Whether the verb itself says that something is planned, so that it needs no "will"."""
    return lemma.partition(" ")[0] in load(GLOSS).data("verbs")["complement"]["intentions"]


def present(lemma: str, plural_subject: bool = False) -> str:
    """The present tense: "removes", "is committed", and "remove" of several."""
    verb, space, rest = lemma.partition(" ")
    if verb == "be":
        return ("are" if plural_subject else "is") + space + rest
    if plural_subject:
        return lemma
    if verb == "have":
        return "has" + space + rest
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es" + space + rest
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies" + space + rest
    return verb + "s" + space + rest


def gerund(lemma: str) -> str:
    """The verb as a noun: "removing", "being born", "shutting down"."""
    verb, space, rest = lemma.partition(" ")
    if verb.endswith("ie"):
        stem = verb[:-2] + "y"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        stem = verb[:-1]
    else:
        stem = verb + (verb[-1] if _doubles(verb) else "")
    return stem + "ing" + space + rest


def past(lemma: str) -> str:
    """The past of a verb or of a phrase that begins with one: "was born", "shut down", "blocked"."""
    return _inflected(lemma, 0)


def is_irregular(word: str) -> bool:
    """Whether an English word is a form of a verb whose forms no rule makes."""
    return word in irregular().verbs


def is_regular_past(word: str, verb: str) -> bool:
    """Whether a word is a regular past of a verb that also has an irregular one: "lied" is no "lay"."""
    forms = irregular().forms.get(verb)
    return forms is not None and word.endswith("ed") and word not in forms


def past_participle(lemma: str) -> str:
    """The past participle without its "be", as headlines write it: "blocked", "taken part", "born"."""
    verb, _, rest = lemma.partition(" ")
    return rest if verb == "be" and rest else _inflected(lemma, 1)


def perfect(lemma: str) -> str:
    """The participle that stands behind "have": "closed", "been closed", "taken part"."""
    verb, _, rest = lemma.partition(" ")
    return f"been {rest}".rstrip() if verb == "be" else past_participle(lemma)


def negative(lemma: str, past_tense: bool) -> str:
    """The verb denied: "did not block", "was not born", "is not dangerous"."""
    verb, _, rest = lemma.partition(" ")
    if verb == "be":
        return " ".join(filter(None, ("was not" if past_tense else "is not", rest)))
    return ("did not " if past_tense else "does not ") + lemma


@cache
def plural(noun: str) -> str:
    """The plural of an English noun; of a noun phrase, its head's: "police officers", "seekers of asylum"."""
    head, preposition, rest = noun.partition(" of ")
    before, space, word = head.rpartition(" ")
    return before + space + _plural_word(word) + preposition + rest


@dataclass(frozen=True, slots=True)
class Irregular:
    """English forms that no rule makes."""

    forms: Mapping[str, tuple[str, str]]  # verb → past, participle
    verbs: Mapping[str, str]  # past or participle → verb
    plurals: Mapping[str, str]
    singulars: Mapping[str, str]
    doubling: frozenset[str]


@cache
def irregular() -> Irregular:
    data = load(GLOSS).data("verbs")
    forms = {lemma: (both[0], both[-1]) for lemma, both in data["verbs"].items()}
    verbs: dict[str, str] = {}
    for position in (1, 0):
        for lemma, both in forms.items():
            verbs.setdefault(both[position], lemma)
    plurals = data["plurals"]
    singulars = {plural: noun for noun, plural in plurals.items()}
    return Irregular(forms, verbs, plurals, singulars, frozenset(data["doubling"]["verbs"]))


def _inflected(lemma: str, position: int) -> str:
    verb, space, rest = lemma.partition(" ")
    if verb == "be":
        return _BE[position] + space + rest
    known = irregular().forms.get(verb)
    return (known[position] if known else _regular(verb)) + space + rest


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    if verb.endswith("c"):
        return verb + "ked"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def _doubles(verb: str) -> bool:
    """Whether the last consonant is written twice: "ban" does, "visit" does not, "refer" is in the list."""
    if verb in irregular().doubling:
        return True
    short = sum(letter in _VOWELS for letter in verb) == 1
    return short and len(verb) > 2 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS


def _plural_word(word: str) -> str:
    known = irregular().plurals.get(word)
    if known:
        return known
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith("man") and word not in ("human", "german"):
        return word[:-3] + "men"
    return word + "s"
