"""Who says it: the reporting frames inside a sentence and the stretch of words that each of them reports.

A frame is a reporting verb, participle or noun with its speaker ("X said that …", "…, adding that …", "…, said X") or
an attributing phrase ("according to X", "as X said"). A claim belongs to the innermost stretch that holds it.
"""

from __future__ import annotations

from dataclasses import replace

import claimtrack.claims.voices.as_told as as_told
import claimtrack.claims.voices.noun_reports as noun_reports
import claimtrack.claims.voices.preceding as preceding
import claimtrack.claims.voices.reach as reach
import claimtrack.claims.voices.reports_before as reports_before
import claimtrack.claims.voices.speakers as speakers
from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Frame, Passage
from claimtrack.claims.naming import phrase_text
from claimtrack.claims.participle_asides import opens_aside
from claimtrack.claims.phrases import NAMING, is_comma, is_finite, name_behind_title
from claimtrack.claims.voices.attributed import attributing, within
from claimtrack.claims.voices.contradicted import contradicted
from claimtrack.claims.voices.corrected import is_by_nobody, is_corrected
from claimtrack.claims.voices.idle_cues import is_ascribed, is_idle, is_supposed
from claimtrack.claims.voices.interrogated import answered, question
from claimtrack.claims.voices.naming_speakers import describes_speaker, names_only, names_speaker
from claimtrack.claims.voices.other_voices import withholds
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.claims.voices.roll import is_one
from claimtrack.claims.voices.speakers import Speaker
from claimtrack.claims.voices.tellers import called, reports_telling, source_of, subject
from claimtrack.claims.voices.told_aside import is_told_aside
from claimtrack.languages import Hooks, lexicon
from claimtrack.model.claims import NARRATOR, Stance
from claimtrack.text.folding import fold

NARRATION = Frame(NARRATOR, "narrated")
_STANCES: tuple[Stance, ...] = ("denying", "admitting", "distancing", "committing")
_CUES = frozenset({"say", "say_participle", "say_noun", "estimating"})
_SHORT = 14


def stance(classes: frozenset[str]) -> Stance:
    """What the cue commits to."""
    return next((name for name in _STANCES if name in classes), "neutral")


def frames(passage: Passage, cues: Cues) -> list[Reporting]:
    """All reporting frames of a sentence, those of verbs and participles in the order of the words."""
    if passage.reports is None:
        found: list[Reporting] = []
        for i, classes in enumerate(passage.classes):
            if classes & _CUES or noun_reports.turns_report_down(passage, i):
                each = _frame(passage, i, cues, found)
                if each is not None:
                    found = found if cues.language.hooks.VERB_FIRST else [_until(other, each) for other in found]
                    found.append(each)
        for first, last in passage.phrases.get("as_put", ()):
            worded = _worded(passage, first, last, cues, found)
            if worded is not None:
                found.append(worded)
        for first, last in passage.phrases.get("according", ()):
            phrase = attributing(passage, first, last, cues.language.hooks)
            if phrase is not None:
                found.append(within(passage, phrase, found))
        asked = question(passage)
        if asked is not None:
            who = subject(passage, asked.answer, cues.language.hooks)
            told = answered(passage, asked, None if who is None else called(passage, who, cues.language.hooks))
            found = found if told is None else [*(each for each in found if each.cue != asked.answer), told]
        against = contradicted(passage)
        found = [each for each in found if not any(first <= each.cue < ends for first, ends in against)]
        found = [each for each in found if not _is_in_series(passage, each)]
        passage.reports = [_by_quoted(each, found, cues.language.hooks) for each in found]
    return list(passage.reports)


def _is_in_series(p: Passage, each: Reporting) -> bool:
    """Whether verbs side by side with the cue would be what it reports: "She wrote four novels, | won and died"."""
    clause = p.quoted[each.first : each.first + 1] == (True,) or "complementizer" in p.classes[each.first - 1]
    beside = (verb for verbs in p.analysis.series if each.cue in verbs for verb in verbs)
    return not clause and each.first == each.cue + 1 and any(each.first <= verb < each.last for verb in beside)


def _by_quoted(inner: Reporting, found: list[Reporting], hooks: Hooks) -> Reporting:
    """A frame in the first person is of who is quoted with it: ""We warned them that it leaks," said the engineer"."""
    speaker = inner.frame.speaker
    if speaker is None or hooks.person(speaker.lower(), "PRON") not in ("1s", "1p"):
        return inner
    around = [each for each in found if each is not inner and each.first <= inner.cue < each.last and not each.nominal]
    quoted = min(around, key=lambda each: each.last - each.first, default=None)
    return inner if quoted is None else replace(inner, frame=replace(inner.frame, speaker=quoted.frame.speaker))


