"""How a subject is called: its words without times, places and other phrases, by role or title where no noun acts."""

from __future__ import annotations

from claimtrack.claims.analysis import NOMINAL, Analysis
from claimtrack.claims.draft import Draft
from claimtrack.claims.naming import name_tokens, phrase_text
from claimtrack.claims.phrases import is_comma
from claimtrack.claims.reference.bodies import is_body
from claimtrack.claims.reference.doers import noun_kind
from claimtrack.claims.reference.people import is_people
from claimtrack.claims.tree_subjects import may_share, shows_gender
from claimtrack.claims.visited import is_place_behind
from claimtrack.languages import Hooks, lexicon, load, nominals
from claimtrack.model.mentions import Mention, Name
from claimtrack.text.folding import fold


def name_of(draft: Draft, noun: int) -> str | None:
    """The words of a subject without the times at its edges; None where only a pronoun is left."""
    a, types = draft.passage.analysis, draft.passage.mention_types
    tokens = _to_number(draft, noun, _whole_name(draft, noun, name_tokens(a, noun)))
    if (
        shows_gender(a, draft.head) and tokens[0] == draft.head + 1
    ):  # right behind the verb a preposition opens the verb's own phrase
        whole = tokens[: next((n for n, i in enumerate(tokens) if i > noun and _is_led(a, i)), len(tokens))]
        tokens = _with_calling(draft, noun, whole)
        while len(tokens) > 1 and a.pos[tokens[-1]] in ("PRON", "DET"):
            tokens = tokens[:-1]  # "denied Salma | that"
    while tokens and (
        "time" in types[tokens[0]]
        or lexicon.is_pronoun_phrase(lexicon.code_of(a.tokens[tokens[0]].text), a.tokens[tokens[0]].fold)
    ):
        tokens = tokens[1:]
    timed = len(tokens)
    if shows_gender(a, draft.head):  # a date of several words behind the noun: the foundation | in the year 2009
        tokens = tokens[: next((n for n, i in enumerate(tokens) if i > noun and "time" in types[i]), len(tokens))]
    while tokens and _tells_when(draft, tokens[-1]) and tokens[-1] != noun:
        tokens = tokens[:-1]
    if len(tokens) < timed and len(tokens) > 1 and a.pos[tokens[-1]] == "ADP":
        tokens = tokens[:-1]  # "a court on Monday sentenced …"
    while len(tokens) > 1 and shows_gender(a, draft.head) and _is_behind_name(draft, tokens):
        tokens = tokens[:-1]
    if not tokens:
        return None
    tokens = _to_object(draft, _past_honorific(draft, _to_person(draft, noun, tokens)))
    tokens = _to_predicate(draft, noun, tokens)
    if not any(a.pos[i] in ("NOUN", "PROPN", "X", "ADJ", "NUM", "VERB") for i in tokens) or _names_nothing(a, tokens):
        return None
    return phrase_text(a, tokens)


def _with_calling(draft: Draft, noun: int, tokens: list[int]) -> list[int]:
    """The tokens with what a body is for behind its name: "the agency X | for news", "the union | of journalists".

    Whom it may have acted on is none of it: a person, another body, a place.
    """
    a, at = draft.passage.analysis, tokens[-1] + 1
    if len(tokens) < 2 or at not in draft.tokens or tokens[0] != noun or a.pos[at] != "NOUN":
        return tokens
    first, word = a.tokens[noun], a.tokens[at]
    code = lexicon.code_of(first.text)
    language, core = load(code), word.text.removeprefix(load(code).hooks.TO_THE[0])
    if (
        core == word.text
        or not core
        or not is_body(language, first.fold)
        or draft.passage.mention_types[at] & {"place"}
    ):
        return tokens
    union = lexicon.bare(code, first.fold) in language.folded("descriptions", "union")
    kind = noun_kind(code, core)
    things = kind == "thing" or (kind is None and language.hooks.gender_number(core, "NOUN") == ("f", "p"))
    if not (things or (union and kind == "person")):
        return tokens
    described = at + 1 in draft.tokens and a.pos[at + 1] == "ADJ" and language.hooks.core(a.tokens[at + 1].text)
    return [*tokens, at, *([at + 1] if described else [])]


def _past_honorific(draft: Draft, tokens: list[int]) -> list[int]:
    """The tokens with the name behind a "Mrs" that ends them, though the tagger took it for another word."""
    a, behind = draft.passage.analysis, tokens[-1] + 1
    word = a.tokens[behind] if behind in draft.tokens and not a.has_conjunction(behind) else None
    if len(tokens) == 1 or word is None or not word.is_word or "honorific" not in draft.passage.classes[tokens[-1]]:
        return tokens
    return [*tokens, behind] if a.pos[behind] not in ("ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET") else tokens


