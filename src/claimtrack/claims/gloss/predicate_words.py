"""The words of a predicate in a gloss: its English with the negation, the modality and the tense of the claim."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.cues import cues
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.being import IMPROBABLE, NOTHING_IS
from claimtrack.claims.gloss.noun_phrases import means_many
from claimtrack.claims.gloss.predicate import Predicate
from claimtrack.claims.gloss.supposing import Condition, auxiliary, condition_word, is_future, is_perfect
from claimtrack.claims.gloss.wording import language_of
from claimtrack.claims.judging.modality import REFUSED
from claimtrack.claims.judging.polarity import EXCEPTED, TWICE
from claimtrack.claims.judging.standing import DENIED_NOT, NEGATIVE_PREDICATE
from claimtrack.claims.set_apart import alternative
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import lexicon, load, nominals
from claimtrack.languages.inflection import (
    accuses,
    expects,
    goes_on,
    is_regular_past,
    is_reported,
    perfect,
    promises,
)
from claimtrack.languages.nominals import adverb
from claimtrack.model.mentions import Quantity

_MODAL = {"possible": "may", "planned": "will", "conditional": "if", "denied": "denied:"}
UNSHOWN = "no evidence:"
"""What stands before a predicate of which the claim says that nothing shows it."""


def predicate_words(draft: Draft, said: Predicate, condition: Condition | None = None) -> str:
    """The predicate with its negation, its modality and what it holds by; these also stand where no word is known."""
    if said.lemma in _LEFT_BARE and (answer := _bare_answer(draft)):
        return answer
    words = _conditioned(draft, _predicate(draft, said, condition))
    first, _, rest = words.partition(" ")
    degree = _degree(draft, said)
    if degree and rest and (said.lemma or "").startswith("be ") and not said.passive:
        return f"{first} {degree} {rest}"
    return " ".join(filter(None, (degree, words)))


def _bare_answer(draft: Draft) -> str:
    """What is left of a denial that leaves its predicate to the sentence before: "he | was not"; "" where more is."""
    a, tokens = draft.passage.analysis, draft.tokens
    if len(tokens) > _SHORT or not lexicon.is_own_gloss(language_of(draft)):
        return ""
    bare = [i for i in tokens if a.pos[i] in ("AUX", "PART", "ADV")]
    denied = any("negator" in draft.passage.classes[i] for i in bare)
    plain = all(i in bare or a.pos[i] in ("PRON", "PROPN", "DET", "NOUN") for i in tokens)
    helped = bool(bare) and any(a.pos[i] == "AUX" for i in bare) and bare == list(range(bare[0], tokens[-1] + 1))
    if not (denied and plain and helped):
        return ""
    return " ".join(_WRITTEN_OUT.get(a.tokens[i].fold, a.tokens[i].norm) for i in bare)


_LEFT_BARE = frozenset({None, "be", "do", "have", "cannot"})
_SHORT = 5
_WRITTEN_OUT = {"n't": "not", "n’t": "not", "wo": "will", "ca": "can", "sha": "shall"}


def _conditioned(draft: Draft, words: str) -> str:
    """The words of a predicate under a condition that opens otherwise than with "if": "unless parliament agrees"."""
    word = condition_word(draft) if words.partition(" ")[0] == _MODAL["conditional"] else None
    code = language_of(draft)
    own = word is not None and lexicon.is_own_gloss(code)
    if word is None or not own or "conditional" not in cues(code).words.get(word.lower(), ()):
        return words  # "in case", of which "in" alone says nothing
    return f"{word.lower()}{words[2:]}"


def _degree(draft: Draft, said: Predicate) -> str:
    """The adverb before the predicate without which it would say too much: "almost", "rarely"."""
    a, code = draft.passage.analysis, language_of(draft)
    first = said.first
    while first - 1 in draft.tokens and a.pos[first - 1] in ("AUX", "ADV", "PART"):
        first -= 1
        word = adverb(code, a.tokens[first].fold)
        if word is not None:
            return word
        if "falsely" in draft.passage.classes[first]:
            return a.tokens[first].norm  # "wrongly accused"
    return ""


def _predicate(draft: Draft, said: Predicate, condition: Condition | None = None) -> str:
    """The predicate with its negation and modality; these also stand where no word is known."""
    only = "only" if _is_restricted(draft, said) else ""
    modal, negated = _standing(draft, said, condition)
    lemma = said.lemma
    if lemma is None:
        words = [modal, said.adverb, only, "not" if negated and said.adverb != _ENDED else ""]
    elif said.adverb:
        words = [modal if modal != "will" else "", _aspectual(draft, said, negated)]
    else:
        inner = " to " in lemma and _denies_inner(draft, said)
        told = _worded(
            draft, said, lemma.replace(" to ", " not to ", 1) if inner else lemma, modal, negated and not inner
        )
        ahead = modal.partition(" ")[0]
        first, _, rest = told.partition(" ")
        inside = only and rest and (ahead in _BEFORE or lemma.startswith("be "))  # "is only allowed"
        words = [first, only, rest] if inside else [only, told]
    return " ".join(word for word in words if word).replace("can not ", "cannot ")


_ENDED = "no longer"
_BEFORE = ("may", "will", "would")


def _denies_inner(draft: Draft, said: Predicate) -> bool:
    """Whether what is promised or wanted is denied, and not that it is: "أتعهد بألا نرفع", pledge not to raise."""
    classes = draft.passage.classes
    ahead = any("negator" in classes[i] for i in range(max(0, said.first - 2), said.first + 1))
    return not ahead and any(classes[i] & _DENYING for i in range(said.first + 1, said.last))


_DENYING = frozenset({"negator", "negating_noun"})


def _is_restricted(draft: Draft, said: Predicate) -> bool:
    """Whether a negator right before the predicate is turned round by an exception: "only"."""
    near = range(max(0, said.first - 2), said.first + 1)
    return EXCEPTED in draft.reasons and any("negator" in draft.passage.classes[i] for i in near)


def _standing(draft: Draft, said: Predicate, condition: Condition | None) -> tuple[str, bool]:
    """The word for the claim's modality, and whether its predicate is denied."""
    promised = (
        draft.kind in ("pledge", "forecast")
        and draft.modality == "asserted"
        and not _is_past(draft, said)
        and not promises(said.lemma or "")
    )
    modal = "will" if promised else _MODAL.get(draft.modality, "")
    negated = draft.polarity == "negated" and draft.modality != "denied" and NEGATIVE_PREDICATE not in draft.reasons
    negated = (
        negated or DENIED_NOT in draft.reasons or (draft.polarity == "affirmed" and _is_denied_quality(draft, said))
    )
    negated = negated or (TWICE in draft.reasons and NEGATIVE_PREDICATE not in draft.reasons) or _is_other(draft, said)
    negated = negated and not (said.lemma or "").startswith(f"{NOTHING_IS} ")
    if (said.lemma or "").startswith(IMPROBABLE) and modal == _MODAL["possible"]:
        return "", False
    if modal == _MODAL["denied"] and said.lemma is not None and "untrue" in draft.passage.classes[said.last]:
        return "", False  # "is false" denies by itself
    if negated and _is_unshown(draft, said):
        return UNSHOWN, False
    if condition is not None and condition.main is not None:
        return auxiliary(draft, said, language_of(draft)), condition.denied
    if condition is not None and condition.own:
        return modal, negated or condition.denied
    if condition is not None:
        return auxiliary(draft, said, language_of(draft)) if said.lemma else "", negated and not condition.denied
    if modal == "if" and any(reason.startswith("unreal") for reason in draft.reasons):
        modal = "would"
    if modal in ("may", "will") and (expected := _expected(draft, said)):
        return expected, negated
    if modal in ("may", "would") and is_perfect(draft, said, modal):
        modal += " have"
    if REFUSED in draft.reasons and said.lemma:
        modal = "would"  # "would not say"
    return "" if _says_so(draft, said, modal) else modal, negated


