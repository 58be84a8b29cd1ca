"""Verbs that bear their subject: whether one is left out that can be restored, or another word may act."""

from __future__ import annotations

from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.passives import is_passive
from claimtrack.claims.gloss.verbs import takes_no_object
from claimtrack.claims.naming import is_accusative
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.reference.acting import may_agree
from claimtrack.claims.reference.doers import is_of_two, kind_of, noun_kind
from claimtrack.claims.reference.people import is_people, is_somebody
from claimtrack.claims.tree_subjects import shows_gender
from claimtrack.languages import Hooks, lexicon, load, nominals, verbs
from claimtrack.model.claims import NARRATOR


def is_impersonal(draft: Draft) -> bool:
    """Whether the predicate has no subject to restore: "must", "it is possible", a support verb with its noun."""
    token = draft.passage.analysis.tokens[draft.head]
    code = lexicon.code_of(token.text)
    lemma = lexicon.english_predicate(code, token.fold, True)
    passive = lexicon.support(code, token.fold) == "passive" or _is_impersonal(draft, code) or _seems(draft, lemma)
    return passive or ((lemma is not None and lexicon.modal(lemma) in ("must", "should")) or lemma == "be possible")


def _seems(draft: Draft, lemma: str | None) -> bool:
    """Whether what "seems" is the clause right behind the verb."""
    behind = draft.head + 1
    clause = behind in draft.tokens and "complementizer" in draft.passage.classes[behind]
    return clause and lemma in load("en").folded("descriptions", "turning_out")


def _is_impersonal(draft: Draft, code: str) -> bool:
    """Whether a preposition stands right behind a verb that then has no subject, by its vowel where it needs one."""
    a, head = draft.passage.analysis, draft.head
    if head + 1 not in draft.tokens or not shows_gender(a, head):
        return False
    behind, found = a.tokens[head + 1], verbs.meaning(code, a.tokens[head].fold, a.tags[head])
    if (
        found is not None
        and verbs.is_impersonal(code, found.verb, False)
        and lexicon.masdars(code).keys() & {lexicon.bare(code, behind.fold)}
    ):
        return True  # "it was possible | to verify"
    led = a.pos[head + 1] == "ADP" or nominals.has_preposition(code, behind.norm)
    return found is not None and led and verbs.is_impersonal(code, found.verb, is_passive(a, head))


def helped_verb(draft: Draft, hooks: Hooks) -> int | None:
    """The verb behind "had" and its particle, where the tree has the auxiliary alone: "had | denied the charges"."""
    a, head = draft.passage.analysis, draft.head
    verb = head + 2
    if not hooks.VERB_FIRST or a.pos[head] != "AUX" or verb not in draft.tokens or a.pos[head + 1] != "PART":
        return None
    agrees = hooks.gender_number(a.tokens[verb].norm, a.tags[verb]) == hooks.gender_number(
        a.tokens[head].norm, "VERB:p"
    )
    return verb if shows_gender(a, verb) and agrees else None


def is_of_several(draft: Draft, hooks: Hooks) -> bool:
    """Whether a verb that opens a claim shows several or two: before its subject it would be in the singular."""
    a, head = draft.passage.analysis, draft.head
    opens = not any(a.pos[i] in ("NOUN", "PROPN", "PRON", "NUM") for i in draft.tokens if i < head)
    several = hooks.gender_number(a.tokens[head].norm, a.tags[head])[1] == "p" or is_of_two(draft)
    return (
        opens and shows_gender(a, head) and several and not hooks.may_be_first_person(a.tokens[head].norm, a.tags[head])
    )


def tells_of_clause(draft: Draft) -> bool:
    """Whether a verb is about the clause before it, "which forced them to …", or what the sentence began with.

    "As for the trains, | they stopped": behind such a topic the verb bears a conjunction.
    """
    a, first = draft.passage.analysis, draft.tokens[0]
    language = load(lexicon.code_of(a.tokens[draft.head].text))
    if any(
        a.tokens[i].fold in language.folded("descriptions", "result") for i in (first - 1, first) if 0 <= i < draft.head
    ):
        return True
    topics = language.folded("descriptions", "topic")
    return a.has_conjunction(draft.head) and any(token.fold in topics for token in a.tokens[:first])


