"""Who tells at a cue: the subject of a reporting verb, the source behind a noun, and what they are called."""

from __future__ import annotations

from itertools import pairwise

import claimtrack.claims.voices.noun_reports as noun_reports
import claimtrack.claims.voices.preceding as preceding
import claimtrack.claims.voices.reach as reach
import claimtrack.claims.voices.related as related
import claimtrack.claims.voices.side_by_side as side_by_side
import claimtrack.claims.voices.speakers as speakers
from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.phrases import NAMING, is_addressee, is_comma, is_finite
from claimtrack.claims.voices.speakers import Speaker
from claimtrack.claims.voices.titles import untitled
from claimtrack.claims.voices.told_aside import aside_with_quotation
from claimtrack.languages import Hooks, lexicon, load, nominals, verbs

_LONG = 4
"""A subject of more tokens that holds a count is none that acts."""
_SHORT = 14
"""Tokens between a quotation and the verb of its frame."""


def subject(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """The noun phrase that is the subject of a reporting verb, None where the verb has none of its own."""
    if not hooks.VERB_FIRST:
        who = _subject_before(p, verb, hooks)
        return who and related.beside_noun(p, verb, who)
    found = _subject_behind(p, verb, hooks)
    accusing = side_by_side.charge(p, verb, hooks, found is not None and found.left < verb)
    if accusing is not None:
        beside = found if found is not None and found.left < verb else None
        return accusing.accuser or beside
    return found if found is None else side_by_side.beside_object(p, verb, found, hooks)


def _subject_before(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """The subject in a language where it mostly precedes its verb; it may follow one behind a quotation."""
    a = p.analysis
    if a.tags[verb].endswith(":VBG"):
        if verb and (a.tokens[verb - 1].kind == "mark" or a.pos[verb - 1] == "CCONJ"):
            return None
        doer = _with_doer(p, verb)
        if doer is not None:
            return doer
    by = verb + 1 < len(a.tokens) and a.tokens[verb + 1].norm == hooks.BY
    if by and "tell" in p.classes[verb] and a.tags[verb].endswith(":VBN"):
        return speakers.behind(p, verb + 2, hooks)
    quoted = _quoted_as(p, verb, hooks)
    if quoted is not None:
        return quoted
    if _is_inverted(p, verb):
        return speakers.behind(p, verb + 1, hooks)
    quoted_last = verb > 0 and reach.closes(p, verb - 1) and not aside_with_quotation(p, verb)
    after_quote = verb > 0 and (quoted_last or reach.closes_clause(p, verb))
    named = None if verb == 0 or quoted_last else preceding.before(p, verb, hooks)
    if named is not None and named.left and reach.closes(p, named.left - 1):
        return named
    found = speakers.behind(p, verb + 1, hooks) if after_quote else _behind_quote(p, verb)
    alone = after_quote and verb + 1 < len(a.tokens) and a.tokens[verb + 1].kind == "mark"
    return found or (None if alone else preceding.before(p, verb, hooks))


def _subject_behind(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """The subject in a language where it mostly follows its verb, or stands before it as the topic."""
    a = p.analysis
    if "quoting" in p.classes[verb]:
        for t in range(verb + 1, min(verb + 8, len(a.tokens))):
            if "from_whom" in p.classes[t]:
                return speakers.behind(p, t + 1, hooks, wide=True)
    if "appearing" in p.classes[verb] and verb + 1 < len(a.tokens) and "in_which" in p.classes[verb + 1]:
        return speakers.behind(p, verb + 2, hooks, wide=True)
    if (heard := _heard(p, verb)) is not None:
        return heard
    front = None if a.has_conjunction(verb) and verb and not _announced(p) else preceding.before(p, verb, hooks)
    telling = "say" in p.classes[verb] and not p.classes[verb] & {"say_of", "tell"}
    wide = telling or verb + 1 == len(a.tokens)
    found = speakers.behind(p, verb + 1, hooks, wide=wide and reach.behind(p, verb, None, hooks) is not None)
    if found is not None and "tell" in p.classes[verb]:
        found = _before_told(p, found, hooks)
    if found is not None and a.pos[found.tokens[0]] == "NOUN" and is_addressee(a, found.tokens[0], hooks):
        found = None
    if found is not None and len(found.tokens) == 1 and a.pos[found.tokens[0]] == "PRON":
        found = None  # "سجلات … تثبت ذلك"
    comma = verb > 0 and is_comma(a, verb - 1)
    acted_on = found is not None and "relative" in p.classes[verb - 1] and a.tokens[verb].norm.endswith(hooks.OBJECTS)
    if acted_on:
        return found  # "السد الذي وصفته المعارضة"
    if front is not None and _is_topic(p, front) and not (comma and a.pos[front.tokens[-1]] == "PRON"):
        addressed = found is not None and "tell" in p.classes[verb] and _said_next(p, found)
        if addressed or found is None or not comma or is_addressee(a, verb + 1, hooks):
            return front
    beside = front if front is not None and front.tokens[-1] == verb - 1 else None  # "the governor denied any …"
    if found is not None and _is_described(p, verb, found, hooks):
        return beside
    if found is None and front is None and verb > 1 and "relative" in p.classes[verb - 1]:
        return preceding.antecedent(p, verb - 2, hooks)
    if found is not None and _clashes(p, verb, found, hooks):
        return _named_before(p, front, hooks) if "any" in p.classes[found.tokens[0]] else beside
    return found


def _heard(p: Passage, verb: int) -> Speaker | None:
    """Whom somebody hears speak: the noun phrase between both verbs ("سمعت | أحد الضباط | يقول")."""
    a = p.analysis
    hearing = next((t for t in range(verb - 2, max(-1, verb - _LONG - 2), -1) if a.pos[t] in VERBAL), None)
    if hearing is None or "hearing" not in p.classes[hearing] or not a.tags[verb].endswith(":i"):
        return None
    tokens = range(hearing + 1, verb)
    nominal = all(a.pos[t] in NAMING and not a.has_conjunction(t) for t in tokens)
    return Speaker(tuple(tokens), hearing + 1, verb) if nominal and not a.has_conjunction(verb) else None


def _is_inverted(p: Passage, verb: int) -> bool:
    """Whether a verb and who speaks stand between commas amid their clause: "The plan, said one diplomat, is dead"."""
    a = p.analysis
    if verb < 2 or "bare" not in p.classes[verb] or not is_comma(a, verb - 1):
        return False
    end = verb + 1
    while end < len(a.tokens) and (a.pos[end] in NAMING or a.pos[end] == "ADP"):
        end += 1
    named = a.pos[verb + 1 : verb + 2] != ["ADP"] and end > verb + 1 and end < len(a.tokens) and is_comma(a, end)
    return (
        named
        and not any(a.pos[t] in VERBAL for t in range(verb))
        and any(is_finite(a, t) for t in range(end, len(a.tokens)))
    )


def _with_doer(p: Passage, verb: int) -> Speaker | None:
    """Who acts in a phrase with a participle: "with a spokesman for the firm saying that …"."""
    a, t = p.analysis, verb - 1
    while t > 0 and (a.pos[t] in NAMING or a.pos[t] == "ADP") and "companion" not in p.classes[t]:
        t -= 1
    led = t + 1 < verb and "companion" in p.classes[t] and t > 0 and a.tokens[t - 1].kind == "mark"
    return Speaker(tuple(range(t + 1, verb)), t + 1, verb) if led else None


def _before_told(p: Passage, who: Speaker, hooks: Hooks) -> Speaker:
    """The subject without whom it tells, a noun without article behind a definite one: "أبلغ القبطان | خفر السواحل"."""
    a = p.analysis
    for n, t in enumerate(who.tokens[1:], 1):
        definite = [hooks.core(a.tokens[k].text) is not None for k in (who.tokens[n - 1], t)]
        if definite == [True, False] and a.pos[t] == "NOUN":
            return Speaker(who.tokens[:n], who.left, t)
    return who


def _said_next(p: Passage, who: Speaker, hooks: Hooks | None = None) -> bool:
    """Whether what is said begins right behind a noun phrase: whom "told X that" names is told.

    With `hooks` those who hear it may stand between: "أفادت مصادر | لوكالة رويترز | بأن".
    """
    at, a = who.right, p.analysis
    if hooks is not None and at < len(a.tokens) and is_addressee(a, at, hooks):
        while at < len(a.tokens) and a.pos[at] in NAMING and not p.classes[at] & {"complementizer"}:
            at += 1
    return at < len(p.classes) and "complementizer" in p.classes[at]


def _is_described(p: Passage, verb: int, who: Speaker, hooks: Hooks) -> bool:
    """Whether a noun behind a verb is what it describes, the subject left out: "(he) described the report as a lie"."""
    bare = "describing" in p.classes[verb] and not p.analysis.tokens[verb].norm.endswith(hooks.OBJECTS)
    common = all(p.analysis.pos[t] in ("NOUN", "ADJ", "DET") for t in who.tokens)
    alone = bare and common and who.left == verb + 1 and _said_next(p, who)
    return alone and noun_reports.before_object(p, verb, who, hooks) is who  # "وصفت المفوضية | القرار بأنه"


def _named_before(p: Passage, front: Speaker | None, hooks: Hooks) -> Speaker | None:
    """The noun phrase before a verb with its object; over a description that begins with a pronoun ("X, he is …,")."""
    if front is None or p.analysis.pos[front.tokens[0]] != "PRON":
        return front
    return preceding.before(p, front.left - 1, hooks) if front.left and is_comma(p.analysis, front.left - 1) else None


def _quoted_as(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """Whom another quotes: "it quoted its commander, X, as saying that …", "X was quoted as saying …"."""
    a = p.analysis
    if not a.tags[verb].endswith(":VBG") or verb < 2 or "as_said" not in p.classes[verb - 1]:
        return None
    quoting = next((t for t in range(verb - 2, -1, -1) if a.pos[t] == "VERB"), None)
    if quoting is None:
        return None
    if a.tags[quoting].endswith(":VBN") and "passive_auxiliary" in p.classes[quoting - 1]:
        return preceding.before(p, quoting, hooks)
    return speakers.behind(p, quoting + 1, hooks)


def _clashes(p: Passage, verb: int, who: Speaker, hooks: Hooks) -> bool:
    """Whether what stands behind a verb is its object, and the subject is left out: a masdar, or of another gender."""
    a, head = p.analysis, p.analysis.tokens[who.tokens[0]]
    if "any" in p.classes[who.tokens[0]] or _is_deed(p, verb, who, hooks):
        return True
    if a.pos[who.tokens[0]] != "NOUN" or who.left != verb + 1 or side_by_side.is_placed(p, who):
        return False
    if "say_of" in p.classes[verb] and _said_next(p, who, hooks):
        return False  # "تفيد تقديرات المنظمة بأن"
    described = who.right + 1 < len(a.tokens) and is_comma(a, who.right)
    if described and p.classes[who.right + 1] & {"relative", "copular_pronoun"} and "say_of" not in p.classes[verb]:
        return False  # "وقال عكاشة، الذي يقود النقابة"
    code = lexicon.code_of(head.text)
    put = bool(p.classes[verb - 1] & {"as_said", "what_said"}) if verb else False  # "وفق ما أفاد مصدر"
    if not put and head.fold in load(code).folded("structure", "nameless_sources"):
        return False
    if (
        "say_of" in p.classes[verb]
        and lexicon.english_predicate(code, head.fold, False)
        and hooks.core(head.text) is None
    ):
        return lexicon.english_noun(code, head.fold) is None
    if ("PROPN", "PROPN") in pairwise(a.pos[t] for t in who.tokens):
        return False  # a man may be a رحالة
    masculine = hooks.gender_number(a.tokens[verb].norm, a.tags[verb])[0] == "m"
    return masculine and head.norm.endswith(hooks.FEMININE) and head.kind == "word"


def _is_deed(p: Passage, verb: int, who: Speaker, hooks: Hooks) -> bool:
    """Whether what stands behind a verb of denying is a deed done to something of somebody's: "أنكر | حرق جثتها"."""
    a, head, owned = p.analysis, who.tokens[0], who.tokens[0] + 1
    if "denying" not in p.classes[verb] or not hooks.VERB_FIRST or owned >= len(a.tokens) or a.pos[owned] != "NOUN":
        return False
    word, code = a.tokens[head], lexicon.code_of(a.tokens[head].text)
    bare = head == verb + 1 and hooks.core(word.text) is None and verbs.is_masdar(code, word.fold)
    return bare and nominals.is_owned(code, a.tokens[owned].norm, a.tokens[owned].fold)


def _behind_quote(p: Passage, verb: int) -> Speaker | None:
    """All words between a quotation and the verb that follows it, where no mark parts them."""
    a, t = p.analysis, verb - 1
    while t > 0 and verb - t < _SHORT and a.tokens[t].kind != "mark" and not p.quoted[t]:
        t -= 1
    if (
        t + 1 >= verb
        or any(a.pos[k] in ("CCONJ", "SCONJ", "ADP") for k in (t + 1, verb - 1))
        or not reach.closes(p, t)
        or a.pos[verb - 1] == "PRON"
    ):
        return None
    return Speaker(tuple(range(t + 1, verb)), t + 1, verb)


def _announced(p: Passage) -> bool:
    """Whether the sentence sets its topic before the verb ("as for X, …"): the verb then bears a conjunction."""
    return any("topic" in c for c in p.classes[:3])


def _is_topic(p: Passage, who: Speaker) -> bool:
    """Whether a noun phrase before a verb begins its clause, so that it is the subject and no object of a verb."""
    a, first = p.analysis, who.left
    if first == 0:
        return True
    if p.classes[first - 1] & {"time", "conditional"}:
        return False
    clause = a.pos[first - 1] in ("SCONJ", "CCONJ", "PART", "AUX") or bool(
        p.classes[first - 1] & {"contrast", "topic", "relative"}
    )
    return clause or (a.tokens[first - 1].kind == "mark" and not any(a.pos[k] in VERBAL for k in range(first)))


def reports_telling(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """The indefinite reports whose clause the verb begins: "رد الوزير على | تقارير تفيد بأن", "سحبت | دراسة زعمت"."""
    t = verb - 1
    if (
        not hooks.VERB_FIRST
        or t < 0
        or not p.classes[t] & {"report_noun", "telling_noun"}
        or p.analysis.has_conjunction(verb)
    ):
        return None
    word = p.analysis.tokens[t]
    plain = hooks.core(word.text) is None and hooks.possessor(word.norm, "NOUN") is None
    inside = t > 0 and "in_which" in p.classes[t - 1]  # "warned in | a report which said that"
    return Speaker((t,), t, verb) if plain and not inside else None


def source_of(p: Passage, noun: int, hooks: Hooks) -> Speaker | None:
    """Whom a noun of saying quotes: "quoted from X his saying that …", "ascribed to X the saying that …"."""
    for t in range(max(0, noun - _SHORT), noun - 2):
        if "ascribing" in p.classes[t] and p.analysis.pos[t + 1] == "ADP":
            return speakers.behind(p, t + 2, hooks, wide=hooks.VERB_FIRST)
    for t in range(noun - 1, max(-1, noun - 14), -1):
        if "from_whom" in p.classes[t]:
            return speakers.behind(p, t + 1, hooks, wide=hooks.VERB_FIRST)
        if p.analysis.tokens[t].kind == "mark" and not p.quoted[t - 1]:
            break
    return None


def called(p: Passage, who: Speaker, hooks: Hooks) -> str | None:
    """The words for a speaker, a name without its title; of words with a count what stands before a verb, if anything.

    "The operator cut 12 percent of its trains, saying …" names the operator, and not so much more.
    """
    tokens = list(who.tokens)
    if len(tokens) > _LONG and any("quantity" in p.mention_types[t] for t in tokens[1:]):
        verb = next((n for n, t in enumerate(tokens) if p.analysis.pos[t] in VERBAL), 0)
        aged = any(p.analysis.tokens[t].text == "-" and "quantity" in p.mention_types[t - 1] for t in tokens[1:])
        tokens = tokens[:verb] if aged or _counts_on(p, who) else tokens
    return phrase_text(p.analysis, untitled(p, tokens, hooks)) if tokens else None


def _counts_on(p: Passage, who: Speaker) -> bool:
    """Whether a count follows a noun of a phrase right away, as an object follows its verb ("cut 12 percent")."""
    pos = p.analysis.pos
    return any(
        "quantity" in p.mention_types[t] and pos[t - 1] not in ("ADP", "DET", "ADJ", "PART") for t in who.tokens[1:]
    )


def main_actor(p: Passage, hooks: Hooks, named: bool = True) -> str | None:
    """Who acts in a sentence: the subject of its first verb; if `named`, only one with a name of its own."""
    a = p.analysis
    for t in range(min(len(a.tokens), 24)):
        if a.pos[t] in VERBAL and is_finite(a, t) and not p.quoted[t]:
            who = subject(p, t, hooks)
            if who is None or (named and not any(a.pos[k] == "PROPN" for k in who.tokens) and not _is_somebody(p, who)):
                return None
            first = a.tokens[who.tokens[0]].start
            place = any(m.type == "place" and m.start == first and len(who.tokens) < 2 for m in p.mentions)
            return None if place else called(p, who, hooks)
    return None


def _is_somebody(p: Passage, who: Speaker) -> bool:
    """Whether a relative pronoun for persons follows a noun phrase: "A former employee, who …"."""
    t = who.tokens[-1] + 1
    t += t < len(p.classes) and is_comma(p.analysis, t)
    return t < len(p.classes) and "of_person" in p.classes[t]
