"""Whom a claim is about where the tree does not tell: by the order of the words, and never across a reporting frame.

Only languages whose verbs do not show who acts are read so; their subject stands before the verb.
"""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL
from claimtrack.claims.draft import Draft, Passage
from claimtrack.claims.naming import name_tokens, phrase_text
from claimtrack.claims.phrases import LONGEST, NAMING, is_comma, is_finite, joins, past_time
from claimtrack.claims.reference.people import is_people
from claimtrack.claims.tree_subjects import subject_of
from claimtrack.claims.voices.reporting import Reporting
from claimtrack.languages import Hooks, lexicon, load

_WITHIN = NAMING | {"ADP", "PART", "CCONJ", "VERB"}
"""Classes of the words that a subject before its verb may hold; a verb only as a participle."""
_ENDING = ("NOUN", "PROPN", "NUM", "X", "SYM")
_BESIDE = ("ADV", "PART")


def pronoun_before(draft: Draft, hooks: Hooks) -> int | None:
    """A pronoun that opens the claim and has nothing but auxiliaries between it and the predicate: its subject."""
    a, first = draft.passage.analysis, draft.tokens[0]
    if hooks.VERB_FIRST or a.pos[first] != "PRON" or hooks.person(a.tokens[first].norm, a.tags[first]) is None:
        return None
    between = range(first + 1, draft.head)
    neuter = hooks.gender_number(a.tokens[first].norm, "PRON")[0] == "n"
    if neuter and a.pos[draft.head] not in VERBAL:
        return None  # "it is wrong to …"
    verbs = first + 1 < len(a.tokens) and first < draft.head and (is_finite(a, first + 1) or bool(between))
    if not neuter and a.pos[draft.head] not in VERBAL and verbs and a.pos[first + 1] == "AUX":
        return first  # "told the court | he was on leave"
    helping = (a.pos[i] in ("AUX", *_BESIDE) or a.relations[i].startswith("aux") for i in between)
    return first if verbs and all(helping) else None


def by_order(draft: Draft, hooks: Hooks) -> list[int]:
    """The words before the first verb of a claim, or before the relative clause behind them; none if unsure."""
    own = [] if hooks.VERB_FIRST else behind_time(draft)
    if not own or not _opens(draft, own[0]):
        return []
    a, p = draft.passage.analysis, draft.passage
    found: list[int] = []
    for i in own[:LONGEST]:
        if found and (_is_verb(p, i) or ("time" in p.mention_types[i] and _acts_behind(draft, past_time(p, i)))):
            return _solid(draft, found)
        if found and _is_restricted(draft, found, i):
            return _solid(draft, found)
        if found and is_comma(a, i):
            related = i + 1 in draft.tokens and "relative" in p.classes[i + 1] and a.pos[i + 1] == "PRON"
            related = related and not a.tags[found[0]].endswith("VERB:VBG")
            return _solid(draft, found) if related else _with_apposition(draft, found)
        within = a.pos[i] in _WITHIN and (a.pos[i] != "VERB" or a.tags[i].endswith((":VBG", ":VBN")))
        within = within or (bool(found) and hooks.possessor(a.tokens[i].norm, a.tags[i]) is not None)
        if "time" in p.mention_types[i] or not (within or a.pos[i] == "ADV" or (found and joins(a, i))):
            break
        found.append(i)
    participle = next((n for n, i in enumerate(found) if n and a.tags[i].endswith("VERB:VBN")), 0)
    whole = len(found) == min(len(own), LONGEST)
    whole = whole or not any(is_finite(a, i) for i in draft.tokens)  # "the bridge collapsed on Friday"
    return _solid(draft, found[:participle]) if whole and participle else []


def _is_restricted(draft: Draft, found: list[int], i: int) -> bool:
    """Whether "that" and a clause of its own stand between a definite noun and the predicate, which tells of the noun.

    "The institute | that he founded | closed": a verb stands in the clause and another is the predicate.
    """
    a = draft.passage.analysis
    opens = "complementizer" in draft.passage.classes[i] and a.pos[found[0]] == "DET" and a.pos[found[-1]] == "NOUN"
    if not opens or i + 1 >= len(a.tokens) or a.pos[i + 1] not in NAMING | {"PRON"}:
        return False
    verbs = [k for k in draft.tokens if k > i and a.tags[k].rpartition(":")[2] in ("VBD", "VBZ", "VBP", "VBN", "MD")]
    return len([k for k in verbs if not (a.tags[k].endswith("VBN") and "AUX" in a.tags[k - 1])]) > 1


