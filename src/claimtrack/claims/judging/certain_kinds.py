"""Kinds that the words of a claim settle alone, whatever else weighs: a judgement said as such, a motive, an offer.

On the annotated texts, "it is ADJ to" and its Arabic like opened an opinion 43 times in 44, and no evidence settles a
motive.
"""

from __future__ import annotations

from collections.abc import Callable

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.cues import cues
from claimtrack.claims.draft import Draft
from claimtrack.claims.judging.denial import governing, is_opened
from claimtrack.claims.judging.done_to import is_assured, is_foreseen
from claimtrack.claims.judging.joined_verbs import shared_sign
from claimtrack.claims.judging.stretch import Stretch
from claimtrack.claims.phrases import is_finite
from claimtrack.claims.splitting.titled import is_person
from claimtrack.claims.values import counts
from claimtrack.languages import lexicon, load
from claimtrack.model.claims import Kind
from claimtrack.model.mentions import Frequency

NAMED = "a name and what it is"
"""The reason of a claim that only says who somebody is, beside the clause that goes on about them."""
_NEAR = 4
"""Words from the front among which the one stands that settles the kind."""
_WHOLE = 8
"""Words among which what is expected is said to be so."""
_LINKING = frozenset({"AUX", "ADV", "PART"})
_GOING_ON = frozenset({"PART", "SCONJ", "ADP"})


def certain_kind(draft: Draft) -> tuple[Kind, str] | None:
    """The kind that the opening of the claim settles, and why; None where it settles none."""
    words = [i for i in draft.tokens if draft.passage.analysis.tokens[i].kind != "mark"][: _NEAR + 2]
    held = draft.passage.held
    for needed, settles, kind, why in _SETTLED:
        if (not needed or not needed.isdisjoint(held)) and settles(draft, words):
            return kind, why
    return None


def _first_verb(draft: Draft) -> int | None:
    a = draft.passage.analysis
    return next((i for i in draft.tokens if a.pos[i] in VERBAL), None)


def _is_counted(draft: Draft) -> bool:
    return any(map(counts, draft.mentions))


def _is_frequent(draft: Draft) -> bool:
    """Whether the claim says how often, and counts nothing."""
    return not _is_counted(draft) and any(isinstance(m.value, Frequency) for m in draft.mentions)


def _is_judgement(draft: Draft, words: list[int]) -> bool:
    """It is wrong to …, من المؤسف أن …: a word that judges, behind one that stands for nothing."""
    a, classes = draft.passage.analysis, draft.passage.classes
    if len(words) < 3 or "judging" not in classes[words[0]]:
        return False
    at = next((n for n in range(1, len(words) - 1) if a.pos[words[n]] not in _LINKING), 0)
    if not at or "opinion" not in classes[words[at]] or "true" in classes[words[at]]:
        return False
    return at == 1 or a.pos[words[at + 1]] in _GOING_ON


def _is_own_view(draft: Draft, words: list[int]) -> bool:
    """In my view, the mill closed too early; في رأيي: said as the speaker's own view."""
    first, last = words[0], words[-1]
    return any(begin <= last and end >= first for begin, end in draft.passage.phrases.get("own_view", ()))


def _says_motive(draft: Draft, words: list[int]) -> bool:
    """Our motive is …, الدافع وراء ذلك هو …: what moves somebody, as the claim's subject, in its span or before it."""
    a, classes = draft.passage.analysis, draft.passage.classes
    first = words[0]
    if first > 1 and _links(draft, first - 1):
        return any("motive" in classes[i] for i in range(max(0, first - 1 - _NEAR), first - 1))
    front = next((n for n, i in enumerate(words[:2]) if "motive" in classes[i]), None)
    return front is not None and any(_links(draft, i) or a.pos[i] == "AUX" for i in words[front + 1 :])


def _links(draft: Draft, i: int) -> bool:
    return bool(draft.passage.classes[i] & {"copula", "copular_pronoun"})


def _offers(draft: Draft, words: list[int]) -> bool:
    """We are ready to …, نحن على استعداد ل…: the speaker's own readiness."""
    classes = draft.passage.classes
    own = any("first_person" in classes[i] for i in words[:2])
    return own and draft.polarity == "affirmed" and any("willing" in classes[i] for i in words[1:])


