"""English: what word lists cannot say (lemmas)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import simplemma

DIRECTION = "ltr"
ROLE_FIRST = False
NEGATES_NEXT = False
VERB_FIRST = False
OF = "of"
AND = "and"
FEMININE = "\0"
OBJECT = "\0"
SUBJECTS = "\0"
OBJECTS: tuple[str, ...] = ()
ADVERB = ("\0",)
BY = "by"
TO_THE = "\0"
_DEFINITE = ("the", "this", "that")
FIRST_PERSON = "I"
CONJUNCTIONS: tuple[str, ...] = ()
SCRIPT = "LATIN"


_COMMONEST = frozenset(
    (
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "was",
        "for",
        "that",
        "on",
        "with",
        "by",
        "as",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "this",
        "are",
        "were",
        "has",
        "have",
        "not",
        "at",
        "from",
        "his",
        "said",
    )
)


def looks_like(text: str) -> bool:
    """English rather than another language in Latin script: the commonest words are there.

    A line too short to have one passes where it has none of the commonest words of the neighbours either.
    """
    words = text[:5000].lower().split()
    if sum(word in _COMMONEST for word in words) * 12 >= len(words):
        return True
    return len(words) < _SHORT and text.isascii() and not any(word in _NEIGHBOURS for word in words)


_SHORT = 12
_NEIGHBOURS = frozenset(
    [
        "le",
        "la",
        "les",
        "des",
        "du",
        "et",
        "der",
        "die",
        "das",
        "und",
        "ein",
        "eine",
        "el",
        "los",
        "las",
        "y",
        "de",
        "il",
        "di",
        "che",
        "un",
        "una",
        "een",
        "het",
        "og",
        "den",
        "que",
        "est",
        "ist",
        "yang",
    ]
)


def bare(phrase: str) -> str:
    """English writes its prepositions apart."""
    return phrase


def core(phrase: str) -> tuple[str, ...] | None:
    """The words behind the article."""
    words = phrase.lower().split()
    return tuple(words[1:]) if len(words) > 1 and words[0] in _DEFINITE else None


def variants(word: str) -> tuple[tuple[str, str], ...]:
    """English writes its particles apart: a word has one reading."""
    return (("", word),)


def certain_tag(norm: str) -> str | None:
    """The treebank is large enough to learn every word."""
    return None


def settled_tags(norms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags; "found" is no noun, what data show at the end of a clause is shown by them, "struck" is past."""
    settled = [
        "NUM"  # "to 2,100 a month"
        if tag.startswith("VERB") and norm[:1].isdigit()
        else "VERB:VBD"
        if tag in ("VERB:VBP", "VERB:VB") and norm in _pasts()
        else tag
        for norm, tag in zip(norms, tags, strict=True)
    ]
    for i in range(1, len(norms)):
        if settled[i] == "VERB:VBP" and norms[i] in _unchanged() and _is_one(norms[i - 1], settled[i - 1]):
            settled[i] = "VERB:VBD"  # a lake that burst: a present would be "bursts"
        if settled[i] == "NOUN:S" and norms[i - 1] in ("which", "who") and i > 1:
            settled[i] = "VERB:VBZ"  # "…, which dates from"
        if norms[i] == "rose" and settled[i] == "NOUN" and settled[i + 1 : i + 2] and _measures(norms, settled, i):
            settled[i] = "VERB:VBD"
        if settled[i] == "VERB:VBN" and norms[i] in _no_participles():
            settled[i] = "VERB:VBD"
        if norms[i] == "post" and settled[i] == "ADJ" and norms[i + 1 : i + 2] and _reports(norms[i + 1]):
            settled[i] = "NOUN"
        if norms[i] == "claim" and settled[i] in ("NOUN", "X") and _tells(norms, settled, i):
            settled[i] = "VERB:VBP"
        if settled[i] == "VERB:VBN" and i > 2 and _is_told(norms, settled, i):
            settled[i] = "VERB:VBD"
        if settled[i] == "VERB:VBN" and norms[i - 1] in _SUBJECTS and not settled[max(0, i - 2)].startswith("AUX"):
            settled[i] = "VERB:VBD"  # it stood by its report
        told = settled[i] == "NOUN:S" and norms[i + 1 : i + 2] in (["that"], ["having"]) and _reports(norms[i])
        told = told or (settled[i] == "NOUN:S" and norms[i + 1 : i + 3] == ["ever", "having"] and _reports(norms[i]))
        if told and _stands_free(norms, settled, i):
            settled[i] = "VERB:VBZ"  # the ministry insists that …
        if settled[i] == "NOUN" and norms[i - 1 : i + 2] == [",", norms[i], "that"] and _reports(norms[i] + "s"):
            settled[i] = "VERB:VBP" if _fears(settled, i) else settled[i]
    for i in range(1, len(norms) - 1):
        if norms[i] == "found" and tags[i] == "NOUN":
            settled[i] = "VERB:VBD"
        if norms[i] == "show" and tags[i] == "NOUN" and norms[i + 1] in (".", ","):
            many = tags[i - 1] == "NOUN:S" or norms[i - 1] == "data"
            settled[i] = "VERB:VBP" if many and norms[i - 1] not in ("news", "sports") else tags[i]
    return settled


