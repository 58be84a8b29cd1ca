"""Who is meant: subjects resolved, and the claim's own words made to stand alone.

First person becomes the speaker (or the organisation that the speaker heads, for "we"); a dropped or pronominal
subject becomes the last one that fits; a relative clause gets its noun. Every word added stands in square brackets.
Where two antecedents fit equally, both are named in `ambiguous` and the words stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import claimtrack.claims.subjects as subjects
from claimtrack.claims.acting import cannot_act
from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.discourse import PERSON, Discourse, Entity, reporter
from claimtrack.claims.draft import Draft
from claimtrack.claims.first_person import first_named, first_persons
from claimtrack.claims.naming import is_particle, name_tokens, phrase_text, shows_gender, subject_of
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.subject_names import described, name_of, titled
from claimtrack.claims.verbs import is_others
from claimtrack.languages import Hooks, lexicon, load
from claimtrack.model.claims import NARRATOR, Ambiguity
from claimtrack.model.mentions import Name


@dataclass(frozen=True, slots=True)
class Resolved:
    """The subject by name, the words to add (offset, words), and what stays open."""

    subject: str | None
    additions: tuple[tuple[int, str], ...]
    ambiguous: tuple[Ambiguity, ...]


def resolve(draft: Draft, discourse: Discourse, hooks: Hooks) -> Resolved:
    """Find the subject of a claim and what its text needs to stand alone."""
    a = draft.passage.analysis
    first_person = list(first_persons(draft, discourse, hooks))
    teller = None if hooks.VERB_FIRST else reporter(draft, hooks)
    if teller is not None:  # a verb that bears its subject may as well have one that the tree does not know
        discourse.remember(teller)
    own_person = _own_person(draft, hooks)
    if own_person is not None:
        return Resolved(first_named(draft, discourse, own_person, draft.head), tuple(first_person), ())
    noun = _subject(draft, hooks)
    if noun is not None and _is_object(draft, discourse, hooks, noun):
        return _dropped(draft, discourse, hooks, first_person, bare=True)
    found = None if noun is None else _explicit(draft, discourse, hooks, noun, first_person)
    if found is None or (found.subject is None and not found.ambiguous):
        found = _ordered(draft, discourse, hooks, first_person) or found
    if found is not None:
        return found
    if a.pos[draft.head] not in VERBAL:
        return _presented(draft, discourse, hooks, first_person)
    return _dropped(draft, discourse, hooks, first_person)


def _entity(draft: Draft, name: str, noun: int, hooks: Hooks) -> Entity:
    """What was spoken of, with its gender and number: a broken plural agrees as a feminine, as Arabic has it."""
    a = draft.passage.analysis
    token = a.tokens[noun]
    gender, number = hooks.gender_number(token.norm, a.tags[noun])
    code = lexicon.code_of(token.text)
    if code == "en" and gender is None and number == "s":
        gender = _shown_by_name(draft, name, noun)
    elif code != "en":
        named = a.pos[noun] == "PROPN" and lexicon.english_noun(code, token.fold) is None
        gender = lexicon.gender(code, token.fold) or (None if number == "p" or named else gender)
        if lexicon.is_listed(code, token.fold):
            number = "s" if lexicon.noun_form(code, token.fold) == lexicon.english_noun(code, token.fold) else "p"
    return Entity(name, gender, number, draft.passage.index)


def _shown_by_name(draft: Draft, name: str, noun: int) -> str | None:
    """The gender that a name or an office shows: a person's, or that of a thing."""
    if "role" in draft.passage.classes[noun]:
        return PERSON
    named = (m.value for m in draft.passage.mentions if isinstance(m.value, Name) and m.value.name in name)
    what = next((value.what for value in named), "unknown")
    return {"person": PERSON, "organisation": "n"}.get(what)


def _acts_by_pronoun(draft: Draft, hooks: Hooks) -> bool:
    """Whether the pronoun on the complementizer in front is surely the subject; a masculine one may stand for none."""
    a, first = draft.passage.analysis, draft.tokens[0]
    return _pronoun_in_front(draft) is not None and hooks.gender_number(a.tokens[first].norm, a.tags[first]) != (
        "m",
        "s",
    )


def _own_person(draft: Draft, hooks: Hooks) -> str | None:
    """The first person that the predicate itself is in ("we reduced"); an object ending is not ("ask me")."""
    a = draft.passage.analysis
    norm, tag = a.tokens[draft.head].norm, a.tags[draft.head]
    found = hooks.person(norm, tag) if a.pos[draft.head] in VERBAL else None
    if found not in ("1s", "1p") or (found == "1s" and is_others(draft, lexicon.code_of(norm), draft.head)):
        return None
    if tag.endswith(":p"):
        return found if found == "1p" else None
    return found if hooks.person(norm[:-2], tag) == found else None


