"""Noun phrases by the order of the words: where a speaker's name begins behind a verb, and where it ends.

The tagger guesses names that it has never seen, so that a word of another class is let into a name where a title
stands before it and a border behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Passage
from claimtrack.languages import Hooks, lexicon, load, verbs

NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X", "DET", "NUM", "SYM"})
NO_NAME = frozenset({"complementizer", "relative", "say_participle", "say_noun", "contrast", "according", "moment"})
_FINITE = (":VBD", ":VBZ", ":VBP", ":MD", ":p", ":i")
LONGEST = 16
"""Tokens of the longest noun phrase that is taken for a speaker."""
NAME_IN_QUOTES = 5
_TITLED = 2
_NAME_WORDS = 4
"""Within so many words a name that the tagger did not know comes to an end."""


def is_finite(a: Analysis, t: int) -> bool:
    """Whether the token is a finite verb or auxiliary; languages whose tags do not tell have finite verbs only."""
    tag = a.tags[t]
    return a.pos[t] in VERBAL and (":" not in tag or tag.endswith(_FINITE))


def forward(
    p: Passage, i: int, hooks: Hooks, loose: bool = False, attached: bool = False, wide: bool = False
) -> list[int]:
    """The nominal words from token `i` on: up to a mark, a verb, a preposition, a time or a complementizer."""
    a = p.analysis
    found: list[int] = []
    k = i
    while k < min(len(a.tokens), i + LONGEST) and not asks_no_name(p, k):
        if a.tokens[k].kind == "mark":
            name = quoted_name(p, k) if found else 0
            if not name and not (found and (joins(a, k) or is_genitive(p, k))):
                break
            found += range(k, k + (name or 1))
            k += name or 1
            continue
        if found and "before_whom" in p.classes[k]:
            break
        unknown = loose and (
            a.pos[k] == "VERB" or (a.pos[k] == "SCONJ" and not is_certain(a, k)) or _is_guess(a, k, hooks)
        )
        odd = unknown and k + 1 < len(a.tokens) and a.pos[k + 1] == "PROPN"
        odd = odd or (
            bool(found) and ((wide and _ends_name(p, k, found, hooks)) or name_behind_title(p, k, found[-1], hooks))
        )
        odd = odd or _is_kin(p, k, found, hooks) or (bool(found) and is_hyphened(a, k))
        led = attached and k == i and a.pos[k] in NAMING | {"ADP"} and a.tokens[k].is_word
        if not odd and not led and not _goes_on(p, k, found, hooks, wide) and not _names_on(p, k, found, hooks):
            break
        found.append(k)
        k += 1
    if found and all(a.tokens[t].kind == "number" for t in found):
        return []
    while found and (a.tokens[found[-1]].text in "-.'" or a.pos[found[-1]] in ("DET", "ADP")) and len(found) > 1:
        found.pop()
    return found


def _is_kin(p: Passage, k: int, found: list[int], hooks: Hooks) -> bool:
    """Whether a word for a son or daughter links two parts of a name: "أحمد ولد سيدي"."""
    a = p.analysis
    linked = bool(found) and "kin" in p.classes[k] and k + 1 < len(a.tokens) and a.tokens[k + 1].is_word
    return linked and not _has_article(a, found[-1], hooks)


def _names_on(p: Passage, k: int, found: list[int], hooks: Hooks) -> bool:
    """Whether a word is part of a name that was found to go on over it, or begins one ("Office for …")."""
    if hooks.VERB_FIRST or not found or p.quoted[k] != p.quoted[found[0]]:
        return False
    token = p.analysis.tokens[k]
    if "name" in p.mention_types[k]:
        return token.text[:1].isupper()
    return any(m.type == "name" and m.start < token.start < m.end for m in p.mentions)


def _goes_on(p: Passage, k: int, found: list[int], hooks: Hooks, wide: bool = False) -> bool:
    """Whether the noun phrase `found` goes on with word `k`."""
    a = p.analysis
    if p.quoted[k] and not (found and p.quoted[found[0]]) and not (not found and p.quoted[k - 1 if k else k]):
        return False
    dated = "time" in p.mention_types[k] and not (found and _is_year_within(a, k))
    if p.classes[k] & NO_NAME or dated or (found and a.has_conjunction(k)):
        return False
    if a.pos[k] == "ADP" and found:
        return a.tokens[k].norm == hooks.OF
    if a.pos[k] == "PART" and a.tokens[k].kind == "clitic":
        return bool(found)
    if a.pos[k] == "PRON":
        return not found or (bool(hooks.OF) and a.tokens[k - 1].norm == hooks.OF)  # "one of them"
    if a.pos[k] not in NAMING:
        return False
    code = lexicon.code_of(a.tokens[k].text)
    if found and "title_link" in p.classes[k]:
        return True
    if hooks.VERB_FIRST and found and ("any" in p.classes[k] or _is_object(a, k, found, hooks)):
        return False
    bound = a.pos[k] in ("NOUN", "ADJ") and lexicon.has_attached(code, a.tokens[k].fold)
    bound = bound or (bool(found) and is_addressee(a, k, hooks))
    if hooks.VERB_FIRST and found and _is_owned_object(p, k, found[-1], hooks):
        return False
    if bound and found and "press" in p.classes[k]:
        return False  # "a spokesman told the agency X"
    if hooks.VERB_FIRST and (bound or a.tokens[k].text.startswith(hooks.TO_THE)):
        named = bool(found) and k + 1 < len(a.tokens) and a.pos[k + 1] == "PROPN"
        return (wide or (named and a.tokens[k].text.startswith(hooks.TO_THE))) and _name_follows(p, k, found)
    if (
        found
        and not wide
        and a.pos[k] != "PROPN"
        and a.tokens[k].norm.endswith(hooks.OBJECT)
        and len(a.tokens[k].norm) > 4
    ):
        return False
    if _is_adverbial(a, k, found, hooks):
        return False
    if hooks.VERB_FIRST and found and (not wide and _is_no_part(p, k, found, hooks)):
        return False
    if found and _is_nominative(a, found[-1], hooks) and a.pos[k] == "NOUN" and not _has_article(a, k, hooks):
        return False
    return wide or not _object_begins(a, k, found, hooks)


def _is_owned_object(p: Passage, k: int, before: int, hooks: Hooks) -> bool:
    """Whether a noun with its owner's pronoun follows one with the article, where that ends: "الشركة | زبائنها"."""
    a = p.analysis
    owned = a.pos[k] == "NOUN" and hooks.possessor(a.tokens[k].norm, "NOUN") is not None
    return owned and "role" not in p.classes[k] and _has_article(a, before, hooks)