def _until(inner: Reporting, outer: Reporting) -> Reporting:
    """A frame within what another one behind it reports ends where that ends: "he had told us that …, she said"."""
    within = outer.first <= inner.cue < outer.last <= outer.cue
    return replace(inner, last=outer.last) if within and inner.first < outer.last < inner.last else inner


def _frame(p: Passage, i: int, cues: Cues, found: list[Reporting]) -> Reporting | None:
    """The frame of the cue at token `i`; None where it reports nothing."""
    hooks = cues.language.hooks
    verb = "say" in p.classes[i] and (p.analysis.pos[i] == "VERB" or "mistaken" in p.classes[i])
    figure = noun_reports.estimated(p, i, hooks)
    verb = verb or figure is not None or noun_reports.turns_report_down(p, i)
    if not verb and (
        not p.classes[i] & {"say_participle", "say_noun"} or reach.is_unconfirmed(p, i) or reach.is_said_by_nobody(p, i)
    ):
        return None
    if verb and (
        is_idle(p, i, hooks)
        or noun_reports.turns_down(p, i)
        or any(f.cue > i - 6 and reach.in_name(p, i, f.cue) for f in found)
    ):
        return None
    if verb and (is_supposed(p, i) or (not hooks.VERB_FIRST and opens_aside(p.analysis, i))):
        return None
    who = subject(p, i, hooks) if verb else source_of(p, i, hooks) if "say_noun" in p.classes[i] else None
    who = (reports_telling(p, i, hooks) or who) if verb else who
    if _lacks_speaker(p, i, who, hooks) or "partitive" in p.classes[i]:
        return None  # نصفها is "half of it", and "we describe it"
    ends = (_noun_end(p, i, hooks), *(() if who is None else (who.right,)))
    if verb and hooks.VERB_FIRST and any(is_ascribed(p, i, end) for end in ends):
        return None
    who = who if who is None or who.left < i else noun_reports.before_object(p, i, who, hooks)
    carried = hooks.VERB_FIRST and "attributing" in p.classes[i]  # "وعزت الخلل إلى …": as whoever spoke before
    if figure is not None and (who is not None or carried):
        who = speakers.until(who, figure[0]) if who is not None and who.left > i else who
        frame = Frame(_name(p, i, who, cues, found), "reported", p.analysis.tokens[i].text)
        return Reporting(i, frame, *figure, True, True)
    stretch, nominal = _stretch(p, i, who, verb, hooks)
    stretch = stretch and reach.within_time(p, i, who, stretch)
    if stretch is None or (verb and not hooks.VERB_FIRST and _informs_of_nothing(p, i, stretch[0])):
        return None
    if verb and who is None and hooks.VERB_FIRST and p.classes[i - 1] & {"whoever"} and p.analysis.pos[i - 1] == "PRON":
        return None  # "whoever claims that …"
    name = _name(p, i, who, cues, [each for each in found if not stretch[0] <= each.cue < stretch[1]])
    if verb and who is None and name is None and hooks.VERB_FIRST and p.quoted[i]:
        return None  # nobody else is named in the quotation
    return Reporting(i, Frame(name, "reported", p.analysis.tokens[i].text, stance(p.classes[i])), *stretch, nominal)


def _noun_end(p: Passage, verb: int, hooks: Hooks) -> int:
    """The token behind the noun phrase that follows a verb; a further noun with the article begins another."""
    a, t = p.analysis, verb + 1
    while t < len(a.pos) and a.pos[t] in NAMING:
        if t > verb + 1 and a.pos[t] == "NOUN" and hooks.core(a.tokens[t].text) is not None:
            break
        t += 1
    return t


def _stretch(p: Passage, i: int, who: Speaker | None, verb: bool, hooks: Hooks) -> tuple[tuple[int, int] | None, bool]:
    """The words that the cue at token `i` reports, and whether they are a mere noun phrase."""
    told = as_told.opening(p, i, i, who, hooks) if verb else None
    if told is not None:
        return told, False
    stretch = reach.behind(p, i, who, hooks) if verb or reach.introduced(p, i) else None
    left = i if who is None or who.left > i else who.left
    if stretch is not None and verb and not (hooks.VERB_FIRST and p.analysis.has_conjunction(i)):
        stretch = reports_before.both_sides(p, left, stretch)
    if stretch is None and not verb and "denying" in p.classes[i]:
        return noun_reports.denied_in_passing(p, i), True
    if stretch is not None or not verb:
        return stretch, False
    stretch = reports_before.before(p, i, left, who, hooks)
    if stretch is not None:
        return stretch, False
    relative = who is not None and who.left > 0 and "relative" in p.classes[who.left - 1]
    return (None if relative else noun_reports.governed(p, i, who, hooks)), True


