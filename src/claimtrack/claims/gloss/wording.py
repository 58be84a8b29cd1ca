"""The predicate of a claim in English, through the lexicon.

In goes a draft, out comes its lemma with the tokens that say it: a support verb hands over to its noun, "can" and
"refuse" take the verb behind them along. What the lexicon does not know is left out; nothing is guessed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import claimtrack.claims.gloss.verbs as held_verbs
from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.announced import announced, is_announcing
from claimtrack.claims.gloss.being import IMPROBABLE, absent, being, copular, office, said_of, said_of_pronoun
from claimtrack.claims.gloss.complements import complement
from claimtrack.claims.gloss.hidden_verbs import helped, hidden_verb, put_off
from claimtrack.claims.gloss.main_verbs import before_question, main_verb, verb_behind_opening
from claimtrack.claims.gloss.passives import is_passive
from claimtrack.claims.gloss.predicate import Predicate
from claimtrack.claims.judging.standing import predicate_of
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.reference.subjects import verb_behind_subject
from claimtrack.claims.set_apart import unnamed
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import lexicon, load, nominals, verbs
from claimtrack.languages.inflection import (
    irregular,
    is_bound,
    is_phrasal,
    is_reported,
    takes_noun,
    takes_object,
)

_REACH = 5
_LINKS = frozenset({"flat", "nummod", "det", "punct"})
_STOPS = frozenset({"strip", "complementizer", "relative", "conditional"})


def language_of(draft: Draft) -> str:
    """The language of the claim's sentence, by the script of most of its words."""
    p = draft.passage
    if p.language is None:
        words = [t.text for t in p.analysis.tokens if t.is_word][:_SAMPLE]
        p.language = Counter(map(lexicon.code_of, words)).most_common(1)[0][0] if words else "en"
    return p.language


_SAMPLE = 15


def predicate(draft: Draft, code: str) -> Predicate:
    """The predicate of a claim in English, read once the claim is judged."""
    if draft.said is None:
        draft.said = _read(draft, code)
    return draft.said


def _read(draft: Draft, code: str) -> Predicate:
    return _as_written(draft) if lexicon.is_own_gloss(code) else _translated(draft, code)


def _as_written(draft: Draft) -> Predicate:
    """The predicate of a claim in the language of the glosses."""
    a = draft.passage.analysis
    found = verb_behind_subject(draft, predicate_of(a, draft.head, frozenset(draft.tokens)))
    found = _before_comparison(draft, found)
    at = before_question(draft, main_verb(draft, "en", found))
    if "negator" in draft.passage.classes[at] and at + 1 in draft.tokens:
        at = _behind_negator(draft, at)
    at = helped(draft, _past_unit(draft, at))
    known = put_off(draft, at) or _carried(draft, "en", at) or hidden_verb(draft, at)
    if known is None and a.pos[at] == "AUX":
        known = copular(draft, [at])
    if known is not None:
        return known
    if a.pos[at] in VERBAL or at != found:
        lemma = _certain(a, at, lexicon.english_predicate("en", a.tokens[at].fold, True))
        particle = _particle(a, at, lemma)
        if lemma is not None and particle is not None:
            whole = f"{lemma} {a.tokens[particle].fold}"
            return Predicate(whole, is_passive(a, at), at, max(at, particle), True)
        missing = absent(draft, at) if lemma == "be" else None
        if missing is not None:
            return missing
        passive = is_passive(a, at) or _is_bare_participle(a, at, lemma)
        return _with_complement(draft, "en", Predicate(lemma, passive, at, at, True))
    known = _having(draft, "en", at) or _said_to_be(draft, "en", at) or copular(draft)
    if known is not None and known.lemma == IMPROBABLE:
        return _reported(draft, known)
    return known or Predicate(None, False, at, at, False)