def _is_no_part(p: Passage, k: int, found: list[int], hooks: Hooks) -> bool:
    """Whether a noun or adjective cannot belong to the phrase before it: of another number, a second definite noun."""
    a, word = p.analysis, p.analysis.tokens[k].fold
    code = lexicon.code_of(a.tokens[k].text)
    if a.pos[k] == "ADJ":
        numbers = [hooks.gender_number(a.tokens[t].norm, a.tags[t])[1] for t in (found[0], k)]
        if numbers == ["s", "p"] and lexicon.is_definite(code, word):
            return True
    if a.pos[k] == "NOUN" and a.pos[found[-1]] in ("NOUN", "ADJ"):
        named = k + 1 < len(a.tokens) and a.pos[k + 1] == "PROPN"
        both = lexicon.is_definite(code, a.tokens[found[-1]].fold) and lexicon.is_definite(code, word)
        if both and not named and "rank" not in p.classes[k]:
            return True
    return "role" not in p.classes[k] and _follows_full_name(a, k, found, hooks)


def _is_nominative(a: Analysis, k: int, hooks: Hooks) -> bool:
    """Whether a noun bears the full ending of a plural subject, so that no noun is tied to it: مستخدمون."""
    token = a.tokens[k]
    plural = hooks.VERB_FIRST and a.pos[k] == "NOUN" and token.norm.endswith(hooks.SUBJECTS)
    return plural and not lexicon.is_listed(lexicon.code_of(token.text), token.fold)


