"""What a text has spoken of, with what its words show of gender and number, and which of several is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.model.claims import Ambiguity
from claimtrack.text.folding import fold, lighten

PERSON = "mf"
"""The gender of a person whose form does not show it: a pronoun of either gender may mean them, "it" may not."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Something spoken of: its words, and what its form shows of gender and number.

    `gender` holds a letter for each gender that fits ("m", "f", "n", "mf", none for ""); None fits all.
    """

    text: str
    gender: str | None
    number: str
    passage: int = 0
    doubtful: bool = False
    """Whether a name of several words does not show if it is a person's or a firm's, so that "it" may not mean it."""
    person: bool = False
    """Whether a person is called by name, who may be of either gender though the form shows none."""
    made: bool = False
    """Whether it is rather what somebody made or got than who acts, so that it only keeps others in doubt."""
    own: str | None = None
    """Whose "my" the words bear, where they are quoted: nobody else speaks of "my mother"."""
    tells: bool = False
    """Whether the text has but reported their words: the narrator may go on about them, others hardly do."""
    told: str | None = None
    """Who spoke of it, in words that the text reports."""

    def fits(self, gender: str | None, number: str | None) -> bool:
        """Whether a pronoun of that gender and number may mean it; a broken plural agrees as a feminine in Arabic."""
        if not (gender is None or self.gender is None or gender in self.gender):
            return False
        broken = (self.number, number, gender) == ("p", "s", "f") and load(lexicon.code_of(self.text)).hooks.VERB_FIRST
        return number in (None, self.number) or broken

    def is_known(self, owned: bool = True) -> bool:
        """Whether a person or thing is meant that the text takes for known: by name, article or, if `owned`, whose."""
        words, code = self.text.split(), lexicon.code_of(self.text)
        core, first = load(code).hooks.core, fold(words[0])
        quoted = any(not word[0].isalnum() for word in words)
        whose = nominals.is_owned(code, words[0], first)
        if whose or self.person:
            return self.person or owned
        plain = not quoted and lexicon.is_listed(code, first) and all(core(word) is None for word in words)
        return not plain or _is_called(code, words)

    def is_name(self) -> bool:
        """Whether only a name is given, without article, in a language where names have capitals."""
        return all(word[:1].isupper() for word in self.text.split()) and not self.doubtful

    def is_common(self) -> bool:
        """Whether nothing shows that a person is meant: no gender, and no name where names have capitals."""
        if self.gender is not None or load(lexicon.code_of(self.text)).hooks.VERB_FIRST:
            return False
        words = self.text.split()
        plain = all(word.islower() for word in words[1:])
        return plain and (len(words) > 1 or words[0].islower())


def _is_called(code: str, words: Sequence[str]) -> bool:
    """Whether what a body is stands before a word that only a name can be: شركة نور, and no شركة ناشئة."""
    names = load(code)
    if len(words) < 2 or lexicon.bare(code, fold(words[0])) not in names.folded("names", "organisations"):
        return False
    described = nominals.adjective(code, words[1]) is not None or words[1].endswith(
        tuple(names.entry("names", "adjective_endings"))
    )
    return (
        not described and not lexicon.is_listed(code, fold(words[1])) and not lexicon.has_attached(code, fold(words[1]))
    )


@dataclass(frozen=True, slots=True)
class Resolved:
    """The subject by name, the words to add (offset, words), and what stays open."""

    subject: str | None
    additions: tuple[tuple[int, str], ...]
    ambiguous: tuple[Ambiguity, ...]


def is_owned_alike(entity: Entity, shown: tuple[str | None, str | None], hooks: Hooks) -> bool:
    """Whether a possessive of the same gender and number is on the antecedent itself: "his lawyer said | he …"."""
    words = lighten(entity.text.lower()).split()
    spoken = entity.person and hooks.VERB_FIRST and len(words) > 1 and hooks.possessor(words[1], "NOUN") == shown
    return spoken or hooks.possessor(words[0], "NOUN") == shown


def may_be_anybody(name: str) -> bool:
    """Whether a name of two or three words may be a person's as well as a firm's, as far as it shows."""
    words = name.split()
    return len(words) in (2, 3) and all(word[:1].isupper() for word in words)


def one(found: Sequence[Entity]) -> Entity | None:
    """The antecedent, where only one fits, or the latest fits more surely than the one before it."""
    if not found or found[0].doubtful or found[0].made:
        return None
    if len(found) == 1 or (found[0].gender is not None and found[1].gender is None and not found[1].person):
        return found[0]
    return None
