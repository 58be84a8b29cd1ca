"""The gloss: one short English line composed from a claim's typed slots, never translated freely, never invented.

    value unit · predicate object · duration · place · date · names      ("questioned · 4 days · police · DuRove")

A quantity leads where it is what the claim says or what it is said of; else the predicate does. Negation and modality
are always part of the line. A word that the lexicon does not know leaves its slot out; values, names and places stay.
"""

from __future__ import annotations

from collections.abc import Iterable

import claimtrack.claims.figures as figures
from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft
from claimtrack.claims.main_verbs import told_aside
from claimtrack.claims.naming import subject_of
from claimtrack.claims.noun_phrases import runs
from claimtrack.claims.objects import acted_on
from claimtrack.claims.polarity import EXCEPTED
from claimtrack.claims.predicate import Predicate
from claimtrack.claims.standing import NEGATIVE_PREDICATE
from claimtrack.claims.supposing import Condition, auxiliary, condition_word, is_future, supposed
from claimtrack.claims.wording import language_of, predicate
from claimtrack.languages import lexicon, load, nominals
from claimtrack.languages.inflection import (
    accuses,
    is_plain,
    is_readable,
    is_regular_past,
    is_reported,
    name_links,
    promises,
)
from claimtrack.languages.nominals import adverb
from claimtrack.model.mentions import Date, Duration, Frequency, Mention, Name, Place, Quantity

DOT = " · "
LONGEST = 80
_MODAL = {"possible": "may", "planned": "will", "conditional": "if", "denied": "denied:"}
_NAMES = 2
_NOUNS = 3


def gloss(draft: Draft, known: str | None, subject: str | None) -> str:
    """The line for one claim; `known` is the English lemma as the record shows it, `subject` its subject by name."""
    code = language_of(draft)
    said = predicate(draft, code)
    if said.lemma is None and known is not None and said.verbal:
        said = Predicate(known, said.passive, said.first, said.last, True)
    return _fitted(_led(list(_distinct(_slots(draft, said, subject, code))))) or known or draft.kind


def _led(slots: list[str]) -> list[str]:
    """The slots with "denied:" before the first of them that it denies, or alone as "denied"."""
    if slots[:1] != [_MODAL["denied"]]:
        return slots
    return [" ".join(slots[:2]), *slots[2:]] if len(slots) > 1 else [_MODAL["denied"].rstrip(":")]


def _distinct(slots: Iterable[str]) -> list[str]:
    """The slots that say something new: none twice, none that only repeats words of another one."""
    kept: list[str] = []
    said: list[set[str]] = []
    for slot in slots:
        words = {word for word in slot.casefold().split() if word not in ("the", "a", "an")}
        if words and not any(words <= other for other in said):
            kept.append(slot)
            said.append(words)
    return kept


def _fitted(slots: list[str]) -> str:
    """As many slots as a line holds, from the front."""
    while len(slots) > 1 and len(DOT.join(slots)) > LONGEST:
        slots = slots[:-1]
    line = DOT.join(slots)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _slots(draft: Draft, said: Predicate, subject: str | None, code: str) -> Iterable[str]:
    aside = told_aside(draft, code, said.first) if said.verbal else frozenset()
    own, beside = _apart(draft, aside)
    quantities = _of(own, Quantity)
    start = draft.passage.analysis.tokens[said.first].start
    leading = quantities if draft.kind == "quantity" else [m for m in quantities if _of_subject(draft, m, start)]
    condition = supposed(draft, said, code)
    said = said if condition is None or condition.main is None else condition.main
    nouns = list(runs(draft, code, aside | _saying(draft, said) if said.verbal else frozenset()))
    names = list(_names(draft, subject))
    at, acted = acted_on(draft, said, nouns) or (-1, "")
    others = [phrase for i, phrase in nouns[:_NOUNS] if i != at]
    words = _told(draft, said, condition, quantities, bool(leading))
    yield from _quantities(leading)
    yield from names if leading else names[:1] if not said.verbal and not words else ()
    yield f"{words} {acted}" if words and acted else words
    yield condition.words if condition is not None else ""
    yield from _quantities(m for m in quantities if m not in leading)
    yield from (figures.duration(m.value.duration) for m in own if isinstance(m.value, Duration))
    yield from () if said.verbal else others
    yield from _places(draft)
    yield from (figures.date(m.value) for m in own if isinstance(m.value, Date))
    yield from _frequencies(own, quantities)
    yield from others if said.verbal else ()
    yield from names
    yield from _quantities(_of(beside, Quantity))


