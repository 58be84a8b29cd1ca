"""The bilingual lexicon: the English words of predicates and nouns, and the English forms that a gloss needs.

Predicates and nouns go in folded, as the text has them; a lemma ("block", "be born", "shut down") comes out, or None
where the lexicon does not know the word. The lists are `predicates.toml` and `nouns.toml` of a language. English verbs
and nouns are their own gloss; `en/predicates.toml` only has what else stands for a verb, `en/verbs.toml` odd forms.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from claimtrack.languages import codes, load
from claimtrack.languages.country_names import country as country
from claimtrack.languages.inflection import before_ending, irregular
from claimtrack.languages.inflection import before_verb as before_verb
from claimtrack.languages.inflection import comparative as comparative
from claimtrack.languages.inflection import gerund as gerund
from claimtrack.languages.inflection import intends as intends
from claimtrack.languages.inflection import is_bland as is_bland
from claimtrack.languages.inflection import is_irregular as is_irregular
from claimtrack.languages.inflection import modal as modal
from claimtrack.languages.inflection import negative as negative
from claimtrack.languages.inflection import past as past
from claimtrack.languages.inflection import past_participle as past_participle
from claimtrack.languages.inflection import plural as plural
from claimtrack.languages.inflection import present as present
from claimtrack.languages.inflection import stands_alone as stands_alone
from claimtrack.languages.inflection import takes_gerund as takes_gerund
from claimtrack.languages.inflection import takes_verb as takes_verb
from claimtrack.text.folding import fold

_GLOSS = "en"


@cache
def english_predicate(code: str, folded: str, verbal: bool, imperfect: bool = False) -> str | None:
    """The English verb of a predicate word, None where the lexicon does not know it.

    A verbal word is looked up among the verbs: their endings come off in ways that would turn a noun into
    another word. Any other word is looked up among masdars, participles and adjectives.
    """
    if code == _GLOSS:
        return _verb_lemma(folded) if verbal else _nominal(folded)
    hooks = load(code).hooks
    if verbal:
        keys = hooks.verb_keys(folded)
        exact = _verbs(code).get(keys[0]) or masdars(code).get(
            folded
        )  # before endings come off: a masdar in -an is no verb
        found = _first(_imperfects(code), keys) if imperfect and hooks.is_imperfect(folded) else None
        if found is not None and (exact is None or _rank(code, found) < _rank(code, exact)):
            return found  # the prefix of the person is no part of the stem; of two verbs the commoner is meant
        return exact or _first(_verbs(code), keys)
    return _first(masdars(code), _keys(code, folded))


@cache
def english_noun(code: str, folded: str) -> str | None:
    """The English noun of a word, None where the lexicon does not know it."""
    if code == _GLOSS:
        return _singular(folded)
    return _first(nouns(code), _keys(code, folded))


@cache
def _keys(code: str, folded: str) -> tuple[str, ...]:
    """The forms of a noun, whole words behind attached particles before any ending comes off."""
    hooks = load(code).hooks
    return tuple(dict.fromkeys([*(rest for _, rest in hooks.variants(folded)), *hooks.noun_keys(folded)]))


@cache
def noun_form(code: str, folded: str) -> str | None:
    """The English noun of a word, plural where the word's own form is: "channels" for a plural, "channel" else."""
    if code == _GLOSS:
        return folded
    key = next((key for key in _keys(code, folded) if key in nouns(code) or key in masdars(code)), None)
    if key is None or key not in nouns(code):
        return None  # where less comes off a masdar than off a noun, it is the masdar
    noun = nouns(code)[key]
    return plural(noun) if key in plural_forms(code) or _has_plural_ending(code, folded, key) else noun


def _has_plural_ending(code: str, folded: str, key: str) -> bool:
    """Whether what stands behind the listed form is a plural ending of the language."""
    stem = key[:-1] if len(key) > 3 and key not in folded else key
    _, found, rest = folded.rpartition(stem)
    endings = _entries_of(code, "forms").get("plurals", ())
    return bool(found) and rest.startswith(tuple(endings)) and bool(endings)


