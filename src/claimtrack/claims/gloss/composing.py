"""The gloss: one short English line composed from a claim's typed slots, never translated freely, never invented.

    value unit · predicate object · duration · place · date · names      ("questioned · 4 days · police · DuRove")

A quantity leads where it is what the claim says or what it is said of; else the predicate does. Negation and modality
are always part of the line. A word that the lexicon does not know leaves its slot out; values, names and places stay.
Names of another script stand in Latin letters, behind the noun that says who bears them: "engineer Adrian Foucault".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import claimtrack.claims.gloss.apart as apart
import claimtrack.claims.gloss.compared as compared
import claimtrack.claims.gloss.figures as figures
import claimtrack.claims.gloss.lengths as lengths
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.dates import dated
from claimtrack.claims.gloss.main_verbs import told_aside
from claimtrack.claims.gloss.named import Named, named
from claimtrack.claims.gloss.noun_phrases import runs
from claimtrack.claims.gloss.objects import acted_on
from claimtrack.claims.gloss.predicate import Predicate
from claimtrack.claims.gloss.predicate_words import UNSHOWN, predicate_words
from claimtrack.claims.gloss.sharing import shared_subject
from claimtrack.claims.gloss.supposing import Condition, supposed
from claimtrack.claims.gloss.with_names import subject_name, with_names
from claimtrack.claims.gloss.wording import by_form, language_of, predicate
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.languages import lexicon
from claimtrack.languages.inflection import (
    is_article,
    is_plain,
    is_readable,
    name_links,
    takes_noun,
)
from claimtrack.model.mentions import Date, Duration, Frequency, Mention, Name, Place, Quantity

DOT = " · "
LONGEST = 80
_DENIED = "denied:"
_NOT = "not"
"""What is left of a denied predicate whose word is not shown; it denies no object."""
_NAMES = 2
_NOUNS = 3


def gloss(draft: Draft, known: str | None, subject: str | None) -> str:
    """The line for one claim; `known` is the English lemma as the record shows it, `subject` its subject by name."""
    code = language_of(draft)
    said = predicate(draft, code)
    if said.lemma is None and known is not None and said.verbal:
        said = Predicate(known, said.passive, said.first, said.last, True)
    return (
        _fitted(_led(list(_distinct(_slots(draft, said, subject, code), set(_places(draft)))))) or known or draft.kind
    )


def _led(slots: list[str]) -> list[str]:
    """The slots with "denied:" or "no evidence:" before the first that it stands over, or alone without its colon."""
    if not slots or slots[0] not in (_DENIED, UNSHOWN):
        return slots
    return [" ".join(slots[:2]), *slots[2:]] if len(slots) > 1 else [slots[0].rstrip(":")]


def _distinct(slots: Iterable[str], countries: set[str]) -> list[str]:
    """The slots that say something new: none twice, none that only repeats words of another one.

    One that says more takes the place of one that said less: "is heir · future heir" is "is future heir". A country
    stays beside a name that holds it.
    """
    kept: list[str] = []
    for slot in slots:
        words = _words(slot)
        if not words or slot in kept or any(words <= _words(each) for each in kept):
            continue
        less = [each for each in kept if each not in countries and _says_less(each, words)]
        if less:
            kept[kept.index(less[0])] = _copula(less[0]) + slot
            kept = [each for each in kept if each not in less]
        else:
            kept.append(slot)
    return kept


def _words(slot: str) -> set[str]:
    return set(slot.casefold().replace(UNSHOWN, UNSHOWN.rstrip(":")).split()) - {"the", "a", "an"}


def _says_less(slot: str, words: set[str]) -> bool:
    """Whether a slot says nothing but some of the words, be it behind a form of "be".

    A number stands for itself, and so does a word that denies or leaves open what the claim says.
    """
    own = _words(slot.removeprefix(_copula(slot)))
    if not own or not own <= words:
        return False
    return _STANDING.isdisjoint(own) and not any(char.isdigit() for char in slot)


def _copula(slot: str) -> str:
    """The form of "be" that a slot opens with, with its space and article; "" where it opens with none."""
    first, _, rest = slot.partition(" ")
    if first not in _BEING or not rest:
        return ""
    return f"{first} {rest.partition(' ')[0]} " if is_article(rest.partition(" ")[0]) else f"{first} "


_STANDING = frozenset({"not", "may", "will", "would", "if", "only", _DENIED})
_BEING = frozenset({"is", "are", "was", "were"})


_SUPPOSING = frozenset({"if", "unless"})
_LEAST_ROOM = 16
"""Letters of the shortest condition that still tells something."""


def _fitted(slots: list[str]) -> str:
    """As many slots as a line holds, from the front; a condition is shortened, as without it the claim is another."""
    at = next((i for i, slot in enumerate(slots) if slot.partition(" ")[0] in _SUPPOSING), 0)
    room = LONGEST - len(DOT.join(slots[:at])) - len(DOT) - 1
    if at and len(slots[at]) > room > _LEAST_ROOM:
        slots = [*slots[:at], slots[at][:room].rsplit(" ", 1)[0] + "…"]
    while len(slots) > 1 and len(DOT.join(slots)) > LONGEST:
        slots = slots[:-1]
    line = DOT.join(slots)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _slots(draft: Draft, said: Predicate, subject: str | None, code: str) -> Iterable[str]:
    aside = told_aside(draft, code, said.first) if said.verbal else frozenset()
    own, beside = _apart(draft, aside)
    quantities = _counts(own)
    start = draft.passage.analysis.tokens[said.first].start
    leading = quantities if draft.kind == "quantity" else [m for m in quantities if _of_subject(draft, m, start)]
    leading = [m for m in leading if not apart.is_taken_out(draft, m)]
    condition = supposed(draft, said, code)
    said = said if condition is None or condition.main is None else condition.main
    called = named(draft, code)
    spelled = frozenset(k for name in called for k in range(name.first, name.last + 1))
    said = _past_name(draft, said, spelled, code) if said.first in spelled else said
    plain = list(runs(draft, code, spelled | (aside | _saying(draft, said) if said.verbal else frozenset())))
    nouns, alone = with_names(draft, code, plain, called)
    names = list(_names(draft, subject, called, alone))
    at, acted = acted_on(draft, said, _with_objects(draft, said, nouns, alone)) or (-1, "")
    until = compared.until(draft)
    acted = "" if until and acted.partition(" ")[0] == until.partition(" ")[0] else acted
    words = _shown_predicate(draft, said, condition, quantities, bool(leading))
    told = lengths.bounding(draft, code)
    shown = [(i, phrase) for i, phrase in _shown(nouns, plain) if i not in told]
    others = [apart.led(draft, i, phrase) for i, phrase in shown if i != at or not words]
    names = [name for name in names if not words or name != acted]
    yield from apart.excepted(draft, lambda at: at < start)
    yield from _quantities(draft, leading)
    yield from names if leading else names[:1] if not said.verbal and not words else ()
    yield f"{words} {_linked(said, acted)}" if words and acted and words != _NOT else words
    yield condition.words if condition is not None else ""
    yield until
    yield from apart.excepted(draft, lambda at: at > start)
    yield from _quantities(draft, (m for m in quantities if m not in leading))
    yield acted if words == _NOT else ""
    yield from (lengths.length(draft, code, m, m.value) for m in own if isinstance(m.value, Duration))
    yield from () if said.verbal else others
    yield from _places(draft)
    yield from (dated(draft, code, m, m.value) for m in own if isinstance(m.value, Date))
    yield from _frequencies(own, quantities)
    yield from names if called else ()
    yield from others if said.verbal else ()
    yield from names
    yield from _quantities(draft, _counts(beside))
    yield shared_subject(draft, code, subject) if said.verbal else ""


def _linked(said: Predicate, acted: str) -> str:
    """What a predicate acts on, behind "of" where that ends with a noun: "led to the decline | of production"."""
    verb, _, noun = (said.lemma or "").rpartition(" ")
    return f"of {acted}" if takes_noun(verb) and not noun.endswith("ing") else acted


def _past_name(draft: Draft, said: Predicate, spelled: frozenset[int], code: str) -> Predicate:
    """The predicate of a claim where a part of a name was taken for it: its verb, or none."""
    pos = draft.passage.analysis.pos
    verb = next((i for i in draft.tokens if pos[i] == "VERB" and i not in spelled), None)
    found = None if verb is None else by_form(draft, code, verb)
    return found or replace(said, lemma=None, verbal=False)


def _shown(nouns: list[tuple[int, str]], plain: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The noun phrases that a line has room for, those with a name first."""
    return sorted(nouns, key=lambda each: each in plain)[:_NOUNS]