def _saying(draft: Draft, said: Predicate) -> set[int]:
    """The tokens that say the predicate, with what sets its noun above others before it."""
    a, first = draft.passage.analysis, said.last
    while (said.lemma or "").startswith("be the ") and first - 1 > said.first and a.pos[first - 1] == "ADJ":
        first -= 1
    return {said.first, *range(first, said.last + 1)}


def _apart(draft: Draft, aside: frozenset[int]) -> tuple[list[Mention], list[Mention]]:
    """The values that the claim's own verb tells, and those of the relative clauses before it."""
    tokens = draft.passage.analysis.tokens
    spans = [(tokens[i].start, tokens[i].end) for i in aside]
    within = [m for m in draft.mentions if any(s <= m.start < e for s, e in spans)]
    return [m for m in draft.mentions if m not in within], within


def _of(some: Iterable[Mention], kind: type[Quantity]) -> list[Mention]:
    return [m for m in some if isinstance(m.value, kind)]


def _told(draft: Draft, said: Predicate, condition: Condition | None, quantities: list[Mention], is_led: bool) -> str:
    """The words of the predicate; "" where they would only repeat what the quantity before them says."""
    words = _conditioned(draft, _predicate(draft, said, condition))
    first, _, rest = words.partition(" ")
    degree = _degree(draft, said)
    held = (said.lemma or "").startswith("be ") and not said.passive and rest
    words = f"{first} {degree} {rest}" if degree and held else " ".join(filter(None, (degree, words)))
    if said.lemma is not None and _is_counted(said.lemma, quantities):
        return ""
    if is_led and draft.kind == "quantity" and draft.modality == "asserted" and _is_bound(draft, said, quantities):
        return ""
    plain = is_led and draft.kind == "quantity" and is_plain(said.lemma) and words in _plain_forms(said.lemma)
    return "" if plain else words


def _is_bound(draft: Draft, said: Predicate, quantities: list[Mention]) -> bool:
    """Whether a predicate only says within what bound the quantity lies, be it denied: "did not exceed"."""
    start = draft.passage.analysis.tokens[said.first].start
    bounded = [m for m in quantities if isinstance(m.value, Quantity) and m.value.comparator in _BOUNDS]
    return any(m.start <= start < m.end for m in bounded) or (said.lemma == "exceed" and bool(bounded))


_BOUNDS = frozenset("<>≤≥")


def _degree(draft: Draft, said: Predicate) -> str:
    """The adverb before the predicate without which it would say too much: "almost", "rarely"."""
    a, code = draft.passage.analysis, language_of(draft)
    first = said.first
    while first - 1 in draft.tokens and a.pos[first - 1] in ("AUX", "ADV", "PART"):
        first -= 1
        word = adverb(code, a.tokens[first].fold)
        if word is not None:
            return word
    return ""


def _conditioned(draft: Draft, words: str) -> str:
    """The words of a predicate under a condition that opens otherwise than with "if": "unless parliament agrees"."""
    word = condition_word(draft) if words.partition(" ")[0] == _MODAL["conditional"] else None
    own = word is not None and lexicon.is_own_gloss(language_of(draft))
    return f"{word.lower()}{words[2:]}" if word is not None and own else words


def _is_counted(lemma: str, quantities: list[Mention]) -> bool:
    """Whether a predicate noun is only the unit of what is counted: "were 3 people"."""
    noun = lemma.removeprefix("be ")
    units = {m.value.unit for m in quantities if isinstance(m.value, Quantity) and m.value.unit}
    return noun != lemma and any(noun in (unit, lexicon.plural(unit)) for unit in units)


