"""What the English tagger gets wrong and the words around show: pasts, participles and nouns that look like verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimtrack.languages.en.infinitive_signs import settle_infinitives
from claimtrack.languages.en.only_verbs import only_verb
from claimtrack.languages.en.past_signs import settle_asides, settle_unchanged
from claimtrack.languages.en.present_signs import settle_conditions, settle_plurals
from claimtrack.languages.en.reporting_signs import reporting_tag


def settled_tags(norms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags; "found" is no noun, what data show at the end of a clause is shown by them, "struck" is past."""
    settled = [
        "NUM"  # "to 2,100 a month"
        if tag.startswith("VERB") and norm[:1].isdigit()
        else "VERB:VBD"
        if tag in ("VERB:VBP", "VERB:VB") and norm in irregular_pasts()
        else tag
        for norm, tag in zip(norms, tags, strict=True)
    ]
    for i, tag in enumerate(settled):
        if tag.startswith("AUX") and (norms[i] not in _auxiliaries() or norms[i] == "its"):
            settled[i] = _no_auxiliary(norms[i])
        elif norms[i] in _HAVING and tag.startswith("VERB:") and _before_participle(settled, i):
            settled[i] = "AUX" + tag[len("VERB") :]
        elif tag == "NOUN" and norms[i] in _only_participles():
            settled[i] = "VERB:VBN"
        elif tag in ("NOUN", "NOUN:S") and i and norms[i - 1] in ("and", "but"):
            settled[i] = _joined_verb(norms, settled, i) or tag
    if settled[:1] == ["PROPN"] and norms[1:2] == ["-"] and norms[0] in _first_halves():
        settled[0] = "NOUN"
    for i in range(1, len(norms)):
        settled[i] = reporting_tag(norms, settled, i) or settled[i]
        _settle_pasts(norms, settled, i)
        _settle_words(norms, settled, i)
        _settle_presents(norms, settled, i)
    for i in range(1, len(norms) - 1):
        if norms[i] == "found" and tags[i] == "NOUN":
            settled[i] = "VERB:VBD"
        if norms[i] == "show" and tags[i] == "NOUN" and norms[i + 1] in (".", ","):
            many = tags[i - 1] == "NOUN:S" or norms[i - 1] == "data"
            settled[i] = "VERB:VBP" if many and norms[i - 1] not in ("news", "sports") else tags[i]
    settle_asides(norms, settled)
    settle_infinitives(norms, settled)
    settle_plurals(norms, settled)
    settle_conditions(norms, settled)
    found = only_verb(norms, settled, is_finite)
    if found is not None:
        settled[found[0]] = found[1]
    settle_unchanged(norms, settled, _unchanged())
    return settled


def _joined_verb(norms: Sequence[str], tags: Sequence[str], i: int) -> str:
    """The tag of a verb behind "and" that was taken for a noun and is none: "was founded in 1921 and | employs"."""
    norm = norms[i]
    if norm in irregular_pasts() and norm not in ALSO_NOUNS:
        return "VERB:VBD"
    if norm not in _unmistakable():
        return ""
    if norm not in _plain():
        return "VERB:VBZ"
    before = next((tags[k] for k in range(i - 2, -1, -1) if tags[k].startswith(("VERB", "AUX"))), "")
    return "VERB:VBP" if before in ("VERB:VBP", "AUX:VBP", "VERB:VB") else ""


ALSO_NOUNS = frozenset({"shot", "thought", "bit", "fed", "spoke", "stole", "drove", "cast", "spread", "split", "cost"})
"""Pasts that are nouns as well."""


@cache
def _plain() -> frozenset[str]:
    from claimtrack.languages import load

    return load("en").folded("verbs", "unmistakable", "words")


@cache
def _unmistakable() -> frozenset[str]:
    """Verbs that are no nouns, and their third person."""
    thirds = {
        verb[:-1] + "ies"
        if verb.endswith("y") and verb[-2] not in "aeiou"
        else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        for verb in _plain()
    }
    return _plain() | thirds