def _with_apposition(draft: Draft, found: list[int]) -> list[int]:
    """A subject with another name for it between commas, the proper one of both ("the chairman, | X, was jailed")."""
    a, p, first = draft.passage.analysis, draft.passage, found[-1] + 2
    stop = next((i for i in draft.tokens if i > first and is_comma(a, i)), None)
    if stop is None or stop - first > _APPOSED or not _is_verb(p, stop + 1) or stop + 1 not in draft.tokens:
        return []
    inner = [i for i in range(first, stop) if not joins(a, i)]
    if not all(a.pos[i] in NAMING | {"ADP", "PART"} and "time" not in p.mention_types[i] for i in inner):
        return []
    return list(range(first, stop)) if all(a.pos[i] == "PROPN" for i in inner) else _solid(draft, found)


_APPOSED = 9
"""Tokens of the longest apposition between a subject and its verb."""


def verb_behind_subject(draft: Draft, at: int) -> int:
    """The predicate behind the claim's subject, where the tree has it elsewhere ("more than 40 | were killed").

    Behind a relative clause it stands behind a comma ("X, whose party Y left, | did not comment").
    """
    a, p = draft.passage.analysis, draft.passage
    found = by_order(draft, load("en").hooks)
    if not found:
        return at
    inside, behind = found[0] <= at <= found[-1], [i for i in draft.tokens if i > found[-1]]
    main = next((i for i in behind[2:] if is_comma(a, i - 1) and _is_verb(p, i)), None)
    if main is not None and is_comma(a, behind[0]):
        start: int | None = main
    else:
        start = next((i for i in behind if a.pos[i] in VERBAL), None) if inside else None
    if start is None or not _is_verb(p, start):
        return at
    group = (i for i in behind if start <= i < start + _GROUP)
    return next((i for i in group if a.pos[i] == "VERB"), at)


_GROUP = 5


def joined(draft: Draft, noun: int, hooks: Hooks) -> str | None:
    """The names or nouns that act together ("Spain and France"), where the tree gives the first of them."""
    a = draft.passage.analysis
    if hooks.VERB_FIRST or not any(a.tokens[i].norm == hooks.AND for i in draft.tokens):
        return None
    tokens = by_order(draft, hooks)
    both = any(a.pos[i] == "CCONJ" and a.tokens[i].norm == hooks.AND for i in tokens)
    return phrase_text(a, tokens) if both and name_tokens(a, noun)[0] == tokens[0] else None


def _acts_behind(draft: Draft, i: int) -> bool:
    """Whether the verb of the claim stands at the token; one taken for a participle is it where there is no other."""
    p = draft.passage
    if _is_verb(p, i):
        return True
    alone = not any(is_finite(p.analysis, t) for t in draft.tokens)
    return alone and i in draft.tokens and p.analysis.tags[i].endswith("VERB:VBN")


def _is_verb(p: Passage, i: int) -> bool:
    """Whether a finite verb stands at the token: a lone "had" is one however it was tagged."""
    a = p.analysis
    if i >= len(a.tokens):
        return False
    return is_finite(a, i) or ("inverted" in p.classes[i] and a.pos[i] in VERBAL and a.pos[i - 1] != "AUX")


def behind_time(draft: Draft) -> list[int]:
    """The tokens of a claim behind the time that opens it: "On Monday | the president dismissed …"."""
    a, types, tokens = draft.passage.analysis, draft.passage.mention_types, draft.tokens
    n = 1 if a.pos[tokens[0]] == "ADP" and len(tokens) > 1 and "time" in types[tokens[1]] else 0
    while n < len(tokens) and "time" in types[tokens[n]]:
        n += 1
    if 0 < n < len(tokens) and is_comma(a, tokens[n]):
        n += 1
    subject = n < len(tokens) and a.pos[tokens[n]] in ("DET", "PROPN", "NOUN")
    return tokens[n:] if subject else tokens


def _opens(draft: Draft, first: int) -> bool:
    """Whether a claim opens with a noun phrase, a number with its bounds or a gerund, and not with a time."""
    a, p = draft.passage.analysis, draft.passage
    if "quantity" in p.mention_types[first]:
        return True
    gerund = a.tags[first].endswith("VERB:VBG") and first != draft.tokens[-1]
    return a.pos[first] in NAMING or gerund


def _solid(draft: Draft, found: list[int]) -> list[int]:
    """The words of a subject up to their last noun or number, where nothing but small words stands behind it."""
    a = draft.passage.analysis
    while found and a.pos[found[-1]] in ("ADV", "PART", "ADP", "DET") and a.tokens[found[-1]].kind != "clitic":
        found = found[:-1]
    if not found:
        return []
    last, before = found[-1], found[-2:-1]
    described = a.pos[last] == "ADJ" and any(a.pos[i] in ("DET", "ADJ") or joins(a, i) for i in before)
    return found if described or a.pos[last] in _ENDING or a.tags[last].endswith("VERB:VBG") else []