def _ordered(draft: Draft, discourse: Discourse, hooks: Hooks, added: list[tuple[int, str]]) -> Resolved | None:
    """The subject by the order of the words, where the tree knows none; None where that does not tell either."""
    tokens = subjects.by_order(draft, hooks) or ([] if hooks.VERB_FIRST else subjects.accused(draft))
    if not tokens:
        denier = None if hooks.VERB_FIRST else subjects.denier(draft)
        known = denier is not None and denier != NARRATOR
        return Resolved(denier, ((draft.start, f"[{denier}] "), *added), ()) if known else None
    a = draft.passage.analysis
    name = phrase_text(a, tokens)
    noun = next((i for i in tokens if a.pos[i] in ("NOUN", "PROPN")), tokens[-1])
    discourse.remember(_entity(draft, name, noun, hooks))
    return Resolved(name, tuple(added), ())


def _subject(draft: Draft, hooks: Hooks) -> int | None:
    """The subject of the claim's predicate; a time is none ("today"), a pronoun in front may be."""
    passage, first = draft.passage, draft.tokens[0]
    noun = _pronoun_before(draft) if hooks.VERB_FIRST else subjects.pronoun_before(draft, hooks)
    if noun is None:
        noun = subject_of(passage.analysis, draft.head)
    if noun is not None and not hooks.VERB_FIRST and noun not in draft.tokens and subjects.outside(draft, noun):
        noun = subjects.teller_before(draft, noun)
    noun = _before_comma(draft, noun) if noun is not None and hooks.VERB_FIRST else noun
    if noun is None or cannot_act(draft, noun):
        return None
    if not ("time" in passage.mention_types[noun] or "moment" in passage.classes[noun]):
        return noun
    return first if passage.analysis.pos[first] == "PRON" else None


def _before_comma(draft: Draft, noun: int) -> int:
    """The noun of a phrase before a comma, where what stands behind the comma only describes it ("X, born in Y, …")."""
    a, last = draft.passage.analysis, noun - 2
    definite = load(lexicon.code_of(a.tokens[noun].text)).hooks.core(a.tokens[noun].text) is not None
    if last < draft.tokens[0] or not is_comma(a, noun - 1) or not definite or a.pos[last] not in _NOMINAL:
        return noun
    first = last
    while first > draft.tokens[0] and a.pos[first - 1] in _NOMINAL:
        first -= 1
    return noun if a.pos[first] == "ADJ" else first


_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def _pronoun_before(draft: Draft) -> int | None:
    """The pronoun right before the verb group, of two subjects in the tree the true one ("we, the guests, …")."""
    a, k = draft.passage.analysis, draft.head - 1
    while k > draft.tokens[0] and a.pos[k] in ("AUX", "ADV", "PART"):
        k -= 1
    acts = k >= draft.tokens[0] and a.pos[k] == "PRON" and a.heads[k] == draft.head
    return k if acts and a.relations[k].startswith("nsubj") and not is_particle(a, draft.head, k) else None


def _is_object(draft: Draft, discourse: Discourse, hooks: Hooks, noun: int) -> bool:
    """Whether the noun right behind the verb is its object: a pronoun before the verb or the noun's owner acts."""
    a = draft.passage.analysis
    if noun != draft.head + 1 or not shows_gender(a, draft.head):
        return False
    code = lexicon.code_of(a.tokens[noun].text)
    if _pronoun_in_front(draft) is not None and draft.head == draft.tokens[0] + 1:
        return _acts_by_pronoun(draft, hooks) or lexicon.is_definite(code, a.tokens[noun].fold)
    head = a.tokens[draft.head]
    return lexicon.has_possessive(code, a.tokens[noun].fold) and bool(
        discourse.fitting(*hooks.gender_number(head.norm, a.tags[draft.head]), draft.passage.index)
    )