def counts_behind(draft: Draft) -> bool:
    """Whether a number or "hundreds of", "a quarter of" stands right behind the verb: they are who acts."""
    tokens, near = draft.passage.analysis.tokens, range(draft.head + 1, draft.head + 3)
    if governs_count(draft, draft.head + 1) or _is_led_count(draft, draft.head + 1):
        return False
    if draft.head + 1 in draft.tokens and draft.passage.analysis.pos[draft.head + 1] == "NUM":
        return True  # "were hurt | three"
    starts = {m.start for m in draft.passage.mentions if m.type == "quantity"}
    a = draft.passage.analysis
    led = draft.head + 1 in draft.tokens and a.pos[draft.head + 1] in ("ADP", "SCONJ")
    if led and not lexicon.is_pronoun_phrase(lexicon.code_of(tokens[draft.head].text), tokens[draft.head + 1].fold):
        near = near[:1]  # "steadied | at 11.6"
    if any(i in draft.tokens and not starts.isdisjoint(range(tokens[i].start, tokens[i].end)) for i in near):
        return True
    return counts_behind_phrase(draft)


def governs_count(draft: Draft, at: int) -> bool:
    """Whether a preposition's own noun takes the number behind it: "by a rate of | 12 percent"."""
    if at not in draft.tokens:
        return False
    token = draft.passage.analysis.tokens[at]
    code = lexicon.code_of(token.text)
    if draft.passage.analysis.pos[at] != "NOUN" or not nominals.has_preposition(code, token.norm):
        return False
    bare = lexicon.bare(code, token.fold)
    return bare in load(code).folded("descriptions", "governing") or bare in lexicon.masdars(code)


def _is_led_count(draft: Draft, at: int) -> bool:
    """Whether a preposition is written on the number itself: "flows | through four provinces"."""
    if at not in draft.tokens:
        return False
    token = draft.passage.analysis.tokens[at]
    inside = (m.start for m in draft.passage.mentions if m.type == "quantity")
    return draft.passage.analysis.pos[at] == "NUM" and any(token.start < start < token.end for start in inside)


def counts_behind_phrase(draft: Draft) -> bool:
    """The same behind a phrase that a preposition opens: "were sold of her novel | 80,000 copies"."""
    a, starts = draft.passage.analysis, {m.start for m in draft.passage.mentions if m.type == "quantity"}
    if draft.head + 1 not in draft.tokens or a.pos[draft.head + 1] != "ADP":
        return False
    for i in range(draft.head + 3, min(draft.head + _PHRASE, draft.tokens[-1] + 1)):
        if a.pos[i] not in ("NOUN", "ADJ", "PROPN", "NUM"):
            return False
        if a.tokens[i].start in starts and a.pos[i] != "ADJ":  # "the first" counts nobody
            return not _governs(draft, i - 1)
    return False


def _governs(draft: Draft, i: int) -> bool:
    """Whether a noun takes the number behind it for its genitive: "led | to the death of | four"."""
    a = draft.passage.analysis
    plain = a.pos[i] == "NOUN" and "quantity" not in draft.passage.mention_types[i]
    return plain and not _is_closed(draft, i) and not is_accusative(a, i)


_PHRASE = 7
"""Tokens of the longest phrase between a verb and what it counts, and one more."""