def _with_objects(
    draft: Draft, said: Predicate, nouns: list[tuple[int, str]], alone: list[Named]
) -> list[tuple[int, str]]:
    """The noun phrases with the names behind a verb whose subject stands before it, so that it acts on them."""
    subject = subject_of(draft.passage.analysis, draft.head)
    if subject is None or subject >= said.first:
        return nouns
    return sorted([*nouns, *((name.first, name.text) for name in alone)])


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


def _counts(some: Iterable[Mention]) -> list[Mention]:
    return [m for m in some if isinstance(m.value, Quantity)]


def _shown_predicate(
    draft: Draft, said: Predicate, condition: Condition | None, quantities: list[Mention], is_led: bool
) -> str:
    """The words of the predicate; "" where they would only repeat what the quantity before them says."""
    words = predicate_words(draft, said, condition)
    if said.lemma is not None and _is_only_unit(said.lemma, quantities):
        return predicate_words(draft, replace(said, lemma=None), condition)  # what denies it stays
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


def _is_only_unit(lemma: str, quantities: list[Mention]) -> bool:
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
    own = [(m, m.value) for m in draft.mentions if isinstance(m.value, Place)]
    yield from dict.fromkeys(apart.placed(draft, m, lexicon.country(place.code)) for m, place in own)
    yield from (lexicon.country(code) for code in draft.places if code not in {place.code for _, place in own})


