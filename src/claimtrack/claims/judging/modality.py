"""How firmly a claim is put forward: conditions, hedges, plans and promises, each within its scope."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.judging.condition import condition
from claimtrack.claims.judging.denial import doubted, governing, is_opened, negated
from claimtrack.claims.judging.hedged_words import is_measured_chance, is_of_noun, is_of_word
from claimtrack.claims.judging.joined_verbs import shared_sign
from claimtrack.claims.judging.open_frames import is_choice, is_suspicion, is_unconfirmed
from claimtrack.claims.judging.shared import is_bare, shared_auxiliary
from claimtrack.claims.judging.stretch import COMMAS, OPENING, Stretch
from claimtrack.claims.judging.unsettled import is_left_open, is_not_denied
from claimtrack.claims.voices.interrogated import affirmed
from claimtrack.model.claims import NARRATOR, Modality
from claimtrack.model.mentions import Frequency, Quantity

REFUSED = "a refusal"
PROMISED = "a promise of one's own"
_HEDGES = frozenset(
    {"possible_auxiliary", "hedge_adjective", "hedge", "hedge_noun", "hedge_predicate", "maybe"},
)
"""What words by themselves may make a claim a mere possibility."""


def modality(s: Stretch, denied: str | None) -> tuple[Modality, str | None]:
    """How firmly the claim is put forward, and the rule that says so; `denied` is why somebody rejects it."""
    if denied is not None:
        return "denied", denied
    if affirmed(s.draft.passage, s.draft.tokens[0]):
        return "asserted", "answered with yes"
    bound = condition(s)
    if bound is not None:
        return "conditional", f"condition: {s.a.tokens[bound].text}"
    if s.unproven() is not None:
        return "asserted", None  # that there is no evidence holds, however unsure what it would show
    hedge = _hedge(s)
    if hedge is not None:
        return "possible", f"hedged by {hedge}"
    plan = _plan(s) or _by_shared(s)
    if plan is not None:
        return plan
    return _would(s)


def _by_shared(s: Stretch) -> tuple[Modality, str] | None:
    """What an auxiliary says that stands before another verb: "will close and | sell the site"."""
    shared = shared_auxiliary(s)
    if shared is None:
        return _by_joined(s)
    at, word = shared, s.a.tokens[shared].text
    if "possible_auxiliary" in s.classes[at]:
        return "possible", f"hedged by {word}"
    if s.a.pos[at] != "AUX":
        return "planned", f"announced by {word}"
    return _announced(s, at) if is_bare(s) else ("conditional", f"unreal: {word} have")


def _by_joined(s: Stretch) -> tuple[Modality, str] | None:
    """The same of a joined present, whose sign stands at the verb before: "will close a market and | sells it"."""
    sign = shared_sign(s)
    if sign is None:
        return None
    word = s.a.tokens[sign.at].text
    if sign.name in ("maybe", "doubt"):
        return "possible", f"hedged by {word}"
    if sign.name == "intention":
        return "planned", f"announced by {word}"
    if sign.name == "promise":
        return "asserted", PROMISED
    if sign.name in ("obligation", "undone") or (sign.name == "negator" and not s.says(sign.at, "planned")):
        return None
    unreal: tuple[Modality, str] = ("conditional", "unreal: a future of the past")
    return unreal if _is_of_past(s, range(max(0, sign.at - OPENING + 1), sign.at)) else _announced(s, sign.at)


def _announced(s: Stretch, i: int) -> tuple[Modality, str]:
    """What a future says: a plan, or a promise of one's own, which is asserted."""
    if _is_promise(s, i):
        return "asserted", PROMISED
    return "planned", f"announced by {s.a.tokens[i].text}"


def _hedge(s: Stretch) -> str | None:
    """What makes the claim a mere possibility: a phrase, a word of doubt, an auxiliary, or who reports it and how."""
    if _is_held_possible(s) or is_suspicion(s) or is_unconfirmed(s):
        return "a phrase"
    if is_choice(s):
        return "what may be so instead"
    if _is_unknown(s):
        return "an open question"
    if _is_left_open(s):
        return "what is not ruled out"
    if is_left_open(s) or is_not_denied(s):
        return "what nobody confirms"
    if (doubt := doubted(s)) is not None:
        return s.a.tokens[doubt].text
    if _is_hearsay_before(s):
        return "a word before it"
    before, planned = s.before(1), s.within("planned")
    words = [each for each in (*before, *s.own()) if each not in planned] if s.may_say(_HEDGES) else ()
    for i in words:
        ahead = i in before and (s.says(i, "hedge") or (s.says(i, "maybe") and _before_imperfect(s, i)))
        if ahead or (i not in before and _is_hedge(s, i)):
            return s.a.tokens[i].text
    if governing(s, "doubt", strict=s.main >= 0 or not s.hooks.NEGATES_NEXT) or any(
        governing(s, n, strict=True) for n in ("accusing", "doubtful", "doubting")
    ):
        return "who reports it"
    if _is_expected(s):
        return "who reports it"
    return s.a.tokens[s.main].text if _is_own_doubt(s) else None