def _explicit(draft: Draft, discourse: Discourse, hooks: Hooks, noun: int, added: list[tuple[int, str]]) -> Resolved:
    a = draft.passage.analysis
    token = a.tokens[noun]
    person = hooks.person(token.norm, a.tags[noun]) if a.pos[noun] not in ("NOUN", "PROPN") else None
    if person in ("1s", "1p"):
        return Resolved(first_named(draft, discourse, person, noun), tuple(added), ())
    if person == "2":
        return Resolved(None, tuple(added), ())
    if person is not None:
        return _pronoun(draft, discourse, hooks, noun, added)
    name = subjects.joined(draft, noun, hooks) or name_of(draft, noun)
    if name is None:
        return Resolved(None, tuple(added), ())
    inside = noun in draft.tokens
    if a.pos[noun] in VERBAL:
        return Resolved(None, tuple(added), ())
    relative = (a.pos[noun] == "PRON" and a.relations[draft.head] in ("acl", "acl:relcl")) or (
        a.relations[draft.head] in ("acl", "acl:relcl") and len(name) < 2
    )
    if relative:
        return _relative(draft, added)
    if not inside and _is_new(draft, name):
        added = [(draft.start, f"[{name}] "), *added]
    elif a.pos[noun] in ("NOUN", "PROPN", "X") and a.kid(noun, "nummod") is None:
        types = draft.passage.mention_types
        for each in a.kids[draft.head]:
            if (
                a.relations[each] in ("obj", "iobj")
                and a.pos[each] == "PROPN"
                and "place" not in types[each]
                and (other := name_of(draft, each))
            ):
                discourse.remember(_entity(draft, other, each, hooks))
        apposed = None if hooks.VERB_FIRST else a.kid(noun, "appos")
        called = name_of(draft, apposed) if apposed is not None and a.pos[apposed] == "PROPN" else None
        if "negator" not in draft.passage.classes[name_tokens(a, noun)[0]]:  # "no patient" is nobody
            entity = _entity(draft, name, noun, hooks)
            discourse.remember(entity if called is None else replace(entity, text=called))
    return Resolved(name, tuple(added), ())


def _presented(draft: Draft, discourse: Discourse, hooks: Hooks, added: list[tuple[int, str]]) -> Resolved:
    """A claim without a verb is about whom its title names, and a later "he" may go back to them."""
    name = titled(draft, hooks)
    office = any("role" in draft.passage.classes[i] for i in draft.tokens)
    alone = [m.value.name for m in draft.mentions if isinstance(m.value, Name) and m.value.what != "organisation"]
    if name is not None and office and alone == [name] and not hooks.VERB_FIRST:
        discourse.remember(Entity(name, PERSON, "s", draft.passage.index))
    return Resolved(name, tuple(added), ())


def _relative(draft: Draft, added: list[tuple[int, str]]) -> Resolved:
    noun = described(draft)
    name = None if noun is None else name_of(draft, noun)
    if noun is None or name is None:
        return Resolved(None, tuple(added), ())
    if noun not in draft.tokens and _is_new(draft, name):
        added = [(draft.start, f"[{name}] "), *added]
    return Resolved(name, tuple(added), ())


def _pronoun(draft: Draft, discourse: Discourse, hooks: Hooks, noun: int, added: list[tuple[int, str]]) -> Resolved:
    a = draft.passage.analysis
    token = a.tokens[noun]
    shown = hooks.gender_number(token.norm, "PRON")
    about_clause = shown[0] == "n" and a.pos[draft.head] == "ADJ"
    if about_clause or any(a.relations[k] in ("expl", "csubj") for k in a.kids[draft.head]):
        return Resolved(None, tuple(added), ())  # "it is right that …" refers to nothing
    found = discourse.meant(draft, *shown, hooks)
    best = _one(found)
    if best is None:
        names = tuple(e.text for e in found[:2])
        open_ = (Ambiguity(start=token.start, end=token.end, text=token.text, candidates=names),) if names else ()
        return Resolved(None, tuple(added), open_)
    return Resolved(best.text, ((token.end, f" [{best.text}]"), *added), ())


def _dropped(
    draft: Draft, discourse: Discourse, hooks: Hooks, added: list[tuple[int, str]], bare: bool = False
) -> Resolved:
    """Whom a verb without a subject is about; of a `bare` one it is sure that the noun behind it is none."""
    a = draft.passage.analysis
    head = a.tokens[draft.head]
    if a.relations[draft.head] in ("acl", "acl:relcl") and a.heads[draft.head] >= 0:
        return _relative(draft, added)
    if any(a.relations[k] in ("aux:pass", "nsubj:pass", "expl") for k in a.kids[draft.head]) or not hooks.drops_subject(
        a.tags[draft.head]
    ):
        return Resolved(None, tuple(added), ())
    asked_of_us = draft.head + 1 < len(a.tokens) and hooks.person(
        a.tokens[draft.head + 1].norm, a.tags[draft.head + 1]
    ) in ("1s", "1p")
    if (
        draft.frame.attribution == "direct"
        and not asked_of_us
        and hooks.may_be_first_person(head.norm, a.tags[draft.head])
    ):
        name = first_named(draft, discourse, "1s", draft.head)
        return Resolved(name, ((head.end, f" [{name}]"), *added) if name else tuple(added), ())
    if _is_impersonal(draft):
        return Resolved(None, tuple(added), ())
    shown = hooks.gender_number(head.norm, a.tags[draft.head])
    told = _pronoun_in_front(draft) is not None
    found = discourse.meant(draft, *shown, hooks) if told else discourse.fitting(*shown, draft.passage.index)
    if draft.frame.attribution == "direct":  # speakers mean themselves or "you" as often: only their own sentence tells
        found = [e for e in found if e.passage == draft.passage.index]
    if not bare and not _acts_by_pronoun(draft, hooks) and (_may_have_its_own(draft) or _counts_behind(draft)):
        return Resolved(None, tuple(added), ())
    best = _one(found)
    if best is None:
        names = tuple(e.text for e in found[:2])
        open_ = (Ambiguity(start=head.start, end=head.end, text=head.text, candidates=names),) if names else ()
        return Resolved(None, tuple(added), open_)
    return Resolved(best.text, (_restored(draft, best.text), *added) if _is_new(draft, best.text) else tuple(added), ())