def _frequencies(own: list[Mention], quantities: list[Mention]) -> Iterable[str]:
    """How often, where no rate says it already."""
    rates = {m.value.per for m in quantities if isinstance(m.value, Quantity)}
    return (
        figures.frequency(m.value.period) for m in own if isinstance(m.value, Frequency) and m.value.period not in rates
    )


def _quantities(draft: Draft, some: Iterable[Mention]) -> Iterable[str]:
    counted = ((m, figures.quantity(m.value)) for m in some if isinstance(m.value, Quantity))
    return (apart.shown(draft, m, shown + compared.comparison(draft, m)) for m, shown in counted)


def _names(draft: Draft, subject: str | None, called: Sequence[Named], alone: Sequence[Named]) -> Iterable[str]:
    """The subject and other names, as they are or in Latin letters; places have their own slot."""
    places = {m.text for m in draft.mentions if isinstance(m.value, Place)}
    found = [subject] if subject and is_readable(subject) and subject not in places and _is_name(draft, subject) else []
    counted = [m for m in draft.mentions if isinstance(m.value, Quantity)]
    found += [
        apart.shown(draft, m, m.value.name)
        for m in draft.mentions
        if isinstance(m.value, Name)
        and is_readable(m.value.name)
        and not any(q.start <= m.start < q.end for q in counted)
    ]
    found += [name.text for name in alone]
    owner = subject_name(draft, language_of(draft), subject, called)
    return list(dict.fromkeys([*found, *filter(None, [owner])]))[:_NAMES]


def _is_name(draft: Draft, subject: str) -> bool:
    """Whether a subject is a name rather than a phrase that begins a sentence."""
    words = [word for word in subject.split() if word.casefold() not in name_links()]
    return all(word[:1].isupper() for word in words) and (
        " " in subject or subject != draft.passage.analysis.tokens[0].text or subject == draft.frame.speaker
    )