def _is_expected(s: Stretch) -> bool:
    """Whether a verb of expecting reports the claim over a clause that describes who expects: "توقع استطلاع شمل …"."""
    first = s.draft.tokens[0]
    if not s.hooks.VERB_FIRST or not is_opened(s) or s.draft.frame.cue is None:
        return False
    opener = first - 1 if first and "complementizer" in s.classes[first - 1] else first
    sister = s.a.has_conjunction(opener)  # "… وأن ينخفض" goes on with what is expected
    reports = [r for r in s.draft.passage.reports or () if not r.nominal and r.first <= first < r.last]
    near = [r for r in reports if r.first in (first - 1, first) and not _is_parted(s, r.cue, first)]
    over = [r for r in reports if r in near or (sister and r is max(reports, key=lambda r: r.cue))]
    return any("doubt" in s.classes[r.cue] and not negated(s, r.cue) for r in over)


def _is_parted(s: Stretch, cue: int, first: int) -> bool:
    """Whether a comma parts a claim from the verb of its report; two commas are around something between them."""
    return sum(s.a.tokens[i].norm in COMMAS for i in range(cue, first)) % 2 == 1


def _is_hearsay_before(s: Stretch) -> bool:
    """ "Allegedly, | the senator took it": an adverb of doubt and a comma stand before the claim."""
    comma = s.draft.tokens[0] - 1
    if comma < 1 or s.a.tokens[comma].norm not in COMMAS or not s.says(comma - 1, "hedge"):
        return False
    return comma == 1 or s.a.tokens[comma - 2].kind == "mark" or s.a.pos[comma - 2] == "CCONJ"


def _is_held_possible(s: Stretch) -> bool:
    """Whether a phrase calls the claim possible, and is not part of one that tells a plan (كان من المفترض أن)."""
    held = s.holds("possible")
    if held is None or held[0] in s.within("planned") or is_of_noun(s, held[0]):
        return False
    return not is_measured_chance(s, held[0])


def _finite_groups(s: Stretch) -> int:
    """How many verb groups the claim has behind its first word."""
    return sum(s.is_finite(i) and not s.is_finite(i - 1) for i in s.draft.tokens[1:])


def _is_left_open(s: Stretch) -> bool:
    """ "do not rule out that …": who excludes nothing holds it possible."""
    for i in s.before(_LEFT_OPEN):
        if s.a.tokens[i].kind == "mark":
            return False
        if "excluding" in s.classes[i]:
            return negated(s, i) and is_opened(s)
    return False


_LEFT_OPEN = 8


def _is_own_doubt(s: Stretch) -> bool:
    """ "I expect …", "the bank expects …": a forecast is a possibility; that it was once made is a fact."""
    at = s.main
    if at < 0 or s.a.pos[at] not in VERBAL or not s.classes[at] & {"doubt", "forecast"} or negated(s, at):
        return False
    present = s.a.tags[at].endswith((":VBZ", ":VBP", ":i")) and s.draft.frame.speaker == NARRATOR
    return present or (_is_first_person(s, at) and s.a.pos[at - 1] != "AUX")


def _is_unknown(s: Stretch) -> bool:
    """ "It is unclear whether …"; that whether something is so is in dispute is no question but a fact."""
    first = s.draft.tokens[0]
    for begin, last in s.phrases.get("unknown", ()):
        if begin == first and not s.hooks.VERB_FIRST and _finite_groups(s) > 1:
            continue
        inside = OPENING if last - begin > 2 else 0  # "it is unclear whether" within the claim
        if first - OPENING <= begin <= first + inside and last >= first - 1 and s.main >= 0:
            return True
    return False


def _is_hedge(s: Stretch, i: int) -> bool:
    if "possible_auxiliary" in s.classes[i] and s.a.pos[i] == "AUX":
        return i in s.lead and not _is_ability(s, i) and not _permits(s, i)
    if s.says(i, "hedge_adjective") and (s.main < 0 or (s.main < i and s.a.pos[s.main] == "AUX")):
        return True  # "is the alleged leader"; that "the alleged leader was arrested" is a fact
    if s.says(i, "hedge") and is_of_word(s, i):
        return False
    if s.says(i, "hedge") or (i == s.draft.tokens[0] and "hedge_noun" in s.classes[i]):
        return True
    if "hedge_predicate" in s.classes[i] and not is_measured_chance(s, i):
        denied = any(s.says(k, "negator") for k in s.lead)
        return not denied and (s.a.pos[i - 1] in ("AUX", "ADV", "PART") or s.a.pos[i] == "ADV")
    return s.says(i, "maybe") and (i in s.lead or s.resumes(i)) and _before_imperfect(s, i)