def _before_participle(tags: Sequence[str], i: int) -> bool:
    """Whether a participle stands behind a word and the adverbs there: "had never been", "has published"."""
    behind = next((k for k in range(i + 1, min(i + 4, len(tags))) if tags[k] not in ("ADV", "PART")), i)
    return tags[behind] in ("VERB:VBN", "AUX:VBN")


_HAVING = frozenset({"have", "has", "had", "'ve", "’ve"})


def _no_auxiliary(norm: str) -> str:
    """The tag of a word that was taken for an auxiliary and is none: "doctors", "Its | founder"."""
    if norm == "its":
        return "PRON"
    return "NUM" if norm[:1].isdigit() else "NOUN:S" if norm.endswith("s") else "NOUN"


@cache
def _auxiliaries() -> frozenset[str]:
    """All that may help a verb, as it is written: is, 's, would, 'll."""
    from claimtrack.languages import load

    return load("en").folded("verbs", "helping", "words")


def _settle_pasts(norms: Sequence[str], settled: list[str], i: int) -> None:
    """Pasts that were taken for presents, nouns or participles."""
    if settled[i] == "VERB:VBP" and norms[i] in _unchanged() and _is_one(norms[i - 1], settled[i - 1]):
        settled[i] = "VERB:VBD"  # a lake that burst: a present would be "bursts"
    if norms[i] == "rose" and settled[i] == "NOUN" and settled[i + 1 : i + 2] and _measures(norms, settled, i):
        settled[i] = "VERB:VBD"
    if settled[i] == "VERB:VBN" and norms[i] in _no_participles():
        settled[i] = "VERB:VBD"
    if settled[i] == "VERB:VBN" and i > 2 and _is_told(norms, settled, i):
        settled[i] = "VERB:VBD"
    if (
        settled[i] == "VERB:VBN"
        and norms[i] in _UNDERTAKEN
        and norms[i + 1 : i + 2] == ["to"]
        and _stands_free(norms, settled, i)
    ):
        settled[i] = "VERB:VBD"  # a spokesman declined to comment
    if settled[i] == "VERB:VBN" and norms[i] == "told" and _has_hearer(norms, settled, i):
        settled[i] = "VERB:VBD"  # a witness told local radio the man had fled
    if settled[i] == "VERB:VBN" and norms[i - 1] in _SUBJECTS and not settled[max(0, i - 2)].startswith("AUX"):
        settled[i] = "VERB:VBD"  # it stood by its report


def _settle_words(norms: Sequence[str], settled: list[str], i: int) -> None:
    """Single words that are other than the tagger thinks: post, claim, quit, "92 metres | tall"."""
    if norms[i] == "post" and settled[i] == "ADJ" and norms[i + 1 : i + 2] and _reports(norms[i + 1]):
        settled[i] = "NOUN"
    if norms[i] == "claim" and settled[i] in ("NOUN", "X") and _tells(norms, settled, i):
        settled[i] = "VERB:VBP"
    if norms[i] == "quit" and settled[i] in ("NOUN", "ADV", "ADJ"):
        helped = norms[i - 1] in ("has", "have", "had")
        settled[i - 1] = "AUX" + settled[i - 1][settled[i - 1].find(":") :] if helped else settled[i - 1]
        settled[i] = "VERB:VBN" if helped else "VERB:VBD"
    if norms[i] == "missing" and settled[i] == "VERB:VBG" and settled[i + 1 : i + 2] != ["DET"]:
        been = settled[i - 1].startswith("AUX") or (i > 1 and settled[i - 1] == "ADV" and settled[i - 2][:3] == "AUX")
        settled[i] = "ADJ" if been else settled[i]  # "nine are still | missing", not "is missing the point"
    if norms[i] in _DIMENSIONS and settled[max(0, i - 2)] == "NUM" and settled[i - 1].startswith("NOUN"):
        settled[i] = "ADJ"


