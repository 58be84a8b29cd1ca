"""Reports that are noun phrases: "denied any delay", "announced the death of three people"."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import NAMING, is_addressee, is_comma, is_finite
from claimtrack.claims.voices.other_voices import STOPS, comments, contrasts
from claimtrack.claims.voices.reach import Stretch
from claimtrack.claims.voices.speakers import Speaker, until
from claimtrack.claims.voices.when import opens
from claimtrack.languages import Hooks, lexicon, load, verbs
from claimtrack.text.tokens import Token


def governed(p: Passage, verb: int, who: Speaker | None, hooks: Hooks) -> Stretch | None:
    """What a verb reports as a noun phrase: "denied any delay", "announced the death of three people"."""
    a = p.analysis
    if "taking" in p.classes[verb] and not _says_of_someone(p, verb):
        return None
    if "say_as" in p.classes[verb]:
        told = who is not None or (verb > 0 and is_comma(a, verb - 1))  # "…, calling it unfair"
        if verb + 1 >= len(a.tokens) or a.pos[verb + 1] in ("ADP", "ADV", "PART", "PUNCT") or not told:
            return None
    elif "say_of" not in p.classes[verb] or _describes_so_many(p, verb):
        return None
    first = verb + 1
    if who is not None and who.left > verb:
        attached = who.right - who.tokens[-1] <= _ATTACHED or any(a.tokens[t].kind == "mark" for t in who.tokens)
        first = _behind_description(p, who.right) if attached else who.right
        first = _behind_agency(p, _before_comma(p, verb, who, hooks) or first, hooks)
    while first < len(a.tokens) and (a.tokens[first].kind == "mark" or "time" in p.mention_types[first]):
        first += 1
    if _points_back(p, first) or (first < len(p.classes) and "negator" in p.classes[first]):
        return None  # "rejected that version", "admitted no such thing"
    for t in range(first, len(a.tokens)):
        joined = t > first and (a.has_conjunction(t) or a.pos[t - 1] == "CCONJ")
        conjoined = joined and (a.pos[t] in VERBAL or _begins_clause(p, t))
        accused = a.tokens[verb].norm.endswith(hooks.OBJECT_OF_FIRST) and is_comma(a, t)  # "تتهمني بالسرقة، وأنا …"
        named = accused or ("say_as" in p.classes[verb] and a.tokens[t].norm in (",", ";") and not p.quoted[t])
        if named or comments(p, t):
            return (first, t)
        aside = t > first and (p.classes[t] & {"contrast", "that_being"} or _tells_when(p, t, verb) or opens(p, t))
        if conjoined or (p.classes[t] & {"say_participle"}) or aside:
            return (first, t) if t > first else None
    return (first, len(a.tokens)) if first < len(a.tokens) else None


def _behind_agency(p: Passage, first: int, hooks: Hooks) -> int:
    """Where what is reported begins behind the name of whom it is told: "denied to the News Agency | the death".

    Such a name goes on as far as its words have the article.
    """
    a, told = p.analysis, first - 1 if first and "press" in p.classes[first - 1] else first
    if (
        not hooks.VERB_FIRST
        or told >= len(a.tokens)
        or "press" not in p.classes[told]
        or not is_addressee(a, told, hooks)
    ):
        return first
    end = told + 1
    while end < len(a.tokens) and (a.pos[end] == "PROPN" or hooks.core(a.tokens[end].text) is not None):
        end += 1
    return end if end < len(a.tokens) and a.pos[end] == "NOUN" else first


def denied_in_passing(p: Passage, participle: int) -> Stretch | None:
    """What a participle behind a comma denies as a noun phrase: "…, denying | any delay", up to the next comma."""
    a, first = p.analysis, participle + 1
    if participle == 0 or not is_comma(a, participle - 1) or first >= len(a.tokens):
        return None
    if a.pos[first] not in ("NOUN", "DET") or _points_back(p, first) or a.has_conjunction(first):
        return None
    ends = (t for t in range(first, len(a.tokens)) if a.tokens[t].norm in (",", *STOPS) and not p.quoted[t])
    last = next(ends, len(a.tokens))
    return (first, last) if last > first + 1 else None


def _before_comma(p: Passage, verb: int, who: Speaker, hooks: Hooks) -> int | None:
    """Where what is reported begins before a comma: "نفت الوزارة | سقوط المدينة، مؤكدة أن …".

    The words up to the comma seem to describe the speaker, as "X, in Rome, …" does; a noun that heads a phrase of its
    own among them is what the verb reports.
    """
    a, first = p.analysis, who.tokens[-1] + 1
    gap = range(first, who.right)
    if not hooks.VERB_FIRST or who.right >= len(a.tokens) or not is_comma(a, who.right):
        return None
    if "describing" in p.classes[verb] or any(a.tokens[t].kind == "mark" for t in gap):
        return None  # "الذي وصفه علماء للمرة الأولى، …"
    for t in gap:
        if a.pos[t] == "NOUN" and _heads_phrase(p, t, hooks) and not a.has_conjunction(t):
            return t
        if a.pos[t] == "ADP":
            return None
    return None


def _begins_clause(p: Passage, t: int) -> bool:
    """Whether a pronoun with its verb begins a clause behind a comma and a conjunction: "…, and it was three days"."""
    a = p.analysis
    return a.pos[t] == "PRON" and is_comma(a, t - 2) and t + 1 < len(a.tokens) and is_finite(a, t + 1)


def _behind_description(p: Passage, comma: int) -> int:
    """Where what is reported begins behind words between commas that describe the speaker: "اتهم X، وهو طبيب، …"."""
    a = p.analysis
    if comma >= len(a.tokens) or not is_comma(a, comma):
        return comma
    end = next((t for t in range(comma + 1, min(comma + _OBJECT, len(a.tokens))) if a.tokens[t].kind == "mark"), comma)
    return end if is_comma(a, end) and end + 1 < len(a.tokens) else comma


def _tells_when(p: Passage, t: int, verb: int) -> bool:
    """Whether the time of a denial begins behind a comma: "denied any case, | after reports that …"."""
    a = p.analysis
    return (
        "denying" in p.classes[verb]
        and is_comma(a, t - 1)
        and "time" in p.classes[t]
        and a.pos[t] in ("ADP", "SCONJ", "ADV", "NOUN")
    )


def estimated(p: Passage, verb: int, hooks: Hooks) -> Stretch | None:
    """What a verb gives a figure or a cause for: "put | the toll at 40", "قدرت الوزارة | عدد القطع بستين ألفا"."""
    a, end = p.analysis, len(p.analysis.tokens)
    if verb and "first_person" in p.classes[verb - 1]:
        return None  # "I put it at 40" is the speaker's own
    if "forecast" in p.classes[verb] and a.pos[verb] == "VERB" and (acting := _to_act(p, verb, hooks)) is not None:
        return verb + 1, _end_of_clause(p, acting)
    if (
        "attributing" in p.classes[verb]
        and a.pos[verb] == "VERB"
        and (cause := _attributed_to(p, verb, hooks)) is not None
    ):
        end = _end_of_clause(p, cause)
        described = (t for t in range(cause, end - 1) if is_comma(a, t) and "relative" in p.classes[t + 1])
        return verb + 1, next(described, end)
    if "estimating" not in p.classes[verb] or a.pos[verb] != "VERB":
        return None
    measure = next((t for t in range(verb + 2, min(verb + _SUBJECT, end)) if p.classes[t] & _MEASURES), None)
    first = verb + 1 if measure is None else measure
    link = first if measure is not None else _link(p, first, hooks.OF)
    if link is None:
        return None
    amount = next((t for t in range(link + 1, min(link + _OBJECT, end)) if "quantity" in p.mention_types[t]), None)
    quoted = measure is None and any(p.quoted[link + 1 : link + 3])
    if (amount is None or (measure is None and amount > link + _NEAR)) and not quoted:
        return None
    return first, _end_of_clause(p, amount or link)


def _to_act(p: Passage, verb: int, hooks: Hooks) -> int | None:
    """The infinitive of what somebody is expected to do: "analysts expect | earnings to | shrink"."""
    a, t = p.analysis, verb + 1
    while t + 1 < len(a.tokens) and (a.pos[t] in NAMING or a.pos[t] == "PRON" or a.tokens[t].norm == hooks.OF):
        t += 1
    acts = t > verb + 1 and t + 1 < len(a.tokens) and "infinitive" in p.classes[t]
    return t + 1 if acts and a.pos[t + 1] in VERBAL else None


def before_object(p: Passage, verb: int, who: Speaker, hooks: Hooks) -> Speaker | None:
    """Who explains or describes something, without it: "عزت القاسم | الخسائر إلى الضريبة", "وصفت الهيئة | القرار بأنه".

    Such a verb has an object, so that a noun that stands alone before its link is that; None where nothing else does.
    """
    if hooks.VERB_FIRST and "denying" in p.classes[verb] and (matter := _truth_behind(p, who, hooks)) is not None:
        return until(who, matter)
    link = _attributed_to(p, verb, hooks) if "attributing" in p.classes[verb] else None
    described = "describing" in p.classes[verb] and who.right < len(p.classes)
    if described and "complementizer" in p.classes[who.right]:
        link = who.right
    if link is None or not hooks.VERB_FIRST or who.tokens[-1] != link - 1:
        return who
    first = _object_of(p, list(who.tokens), hooks)
    if first is None:
        return who
    return until(who, first) if first > who.tokens[0] else who if described else None


def _truth_behind(p: Passage, who: Speaker, hooks: Hooks) -> int | None:
    """The noun of what is denied that was taken for the end of who denies it: "the minister | the truth of the story".

    Behind the article of a title no noun without one goes on with it.
    """
    a = p.analysis
    for before, t in pairwise(who.tokens):
        if a.pos[t] == "NOUN" and "denied_noun" in p.classes[t] and hooks.core(a.tokens[t].text) is None:
            titled = hooks.core(a.tokens[before].text) is not None or a.pos[before] == "PROPN"
            return t if titled else None
    return None


def _object_of(p: Passage, tokens: list[int], hooks: Hooks) -> int | None:
    """Where the last definite noun among tokens begins, with its adjectives and with the nouns that it is owner of."""
    a, n = p.analysis, len(tokens) - 1
    while n > 0 and a.pos[tokens[n]] == "ADJ" and hooks.core(a.tokens[tokens[n]].text) is not None:
        n -= 1
    head = a.tokens[tokens[n]]
    if a.pos[tokens[n]] != "NOUN" or hooks.core(head.text) is None or "role" in p.classes[tokens[n]]:
        return None
    while n > 1 and a.pos[tokens[n - 1]] == "NOUN" and _heads_phrase(p, tokens[n - 1], hooks):
        n -= 1
    return tokens[n]


def _heads_phrase(p: Passage, t: int, hooks: Hooks) -> bool:
    """Whether a word is a known noun without article that another may be the owner of: "ارتفاع | الأسعار"."""
    word = p.analysis.tokens[t]
    known = _is_known(word) or verbs.is_masdar(lexicon.code_of(word.text), word.fold)
    return hooks.core(word.text) is None and known and not p.classes[t] & {"role", "kin"}


def _is_known(word: Token) -> bool:
    return lexicon.english_noun(lexicon.code_of(word.text), word.fold) is not None


def _attributed_to(p: Passage, verb: int, hooks: Hooks) -> int | None:
    """The preposition that leads to where somebody says that something comes from: "ascribe its building | to"."""
    a = p.analysis
    first = verb + 2 if hooks.VERB_FIRST else verb + 1  # يُنسب إليه: the passive names nobody
    for t in range(first, min(verb + _SUBJECT, len(a.tokens))):
        if "attributed_to" in p.classes[t]:
            return t
        if (is_finite(a, t) and not hooks.VERB_FIRST) or a.tokens[t].norm in STOPS:
            return None
    return None


def _end_of_clause(p: Passage, inside: int) -> int:
    """Where a clause ends that goes on behind token `inside`: at what is joined, contrasted or said of it."""
    a = p.analysis
    for t in range(inside + 1, len(a.tokens)):
        conjoined = (a.has_conjunction(t) or a.pos[t - 1] == "CCONJ") and a.pos[t] in VERBAL
        told = p.classes[t] & {"say_participle", "copular_pronoun"} or contrasts(p, t)
        if conjoined or told or a.tokens[t].norm in STOPS:
            return t
    return len(a.tokens)


def _link(p: Passage, first: int, of: str) -> int | None:
    """The preposition that leads to a figure behind the noun phrase that begins at token `first`."""
    a = p.analysis
    for t in range(first, min(first + _OBJECT, len(a.tokens))):
        if "at_amount" in p.classes[t]:
            return t if t > first else None
        nominal = a.pos[t] in NAMING or a.pos[t] in ("PRON", "PART", "VERB") or a.tokens[t].norm == of
        if not nominal or is_finite(a, t) or "time" in p.mention_types[t]:
            return None
    return None


_MEASURES = frozenset({"estimated", "measured"})
_SUBJECT = 14
"""Within so many tokens behind a verb its subject ends and what it estimates begins."""
_OBJECT = 12
"""Within so many tokens the figure follows what is estimated."""
_ATTACHED = 2
"""So many tokens behind a speaker may still belong to them."""
_NEAR = 4
"""Within so many tokens a figure follows its preposition."""


def _points_back(p: Passage, first: int) -> bool:
    """Whether all that a verb reports is a noun that points back ("rejected that version") to what stands elsewhere."""
    a = p.analysis
    if first + 1 < len(a.tokens) and a.pos[first] == "PRON" and a.tokens[first + 1].kind == "mark":
        return not p.quoted[first]  # "reported it, …"
    if first >= len(a.tokens):
        return False
    word = a.tokens[first]
    pointing = word.fold in load(lexicon.code_of(word.text)).folded("structure", "pointing")
    return pointing and (first + 2 >= len(a.tokens) or a.tokens[first + 2].kind == "mark")


def _describes_so_many(p: Passage, verb: int) -> bool:
    """Whether what is described is a number of things: science, not speech ("described 142 species")."""
    counted = verb + 1 < len(p.quoted) and "quantity" in p.mention_types[verb + 1]
    return counted and not any("as_said" in p.classes[t] or p.quoted[t] for t in range(verb + 2, len(p.quoted)))


def _says_of_someone(p: Passage, verb: int) -> bool:
    """Whether what is claimed is a clause or an act: who claims compensation, asylum or a victory tells nothing."""
    a, t = p.analysis, verb + 1
    while t < len(a.tokens) and (a.pos[t] in NAMING or a.pos[t] == "PRON"):
        t += 1
    return t < len(a.tokens) and (is_finite(a, t) or (t == verb + 1 and "infinitive" in p.classes[t]))


def parted(p: Passage, first: int, last: int) -> bool:
    """Whether a semicolon outside quotations stands among the tokens: a noun phrase ends there."""
    return any(p.analysis.tokens[t].norm in STOPS and not p.quoted[t] for t in range(first, last))


def turns_down(p: Passage, verb: int) -> bool:
    """Whether a verb that may reject a claim turns down a thing: "rejected a ban", "dismissed that case in May"."""
    a = p.analysis
    if "disputing" not in p.classes[verb]:
        return False
    if _is_thing(p, verb):
        return True
    at = verb + 1
    while at + 1 < len(a.tokens) and a.pos[at] in ("DET", "ADJ", "NUM", "NOUN", "PROPN") and a.pos[at + 1] in NAMING:
        at += 1
    return at < len(a.tokens) and "proposal_noun" in p.classes[at]


def turns_report_down(p: Passage, i: int) -> bool:
    """Whether a verb of refusing has for its object what others say: "rejected | the accusations that …"."""
    return "refusing" in p.classes[i] and any(first == i for first, _ in p.phrases.get("rejected_report", ()))


def _is_thing(p: Passage, verb: int) -> bool:
    """Whether a verb has a plain noun phrase for its object: no clause, no act in -ing, nothing quoted."""
    a = p.analysis
    end = next((t for t in range(verb + 1, len(a.tokens)) if a.pos[t] == "PUNCT" or a.pos[t] == "CCONJ"), len(a.tokens))
    object_ = range(verb + 1, end)
    named = any(a.pos[t] in NAMING or a.pos[t] == "PRON" for t in object_)  # not "dismissed as “lies” a report"
    return named and not any(a.pos[t] in VERBAL or p.quoted[t] for t in object_)