def _follows_full_name(a: Analysis, k: int, found: list[int], hooks: Hooks) -> bool:
    """Whether a common noun stands behind a name of two words: the object in "تدير سلمى الخطيب متحف المدينة"."""
    if not hooks.VERB_FIRST or len(found) < _TITLED or a.pos[found[0]] != "PROPN" or a.pos[k] not in ("NOUN", "ADJ"):
        return False
    if any(a.pos[t] != "PROPN" and not _has_article(a, t, hooks) for t in found):
        return False
    token = a.tokens[k]
    return not _has_article(a, k, hooks) and lexicon.is_listed(lexicon.code_of(token.text), token.fold)


def _is_object(a: Analysis, k: int, found: list[int], hooks: Hooks) -> bool:
    """Whether a count behind a definite noun, or a noun behind a name in quotation marks, is what the verb acts on."""
    if a.pos[k] == "NUM" or a.tokens[k].kind == "number":
        return a.pos[found[-1]] == "NOUN" and _has_article(a, found[-1], hooks)
    return a.pos[k] == "NOUN" and a.tokens[found[-1]].text in _CLOSING


_CLOSING = '»”"'


def _is_year_within(a: Analysis, k: int) -> bool:
    """Whether a year stands within a noun phrase: "a 2019 survey"."""
    number = a.tokens[k].kind == "number" and a.pos[k - 1] in ("DET", "ADJ")
    return number and k + 1 < len(a.tokens) and a.pos[k + 1] == "NOUN"


def _is_adverbial(a: Analysis, k: int, found: list[int], hooks: Hooks) -> bool:
    """Whether a word has the written ending of an adverb, and is not the adjective of a noun that has it too."""
    if not a.tokens[k].text.endswith(hooks.ADVERB):
        return False
    return not found or not a.tokens[found[0]].text.endswith(hooks.ADVERB)


def _ends_name(p: Passage, k: int, found: list[int], hooks: Hooks) -> bool:
    """Whether a word of another class closes a name that the tagger did not know: a border follows soon."""
    a = p.analysis
    if p.classes[k] & (NO_NAME | {"time"}) or "time" in p.mention_types[k] or p.quoted[k] or is_certain(a, k):
        return False
    said = "say" in p.classes[k] and not is_border(p, k + 1) and a.pos[k + 1] != "PROPN"
    dated = k + 1 < len(a.tokens) and "moment" in p.classes[k + 1]
    if a.pos[k] == "VERB" and (said or dated or _is_indefinite_phrase(a, found, hooks)):
        return False  # "a study published on Wednesday"
    if (
        (a.pos[k] == "ADV" and not (hooks.VERB_FIRST and _may_be_name(a, k, hooks)))
        or a.has_conjunction(k)
        or _is_adverbial(a, k, found, hooks)
        or (is_addressee(a, k, hooks) and ("press" in p.classes[k] or any(a.pos[t] == "PROPN" for t in found)))
        or lexicon.is_pronoun_phrase(lexicon.code_of(a.tokens[k].text), a.tokens[k].fold)
    ):
        return False
    for t in range(k + 1, k + _NAME_WORDS):
        if is_border(p, t):
            return True
        if a.pos[t] not in NAMING and (a.pos[t] != "ADP" or is_certain(a, t)):
            return False
    return False


def _is_indefinite_phrase(a: Analysis, found: list[int], hooks: Hooks) -> bool:
    """Whether a phrase is of common nouns without article, so that a verb behind it describes it: مسح أُعد."""
    first = a.tokens[found[0]]
    plain = all(a.pos[t] in ("NOUN", "ADJ", "DET") and not _has_article(a, t, hooks) for t in found)
    code = lexicon.code_of(first.text)
    known = lexicon.english_noun(code, first.fold) or lexicon.english_predicate(code, first.fold, False)
    return plain and known is not None


def is_addressee(a: Analysis, k: int, hooks: Hooks) -> bool:
    """Whether a word bears the preposition that names to whom something is said ("told the press")."""
    token = a.tokens[k]
    if not token.text.startswith(hooks.TO_THE[0]):
        return False
    return token.text.startswith(hooks.TO_THE) or lexicon.has_attached(lexicon.code_of(token.text), token.fold)


