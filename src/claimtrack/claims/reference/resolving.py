"""Who is meant: subjects resolved, and the claim's own words made to stand alone.

First person becomes the speaker (or the organisation that the speaker heads, for "we"); a dropped or pronominal
subject becomes the last one that fits; a relative clause gets its noun. Every word added stands in square brackets.
Where two antecedents fit equally, both are named in `ambiguous` and the words stay as they are.
"""

from __future__ import annotations

from dataclasses import replace

import claimtrack.claims.reference.subjects as subjects
from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.verbs import is_others
from claimtrack.claims.naming import is_accusative, name_tokens, phrase_text
from claimtrack.claims.reference.acting import cannot_act
from claimtrack.claims.reference.antecedents import (
    acted_on,
    acts_unseen,
    called_beside,
    entity_of,
    is_measure,
    measured,
)
from claimtrack.claims.reference.behind_verb import acting, acts_behind_object, is_acted_on, people_behind
from claimtrack.claims.reference.comparing import compared
from claimtrack.claims.reference.counted import is_counted_object
from claimtrack.claims.reference.discourse import Discourse
from claimtrack.claims.reference.doers import are_two, can_do, doer, is_of_two
from claimtrack.claims.reference.entities import PERSON, Entity, Resolved, one
from claimtrack.claims.reference.first_person import first_named, first_persons
from claimtrack.claims.reference.going_on import is_apart, is_visited, tells_measure
from claimtrack.claims.reference.having import having
from claimtrack.claims.reference.hearing import hear
from claimtrack.claims.reference.in_passing import in_passing, is_merely_described
from claimtrack.claims.reference.left_out import (
    acts_by_pronoun,
    acts_owned,
    counts_behind,
    counts_behind_phrase,
    helped_verb,
    is_by_object,
    is_impersonal,
    is_of_several,
    may_have_its_own,
    pronoun_in_front,
    restored,
    tells_of_clause,
    tells_on,
    tells_own_act,
)
from claimtrack.claims.reference.others_fitting import others_fitting
from claimtrack.claims.reference.own_subjects import (
    acts_of_house,
    has_own,
    is_counted_behind,
    is_made,
    is_topic_of_that,
    subject_in_front,
)
from claimtrack.claims.reference.owners import owners
from claimtrack.claims.reference.people import shown_gender
from claimtrack.claims.reference.pronouns import pronoun
from claimtrack.claims.reference.shared_pronouns import shared_pronoun
from claimtrack.claims.reference.short_names import is_new, named
from claimtrack.claims.reference.subject_names import described, described_body, described_name, name_of, titled
from claimtrack.claims.reference.told_of import by_actors, told_of
from claimtrack.claims.tree_subjects import is_particle, subject_of
from claimtrack.languages import Hooks, lexicon, verbs
from claimtrack.model.claims import NARRATOR, Ambiguity
from claimtrack.model.mentions import Name
from claimtrack.text.folding import fold, lighten


def resolve(draft: Draft, discourse: Discourse, hooks: Hooks) -> Resolved:
    """Find the subject of a claim and what its text needs to stand alone."""
    a = draft.passage.analysis
    draft.frame = discourse.told(draft, hooks)
    told_of_several = (draft.frame.speaker or "").lower() == hooks.THEY and not hooks.VERB_FIRST
    if told_of_several and not discourse.fitting(None, "p", draft.passage.index):
        draft.frame = by_actors(draft, discourse.passages, hooks)
    hear(draft, discourse, hooks)
    added = list(first_persons(draft, discourse, hooks))
    teller = None if hooks.VERB_FIRST else discourse.teller(draft, hooks)
    if teller is not None:  # a verb that bears its subject may as well have one that the tree does not know
        discourse.remember(teller)
    has = having(draft, discourse, hooks, added) if hooks.VERB_FIRST else None
    if has is not None:
        return has
    if tells_on(draft):
        speaker = draft.frame.speaker
        return Resolved(speaker, ((draft.start, f"[{speaker}] "), *added), ())
    of_whom = None if hooks.VERB_FIRST or teller is None else told_of(draft, hooks)
    if of_whom is not None:
        return Resolved(of_whom, ((draft.start, f"[{of_whom}] "), *added), ())
    own_person = _own_person(draft, hooks)
    if own_person is not None:
        return Resolved(first_named(draft, discourse, own_person, draft.head), tuple(added), ())
    noun = _subject(draft, hooks)
    added += owners(draft, discourse, hooks, noun)
    if noun is not None and is_acted_on(draft, discourse, hooks, noun) and not acts_of_house(draft, noun):
        return _dropped(draft, discourse, hooks, added, bare=True)
    found = None if noun is None else _explicit(draft, discourse, hooks, noun, added)
    if found is None or (found.subject is None and not found.ambiguous):
        found = _ordered(draft, discourse, hooks, added) or found
    if found is not None:
        return found
    if a.pos[draft.head] not in VERBAL:
        return _presented(draft, discourse, hooks, added)
    return _dropped(draft, discourse, hooks, added)


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
    short = named(draft, discourse, hooks, tokens, added)
    if short is not None and short.subject is not None:
        name = short.subject
    if "negator" not in draft.passage.classes[tokens[0]]:
        discourse.remember(entity_of(draft, name, noun, hooks))
        discourse.cast.enter(draft, name, noun, hooks)
    return short or Resolved(name, tuple(added), ())