def _to_person(draft: Draft, noun: int, tokens: list[int]) -> list[int]:
    """The tokens of a body right behind its verb, before a person whom it acts on: "jailed the court | X"."""
    a, behind = draft.passage.analysis, tokens[-1] > noun and tokens[0] == draft.head + 1
    if not behind or not shows_gender(a, draft.head) or a.pos[noun] != "NOUN":
        return tokens
    code = lexicon.code_of(a.tokens[noun].text)
    if noun_kind(code, a.tokens[noun].text) != "body":
        return tokens
    people = {m.start for m in draft.passage.mentions if isinstance(m.value, Name) and m.value.what != "organisation"}
    for n, i in enumerate(tokens[1:], 1):
        word, core = a.tokens[i], load(code).hooks.core
        adjectival = a.pos[i - 1] == "ADJ" and core(a.tokens[i - 1].text) is not None
        titled = (
            adjectival
            and core(word.text) is not None
            and a.tokens[i + 1 : i + 2] != []
            and (a.tokens[i + 1].start in people and noun_kind(code, word.text) == "person")
        )
        if titled or (word.start in people and adjectival):
            return tokens[:n]
    return tokens


def _to_object(draft: Draft, tokens: list[int]) -> list[int]:
    """The first noun of two with the article behind their verb, where the second is another thing: دخل الرئيس | القاعة.

    A second person describes the first ("the victim | the child"), and so does an adjective.
    """
    a = draft.passage.analysis
    if len(tokens) < 2 or tokens[0] == 0 or not shows_gender(a, tokens[0] - 1) or a.pos[tokens[0]] != "NOUN":
        return tokens
    first, second = a.tokens[tokens[0]], a.tokens[tokens[1]]
    code = lexicon.code_of(first.text)
    core = load(code).hooks.core
    if core(first.text) is None:
        return tokens
    acts = _is_somebody(draft, tokens[0])
    goes = acts and noun_kind(code, first.text) != "thing"  # "the capital | Cairo"
    place = next((n for n, i in enumerate(tokens) if goes and n and is_place_behind(draft.passage, i)), None)
    if place is not None:
        return tokens[:place]
    if core(second.text) is None or a.pos[tokens[1]] != "NOUN":
        return tokens
    described = nominals.adjective(code, second.norm) is not None or _is_person(draft, tokens[1])
    known = (nominals.nominal(code, second.norm).singular or lexicon.english_noun(code, second.fold)) is not None
    known = known or fold("".join(core(second.text) or ())) in load(code).folded("descriptions", "fired")
    apart = nominals.gender(code, first.norm, first.fold) == "f" and not second.fold.endswith(fold(_feminine(code)))
    return tokens[:1] if acts and (known or (apart and second.is_word)) and not described else tokens


def _is_somebody(draft: Draft, i: int) -> bool:
    """Whether a noun is of a person or a body, who may act on what stands behind it."""
    word = draft.passage.analysis.tokens[i]
    kind = noun_kind(lexicon.code_of(word.text), word.text)
    return kind in ("person", "body") or _is_person(draft, i)


def _feminine(code: str) -> str:
    return load(code).hooks.FEMININE


def _is_person(draft: Draft, i: int) -> bool:
    word = draft.passage.analysis.tokens[i]
    code = lexicon.code_of(word.text)
    person = lexicon.bare(code, word.fold) in load(code).folded("descriptions", "person")
    return person or is_people(draft, i) or "honorific" in draft.passage.classes[i]


def _names_nothing(a: Analysis, tokens: list[int]) -> bool:
    """Whether words open with a preposition written on them or a personal pronoun, or are grammar alone ("twice")."""
    first, pos = a.tokens[tokens[0]], a.pos[tokens[0]]
    code = lexicon.code_of(first.text)
    if lexicon.is_own_gloss(code) or pos == "PROPN":
        return False
    if nominals.has_article(code, first.norm):
        return nominals.has_preposition_and_article(code, first.norm)
    if pos == "PRON":
        return load(code).hooks.person(first.norm, a.tags[tokens[0]]) is not None
    if nominals.is_unsaid(code, first.norm):
        return len(tokens) == 1
    return nominals.has_preposition(code, first.norm)


def _to_predicate(draft: Draft, noun: int, tokens: list[int]) -> list[int]:
    """The tokens before what is said of a subject without a verb: "the figures | higher", "X | a painter"."""
    a = draft.passage.analysis
    code = lexicon.code_of(a.tokens[noun].text)
    if lexicon.is_own_gloss(code):
        return tokens
    for n, i in enumerate(tokens[1:], 1):
        word, before = a.tokens[i], tokens[n - 1]
        if i <= noun or a.pos[i] not in ("NOUN", "ADJ") or not _is_definite(a, code, before):
            continue
        quality = a.pos[i] == "ADJ" and (a.pos[before] != "PROPN" or nominals.adjective(code, word.norm) is not None)
        known = quality or (nominals.nominal(code, word.norm).noun is not None and not _names_person(draft, i))
        if known and not _is_definite(a, code, i) and not nominals.has_preposition(code, word.norm):
            return tokens[:n]
    return tokens