def _binds_all(draft: Draft, words: list[int]) -> bool:
    """Every driver must …, يجب على كل سائق أن …: told by the text itself, a duty that is everyone's is a rule."""
    classes, front = draft.passage.classes, words[: _NEAR + 1]
    of_all, owed = (any(name in classes[i] for i in front) for name in ("every", "obligation"))
    return of_all and owed and draft.frame.attribution == "narrated"


def _measures_change(draft: Draft, words: list[int]) -> bool:
    """The rise in users to 950 million: a noun of change with a figure, and no verb."""
    named = any("change_noun" in draft.passage.classes[i] for i in words[:3])
    return named and _is_counted(draft) and _first_verb(draft) is None


def _urges(draft: Draft, words: list[int]) -> bool:
    """You have to find a balance, يتعين عليك إيجاد توازن: said to hearers, and nothing counted in it, it is advice."""
    classes, front = draft.passage.classes, words[:3]
    told = draft.frame.attribution == "direct" and draft.modality == "asserted" and not _is_counted(draft)
    return told and all(any(name in classes[i] for i in front) for name in ("second_person", "obligation"))


def _expects(draft: Draft, words: list[int]) -> bool:
    """Is likely to, من المرجح أن: what is thought to come is a forecast."""
    near = range(words[0], words[0] + _WHOLE)
    said = any(first in near for first, _ in draft.passage.phrases.get("expected", ()))
    return said and draft.modality == "possible"


def _is_habit(draft: Draft, _: list[int]) -> bool:
    """We publish reports every month, ننشر تقارير كل شهر: the present of "I" and "we" with how often, and no count."""
    a, verb = draft.passage.analysis, _first_verb(draft)
    if verb is None or draft.modality != "asserted" or not _is_frequent(draft):
        return False
    hooks, norm, tag = load(lexicon.code_of(a.tokens[verb].text)).hooks, a.tokens[verb].norm, a.tags[verb]
    speaks = hooks.person(norm, tag) or (hooks.person(a.tokens[verb - 1].norm, a.tags[verb - 1]) if verb else None)
    return speaks in ("1s", "1p") and tag.endswith((":i", ":VBP")) and not hooks.is_future(norm, tag)


def _is_epithet(draft: Draft, _: list[int]) -> bool:
    """Called the fines “a slap on the wrist”: what somebody calls a thing, in words of their own that are no name."""
    p, a, first = draft.passage, draft.passage.analysis, draft.tokens[0]
    if any(is_finite(a, i) for i in draft.tokens):
        return False
    called = any(
        each.cue < first and each.first <= first < each.last and _calls(draft, each.cue) for each in p.reports or ()
    )
    own = [i for i in draft.tokens if p.quoted[i] and a.tokens[i].is_word]
    return called and bool(own) and not all(a.tokens[i].text[:1].isupper() for i in own)


def _calls(draft: Draft, cue: int) -> bool:
    """Whether a verb gives a thing an epithet: "call", or "describe … as" with the quotation behind it."""
    p = draft.passage
    if "say_as" in p.classes[cue]:
        return True
    behind = next((i for i in range(cue + 1, len(p.quoted)) if p.quoted[i]), 0)
    led = range(max(cue + 1, behind - 2), behind)
    return "say_of" in p.classes[cue] and any("as_said" in p.classes[i] for i in led)


def _is_name(draft: Draft, words: list[int]) -> bool:
    """Former minister Hugo Calderón, المهندس أدريان فوكو: a noun with its adjectives, and the name behind it."""
    pos = [draft.passage.analysis.pos[i] for i in draft.tokens]
    named = next((n for n, tag in enumerate(pos) if tag == "PROPN" and n and pos[n - 1] in ("NOUN", "ADJ")), None)
    if named is None or not set(pos[named:]) <= _IN_NAME or not set(pos[:named]) <= _BEFORE_NAME:
        return False
    noun = draft.passage.analysis.tokens[draft.tokens[0]]
    code = lexicon.code_of(noun.text)
    if not load(code).hooks.VERB_FIRST:
        return True
    return is_person(noun) and lexicon.english_predicate(code, noun.fold, False) is None