def _informs_of_nothing(p: Passage, i: int, first: int) -> bool:
    """Whether a verb that names whom it tells goes on with no "that", no colon and no quotation."""
    told = "tell" in p.classes[i] and "bare" not in p.classes[i] and first > i
    led = any("complementizer" in p.classes[t] or p.analysis.tokens[t].kind == "mark" for t in range(i + 1, first + 1))
    return told and not led


def _worded(p: Passage, first: int, last: int, cues: Cues, found: list[Reporting]) -> Reporting | None:
    """The frame of a set phrase for wording something: "As X put it, …", "…, as he puts it"."""
    hooks = cues.language.hooks
    who = preceding.before(p, first, hooks)
    if who is None or not who.left or "as_said" not in p.classes[who.left - 1]:
        return None
    stretch = as_told.opening(p, first, last - 1, who, hooks)
    stretch = stretch or reports_before.before(p, last - 1, who.left, who, hooks)
    frame = Frame(_name(p, first, who, cues, found), "reported", p.analysis.tokens[first].text)
    return None if stretch is None else Reporting(first, frame, *stretch)


def _lacks_speaker(p: Passage, i: int, who: Speaker | None, hooks: Hooks) -> bool:
    """Whether a cue that speaks only through its source has none, and whether its subject is no one who speaks."""
    if "arriving" in p.classes[i] and (who is None or "in_which" not in p.classes[who.left - 1]):
        return True
    if "quoting" in p.classes[i] and (who is None or not _is_quoted_from(p, who)):
        return True
    if "charging" in p.classes[i] and who is None and not i and not p.analysis.has_conjunction(i):
        return hooks.VERB_FIRST  # "اتهم الوزير بتلقي رشوة" is a passive
    if who is not None and "negator" in p.classes[who.tokens[0]]:
        return True  # "no study has found that …"
    words = [] if who is None else [p.analysis.tokens[t].text for t in who.tokens]
    if len(words) == 1 and not hooks.VERB_FIRST and hooks.core(f"{words[0]} {words[0]}") is not None:
        return True  # "the | accused"
    free = who is not None and "whoever" in p.classes[who.tokens[0]]
    return free and (len(words) == 1) is hooks.VERB_FIRST  # "whatever the minister may claim"


def _is_quoted_from(p: Passage, who: Speaker) -> bool:
    """Whether a speaker stands behind the preposition that names a source."""
    return who.left > 0 and "from_whom" in p.classes[who.left - 1]


def _name(p: Passage, i: int, who: Speaker | None, cues: Cues, found: list[Reporting]) -> str | None:
    """The speaker in words: the first person where the verb says "I", the phrase beside it, else who spoke before."""
    a, hooks = p.analysis, cues.language.hooks
    listed = hooks.VERB_FIRST and a.tokens[i].norm in cues.verbs  # a third person that may look like "we"
    if a.pos[i] == "VERB" and not listed and _says_i(p, i, who, hooks):
        return hooks.FIRST_PERSON
    own = None if who is None else called(p, who, hooks)
    own = None if own is not None and _is_number(own, hooks) else own
    if own is not None and hooks.person(own.lower(), "PRON") != "3":
        return own
    if own is None and _says_they(p, i, hooks):
        before = _before_in_sentence(p, i, hooks, found)
        nobody = p.quoted[i] if before is None else is_one(before)
        return hooks.THEY if nobody else before
    if own is not None:
        spoke = [each.frame.speaker for each in found if each.cue < i and p.quoted[each.cue] == p.quoted[i]]
        return spoke[-1] if spoke else own
    return _before_in_sentence(p, i, hooks, found)


def _says_they(p: Passage, verb: int, hooks: Hooks) -> bool:
    """Whether the form of a verb says "they" ("قالوا")."""
    a = p.analysis
    plain = hooks.VERB_FIRST and a.pos[verb] == "VERB"
    return plain and hooks.gender_number(a.tokens[verb].norm, a.tags[verb])[1] == "p"


def _is_number(name: str, hooks: Hooks) -> bool:
    """Whether what would be a speaker is a mere number, or what is left of a range ("45 and-50")."""
    words = (word.lstrip("".join(hooks.CONJUNCTIONS)) for word in name.split())
    return not any(char.isalpha() for word in words for char in word)