def _names_person(draft: Draft, i: int) -> bool:
    """Whether a noun may begin the name of whom the word before it describes: "the historian | Ibn X"."""
    a, described = draft.passage.analysis, draft.passage.analysis.tokens[i - 1]
    code = lexicon.code_of(described.text)
    person = "role" in draft.passage.classes[i - 1] or lexicon.bare(code, described.fold) in load(code).folded(
        "descriptions", "person"
    )
    return person or "name" in draft.passage.mention_types[i] or a.pos[i + 1 : i + 2] == ["PROPN"]


def _is_definite(a: Analysis, code: str, i: int) -> bool:
    word = a.tokens[i]
    return a.pos[i] == "PROPN" or nominals.has_article(code, word.norm) or nominals.nominal(code, word.norm).owned


def _is_led(a: Analysis, i: int) -> bool:
    """Whether a preposition begins another phrase at a token, be it written on a noun; "of" goes on with a name."""
    token, code = a.tokens[i], lexicon.code_of(a.tokens[i].text)
    if a.pos[i] != "NOUN" or token.text.startswith(load(code).hooks.TO_THE[0][:1]):
        return a.pos[i] == "ADP"
    return nominals.has_preposition(code, token.norm)


def _tells_when(draft: Draft, i: int) -> bool:
    """Whether a word is a time, or a day behind a verb that bears its subject (غرقت العبارة | يوم الاثنين)."""
    day = "moment" in draft.passage.classes[i] and shows_gender(draft.passage.analysis, draft.head)
    return "time" in draft.passage.mention_types[i] or day


def _whole_name(draft: Draft, noun: int, tokens: list[int]) -> list[int]:
    """The tokens with all words of the name that the noun is part of, where the tree parts them ("Norvik | Energy")."""
    a = draft.passage.analysis
    named = _name_at(draft, noun)
    own = [i for i in draft.tokens if named and named.start <= a.tokens[i].start and a.tokens[i].end <= named.end]
    both = sorted({*own, *tokens})
    if both != list(range(both[0], both[-1] + 1)):
        both = tokens
    last, surname = _name_at(draft, both[-1]), both[-1] + 1
    alone = last and isinstance(last.value, Name) and last.value.what == "person" and " " not in last.text
    if alone and shows_gender(a, draft.head) and surname in draft.tokens and _is_surname(draft, surname):
        return [*both, surname]  # زار أحمد | السالم المستشفى
    return both


def _name_at(draft: Draft, i: int) -> Mention | None:
    """The name or place that a token is part of."""
    at = draft.passage.analysis.tokens[i].start
    return next((m for m in draft.passage.mentions if m.type in ("name", "place") and m.start <= at < m.end), None)


def _is_surname(draft: Draft, i: int) -> bool:
    """Whether a word with the article that no list has as a noun stands between a given name and another noun."""
    a = draft.passage.analysis
    code, word = lexicon.code_of(a.tokens[i].text), a.tokens[i]
    unknown = lexicon.english_noun(code, word.fold) is None and a.pos[i] in ("NOUN", "ADJ", "PROPN")
    more = i + 1 in draft.tokens and a.pos[i + 1] in ("NOUN", "PROPN")
    return unknown and more and load(code).hooks.core(word.text) is not None


def _to_number(draft: Draft, noun: int, tokens: list[int]) -> list[int]:
    """The tokens before a number that counts something else: "تدير جمعية أمل | 12 مدرسة"."""
    types = draft.passage.mention_types
    if not shows_gender(draft.passage.analysis, draft.head) or any("quantity" in types[i] for i in tokens if i <= noun):
        return tokens
    number = next((n for n, i in enumerate(tokens) if "quantity" in types[i]), None)
    if number is None:
        return tokens
    pos = draft.passage.analysis.pos
    phrase = next((n for n in range(number - 1, 0, -1) if pos[tokens[n]] == "ADP"), number)
    return tokens[:phrase]  # a poem | of 300 lines


_ASYNDETIC = 2
"""How far behind its noun a relative clause without a pronoun stands, in Arabic."""


def _is_behind_name(draft: Draft, tokens: list[int]) -> bool:
    """Whether what is counted ends a subject, or a name right behind its verb runs into a place ("X left Minsk")."""
    a, types = draft.passage.analysis, draft.passage.mention_types
    if "quantity" in types[tokens[-1]]:
        return not any("quantity" in types[i] for i in tokens[:-1])
    last, before = a.tokens[tokens[-1]], tokens[-2:-1]
    article = load(lexicon.code_of(last.text)).hooks.core
    if "place" in types[tokens[-1]] and article(last.text) is None and a.pos[before[0]] == "ADJ":
        return article(a.tokens[before[0]].text) is not None  # the French president | Beirut
    names = all(a.pos[i] == "PROPN" for i in tokens)
    return names and tokens[0] == draft.head + 1 and "place" in types[tokens[-1]] and "place" not in types[tokens[0]]