_IN_NAME = frozenset({"PROPN", "ADJ", "NOUN"})
_BEFORE_NAME = frozenset({"DET", "PRON", "NOUN", "ADJ", "ADV", "PROPN", "PART", "PUNCT"})


def _is_cause(draft: Draft, _: list[int]) -> bool:
    """The floods led to, أدت السيول إلى: a verb that says nothing but that one thing brought about another."""
    classes, verb = draft.passage.classes, _first_verb(draft)
    if verb is None or draft.polarity != "affirmed" or draft.modality not in ("asserted", "possible"):
        return False
    led = any("result_of" in classes[i] for i in draft.tokens if i > verb)
    return "causing" in classes[verb] or ("causing_to" in classes[verb] and led)


def _supposes(draft: Draft, words: list[int]) -> bool:
    """Had we waited, the boat would have sunk, لو انتظرنا لغرق القارب: of what is not so there is no evidence."""
    return draft.modality == "conditional" and "supposing" in draft.passage.classes[words[0]]


def _wishes(draft: Draft, words: list[int]) -> bool:
    """If only we had listened, the state ought to pay, ينبغي, ليتنا: what somebody would rather have."""
    classes = draft.passage.classes
    urged = draft.modality == "asserted" and any("urging" in classes[i] for i in words[:_NEAR])
    return urged or "if_only" in classes[words[0]]


def _is_promised(draft: Draft, words: list[int]) -> bool:
    """They promised that no school would close, أعدكم بأن أفتح المرفأ: what somebody promised is yet to be done."""
    p = draft.passage
    before = p.classes[: words[0]]
    own = any(each >= _OWN_PROMISE for each in before)
    if draft.modality == "conditional" or not (own or any("promising" in each for each in before)):
        return False
    stretch = Stretch(draft, cues(lexicon.code_of(p.analysis.tokens[words[0]].text)))
    if governing(stretch, "promising", strict=True) or (own and governing(stretch, "pledge", strict=True)):
        return _is_to_come(stretch)
    return (
        is_opened(stretch) and stretch.main >= 0 and "own_subject" in p.classes[stretch.main] and _is_to_come(stretch)
    )


def _describes(draft: Draft, words: list[int]) -> bool:
    """وصف داروين هذه السلحفاة, وصفني بالمهووس: whoever describes a thing does so, whether it is so or not."""
    p, first = draft.passage, words[0]
    described = "describing" in p.classes[first] and "partitive" not in p.classes[first]
    if not described or not p.analysis.tags[first].endswith("VERB:p"):
        return False
    return draft.modality == "asserted" and not any("complementizer" in p.classes[i] for i in draft.tokens)


def _is_owed_too(draft: Draft, words: list[int]) -> bool:
    """Must slow down and | keep their distance, يجب أن يخففوا السرعة ويتركوا مسافة: one duty has several parts."""
    return draft.frame.attribution != "direct" and _shared(draft, words[0]) == "obligation"


def _is_urged_too(draft: Draft, words: list[int]) -> bool:
    """The same in a speech, where what must be done is what the speaker would have done."""
    return draft.frame.attribution == "direct" and _shared(draft, words[0]) == "obligation"


def _is_promised_too(draft: Draft, words: list[int]) -> bool:
    """وعد بأن يزور الجنوب و| يلتقي النازحين: one promise of two deeds."""
    return _shared(draft, words[0]) == "promise"


def _is_not_done(draft: Draft) -> bool:
    """Did not answer or | return the calls, لم ترد أو تعتذر: what the "not" of a past denies was not done that once."""
    return not draft.passage.held.isdisjoint(("past_negator", "undone")) and (
        _shared(draft, draft.tokens[0]) in ("negator", "undone")
    )


def _shared(draft: Draft, first: int) -> str | None:
    """The class of the sign of the verb that the claim goes on with."""
    sign = shared_sign(Stretch(draft, cues(lexicon.code_of(draft.passage.analysis.tokens[first].text))))
    return None if sign is None else sign.name