def _is_guess(a: Analysis, k: int, hooks: Hooks) -> bool:
    """Whether a word was taken for one of a small class that it is not of: a name that the tagger has never seen."""
    return hooks.VERB_FIRST and a.pos[k] in ("ADP", "ADV", "AUX", "PART") and not is_certain(a, k)


def _may_be_name(a: Analysis, k: int, hooks: Hooks) -> bool:
    """Whether a word taken for an adverb or a preposition may be a first name: no accusative, and a name goes on."""
    follows = k + 1 < len(a.tokens) and a.pos[k + 1] in ("NOUN", "PROPN", "ADJ")
    return follows and not a.tokens[k].text.endswith(hooks.ADVERB)


def name_behind_title(p: Passage, k: int, last: int, hooks: Hooks) -> bool:
    """A word taken for a verb behind a definite title, which no verb follows bare, and before a noun: a first name."""
    a = p.analysis
    if not hooks.VERB_FIRST or a.has_conjunction(k) or k + 1 >= len(a.tokens):
        return False
    if p.classes[k] & NO_NAME or "time" in p.mention_types[k]:
        return False
    if a.pos[k] != "VERB" and not (_is_guess(a, k, hooks) and _may_be_name(a, k, hooks)):
        return False
    proper = a.pos[k + 1] == "PROPN" or "kin" in p.classes[k + 1]
    nominal = a.pos[k + 1] in ("NOUN", "ADJ") and "time" not in p.mention_types[k + 1]
    whole = not a.tags[k].endswith(":i") and is_border(p, k + 2)
    follows = proper or (nominal and (whole or _has_article(a, k + 1, hooks)))
    barred = {"relative"} if proper and is_border(p, k + 2) else {"say", "relative"}
    return follows and _has_article(a, last, hooks) and not p.classes[k] & barred


def _has_article(a: Analysis, k: int, hooks: Hooks) -> bool:
    """Whether a word bears the article, known to the lexicon or not."""
    return hooks.core(a.tokens[k].text) is not None


def is_certain(a: Analysis, k: int) -> bool:
    """Whether the class of a word is known, not guessed: it is one of a closed class."""
    token = a.tokens[k]
    return load(lexicon.code_of(token.text)).hooks.certain_tag(token.norm) is not None


def is_border(p: Passage, k: int) -> bool:
    a = p.analysis
    if k >= len(a.tokens) or a.tokens[k].kind == "mark" or p.classes[k] & NO_NAME:
        return True
    token = a.tokens[k]
    return (a.pos[k] == "ADP" and is_certain(a, k)) or lexicon.has_attached(lexicon.code_of(token.text), token.fold)


def _name_follows(p: Passage, k: int, found: list[int]) -> bool:
    """Whether a title goes on behind a word with a preposition ("secretary of the party X"): no name yet."""
    a = p.analysis
    if any(a.pos[t] == "PROPN" for t in found):
        return False
    t = k + 1
    while t < min(k + 5, len(a.tokens)) and not is_border(p, t):
        if a.pos[t] == "PROPN":
            return True
        t += 1
    return False


def _object_begins(a: Analysis, k: int, found: list[int], hooks: Hooks) -> bool:
    """A noun behind a title and a name is no part of them but the object of a verb that comes first."""
    if not (hooks.VERB_FIRST and found and a.pos[k] in ("NOUN", "ADJ")):
        return False
    if _is_indefinite(a, k, found, hooks):
        return True
    if a.pos[k] == "ADJ":
        return False
    if a.tokens[found[-1]].text.isascii() and not a.tokens[k].text.isascii():
        return True  # "اتهمت Olsen البلدية"
    if len(found) < _TITLED:
        return False
    if _has_article(a, found[-1], hooks) and any(a.pos[t] in VERBAL for t in found) and not _has_article(a, k, hooks):
        return True
    if a.pos[found[-1]] != "PROPN":
        return False
    return a.pos[found[0]] in ("NOUN", "ADJ") or a.pos[found[-2]] != "PROPN"