@cache
def _pasts() -> frozenset[str]:
    """Irregular pasts that are no present of another verb, as "found" and "wound" are."""
    from claimtrack.languages import load

    table = load("en").data("verbs")["verbs"]
    return frozenset(forms[0] for forms in table.values()) - frozenset(table) - _ALSO_PRESENT


@cache
def _bases() -> dict[str, tuple[str, ...]]:
    """The verbs that an irregular past or participle may be of."""
    from claimtrack.languages import load

    found: dict[str, tuple[str, ...]] = {}
    for verb, forms in load("en").data("verbs")["verbs"].items():
        for form in forms:
            found[form] = (*found.get(form, ()), verb)
    return found


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


_SUBJECTS = frozenset({"i", "we", "he", "she", "it", "they"})
_TELLING = frozenset({"say", "says", "said", "claim", "claims", "claimed"})


def _is_told(norms: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a participle is the past of the clause that a verb of saying reports: "says 12 people died"."""
    if norms[i - 3] not in _TELLING or tags[i - 2] not in ("DET", "NUM") or not tags[i - 1].startswith("NOUN"):
        return False
    ends = next((k for k in range(i, len(tags)) if tags[k] == "PUNCT"), len(tags))
    finite = any(tag.startswith(("VERB", "AUX")) and is_finite(tag) for tag in tags[i:ends])
    return norms[i].endswith("ed") and not finite


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


@lru_cache(maxsize=8192)
def verb_keys(word: str) -> tuple[str, ...]:
    """The forms under which a verb may stand in a word list: as written, its lemma, and the verb it is a past of."""
    return tuple(dict.fromkeys((word, lemma(word).lower(), *_bases().get(word, ()))))


noun_keys = verb_keys


def verb_bases(word: str, joined: bool) -> tuple[str, ...]:
    return (word,)


def written_forms(word: str) -> tuple[tuple[str, str, bool, bool, bool], ...]:
    return (("", word, False, False, False),)


def perfect_keys(word: str) -> tuple[str, ...]:
    return ()


def imperfect_keys(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (), ()


def passives(perfect: str, imperfect: str) -> tuple[str, str]:
    """English glosses itself: no table of its verbs is needed."""
    return "", ""


_PERSONS = {
    "i": "1s",
    "me": "1s",
    "my": "1s",
    "mine": "1s",
    "myself": "1s",
    "we": "1p",
    "us": "1p",
    "our": "1p",
    "ours": "1p",
    "ourselves": "1p",
    "you": "2",
    "your": "2",
    "he": "3",
    "she": "3",
    "they": "3",
    "it": "3",
    "him": "3",
    "her": "3",
    "them": "3",
    "his": "3",
    "their": "3",
    "himself": "3",
    "herself": "3",
    "itself": "3",
    "themselves": "3",
}
_PRONOUNS = {"he": ("m", "s"), "she": ("f", "s"), "it": ("n", "s"), "they": (None, "p")}


def person(norm: str, tag: str) -> str | None:
    """The person of a pronoun."""
    return _PERSONS.get(norm) if tag.startswith(("PRON", "DET")) else None


def may_be_first_person(norm: str, tag: str) -> bool:
    """English verb forms do not carry the person."""
    return False


def may_be_she(norm: str, tag: str) -> bool:
    """English verbs show no gender."""
    return False


def gender_number(norm: str, tag: str) -> tuple[str | None, str]:
    """Gender and number as far as the form shows them; English nouns show number alone."""
    return _PRONOUNS.get(norm, (None, "p" if tag.endswith(":S") else "s"))


_POSSESSORS = {"his": ("m", "s"), "her": ("f", "s"), "its": ("n", "s"), "their": (None, "p")}


def possessor(norm: str, tag: str) -> tuple[str | None, str] | None:
    """Gender and number of whom a possessive pronoun stands for; "her" before a noun alone is one."""
    return _POSSESSORS.get(norm)


def drops_subject(tag: str) -> bool:
    """English verbs want a subject; one without has a subject in another clause."""
    return False


def is_imperfect(norm: str) -> bool:
    """English has no imperfect."""
    return False


def is_future(word: str, tag: str = "VERB:i") -> bool:
    """English has no future forms of verbs; "will" is a word of its own."""
    return False


def is_finite(tag: str) -> bool:
    """Participles and infinitives head no clause without an auxiliary, which is finite itself."""
    return not tag.endswith((":VBG", ":VBN", ":VB"))


def is_definite(norm: str, tag: str) -> bool:
    """English definiteness is a word of its own."""
    return False


def is_own_act(norm: str, tag: str) -> bool:
    """English verbs do not say who acts."""
    return False


def is_answer(norm: str, tag: str) -> bool:
    """English has no conjunction of its own for what follows from a condition."""
    return False


@lru_cache(maxsize=8192)
def word_features(norm: str) -> tuple[str, ...]:
    """Longer beginnings and endings, where English keeps its word classes."""
    return ("p4=" + norm[:4], "s4=" + norm[-4:])


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """The dictionary form by simplemma."""
    return str(simplemma.lemmatize(word, lang="en")) if word.isprintable() and word.strip() else word