def _subject(draft: Draft, hooks: Hooks) -> int | None:
    """The subject of the claim's predicate; a time is none ("today"), a pronoun in front may be."""
    passage, first = draft.passage, draft.tokens[0]
    noun = _pronoun_before(draft) if hooks.VERB_FIRST else subjects.pronoun_before(draft, hooks)
    if noun is None:
        noun = subject_of(passage.analysis, draft.head)
    if noun is not None and not hooks.VERB_FIRST and noun not in draft.tokens and subjects.outside(draft, noun):
        noun = subjects.teller_before(draft, noun)
    if noun is not None and not hooks.VERB_FIRST and noun not in draft.tokens and subjects.is_outside(draft, noun):
        return None
    if noun is not None and hooks.VERB_FIRST and noun not in draft.tokens and is_apart(draft, noun):
        noun = subject_in_front(draft)
    if noun is None and hooks.VERB_FIRST and draft.frame.attribution != "direct":
        noun = acting(draft, hooks)
    if noun is None and hooks.VERB_FIRST:
        noun = people_behind(draft)
    noun = subjects.before_comma(draft, noun) if noun is not None and hooks.VERB_FIRST else noun
    if noun is None or cannot_act(draft, noun):
        return None
    if not ("time" in passage.mention_types[noun] or "moment" in passage.classes[noun]):
        return noun
    return first if passage.analysis.pos[first] == "PRON" else None


def _pronoun_before(draft: Draft) -> int | None:
    """The pronoun right before the verb group, of two subjects in the tree the true one ("we, the guests, …")."""
    a, k = draft.passage.analysis, draft.head - 1
    while k > draft.tokens[0] and a.pos[k] in ("AUX", "ADV", "PART"):
        k -= 1
    if k < draft.tokens[0] or a.pos[k] != "PRON" or is_particle(a, draft.head, k):
        return None
    opens = k == draft.tokens[0] and a.pos[draft.head] in VERBAL
    return k if opens or (a.heads[k] == draft.head and a.relations[k].startswith("nsubj")) else None


def _explicit(draft: Draft, discourse: Discourse, hooks: Hooks, noun: int, added: list[tuple[int, str]]) -> Resolved:
    a = draft.passage.analysis
    token = a.tokens[noun]
    person = hooks.person(token.norm, a.tags[noun]) if a.pos[noun] not in ("NOUN", "PROPN") else None
    if person in ("1s", "1p"):
        name = first_named(draft, discourse, person, noun)
        return Resolved(name, (*shared_pronoun(draft, hooks, noun, name), *added), ())
    if person == "2":
        return Resolved(None, tuple(added), ())
    if person is not None:
        return pronoun(draft, discourse, hooks, noun, added)
    name = subjects.joined(draft, noun, hooks) or name_of(draft, noun)
    if name is None:
        return Resolved(None, tuple(added), ())
    inside = noun in draft.tokens
    if a.pos[noun] in VERBAL:
        return Resolved(None, tuple(added), ())
    short = named(draft, discourse, hooks, name_tokens(a, noun), added) if inside else None
    if short is not None:
        if short.subject is not None:
            discourse.remember(entity_of(draft, short.subject, noun, hooks))
        return short
    relative = (a.pos[noun] == "PRON" and a.relations[draft.head] in ("acl", "acl:relcl")) or (
        a.relations[draft.head] in ("acl", "acl:relcl") and len(name) < 2
    )
    if relative:
        return _relative(draft, added)
    if not inside and is_new(draft, name):
        added = [(draft.start, f"[{name}] "), *added]
    elif a.pos[noun] in ("NOUN", "PROPN", "X") and a.kid(noun, "nummod") is None:
        for entity in acted_on(draft, noun, hooks):
            discourse.remember(entity)
        called = None if hooks.VERB_FIRST else called_beside(draft, noun)
        if "negator" not in draft.passage.classes[name_tokens(a, noun)[0]]:  # "no patient" is nobody
            entity = entity_of(draft, name, noun, hooks)
            if hooks.AND in name.split():
                entity = replace(entity, gender=None, number="p")
            told = None if draft.frame.attribution == "narrated" else draft.frame.speaker
            entity = replace(entity, text=called or entity.text, made=is_made(draft, noun), told=told)
            quoted = draft.frame.attribution == "direct" and draft.frame.cue is not None
            mine = quoted and hooks.person(lighten(entity.text.split()[0]).lower(), "PRON") in ("1s", "1p")
            if not is_visited(draft, noun):
                discourse.remember(replace(entity, own=draft.frame.speaker) if mine else entity)
            discourse.cast.enter(draft, called or name, noun, hooks)
    if inside and (thing := measured(draft, noun, hooks)) is not None:
        discourse.recent.append(thing)
    return Resolved(name, tuple(added), ())


