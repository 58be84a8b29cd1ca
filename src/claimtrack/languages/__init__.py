"""The languages: one folder each, and the folder is the registry.

A language's folder holds TOML word lists (words only, no patterns), `hooks.py` for what data cannot say, and
`corpus/` with the cases that prove both. Everything outside this room is written without a word of any language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from typing import Any, Protocol, cast

from claimtrack.text.folding import fold


class Hooks(Protocol):
    """What a language's `hooks.py` offers."""

    DIRECTION: str
    SCRIPT: str
    CONJUNCTIONS: tuple[str, ...]
    """Conjunctions that are written on the next word."""
    FIRST_PERSON: str
    """The word for "I"."""
    THEY: str
    """The word for "they", of whom a verb may speak without a subject."""
    ROLE_FIRST: bool
    """Whether a role's own attributes stand between it and the name (Arabic), or before it (English)."""
    NEGATES_NEXT: bool
    """Whether a negator stands right before the verb that it denies, wherever the subject is (Arabic)."""
    VERB_FIRST: bool
    """Whether a subject mostly follows its verb."""
    OF: str
    """The preposition that ties a noun to the one before it, folded; empty where none does."""
    TO_THE: str
    """A preposition with the article, as it is written on a noun; never the beginning of a name."""
    BY: str
    """The preposition that names a doer."""
    OBJECT: str
    """The ending that an indefinite object shows; no name behind a title bears it."""
    CAUSATIVE: str
    """What verbs begin with that make somebody do something; their imperfect has the vowel of passives."""
    SUBJECTS: str
    """The ending of a plural that is a subject and has no noun tied to it."""
    OBJECTS: tuple[str, ...]
    """Pronouns that are written on the verb whose object they are."""
    OBJECT_OF_FIRST: str
    """The same for the first person singular, which no verb bears whose subject it is in the perfect."""
    ADVERB: tuple[str, ...]
    """Endings that only adverbs and objects bear."""
    FEMININE: str
    """The ending that only feminine nouns bear."""
    NISBA: str
    """The ending of a masculine adjective made from a name, which names of families have too."""
    AND: str
    """The plain conjunction of nouns."""

    @staticmethod
    def bare(phrase: str) -> str:
        """A noun phrase without a preposition that is written on its first word."""
        ...

    @staticmethod
    def core(phrase: str) -> tuple[str, ...] | None:
        """The folded words of a definite noun phrase without articles; None for one that is not definite."""
        ...

    @staticmethod
    def looks_like(text: str) -> bool:
        """Whether a text in this language's script is likely in this language."""
        ...

    @staticmethod
    def variants(word: str) -> tuple[tuple[str, str], ...]:
        """The readings of a folded word as (attached particles, rest), the whole word first: ("", word)."""
        ...

    @staticmethod
    def settled_tags(norms: Sequence[str], tags: Sequence[str]) -> list[str]:
        """The tags of a sentence, mended where letters tell better: attached conjunctions, words of two readings."""
        ...

    @staticmethod
    def settled_tree(
        norms: Sequence[str], tags: Sequence[str], heads: Sequence[int], relations: Sequence[str]
    ) -> tuple[Sequence[str], Sequence[int], Sequence[str], Sequence[tuple[int, ...]]]:
        """Tags, heads and relations of a sentence, mended by the order of its words, and the verbs of each series."""
        ...

    @staticmethod
    def verb_keys(word: str) -> tuple[str, ...]:
        """The forms under which a folded verb may stand in a word list, likeliest first."""
        ...

    @staticmethod
    def verb_bases(word: str, joined: bool) -> tuple[str, ...]:
        """A folded verb with and without an attached conjunction, the likelier first."""
        ...

    @staticmethod
    def perfect_keys(word: str) -> tuple[str, ...]:
        """The listed perfects that a folded perfect may be a form of, likeliest first."""
        ...

    @staticmethod
    def imperfect_keys(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The listed imperfects that a folded imperfect may be of, and those of which it may be a short form."""
        ...

    @staticmethod
    def passives(perfect: str, imperfect: str) -> tuple[str, str]:
        """The passive perfect and imperfect of a listed verb, "" where their letters do not show them."""
        ...

    @staticmethod
    def is_active(written: str, perfect: str, imperfect: str, past: bool) -> bool:
        """Whether the letters of a form of a listed verb show that it is no passive."""
        ...

    @staticmethod
    def person(norm: str, tag: str) -> str | None:
        """The person that a word shows: "1s", "1p", "2", "3" (a pronoun), or None for words that show none."""
        ...

    @staticmethod
    def may_be_first_person(norm: str, tag: str) -> bool:
        """Whether a verb form can be first person as well as third (وصلت: I arrived, she arrived)."""
        ...

    @staticmethod
    def may_be_she(norm: str, tag: str) -> bool:
        """Whether a form may be a feminine imperfect as well as a masculine perfect (تراجع)."""
        ...

    @staticmethod
    def gender_number(norm: str, tag: str) -> tuple[str | None, str]:
        """("m" | "f" | None where the form does not show it, "s" | "p") of a noun, pronoun or verb form."""
        ...

    @staticmethod
    def is_of_two(norm: str, tag: str) -> bool:
        """Whether a verb form shows that two act."""
        ...

    @staticmethod
    def possessor(norm: str, tag: str) -> tuple[str | None, str] | None:
        """Gender and number of whom a possessive pronoun, or the one that a noun ends with, stands for."""
        ...

    @staticmethod
    def drops_subject(tag: str) -> bool:
        """Whether a finite verb of this tag can stand without a subject of its own."""
        ...

    @staticmethod
    def is_imperfect(norm: str) -> bool:
        """Whether a verb form looks imperfect."""
        ...

    @staticmethod
    def is_future(word: str, tag: str = "VERB:i") -> bool:
        """Whether the form of a folded verb alone makes it future."""
        ...

    @staticmethod
    def is_finite(tag: str) -> bool:
        """Whether a verb of this tag can head a clause alone."""
        ...

    @staticmethod
    def is_definite(norm: str, tag: str) -> bool:
        """Whether the form of a nominal alone makes it definite."""
        ...

    @staticmethod
    def is_own_act(norm: str, tag: str) -> bool:
        """Whether the form of a verb alone says that "I" or "we" act."""
        ...

    @staticmethod
    def is_answer(norm: str, tag: str) -> bool:
        """Whether the form of a verb alone says that it follows from a condition."""
        ...

    @staticmethod
    def noun_keys(word: str) -> tuple[str, ...]:
        """The forms under which any other folded word may stand in a word list, likeliest first."""
        ...

    @staticmethod
    def written_forms(word: str) -> tuple[tuple[str, str, bool, bool, bool], ...]:
        """The readings of a light noun, least cut first: particles, word, plural by its ending, owned, cut short."""
        ...

    @staticmethod
    def is_acting(word: str) -> bool:
        """Whether a participle is of who acts or stands, and of no reflexive verb."""
        ...

    @staticmethod
    def is_doer(word: str) -> bool:
        """Whether the form of a participle alone says that it is of who does something."""
        ...

    @staticmethod
    def spelled(word: str, tables: Mapping[str, Any]) -> str:
        """A word of a name that no list has, letter by letter in Latin ones."""
        ...

    @staticmethod
    def word_features(norm: str) -> tuple[str, ...]:
        """What the tagger should look at in a word of this language besides its first and last letters."""
        ...

    @staticmethod
    def certain_tag(norm: str) -> str | None:
        """The tag of a word whose class needs no guessing, None for all others."""
        ...

    @staticmethod
    def lemma(word: str) -> str:
        """A dictionary form of a surface word for showing, or the word itself."""
        ...


@dataclass(frozen=True)
class Language:
    """One language: its code, its word lists by file name and its hooks."""

    code: str

    @cached_property
    def hooks(self) -> Hooks:
        """What its `hooks.py` offers, imported when it is first asked for."""
        return _hooks(self.code)

    def data(self, name: str) -> Mapping[str, Any]:
        """The parsed TOML file `<name>.toml` of this language; an empty table where it has none."""
        return _data(self.code, name)

    @property
    def towns(self) -> Mapping[str, str]:
        """Country codes by the names of towns, folded, without accents and spaces."""
        return _towns(self.code, "towns.txt")

    @property
    def shared_towns(self) -> Mapping[str, str]:
        """Country codes, with commas between them, by names that only the text can place."""
        return _towns(self.code, "shared_towns.txt")

    @property
    def regions(self) -> Mapping[str, str]:
        """Country codes by the names of provinces and the like, some of them plain words ("southern")."""
        return _towns(self.code, "regions.txt")

    def folded(self, name: str, *keys: str) -> frozenset[str]:
        """The list at `keys` of file `name`, folded."""
        return _folded(self.code, name, keys)

    def entry(self, name: str, *keys: str) -> Any:
        """What stands at `keys` of file `name`; a missing key is an error of the language folder."""
        value: Any = self.data(name)
        for key in keys:
            value = value[key]
        return value


@cache
def _folded(code: str, name: str, keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in cast("Iterable[str]", load(code).entry(name, *keys)))


def folder(code: str) -> Traversable:
    """The folder of a language's data."""
    return resources.files(__name__) / code


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages that claimtrack knows, in alphabetical order."""
    return tuple(sorted(each.name for each in resources.files(__name__).iterdir() if (each / "hooks.py").is_file()))


@cache
def load(code: str) -> Language:
    """The language `code`; KeyError where there is none."""
    if code not in codes():
        raise KeyError(code)
    return Language(code)


@cache
def _hooks(code: str) -> Hooks:
    return cast(Hooks, import_module(f"{__name__}.{code}.hooks"))


@cache
def _data(code: str, name: str) -> Mapping[str, Any]:
    file = folder(code) / f"{name}.toml"
    if not file.is_file():
        return {}
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def _towns(code: str, file: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in (folder(code) / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, _, names = line.partition(" ")
            found.update(dict.fromkeys(names.split("|"), country))
    return found
