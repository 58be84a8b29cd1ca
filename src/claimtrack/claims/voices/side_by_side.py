"""Noun phrases side by side behind a verb that comes first: who acts, who acts with them, and what they act on.

"اتهمت كييف | موسكو | بقصف مستشفى", "أعلنت فرنسا وألمانيا | إرسال 200 جندي": nothing but the build of a noun phrase
tells where the subject ends, so that it is read word by word.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import LONGEST, NAMING, is_addressee, is_comma, is_finite
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.claims.voices.speakers import Speaker
from claimtrack.languages import Hooks, lexicon, load, nominals, verbs
from claimtrack.text.folding import fold

_ASIDE = 24
"""Within so many tokens behind a verb a clause that describes who accuses comes to its end."""
_OTHERWISE = frozenset({"describing", "attributing", "estimating"})
"""Verbs whose two noun phrases are told apart by other means."""


@dataclass(frozen=True, slots=True)
class Charge:
    """Who accuses, None where the verb has no subject behind it; the tokens of the accused; where the charge begins."""

    accuser: Speaker | None
    accused: tuple[int, ...]
    link: int


def charge(p: Passage, verb: int, hooks: Hooks, front: bool) -> Charge | None:
    """Who accuses whom at a verb of accusing that a charge follows; None where none does.

    `front` tells that the accuser stands before the verb. Where but one noun phrase follows, it is the accused.
    """
    if not hooks.VERB_FIRST or "charging" not in p.classes[verb] or _bears_object(p, verb):
        return None
    link = _link(p, verb + 1, hooks)
    if link is None:
        return None
    first, last = verb + 1, _past_joined(p, end_of_phrase(p, verb + 1, link, hooks), link, hooks)
    if last + 1 < link and _belongs(p, last):
        last = end_of_phrase(p, last + 1, link, hooks)  # "نواب | من المعارضة"
    while last < link and _is_where(p, last):
        last += 1
    end = last
    if last < link and is_comma(p.analysis, last):
        closing = next((t for t in range(last + 1, link) if is_comma(p.analysis, t)), last)
        named = any(p.analysis.pos[t] == "PROPN" for t in range(last + 1, closing))
        named = named and not p.classes[last + 1] & {"relative", "copular_pronoun"}
        first, last, end = (last + 1, closing, closing + 1) if named else (first, last, closing + 1)
    if end >= link or front:
        return Charge(None, tuple(range(verb + 1, link)), link)
    return Charge(Speaker(tuple(range(first, last)), verb + 1, end), tuple(range(end, link)), link)


def accused(p: Passage, report: Reporting, hooks: Hooks) -> tuple[int, ...]:
    """The tokens of whom the verb of a report accuses of what it reports; none where it accuses nobody."""
    found = charge(p, report.cue, hooks, False)
    if found is None or report.first < report.cue:
        return ()
    if found.accuser is None or report.first == found.accused[0]:
        return found.accused
    named = p.analysis.tokens[found.accuser.tokens[-1]].text in (report.frame.speaker or "").split()
    return found.accused if named else (*found.accuser.tokens, *found.accused)


def beside_object(p: Passage, verb: int, who: Speaker, hooks: Hooks) -> Speaker:
    """The subject behind a verb with all who act with it, and without what it tells of: "نفت موسكو | قصف المستشفى"."""
    a, i = p.analysis, who.left
    if i != verb + 1 or not hooks.VERB_FIRST or p.classes[verb] & _OTHERWISE or p.quoted[i] != p.quoted[verb]:
        return who
    if verb and "negator" in p.classes[verb - 1]:
        return who
    if who.tokens != tuple(range(i, who.right)) or any(a.tokens[t].kind == "mark" for t in who.tokens):
        return who
    stop = _end_of_run(p, i)
    told = stop < len(a.tokens) and ("complementizer" in p.classes[stop] or a.tokens[stop].text == ":")
    telling = "tell" in p.classes[verb]
    bare = telling or ("say_of" in p.classes[verb] and not told)
    end = min(who.right, end_of_phrase(p, i, stop, hooks)) if bare else who.right
    if bare and is_placed(p, Speaker(who.tokens, i, end)):
        end = end_of_phrase(p, end + 1, _end_of_run(p, end + 1), hooks)
        if _is_object(p, end, _end_of_run(p, end), hooks):  # "مصدر | في الوزارة | استيراد القمح"
            return Speaker(tuple(range(i, end)), i, end)
        return who
    joined = end if telling else _past_joined(p, end, stop, hooks)
    if joined > end:
        follows = joined == stop and told if not bare else _is_object(p, joined, stop, hooks)
        end = joined if follows else end
    cut = end < who.right and _is_object(p, end, stop, hooks) and (telling or _is_closed(p, i, end, hooks))
    if end > who.right or cut:
        return Speaker(tuple(range(i, end)), i, end)
    return who


def end_of_phrase(p: Passage, i: int, stop: int, hooks: Hooks) -> int:
    """The token behind the noun phrase that begins at token `i`, at most `stop`."""
    a, t = p.analysis, i + 1
    if i >= stop:
        return stop
    if "place" in p.mention_types[i]:
        return _past_adjectives(p, _past_mention(p, i), stop, hooks)
    token, code = a.tokens[i], lexicon.code_of(a.tokens[i].text)
    definite = _has_article(p, i, hooks)
    if not definite and (a.pos[i] == "PROPN" or _is_given(p, i)) and not _heads(p, i, hooks):
        return _past_name(p, t, stop)
    if not definite and t < stop and _is_unknown_before_deed(p, i, hooks):
        return t
    owned = nominals.is_owned(code, token.norm, token.fold) and not token.norm.endswith(hooks.FEMININE)
    closed = definite or owned or token.norm.endswith(hooks.SUBJECTS)
    if not closed and t < stop:
        described = a.pos[t] == "ADJ" and not _has_article(p, t, hooks)
        if not described and not a.has_conjunction(t):
            t = end_of_phrase(p, t, stop, hooks)
        while described and t < stop and a.pos[t] == "ADJ" and not _has_article(p, t, hooks):
            t += 1
    t = _past_adjectives(p, t, stop, hooks)
    if t + 1 < stop and "title_link" in p.classes[t]:
        t = end_of_phrase(p, t + 1, stop, hooks)
        ranked = t < stop and _is_person(p, t) and _has_article(p, t, hooks)  # "المتحدث باسم الجيش | العقيد أحمد"
        return end_of_phrase(p, t, stop, hooks) if ranked else _past_name(p, t, stop, True)
    return _past_name(p, t, stop, True) if _is_person(p, i) else t


def _heads(p: Passage, i: int, hooks: Hooks) -> bool:
    """Whether a word that may be a name is a known noun before its owner: "وزيرا | الصحة", "نادي | الوحدة"."""
    token, owner = p.analysis.tokens[i], i + 1
    known = "role" in p.classes[i] or lexicon.english_noun(lexicon.code_of(token.text), token.fold) is not None
    return known and owner < len(p.classes) and _has_article(p, owner, hooks)


def _past_adjectives(p: Passage, t: int, stop: int, hooks: Hooks) -> int:
    """The token behind the definite adjectives that stand from token `t` on."""
    a, noun = p.analysis, hooks.gender_number(p.analysis.tokens[t - 1].norm, p.analysis.tags[t - 1])[1]
    while t < stop and a.pos[t] == "ADJ" and _has_article(p, t, hooks) and not a.has_conjunction(t):
        if noun == "s" and hooks.gender_number(a.tokens[t].norm, a.tags[t])[1] == "p":
            break  # "اتهم الحضرمي | الحوثيين"
        if a.tokens[t - 1].norm.endswith(hooks.FEMININE) and a.tokens[t].norm.endswith(hooks.NISBA):
            break  # "اتهمت النيابة العامة | الناصري"
        t += 1
    return t


def _has_article(p: Passage, t: int, hooks: Hooks) -> bool:
    """Whether a word bears the article, a conjunction before it aside: "والشرطة"."""
    text = p.analysis.tokens[t].text
    return hooks.core(text[1:] if p.analysis.has_conjunction(t) else text) is not None


def _past_mention(p: Passage, i: int) -> int:
    """The token behind the place that begins at token `i`."""
    tokens = p.analysis.tokens
    found = (m.end for m in p.mentions if m.type == "place" and tokens[i].start <= m.start < tokens[i].end)
    end = max(found, default=tokens[i].end)
    return next((t for t in range(i + 1, len(tokens)) if tokens[t].start >= end), len(tokens))


def _past_name(p: Passage, t: int, stop: int, titled: bool = False) -> int:
    """The token behind the parts of a name from token `t` on; behind a title a word that no list knows may be one."""
    a = p.analysis
    while t < stop and a.tokens[t].is_word and "place" not in p.mention_types[t] and not a.has_conjunction(t):
        word, code = a.tokens[t], lexicon.code_of(a.tokens[t].text)
        known = lexicon.english_noun(code, word.fold) is not None or verbs.is_masdar(code, word.fold)
        known = known or a.pos[t] not in NAMING
        known = known or (load(code).hooks.core(word.text) is not None and not _is_surname(p, t))
        if a.pos[t] != "PROPN" and "kin" not in p.classes[t] and not _is_given(p, t) and (known or not titled):
            break
        t += 1
    return t


def _is_surname(p: Passage, t: int) -> bool:
    """Whether a word with the article that no list knows ends a personal name: "سامي الدايم"."""
    a, hooks = p.analysis, load(lexicon.code_of(p.analysis.tokens[t].text)).hooks
    several = hooks.gender_number(a.tokens[t].norm, a.tags[t])[1] == "p"
    return not several and a.pos[t] in ("NOUN", "ADJ") and _is_given(p, t - 1)


def _is_given(p: Passage, t: int) -> bool:
    """Whether a word is a personal name, though it may be a common noun as well."""
    token = p.analysis.tokens[t]
    language = load(lexicon.code_of(token.text))
    return language.hooks.VERB_FIRST and token.fold in language.folded("persons", "arabic_given")


def _is_unknown_before_deed(p: Passage, t: int, hooks: Hooks) -> bool:
    """Whether a word that no list knows stands before a verbal noun without article: "نفى يايسله | وجود خلاف"."""
    word, deed = p.analysis.tokens[t], p.analysis.tokens[t + 1]
    code = lexicon.code_of(word.text)
    known = lexicon.english_noun(code, word.fold) or lexicon.english_predicate(code, word.fold, False)
    if known or "role" in p.classes[t] or p.analysis.has_conjunction(t) or word.norm.endswith(hooks.FEMININE):
        return False
    return hooks.core(deed.text) is None and verbs.is_masdar(code, deed.fold) and not p.analysis.has_conjunction(t + 1)


def _is_person(p: Passage, t: int) -> bool:
    """Whether a noun says what a person is, so that a name may follow it: an office, a calling, a word of respect."""
    token = p.analysis.tokens[t]
    code = lexicon.code_of(token.text)
    language = load(code)
    word = lexicon.bare(code, token.fold)
    people = language.folded("descriptions", "person")
    listed = word in people or word.removesuffix(fold(language.hooks.FEMININE)) in people
    return listed or bool(p.classes[t] & {"role", "rank", "honorific"})


def _past_joined(p: Passage, end: int, stop: int, hooks: Hooks) -> int:
    """The token behind all noun phrases that conjunctions join to the one that ends before token `end`."""
    a = p.analysis
    while end < stop and a.has_conjunction(end) and a.pos[end] in ("NOUN", "PROPN"):
        if nominals.has_preposition(lexicon.code_of(a.tokens[end].text), a.tokens[end].norm):
            break
        end = end_of_phrase(p, end, stop, hooks)
    return end


def _end_of_run(p: Passage, i: int) -> int:
    """The token behind all nominal words from token `i` on."""
    a, t = p.analysis, i
    while t < min(i + LONGEST, len(a.tokens)) and a.tokens[t].is_word and a.pos[t] in NAMING:
        if "time" in p.mention_types[t] or p.classes[t] & {"complementizer", "relative", "moment"}:
            break
        t += 1
    return t


def _is_closed(p: Passage, i: int, end: int, hooks: Hooks) -> bool:
    """Whether nothing but another phrase can follow the one from token `i`: it is definite, or an act is named."""
    word = p.analysis.tokens[end]
    code = lexicon.code_of(word.text)
    acts = verbs.is_masdar(code, word.fold) or verbs.is_masdar(code, lexicon.bare(code, word.fold))
    return acts or "place" in p.mention_types[i] or _has_article(p, i, hooks)


def _is_object(p: Passage, t: int, stop: int, hooks: Hooks) -> bool:
    """Whether what a verb tells of begins at token `t`: a noun that no conjunction joins to what stands before it."""
    a = p.analysis
    if t >= len(a.tokens) or a.has_conjunction(t) or is_addressee(a, t, hooks):
        return False
    if t < stop:
        return a.pos[t] in ("NOUN", "DET", "NUM")
    word = a.tokens[t]
    code = lexicon.code_of(word.text)  # an owned masdar that the tagger took for a verb: "مصر والأردن | رفضهما"
    return a.pos[t] == "VERB" and nominals.is_owned(code, word.norm, word.fold)


def _link(p: Passage, i: int, hooks: Hooks) -> int | None:
    """Where a charge begins behind the nominal words from token `i` on: "بأن", "بقصف", "بـ«التحريض»"."""
    a, t, known, unsure = p.analysis, i, None, None
    while t < min(i + _ASIDE + LONGEST, len(a.tokens) - 1):
        if t > i and "complementizer" in p.classes[t]:
            return t
        if t > i and known is None and _bears_charge(p, t, True):
            known = t
        if t > i and "negator" in p.classes[t] and is_finite(a, t + 1):
            t += 1  # "منظمات | لم يسمها | بتضخيم الأرقام"
        elif is_comma(a, t) and p.classes[t + 1] & {"relative", "copular_pronoun"}:
            t = next((k for k in range(t + 1, i + _ASIDE) if k < len(a.tokens) and is_comma(a, k)), t)
        elif (
            not is_comma(a, t)
            and not (t > i and _belongs(p, t))
            and (not a.tokens[t].is_word or a.pos[t] not in NAMING)
        ):
            break
        if t > i and unsure is None and _bears_charge(p, t, False):
            unsure = t
        t += 1
    return unsure if known is None else known


def _bears_charge(p: Passage, t: int, known: bool) -> bool:
    """Whether a noun, if `known` one of the lexicon, bears the preposition that leads to what one is accused of."""
    token = p.analysis.tokens[t]
    code = lexicon.code_of(token.text)
    if p.analysis.pos[t] == "PROPN" or "place" in p.mention_types[t] or "title_link" in p.classes[t]:
        return False
    language = load(code)
    leads = language.folded("structure", "charging_with")
    if token.fold in leads:
        return True
    if token.fold in lexicon.nouns(code) or token.fold in lexicon.masdars(code):
        return False
    found = [
        rest for particles, rest in language.hooks.variants(token.fold) if particles[:1] in leads and len(rest) > 1
    ]
    return any(rest in lexicon.nouns(code) or rest in lexicon.masdars(code) for rest in found) if known else bool(found)


def is_placed(p: Passage, who: Speaker) -> bool:
    """Whether somebody who speaks without a name stands before what they belong to: "مصدر | في الوزارة"."""
    token = p.analysis.tokens[who.left]
    nameless = token.fold in load(lexicon.code_of(token.text)).folded("structure", "nameless_sources")
    return nameless and who.right + 1 < len(p.classes) and _belongs(p, who.right)


def _belongs(p: Passage, t: int) -> bool:
    """Whether a preposition leads from somebody to what they are part of."""
    token = p.analysis.tokens[t]
    language = load(lexicon.code_of(token.text))
    return p.analysis.pos[t] == "ADP" and token.fold in language.folded("structure", "belonging")


def _is_where(p: Passage, t: int) -> bool:
    """Whether a place with a preposition written on it goes on with a noun phrase: "النيابة العامة | بطرابلس"."""
    token = p.analysis.tokens[t]
    return any(m.type == "place" and token.start < m.start < token.end for m in p.mentions)


def _bears_object(p: Passage, verb: int) -> bool:
    """Whether a verb bears whom it acts on: "يتهمني"."""
    token = p.analysis.tokens[verb]
    return verbs.bears_object(lexicon.code_of(token.text), token.fold, p.analysis.tags[verb])