def _says_i(p: Passage, verb: int, who: Speaker | None, hooks: Hooks) -> bool:
    """Whether the verb form says "I": surely, or in a quotation where no feminine subject follows it."""
    token, tag = p.analysis.tokens[verb], p.analysis.tags[verb]
    if who is not None and who.left < verb and "second_person" in p.classes[who.tokens[0]]:
        return False  # "أنت قلت إن"
    behind = hooks.VERB_FIRST and who is not None and who.left > verb
    if behind and ("tell" in p.classes[verb] or token.norm.endswith(hooks.OBJECT_OF_FIRST)):
        return False  # "أبلغني الخبراء أن", "وعدني الوزير بأن"
    if hooks.person(token.norm, tag) in ("1s", "1p"):
        return True
    if not (p.quoted[verb] and hooks.may_be_first_person(token.norm, tag)):
        return False
    head = None if who is None else p.analysis.tokens[who.tokens[0]]
    return head is None or lexicon.gender(lexicon.code_of(head.text), head.fold) != "f"


def _before_in_sentence(p: Passage, i: int, hooks: Hooks, found: list[Reporting]) -> str | None:
    """Who spoke or acted last in the same sentence before token `i`: the speaker of a frame, the subject of a verb."""
    a = p.analysis
    outer = [each for each in found if p.quoted[each.cue] == p.quoted[i] and not _is_told_within(p, i, each, found)]
    earlier = {each.cue: each.frame.speaker for each in outer}
    passed = {each.cue for each in found} - set(earlier)
    for t in range(i - 1, -1, -1):
        if t in earlier and "quoting" in p.classes[t]:
            return _quoting_or_quoted(p, i, t, earlier[t], hooks)
        if t in earlier and ("say_noun" not in p.classes[t] or _may_agree(p, i, t, hooks)):
            return earlier[t]
        told = any(each.cue < each.first <= t < each.last for each in outer)
        if t in passed or told or not _may_agree(p, i, t, hooks):
            continue
        telling = (
            a.pos[t] == "VERB"
            and "arriving" not in p.classes[t]
            and not (t and p.classes[t - 1] & {"relative", *(("whoever",) if hooks.VERB_FIRST else ())})
            and p.quoted[t] == p.quoted[i]
            and is_finite(a, t)
            and not preceding.is_relative_that(p, t - 1)
            and not (t and name_behind_title(p, t, t - 1, hooks))
        )
        if telling and ("say" in p.classes[t] or not earlier):
            who = subject(p, t, hooks)
            counted = who is not None and "say" not in p.classes[t] and a.tokens[who.tokens[0]].kind == "number"
            ours = hooks.VERB_FIRST and "own_subject" in p.classes[t]
            if ours and a.tokens[i].norm.startswith(hooks.CONJUNCTIONS) and "say" in p.classes[i]:
                asked = speakers.behind(p, t + 1 + (a.pos[t + 1] == "ADP"), hooks)
                return (
                    called(p, asked, hooks) if asked is not None and asked.right <= i else None
                )  # "سألنا المدير فقال"
            if who is not None and who.tokens[0] < i and not counted and not ours:
                return called(p, replace(who, tokens=tuple(k for k in who.tokens if k < i)), hooks)
    opens = hooks.VERB_FIRST and i > 1 and a.pos[0] in ("X", "AUX", "INTJ", "CCONJ", "PART")
    topic = hooks.VERB_FIRST and a.pos[0] == "PROPN"
    coordinated = not hooks.VERB_FIRST and a.pos[i - 1] == "CCONJ" and a.pos[0] in NAMING and not p.quoted[i]
    first = speakers.behind(p, 0 if topic or coordinated else 1, hooks) if opens or topic or coordinated else None
    return phrase_text(a, list(first.tokens)) if first is not None else None


def _quoting_or_quoted(p: Passage, i: int, verb: int, quoted: str | None, hooks: Hooks) -> str | None:
    """Of whom a participle is said behind "X quoted Y": of Y, unless its form fits X alone ("نقلت X عن Y …، مشيرة")."""
    if quoted is None or "say_participle" not in p.classes[i] or not hooks.VERB_FIRST:
        return quoted
    said = "f" if p.analysis.tokens[i].norm.endswith(hooks.FEMININE) else "m"
    head = fold(quoted.split()[0])
    if lexicon.gender(lexicon.code_of(head), head) in (None, said) or not _may_agree(p, i, verb, hooks):
        return quoted
    who = speakers.behind(p, verb + 1, hooks)
    return quoted if who is None else called(p, who, hooks)


