"""The condition of a claim in its gloss: "will close · if water does not arrive".

The predicate of the claim may be the verb of the condition itself or that of its consequence; each keeps its own
negation, and "if" stands before the condition alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import claimtrack.claims.gloss.verbs as held_verbs
from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.noun_phrases import noun_phrase
from claimtrack.claims.gloss.passives import is_passive
from claimtrack.claims.gloss.predicate import Predicate
from claimtrack.claims.gloss.wording import by_form, language_of
from claimtrack.claims.phrases import is_comma
from claimtrack.languages import lexicon, load, nominals, verbs
from claimtrack.languages.inflection import is_readable, perfect

_REASON = "condition: "
_MENTAL = frozenset({"doubt", "forecast", "mental", "say"})
_FAR = 16
_REACH = 8
_GROUP = 5


@dataclass(frozen=True, slots=True)
class Condition:
    """The words of a condition, and the predicate of its consequence where the claim's own is the condition's."""

    words: str
    main: Predicate | None = None
    denied: bool = False
    own: bool = False


def condition_word(draft: Draft) -> str | None:
    """The word that puts the claim under a condition, as it is written."""
    return next((r.removeprefix(_REASON) for r in draft.reasons if r.startswith(_REASON)), None)


def supposed(draft: Draft, said: Predicate, code: str) -> Condition | None:
    """The condition that the claim is under; None where it has none, or none that can be told from what it leads to."""
    word = condition_word(draft)
    if word is None:
        return None
    a = draft.passage.analysis
    span = range(max(0, draft.tokens[0] - _FAR), min(draft.tokens[-1] + 3, len(a.tokens)))
    places = [i for i in span if a.tokens[i].text == word]
    if not places:
        return None
    opened = {first for first, _ in draft.passage.phrases.get("condition", ())}
    places = [i for i in places if i in opened] or places
    at = min(places, key=lambda i: (i not in draft.tokens, abs(i - said.first)))
    if lexicon.is_own_gloss(code):
        return _verbatim(draft, at, said)
    if verbs.is_absence(code, a.tokens[at].fold):
        named, _ = _acting(draft, code, at + 1)
        return Condition(f"if not for {named}" if named else "", said, is_denied(draft, said.first))
    verb = _verb_behind(draft, at)
    if verb is None:
        return None
    if not said.first <= verb <= said.last:
        return Condition(_words(draft, code, at, verb))
    follows = _consequence(draft, code, said.last, at)
    if follows is None:
        return Condition("", None, is_denied(draft, verb), True)
    return Condition(_words(draft, code, at, verb), follows, is_denied(draft, follows.first))


def _verbatim(draft: Draft, at: int, said: Predicate) -> Condition | None:
    """The condition in its own words, in the language that glosses are in; None where the predicate is within it."""
    a, last = draft.passage.analysis, draft.tokens[-1]
    end = next((i for i in range(at, last + 1) if is_comma(a, i)), last + 1)
    if at not in draft.tokens:
        return None
    result = None
    if at <= said.first < end or (end > last and said.first > at):
        result = _result(draft, at, end)
        if result is None:
            return None
        end = min(end, _subject_before(draft, result[0]))
        said = result[1]
    words = "".join((" " if a.tokens[i].spaced else "") + a.tokens[i].text for i in range(at + 1, end))
    negators = [i for i in draft.tokens if "negator" in draft.passage.classes[i]]
    denied = bool(negators) and all(at < i < end for i in negators)
    if result is not None:
        return Condition(a.tokens[at].norm + words, said, any(end <= i <= said.last + 1 for i in negators))
    return Condition(a.tokens[at].norm + words, denied=denied)


def _result(draft: Draft, at: int, end: int) -> tuple[int, Predicate] | None:
    """What follows from a condition that opens its claim: the auxiliary of the result, and its predicate."""
    a, classes = draft.passage.analysis, draft.passage.classes
    opened = "inverted" in classes[at] or end <= draft.tokens[-1]
    if at > draft.tokens[0] or not opened:
        return None
    behind = (i for i in draft.tokens if i > at + 1 and (i > end or end > draft.tokens[-1]))
    helping = next((i for i in behind if a.pos[i] == "AUX" and classes[i] & _RESULT), None)
    verb = next((i for i in draft.tokens if helping is not None and i > helping and a.pos[i] == "VERB"), None)
    if helping is None or verb is None or any(a.pos[i] not in _GROUPED for i in range(helping + 1, verb)):
        return None
    lemma = lexicon.english_predicate("en", a.tokens[verb].fold, True)
    return helping, Predicate(lemma, is_passive(a, verb), verb, verb, True)


_RESULT = frozenset({"would", "planned", "possible_auxiliary"})
_GROUPED = ("AUX", "PART", "ADV")


def _subject_before(draft: Draft, helping: int) -> int:
    """Where the subject of an auxiliary begins: its pronoun, or its noun with the article."""
    a, t = draft.passage.analysis, helping - 1
    while t > draft.tokens[0] and a.pos[t] not in ("PRON", "DET") and a.pos[t - 1] in _NAMED:
        t -= 1
    return t


_NAMED = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON")


def _consequence(draft: Draft, code: str, last: int, at: int) -> Predicate | None:
    """The predicate of what follows from the condition: the next verb that is in no relative clause, else one before.

    `last` ends the verb of the condition, which begins at `at`: "السد سينهار | إذا هطلت الأمطار".
    """
    a, classes = draft.passage.analysis, draft.passage.classes
    behind = [i for i in draft.tokens if i > last + 1]
    for i in (*behind, *(i for i in draft.tokens if i < at)):
        if a.pos[i] in ("VERB", "AUX") and not classes[i - 1] & {"relative", "complementizer"}:
            return by_form(draft, code, i)
    return None


def _verb_behind(draft: Draft, at: int) -> int | None:
    """The verb of the condition: the first one behind its word."""
    a = draft.passage.analysis
    return next((i for i in range(at + 1, min(at + _REACH, len(a.tokens))) if a.pos[i] in ("VERB", "AUX")), None)


def _words(draft: Draft, code: str, at: int, verb: int) -> str:
    """The condition in words: "if aid does not arrive"; "" where its verb is not known."""
    whole = _as_claim(draft, verb)
    named, plural = _acting(draft, code, verb + 1)
    found = by_form(whole, code, verb)
    led = "unless" if "unless" in draft.passage.classes[at] else "if"  # لن نوقع إلا إذا
    if named and found is not None and found.last > verb and not found.adverb:
        found = _alone(whole, code, verb) or found  # the noun behind it is its subject, and no complement
    denied = is_denied(draft, verb) or (found is not None and _is_denied_quality(draft, found))
    if found is None or found.lemma is None:
        return " ".join(filter(None, (led, "no" if denied else "", named))) if named else ""
    a = draft.passage.analysis
    if named and load(code).hooks.person(a.tokens[verb].norm, a.tags[verb]) is not None:  # "if we sign the accord"
        done = "not " if denied else ""
        return f"{led} {named} {done}{lexicon.past_participle(found.lemma)}"
    if named and not denied and not found.passive and _is_unreal(draft) and is_perfect(draft, found, "had"):
        return " ".join((led, named, "had", perfect(found.lemma.removesuffix(" to"))))
    return " ".join(filter(None, (led, named, _held(found, denied, plural, named))))


def _alone(draft: Draft, code: str, verb: int) -> Predicate | None:
    """The verb of a condition without what may complete it; None where it hands over to its predicate."""
    if held_verbs.held(draft, code, verb) is not None:
        return None
    return held_verbs.read(draft, code, verb)


def _acting(draft: Draft, code: str, first: int) -> tuple[str | None, bool]:
    """The noun phrase right behind a verb in English, and whether it is a plural."""
    a = draft.passage.analysis
    run: list[int] = []
    for i in range(first, min(first + 3, len(a.tokens))):
        if a.pos[i] not in ("NOUN", "ADJ") or lexicon.has_attached(code, a.tokens[i].fold):
            break
        definite = load(code).hooks.core(a.tokens[i].text) is not None
        if run and definite != (a.pos[i] == "ADJ") and load(code).hooks.core(a.tokens[i - 1].text) is not None:
            break  # what is definite is closed but for its adjectives
        run.append(i)
    named = noun_phrase(draft, code, run) if run else None
    if named is None or not is_readable(named):
        return None, False
    return named, nominals.nominal(code, a.tokens[run[0]].norm).is_plural


def _held(found: Predicate, denied: bool, plural: bool, named: str | None) -> str:
    """The verb of a condition behind its subject, or alone: "stop", "does not arrive", "not allowed"."""
    lemma = (found.lemma or "").removesuffix(" to")
    if found.passive:
        lemma = f"be {lexicon.past_participle(lemma)}"
    verb, _, rest = lemma.partition(" ")
    if named is None:
        return f"{'not ' if denied else ''}{rest if verb == 'be' and rest else lexicon.past_participle(lemma)}"
    if not denied:
        return lexicon.present(lemma, plural)
    shown = lexicon.negative(lemma, False)
    return shown.replace("does not", "do not", 1).replace("is not", "are not", 1) if plural else shown


def is_denied(draft: Draft, verb: int) -> bool:
    """Whether a negator stands right before a verb, or is written into the word of its condition."""
    classes = draft.passage.classes
    return any(classes[i] & _DENYING for i in range(max(0, verb - 2), verb))


_DENYING = frozenset({"negator", "unreal_not"})


def _is_denied_quality(draft: Draft, found: Predicate) -> bool:
    """Whether a noun that denies stands before the quality that a condition asks for: "if not satisfied"."""
    held = found.last > found.first and (found.lemma or "").startswith("be ")
    return held and "negating_noun" in draft.passage.classes[found.last - 1]


def _as_claim(draft: Draft, verb: int) -> Draft:
    """The sentence from a verb on as a claim of its own, so that the verb is read with the words behind it."""
    passage = draft.passage
    tokens = list(range(verb, min(verb + _REACH, len(passage.analysis.tokens))))
    return Draft(passage, verb, tokens, draft.start, draft.end, draft.confidence, draft.frame)


def auxiliary(draft: Draft, said: Predicate, code: str) -> str:
    """The auxiliary of a consequence: "may" behind a particle of doubt, "will" of a future, else "would"."""
    a, hooks = draft.passage.analysis, load(code).hooks
    near = range(max(draft.tokens[0] - 2, said.first - 2, 0), said.first)
    if any(draft.passage.classes[i] & {"maybe", "possible_auxiliary"} for i in near):
        return "may"
    if lexicon.is_own_gloss(code):
        told = {"would": "would", "planned": "will"}
        group = range(max(draft.tokens[0], said.first - _GROUP), said.first)  # "would have been the first"
        word = next((told[c] for i in group for c in draft.passage.classes[i] if c in told), "")
        return f"{word} have" if word == "would" and is_perfect(draft, said, word) else word
    if draft.passage.classes[said.first] & _MENTAL and "unreal_not" not in draft.passage.classes[said.first - 1]:
        return ""
    answers = hooks.is_answer(a.tokens[said.first].fold, a.tags[said.first])
    if answers or is_future(draft, said):
        return "will"
    return "would have" if _is_unreal(draft) and is_perfect(draft, said, "would") else "would"


def _is_unreal(draft: Draft) -> bool:
    """Whether the word of the claim's condition supposes what did not come about (لو)."""
    word = condition_word(draft)
    tokens = draft.passage.analysis.tokens
    return any("unreal_if" in draft.passage.classes[i] for i, token in enumerate(tokens) if token.text == word)