def opens_with_own(draft: Draft) -> bool:
    """Whether a claim opens with a noun phrase and goes on with a finite verb, so that it has its subject itself."""
    a, p, own = draft.passage.analysis, draft.passage, behind_time(draft)
    if not own or p.mention_types[own[0]] & {"time"}:
        return False
    theirs = load("en").hooks.possessor(a.tokens[own[0]].norm, a.tags[own[0]]) is not None  # "its staff were moved"
    if not theirs and a.pos[own[0]] not in ("DET", "NOUN", "PROPN", "NUM"):
        return False
    behind = next((i for i in own[theirs:] if a.pos[i] not in NAMING and not joins(a, i)), None)
    return behind is not None and behind > own[0] and _is_verb(p, behind)


def outside(draft: Draft, noun: int) -> bool:
    """Whether a subject that the tree gives stands on the other side of a reporting frame."""
    first, last = draft.tokens[0], draft.tokens[-1]
    for each in _reports(draft):
        if each.first <= noun < each.last <= first and each.cue < each.first:
            return True
        if each.first <= first and last < each.last <= each.cue and not each.first <= noun < each.last:
            return True
    return False


def cannot_bring_about(draft: Draft, noun: int) -> bool:
    """Whether a participle in front of a claim tells what all before it led to, and not what the noun did.

    "… left after the government closed the port, | making it harder", "gusts of 140 km/h, | tearing off roofs".
    """
    a, p = draft.passage.analysis, draft.passage
    first, verb = draft.tokens[0], a.heads[noun]
    if not a.tags[first].endswith("VERB:VBG") or not is_comma(a, first - 1):
        return False
    if p.mention_types[noun] & {"quantity", "time"} and not is_people(draft, noun):
        return True
    return verb >= 0 and any(a.pos[k] in ("SCONJ", "ADP") and a.relations[k] == "mark" for k in a.kids[verb])


def is_outside(draft: Draft, noun: int) -> bool:
    """Whether a claim cannot share a subject before it: it has its own, or the noun is but a time or an amount."""
    a, p, own = draft.passage.analysis, draft.passage, behind_time(draft)
    of = load("en").hooks.OF
    amount = a.pos[noun] in ("NUM", "SYM") and a.tokens[noun + 1].norm != of  # "seven | of the judges" act
    if "time" in p.mention_types[noun] or amount:
        return True
    if cannot_bring_about(draft, noun) or opens_with_own(draft):
        return True
    if not own or a.pos[own[0]] not in ("DET", "NOUN", "PROPN", "NUM") or p.mention_types[own[0]] & {"time"}:
        return False
    before = [i for i in own if i <= draft.head]
    finite = any(is_finite(a, i) for i in before[1:]) and a.pos[draft.head] in VERBAL
    return finite and not any("relative" in p.classes[i] for i in before)


def teller_before(draft: Draft, noun: int) -> int | None:
    """Who tells before a report that holds the noun and ends before the claim: "he argued that … and vowed"."""
    a = draft.passage.analysis
    for each in _reports(draft):
        if each.first <= noun < each.last <= draft.tokens[0] and each.cue < each.first:
            return subject_of(a, each.cue)
    return None


def denier(draft: Draft) -> str | None:
    """Whose act a gerund right behind its reporting verb is: "denied sheltering …"."""
    first = draft.tokens[0]
    if not draft.passage.analysis.tags[first].endswith("VERB:VBG"):
        return None
    return draft.frame.speaker if any(each.nominal and each.cue == first - 1 for each in _reports(draft)) else None


def accused(draft: Draft) -> list[int]:
    """Who is accused of what a claim says: "the ministry of misleading the public"."""
    a, p = draft.passage.analysis, draft.passage
    at = next((i for i in draft.tokens if a.tags[i].endswith("VERB:VBG")), None)
    if at is None or at < draft.tokens[0] + 2 or a.pos[at - 1] != "ADP":
        return []
    found = list(range(draft.tokens[0], at - 1))
    said = any(each.cue == found[0] - 1 and "accusing" in p.classes[each.cue] for each in _reports(draft))
    return found if said and all(a.pos[i] in NAMING for i in found) else []


def _reports(draft: Draft) -> tuple[Reporting, ...]:
    return tuple(draft.passage.reports or ())


def before_comma(draft: Draft, noun: int) -> int:
    """The noun of a phrase before a comma, where what stands behind the comma only describes it ("X, born in Y, …")."""
    a, last = draft.passage.analysis, noun - 2
    definite = load(lexicon.code_of(a.tokens[noun].text)).hooks.core(a.tokens[noun].text) is not None
    if last < draft.tokens[0] or not is_comma(a, noun - 1) or not definite or a.pos[last] not in _NOMINAL:
        return noun
    first = last
    while first > draft.tokens[0] and a.pos[first - 1] in _NOMINAL:
        first -= 1
    return noun if a.pos[first] == "ADJ" else first


_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