def _settle_presents(norms: Sequence[str], settled: list[str], i: int) -> None:
    """Presents that look like plurals: behind "which", behind an aside, before what is reported."""
    if norms[i - 1] in ("which", "who", "that") and _is_said_by(norms, settled, i):
        settled[i] = "NOUN:S"  # "…, who police say was drunk"
    elif settled[i] == "NOUN:S" and norms[i - 1] in ("which", "who") and i > 1:
        settled[i] = "VERB:VBZ"  # "…, which dates from"
    told = settled[i] == "NOUN:S" and norms[i + 1 : i + 2] in (["that"], ["having"]) and _reports(norms[i])
    told = told or (settled[i] == "NOUN:S" and norms[i + 1 : i + 3] == ["ever", "having"] and _reports(norms[i]))
    if told and _stands_free(norms, settled, i):
        settled[i] = "VERB:VBZ"  # the ministry insists that …
    if norms[i - 1] == "," and settled[i] in _NO_VERB and _is_far_verb(norms, settled, i):
        settled[i] = "VERB:VBZ" if settled[i] == "NOUN:S" else "VERB:VBD"
    if norms[i - 1] in _RELATIVE and _describes_for(norms, settled, i):
        settled[i : i + 2] = ["NOUN:S", "VERB:VBP"]  # "Egypt, whom | brokers describe as …"
    if settled[i] == "NOUN" and norms[i - 1 : i + 2] == [",", norms[i], "that"] and _reports(norms[i] + "s"):
        settled[i] = "VERB:VBP" if _fears(settled, i) else settled[i]


@cache
def _first_halves() -> frozenset[str]:
    """First halves of hyphened words: cross-border, non-members."""
    from claimtrack.languages import load

    return load("en").folded("names", "hyphenated")


@cache
def irregular_pasts() -> frozenset[str]:
    """Irregular pasts that are no present of another verb, as "found" and "wound" are."""
    from claimtrack.languages import load

    table = load("en").data("verbs")["verbs"]
    return frozenset(forms[0] for forms in table.values()) - frozenset(table) - _ALSO_PRESENT


@cache
def _only_participles() -> frozenset[str]:
    """Irregular participles that are no past: driven, taken."""
    from claimtrack.languages import load

    table = load("en").data("verbs")["verbs"]
    return frozenset(forms[-1] for forms in table.values()) - {f[0] for f in table.values()} - {*table, "born"}


@cache
def _no_participles() -> frozenset[str]:
    """Pasts that are no participles: fell, took, went."""
    from claimtrack.languages import load

    table = load("en").data("verbs")["verbs"]
    participles = {forms[-1] for forms in table.values()} | set(table)
    return frozenset(forms[0] for forms in table.values()) - participles