def may_have_its_own(draft: Draft) -> bool:
    """Whether a bare noun stands near the verb that could be its subject, though the tree does not say so."""
    a = draft.passage.analysis
    if draft.tokens[0] < draft.head and a.pos[draft.head - 1] == "NOUN":
        return True  # a law | obliges: a clause that describes the noun before it
    first = draft.tokens[0]
    opens = (
        first < draft.head
        and a.pos[first] in ("NOUN", "PROPN", "DET")
        and "time" not in draft.passage.mention_types[first]
    )
    if opens and _is_closed(draft, first):
        return True  # the council | settled for
    if draft.head + 1 in draft.tokens and a.pos[draft.head + 1] == "DET" and not _is_any_of_other_gender(draft):
        return True  # one of the posts | drew
    at = next((i for i in draft.tokens if i > draft.head and a.pos[i] not in ("ADV", "PART", "DET", "PRON")), None)
    if at == draft.head + 1 and (_is_when(draft, at) or _is_led_count(draft, at) or is_willed(draft, at)):
        at = None
    if at is not None and (_is_owned_person(draft, at) or acts_owned(draft, at)):
        return True
    if (
        at is None
        or a.pos[at] not in ("NOUN", "PROPN", "NUM", "ADJ")
        or (a.relations[at] == "obj" and not _may_act(draft, at))
    ):
        return draft.tokens[0] < draft.head and any(
            a.pos[i] in ("NOUN", "PROPN") for i in draft.tokens if i < draft.head
        )
    code, word = lexicon.code_of(a.tokens[at].text), a.tokens[at].fold
    if lexicon.has_attached(code, word) or lexicon.is_pronoun_phrase(code, word):
        return False
    if a.pos[at] == "NOUN" and nominals.has_preposition(code, a.tokens[at].norm):
        return False
    if nominals.is_owned(code, a.tokens[at].norm, word):
        return False
    if is_accusative(a, at):
        return False
    shown = lexicon.gender(code, word)
    verb = load(code).hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])
    return not (shown is not None and (shown != verb[0] or verb[1] == "p"))


def is_willed(draft: Draft, noun: int) -> bool:
    """Whether an act stands behind a verb of will or power and so never does it: "intends | the closure of"."""
    a = draft.passage.analysis
    token, code = a.tokens[noun], lexicon.code_of(a.tokens[noun].text)
    language = load(code)
    keys = language.hooks.verb_keys(a.tokens[draft.head].fold)
    if language.folded("descriptions", "undertaking").isdisjoint(keys) or language.hooks.core(token.text) is not None:
        return False
    return lexicon.bare(code, token.fold) in lexicon.masdars(code)


def _is_when(draft: Draft, at: int) -> bool:
    """Whether a time behind the verb says when, as no preposition need do: "was founded | in the year 1871".

    It acts itself where years do: "the year 2020 | saw".
    """
    a = draft.passage.analysis
    language = load(lexicon.code_of(a.tokens[draft.head].text))
    of_times = language.folded("descriptions", "of_times")
    return "time" in draft.passage.mention_types[at] and of_times.isdisjoint(
        language.hooks.verb_keys(a.tokens[draft.head].fold)
    )


def _is_any_of_other_gender(draft: Draft) -> bool:
    """Whether "any" and a noun of the other gender stand behind the verb: "she received no | answer"."""
    a, noun = draft.passage.analysis, draft.head + 2
    if noun not in draft.tokens or a.pos[noun] != "NOUN":
        return False
    token, code = a.tokens[noun], lexicon.code_of(a.tokens[noun].text)
    any_ = a.tokens[noun - 1].fold in load(code).folded("descriptions", "any")
    verb = load(code).hooks.gender_number(a.tokens[draft.head].norm, a.tags[draft.head])
    shown = nominals.gender(code, token.norm, token.fold)
    return any_ and verb[1] == "s" and None not in (shown, verb[0]) and shown != verb[0]


def acts_owned(draft: Draft, at: int) -> bool:
    """Whether what bears a possessive acts itself: a measure, or what agrees as its owner does not.

    "His waters suffer": a verb in the feminine is of no "he".
    """
    if at != draft.head + 1 or at not in draft.tokens:
        return False
    token = draft.passage.analysis.tokens[at]
    code = lexicon.code_of(token.text)
    hooks = load(code).hooks
    if not nominals.is_owned(code, token.norm, token.fold):
        return False
    if lexicon.bare(code, token.fold) in load(code).folded("descriptions", "measure"):
        return True
    verb = hooks.gender_number(draft.passage.analysis.tokens[draft.head].norm, draft.passage.analysis.tags[draft.head])
    owner, shown = hooks.possessor(token.norm, "NOUN"), nominals.gender(code, token.norm, token.fold)
    return verb[1] == "s" and shown == verb[0] and owner is not None and owner[0] not in (None, verb[0])


def _is_closed(draft: Draft, noun: int) -> bool:
    """Whether a noun bears the article or a pronoun that says whose it is."""
    token = draft.passage.analysis.tokens[noun]
    code = lexicon.code_of(token.text)
    return load(code).hooks.core(token.text) is not None or nominals.is_owned(code, token.norm, token.fold)


