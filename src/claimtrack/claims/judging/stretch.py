"""A claim's own stretch of words, told by word order: what stands up to its main verb, and what no nested clause holds.

A nested clause begins at a relative word, a complementizer, a conjunction of time or reason or a condition, and ends
at a mark, at the next clause's verb, or with the claim. Trees are wrong too often to say which clause a "not" is in;
the order of the words says it more reliably.
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from claimtrack.claims.analysis import NOMINAL, VERBAL
from claimtrack.claims.cues import NOTHING, Cues
from claimtrack.claims.cues import cues as cues_of
from claimtrack.claims.draft import Draft
from claimtrack.claims.participle_asides import participle_aside
from claimtrack.claims.prospect import prospect
from claimtrack.text.tokens import Token

_LOOSE_OPENERS = frozenset({"time", "reason"})
_LEAST = 2
"""So many words at least stand behind a word of time whose clause has no verb."""
_SIGNS = frozenset({"would", "possible_auxiliary", "maybe", "unreal_not"})
"""Words that stand at the beginning of a verb group."""
COMMAS = frozenset({","})
_CLOSING = frozenset({*COMMAS, ";", "(", ")"})
_DASHES = frozenset({"—", "–", "--"})
OPENING = 4
"""So many words at the front of a claim stand over all of it."""
_ASKED = 4
"""So many words behind the verb an indirect question may begin."""
_ASKING = frozenset({"PRON", "ADV", "SCONJ"})
_GROUP = frozenset({"AUX", "PART", "ADV"})


@lru_cache(maxsize=16384)
def _exact(code: str, norm: str) -> frozenset[str]:
    """The lists that a word stands in as it is written, or without the conjunction on it."""
    own = cues_of(code)
    rest = norm[1:] if norm[:1] in own.language.hooks.CONJUNCTIONS else norm
    return own.words.get(norm, NOTHING) | own.words.get(rest, NOTHING)


@lru_cache(maxsize=16384)
def verb_lists(code: str, norm: str) -> frozenset[str]:
    """The lists of verbs that hold a form of a word, whatever it is tagged as."""
    own = cues_of(code)
    return NOTHING.union(*(own.verbs.get(key, NOTHING) for key in own.language.hooks.verb_keys(norm)))


def _closes(token: Token) -> bool:
    """Whether a mark ends a clause; a dash does, a hyphen does not."""
    return token.norm in _CLOSING or token.text in _DASHES


class Stretch:
    """The words of one claim by their place: `lead` up to the main verb, `main`, and `rest` of its own behind it."""

    __slots__ = (
        "_own",
        "a",
        "aside",
        "classes",
        "cues",
        "described",
        "draft",
        "exact",
        "hooks",
        "lead",
        "main",
        "opened",
        "phrases",
        "rest",
    )

    def __init__(self, draft: Draft, cues: Cues) -> None:
        self.draft, self.cues, self.hooks = draft, cues, cues.language.hooks
        self.a, self.classes, self.phrases = draft.passage.analysis, draft.passage.classes, draft.passage.phrases
        if draft.passage.exact is None:
            draft.passage.exact = [_exact(cues.language.code, token.norm) for token in self.a.tokens]
            draft.passage.listed = draft.passage.held.union(*draft.passage.exact)
        self.exact = draft.passage.exact
        self.opened: bool | None = None
        self._own: list[int] | None = None
        self.aside = participle_aside(self.a, draft.tokens) or prospect(draft.passage, draft.tokens)
        self.main = -1
        self.lead: list[int] = []
        self.rest: list[int] = []
        described = self._read(draft.tokens, -1)
        self.described = self.main < 0 and described is not None and not self._is_pronoun(draft.tokens[0])
        if self.described and described is not None:
            self.lead, self.rest = [], []  # a noun with its relative clause asserts what the clause says
            self._read(draft.tokens, described)
        if self.main < 0:
            self.main = next((i for i in self.lead if self.a.pos[i] in VERBAL), -1)

    def _is_pronoun(self, i: int) -> bool:
        """Whether the word stands for a noun: "those who", not "her brother, who"."""
        owned = i + 1 < len(self.a.pos) and self.a.pos[i + 1] in ("NOUN", "ADJ")
        return self.a.pos[i] == "PRON" and not owned

    def _read(self, tokens: list[int], spared: int) -> int | None:
        """Sort the words into those before and after the main verb, leaving nested clauses out.

        Gives the first word that opens a relative clause; the clause of the word `spared` is not left out.
        """
        nested, inner, verbs, group, opener = False, False, 0, -2, -1
        fenced, described, until = False, None, -1
        circumstances = dict(self.phrases.get("circumstance", ()))
        for i in tokens:
            if i < until or i in self.aside:
                continue
            if tokens[0] < i and circumstances.get(i, tokens[-1]) < tokens[-1]:
                nested, until = True, circumstances[i]
                continue
            if self.a.tokens[i].kind == "mark":
                done = verbs or self.inverts(opener) or (self._is_loose(opener) and i - opener > _LEAST)
                nested = nested and not (done and _closes(self.a.tokens[i])) and i != until
                continue
            inner = nested and (fenced or inner or "complementizer" in self.classes[i])
            if nested and (
                self.answers(i)
                or (self.main < 0 and verbs and not inner and self._starts_group(i, group, self.inverts(opener)))
            ):
                nested = False
            elif not nested and i != spared and self._opens(i, tokens):
                nested, verbs, group, opener, fenced = True, int(self.inverts(i)), -2, i, self._is_aside(i, tokens)
                described = i if described is None and self._is_relative(i) else described
            elif nested and self.is_finite(i):
                verbs, group, inner = verbs + (group < i - 1), i, False
            if not nested:
                self._take(i)
        return described

    def _is_aside(self, i: int, tokens: list[int]) -> bool:
        """Whether the clause that the word opens lies between two commas: "Ali, whose son said he was ill, left"."""
        behind = [t for t in tokens if t > i and _closes(self.a.tokens[t])]
        return self._is_relative(i) and i > 0 and _closes(self.a.tokens[i - 1]) and any(t < tokens[-1] for t in behind)

    def _take(self, i: int) -> None:
        """Put a word of the claim's own where it belongs: up to the main verb, or behind it."""
        if self.main >= 0 and not self._goes_on(i):
            self.rest.append(i)
            return
        self.lead.append(i)
        if self.is_finite(i) or (self.main >= 0 and self.a.pos[i] in VERBAL):
            self.main = i

    def _opens(self, i: int, tokens: list[int]) -> bool:
        """Whether a nested clause begins at the word; one at the very front only where a further clause follows."""
        classes = self.classes[i]
        if i == tokens[0] and self.inverts(i):
            return True
        if self._begins_by_verb(i):
            return i > tokens[0] or self.says(i, "whoever") or self._is_followed(tokens)
        relative = self._is_relative(i)
        bound = self.says(i, "if") or self._is_bound(i)
        opens = relative or "complementizer" in classes or bound or self._asks(i) or self._is_thought(i)
        if not opens and not (classes & _LOOSE_OPENERS and self.a.pos[i] in ("SCONJ", "ADV")):
            return False
        if "complementizer" in classes and self.main < 0 and not relative:
            return False
        two = bound and sum(self.is_finite(t) for t in tokens) > 1
        return i > tokens[0] or (not relative and (two or self._is_followed(tokens)))

    def _is_bound(self, i: int) -> bool:
        """Whether a phrase that begins there makes a condition of the verb behind it: "في حال | رفضوا"."""
        if "condition" not in self.phrases or not self.hooks.VERB_FIRST:
            return False
        ends = [last for first, last in self.phrases["condition"] if first == i and last < len(self.classes)]
        return any(self.a.pos[last] in VERBAL for last in ends)

    def inverts(self, i: int) -> bool:
        """Whether a condition without "if" begins at the word, a result behind it: "had she known, she would have"."""
        if i < 0 or "inverted" not in self.classes[i] or self.a.pos[i] not in VERBAL or self.hooks.VERB_FIRST:
            return False
        if i + 1 >= len(self.a.pos) or self.a.pos[i + 1] not in ("PRON", "PROPN", "NOUN", "DET"):
            return False
        opens = i == 0 or self.a.tokens[i - 1].kind == "mark" or "complementizer" in self.classes[i - 1]
        behind = range(i + 2, self.draft.tokens[-1] + 1)
        return opens and any(
            self.classes[k] & {"would", "possible_auxiliary"} and self.a.pos[k] == "AUX" for k in behind
        )

    def _is_thought(self, i: int) -> bool:
        """Whether a pronoun with its verb says what the main verb tells, without "that": "I know | you may not"."""
        behind = i + 1 < len(self.a.pos) and self.a.pos[i + 1] in VERBAL and self.is_finite(i + 1)
        told = self.main >= 0 and i == self.main + 1 and self.a.pos[self.main] == "VERB"
        return told and behind and self.a.pos[i] == "PRON" and not self.hooks.VERB_FIRST

    def _asks(self, i: int) -> bool:
        """Whether an indirect question begins at the word: "has not said what will replace it"."""
        if self.main < 0 or "question" not in self.classes[i] or self.says(i, "negator"):
            return False
        if self.hooks.VERB_FIRST and self.a.pos[i] in ("ADV", "SCONJ") and i - self.main <= _ASKED:
            return True  # the subject stands between
        return self.a.pos[i - 1] in VERBAL and self.a.pos[i] in _ASKING

    def _is_loose(self, i: int) -> bool:
        """Whether a word of time or reason stands there, whose clause may lack a verb: ", once the pride of it,"."""
        return bool(self.classes[i] & _LOOSE_OPENERS) and not self._is_relative(i)

    def _is_relative(self, i: int) -> bool:
        """Whether a clause about the noun before begins at the word."""
        classes = self.classes[i]
        if "relative" in classes or ("complementizer" in classes and self._describes(i)):
            return True
        return self.says(i, "whoever") and self._begins_by_verb(i)

    def _begins_by_verb(self, i: int) -> bool:
        """A word that opens a clause only right before its verb or negator: Arabic "if" and "who"."""
        if i + 1 >= len(self.classes):
            return False
        if self.says(i + 1, "negator"):
            return self.says(i, "whoever") or self.says(i, "if_verb")
        return self.says(i, "if_verb") and self.a.pos[i + 1] in VERBAL

    def _describes(self, i: int) -> bool:
        """Whether "that" stands for the noun before it."""
        return self.a.pos[i] == "PRON" and i > 0 and self.a.pos[i - 1] in NOMINAL

    def _is_followed(self, tokens: list[int]) -> bool:
        return any(_closes(self.a.tokens[t]) or self.answers(t) for t in tokens)

    def answers(self, i: int) -> bool:
        """Whether the word begins the clause that a condition leads to."""
        return "apodosis" in self.classes[i] or self.hooks.is_answer(self.a.tokens[i].norm, self.a.tags[i])

    def _starts_group(self, i: int, group: int, inverted: bool) -> bool:
        """Whether a second verb group begins inside a nested clause, so that the clause is over.

        A "not" begins none behind an inverted auxiliary, whose own it is: "had the dam | not broken".
        """
        if self.a.has_conjunction(i) or self.a.pos[i - 1] == "PART" or self._is_joined(i):
            return False
        if self.says(i, "negator"):
            return self.hooks.NEGATES_NEXT or (i - group > 1 and self.a.pos[i - 1] != "AUX" and not inverted)
        return i - group > 1 and (bool(self.classes[i] & _SIGNS) or self.is_finite(i))

    def _is_joined(self, i: int) -> bool:
        """Whether a conjunction stands before the word, or before its adverbs: "who left and now sells"."""
        while i > 1 and self.a.pos[i - 1] == "ADV":
            i -= 1
        return self.a.pos[i - 1] == "CCONJ"

    def is_finite(self, i: int) -> bool:
        """Whether the word is a verb that can head a clause alone."""
        return self.a.pos[i] in VERBAL and self.hooks.is_finite(self.a.tags[i])

    def _goes_on(self, i: int) -> bool:
        """Whether the word still belongs to the main verb group: "has never been", "did not pay"."""
        if i - self.main > 1 and not all(self.a.pos[k] in _GROUP for k in range(self.main + 1, i)):
            return False
        return self.a.pos[self.main] == "AUX" and (self.a.pos[i] in _GROUP or self.a.pos[i] in VERBAL)

    def is_definite(self, i: int) -> bool:
        """Whether the form of the word makes it definite."""
        return self.hooks.is_definite(self.a.tokens[i].norm, self.a.tags[i])

    def resumes(self, i: int) -> bool:
        """Whether a particle behind what looked like the main verb stands at the real one, or goes on with it.

        Behind an indefinite noun it would begin a clause about that noun; behind a definite one the first word was no
        verb, or a linking verb goes on.
        """
        return not self.a.has_conjunction(i) and ("copula" in self.classes[self.main] or self.is_definite(i - 1))

    def own(self) -> list[int]:
        """All words that no nested clause holds, in order."""
        if self._own is None:
            self._own = self.lead + self.rest
        return self._own

    def within(self, phrase: str) -> set[int]:
        """The tokens of all phrases of that class."""
        return {i for first, last in self.phrases.get(phrase, ()) for i in range(first, last)}

    def unproven(self) -> int | None:
        """The word in the claim that says that nothing shows what follows ("no evidence that"); None without one."""
        if "unproven" not in self.phrases:
            return None
        own, opened = self.draft.tokens, {first for first, _ in self.phrases["unproven"] if self.hooks.VERB_FIRST}
        denying = (i for i in self.within("unproven") if i in own and (self.says(i, "negator") or i in opened))
        return min(denying, default=None)

    def says(self, i: int, name: str) -> bool:
        """Whether the word itself, but for an attached conjunction, is in the list `name`: for particles."""
        return name in self.exact[i]

    def may_say(self, names: Set[str]) -> bool:
        """Whether any word of the sentence is of one of these classes or lists."""
        return not self.draft.passage.listed.isdisjoint(names)

    def holds(self, phrase: str) -> tuple[int, int] | None:
        """The first phrase of that class that begins in the claim's own words or leads straight into it."""
        if phrase not in self.phrases:
            return None
        opening = self.draft.tokens[:OPENING]
        described = next((n for n, i in enumerate(opening) if self._is_relative(i)), OPENING)
        mine, start = {*self.own(), *opening[:described]}.difference(self.aside), self.draft.tokens[0]
        for first, last in self.phrases[phrase]:
            if first in mine or (first < start and self._ends_before(last)):
                return first, last
        return None

    def leads_in(self, phrase: str) -> bool:
        """Whether a phrase of that class stands right before the claim."""
        if phrase not in self.phrases:
            return False
        start = self.draft.tokens[0]
        return any(first < start and self._ends_before(last) for first, last in self.phrases[phrase])

    def _ends_before(self, last: int) -> bool:
        """Whether a phrase that ends before token `last` leads up to the claim, but for a complementizer."""
        start = self.draft.tokens[0]
        return -1 <= start - last <= 2 and all("complementizer" in self.classes[t] for t in range(last, start))

    def governing(self) -> frozenset[str]:
        """All classes of the words of the sentence, as they are tagged and as forms of verbs."""
        p = self.draft.passage
        if p.governing is None:
            code = self.cues.language.code
            p.governing = p.held.union(*(verb_lists(code, token.norm) for token in self.a.tokens))
        return p.governing

    def before(self, most: int) -> list[int]:
        """The words in front of the claim, nearest first, up to a mark that parts sentences."""
        found = []
        for i in range(self.draft.tokens[0] - 1, max(-1, self.draft.tokens[0] - 1 - most), -1):
            if self.a.tokens[i].kind == "mark" and self.a.tokens[i].norm in (":", ";", ".", "!", "?"):
                break
            found.append(i)
        return found