def _measures(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether what follows says by how much: "rose 6 percent", "rose as much as 6 percent"."""
    return norms[i - 1] != "a" and (tags[i + 1] == "NUM" or norms[i + 1] in ("by", "to", "from", "as", "sharply"))


def _stands_free(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a subject or a comma stands before a word, and no verb before the subject whose object it may be."""
    if norms[i - 1] == ",":
        return True
    begins = next((k + 1 for k in range(i - 1, -1, -1) if tags[k] == "PUNCT"), 0)
    subject = tags[i - 1].startswith(("NOUN", "PROPN", "PRON"))
    return subject and not any(tag.startswith(("VERB", "AUX")) and tag != "VERB:VBN" for tag in tags[begins:i])


def _is_said_by(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a word behind a relative pronoun names those who tell the rest: "who | doctors said would not walk"."""
    told = tags[i + 1 : i + 2] and tags[i + 1].startswith("VERB") and norms[i + 1] in _SAYING
    many = tags[i] == "NOUN:S" or (tags[i] in ("VERB:VBZ", "VERB:VBP", "NOUN") and norms[i][-2:] != "ss")
    return bool(told and many and (norms[i].endswith("s") or norms[i] == "police"))


def _tells(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether things in the plural, with where they stand, come before a word, and a clause behind it.

    "Posts on Facebook claim that …"; in "posts by a newspaper's claim" no clause follows.
    """
    head = next((k for k in range(i) if tags[k] not in ("DET", "ADJ", "NUM")), i)
    clause = norms[i + 1 : i + 2] in (["that"], ["the"])
    return clause and tags[head] == "NOUN:S" and tags[head + 1] == "ADP" and _stands_free(norms, tags, i)


def _fears(tags: Sequence[str], i: int) -> bool:
    """Whether people in the plural stand before a comma, with no verb yet: "critics, among them two judges, fear"."""
    head = next((k for k in range(i) if tags[k] not in ("DET", "ADJ", "NUM")), i)
    verbal = any(tag.startswith(("VERB", "AUX")) and tag != "VERB:VBN" for tag in tags[:i])
    return tags[head] == "NOUN:S" and not verbal


def _is_far_verb(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb must stand behind an aside as nothing else is one: "The tower, which leans, dates from 1240"."""
    opening = next((k for k in range(i - 1) if norms[k] == ","), i)
    ends = next((k for k in range(i + 1, len(tags)) if tags[k] in _CLOSING or norms[k] in _RELATIVE), len(tags))
    aside = opening + 1 < i and (norms[opening + 1] in _RELATIVES or not _has_verb(tags[opening + 1 : i]))
    alone = aside and not _has_verb(tags[:opening]) and not _has_verb(tags[i + 1 : ends])
    subject = tags[0] in ("DET", "NOUN", "PROPN", "PRON") and tags[opening - 1] in ("NOUN", "PROPN", "NUM", "ADJ")
    free = alone and subject and tags[i + 1 : i + 2] != ["VERB"] and _goes_on(tags, i)
    return free and (_is_third_person(norms[i]) if tags[i] == "NOUN:S" else _is_past(norms[i]))


def _is_past(norm: str) -> bool:
    """Whether a word is written like the past of a verb of the lexicon."""
    return norm in irregular_pasts() or (norm.endswith("ed") and _is_third_person(norm))


def _describes_for(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether people in the plural and their verb follow a relative pronoun, though the tags have one verb there."""
    from claimtrack.languages import load

    if tags[i] not in ("VERB:VBZ", "NOUN:S") or i + 2 >= len(norms) or tags[i + 1] not in _BARE:
        return False
    lists = load("en").folded
    several = norms[i] in lists("descriptions", "people") or norms[i][:-1] in lists("descriptions", "person")
    return several and norms[i + 1] in _JUDGING


_JUDGING = frozenset(
    {
        "describe",
        "call",
        "regard",
        "consider",
        "see",
        "view",
        "deem",
        "brand",
        "label",
        "hail",
        "dub",
        "blame",
        "accuse",
    }
)
"""What people in the plural do to whom a relative pronoun stands for."""
_BARE = ("VERB:VB", "VERB:VBP", "NOUN")
_NO_VERB = ("NOUN:S", "VERB:VBN", "ADJ")


def _goes_on(tags: Sequence[str], i: int) -> bool:
    """Whether an object or a phrase follows, and no relative clause that a noun would have."""
    return i + 1 < len(tags) and tags[i + 1] in ("DET", "NUM", "ADP", "ADV", "ADJ", "PART", "PROPN", "NOUN:S")


def _has_verb(tags: Sequence[str]) -> bool:
    return any(tag.startswith(("VERB", "AUX")) and is_finite(tag) for tag in tags)


def _is_third_person(norm: str) -> bool:
    """Whether a word in -s is a form of a verb of the lexicon."""
    from claimtrack.languages import lexicon

    return lexicon.english_predicate("en", norm, True) is not None


_DIMENSIONS = frozenset({"tall", "high", "long", "wide", "deep", "thick", "old"})
_CLOSING = frozenset({"PUNCT", "SCONJ", "CCONJ"})
_RELATIVE = frozenset({"who", "which", "whose", "that"})
_RELATIVES = frozenset({"which", "who", "whose", "whom", "in", "at", "of", "from", "on", "for"})
"""What may open a relative clause: "which", "at which"."""
_SUBJECTS = frozenset({"i", "we", "he", "she", "it", "they"})
_SAYING = frozenset({"say", "said", "believe", "believed", "think", "thought", "fear", "feared", "claim", "claimed"})
"""What people in the plural say or think of whom a relative pronoun stands for."""
_UNDERTAKEN = frozenset({"declined", "refused", "failed", "tried", "attempted", "managed", "hesitated"})
"""Pasts that tell with an infinitive what their subject does; as participles they describe nothing so."""
_TELLING = frozenset({"say", "says", "said", "claim", "claims", "claimed"})


def _is_told(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a participle is the past of the clause that a verb of saying reports: "says 12 people died"."""
    plain = norms[i - 3] in _TELLING and tags[i - 2] in ("DET", "NUM") and tags[i - 1].startswith("NOUN")
    if not plain and not _opens_report(norms, tags, i):
        return False
    ends = next((k for k in range(i, len(tags)) if tags[k] == "PUNCT"), len(tags))
    finite = any(tag.startswith(("VERB", "AUX")) and is_finite(tag) for tag in tags[i:ends])
    return (norms[i].endswith("ed") or norms[i] in irregular_pasts()) and not finite


def _opens_report(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether only "that" and a subject stand before a participle with an object: "say that the firm | paid bribes"."""
    k = i - 1
    while k > 0 and tags[k] in _SUBJECT:
        k -= 1
    told = k < i - 1 and norms[k] == "that" and tags[k] == "SCONJ" and tags[k - 1].startswith("VERB")
    return told and i + 1 < len(tags) and tags[i + 1] in _OBJECT


_SUBJECT = ("DET", "NOUN", "NOUN:S", "PROPN", "ADJ", "NUM")
_OBJECT = ("DET", "NOUN", "NOUN:S", "NUM", "PROPN", "PRON")


def _has_hearer(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a subject alone stands before "told", and those who hear it right behind; "those told to leave" heard."""
    hearer = (tags[i + 1 : i + 2] and tags[i + 1].startswith(_OBJECT)) or tags[i + 1 : i + 2] == ["ADJ"]
    begins = next((k + 1 for k in range(i - 1, -1, -1) if tags[k] == "PUNCT" and norms[k] != "-"), 0)
    free = tags[i - 1].startswith(("NOUN", "PROPN")) and not _has_verb(tags[begins:i])
    return bool(hearer) and norms[i + 1] != "that" and free


def _reports(norm: str) -> bool:
    """Whether a word is a reporting verb in the third person: insists, denies, stresses."""
    from claimtrack.languages import load

    known = load("en").folded("cues", "verbs", "say")
    return bool({norm[:-1], norm[:-2], norm[:-3] + "y"} & known)


@cache
def _unchanged() -> frozenset[str]:
    """Verbs whose past is written like their present."""
    from claimtrack.languages import load

    return frozenset(verb for verb, forms in load("en").data("verbs")["verbs"].items() if forms[0] == verb)


def _is_one(norm: str, tag: str) -> bool:
    """Whether a word is a subject in the singular, or a relative pronoun, which mostly stands for one."""
    return tag in ("NOUN", "PROPN") or norm in ("that", "which", "who", "it", "he", "she")


_ALSO_PRESENT = frozenset({"found", "wound", "ground", "bound", "fell", "lay", "bore", "saw", "felt", "rose", "left"})


def is_finite(tag: str) -> bool:
    """Participles and infinitives head no clause without an auxiliary, which is finite itself."""
    return not tag.endswith((":VBG", ":VBN", ":VB"))