def _is_told_within(p: Passage, i: int, each: Reporting, found: list[Reporting]) -> bool:
    """Whether a participle at `i` goes on with the frame around another: "said her client denies it, adding …".

    So does a verb of accusing behind a comma: "نفى المحامي أن يكون موكله قد اعترف، واتهم النيابة".
    """
    further = "charging" in p.classes[i] and p.analysis.has_conjunction(i) and is_comma(p.analysis, i - 1)
    if not further and "say_participle" not in p.classes[i]:
        return False
    return any(o is not each and o.first <= each.cue < o.last and not o.nominal for o in found)


def _may_agree(p: Passage, i: int, verb: int, hooks: Hooks) -> bool:
    """Whether a participle that reports may be said of the subject of a verb: their forms show one gender."""
    a = p.analysis
    cue = a.pos[verb] == "VERB" or "say_noun" in p.classes[verb]
    if not hooks.VERB_FIRST or "say_participle" not in p.classes[i] or not cue:
        return True
    said = "f" if a.tokens[i].norm.endswith(hooks.FEMININE) else "m"
    owner = hooks.possessor(a.tokens[verb].norm, "NOUN") if "say_noun" in p.classes[verb] else None
    if owner is not None:
        return owner[1] != "s" or owner[0] == said  # "قوله إن …، مشيرة"
    gender, number = hooks.gender_number(a.tokens[verb].norm, a.tags[verb])
    person = hooks.person(a.tokens[verb].norm, a.tags[verb])
    return number == "p" or person is not None or gender == said


def frame_of(passage: Passage, head: int, tokens: list[int], found: list[Reporting]) -> Frame | None:
    """The innermost frame that reports the claim headed by `head`; None where the sentence has none for it."""
    inside = set(tokens)
    words = f" {' '.join(passage.analysis.tokens[t].text for t in tokens)} "
    best: Reporting | None = None
    for each in found:
        within = each.first <= tokens[0] + 1 and tokens[-1] < each.last and each.first <= head < each.last
        if not within and not (each.figure and each.cue in inside and tokens[-1] < each.last):
            continue
        apart = each.nominal and noun_reports.parted(passage, each.first, tokens[0])
        if apart or names_only(passage, tokens, each) or words.strip() in (each.frame.speaker or ""):
            continue
        whole = each.first == 0 and each.last == len(passage.analysis.tokens)
        whole = whole or _holds_its_source(passage, each)
        if each.cue in inside and each.first <= each.cue and not whole:
            continue
        if each.first <= each.cue < tokens[0] and _amid_quotations(passage, each, tokens):
            continue
        if each.frame.stance == "denying" and is_told_aside(passage, tokens):
            continue  # "denied shelling the hospital, in which 32 people died"
        if is_corrected(passage, each.cue) or is_by_nobody(passage, each.cue):
            continue  # who tells of the error says that it is one
        if describes_speaker(passage, each, tokens[0]):
            continue  # "according to engineers who saw it"
        if not passage.quoted[tokens[0]] and withholds(passage, tokens[0]):
            continue  # "the supervisor, whom she did not name"
        if each.cue not in inside and len(tokens) < _SHORT and names_speaker(each, words):
            continue
        if best is None or each.last - each.first <= best.last - best.first:
            best = each
    return None if best is None else _with_quotes(passage, tokens, best.frame)


def _holds_its_source(passage: Passage, each: Reporting) -> bool:
    """Whether a frame is an attributing phrase behind a comma or a pronoun, so that a claim with it is its source's."""
    a = passage.analysis
    attributing = any(first == each.cue for first, _ in passage.phrases.get("according", ()))
    begun = 0 < each.first == each.cue - 1 and a.pos[each.first] == "PRON"  # "، وهم بحسب الجيش …"
    return attributing and each.cue > 0 and (is_comma(a, each.cue - 1) or begun)


def _amid_quotations(passage: Passage, each: Reporting, tokens: list[int]) -> bool:
    """Whether a claim stands behind a frame in the midst of quotations and in none: it describes who speaks."""
    opens = any(passage.quoted[each.first : each.first + 2])
    return opens and not any(passage.quoted[t] for t in tokens)


def _with_quotes(passage: Passage, tokens: list[int], frame: Frame) -> Frame:
    inside = sum(passage.quoted[t] for t in tokens)
    if frame.attribution == "reported" and inside * 2 > len(tokens) and passage.quoted[tokens[0]]:
        return Frame(frame.speaker, "direct", frame.cue, frame.stance)
    return frame
