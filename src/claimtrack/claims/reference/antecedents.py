"""What a claim leaves for later pronouns to mean: its subject and whom it acts on, with the gender that they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.gloss.passives import is_passive
from claimtrack.claims.naming import is_accusative, name_tokens, phrase_text
from claimtrack.claims.reference.acting import may_agree
from claimtrack.claims.reference.doers import kind_of
from claimtrack.claims.reference.entities import PERSON, Entity, may_be_anybody
from claimtrack.claims.reference.people import is_people, shown_gender
from claimtrack.claims.reference.subject_names import name_of
from claimtrack.claims.tree_subjects import shows_gender, subject_of
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.model.mentions import Name
from claimtrack.text.folding import fold


def entity_of(draft: Draft, name: str, noun: int, hooks: Hooks) -> Entity:
    """What was spoken of, with its gender and number: a broken plural agrees as a feminine, as Arabic has it."""
    a = draft.passage.analysis
    token = a.tokens[noun]
    gender, number = hooks.gender_number(token.norm, a.tags[noun])
    code = lexicon.code_of(token.text)
    if code == "en" and gender is None and number == "s":
        gender = _shown_by_name(draft, name, noun) or _shown_by_possessive(draft, noun, hooks)
        if gender in (None, PERSON):
            gender = shown_gender(name, token.text) or gender
        if gender is None and _is_called_thing(draft, noun):
            gender = "n"
        unsure = gender is None and a.pos[noun] == "PROPN" and may_be_anybody(name)
        return Entity(name, gender, number, draft.passage.index, unsure)
    if code != "en":
        proper = a.pos[noun] == "PROPN" and lexicon.english_noun(code, token.fold) is None
        gender = nominals.gender(code, token.norm, token.fold) or (None if proper else gender)
        if lexicon.is_listed(code, token.fold):
            number = "s" if lexicon.noun_form(code, token.fold) == lexicon.english_noun(code, token.fold) else "p"
        number = "p" if nominals.is_dual(code, token.fold) else number
        if noun == draft.head + 1 and shows_gender(a, draft.head) and a.tags[draft.head].endswith(":p"):
            gender = hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])[0]  # as its verb has it
    return Entity(name, gender, number, draft.passage.index, person=code != "en" and _is_called(draft, name))


def _is_called(draft: Draft, name: str) -> bool:
    """Whether the words hold a person's name."""
    called = (m.value for m in draft.passage.mentions if isinstance(m.value, Name) and m.value.what == "person")
    return any(value.name in name for value in called)


def _shown_by_name(draft: Draft, name: str, noun: int) -> str | None:
    """The gender that a name or an office shows: a person's, or that of a thing."""
    a, token = draft.passage.analysis, draft.passage.analysis.tokens[noun]
    if "role" in draft.passage.classes[noun] or any(
        token.fold.lower() in load("en").folded("descriptions", each) for each in ("people", "person")
    ):
        return PERSON
    act = lexicon.english_predicate("en", token.fold, False) if a.pos[noun] == "NOUN" else None
    capitals = any(word[:1].isupper() for word in name.split()[1:])
    counted = a.pos[noun] in ("NUM", "VERB") or "place" in draft.passage.mention_types[noun]
    if not capitals and (counted or (act is not None and act != token.fold)):
        return "n"  # a meeting, sitting, Turkey: no person
    if a.pos[noun] == "NOUN" and token.fold.lower() in _things():
        return "n"
    called = (m.value for m in draft.passage.mentions if isinstance(m.value, Name) and m.value.name in name)
    what = next((value.what for value in called), "unknown")
    return {"person": PERSON, "organisation": "n"}.get(what)


def _is_called_thing(draft: Draft, noun: int) -> bool:
    """Whether the claim itself says that a name is a body's or a place's: "Nova is a payments company"."""
    a, head = draft.passage.analysis, draft.head
    told = a.pos[head] == "NOUN" and a.heads[noun] == head and a.kid(head, "cop") is not None
    return told and a.tokens[head].fold.lower() in _things()


def _shown_by_possessive(draft: Draft, noun: int, hooks: Hooks) -> str | None:
    """The gender of a subject that a possessive behind it shows: "Norvik cut its forecast", "she sold her shares"."""
    a = draft.passage.analysis
    behind = [i for i in draft.tokens if i > max(noun, draft.head) and a.pos[i + 1 : i + 2] in (["NOUN"], ["ADJ"])]
    pronouns = (hooks.possessor(a.tokens[i].norm, a.tags[i]) for i in behind)
    shown = {pronoun[0] for pronoun in pronouns if pronoun is not None and pronoun[1] == "s"}
    return shown.pop() if len(shown) == 1 and a.heads[noun] == draft.head else None