def _behind_negator(draft: Draft, at: int) -> int:
    """The verb where what denies it was taken for it: "neither | vote", "nobody but the treasurer | had"."""
    a = draft.passage.analysis
    if a.pos[at + 1] not in ("CCONJ", "ADP"):
        return at + 1
    verb = next((i for i in draft.tokens if i > at + 1 and is_finite(a, i)), at)
    while verb + 1 in draft.tokens and a.pos[verb] == "AUX" and a.pos[verb + 1] in VERBAL:
        verb += 1
    return verb


def _before_comparison(draft: Draft, at: int) -> int:
    """The quality behind a form of "be" that a clause only compares: "not as | poor | as it claims"."""
    a = draft.passage.analysis
    mark = a.kid(at, "mark")
    if mark is None or mark - 1 not in draft.tokens or "as_said" not in draft.passage.classes[mark]:
        return at
    compared = a.pos[mark - 1] == "ADJ" and a.kid(mark - 1, "cop") is not None
    return mark - 1 if compared and "as_said" in draft.passage.classes[mark - 2] else at


def _past_unit(draft: Draft, at: int) -> int:
    """The verb of the claim where the tree has the unit of a number, or a part of it, for it: "at 40 metres | is"."""
    a = draft.passage.analysis
    if a.pos[at] not in VERBAL or not _is_in_number(draft, at):
        return at
    return next((i for i in draft.tokens if i > at and a.pos[i] in VERBAL and not _is_in_number(draft, i)), at)


def _is_bare_participle(a: Analysis, at: int, lemma: str | None) -> bool:
    """Whether a participle without an auxiliary tells what was done to the noun before it: "a letter | written in"."""
    helped = any(a.relations[k] in ("aux", "aux:pass") for k in a.kids[at]) or a.pos[at - 1] == "AUX"
    if lemma is None or helped or not a.tags[at].endswith("VERB:VBN"):
        return False
    return a.tokens[at].fold == lexicon.past_participle(lemma) != lexicon.past(lemma)


def _translated(draft: Draft, code: str) -> Predicate:
    """The predicate of a claim whose words the lexicon gives in English."""
    a = draft.passage.analysis
    at = main_verb(draft, code, _own_verb(draft, predicate_of(a, draft.head, frozenset(draft.tokens))))
    unknown = Predicate(None, False, at, at, False)
    if _is_in_number(draft, at):
        return unknown
    if at in unnamed(draft.passage, draft.tokens):
        at = draft.tokens[0]
        return Predicate(lexicon.english_predicate(code, a.tokens[at].fold, False), False, at, at, True, past=True)
    identified = said_of_pronoun(draft, code) if _describes_subject(draft, at) else None
    if identified is not None:
        return identified
    opens = a.pos[at] != "VERB" or is_announcing(draft, at)
    known = announced(draft, code) if opens else None
    known = known or _carried(draft, code, at) or by_form(draft, code, at)
    if known is not None:
        return known
    folded = a.tokens[at].fold
    if a.pos[at] in VERBAL:
        lemma = lexicon.english_predicate(code, folded, True, a.tags[at].endswith(":i") and draft.kind != "event")
        return _with_complement(draft, code, Predicate(lemma, is_passive(a, at), at, at, True))
    if lexicon.english_predicate(code, folded, False) == "have":
        return Predicate("have", False, at, at, True)
    return _having(draft, code, at) or _said_to_be(draft, code, at) or said_of(draft, code) or unknown


def _describes_subject(draft: Draft, at: int) -> bool:
    """Whether the verb at a token is that of a clause that describes a noun of the claim, which nothing denies."""
    a = draft.passage.analysis
    if draft.polarity != "affirmed" or draft.modality != "asserted" or a.pos[at] != "VERB":
        return False
    return a.pos[at - 1] == "PRON" if at == draft.head else a.pos[draft.head] == "NOUN"


def _said_to_be(draft: Draft, code: str, at: int) -> Predicate | None:
    """The predicate at a word that is no verb, where the tree has a subject or a copula for it."""
    a = draft.passage.analysis
    if not any(a.relations[k] in ("cop", "nsubj") for k in a.kids[at]) and a.pos[at] not in ("ADJ", "ADP"):
        return None
    lemma = being(draft, code, at)
    first = at - (office(draft, at) is not None and lexicon.is_own_gloss(code))
    return None if lemma is None else Predicate(lemma, False, first, at, True)