def _expected(draft: Draft, said: Predicate) -> str:
    """What says before a predicate that it had been expected, be it that it came about or not: "was due to"."""
    code, a = language_of(draft), draft.passage.analysis
    words = [a.tokens[i].fold[a.has_conjunction(i) :] for i in range(max(0, said.first - _FAR), said.first)]
    known = nominals.expected(code)
    runs = (tuple(words[n : n + size]) for size in (3, 2) for n in range(len(words) - size + 1))
    return next((known[run] for run in runs if run in known), "")


_FAR = 6


def _is_other(draft: Draft, said: Predicate) -> bool:
    """Whether a predicate is what something is not, before what it is: "was not a coin | but a wire"."""
    being = (said.lemma or "").startswith("be ") and draft.polarity == "affirmed"
    return being and any(
        alternative(draft.passage, i, draft.tokens[-1]) for i in range(max(1, said.first - _REACH), said.last + 1)
    )


def _is_unshown(draft: Draft, said: Predicate) -> bool:
    """Whether the predicate is what nothing is said to show: that it is so is not known, nor that it is not."""
    places = draft.passage.phrases.get("unproven", ())
    return any(draft.tokens[0] - _REACH <= first < last <= said.first for first, last in places)


def _says_so(draft: Draft, said: Predicate, modal: str) -> bool:
    """Whether the verb itself says what its modal would: "plans to close", "is thought to be older", "was accused"."""
    lemma = said.lemma or ""
    if modal in ("may", "will") and expects(lemma):
        return True
    if modal == "will":
        return bool(lemma) and (lexicon.intends(lemma) or _had(draft, said))
    thought = said.passive and is_reported(lemma) and " to " in lemma
    return modal.startswith("may") and (thought or accuses(lemma))