@cache
def _things() -> frozenset[str]:
    """Nouns of bodies and places, which nobody calls "he" or "she"."""
    language = load("en")
    lists = ("organisation", "institution", "product", "country", "town")
    named = frozenset(word.lower() for word in language.folded("names", "organisations"))
    return named.union(*(language.folded("descriptions", each) for each in lists))


def measured(draft: Draft, noun: int, hooks: Hooks) -> Entity | None:
    """What a subject is the measure of, of which the next claim may tell: "the length of | the river is …; it ends"."""
    a, code = draft.passage.analysis, lexicon.code_of(draft.passage.analysis.tokens[noun].text)
    words = name_tokens(a, noun) if hooks.VERB_FIRST and is_measure(code, a.tokens[noun].text) else []
    thing = words[1:2]
    if not thing or hooks.core(a.tokens[thing[0]].text) is None:
        return None
    entity = entity_of(draft, phrase_text(a, words[1:]), thing[0], hooks)
    return entity if entity.number == "s" else None  # of several things, "they" is not said


def is_measure(code: str, word: str) -> bool:
    """Whether a noun says how much there is of something: its length, its number."""
    return lexicon.bare(code, fold(word)).lower() in load(code).folded("descriptions", "measure")


def called_beside(draft: Draft, noun: int) -> str | None:
    """The name that stands beside a subject: in apposition, or right behind its office ("the lawyer | Paula Grant")."""
    a = draft.passage.analysis
    apposed = a.kid(noun, "appos")
    if apposed is not None and a.pos[apposed] == "PROPN":
        return name_of(draft, apposed)
    behind = a.tokens[noun + 1].start if noun + 1 in draft.tokens else -1
    office = "role" in draft.passage.classes[noun] or is_people(draft, noun)
    named = (m.value for m in draft.mentions if m.start == behind and office)
    return next((value.name for value in named if isinstance(value, Name) and value.what != "organisation"), None)


def acted_on(draft: Draft, noun: int, hooks: Hooks) -> Iterator[Entity]:
    """Whom the verb acts on and a later pronoun may mean as well: names, bodies, people ("freed the hostages")."""
    a, types = draft.passage.analysis, draft.passage.mention_types
    if hooks.VERB_FIRST:
        behind = name_tokens(a, noun)[-1] + 1
        code = lexicon.code_of(a.tokens[noun].text)
        plain = behind in draft.tokens and a.pos[behind] == "NOUN" and not is_accusative(a, behind)
        if plain and noun == draft.head + 1 and not lexicon.has_attached(code, a.tokens[behind].fold):
            words = name_tokens(a, behind)
            words = words[: next((n for n, i in enumerate(words) if a.pos[i] == "ADP"), len(words))]
            known = any(a.pos[i] == "PROPN" or hooks.core(a.tokens[i].text) for i in words)
            if is_people(draft, behind) and known:  # not "elected X | president"
                yield entity_of(draft, phrase_text(a, words), behind, hooks)
        return
    for each in a.kids[draft.head]:
        rivals = a.relations[each] in ("obj", "iobj") and "place" not in types[each]
        body = rivals and _is_body(draft, each, hooks)
        counted = rivals and a.kid(each, "nummod") is not None and a.tags[each].endswith("NOUN:S")
        meant = rivals and (a.pos[each] == "PROPN" or body or counted or is_people(draft, each))
        if meant and (other := called_beside(draft, each) or name_of(draft, each)):
            entity = entity_of(draft, other, each, hooks)
            yield replace(entity, gender="n") if body else entity


