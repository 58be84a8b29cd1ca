"""The roll of those whom a text has named: what a later "he", "the minister" or "the company" goes back to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from claimtrack.languages import Hooks, lexicon
from claimtrack.text.folding import fold, lighten


@dataclass(slots=True)
class Roll:
    """Who was named, latest last, and who spoke or acted first and last."""

    hooks: Hooks
    own_documents: frozenset[str] = frozenset()
    """Words like "his statement", folded: who is behind them is the one who speaks in the text."""
    named: list[str] = field(default_factory=list)
    last: str | None = None
    first: str | None = None
    told: Counter[str] = field(default_factory=Counter)
    """How often each one was said to speak."""

    def enter(self, name: str) -> None:
        """Put a name on the roll, as the one that a pronoun goes back to."""
        if name in self.named:
            self.named.remove(name)
        self.named.append(name)
        self.last = name
        self.first = self.first or name

    @property
    def principal(self) -> str | None:
        """Who spoke most often, the last of equals."""
        return max(reversed(self.told), key=lambda name: self.told[name], default=self.last)

    def person(self, name: str) -> str | None:
        """The person of a pronoun, None for any other word."""
        return self.hooks.person(lighten(name), "PRON")

    def full(self, name: str, definite: bool = False) -> str:
        """The fuller name that a definite description or a label goes back to; the name itself where there is none."""
        core = self.hooks.core(name)
        surname = next((each for each in reversed(self.named) if " " in each and each.split()[-1] == name), None)
        if surname is not None:
            return surname
        if core is None and not definite:
            return name
        words = set(core or fold(name).split())
        if len(words) > 2 or (core is None and len(words) > 1):
            return name
        for each in reversed(self.named):
            theirs = {
                part
                for word in fold(each).lower().split()
                for part in (word, *(self.hooks.core(word + " x") or ())[:1])
            }
            theirs |= {word for part in fold(each).split() for word in (self.hooks.core(part) or ())}
            if words <= theirs and len(each) > len(name):
                return each
        return name

    def speaker(self, name: str | None, cue: str | None = None) -> str | None:
        """The speaker by name: a pronoun or no word goes back to who spoke last, a description to whom it describes.

        `cue` is the verb; where its form shows a gender, who spoke last is the last one named whom it fits.
        """
        if name is None:
            return self._fitting(cue)
        person = self.person(name)
        if person == "3":
            return self.last or name
        if fold(name.split()[0]) in self.own_documents:
            return self.principal or name
        return name if person is not None else self.full(name)

    def _fitting(self, cue: str | None) -> str | None:
        """The last one named whose gender the verb shows, the last one where none fits."""
        if cue is None or self.last is None or not self.hooks.VERB_FIRST:
            return self.last
        verb = lighten(cue)
        wanted = self.hooks.gender_number(verb[1:] if verb.startswith(self.hooks.CONJUNCTIONS) else verb, "VERB")[0]
        for each in reversed(self.named[-3:]):
            head = fold(each.split()[0])
            if lexicon.gender(lexicon.code_of(head), head) in (None, wanted):
                return each
        return self.last