@cache
def plural_forms(code: str) -> frozenset[str]:
    """The listed forms that are broken plurals: all but the first, feminines of the singular left out."""
    forms: set[str] = set()
    for words in load(code).data("nouns").get("nouns", {}).values():
        first = fold(words[0])
        forms.update(f for f in map(fold, words[1:]) if _is_broken_plural(code, first, f))
    return frozenset(forms)


def _is_broken_plural(code: str, singular: str, form: str) -> bool:
    """A listed form with a letter pattern of plurals: a second singular of the same meaning has none of them."""
    patterns = _entries_of(code, "forms").get("beginnings", ())
    letters = _entries_of(code, "forms").get("inside", ())
    begins = form.startswith(tuple(patterns)) and not singular.startswith(tuple(patterns)) if patterns else False
    return begins or any(
        letter in form[2:4] and (letter not in singular[1:4] or singular[1] == letter != form[1]) for letter in letters
    )  # the long vowel of a doer (عامل) moves on in its plural (عمال)


@cache
def english_adjective(code: str, folded: str) -> str | None:
    """The English adjective of a word, None where the lexicon does not know it as one."""
    if code == _GLOSS:
        return folded
    lemma = _first(masdars(code), _keys(code, folded))
    return lemma[3:] if lemma is not None and lemma.startswith("be ") and not lemma.endswith(" to") else None


@cache
def is_definite(code: str, folded: str) -> bool:
    """Whether a noun carries the article."""
    articles = _entries_of(code, "forms").get("articles", ())
    return any(
        particles in articles and len(particles) > 1 and rest in _lexical(code, rest)
        for particles, rest in load(code).hooks.variants(folded)
    )


def _lexical(code: str, rest: str) -> tuple[str, ...]:
    return (
        (rest,) if any(key in nouns(code) or key in masdars(code) for key in load(code).hooks.noun_keys(rest)) else ()
    )


@cache
def has_possessive(code: str, folded: str) -> bool:
    """Whether a noun carries a possessive pronoun: only without its ending is it a noun of the lexicon."""
    hooks = load(code).hooks
    if any(_is_listed(code, rest) for _, rest in hooks.variants(folded)):
        return False
    endings = [end for end in _entries_of(code, "forms").get("possessives", ()) if folded.endswith(fold(end))]
    stems = [folded[: -len(fold(end))] for end in endings]
    closings = ("", *map(fold, _entries_of(code, "forms").get("closings", ())))
    return any(
        _is_listed(code, rest) for stem in stems for _, each in hooks.variants(stem) for rest in _closed(each, closings)
    )


@cache
def bare(code: str, folded: str) -> str:
    """A listed noun without its particles and the possessive that it carries; the word itself where it is none."""
    forms = _entries_of(code, "forms")
    closings = ("", *map(fold, forms.get("closings", ())))
    endings = [end for end in map(fold, forms.get("possessives", ())) if folded.endswith(end)]
    stems = ("" if not has_possessive(code, folded) else folded[: -len(end)] for end in endings)
    owned = (rest for stem in stems for _, each in load(code).hooks.variants(stem) for rest in _closed(each, closings))
    whole = (rest for _, rest in load(code).hooks.variants(folded))
    return next((rest for rest in (*whole, *owned) if _is_listed(code, rest)), folded)


def _closed(stem: str, closings: tuple[str, ...]) -> Iterable[str]:
    """The stem with the letters that an ending may have changed or hidden."""
    yield stem
    yield from (stem + end for end in closings if end)
    yield from (stem[:-1] + end for end in closings if end and len(stem) > 2)


@cache
def is_listed(code: str, folded: str) -> bool:
    """Whether the word stands in a list as it is, attached particles aside: no ending of it is a plural's."""
    return any(rest in nouns(code) for _, rest in load(code).hooks.variants(folded))


def _is_listed(code: str, word: str) -> bool:
    return word in nouns(code) or word in masdars(code)