def acts_unseen(draft: Draft, hooks: Hooks) -> Iterator[Entity]:
    """Who stands right behind a verb that agrees, somebody or a body, though the tree knows no subject."""
    a, at = draft.passage.analysis, draft.head + 1
    if (
        not hooks.VERB_FIRST
        or at not in draft.tokens
        or a.pos[at] not in ("NOUN", "PROPN")
        or not shows_gender(a, draft.head)
    ):
        return
    token, code = a.tokens[at], lexicon.code_of(a.tokens[at].text)
    if is_accusative(a, at) or nominals.has_preposition(code, token.norm) or not may_agree(draft, at):
        return
    if draft.passage.mention_types[at] & {"time", "quantity"}:
        return
    if _may_be_surname(draft, at):
        yield Entity(
            token.text, hooks.gender_number(a.tokens[draft.head].norm, "VERB:p")[0], "s", draft.passage.index, made=True
        )
        return
    name = name_of(draft, at)
    kind = None if name is None else kind_of(code, name)
    if name is None or kind not in ("person", "body"):
        return
    entity = entity_of(draft, name, at, hooks)
    yield replace(entity, gender="m") if kind == "person" and entity.number == "p" else entity


def _may_be_surname(draft: Draft, at: int) -> bool:
    """Whether a word that no list has stands before one with the article, which a name does before an object.

    It is not sure, so that it only keeps others in doubt: "Keller left | the company; | runs a charity".
    """
    a, behind = draft.passage.analysis, at + 1
    token = a.tokens[at]
    code = lexicon.code_of(token.text)
    core = load(code).hooks.core
    if behind not in draft.tokens or core(token.text) is not None or core(a.tokens[behind].text) is None:
        return False
    known = nominals.nominal(code, token.norm)
    listed = known.key or lexicon.is_listed(code, token.fold) or nominals.adjective(code, token.norm) is not None
    return not listed and token.fold not in lexicon.masdars(code)


def beside_teller(draft: Draft, best: Entity, shown: str | None, hooks: Hooks) -> list[Entity]:
    """What a sentence names before a report without a verb, and "it" may mean as well as who reports.

    "The agency studied coffee and said that | it was harmless": what is only described need not be who describes.
    """
    a, p = draft.passage.analysis, draft.passage
    if a.pos[draft.head] == "VERB" or not (draft.frame.speaker or "").startswith(best.text):
        return []
    for i in range(draft.tokens[0] - 1, 0, -1):
        token, code = a.tokens[i], lexicon.code_of(a.tokens[i].text)
        plain = a.pos[i] == "NOUN" and hooks.core(token.text) is not None and token.text not in best.text.split()
        plain = plain and not p.mention_types[i] & {"place", "time", "quantity"} and not is_people(draft, i)
        several = shown == "f" and lexicon.bare(code, token.fold) in lexicon.plural_forms(code)
        if plain and (several or nominals.gender(code, token.norm, token.fold) == shown):
            return [Entity(token.text, shown, "s", p.index)]
    return []


def rivals(draft: Draft, best: Entity, passages: Sequence[Passage], hooks: Hooks) -> list[Entity]:
    """The thing on which an antecedent acted, where a passive tells what was done to "it": either may be meant.

    "Halden closed the bridge, though | it had been checked".
    """
    a = draft.passage.analysis
    if not is_passive(a, draft.head) or best.passage < draft.passage.index - 1:
        return []
    for p in reversed([p for p in passages if draft.passage.index - 1 <= p.index <= draft.passage.index]):
        b = p.analysis
        for i in range(len(b.tokens) - 1, 0, -1):
            before = p.index < draft.passage.index or b.tokens[i].end <= draft.start
            thing = b.relations[i] == "obj" and b.pos[i] == "NOUN" and not b.tags[i].endswith(":S")
            if not (before and thing and b.kid(i, "det") is not None) or p.mention_types[i] & {"time", "quantity"}:
                continue
            subject = subject_of(b, b.heads[i])
            acts = subject is not None and b.tokens[subject].text in best.text.split()
            words = [k for k in name_tokens(b, i) if k <= i]
            acts = acts and hooks.core(phrase_text(b, words)) is not None
            if acts and p.index == best.passage and b.tokens[i].text not in best.text:
                return [Entity(phrase_text(b, words), "n", "s", p.index)]
    return []


def _is_body(draft: Draft, noun: int, hooks: Hooks) -> bool:
    """Whether a noun in the singular is an organisation that may act itself ("the ministry sued the company")."""
    token, code = draft.passage.analysis.tokens[noun], lexicon.code_of(draft.passage.analysis.tokens[noun].text)
    bodies = load(code).folded("names", "organisations") | load(code).folded("descriptions", "organisation")
    words = {token.fold, token.fold.capitalize()} if not hooks.VERB_FIRST else set()
    return not words.isdisjoint(bodies)