def _is_ability(s: Stretch, i: int) -> bool:
    """ "could not read", "could seat 200": the past of "can", as against "could have read"."""
    if "past_ability" not in s.classes[i]:
        return False
    following = range(i + 1, min(i + 3, len(s.classes)))
    unreal = any(s.says(k, "perfect_auxiliary") for k in following)
    if any(s.says(k, "negator") for k in s.lead if k < i) and not unreal:
        return True  # "nobody could say"
    return any(s.says(k, "negator") or "able" in s.classes[k] for k in following)


def _permits(s: Stretch, i: int) -> bool:
    """Whether the auxiliary says what is allowed: "no heir may sell it", "under the law, owners may build"."""
    if not s.says(i, "permitting"):
        return False
    lead = [k for k in s.lead if k < i]
    ruled = any("ruling_text" in s.classes[k] for k in lead) and s.a.pos[lead[0]] == "ADP"
    return ruled or any(s.says(k, "negator") for k in lead)


def _before_imperfect(s: Stretch, i: int) -> bool:
    """A particle that hedges the imperfect only (قد يفعل); before the perfect it confirms."""
    for k in range(i + 1, min(i + 3, len(s.classes))):
        if s.a.pos[k] in VERBAL:
            return s.a.tags[k].endswith(":i") or (s.a.pos[k] == "AUX" and _is_imperfect(s, k))
    return False


def _is_imperfect(s: Stretch, i: int) -> bool:
    hooks, norm = s.hooks, s.a.tokens[i].norm
    return hooks.is_imperfect(norm) or hooks.is_own_act(norm, s.a.tags[i])


def _plan(s: Stretch) -> tuple[Modality, str] | None:
    """What announces the claim: a phrase, a verb of intention, a future; one's own promise is asserted."""
    due = any(first in s.lead and not _is_owed(s, last) for first, last in s.phrases.get("due", ()))
    arranged = s.leads_in("arranged") and s.a.tags[s.draft.tokens[0]].endswith(":i")
    if due or arranged or _is_held_planned(s) or _is_to_be(s):
        return "planned", "announced by a phrase"
    for i in s.own():
        if _is_intention(s, i) or (s.says(i, "planned_to") and _before_infinitive(s, i)):
            return "planned", f"announced by {s.a.tokens[i].text}"
        if _is_future(s, i) and (i in s.lead or i - s.main < OPENING or s.resumes(i)):
            unreal: tuple[Modality, str] = ("conditional", "unreal: a future of the past")
            return unreal if _is_past_future(s, i) else _announced(s, i)
    return None


def _is_held_planned(s: Stretch) -> bool:
    """Whether a phrase tells a plan; who has "no plans to" do something has none, which is a fact.

    Nor is it a plan that something broke out "over plans to" do something.
    """
    held = s.holds("planned")
    if held is None:
        return False
    before = held[0] - 1
    named = before >= 0 and s.a.pos[held[0]] == "NOUN"
    return not (named and (s.says(before, "negator") or (s.a.pos[before] == "ADP" and s.main >= 0)))


def _is_past_future(s: Stretch, i: int) -> bool:
    """A future behind a linking verb of the past, which says what would have been (كان سيفعل)."""
    if not s.hooks.NEGATES_NEXT or s.says(i, "planned"):
        return False
    return _is_of_past(s, (k for k in s.own() if 0 < i - k < OPENING))


def _is_of_past(s: Stretch, words: Iterable[int]) -> bool:
    """Whether a linking verb of the past is among the words."""
    linking = (k for k in words if "copula" in s.classes[k])
    return any(s.a.pos[k] in VERBAL and not s.a.tags[k].endswith(":i") for k in linking)


def _is_owed(s: Stretch, i: int) -> bool:
    """Whether "to" stands at the token or behind an adverb there.

    "Is due to rain" and "was due less to the war" say why, and "due to appear" is told by its infinitive.
    """
    return any("infinitive" in s.classes[k] for k in range(i, min(i + 3, len(s.classes))))


def _is_intention(s: Stretch, i: int) -> bool:
    """A verb of intention up to the main verb: "plans to"; who does not plan to has a plan too, which is negated."""
    if s.main < 0 and s.says(i, "planned_noun"):
        return True
    if "intention" not in s.classes[i]:
        return False
    if i not in s.lead and not s.says(i, "intention"):
        return False
    if s.hooks.NEGATES_NEXT:
        return s.a.pos[i] in VERBAL or s.says(i, "intention")
    return s.a.pos[i] in VERBAL and any("infinitive" in s.classes[k] for k in range(i + 1, min(i + 3, len(s.classes))))


