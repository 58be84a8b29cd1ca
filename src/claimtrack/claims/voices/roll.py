"""The roll of those whom a text has named: what a later "he", "the minister" or "the company" goes back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.draft import Passage
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.text.folding import fold, lighten

_GIVEN = 4
"""Letters of the shortest word that is taken for a given name rather than for a form of address."""
_BACK = 4
"""So many of those who were named last a pronoun may go back to."""


@dataclass(slots=True)
class Roll:
    """Who was named, latest last, and who spoke or acted first and last."""

    hooks: Hooks
    own_documents: frozenset[str] = frozenset()
    """Words like "his statement", folded: who is behind them is the one who speaks in the text."""
    bodies: frozenset[str] = frozenset()
    """Words for organisations, folded."""
    listed: Collection[str] = ()
    """Verbs in the form that "he" takes, light, among them perfects that look like "she" in the imperfect (تابع)."""
    same: frozenset[str] = frozenset()
    """Phrases for whoever spoke last ("the same source"), folded."""
    persons: dict[str, bool] = field(default_factory=dict)
    """Whether a name is surely a person's, or surely an organisation's."""
    turns: set[str] = field(default_factory=set)
    """Those who speak to each other in turns, so that "she" in the words of one is hardly the other."""
    many: set[str] = field(default_factory=set)
    """The names whose head noun is a plural."""
    named: list[str] = field(default_factory=list)
    bearers: dict[str, dict[str, None]] = field(default_factory=dict)
    """Those of several words by their last word, the latest last."""
    last: str | None = None
    first: str | None = None
    titles: dict[str, str] = field(default_factory=dict)
    """The latest name that a noun was said of, by the noun: "the bank's governor, X", "X, an insurer"."""
    told: Counter[str] = field(default_factory=Counter)
    """How often each one was said to speak."""
    words: dict[str, set[str]] = field(default_factory=dict)
    """The words of the names that were asked for, kept because every short name asks again."""

    def enter(self, name: str) -> None:
        """Put a name on the roll, as the one that a pronoun goes back to."""
        if name in self.named:
            self.named.remove(name)
        self.named.append(name)
        if " " in name:
            bearers = self.bearers.setdefault(name.split()[-1], {})
            bearers.pop(name, None)
            bearers[name] = None
        self.last = name
        self.first = self.first or name

    @property
    def principal(self) -> str | None:
        """Who spoke most often, the last of equals."""
        return max(reversed(self.told), key=lambda name: self.told[name], default=self.last)

    def other(self, own: str | None) -> str | None:
        """Who took a turn before the one who says "you"."""
        return next((each for each in reversed(self.named) if each in self.turns and each != own), None)

    def person(self, name: str) -> str | None:
        """The person of a pronoun, None for any other word."""
        return self.hooks.person(lighten(name), "PRON")

    def full(self, name: str, definite: bool = False) -> str:
        """The fuller name that a definite description or a label goes back to; the name itself where there is none."""
        if self.last is not None and fold(name) in self.same:
            return self.last
        core = self.hooks.core(name)
        bearers = list(self.bearers.get(name, ()))
        if len({each.split()[0] for each in bearers if not self._is_address(each)}) > 1:
            return name  # "Marsh", where both Helen and Peter Marsh were named
        if bearers:
            return bearers[-1]
        if core is None and not definite:
            return name
        described = core or fold(name).split()
        words = set(described)
        titled = self.titles.get(" ".join(described))
        if titled is not None:
            return titled
        if len(words) > 2 or (core is None and len(words) > 1):
            return name
        for each in reversed(self.named):
            if len(each) > len(name) and words <= self._words(each):
                return each
        return name

    def gender(self, name: str) -> str | None:
        """The gender that the given name or the form of address shows."""
        words = [fold(word).rstrip(".") for word in name.split()]
        known = _genders(lexicon.code_of(name))
        return next((known[word] for word in words[:-1] or words if word in known), None)

    def _is_address(self, name: str) -> bool:
        """Whether a name begins with a form of address, which is no given name: "Ms Marsh"."""
        return len(name.split()[0].rstrip(".")) < _GIVEN

    def _words(self, name: str) -> set[str]:
        """The words of a name on the roll, with and without their articles."""
        found = self.words.get(name)
        if found is None:
            core, folded = self.hooks.core, fold(name)
            found = {part for word in folded.lower().split() for part in (word, *(core(word + " x") or ())[:1])}
            found |= {word for part in folded.split() for word in (core(part) or ())}
            self.words[name] = found
        return found

    def speaker(self, name: str | None, cue: str | None = None, own: str | None = None) -> str | None:
        """The speaker by name: a pronoun or no word goes back to who spoke last, a description to whom it describes.

        `cue` is the verb; where its form shows a gender, who spoke last is the last one named whom it fits. `own` is
        who speaks the sentence in his own words, so that "she" in it is somebody else.
        """
        if name is None:
            return self._fitting(cue, own)
        person = self.person(name)
        if person == "3":
            return self._meant(name, own) or name
        if fold(name.split()[0]) in self.own_documents:
            return self.principal or name
        return name if person is not None else self.full(name)

    def sort(self, name: str, p: Passage) -> None:
        """Note whether a name in a sentence is a person's or an organisation's, where its head noun shows it."""
        a, words = p.analysis, name.split()
        own = [i for i, token in enumerate(a.tokens) if token.is_word and token.text in words]
        head = next((i for i, k in pairwise(own) if k > i + 1 or a.pos[k] == "ADP"), own[-1] if own else None)
        if head is None:
            return
        if a.tags[head].endswith(":S") and not _is_surname(a, own, head):
            self.many.add(name)
        if a.tokens[head].fold in self.bodies:
            self.persons[name] = False
        elif any("role" in p.classes[i] for i in (*own, own[0] - 1) if 0 <= i <= head):
            self.persons[name] = True

    def _meant(self, pronoun: str, own: str | None = None) -> str | None:
        """Whom a pronoun goes back to: the last one named, but for those whose form shows that it does not fit."""
        gender, number = self.hooks.gender_number(lighten(pronoun), "PRON")
        if self.hooks.VERB_FIRST or (gender is None and own is None):
            several = number == "p" and not self.hooks.VERB_FIRST
            return self._of_several() if several and self.last is not None else self.last
        for each in reversed(self.named[-_BACK:]):
            if each == own or (own is not None and each in self.turns) or self._differs(each, gender):
                continue
            many = each in self.many or self.hooks.AND in each.split()
            if gender is None and (many or self.persons.get(each) is False):
                return each
            one = gender is not None and not (number == "s" and many)
            if one and self.persons.get(each) is not (gender == "n"):
                return each
        return self.last if own is None and self.last and not self._differs(self.last, gender) else None

    def _of_several(self) -> str | None:
        """The last one named to whom "they" may go back: one person by name is passed over, and so is nobody else."""
        back = (each for each in reversed(self.named[-_BACK:]) if each in self.many or not self._is_person(each))
        return next(back, None)

    def _is_person(self, name: str) -> bool:
        """Whether a name is a single person's, as a title, a given name or a form of address shows."""
        return name not in self.many and (self.persons.get(name) is True or self.gender(name) in ("f", "m"))

    def _differs(self, name: str, gender: str | None) -> bool:
        """Whether a name is of a person of the other gender than a pronoun shows."""
        return gender in ("f", "m") and self.gender(name) not in (None, gender)

    def _is_several(self, name: str) -> bool:
        """Whether the first noun of a name is a plural, or may be one, so that "they" may go back to it."""
        first = fold(name.split()[0])
        known = lexicon.is_listed(lexicon.code_of(first), first)
        article = self.hooks.core(name) is not None and not lighten(name.split()[0]).endswith(self.hooks.FEMININE)
        known = not is_one(name) if known else article
        return known or name in self.many or self.hooks.gender_number(lighten(name.split()[0]), "NOUN")[1] == "p"

    def _fitting(self, cue: str | None, own: str | None = None) -> str | None:
        """The last one named whose gender the verb shows, the last one where none fits."""
        if cue is None or not self.hooks.VERB_FIRST:
            return self.last
        verb = lighten(cue)
        verb = verb[1:] if verb.startswith(self.hooks.CONJUNCTIONS) else verb
        wanted, number = self.hooks.gender_number(verb, "VERB:p" if verb in self.listed else "VERB")
        if number == "p" and self.hooks.person(verb, "VERB") is None:
            several = (each for each in reversed(self.named[-3:]) if each != own and self._is_several(each))
            return next(several, self.hooks.THEY)
        if self.last is None:
            return None
        for each in reversed(self.named[-3:]):
            first = each.split()[0]
            if each != own and nominals.gender(lexicon.code_of(first), lighten(first), fold(first)) in (None, wanted):
                return each
        return self.last


@cache
def _genders(code: str) -> Mapping[str, str]:
    """The gender of each given name and form of address that a language lists."""
    names = load(code).data("names")
    return {fold(name): gender for kind, gender in (("women", "f"), ("men", "m")) for name in names.get(kind, ())}


def is_one(name: str) -> bool:
    """Whether a name begins with a noun in the singular, so that no "they" goes back to it."""
    first = fold(name.split()[0])
    code = lexicon.code_of(first)
    return lexicon.is_listed(code, first) and lexicon.noun_form(code, first) == lexicon.english_noun(code, first)


def _is_surname(a: Analysis, own: list[int], head: int) -> bool:
    """Whether what looks like a plural ends a full name: "Peter Jones", and not "the Rolling Stones" nor "police"."""
    full = len(own) > 1 and head == own[-1] and all(a.pos[i] == "PROPN" for i in own[-2:])
    return full and (own[0] == 0 or a.pos[own[0] - 1] != "DET") and a.pos[own[0]] != "DET"