def _is_in_number(draft: Draft, at: int) -> bool:
    """Whether a word is part of a number: أحد عشر is no "limits"."""
    start = draft.passage.analysis.tokens[at].start
    return any(m.type == "quantity" and m.start <= start < m.end for m in draft.mentions)


def _own_verb(draft: Draft, at: int) -> int:
    """The verb of the claim where the tree has its subject, the bound of a number or a word of grammar for it."""
    a, start = draft.passage.analysis, draft.passage.analysis.tokens[at].start
    said = verb_behind_opening(draft, at) or _behind_whoever(draft, at)
    if said is not None:
        return said
    if a.pos[at] == "NOUN" and nominals.is_unsaid(lexicon.code_of(a.tokens[at].text), a.tokens[at].norm):
        related = draft.passage.classes
        return next((i for i in draft.tokens if a.pos[i] == "VERB" and "relative" not in related[i - 1]), at)
    if _is_no_verb(draft, at):
        return next((i for i in draft.tokens if i > at and a.pos[i] == "VERB"), at)
    bounds = a.pos[at] == "ADJ" and any(m.type == "quantity" and m.start <= start < m.end for m in draft.mentions)
    return next((i for i in draft.tokens if a.pos[i] in VERBAL), at) if bounds else at


def _behind_whoever(draft: Draft, at: int) -> int | None:
    """The verb that a claim says of whoever does what its first verb tells: "who dreams of it | may lose"."""
    a, classes = draft.passage.analysis, draft.passage.classes
    who = draft.tokens[0]
    if "whoever" not in classes[who] or a.pos[who] not in ("PRON", "PART") or at != who + 1 or a.pos[at] != "VERB":
        return None
    behind = (i for i in draft.tokens if i > at + 1 and a.pos[i] == "VERB" and not a.has_conjunction(i))
    return next((i for i in behind if a.pos[i - 1] in ("PART", "AUX") and "negator" not in classes[i - 1]), None)


def _is_no_verb(draft: Draft, at: int) -> bool:
    """Whether what was taken for a verb is an unknown noun, as the auxiliary of the claim's verb stands behind it."""
    a, code = draft.passage.analysis, lexicon.code_of(draft.passage.analysis.tokens[at].text)
    if a.pos[at] != "VERB" or at + 1 not in draft.tokens or a.pos[at + 1] != "AUX":
        return False
    return verbs.meaning(code, a.tokens[at].fold, a.tags[at]) is None


def _particle(a: Analysis, at: int, lemma: str | None) -> int | None:
    """The particle that is a part of an English verb: "called | off"."""
    known = a.kid(at, "compound:prt")
    if known is not None or lemma is None or at + 1 >= len(a.tokens):
        return known
    leads = at + 2 < len(a.tokens) and a.pos[at + 2] in ("DET", "NOUN", "PROPN", "ADJ")
    verb = f"{lemma} {a.tokens[at + 1].fold}"
    return at + 1 if is_phrasal(lemma, a.tokens[at + 1].fold) and (takes_object(verb) or not leads) else None


def _certain(a: Analysis, at: int, lemma: str | None) -> str | None:
    """The lemma of a word that was tagged as a verb; None where its form is none of one ("ACLED", a past "drought")."""
    word, form = a.tokens[at], a.tags[at].rpartition(":")[2]
    if word.text.isupper() and len(word.text) > 1 and not all(t.text.isupper() for t in a.tokens if t.is_word):
        return None
    if lemma != word.fold:
        return word.fold if form in ("VB", "VBP") and word.fold in irregular().forms else lemma  # "lay", and no "lie"
    if form == "VBG":
        return lexicon.verb_of_gerund(word.fold) or lemma
    return None if form in ("VBD", "VBN") and not lexicon.is_irregular(word.fold) else lemma