def _restored(draft: Draft, name: str) -> tuple[int, str]:
    """Where a subject is restored: at the front, or behind the pronoun that stands for it ("أنها [نور] باعت")."""
    pronoun = _pronoun_in_front(draft)
    return (draft.start, f"[{name}] ") if pronoun is None else (pronoun, f" [{name}]")


def _pronoun_in_front(draft: Draft) -> int | None:
    """Where the complementizer that a claim begins with ends, if it bears a pronoun of the third person."""
    first = draft.tokens[0]
    token, tag = draft.passage.analysis.tokens[first], draft.passage.analysis.tags[first]
    bears = "complementizer" in draft.passage.classes[first]
    return token.end if bears and load(lexicon.code_of(token.text)).hooks.person(token.norm, tag) == "3" else None


def _is_new(draft: Draft, name: str) -> bool:
    """Whether the claim's own words do not say the name already."""
    return not draft.passage.analysis.tokens or name not in " ".join(
        draft.passage.analysis.tokens[i].text for i in draft.tokens
    )


def _is_impersonal(draft: Draft) -> bool:
    """Whether the predicate has no subject to restore: "must", "it is possible", a support verb with its noun."""
    token = draft.passage.analysis.tokens[draft.head]
    code = lexicon.code_of(token.text)
    lemma = lexicon.english_predicate(code, token.fold, True)
    passive = lexicon.support(code, token.fold) == "passive"
    return passive or ((lemma is not None and lexicon.modal(lemma) in ("must", "should")) or lemma == "be possible")


def _counts_behind(draft: Draft) -> bool:
    """Whether a number or "hundreds of", "a quarter of" stands right behind the verb: they are who acts."""
    tokens, near = draft.passage.analysis.tokens, range(draft.head + 1, draft.head + 3)
    starts = {m.start for m in draft.passage.mentions if m.type == "quantity"}
    return any(i in draft.tokens and not starts.isdisjoint(range(tokens[i].start, tokens[i].end)) for i in near)


def _may_have_its_own(draft: Draft) -> bool:
    """Whether a bare noun stands near the verb that could be its subject, though the tree does not say so."""
    a = draft.passage.analysis
    if draft.tokens[0] < draft.head and a.pos[draft.head - 1] == "NOUN":
        return True  # a law | obliges: a clause that describes the noun before it
    at = next((i for i in draft.tokens if i > draft.head and a.pos[i] not in ("ADV", "PART", "DET", "PRON")), None)
    if at is None or a.pos[at] not in ("NOUN", "PROPN", "NUM", "ADJ") or a.relations[at] == "obj":
        return draft.tokens[0] < draft.head and any(
            a.pos[i] in ("NOUN", "PROPN") for i in draft.tokens if i < draft.head
        )
    code, word = lexicon.code_of(a.tokens[at].text), a.tokens[at].fold
    if lexicon.has_attached(code, word) or lexicon.is_pronoun_phrase(code, word) or lexicon.has_possessive(code, word):
        return False
    shown = lexicon.gender(code, word)
    verb = load(code).hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])
    return not (shown is not None and (shown != verb[0] or verb[1] == "p"))


def _one(found: list[Entity]) -> Entity | None:
    """The antecedent, where only one fits or the latest fits more surely than the one before it."""
    if not found:
        return None
    if len(found) == 1 or (found[0].gender is not None and found[1].gender is None):
        return found[0]
    return None


def written(text: str, start: int, end: int, additions: Iterable[tuple[int, str]]) -> str:
    """`text[start:end]` with the additions at their places, white space evened."""
    out, at = "", start
    for offset, words in sorted(additions):
        if start <= offset <= end:
            out += text[at:offset] + words
            at = offset
    return " ".join((out + text[at:end]).split())