def _is_indefinite(a: Analysis, k: int, found: list[int], hooks: Hooks) -> bool:
    """Whether a verbal noun or feminine noun without article follows a definite noun, so that it is the object."""
    if a.pos[found[-1]] not in ("NOUN", "ADJ") or not _has_article(a, found[-1], hooks) or _has_article(a, k, hooks):
        return False
    token = a.tokens[k]
    code = lexicon.code_of(token.text)
    named = k + 1 < len(a.tokens) and a.pos[k + 1] == "PROPN"
    known = lexicon.english_noun(code, token.fold) or lexicon.english_predicate(code, token.fold, False)
    feminine = token.norm.endswith(hooks.FEMININE) and known is not None
    return not named and (feminine or verbs.is_masdar(code, token.fold))


def quoted_name(p: Passage, k: int) -> int:
    """How many tokens a name in quotation marks takes from its opening mark on; 0 where none begins."""
    a = p.analysis
    n = k + 1
    while n < len(a.tokens) and p.quoted[n]:
        n += 1
    inner = n - k - 1
    closes = 0 < inner < NAME_IN_QUOTES and n < len(a.tokens) and a.tokens[n].kind == "mark"
    verbal = any(is_finite(a, t) and a.pos[t] == "AUX" for t in range(k + 1, n))
    return inner + 2 if closes and not verbal else 0


def joins(a: Analysis, k: int) -> bool:
    """A mark inside a name: a hyphen or an abbreviation's full stop."""
    return (
        a.tokens[k].text in "-.'’"
        and k + 1 < len(a.tokens)
        and (not a.tokens[k + 1].spaced or len(a.tokens[k - 1].text) < 4)
        and a.tokens[k + 1].is_word
    )


def asks_no_name(p: Passage, k: int) -> bool:
    """Whether a word belongs to the condition that somebody is not named, or is the verb before it."""
    spans = p.phrases.get("anonymous", ())
    return any(first - (p.analysis.pos[first - 1] == "VERB") <= k < last for first, last in spans)


def is_genitive(p: Passage, k: int) -> bool:
    """Whether a mark is the apostrophe of a plural's genitive ("the pilots' leader"), no quotation mark."""
    a = p.analysis
    bare = a.tokens[k].text in "'’" and not a.tokens[k].spaced and not p.quoted[k - 1]
    return bare and a.tokens[k - 1].norm.endswith("s") and k + 1 < len(a.tokens) and a.tokens[k + 1].spaced


def is_hyphened(a: Analysis, k: int) -> bool:
    """Whether a word hangs on a hyphen: "Leeds-born", "Dublin-based"."""
    return k > 1 and a.tokens[k - 1].text == "-" and not a.tokens[k].spaced and not a.tokens[k - 1].spaced


def is_comma(a: Analysis, k: int) -> bool:
    return a.tokens[k].kind == "mark" and a.tokens[k].norm in (",", "\u060c")


def end_of_inverted(a: Analysis, classes: Sequence[frozenset[str]], i: int) -> int | None:
    """The comma that ends a condition without "if": "Had it rained, …", the auxiliary first, a result behind it."""
    if "inverted" not in classes[i] or a.pos[i] not in VERBAL or i + 1 >= len(classes) or a.tokens[-1].norm == "?":
        return None
    comma = next((k for k in range(i, len(classes)) if is_comma(a, k)), None)
    subject = a.pos[i + 1] in ("PRON", "PROPN", "NOUN", "DET")
    resulted = comma is not None and any(a.pos[k] == "AUX" for k in range(comma, len(classes)))
    return comma if subject and resulted else None


def past_time(p: Passage, t: int) -> int:
    """The token behind the time that begins at token `t`; `t` itself where none does."""
    if t >= len(p.mention_types) or "time" not in p.mention_types[t]:
        return t
    tokens = p.analysis.tokens
    end = max(m.end for m in p.mentions if m.type == "time" and m.start == tokens[t].start)
    while t < len(tokens) and tokens[t].start < end:
        t += 1
    return t