def by_form(draft: Draft, code: str, at: int) -> Predicate | None:
    """The predicate by the form of its verb, and by the verb that says how it holds ("is still closed")."""
    a = draft.passage.analysis
    found = held_verbs.held(draft, code, at)
    if found is not None:
        return found
    found = held_verbs.read(draft, code, at) if a.pos[at] in VERBAL else None
    if found is None:
        return None
    own = load(code).hooks.person(a.tokens[at].norm, a.tags[at]) is not None
    passive = found.passive or (is_passive(a, at) and not own)
    return _with_complement(draft, code, replace(found, passive=passive))


def _having(draft: Draft, code: str, at: int) -> Predicate | None:
    """An auxiliary before a noun that means "have", where no verb follows that it helps: the noun is what is had."""
    a = draft.passage.analysis
    if a.pos[at] not in ("NOUN", "PROPN", "NUM"):
        return None
    for k in range(at - 1, max(draft.tokens[0], at - _REACH - 1) - 1, -1):
        if a.pos[k] in VERBAL:
            had = a.pos[k] == "AUX" and lexicon.english_predicate(code, a.tokens[k].fold, True) == "have"
            return Predicate("have", False, k, k, True) if had else None
    return None


def _carried(draft: Draft, code: str, at: int) -> Predicate | None:
    """The masdar that a support verb carries ("a removal takes place" is "removed"), where the claim has one."""
    a = draft.passage.analysis
    starts = (
        [at] if a.pos[at] in VERBAL else [i for i in draft.tokens if i == at or a.pos[i] in VERBAL or a.heads[i] == at]
    )
    for verb in starts:
        voice = lexicon.support(code, a.tokens[verb].fold)
        if voice is None or (code != "en" and verbs.bears_object(code, a.tokens[verb].fold, a.tags[verb])):
            continue
        subject = subject_of(a, verb) if voice == "active" else None
        behind = [i for i in range(verb + 1, min(verb + 5, draft.tokens[-1] + 1)) if i != subject]
        for i in sorted(
            behind, key=lambda i: (voice == "active" and not lexicon.has_attached(code, a.tokens[i].fold), i)
        ):
            named = a.pos[i] in ("NOUN", "ADJ", "PROPN") and not nominals.is_unsaid(code, a.tokens[i].norm)
            lemma = _act(draft, code, i) if named else None
            if lemma is not None and not lemma.startswith("be ") and not _is_name(draft, i):
                lemma = lemma.removesuffix(" to")
                return Predicate(lemma, voice == "passive", min(verb, at), i, True)
    return None


def _act(draft: Draft, code: str, i: int) -> str | None:
    """The act that a noun names, in the sense that the words behind it give its verb."""
    token = draft.passage.analysis.tokens[i]
    masdar = None if code == "en" else verbs.of_masdar(code, nominals.nominal(code, token.norm).key)
    if masdar is None:
        return lexicon.english_predicate(code, token.fold, False)
    behind = [t.fold for t in draft.passage.analysis.tokens[i + 1 : i + 1 + _REACH] if t.is_word]
    return verbs.sense(code, masdar, behind)[0].lemma


def _is_name(draft: Draft, i: int) -> bool:
    token = draft.passage.analysis.tokens[i]
    return any(m.type in ("name", "place") and m.start < token.end and token.start < m.end for m in draft.mentions)


def _with_complement(draft: Draft, code: str, found: Predicate) -> Predicate:
    """Predicates that only say how another holds take that one along: "can remove", "refuse to pay"."""
    if found.lemma is None:
        return found
    return _completed(draft, found, found.lemma) if lexicon.is_own_gloss(code) else _joined(draft, code, found)