def _had(draft: Draft, said: Predicate) -> bool:
    """Whether a plan was had in the past: "he had no plans to seize power"."""
    return said.lemma == "have" and draft.passage.analysis.tags[said.first].endswith(":VBD")


def _is_denied_quality(draft: Draft, said: Predicate) -> bool:
    """Whether a noun that denies stands before a quality ("unacceptable"): so it does, whatever the claim asserts."""
    classes = draft.passage.classes
    return (said.lemma or "").startswith("be ") and said.first > 0 and "negating_noun" in classes[said.first - 1]


def _worded(draft: Draft, said: Predicate, lemma: str, modal: str, negated: bool) -> str:
    """A known predicate with its modal and its negation, in the tense that these leave it."""
    verb, _, rest = lemma.partition(" ")
    able = _ability(draft, said)
    if able and not modal:
        words = [
            able,
            "not" if negated and "n" not in able[3:] else "",
            "be " + lexicon.past_participle(lemma) if said.passive else lemma,
        ]
    elif verb in _MODALS:
        words = [
            modal if modal in ("if", "denied:") else "",
            "may" if modal.startswith("may") else verb,
            "not" if negated else "",
            rest,
        ]
    elif modal.endswith(" to"):
        done = "be " + lexicon.past_participle(lemma) if said.passive else lemma
        words = [modal.replace(" ", " not ", 1) if negated else modal, done]
    elif modal.partition(" ")[0] in _BEFORE:
        words = [_supposed(modal, "be " + lexicon.past_participle(lemma) if said.passive else lemma, negated)]
    elif negated:
        words = [
            modal,
            "not " + lexicon.past_participle(lemma)
            if said.passive
            else lexicon.negative(lemma, _is_past(draft, said) and modal != "if"),
        ]
    elif modal == "denied:" and not said.passive and is_future(draft, said):
        words = [modal, "will", lemma]
    else:
        words = [modal, lexicon.past_participle(lemma) if said.passive else _finite(draft, said, lemma)]
    return " ".join(word for word in words if word)


def _supposed(modal: str, verb: str, negated: bool) -> str:
    """A verb behind its auxiliary: "may close", "would not have been closed"."""
    auxiliary, _, have = modal.partition(" ")
    return " ".join(filter(None, (auxiliary, "not" if negated else "", have, perfect(verb) if have else verb)))


def _aspectual(draft: Draft, said: Predicate, negated: bool) -> str:
    """What is still so, or no longer: "still closed", "no longer works"."""
    lemma = said.lemma or ""
    denied = negated and said.adverb == "still"
    verb, _, rest = lemma.partition(" ")
    shown = rest if verb == "be" and rest else lexicon.past_participle(lemma) if said.passive else ""
    if shown:
        return f"{said.adverb} {'not ' if denied else ''}{shown}"
    shown = lexicon.negative(lemma, False) if denied else lexicon.present(lemma, _has_plural_subject(draft))
    return f"{said.adverb} {shown}"