def _may_act(draft: Draft, noun: int) -> bool:
    """Whether what the tree has for an object may act: behind a verb that has none or bears it, or as a body."""
    a, head = draft.passage.analysis, draft.head
    if noun != head + 1 or not shows_gender(a, head) or not may_agree(draft, noun):
        return False
    code = lexicon.code_of(a.tokens[head].text)
    if load(code).hooks.gender_number(a.tokens[head].norm, a.tags[head])[1] == "p":
        return False
    if takes_no_object(draft, code, head) or verbs.bears_object(code, a.tokens[head].fold, a.tags[head]):
        return True
    acts = is_somebody(draft, noun) or noun_kind(code, a.tokens[noun].text) in ("person", "body")
    return acts and not nominals.is_owned(code, a.tokens[noun].norm, a.tokens[noun].fold)


def _is_owned_person(draft: Draft, at: int) -> bool:
    """Whether a noun taken for the object may act all the same: people with a possessive ("was named | his deputy")."""
    token = draft.passage.analysis.tokens[at]
    owned = nominals.is_owned(lexicon.code_of(token.text), token.norm, token.fold)
    people = is_people(draft, at) or noun_kind(lexicon.code_of(token.text), token.text) == "person"
    return owned and at == draft.head + 1 and people


def tells_on(draft: Draft) -> bool:
    """Whether a participle goes on with a report, so that who speaks acts in it: "he said that …, | calling for"."""
    a, first = draft.passage.analysis, draft.tokens[0]
    if draft.head != first or first == 0 or a.pos[first] != "ADJ" or not is_comma(a, first - 1):
        return False
    word, code = a.tokens[first], lexicon.code_of(a.tokens[first].text)
    hooks, act = load(code).hooks, lexicon.english_predicate(code, word.fold, False)
    if act is None or act.startswith("be "):
        return False  # "especially"
    said = draft.frame.attribution == "reported" and draft.frame.speaker not in (None, NARRATOR)
    return hooks.VERB_FIRST and said and hooks.core(word.text) is None


def acts_by_pronoun(draft: Draft, hooks: Hooks) -> bool:
    """Whether the pronoun on the complementizer in front surely acts; a masculine one may stand for none."""
    a, first = draft.passage.analysis, draft.tokens[0]
    return pronoun_in_front(draft) is not None and hooks.gender_number(a.tokens[first].norm, a.tags[first]) != (
        "m",
        "s",
    )


def tells_own_act(draft: Draft, hooks: Hooks) -> bool:
    """Whether a body tells what it did to those counted behind the verb: "the army said it | killed 20 gunmen".

    What one person tells so may as well have happened: "an official said that | 20 were killed".
    """
    a, speaker = draft.passage.analysis, draft.frame.speaker
    if draft.frame.attribution != "reported" or not speaker or draft.head != draft.tokens[0] + 1:
        return False
    at = draft.head + 1
    counted = at in draft.tokens and (a.pos[at] == "NUM" or "quantity" in draft.passage.mention_types[at])
    body = counted and kind_of(lexicon.code_of(speaker), speaker) == "body"
    return (
        body and pronoun_in_front(draft) is not None and not is_passive(a, draft.head) and shows_gender(a, draft.head)
    )


def pronoun_in_front(draft: Draft) -> int | None:
    """Where the complementizer that a claim begins with ends, if it bears a pronoun of the third person."""
    first = draft.tokens[0]
    token, tag = draft.passage.analysis.tokens[first], draft.passage.analysis.tags[first]
    bears = "complementizer" in draft.passage.classes[first]
    return token.end if bears and load(lexicon.code_of(token.text)).hooks.person(token.norm, tag) == "3" else None


def restored(draft: Draft, name: str) -> tuple[int, str]:
    """Where a subject is restored: at the front, or behind the pronoun that stands for it ("أنها [نور] باعت")."""
    pronoun = pronoun_in_front(draft)
    return (draft.start, f"[{name}] ") if pronoun is None else (pronoun, f" [{name}]")


def is_by_object(draft: Draft) -> bool:
    """Whether nothing but the ending of its object shows that a verb has no subject behind it."""
    at = draft.head + 1
    return at in draft.tokens and is_accusative(draft.passage.analysis, at)