def _presented(draft: Draft, discourse: Discourse, hooks: Hooks, added: list[tuple[int, str]]) -> Resolved:
    """A claim without a verb is about whom its title names, and a later "he" may go back to them."""
    name = titled(draft, hooks)
    if name is None and hooks.VERB_FIRST and (body := described_body(draft)) is not None:
        discourse.remember(entity_of(draft, body[0], body[1], hooks))
        return Resolved(body[0], tuple(added), ())
    measured_before = None if name is not None or hooks.VERB_FIRST else compared(draft, discourse.before)
    if measured_before is not None:
        return Resolved(measured_before, ((draft.start, f"[{measured_before}] "), *added), ())
    tokens, classes = draft.passage.analysis.tokens, draft.passage.classes
    office = next((tokens[i].text for i in draft.tokens if "role" in classes[i]), "")
    alone = [m.value.name for m in draft.mentions if isinstance(m.value, Name) and m.value.what != "organisation"]
    if name is not None and office and alone == [name] and not hooks.VERB_FIRST:
        discourse.remember(Entity(name, shown_gender(name, office) or PERSON, "s", draft.passage.index))
    return Resolved(name, tuple(added), ())


def _relative(draft: Draft, added: list[tuple[int, str]]) -> Resolved:
    noun = described(draft)
    name = None if noun is None else described_name(draft, noun)
    if noun is None or name is None:
        return Resolved(None, tuple(added), ())
    if noun not in draft.tokens and is_new(draft, name):
        added = [(draft.start, f"[{name}] "), *added]
    return Resolved(name, tuple(added), ())


def _dropped(
    draft: Draft, discourse: Discourse, hooks: Hooks, added: list[tuple[int, str]], bare: bool = False
) -> Resolved:
    """Whom a verb without a subject is about; of a `bare` one it is sure that the noun behind it is none."""
    a = draft.passage.analysis
    verb = helped_verb(draft, hooks)
    if verb is not None:
        draft = replace(draft, head=verb)
    head = a.tokens[draft.head]
    if a.relations[draft.head] in ("acl", "acl:relcl") and a.heads[draft.head] >= 0:
        return _relative(draft, added)
    kids = [k for k in a.kids[draft.head] if a.relations[k] in ("aux:pass", "nsubj:pass", "expl")]
    if any(not is_accusative(a, k) for k in kids) or not hooks.drops_subject(a.tags[draft.head]):
        return Resolved(None, tuple(added), ())
    related = "relative" in draft.passage.classes[draft.tokens[0]]
    acted = hooks.VERB_FIRST and (is_of_several(draft, hooks) or is_counted_object(draft, hooks))
    if not related and not acted and is_counted_behind(draft):
        return Resolved(None, tuple(added), ())
    if _may_be_own_act(draft, hooks):
        name = first_named(draft, discourse, "1s", draft.head)
        return Resolved(name, ((head.end, f" [{name}]"), *added) if name else tuple(added), ())
    if is_impersonal(draft) or acts_behind_object(draft) or tells_of_clause(draft):
        return Resolved(None, tuple(added), ())
    if related:
        return _relative(draft, added)
    shown = _shown(draft, hooks)
    found = _left_out(draft, discourse, hooks, shown, bare)
    own = not acted and (
        is_topic_of_that(draft)
        or may_have_its_own(draft)
        or counts_behind(draft)
        or (hooks.VERB_FIRST and has_own(draft))
    )
    if not bare and not acts_by_pronoun(draft, hooks) and own and not tells_own_act(draft, hooks):
        for entity in acts_unseen(draft, hooks):
            discourse.remember(entity)
        return Resolved(None, tuple(added), ())
    best, found = _likeliest(draft, found, shown, discourse, hooks)
    if best is None:
        names = tuple(e.text for e in found[:2])
        open_ = (Ambiguity(start=head.start, end=head.end, text=head.text, candidates=names),) if names else ()
        return Resolved(None, tuple(added), open_)
    said = draft.head + 1
    if said in draft.tokens and hooks.core(a.tokens[said].text) and _is_head_of(a.tokens[said].text, best.text, hooks):
        draft.subject_tokens = (said,)  # حذرت الوكالة: the word for it acts itself
        return Resolved(best.text, ((a.tokens[said].end, f" [{best.text}]"), *added), ())
    added = [each for each in added if each[1].strip() != f"[{best.text}]"]
    if draft.frame.attribution == "narrated":  # a text goes on about the same one
        discourse.remember(replace(best, passage=draft.passage.index, tells=False, told=None))
    return Resolved(best.text, (restored(draft, best.text), *added) if is_new(draft, best.text) else tuple(added), ())