@cache
def is_pronoun_phrase(code: str, folded: str) -> bool:
    """Whether the word is a preposition with its pronoun ("from us"), a phrase of its own."""
    return folded in _folded_forms(code, "phrases")


@cache
def gender(code: str, folded: str) -> str | None:
    """The gender that a noun shows for agreement: "f", "m", None where the form leaves it open (plurals, names)."""
    if any(rest in _folded_forms(code, "feminine") for _, rest in load(code).hooks.variants(folded)):
        return "f"
    if folded.endswith(tuple(_folded_forms(code, "feminine_endings")) or ("\0",)):
        return "f"
    key = next((key for key in _keys(code, folded) if key in nouns(code)), None)
    plain = (
        key is not None
        and key in folded
        and key not in plural_forms(code)
        and not _has_plural_ending(code, folded, key)
    )
    return "m" if plain else None


@cache
def _folded_forms(code: str, name: str) -> frozenset[str]:
    return frozenset(map(fold, _entries_of(code, "forms").get(name, ())))


@cache
def is_adjectival(code: str, folded: str) -> bool:
    """Whether a word has an ending of adjectives that also serve as nouns ("diplomatic", "a diplomat")."""
    return folded.endswith(tuple(_folded_forms(code, "adjectival")) or ("\0",))


@cache
def has_attached(code: str, folded: str) -> bool:
    """Whether a noun carries an attached preposition: only without it is it a noun of the lexicon."""
    hooks = load(code).hooks
    if folded in nouns(code) or folded in masdars(code):
        return False
    for particles, rest in hooks.variants(folded):
        if particles and (rest in nouns(code) or rest in masdars(code)):
            return particles not in _entries_of(code, "forms").get("articles", ())
    return False


@cache
def support(code: str, folded: str) -> str | None:
    """Whether a verb only carries a masdar: "passive" (it was done), "active" (its subject did it), else None."""
    table, hooks = _support(code), load(code).hooks
    found = (_first(table, hooks.verb_keys(rest)) for _, rest in hooks.variants(folded)) if table else ()
    return next((voice for voice in found if voice), None)


def names_doer(code: str, words: Sequence[str]) -> bool:
    """Whether the words behind a passive say by whom ("by the army"), given folded."""
    said = f" {' '.join(words)} "
    return any(phrase in said for phrase in _doers(code))


@cache
def _doers(code: str) -> tuple[str, ...]:
    return tuple(f" {fold(phrase)} " for phrase in _entries_of(code, "doer").get("phrases", ()))


@cache
def is_past_marker(code: str, folded: str) -> bool:
    """Whether the word sets the verb behind it in the past ("did")."""
    return folded in {fold(word) for word in _entries_of(code, "tense").get("past", ())}


@cache
def is_present_marker(code: str, folded: str) -> bool:
    """Whether the word denies the verb behind it for the present, whatever form that seems to have."""
    return folded in {fold(word) for word in _entries_of(code, "tense").get("present", ())}


@cache
def is_able(code: str, folded: str) -> bool:
    """Whether the word says that somebody was or is able or bound to do what follows ("could", "should")."""
    return folded in {fold(word) for word in _entries_of(code, "tense").get("able", ())}


@cache
def code_of(word: str) -> str:
    """The language whose script the word is written in; the gloss's own where no other is."""
    name = next((unicodedata.name(char, "") for char in word if char.isalpha()), "")
    return _scripts().get(name.partition(" ")[0], _GLOSS)


@cache
def _scripts() -> Mapping[str, str]:
    return {load(code).hooks.SCRIPT: code for code in codes() if code != _GLOSS}


def is_own_gloss(code: str) -> bool:
    """Whether a language is the one that glosses are written in, so that its words need no translation."""
    return code == _GLOSS


def _first(index: Mapping[str, str], keys: Iterable[str]) -> str | None:
    return next((index[key] for key in keys if key in index), None)