def is_perfect(draft: Draft, said: Predicate, modal: str) -> bool:
    """Whether a predicate is of the past, as what may or would have been: by its form, or by "have" before it.

    Where a language has the word, a mere past does not say what "would" have been.
    """
    a, classes = draft.passage.analysis, draft.passage.classes
    tag = a.tags[said.first]
    if not said.verbal or not lexicon.is_own_gloss(language_of(draft)):
        return said.verbal and tag.endswith(":p") and a.pos[said.first] in VERBAL
    group = range(max(draft.tokens[0], said.first - _GROUP), said.first)
    if any("perfect_auxiliary" in classes[i] and a.pos[i] == "AUX" for i in group):
        return True
    if modal != "may":
        return False
    past = any(a.tags[i] == "AUX:VBD" and "past_ability" not in classes[i] for i in group)
    been = any(a.tags[i] == "AUX:VBN" for i in group)  # "has been seen"
    return tag.endswith(":VBD") or (tag.endswith(":VBN") and (past or been or not said.passive))


def is_future(draft: Draft, said: Predicate) -> bool:
    """Whether a predicate is of the future, by its form or by a word right before it."""
    a, code = draft.passage.analysis, language_of(draft)
    near = range(max(draft.tokens[0] - 2, said.first - 2, 0), said.first)
    if any("planned" in draft.passage.classes[i] for i in near):
        return True
    return load(code).hooks.is_future(a.tokens[said.first].fold, a.tags[said.first])