def _is_lawful(draft: Draft, words: list[int]) -> bool:
    """Hunting it is illegal: a deed and what the law says of it."""
    a, classes = draft.passage.analysis, draft.passage.classes
    if not a.tags[words[0]].endswith(":VBG") or draft.modality != "asserted":
        return False
    return any("rule" in classes[i] and a.pos[i] == "ADJ" and a.pos[i - 1] in ("AUX", "ADV", "PART") for i in words[1:])


_OWN_PROMISE = frozenset({"pledge", "own_subject"})


def _is_to_come(s: Stretch) -> bool:
    """Whether the main verb is in a future: behind "would" or "will", or an imperfect that no past negator denies."""
    if s.main < 0:
        return False
    if not s.hooks.VERB_FIRST:
        return any(s.classes[i] & {"would", "planned"} for i in s.lead)
    return s.a.tags[s.main].endswith(":i") and not any(s.says(i, "past_negator") for i in s.lead)


_SETTLED: tuple[tuple[frozenset[str], Callable[[Draft, list[int]], bool], Kind, str], ...] = (
    (frozenset({"judging"}), _is_judgement, "opinion", "opens as a judgement"),
    (frozenset(), _is_own_view, "opinion", "said as one's own view"),
    (frozenset({"motive"}), _says_motive, "opinion", "a motive"),
    (frozenset(), _is_epithet, "opinion", "what somebody calls it"),
    (frozenset({"supposing"}), _supposes, "opinion", "supposed against the facts"),
    (frozenset({"promising", "pledge"}), _is_promised, "pledge", "what somebody promised"),
    (frozenset({"urging", "if_only"}), _wishes, "opinion", "what somebody would rather have"),
    (frozenset({"causing", "causing_to"}), _is_cause, "cause", "one thing brought about another"),
    (frozenset({"willing"}), _offers, "pledge", "what its speaker is willing to do"),
    (frozenset({"obligation"}), _is_owed_too, "rule", "owed with the deed before it"),
    (frozenset({"obligation"}), _is_urged_too, "opinion", "owed with the deed before it"),
    (frozenset({"promising"}), _is_promised_too, "pledge", "promised with the deed before it"),
    (frozenset({"describing"}), _describes, "event", "somebody described a thing"),
    (frozenset({"every"}), _binds_all, "rule", "a duty of everyone"),
    (frozenset({"rule"}), _is_lawful, "rule", "what the law says of a deed"),
    (frozenset({"change_noun"}), _measures_change, "quantity", "a change and its figure"),
    (frozenset(), _expects, "forecast", "thought likely"),
    (frozenset({"second_person"}), _urges, "opinion", "what its hearers should do"),
    (frozenset(), _is_name, "state", NAMED),
    (frozenset(), _is_habit, "practice", "what its speaker does again and again"),
)
"""Classes of which the sentence has one, what settles a kind then, the kind, and why; asked in this order."""


def second_thought(draft: Draft, kind: Kind) -> tuple[Kind, str] | None:
    """Another kind than the one that the many small signs speak for, where one sign rules that out; None without."""
    held = (other for other in _RULED_OUT if other[0] == kind and other[1](draft))
    return next(((better, why) for _, _, better, why in held), None)


def _is_repeated(draft: Draft) -> bool:
    """What happens every winter, used to happen or would happen every winter happens again and again."""
    a, classes, verb = draft.passage.analysis, draft.passage.classes, _first_verb(draft)
    if draft.modality != "asserted" or _is_counted(draft):
        return False
    if verb is None:
        return _is_frequent(draft)
    if "formerly" in classes[verb] and any("infinitive" in each for each in classes[verb + 1 : verb + 2]):
        return True
    present = a.tags[verb].endswith((":i", ":VBP", ":VBZ")) or "would" in classes[verb]
    return present and _is_frequent(draft)