def _plain_forms(lemma: str | None) -> set[str]:
    return {lemma, lexicon.past(lemma), lexicon.present(lemma), lexicon.present(lemma, True)} if lemma else set()


def _of_subject(draft: Draft, mention: Mention, predicate_start: int) -> bool:
    """Whether the quantity counts what the claim is about: it stands under the subject, or before the predicate."""
    a = draft.passage.analysis
    token = next((i for i in draft.tokens if a.tokens[i].start <= mention.start < a.tokens[i].end), None)
    subject = subject_of(a, draft.head)
    under = token is not None and subject is not None and subject in (token, *a.ancestors(token))
    return mention.end <= predicate_start or (under and draft.kind in ("cause", "quantity", "state"))


def _places(draft: Draft) -> Iterable[str]:
    own = [m.value for m in draft.mentions if isinstance(m.value, Place)]
    yield from dict.fromkeys(lexicon.country(place.code) for place in own)
    yield from (lexicon.country(code) for code in draft.places if code not in {place.code for place in own})


def _frequencies(own: list[Mention], quantities: list[Mention]) -> Iterable[str]:
    """How often, where no rate says it already."""
    rates = {m.value.per for m in quantities if isinstance(m.value, Quantity)}
    return (
        figures.frequency(m.value.period) for m in own if isinstance(m.value, Frequency) and m.value.period not in rates
    )


def _quantities(some: Iterable[Mention]) -> Iterable[str]:
    return (figures.quantity(m.value) for m in some if isinstance(m.value, Quantity))


def _names(draft: Draft, subject: str | None) -> Iterable[str]:
    """The subject and other names that English can show as they are; places have their own slot."""
    places = {m.text for m in draft.mentions if isinstance(m.value, Place)}
    found = [subject] if subject and is_readable(subject) and subject not in places and _is_name(draft, subject) else []
    counted = [m for m in draft.mentions if isinstance(m.value, Quantity)]
    found += [
        m.value.name
        for m in draft.mentions
        if isinstance(m.value, Name)
        and is_readable(m.value.name)
        and not any(q.start <= m.start < q.end for q in counted)
    ]
    return list(dict.fromkeys(found))[:_NAMES]


def _is_name(draft: Draft, subject: str) -> bool:
    """Whether a subject is a name rather than a phrase that begins a sentence."""
    words = [word for word in subject.split() if word.casefold() not in name_links()]
    return all(word[:1].isupper() for word in words) and (
        " " in subject or subject != draft.passage.analysis.tokens[0].text or subject == draft.frame.speaker
    )


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
        words = [modal, only, told.removeprefix(modal).strip()] if only and modal in _BEFORE else [only, told]
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
    negated = negated or (draft.polarity == "affirmed" and _is_denied_quality(draft, said))
    if condition is not None and condition.main is not None:
        return auxiliary(draft, said, language_of(draft)), condition.denied
    if condition is not None and condition.own:
        return modal, negated or condition.denied
    if condition is not None:
        return auxiliary(draft, said, language_of(draft)) if said.lemma else "", negated and not condition.denied
    if modal == "if" and any(reason.startswith("unreal") for reason in draft.reasons):
        modal = "would"
    return "" if _says_so(draft, said, modal) else modal, negated


def _says_so(draft: Draft, said: Predicate, modal: str) -> bool:
    """Whether the verb itself says what its modal would: "plans to close", "is thought to be older", "was accused"."""
    lemma = said.lemma or ""
    if modal == "will":
        return bool(lemma) and (lexicon.intends(lemma) or _had(draft, said))
    thought = said.passive and is_reported(lemma) and " to " in lemma
    return modal == "may" and (thought or accuses(lemma))


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
            "may" if modal == "may" else verb,
            "not" if negated else "",
            rest,
        ]
    elif modal in ("may", "will", "would"):
        words = [modal, "not" if negated else "", "be " + lexicon.past_participle(lemma) if said.passive else lemma]
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
    if _is_past(draft, said):
        return lexicon.past(lemma)
    several = verb == "be" and not own and nominals.nominal(language_of(draft), token.norm).is_plural
    return lexicon.present(lemma, several or _has_plural_subject(draft))


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