def _completed(draft: Draft, found: Predicate, lemma: str) -> Predicate:
    """An English predicate with the verb that completes it."""
    if found.passive and is_reported(lemma):
        return _reported(draft, found)
    bound = is_bound(lemma) and _has_infinitive(draft, found.last)
    gerund = lexicon.takes_gerund(lemma)
    if not (bound or gerund or lexicon.takes_verb(lemma) or lexicon.modal(lemma)):
        return found
    below = _complement(draft, found.last, gerund)
    if below is None:
        return found if takes_noun(lemma) else replace(found, lemma=lemma.removesuffix(" to"))
    return replace(found, lemma=_with_verb(lemma, below[0]), last=below[1])


def _joined(draft: Draft, code: str, found: Predicate) -> Predicate:
    """A translated predicate with the verb or the masdar that completes it."""
    lemma = found.lemma or ""
    if lexicon.stands_alone(lemma) or not (lexicon.takes_verb(lemma) or lexicon.modal(lemma)):
        return found
    below = complement(draft, code, found.last)
    if below is None:
        return found if takes_noun(lemma) else replace(found, lemma=lemma.removesuffix(" to"))
    done, at = below
    if takes_noun(lemma):
        noun = nominals.nominal(code, draft.passage.analysis.tokens[at].norm).noun or lexicon.gerund(done)
        return replace(found, lemma=f"{lemma} {noun}", last=at)
    done = lexicon.gerund(done) if lexicon.takes_gerund(lemma) else done
    return replace(found, lemma=_with_verb(lemma, done), last=at)


def _with_verb(lemma: str, done: str) -> str:
    """A predicate with the verb that completes it: "can pay", "stop paying", "refuse to pay"."""
    shown, plain = lexicon.modal(lemma), lemma.removesuffix(" to")
    if shown is not None:
        return f"{shown} {done}"
    return f"{plain} {done}" if _is_gerund(done) else f"{lexicon.before_verb(plain)} to {done}"


def _has_infinitive(draft: Draft, last: int) -> bool:
    """Whether an infinitive with its particle stands right behind a token."""
    a = draft.passage.analysis
    if last + 2 not in draft.tokens or a.pos[last + 1] != "PART":
        return False
    return a.tags[last + 2].endswith(":VB")


def _reported(draft: Draft, found: Predicate) -> Predicate:
    """What is thought or said of somebody, in the words of the text: "thought to be older"."""
    a = draft.passage.analysis
    near = range(found.last + 1, min(found.last + _NEAR, draft.tokens[-1]))
    to = next((i for i in near if a.tokens[i].norm == "to" and a.pos[i] == "PART"), None)
    verbs = [] if to is None else list(range(to + 1, min(to + _REACH, draft.tokens[-1] + 1)))
    last = next((i for i in verbs if a.pos[i] in ("VERB", "ADJ", "NOUN", "PROPN")), None)
    if to is None or last is None or a.pos[last] not in ("VERB", "ADJ"):
        return found
    words = " ".join(a.tokens[i].norm for i in range(to, last + 1))
    return replace(found, lemma=f"{found.lemma} {words}", last=last)


_NEAR = 4


def _is_gerund(lemma: str) -> bool:
    """Whether the complement stands as a gerund ("stopped listening")."""
    return (
        lemma.partition(" ")[0].endswith("ing")
        and lexicon.english_predicate("en", lemma.partition(" ")[0], True) != lemma
    )


def _complement(draft: Draft, at: int, gerund: bool) -> tuple[str, int] | None:
    """The first English verb behind token `at` in the claim; where a gerund is called for, none but that."""
    a = draft.passage.analysis
    for i in (i for i in draft.tokens if i > at and a.pos[i] not in ("AUX", "PART")):
        if i > at + _REACH or a.tokens[i].kind == "mark" or "time" in draft.passage.classes[i]:
            return None
        is_gerund = a.tags[i].endswith("VERB:VBG")
        if gerund and not is_gerund:
            return None
        if a.pos[i] == "VERB":
            lemma = lexicon.english_predicate("en", a.tokens[i].fold, True)
            if lemma is None or lexicon.modal(lemma) is not None:
                return None
            return (lexicon.gerund(lemma) if is_gerund else lemma), i
    return None
