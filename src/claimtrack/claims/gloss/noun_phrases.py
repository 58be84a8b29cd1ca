"""The noun phrases of a claim in English, through the lexicon: one or two words each.

A word that the lexicon does not know is left out, and so is one that only does the work of grammar; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Draft
from claimtrack.claims.gloss.fixed_phrases import compound, is_closed, is_fixed
from claimtrack.claims.gloss.named import is_head
from claimtrack.languages import lexicon, load, nominals
from claimtrack.languages.inflection import (
    is_bland_measure,
    is_readable,
    is_uncounted,
    ranked,
    ranks,
    turns,
    with_article,
)
from claimtrack.languages.nominals import Nominal
from claimtrack.model.mentions import Name


def noun_phrase(draft: Draft, code: str, run: list[int]) -> str | None:
    """A run of nouns and adjectives in English: the adjectives, then the noun they stand with."""
    a = draft.passage.analysis
    if lexicon.is_own_gloss(code):
        return " ".join(_with_owners(a, run)[-_LONGEST:]) or None
    return compound(a, code, run) or _translated(a, code, run)


def _translated(a: Analysis, code: str, run: list[int]) -> str | None:
    """A run of another language in English: what is set above the noun, its adjective, the noun it belongs to."""
    head = next((i for i in run if a.pos[i] in ("NOUN", "PROPN", "X") and not _is_rank(a, code, run, i)), None)
    if head is None:
        return None
    noun, rest = _nominal(a, code, head), [i for i in run if i == head + 1]
    adjectives = [
        word for i in rest if not _is_owning_noun(a, code, head, i) and (word := _adjective(a, code, head, i))
    ]
    of = next((i for i in rest if not adjectives and _is_owner(a, code, head, i)), None)
    possessor = _nominal(a, code, of) if of is not None else nominals.NOTHING
    if noun.noun is None and (noun.act is None or lexicon.modal(noun.act) is not None or possessor.noun is None):
        return possessor.noun
    if noun.noun is None:
        return f"{noun.shown} {possessor.noun}"
    before = [possessor.joined] if possessor.joined is not None else adjectives
    ranks_before = [ranked(word, noun.joined or "") for word in _ranks(a, code, [i for i in run if i < head])]
    return " ".join([*ranks_before, *before, noun.noun])


def _is_owner(a: Analysis, code: str, head: int, i: int) -> bool:
    """Whether the noun before a word belongs to what the word names."""
    return _is_owning_noun(a, code, head, i) or (a.pos[i] == "NOUN" and _governs(a, code, head, i))


def _is_owning_noun(a: Analysis, code: str, head: int, i: int) -> bool:
    """Whether a word that looks like an adjective is a noun: it bears the article, the noun before it none."""
    if a.pos[i] != "ADJ" or not is_closed(a, code, i) or is_closed(a, code, head):
        return False
    return not _nominal(a, code, head).owned and _nominal(a, code, i).noun is not None


def _governs(a: Analysis, code: str, head: int, i: int) -> bool:
    """Whether a noun may belong to the one before it: one with the article governs none, so that a name follows it."""
    core = load(code).hooks.core
    return core(a.tokens[head].text) is None or core(a.tokens[i].text) is not None


def _adjective(a: Analysis, code: str, head: int, i: int) -> str | None:
    """The adjective behind a noun, be it tagged as a noun itself ("a decision | regrettable")."""
    closed = is_closed(a, code, i)
    owned = nominals.nominal(code, a.tokens[head].norm).owned
    if (is_closed(a, code, head) or owned) and not closed:
        return None  # what is said of a definite noun
    agrees = closed == is_closed(a, code, head)
    either = lexicon.is_adjectival(code, a.tokens[i].fold) and not _nominal(a, code, i).is_plural
    if a.pos[i] != "ADJ" and not (agrees and (either or _nominal(a, code, i).shown is None)):
        return None  # a politician is political, where the noun before him agrees
    feminine = a.tokens[i].text.endswith(load(code).hooks.FEMININE)
    if a.pos[i] != "ADJ" and not feminine and _nominal(a, code, head).is_plural and not _nominal(a, code, i).is_plural:
        return None  # the waters | of the plain
    word = nominals.adjective(code, a.tokens[i].norm)
    return lexicon.comparative(word) if word is not None and word.startswith("the ") and not closed else word


def _ranks(a: Analysis, code: str, before: list[int]) -> list[str]:
    """The ordinals and elatives right before a noun, which set it above others: "the fourth worst"."""
    words = [_rank(code, a.tokens[i].norm, a.tokens[i].fold) for i in before]
    known = [word.removeprefix("the ") for word in words if word is not None]
    return ["the", *known] if known and len(known) == len(before) else []


def indefinite(draft: Draft, code: str, run: list[int]) -> str | None:
    """A noun phrase in English with the article of what is not known before; a plural or a known one has none."""
    a = draft.passage.analysis
    head = next((i for i in run if a.pos[i] == "NOUN"), None)
    if head is None and len(run) > 1 and a.pos[run[-1]] == "PROPN" and _nominal(a, code, run[-1]).noun is not None:
        head = run[-1]  # the oldest | university, tagged as the head of a name
    if head is not None and head + 1 < len(a.tokens):
        adjective = nominals.governing(code, a.tokens[head].fold, a.tokens[head + 1].fold)
        if adjective is not None:
            return adjective
    phrase = None if head is None else noun_phrase(draft, code, run)
    if head is None or phrase is None or phrase.startswith("the "):
        return phrase
    shown = _nominal(a, code, head)
    known = any(is_definite(draft, code, i) for i in run)
    return phrase if known or shown.is_plural or shown.noun is None else with_article(phrase)


def _is_rank(a: Analysis, code: str, run: list[int], i: int) -> bool:
    """Whether what was taken for a noun sets the noun behind it above others: the last | guards."""
    if i + 1 not in run or a.pos[i + 1] != "NOUN" or _nominal(a, code, i).noun is not None:
        return False
    return (_rank(code, a.tokens[i].norm, a.tokens[i].fold) or "").startswith("the ")


def _rank(code: str, written: str, folded: str) -> str | None:
    """What an adjective before its noun means: the last one, where behind it it would be another one."""
    known = (lexicon.english_adjective(code, folded), nominals.adjective(code, written))
    return next((word for word in known if word is not None and ranks(word)), None)


def is_definite(draft: Draft, code: str, i: int) -> bool:
    """Whether a word is a name, bears the article or a pronoun that says whose it is."""
    a, word = draft.passage.analysis, draft.passage.analysis.tokens[i].norm
    return a.pos[i] == "PROPN" or nominals.has_article(code, word) or nominals.nominal(code, word).owned


def _nominal(a: Analysis, code: str, i: int) -> Nominal:
    """The noun at token `i` in English, by the words behind it where they tell which of its meanings is meant."""
    found = a.nominals.get(i)
    if found is None:
        found = a.nominals[i] = _read_nominal(a, code, i)
    return found


def means_many(a: Analysis, code: str, i: int) -> bool:
    """Whether the noun at token `i` is a plural, read with the words beside it."""
    return _nominal(a, code, i).is_plural


def _read_nominal(a: Analysis, code: str, i: int) -> Nominal:
    beside = tuple(t.fold for t in a.tokens[i + 1 : i + 1 + _BESIDE] if t.is_word)
    norm = a.tokens[i].norm
    one = nominals.singular(code, norm, a.pos[i + 1 : i + 2] == ["PROPN"]) if _is_single(a, code, i) else None
    if one is not None:
        return Nominal(one, one, key=a.tokens[i].fold)
    led = i > 0 and a.pos[i - 1] == "ADP" and not lexicon.is_pronoun_phrase(code, a.tokens[i - 1].fold)
    if led and nominals.has_preposition(code, norm):
        return nominals.NOTHING  # no preposition stands behind another one: it is an unknown word
    return nominals.nominal(code, norm, beside, a.tokens[i - 1].fold if i else "")


def _is_single(a: Analysis, code: str, i: int) -> bool:
    """Whether a noun is no plural of things, which are feminine.

    A name stands behind it that says who it is, or a masculine adjective, it is the subject of a masculine verb, or
    what "he" is.
    """
    behind, hooks = i + 1, load(code).hooks
    if i and a.pos[i - 1] == "VERB" and is_closed(a, code, i):
        return bool(hooks.gender_number(a.tokens[i - 1].norm[a.has_conjunction(i - 1) :], a.tags[i - 1])[0] == "m")
    if i and a.pos[i - 1] == "PRON" and not is_closed(a, code, i) and load(code).hooks.drops_subject("VERB:p"):
        return load(code).hooks.gender_number(a.tokens[i - 1].norm[a.has_conjunction(i - 1) :], "PRON") == ("m", "s")
    if behind >= len(a.tokens) or a.has_conjunction(behind):
        return False
    if a.pos[behind] == "PROPN":
        return is_closed(a, code, i)
    feminine = a.tokens[behind].text.endswith(hooks.FEMININE)
    return a.pos[behind] == "ADJ" and not feminine and is_closed(a, code, behind) == is_closed(a, code, i)


_BESIDE = 2


def _own_word(a: Analysis, i: int) -> str:
    return a.tokens[i].text if a.pos[i] == "PROPN" or _is_named(a, i) else a.tokens[i].text.lower()


def _is_named(a: Analysis, i: int) -> bool:
    """Whether a noun that opens a sentence, with a verb right behind it, has its capital as a name: "Telegram grew"."""
    word, alone = a.tokens[i], i + 1 < len(a.pos) and a.pos[i + 1] in VERBAL
    return i == 0 and alone and a.tags[i] == "NOUN" and not is_uncounted(word.fold)


def _with_owners(a: Analysis, run: list[int]) -> list[str]:
    """The words of an English run, an "'s" written to its owner and a hyphen to both its words."""
    words: list[str] = []
    for i in run:
        if words and (a.pos[i] == "PART" or a.tokens[i].text == HYPHEN):
            words[-1] += a.tokens[i].text
        elif words and words[-1].endswith(HYPHEN):
            words[-1] += _own_word(a, i)
        else:
            words.append(_own_word(a, i))
    return words


_LONGEST = 3
"""Words of the longest noun phrase of a gloss."""


def runs(draft: Draft, code: str, said: frozenset[int]) -> Iterator[tuple[int, str]]:
    """The noun phrases of a claim with the token each begins at; other slots stand elsewhere."""
    a = draft.passage.analysis
    covered = _covered(draft) | said
    if not lexicon.is_own_gloss(code):
        covered |= _announcing(draft) | _full_names(draft, code) | _naming_doer(draft, code)
    run: list[int] = []
    for i in (*draft.tokens, -1):
        nominal = i >= 0 and (_is_shown(draft, code, i, covered) or _binds(draft, code, i, run, covered))
        joined = nominal and run and run[-1] == i - 1 and not _is_added(a, i, code)
        joined = joined and not _opens_phrase(a, i, code) and not _is_measured(draft, i, code)
        if run and not joined:
            phrase = noun_phrase(draft, code, run)
            measure = phrase is not None and is_bland_measure(phrase) and _is_measured(draft, run[-1], code)
            if phrase and is_readable(phrase) and not lexicon.is_bland(phrase) and not measure:
                whole = _numbered(draft, code, run[-1], phrase)
                yield run[0], _led(draft, code, run[0], _denied(draft, code, run[0], whole, said))
            run = []
        if nominal:
            run.append(i)


def _numbered(draft: Draft, code: str, last: int, phrase: str) -> str:
    """A phrase with the number right behind its last word that is a label of it, and counts nothing: "minute 70"."""
    label = last + 1
    if lexicon.is_own_gloss(code) or label not in draft.tokens or draft.passage.analysis.tokens[label].kind != "number":
        return phrase
    digits = draft.passage.analysis.tokens[label].norm
    return phrase if draft.passage.mention_types[label] or not digits.isdigit() else f"{phrase} {digits}"


def _is_shown(draft: Draft, code: str, i: int, covered: set[int]) -> bool:
    """Whether a word names or describes something that no other slot shows, and is no mere grammar."""
    a = draft.passage.analysis
    if a.pos[i] not in ("NOUN", "ADJ", "PROPN", "X") or not a.tokens[i].is_word or i in covered:
        return False
    if i and lexicon.is_own_gloss(code) and a.tokens[i - 1].kind == "number" and not a.tokens[i].spaced:
        return False  # what ends an ordinal in digits
    if draft.passage.classes[i] & _NO_NOUNS or lexicon.is_pronoun_phrase(code, a.tokens[i].fold):
        return False
    unsaid = a.pos[i] == "NOUN" and _nominal(a, code, i) == nominals.UNSAID
    return not unsaid and nominals.leading(code, a.tokens[i].fold) is None


def _binds(draft: Draft, code: str, i: int, run: list[int], covered: set[int]) -> bool:
    """Whether a mark or a particle of the language of the glosses goes on with a phrase: "'s", a hyphen."""
    if not lexicon.is_own_gloss(code):
        return False
    owning = i + 1 not in covered and _is_owning(draft.passage.analysis, i, run)
    return owning or _is_hyphen(draft, i, run, covered)


def _is_owning(a: Analysis, i: int, run: list[int]) -> bool:
    """Whether the "'s" of an owner goes on with the phrase to what is owned."""
    owns = i > 0 and a.pos[i] == "PART" and a.tokens[i].norm == "'s" and run[-1:] == [i - 1]
    return owns and a.pos[i - 1] == "NOUN" and i + 1 < len(a.pos) and a.pos[i + 1] in ("NOUN", "ADJ")


def _is_hyphen(draft: Draft, i: int, run: list[int], covered: set[int]) -> bool:
    """Whether a hyphen binds the noun before it to the one behind it: "youth | - | day programme"."""
    a = draft.passage.analysis
    if i < 1 or run[-1:] != [i - 1] or a.tokens[i].text != HYPHEN or i + 1 not in draft.tokens or i + 1 in covered:
        return False
    bound = not a.tokens[i].spaced and not a.tokens[i + 1].spaced
    return bound and a.pos[i + 1] in ("NOUN", "ADJ", "PROPN", "X")


HYPHEN = "-"
_NO_NOUNS = frozenset({"title_link", "negating_noun"})


def _denied(draft: Draft, code: str, first: int, phrase: str, said: frozenset[int]) -> str:
    """A noun phrase with the noun before it that denies it: "not raising prices", "no injuries"."""
    a = draft.passage.analysis
    if (
        lexicon.is_own_gloss(code)
        or first == 0
        or "negating_noun" not in draft.passage.classes[first - 1]
        or first - 1 in said
    ):
        return phrase
    if is_closed(a, code, first) and a.pos[first - 1] == "ADP":
        return phrase  # "below the average" denies nothing
    if f"negated by {a.tokens[first - 1].text}" in draft.reasons:
        return phrase  # the predicate says it
    word = phrase.partition(" ")[0]
    return f"{'not' if word.endswith('ing') else 'no'} {phrase}"


def _led(draft: Draft, code: str, first: int, phrase: str) -> str:
    """A noun phrase with the preposition before it, where that one turns what it says: "against", "without closing"."""
    a, at = draft.passage.analysis, first - 1
    if not lexicon.is_own_gloss(code):
        word = nominals.leading(code, *(a.tokens[k].fold for k in range(max(0, at - 1), first)))
        return phrase if word is None or at not in draft.tokens else f"{word} {phrase}"
    while at in draft.tokens and a.pos[at] == "DET":
        at -= 1
    done = a.tokens[at].norm if at in draft.tokens and a.tags[at].endswith("VERB:VBG") else ""
    at -= bool(done)
    if at not in draft.tokens or not turns(a.tokens[at].norm):
        return phrase
    return " ".join(filter(None, (a.tokens[at].norm, done, phrase)))


def _is_added(a: Analysis, i: int, code: str) -> bool:
    """Whether a conjunction is written on a word: by its tag, or because it is a noun only without it."""
    word = a.tokens[i].fold
    if a.has_conjunction(i) or lexicon.is_own_gloss(code) or word[:1] not in load(code).hooks.CONJUNCTIONS:
        return a.has_conjunction(i)
    key = nominals.nominal(code, a.tokens[i].norm).key
    return bool(key) and key[:1] != word[:1]


def _opens_phrase(a: Analysis, i: int, code: str) -> bool:
    """Whether a phrase of its own begins at a word: behind a definite noun, or with an attached preposition."""
    if lexicon.is_own_gloss(code):
        return a.pos[i - 1 : i + 2] == ["NOUN", "ADJ", "NOUN"]  # a deficit | last year
    if a.pos[i] != "NOUN":
        return False
    closed = is_closed(a, code, i - 1) or _nominal(a, code, i - 1).owned
    if closed and is_closed(a, code, i) and is_fixed(a, code, i):
        return False  # the Dead | Sea, whatever the tagger made of its quality
    closed = closed or a.tokens[i - 1].norm.startswith(load(code).hooks.TO_THE)
    return closed or lexicon.has_attached(code, a.tokens[i].fold)


def _is_measured(draft: Draft, i: int, code: str) -> bool:
    """Whether an owned noun says what the value behind it measures, so that the noun before it owns it: its worth."""
    a = draft.passage.analysis
    if lexicon.is_own_gloss(code) or i + 1 not in draft.tokens or not _nominal(a, code, i).owned:
        return False
    if is_bland_measure(_nominal(a, code, i - 1).noun or ""):
        return False  # the number of its residents
    return bool(_VALUES & set(draft.passage.mention_types[i + 1]))


_VALUES = frozenset({"quantity", "time"})


def _full_names(draft: Draft, code: str) -> set[int]:
    """Tokens of names of two words or more, which mean nothing else even where each is a word: فتحي الحمروني."""
    pos, own = draft.passage.analysis.pos, set(draft.tokens)
    proper = {i for i in own if pos[i] == "PROPN" and not is_head(code, draft.passage.analysis.tokens[i])}
    return {i for i in proper if i - 1 in proper or i + 1 in proper}


def _naming_doer(draft: Draft, code: str) -> set[int]:
    """Tokens of the phrases that lead up to the doer of a passive ("at the hand of")."""
    tokens = draft.passage.analysis.tokens
    if not lexicon.names_doer(code, [tokens[i].fold for i in draft.tokens]):
        return set()
    return {
        k
        for i in draft.tokens
        for length in (1, 2)
        if lexicon.names_doer(code, [t.fold for t in tokens[i : i + length]])
        for k in range(i, i + length)
    }


def _announcing(draft: Draft) -> set[int]:
    """Tokens of the phrases that make a claim a plan or a possibility ("it is expected that"): its modality says so."""
    phrases = draft.passage.phrases
    return {
        i
        for name in ("possible", "planned", "due")
        for first, last in phrases.get(name, ())
        for i in range(first, last)
    }


def _covered(draft: Draft) -> set[int]:
    """Tokens that the gloss shows as values, or that are names in another script."""
    a = draft.passage.analysis
    spans = [
        (m.start, m.end) for m in draft.mentions if not (isinstance(m.value, Name) and not is_readable(m.value.name))
    ]
    return {i for i in draft.tokens if any(s < a.tokens[i].end and a.tokens[i].start < e for s, e in spans)}
