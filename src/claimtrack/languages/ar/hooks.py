"""Arabic: what word lists cannot say (attached pronouns, persons, lemmas); the forms of a word are in `forms`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import simplemma

from claimtrack.languages.ar.forms import CONJUNCTIONS as CONJUNCTIONS
from claimtrack.languages.ar.forms import noun_keys as noun_keys
from claimtrack.languages.ar.forms import variants as variants
from claimtrack.languages.ar.forms import verb_keys as verb_keys
from claimtrack.languages.ar.spelling import spelled as spelled
from claimtrack.languages.ar.tag_signs import PRONOUNS, begins_itself
from claimtrack.languages.ar.tag_signs import certain_tag as certain_tag
from claimtrack.languages.ar.tag_signs import word_features as word_features
from claimtrack.languages.ar.verb_signs import settled_tags as settled_tags
from claimtrack.languages.ar.verbs import imperfect_keys as imperfect_keys
from claimtrack.languages.ar.verbs import is_active as is_active
from claimtrack.languages.ar.verbs import passives as passives
from claimtrack.languages.ar.verbs import perfect_keys as perfect_keys
from claimtrack.languages.ar.verbs import verb_bases as verb_bases
from claimtrack.languages.ar.written import is_acting as is_acting
from claimtrack.languages.ar.written import is_doer as is_doer
from claimtrack.languages.ar.written import written_forms as written_forms
from claimtrack.text.folding import fold, lighten

DIRECTION = "rtl"
ROLE_FIRST = True
NEGATES_NEXT = True
VERB_FIRST = True
OF = ""
AND = "و"
FEMININE = "ة"
NISBA = "ي"
OBJECT = "ا"
CAUSATIVE = "أ"
"""What verbs begin with that make somebody do something; their imperfect has the vowel of passives."""
SUBJECTS = "ون"
OBJECTS: tuple[str, ...] = ("ه", "ها", "هم", "هما")
_OBJECTS = ("هما", "ها", "هم", "ه")
"""The same, the longest first."""
ADVERB = ("اً", "ًا")
BY = "\0"
OBJECT_OF_FIRST = "ني"
TO_THE = "لل"
FIRST_PERSON = "أنا"
THEY = "هم"
SCRIPT = "ARABIC"


def settled_tree(
    norms: Sequence[str], tags: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> tuple[Sequence[str], Sequence[int], Sequence[str], Sequence[tuple[int, ...]]]:
    """The tree as it is, but that a verb behind a separate conjunction describes no noun: "وصل إلى تونس ثم غادر".

    An attached conjunction joins each verb of a series, which the parser sees.
    """
    if "acl:relcl" not in relations or "CCONJ" not in tags:
        return tags, heads, relations, ()
    found, named = list(heads), list(relations)
    for i in range(1, len(tags)):
        if relations[i] != "acl:relcl" or tags[i - 1] != "CCONJ" or "VERB" not in tags[i]:
            continue
        over = next((k for k in range(i - 1, -1, -1) if "VERB" in tags[k] or tags[k] == "PUNCT"), -1)
        if over >= 0 and "VERB" in tags[over] and over in _above(heads, i):
            found[i], named[i] = over, "conj"
    return tags, found, named, ()


def _above(heads: Sequence[int], i: int) -> list[int]:
    """The words that a word hangs on, nearest first."""
    found: list[int] = []
    while heads[i] >= 0:
        i = heads[i]
        found.append(i)
    return found


def bare(phrase: str) -> str:
    """A phrase without the preposition ل on its first word: للشرطة is الشرطة."""
    if phrase.startswith("لل") and len(phrase) > 4:
        return "ال" + phrase[2:]
    first = phrase.partition(" ")[0]
    led = first.startswith("ل") and len(first) > 4 and not begins_itself(lighten(first))
    return phrase[1:] if led else phrase


@lru_cache(maxsize=8192)
def core(phrase: str) -> tuple[str, ...] | None:
    """The words of a phrase whose first bears the article, all without theirs."""
    words = fold(phrase).split()
    if not words or not words[0].startswith("ال") or len(words[0]) < 5 or phrase.startswith(_HAMZAS):
        return None  # ألفونس is a name: the article is written without a hamza
    return tuple(word.removeprefix("ال") for word in words)


_HAMZAS = ("أ", "إ")
_FOREIGN_LETTERS = frozenset("پچژگٹڈڑےںھ")


def looks_like(text: str) -> bool:
    """Arabic rather than Persian or Urdu: hardly a letter that Arabic does not have."""
    sample = text[:5000]
    return sum(c in _FOREIGN_LETTERS for c in sample) * 100 < max(1, sum(c.isalpha() for c in sample))


_PERSONS = {
    "أنا": "1s",
    "إنني": "1s",
    "أنني": "1s",
    "لأنني": "1s",
    "بأنني": "1s",
    "إني": "1s",
    "أني": "1s",
    "لكنني": "1s",
    "لدي": "1s",
    "مني": "1s",
    "نحن": "1p",
    "إننا": "1p",
    "أننا": "1p",
    "لأننا": "1p",
    "بأننا": "1p",
    "لكننا": "1p",
    "لدينا": "1p",
    "منا": "1p",
    "علينا": "1p",
    "لنا": "1p",
    "بنا": "1p",
    "فإننا": "1p",
    "فنحن": "1p",
    "ونحن": "1p",
    "وأنا": "1s",
    "إلينا": "1p",
    "إنا": "1p",
    "أنت": "2",
    "أنتم": "2",
    "هو": "3",
    "هي": "3",
    "هم": "3",
    "هما": "3",
    "هن": "3",
    "وهو": "3",
    "وهي": "3",
    "وهم": "3",
    "إنه": "3",
    "أنه": "3",
    "إنها": "3",
    "أنها": "3",
    "إنهم": "3",
    "أنهم": "3",
    "بأنه": "3",
    "بأنها": "3",
    "لأنه": "3",
    "لأنها": "3",
}
_FEMININE = {"هي", "وهي", "إنها", "أنها", "بأنها", "لأنها"}
_PLURAL = {"هم", "وهم", "هما", "هن", "إنهم", "أنهم"}


def person(norm: str, tag: str) -> str | None:
    """The person of a pronoun or of a verb form; the perfect ending ت stays open, since it is also "she"."""
    if norm in _PERSONS:
        return _PERSONS[norm]
    bare = norm[1:] if tag.startswith("c|") else norm
    if bare in _PERSONS:
        return _PERSONS[bare]
    if "VERB" in tag or "AUX" in tag:
        stem = bare.removeprefix("س")
        if tag.endswith(":i") and stem.startswith("أ"):
            return "1s"
        if tag.endswith(":i") and stem.startswith("ن"):
            return "1p"
        if bare.endswith("ني") and len(bare) > 4:
            return "1s"
        if bare.endswith("نا") and len(bare) > 4:
            return "1p"
        return None
    if bare.endswith("نا") and len(bare) > 4 and not bare.endswith(("ينا", "انا")) and tag.endswith("NOUN"):
        return "1p"
    return None


def may_be_first_person(norm: str, tag: str) -> bool:
    """Whether a perfect could be "I" as well as "she": وصلت."""
    return tag.endswith(":p") and norm.endswith("ت")


def may_be_she(norm: str, tag: str) -> bool:
    """Whether a form is an imperfect with the prefix of "she" or a perfect of the same letters: تراجع."""
    bare = norm[1:] if tag.startswith("c|") else norm
    return bare.startswith("ت") and tag.endswith((":i", ":p")) and not bare.endswith(("ت", "ون", "وا", "نا", "ن"))


def gender_number(norm: str, tag: str) -> tuple[str | None, str]:
    """Gender and number as far as the form shows them."""
    if norm in _PERSONS:
        return ("f" if norm in _FEMININE else None if norm in _PLURAL else "m", "p" if norm in _PLURAL else "s")
    if "VERB" in tag or "AUX" in tag:
        if norm.endswith(("وا", "ون")) and not norm.endswith(_OF_ONE):
            return "m", "p"
        if is_of_two(norm, tag):
            return ("f" if norm.endswith("تا") or (tag.endswith(":i") and norm.lstrip("وس")[:1] == "ت") else "m"), "p"
        whole = (
            next((norm[: -len(end)] for end in _OBJECTS if norm.endswith(end)), norm) if tag.endswith(":p") else norm
        )
        feminine = whole.endswith("ت") or (
            norm.startswith(("ت", "ست", "وت", "وست", "فت", "فست")) and not tag.endswith(":p")
        )
        return ("f" if feminine else "m"), "s"
    if norm.endswith(("ون", "ين")):
        return "m", "p"
    if norm.endswith("ات"):
        return "f", "s"
    return ("f" if norm.endswith(("ة", "اء")) else "m" if norm[:1].isalpha() and not norm.isascii() else None), "s"


_OF_ONE = ("يكون", "تكون", "يتعاون", "تتعاون", "يخون", "تخون", "يصون", "تصون")
"""Imperfects of one that end with the letters of the plural."""
_NOT_TWO = frozenset(
    {"دعا", "بدا", "نجا", "غزا", "عفا", "شكا", "تلا", "علا", "خلا", "رجا", "محا", "نما", "دنا", "عدا", "سما", "أحيا"}
)
"""Perfects of one that end with the letter of the dual."""


def is_of_two(norm: str, tag: str) -> bool:
    """Whether a verb ends as only two act: قتلا, وقعتا, يجريان, لم يلتقيا."""
    if tag.endswith(":i"):
        stem = norm.removeprefix("و").removeprefix("س")
        if stem[:1] not in ("ي", "ت") or stem[1:] == "حيا":
            return False
        short = stem.endswith("ا") and not stem.endswith(("ها", "هما", "نا", "وا"))
        return (short and len(stem) > 4) or (stem.endswith("ان") and len(stem) > 5)
    whole = norm[1:] if tag.startswith("c|") else norm
    if whole in ("كانا", "كانتا", "ليسا"):
        return True
    ends = tag.endswith((":p", "AUX")) and whole.endswith("ا") and not whole.endswith(("ها", "نا", "وا", "ما"))
    return ends and len(whole) > 3 and whole not in _NOT_TWO


_POSSESSORS = (("هما", (None, "p")), ("هم", ("m", "p")), ("ها", ("f", "s")), ("ه", ("m", "s")))


def possessor(norm: str, tag: str) -> tuple[str | None, str] | None:
    """Gender and number of the pronoun that a noun ends with, if it is one."""
    if not tag.endswith("NOUN"):
        return None
    return next((shown for end, shown in _POSSESSORS if norm.endswith(end) and len(norm) > len(end) + 2), None)


def drops_subject(tag: str) -> bool:
    """A finite Arabic verb carries its subject."""
    return "VERB" in tag or "AUX" in tag


def is_imperfect(norm: str) -> bool:
    """Whether a verb form looks imperfect: a person prefix before at least two letters."""
    return len(norm) > 2 and norm[0] in "يتن"


def is_future(word: str, tag: str = "VERB:i") -> bool:
    """Whether a folded verb carries the future س (سيضع، وستكون، سأشارك); the tag tells it from verbs in س (سأل)."""
    rest = word[1:] if tag.startswith("c|") or (word[:1] in CONJUNCTIONS and word[1:2] == "س") else word
    return len(rest) > 3 and rest[0] == "س" and rest[1] in "يتنأا" and (tag.endswith((":i", "AUX")))


def is_finite(tag: str) -> bool:
    """Arabic verb forms are all finite; participles and verbal nouns are nouns."""
    return True


def is_definite(norm: str, tag: str) -> bool:
    """Whether a nominal is definite by its form: a name, with the article or with a pronoun attached."""
    bare = norm[1:] if norm[:1] in CONJUNCTIONS and norm[1:3] == "ال" else norm
    return (
        bare.startswith(("ال", "لل", "بال", "كال")) or tag.endswith(("PROPN", "PRON")) or norm.endswith(PRONOUNS[:-1])
    )


def is_own_act(norm: str, tag: str) -> bool:
    """Whether an imperfect, with future or conjunction before it, says that "I" or "we" act: سأنشر، ولن نقبل."""
    bare = norm[1:] if norm[:1] in CONJUNCTIONS and len(norm) > 3 else norm
    stem = bare.removeprefix("س")
    return ("VERB" in tag or "AUX" in tag) and len(stem) > 2 and stem[0] in "أن"


def is_answer(norm: str, tag: str) -> bool:
    """Whether the verb answers a condition: future behind the conjunction ف (فسنلجأ)."""
    return len(norm) > 4 and norm[0] == "ف" and norm[1] == "س" and norm[2] in "يتنأ"


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """The dictionary form by simplemma, or the word without its article."""
    return str(simplemma.lemmatize(word, lang="ar")) if word.isprintable() and word.strip() else word
