"""What a body made, bought or sent, as what "it" may mean next: "the council sent an e-mail; it was about parking"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimtrack.claims.analysis import Analysis
from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.gloss.passives import is_passive
from claimtrack.claims.naming import name_tokens, phrase_text
from claimtrack.claims.reference.entities import Entity
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import Hooks, lexicon, load


def things_told(draft: Draft, best: Entity, passages: Sequence[Passage], hooks: Hooks) -> tuple[list[Entity], bool]:
    """The thing on which somebody just acted and that "it" may mean; and whether it surely is, rather than a body."""
    if hooks.VERB_FIRST or not _is_body(best):
        return [], False
    sure, at = _tells_of_thing(draft), draft.passage.index
    p = next((p for p in passages if p.index == at - 1), None) if sure or _tells_of_either(draft) else None
    if p is None or best.passage == at:
        return [], False
    acted = _acted_on(p, best, _is_about(draft))
    return ([Entity(acted, "n", "s", p.index)], sure) if acted else ([], False)


def several_told(draft: Draft, best: Entity, passages: Sequence[Passage]) -> list[Entity]:
    """Several things on which somebody acted and that "they" may mean in what is said or done of them.

    "Engineers found cracks; | they were harmless": who acted is as likely as what was acted on, if not less.
    """
    a, head = draft.passage.analysis, draft.head
    described = a.pos[head] in ("ADJ", "NOUN") and a.kid(head, "cop") is not None
    p = next((p for p in passages if p.index == best.passage < draft.passage.index), None)
    if p is None or best.number != "p" or not (described or is_passive(a, head)):
        return []
    b, acting = p.analysis, set(best.text.split())
    for i in range(len(b.tokens)):
        if b.pos[i] != "NOUN" or not b.tags[i].endswith(":S") or not _acts_on(p, i, acting):
            continue
        word = b.tokens[i].fold.lower()
        if word not in _people() and p.mention_types[i].isdisjoint({"time", "quantity"}):
            return [Entity(phrase_text(b, [k for k in name_tokens(b, i) if k <= i]), None, "p", p.index)]
    return []


def _acts_on(p: Passage, i: int, acting: set[str]) -> bool:
    """Whether those of the words `acting` act on what stands at a token, by the tree or by their verb before it."""
    a = p.analysis
    if i > 1 and a.tags[i - 1].endswith("VERB:VBD") and a.tokens[i - 2].text in acting:
        return True
    subject = subject_of(a, a.heads[i]) if a.relations[i] == "obj" else None
    return subject is not None and a.tokens[subject].text in acting


def _tells_of_thing(draft: Draft) -> bool:
    """Whether a claim says what only a thing does or is: it cost, it was about something."""
    return _is_about(draft) or _lemma(draft) in _listed("of_things")


def _tells_of_either(draft: Draft) -> bool:
    """Whether a claim says what a body as well as a thing does or is."""
    a, head = draft.passage.analysis, draft.head
    return _lemma(draft) in _listed("of_either") or (a.pos[head] in ("NOUN", "ADJ") and a.kid(head, "cop") is not None)


def _lemma(draft: Draft) -> str | None:
    a, head = draft.passage.analysis, draft.head
    return lexicon.english_predicate("en", a.tokens[head].fold, True) if a.pos[head] == "VERB" else None


def _is_about(draft: Draft) -> bool:
    """Whether the predicate is a noun behind "about": "it was about parking"."""
    a, head = draft.passage.analysis, draft.head
    led = any(a.relations[k] == "case" and a.tokens[k].norm == "about" for k in a.kids[head])
    return led and a.kid(head, "cop") is not None and draft.passage.mention_types[head].isdisjoint({"quantity", "time"})


def _is_body(best: Entity) -> bool:
    """Whether an antecedent is a body that acts, by the last word of its name."""
    word = best.text.split()[-1].lower()
    return word in _bodies() or (best.gender == "n" and best.text.split()[-1][:1].isupper())


def _acted_on(p: Passage, best: Entity, about: bool) -> str | None:
    """The one thing that a sentence tells something was done to; of several none."""
    a = p.analysis
    things = [i for i in range(len(a.tokens)) if _is_thing(p, i)]
    if len(things) != 1:
        return None
    words = _words(a, things[0])
    last, text = a.tokens[words[-1]].fold.lower(), phrase_text(a, words)
    closed = a.pos[words[0]] == "DET" and last not in _bodies() and text.lower() not in best.text.lower()
    return text if closed and (not about or last in _listed("written")) else None


def _is_thing(p: Passage, i: int) -> bool:
    """Whether a verb acts on one thing at a token, which is nobody."""
    a = p.analysis
    if a.relations[i] != "obj" or a.pos[i] != "NOUN" or a.tags[i].endswith(":S"):
        return False
    word = a.tokens[i].fold.lower()
    people = word in _people() or "role" in p.classes[i]
    return (
        not people and word not in _listed("measure") and p.mention_types[i].isdisjoint({"time", "quantity", "place"})
    )


def _words(a: Analysis, i: int) -> list[int]:
    """The words of a noun phrase up to its noun, and what is joined to that by a hyphen."""
    last = i
    while last + 1 < len(a.tokens) and a.relations[last + 1] == "flat" and not a.tokens[last + 1].spaced:
        last += 1
    return [*(k for k in name_tokens(a, i) if k <= i), *range(i + 1, last + 1)]


@cache
def _listed(name: str) -> frozenset[str]:
    return load("en").folded("descriptions", name)


@cache
def _people() -> frozenset[str]:
    return _listed("people") | _listed("person")


@cache
def _bodies() -> frozenset[str]:
    """Nouns of what acts as a body: a firm, an institution, a house by its name."""
    names = frozenset(word.lower() for word in load("en").folded("names", "organisations"))
    return _listed("organisation") | _listed("institution") | _listed("town") | _listed("country") | names