def _likeliest(
    draft: Draft, found: list[Entity], shown: tuple[str | None, str], discourse: Discourse, hooks: Hooks
) -> tuple[Entity | None, list[Entity]]:
    """The one that is surely meant, and those who may be; none where several fit."""
    best = one(found)
    if best is None:
        return None, found
    if best.passage != draft.passage.index and is_merely_described(best):
        return None, []
    others = others_fitting(draft, best, shown, discourse, hooks)
    return (None, [best, *others]) if others else (best, found)


def _shown(draft: Draft, hooks: Hooks) -> tuple[str | None, str]:
    """Gender and number of who acts; what may be "she inspects" as well as "he inspected" shows no gender."""
    a, head = draft.passage.analysis, draft.passage.analysis.tokens[draft.head]
    gender, number = hooks.gender_number(head.norm, a.tags[draft.head])
    code, before = lexicon.code_of(head.text), a.pos[draft.head - 1] if draft.head else ""
    either = (
        hooks.VERB_FIRST and a.tags[draft.head].endswith("VERB:i") and hooks.may_be_she(head.norm, a.tags[draft.head])
    )
    either = either and before not in ("PART", "SCONJ", "AUX") and verbs.may_be_perfect(code, head.fold)
    return (None if either else gender), number


def _left_out(
    draft: Draft, discourse: Discourse, hooks: Hooks, shown: tuple[str | None, str | None], bare: bool
) -> list[Entity]:
    """Whom a verb without a subject may be about, latest first."""
    index = draft.passage.index
    told = pronoun_in_front(draft) is not None
    narrated = draft.frame.attribution == "narrated"
    found = discourse.meant(draft, *shown, hooks) if told else discourse.fitting(*shown, index, narrated)
    if draft.frame.attribution == "direct":  # speakers mean themselves or "you" as often: only their own sentence tells
        found = [e for e in found if e.passage == index]
    if not tells_measure(draft):
        found = [e for e in found if not is_measure(lexicon.code_of(e.text), e.text.split()[0])]
    if not bare and is_by_object(draft):
        found = [e for e in found if e.passage >= index - 1]
    if narrated:
        here = [e for e in found if e.passage == index]
        found = [e for e in found if e.passage == index or not (here and e.tells)]
    if found and is_of_two(draft):
        found = [e for e in found if are_two(e.text)]
    who = doer(draft) if found else None
    found = [e for e in found if can_do(who, e.text, e.person)]
    if told or bare or any(e.passage >= index - 1 for e in found):
        return found
    nearer = in_passing(draft, discourse.cast.passages, shown, hooks)
    return [*nearer, *found] if not found or is_of_several(draft, hooks) else found


def _may_be_own_act(draft: Draft, hooks: Hooks) -> bool:
    """Whether a verb that may be in the first person is so in somebody's own words: not "asked us", no passive."""
    a, head = draft.passage.analysis, draft.head
    behind = head + 1 if head + 1 < len(a.tokens) else head
    asked_of_us = behind > head and hooks.person(a.tokens[behind].norm, a.tags[behind]) in ("1s", "1p")
    own = draft.frame.attribution == "direct" and not asked_of_us and not counts_behind_phrase(draft)
    own = own and not acts_owned(draft, head + 1)
    return own and hooks.may_be_first_person(a.tokens[head].norm, a.tags[head])


def _is_head_of(word: str, name: str, hooks: Hooks) -> bool:
    """Whether a definite noun is the first word of a name that goes on: الوكالة of وكالة اللاجئين."""
    first, _, rest = name.partition(" ")
    return bool(rest) and hooks.core(word) == (hooks.core(first) or (fold(first),))