def _is_future(s: Stretch, i: int) -> bool:
    if s.says(i, "planned"):
        led = i + 1 < len(s.classes) and s.a.pos[i + 1] in VERBAL
        return s.a.pos[i] == "AUX" or (s.hooks.NEGATES_NEXT and led)
    return s.a.pos[i] in VERBAL and s.hooks.is_future(s.a.tokens[i].norm, s.a.tags[i])


def _is_to_be(s: Stretch) -> bool:
    """ "is to open": not "the aim is to win"."""
    if any("aim" in s.classes[i] for i in s.lead):
        return False
    return any(
        first in s.lead and s.a.pos[first] == "AUX" and last < len(s.a.tags) and s.a.tags[last].endswith(":VB")
        for first, last in s.phrases.get("intended_be", ())
    )


def _before_infinitive(s: Stretch, i: int) -> bool:
    """ "due to appear", not "due to rain"."""
    tags = s.a.tags[i + 1 : i + 4]
    led = len(tags) > 1 and "infinitive" in s.classes[i + 1]
    return led and any(tag in ("VERB:VB", "AUX:VB") for tag in tags[1:])


def _is_promise(s: Stretch, i: int) -> bool:
    """Whether the future is what the speaker announces of itself: "I will", or "said that it would"."""
    if any("losing" in s.classes[k] for k in (s.main, i)):
        return False  # nobody promises a loss of their own
    if _is_first_person(s, i) or governing(s, "promising", strict=True):
        return True
    subject = _subject_before(s, i)
    if subject is None or s.hooks.person(s.a.tokens[subject].norm, s.a.tags[subject]) != "3":
        return False
    neuter = s.hooks.gender_number(s.a.tokens[subject].norm, s.a.tags[subject])[0] == "n"
    return not neuter and (s.draft.frame.attribution == "reported" or "complementizer" in s.classes[subject])


def _is_first_person(s: Stretch, i: int) -> bool:
    """Whether "I" or "we" act in the verb group at the word."""
    hooks = s.hooks
    verbs = [k for k in (i, i + 1, i + 2) if k < len(s.classes) and s.a.pos[k] in VERBAL]
    if verbs and hooks.is_own_act(s.a.tokens[verbs[0]].norm, s.a.tags[verbs[0]]):
        return True
    subject = _subject_before(s, i)
    return subject is not None and hooks.person(s.a.tokens[subject].norm, s.a.tags[subject]) in ("1s", "1p")


def _subject_before(s: Stretch, i: int) -> int | None:
    """The pronoun right before the verb group, or the complementizer that bears it."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if s.a.pos[k] in ("AUX", "ADV", "PART"):
            continue
        person = s.hooks.person(s.a.tokens[k].norm, s.a.tags[k])
        return k if person is not None and s.a.pos[k] not in ("NOUN", "PROPN") else None
    return None


def _would(s: Stretch) -> tuple[Modality, str | None]:
    """ "would" is the future of a report, the result of a condition that goes unsaid, or plain past."""
    if "would" not in s.draft.passage.held:
        return "asserted", None
    at = next((i for i in s.own() if "would" in s.classes[i] and s.a.pos[i] == "AUX" and i - s.main < OPENING), None)
    spared = s.within("preference")
    if at is None or at in spared or (at + 1 < len(s.classes) and s.a.tags[at + 1].endswith(":VBN")):
        return "asserted", None
    word = s.a.tokens[at].text
    if _is_unreal(s, at):
        return "conditional", f"unreal: {word} have"
    if _is_wont(s):
        return "asserted", "what used to happen"
    start = s.draft.tokens[0]
    if s.draft.frame.cue or (start > 0 and "complementizer" in s.classes[start - 1]):
        return _announced(s, at)
    if any(s.says(k, "negator") for k in (*s.lead, min(at + 1, len(s.exact) - 1))):
        return "asserted", REFUSED
    return "conditional", f"unreal: {word}"


def _is_wont(s: Stretch) -> bool:
    """Whether "would" tells what used to happen: how often, and no count ("would visit his aunt every Sunday")."""
    values = [m.value for m in s.draft.mentions]
    counted = any(isinstance(value, Quantity) for value in values)
    return not counted and s.draft.frame.cue is None and any(isinstance(value, Frequency) for value in values)


def _is_unreal(s: Stretch, at: int) -> bool:
    """ "would have saved": what did not come about, in a report too."""
    tags = s.a.tags
    return any(
        s.says(k, "perfect_auxiliary") and any(tag.endswith(":VBN") for tag in tags[k + 1 : k + 3])
        for k in range(at + 1, min(at + 5, len(tags)))
    )
