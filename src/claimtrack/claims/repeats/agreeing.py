"""Whether two claims say the same or contradict each other, by their substance."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimtrack.claims.cues import Cues
from claimtrack.claims.draft import Draft
from claimtrack.claims.repeats.substance import Substance
from claimtrack.claims.repeats.terms import term_of
from claimtrack.languages import load
from claimtrack.model.claims import NARRATOR
from claimtrack.model.mentions import Quantity

_SAME = 0.55
"""The share of all terms that two claims without numbers have in common, if they say the same."""
_SAME_VALUE = 0.4
"""The same for claims with the same number."""
_RESTATED = 0.7
"""The same where each has a word of its own."""
_DATED = 0.8
"""So much of their words two claims share that another date is a contradiction and not another event."""
_ABOUT = Decimal("0.1")
"""How far from a number "about" it may be."""
_NARROWING = frozenset({"amod", "compound", "nmod", "acl", "acl:relcl", "appos"})
_SCORE = 2
"""So many numbers that measure nothing tell one thing: an hour, a score."""
_EVENT = 7
"""Days of the longest date that says when one event was, and not of which time a level is."""


def same(a: Draft, x: Substance, b: Draft, y: Substance, cues: Cues) -> bool:
    """Whether two claims state the same fact."""
    if (a.polarity, a.modality) != (b.polarity, b.modality) or x.bare != y.bare or x.spells != y.spells:
        return False
    if x.stages != y.stages or _then_and_now(x, y):
        return False
    if _numbers(x) != _numbers(y) or x.part != y.part or not _places_agree(a, b):
        return False
    if not _subjects_agree(x, y):
        return False
    if x.moments and y.moments and x.moments != y.moments:
        return False
    mine, theirs, shared = _apart(x, y)
    alike = _alike(x, mine, y, theirs, shared)
    once = _befell_once(x, mine, y, theirs, cues)
    if x.days != y.days and not _one_dated(x, y, once or (bool(x.quantities) and alike >= _SAME)):
        return False
    if once:
        return True
    if x.open and y.open:
        return not mine and not theirs
    if x.open or y.open:
        return shared > _LEAST and not (mine - x.given and theirs - y.given)
    if not mine or not theirs:
        return alike >= (_SAME_VALUE if x.quantities else _SAME)
    if _contrast(x, mine, y, theirs):
        return False
    return alike >= (_SAME if x.quantities else _RESTATED)


def conflict(a: Draft, x: Substance, b: Draft, y: Substance, cues: Cues) -> bool:
    """Whether two claims cannot both be true."""
    if x.open or y.open or x.part or y.part or x.stages != y.stages or not _places_agree(a, b):
        return False
    if not _subjects_agree(x, y):
        return False
    mine, theirs, shared = _apart(x, y)
    disputed, alike = _speak_apart(a, b), _alike(x, mine, y, theirs, shared)
    if alike < _SAME or (mine and theirs):
        return False
    if x.moments != y.moments and (not disputed or (x.moments and y.moments)):
        return False
    if not disputed and not _within(a, mine, b, theirs) and not _exceeds(x, mine, y, theirs):
        return False
    if a.polarity != b.polarity or "denied" in (a.modality, b.modality):
        return _opposed(a, x, b, y, disputed)
    if a.modality != b.modality or a.modality in ("conditional", "possible"):
        return False
    if mine & x.acts or theirs & y.acts:
        return False  # it has so many, it lost so many
    if _times_agree(x, y, disputed) and x.bare == y.bare and not _then_and_now(x, y):
        return _numbers_differ(x, y) and not _may_be_part(x, mine, y, theirs)
    if _numbers(x) != _numbers(y):
        return False
    if x.days == y.days:
        scores = len(x.bare) == 1 or not (mine or theirs)
        return disputed and scores and 0 < len(x.bare) == len(y.bare) <= _SCORE and x.bare != y.bare
    once = x.predicate in _once(cues.language.code)
    dated = len(x.days) == len(y.days) == 1 and not _overlap(x, y) and x.spells == y.spells and x.bare == y.bare
    return dated and (disputed or once) and alike >= _DATED


def _befell_once(x: Substance, mine: set[str], y: Substance, theirs: set[str], cues: Cues) -> bool:
    """Whether both tell of what befalls the same person but once ("quit as minister", "resigned after a row").

    Not where one of them tells of what was acted on, or both of something else behind the same preposition.
    """
    verbs = [each.predicate for each in (x, y)]
    if x.counted or y.counted or not x.subject & y.subject or not all(v in _once(cues.language.code) for v in verbs):
        return False
    if len({term_of("en", verb, "VERB") for verb in verbs if verb}) != 1:
        return False
    places = [{each for term in own for each in s.terms[term]} for s, own in ((x, mine), (y, theirs))]
    led = [{each for each in some if ":" in each and not each.endswith(":pass")} for some in places]
    return led[0].isdisjoint(led[1]) and _ACTED_ON.isdisjoint(places[0] | places[1])


_ACTED_ON = frozenset({"obj", "iobj", "nsubj:pass"})


def _within(a: Draft, mine: set[str], b: Draft, theirs: set[str]) -> bool:
    """Whether one voice contradicts itself if it does at all: in the same words, or in denying more than it affirmed.

    The same voice that says more the second time speaks of something else; "they did not shell the hospital" holds for
    the old hospital too.
    """
    if a.polarity == b.polarity:
        return not (mine or theirs)
    return not (mine if a.polarity == "negated" else theirs)


def _exceeds(x: Substance, mine: set[str], y: Substance, theirs: set[str]) -> bool:
    """Whether one voice gives more somewhere than it now has in all: "950 cards in 40 countries", "900 cards".

    What happened may have happened more than once, and the smaller number may be a part of the other.
    """
    (part, own), (whole, rest) = sorted(((x, mine), (y, theirs)), key=lambda each: -len(each[1]))
    now = x.tense == y.tense == "present" and x.predicate == y.predicate
    counted = {_unit(q) for q in part.quantities} - {_unit(q) for q in whole.quantities}
    led = all(term in counted or any(":" in relation for relation in part.terms[term]) for term in own)
    pairs = [(p, q) for p in part.quantities for q in whole.quantities if (_unit(p), p.per) == (_unit(q), q.per)]
    return now and led and not rest and bool(pairs) and all(_least(q) < _least(p) for p, q in pairs)


def _opposed(a: Draft, x: Substance, b: Draft, y: Substance, disputed: bool) -> bool:
    """Whether one affirms what the other negates or denies: of the same day, and with the same number if any."""
    if {a.modality, b.modality} - {"asserted", "denied"} or _numbers_differ(x, y) or x.bare != y.bare:
        return False
    dated = x.days != y.days if not disputed else x.days and y.days and not _overlap(x, y)
    if dated or x.spells != y.spells or not (x.verbal and y.verbal):
        return False
    rejecting = [d for d in (a, b) if d.modality == "denied"]
    if not rejecting:
        return True
    asserted = [d for d in (a, b) if d.modality == "asserted"]
    return disputed and len(asserted) == 1 and asserted[0].polarity == "affirmed"


def _alike(x: Substance, mine: set[str], y: Substance, theirs: set[str], shared: int) -> float:
    """The share of all terms that are common to both; a subject that its words do not say counts once."""
    measured = bool({_unit(q) for q in x.quantities if q.unit} & {_unit(q) for q in y.quantities})
    if shared + measured < _LEAST:
        return 0.0
    given = bool(x.subject & y.subject & (x.given | y.given))
    apart = sum(len(own - s.given) + bool(own & s.given) for s, own in ((x, mine), (y, theirs)))
    return (shared + given) / (shared + given + apart)


_LEAST = 2
"""So many terms besides a resolved subject two claims share at least; what both count is one of them."""


def _apart(x: Substance, y: Substance) -> tuple[set[str], set[str], int]:
    """The terms that only one or the other has, and how many of their own words both share.

    A town and its country are alike, a name and its initials, and verbs that may be of one form.
    """
    mine, theirs = set(x.terms) - set(y.terms), set(y.terms) - set(x.terms)
    shared = len((x.terms.keys() & y.terms.keys()) - x.given - y.given)
    for here, there in ((mine, theirs), (theirs, mine)):
        for town in [term for term in here if "@" in term[1:]]:
            country = "@" + town.partition("@")[2]
            if country in there:
                here.discard(town)
                there.discard(country)
                shared += 1
    for verb in [term for term in mine if term in x.senses]:
        like = next((term for term in theirs if not x.senses[verb].isdisjoint(y.senses.get(term, ()))), None)
        if like is not None:
            mine.discard(verb)
            theirs.discard(like)
            shared += 1
    for here, names, there in ((mine, y.initials, theirs), (theirs, x.initials, mine)):
        for short in [term for term in here if term in names]:
            here.discard(short)
            there -= names[short]
            shared += 1
    return mine, theirs, shared


def _then_and_now(x: Substance, y: Substance) -> bool:
    """Whether one tells how it was and the other how it is."""
    return {x.tense, y.tense} == {"past", "present"}


def _contrast(x: Substance, mine: set[str], y: Substance, theirs: set[str]) -> bool:
    """Whether both say something else in the same place: "among women", "among men"."""
    places = {relation for term in mine for relation in x.terms[term]}
    return not places.isdisjoint(relation for term in theirs for relation in y.terms[term])


def _subjects_agree(x: Substance, y: Substance) -> bool:
    """Whether the same acts in both: who suffers in a passive may be acted on in the other, what is counted too."""
    if not x.subject or not y.subject:
        return True
    met = bool(x.subject & y.subject) or _town_and_country(x.subject, y.subject)
    if x.counted != y.counted:
        return True
    if x.counted and y.counted:
        return met
    if x.passive != y.passive:
        return not met or _befalls(x if y.passive else y)
    return met or _by_initials(x, y)


def _befalls(active: Substance) -> bool:
    """Whether a verb without an object tells what befell its subject: "the plant closed", "the plant was closed"."""
    return not any(relation in ("obj", "iobj") for relations in active.terms.values() for relation in relations)


def _town_and_country(x: frozenset[str], y: frozenset[str]) -> bool:
    codes = [{term.partition("@")[2] for term in each if "@" in term} for each in (x, y)]
    countries = any(term.startswith("@") for term in x | y)
    return countries and not codes[0].isdisjoint(codes[1])


def _by_initials(x: Substance, y: Substance) -> bool:
    """Whether one subject is called by the initials of the other."""
    sides = ((x.initials, x.subject, y.subject), (y.initials, y.subject, x.subject))
    return any(names[short] & one for names, one, other in sides for short in names if short in other)


def _places_agree(a: Draft, b: Draft) -> bool:
    return not a.places or not b.places or set(a.places) == set(b.places)


def _speak_apart(a: Draft, b: Draft) -> bool:
    """Whether two voices say it, of which at least one is named."""
    speakers = {a.frame.speaker or NARRATOR, b.frame.speaker or NARRATOR}
    return len(speakers) > 1


def _numbers(x: Substance) -> frozenset[object]:
    plain = {"≈": "=", "≥": ">", "≤": "<"}
    return frozenset(
        (q.value, q.low, q.high, plain.get(q.comparator, q.comparator), _unit(q), q.per) for q in x.quantities
    )


def _unit(q: Quantity) -> str | None:
    return term_of("en", q.unit, "NOUN") if q.unit and q.unit.islower() and q.unit.isascii() else q.unit


def _numbers_differ(x: Substance, y: Substance) -> bool:
    """Whether a measure of both has values that exclude each other, and every other measure agrees."""
    few, more = sorted((x.quantities, y.quantities), key=len)
    if not few or x.spells != y.spells:
        return few == more == () and len(x.spells) == len(y.spells) == 1 and x.spells != y.spells
    apart = 0
    for p in few:
        rivals = [q for q in more if (_unit(q), q.per) == (_unit(p), p.per)]
        if len(rivals) != 1 or (p.change and rivals[0].change and p.change != rivals[0].change):
            return False
        apart += _excludes(p, rivals[0])
    return apart > 0


def _excludes(p: Quantity, q: Quantity) -> bool:
    """Whether no number fits both: "more than 900" and 950 may both be true."""
    (low, high), (least, most) = _bounds(p), _bounds(q)
    return (high is not None and least is not None and high < least) or (
        most is not None and low is not None and most < low
    )


def _bounds(q: Quantity) -> tuple[Decimal | None, Decimal | None]:
    if q.value is None:
        return q.low, q.high
    if q.comparator in (">", "≥"):
        return q.value, None
    if q.comparator in ("<", "≤"):
        return None, q.value
    slack = abs(q.value) * _ABOUT if q.comparator == "≈" else Decimal(0)
    return q.value - slack, q.value + slack


def _may_be_part(x: Substance, mine: set[str], y: Substance, theirs: set[str]) -> bool:
    """Whether the claim that says more of what is counted has the smaller number: a part of the other's."""
    for s, own, other in ((x, mine, y), (y, theirs, x)):
        narrower = any(s.terms[term] & _NARROWING for term in own)
        pairs = ((q, p) for q in s.quantities for p in other.quantities if (_unit(q), q.per) == (_unit(p), p.per))
        if narrower and any(_least(q) < _least(p) for q, p in pairs):
            return True
    return False