def _entries(code: str) -> Mapping[str, Mapping[str, list[str]]]:
    entries: Mapping[str, Mapping[str, list[str]]] = load(code).data("predicates").get("predicates", {})
    return entries


def _entries_of(code: str, table: str) -> Mapping[str, Any]:
    """A side table of the lists of a language, empty where it has none."""
    found: Mapping[str, Any] = load(code).data("nouns" if table == "forms" else "predicates").get(table, {})
    return found


@cache
def _support(code: str) -> Mapping[str, str]:
    return {fold(verb): voice for voice, verbs in _entries_of(code, "support").items() for verb in verbs}


@cache
def _verbs(code: str) -> Mapping[str, str]:
    """Folded verb → lemma. The dictionary forms of all entries come before the forms of weak verbs."""
    index: dict[str, str] = {}
    entries = _entries(code)
    for position in (0, 1):
        for lemma, entry in entries.items():
            for verb in entry.get("verb", ()):
                index.setdefault(fold(verb.split("/")[position]), lemma)
    for lemma, entry in entries.items():
        for form in entry.get("forms", ()):
            index.setdefault(fold(form), lemma)
    return index


def _rank(code: str, lemma: str) -> int:
    """How common a verb is: the lists begin with the commonest."""
    return _ranks(code).get(lemma, 0)


@cache
def _ranks(code: str) -> Mapping[str, int]:
    return {lemma: n for n, lemma in enumerate(_entries(code))}


@cache
def _imperfects(code: str) -> Mapping[str, str]:
    """Folded imperfect → lemma."""
    index: dict[str, str] = {}
    for lemma, entry in _entries(code).items():
        for verb in entry.get("verb", ()):
            index.setdefault(fold(verb.partition("/")[2]), lemma)
    return index


@cache
def masdars(code: str) -> Mapping[str, str]:
    """Folded masdar, participle or adjective → lemma."""
    index: dict[str, str] = {}
    entries = _entries(code)
    for field in ("noun", "participle"):
        for lemma, entry in entries.items():
            for word in entry.get(field, ()):
                index.setdefault(fold(word), lemma)
    return index


@cache
def nouns(code: str) -> Mapping[str, str]:
    entries = load(code).data("nouns").get("nouns", {})
    return {fold(form): noun for noun, forms in entries.items() for form in forms}


@cache
def _verb_lemma(word: str) -> str:
    found = irregular().verbs.get(word) or load(_GLOSS).hooks.lemma(word).lower()
    if found == word and word.endswith("ing"):
        return verb_of_gerund(word) or before_ending(word)
    plural = found == word and word in load(_GLOSS).data("verbs")["plurals"]  # "remains" is a noun too
    return found.removesuffix("s") if plural else found


def verb_of_gerund(word: str) -> str | None:
    """The English verb whose gerund a word is, where it is a known one ("building" of "build")."""
    stem = word.removesuffix("ing")
    bases = (stem, stem + "e", *((stem[:-1],) if stem[-1:] == stem[-2:-1] else ()))
    return next((base for base in bases if stem != word and base in _glosses()), None)


@cache
def _nominal(word: str) -> str | None:
    """The verb that an English noun, adjective or participle stands for; None for a plain noun ("doctor")."""
    listed = masdars(_GLOSS)
    singular = _singular(word)
    if word in listed or singular in listed:
        return listed.get(word) or listed[singular]
    if word in irregular().verbs:
        return irregular().verbs[word]
    if singular in _glosses() or (word.endswith("ed") and singular != word):
        return singular
    return None


@cache
def is_shown(lemma: str) -> bool:
    """Whether an English verb is one that a predicate of any language is shown as."""
    return lemma in _glosses()


@cache
def _glosses() -> frozenset[str]:
    """Every verb that a predicate of any language is shown as."""
    return frozenset(lemma for code in codes() for lemma in _entries(code))


@cache
def _singular(word: str) -> str:
    return irregular().singulars.get(word) or load(_GLOSS).hooks.lemma(word).lower()