def _is_past(draft: Draft) -> bool:
    """What may have happened is past: "may have crossed the border", قد عبر."""
    a, classes = draft.passage.analysis, draft.passage.classes
    if draft.modality != "possible":
        return False
    thought = next((i for i in reversed(draft.tokens) if "complementizer" in classes[i]), -1)
    verbs = [i for i in draft.tokens if i > thought and a.pos[i] in VERBAL and not classes[i] & _MENTAL]
    if any("perfect_auxiliary" in classes[i] and a.tags[i] == "AUX:VB" for i in verbs):
        return True
    if not verbs or a.pos[verbs[-1]] != "VERB":
        return False
    return a.tags[verbs[0]].endswith((":p", ":VBD")) and all(a.tags[i].endswith((":p", ":VBD", ":VBN")) for i in verbs)


def _is_called_untrue(draft: Draft) -> bool:
    """Whether "it is false that …" is about a fact: the word that judges is not the one to judge the claim by."""
    p = draft.passage
    called = [last for first, last in p.phrases.get("denied", ()) if first in draft.tokens]
    return any("complementizer" in p.classes[i] for last in called for i in (last - 1, last) if i in draft.tokens)


def _is_of_another(draft: Draft) -> bool:
    """Whether others than the speaker would act under a condition: what "exports would" do is foreseen.

    What they "will" do under one may be what they threaten: "three jurors will resign unless …".
    """
    if draft.modality != "conditional" or draft.frame.cue is None:
        return False
    a, classes = draft.passage.analysis, draft.passage.classes
    helping = [i for i in draft.tokens if a.pos[i] == "AUX" and "would" in classes[i]]
    return bool(helping) and all(a.pos[i - 1] == "NOUN" for i in helping)


def _is_to_follow(draft: Draft) -> bool:
    """Whether a text foretells what others will do under a condition: "إذا …، فسيغلق المصنع" is no promise."""
    if draft.modality != "conditional" or draft.frame.attribution != "narrated":
        return False
    a = draft.passage.analysis
    hooks = load(lexicon.code_of(a.tokens[draft.tokens[0]].text)).hooks
    verbs = [i for i in draft.tokens if a.pos[i] in VERBAL and hooks.is_future(a.tokens[i].norm, a.tags[i])]
    return hooks.VERB_FIRST and bool(verbs)


def _is_done(draft: Draft) -> bool:
    """Whether something was done once, and neither allowed nor ordered: "the law was passed without debate"."""
    a, classes, verb = draft.passage.analysis, draft.passage.classes, _first_verb(draft)
    if verb is None or verb + 1 not in draft.tokens or draft.modality != "asserted":
        return False
    passive = "passive_auxiliary" in classes[verb] and a.tags[verb].endswith("AUX:VBD")
    bound = any(classes[i] & {"obligation", "every", "habit"} for i in draft.tokens) or "rule" in classes[verb + 1]
    return passive and a.tags[verb + 1].endswith("VERB:VBN") and not bound


def _is_loss(draft: Draft) -> bool:
    """Whether what is to come is that somebody loses or suffers something: سنخسر السوق."""
    a, classes = draft.passage.analysis, draft.passage.classes
    verbs = [i for i in draft.tokens if a.pos[i] in VERBAL and not classes[i] & _MENTAL]
    return bool(verbs) and "losing" in classes[verbs[-1]]


_MENTAL = frozenset({"mental", "doubt", "forecast", "say"})
_RULED_OUT: tuple[tuple[Kind, Callable[[Draft], bool], Kind, str], ...] = (
    ("event", _is_repeated, "practice", "done again and again"),
    ("practice", _is_not_done, "event", "denied of the past"),
    ("forecast", _is_past, "event", "what may have been is past"),
    ("rule", _is_done, "event", "done once"),
    ("event", _is_to_follow, "forecast", "foreseen under a condition"),
    ("pledge", _is_to_follow, "forecast", "foreseen under a condition"),
    ("pledge", _is_of_another, "forecast", "foreseen of others"),
    ("pledge", _is_loss, "forecast", "a loss is no promise"),
    ("pledge", is_foreseen, "forecast", "foreseen of others"),
    ("forecast", is_assured, "pledge", "promised of all"),
    ("event", is_assured, "pledge", "promised of all"),
    ("opinion", _is_called_untrue, "state", "whether it is so can be checked"),
)
"""A kind, what rules it out, and what it is then."""