_MODALS = frozenset({"can", "must", "should"})


def _ability(draft: Draft, said: Predicate) -> str:
    """The auxiliary of ability right before the predicate, "" where it has none."""
    a, code = draft.passage.analysis, language_of(draft)
    near = (i for i in draft.tokens if said.first - _REACH <= i < said.first and a.pos[i] == "AUX")
    return next((a.tokens[i].norm for i in near if lexicon.is_able(code, a.tokens[i].fold)), "")


_REACH = 3


def _finite(draft: Draft, said: Predicate, lemma: str) -> str:
    token, tag = draft.passage.analysis.tokens[said.first], draft.passage.analysis.tags[said.first]
    verb, _, rest = lemma.partition(" ")
    own = lexicon.is_own_gloss(language_of(draft)) and lexicon.english_predicate("en", token.fold, True) == verb
    whole = said.first == said.last and (tag.endswith("VERB:VBD") or is_regular_past(token.fold, verb))
    if own and tag.endswith("VERB:VB") and draft.passage.analysis.pos[max(0, said.first - 1)] not in ("AUX", "ADV"):
        return f"{token.norm} {rest}".rstrip()  # "contact the office"
    whole = whole or (said.first == said.last and token.fold != verb and token.fold == lexicon.past(verb))
    if own and (whole or (verb == "be" and "AUX" in tag)):
        return f"{token.norm} {rest}".rstrip()  # "lied", and not "lay"; "were asleep"
    helper = draft.passage.analysis.tokens[max(0, said.first - 1)]
    if own and goes_on(verb) and tag.endswith(":VBG") and draft.passage.analysis.pos[said.first - 1] == "AUX":
        return f"{helper.norm} {token.norm} {rest}".rstrip()
    if _is_past(draft, said):
        past = lexicon.past(lemma)
        return f"were{past[3:]}" if verb == "be" and not own and past[:4] == "was " and _counts_many(draft) else past
    several = verb == "be" and not own and means_many(draft.passage.analysis, language_of(draft), said.first)
    return lexicon.present(lemma, several or _has_plural_subject(draft))


def _counts_many(draft: Draft) -> bool:
    """Whether a claim begins with the number of those that it tells of, which are more than one."""
    first = draft.passage.analysis.tokens[draft.tokens[0]].start
    opening = next((m.value for m in draft.mentions if m.start == first and isinstance(m.value, Quantity)), None)
    return opening is not None and (opening.value is None or opening.value > 1)


def _has_plural_subject(draft: Draft) -> bool:
    a = draft.passage.analysis
    subject = subject_of(a, draft.head)
    if subject is None:
        return False
    hooks = load(language_of(draft)).hooks
    many = a.pos[subject] == "PRON" and hooks.gender_number(a.tokens[subject].norm, "PRON")[1] == "p"
    return many or a.tags[subject].endswith(":S")


def _is_past(draft: Draft, said: Predicate) -> bool:
    """By the form of the verb and the words before it; a predicate without a verb goes by the claim's kind."""
    a = draft.passage.analysis
    code = language_of(draft)
    tags = [a.tags[i].rpartition(":")[2] for i in range(said.first, said.last + 1) if a.pos[i] in VERBAL]
    before = [i for i in draft.tokens if said.first - 4 <= i < said.first]
    if tags[:1] == ["VBG"] and said.first == draft.tokens[0]:  # "…, killing 9": of the time of the verb before it
        above = next((i for i in range(said.first - 1, -1, -1) if a.pos[i] in VERBAL), 0)
        return a.tags[above].endswith((":VBD", ":VBN"))
    if said.last > said.first and lexicon.is_past_marker(code, a.tokens[said.first].fold):
        return True
    if any(lexicon.is_past_marker(code, a.tokens[i].fold) for i in before):
        return True
    if before and lexicon.is_present_marker(code, a.tokens[before[-1]].fold):
        return False
    if said.past is not None:
        return said.past
    if tags and tags[0] in ("VBD", "VBN", "p"):
        return True
    if tags and tags[0] in ("VBZ", "VBP", "VB", "VBG", "i"):
        return False
    return draft.kind in ("event", "cause")