def _least(q: Quantity) -> Decimal:
    low, high = _bounds(q)
    return low if low is not None else high if high is not None else Decimal(0)


def _one_dated(x: Substance, y: Substance, surely: bool) -> bool:
    """Whether only one of two claims says when, and their number makes sure that they tell the same."""
    return surely and (x.days <= y.days or y.days <= x.days)


def _times_agree(x: Substance, y: Substance, disputed: bool) -> bool:
    """Whether two claims may be of the same time: what only one dates is, where two voices tell of an event's day."""
    if x.days == y.days:
        return True
    if x.days and y.days:
        return _overlap(x, y)
    return disputed and all(_length(day) <= _EVENT for day in x.days | y.days)


def _overlap(x: Substance, y: Substance) -> bool:
    return any(s <= end and start <= e for s, e in x.days for start, end in y.days)


def _length(day: tuple[str, str]) -> int:
    """Days from start to end, as if each month had 31: enough to tell a week from a year."""
    years, months, days = (
        int(end) - int(start) for start, end in zip(day[0].rsplit("-", 2), day[1].rsplit("-", 2), strict=True)
    )
    return (years * 12 + months) * 31 + days


@cache
def _once(code: str) -> frozenset[str]:
    """English verbs of what befalls somebody but once, in whatever language the claim is."""
    return load("en").folded("alike", "once") | load(code).folded("alike", "once")