def described(draft: Draft) -> int | None:
    """The noun that a relative clause describes: the one before its pronoun, else the one it hangs on."""
    a, classes = draft.passage.analysis, draft.passage.classes
    above = a.heads[draft.head]
    pronoun = next((i for i in draft.tokens if i < draft.head and "relative" in classes[i]), None)
    if pronoun is None or not shows_gender(a, draft.head):
        near = above >= 0 and (not shows_gender(a, draft.head) or draft.head - above <= _ASYNDETIC)
        fits = near and (not shows_gender(a, draft.head) or may_share(a, draft.head, above))
        return above if fits and a.pos[above] in NOMINAL else None
    noun = _before_phrases(draft, pronoun - 2 if is_comma(a, pronoun - 1) else pronoun - 1)
    if noun < 0 or a.pos[noun] not in ("NOUN", "PROPN", "X"):
        return None
    while a.pos[noun] == "PROPN" and a.pos[noun - 1] == "PROPN" and noun > 0:
        noun -= 1
    chain = [noun]
    while chain[0] > 0 and a.pos[noun] == "NOUN" and _governs(draft, chain[0] - 1):
        chain.insert(0, chain[0] - 1)
    fitting = [i for i in chain if may_share(a, draft.head, i)]
    return fitting[0] if len(fitting) == 1 else None  # of "head of the bank, who …" either may be meant


def described_name(draft: Draft, noun: int) -> str | None:
    """The words of what a relative clause describes, up to its pronoun where that follows them."""
    a = draft.passage.analysis
    pronoun = next((i for i in draft.tokens if i < draft.head and "relative" in draft.passage.classes[i]), None)
    if pronoun is None or noun >= pronoun or not shows_gender(a, draft.head):
        return name_of(draft, noun)
    last = pronoun - 2 if is_comma(a, pronoun - 1) else pronoun - 1
    return phrase_text(a, list(range(noun, last + 1)))


def _before_phrases(draft: Draft, last: int) -> int:
    """The last noun up to `last` that no preposition leads, over adjectives: "the | director | new of-the-bank"."""
    a, k = draft.passage.analysis, last
    while k > 0:
        token = a.tokens[k]
        attached = a.pos[k] == "NOUN" and nominals.has_preposition(lexicon.code_of(token.text), token.norm)
        if a.pos[k] == "ADJ" or attached:
            k -= 1
        else:
            break
    return k


def _governs(draft: Draft, i: int) -> bool:
    """Whether a noun without article stands before the noun that is its genitive."""
    a = draft.passage.analysis
    token = a.tokens[i]
    return a.pos[i] == "NOUN" and load(lexicon.code_of(token.text)).hooks.core(token.text) is None


def described_body(draft: Draft) -> tuple[str, int] | None:
    """The body whose name opens a claim without a verb before what it is, and its noun: "the firm Nour | a bank"."""
    a, first = draft.passage.analysis, draft.tokens[0]
    code = lexicon.code_of(a.tokens[first].text)
    opening = next((m for m in draft.mentions if m.start == draft.start and isinstance(m.value, Name)), None)
    if opening is None or opening.end >= draft.end or not is_body(load(code), a.tokens[first].fold):
        return None
    behind = next(i for i in draft.tokens if a.tokens[i].start >= opening.end)
    return (opening.text, first) if a.pos[behind] == "NOUN" and not _is_definite(a, code, behind) else None


def titled(draft: Draft, hooks: Hooks) -> str | None:
    """Whose role or title a claim without a verb names: "Nadia Amin, the director", "the director, Nadia Amin"."""
    a = draft.passage.analysis
    above = a.heads[draft.head]
    if a.relations[draft.head] == "appos" and above in draft.tokens and a.pos[above] in NOMINAL:
        return name_of(draft, above)
    people = [m for m in draft.mentions if isinstance(m.value, Name) and m.value.what in ("person", "unknown")]
    own = [m for m in people if m.start == draft.start or m.end == draft.end]
    if not people and not hooks.VERB_FIRST:  # "its main rival, Tavora Foods"
        commas = {t.start for t in a.tokens if t.norm == ","}
        edges = ((m, m.start == draft.start and m.end in commas) for m in draft.mentions if m.type == "name")
        own = [m for m, opens in edges if opens or (m.end == draft.end and m.start - 2 in commas)]
    return own[0].value.name if len(own) == 1 and isinstance(own[0].value, Name) else None
