"""Noun phrases: which words a name or a description consists of, and how it is written."""

from __future__ import annotations

from claimtrack.claims.analysis import NOMINAL, VERBAL, Analysis
from claimtrack.claims.draft import Passage
from claimtrack.claims.tree_subjects import shows_gender, subject_of
from claimtrack.languages import lexicon, load, nominals
from claimtrack.text.folding import fold


def subject_text(passage: Passage, verb: int) -> str | None:
    """The subject of a reporting verb in words: by the tree, else the noun phrase that stands next to the verb."""
    a = passage.analysis
    subject = subject_of(a, verb)
    if (
        subject is not None
        and a.tokens[subject].kind != "mark"
        and not passage.quoted[subject]
        and _near(a, subject, verb)
    ):
        return name_text(a, subject)
    tokens = _behind(passage, verb) or words_before(passage, verb)
    return phrase_text(a, tokens) if tokens else None


def _near(a: Analysis, subject: int, verb: int) -> bool:
    """A subject behind its verb stands near it; one before it may be far."""
    return subject - verb <= 8


def _behind(passage: Passage, verb: int) -> list[int]:
    a = passage.analysis
    found: list[int] = []
    for k in range(verb + 1, min(verb + 9, len(a.tokens))):
        governed = any(a.relations[c] == "case" for c in a.kids[k]) and not found
        if a.pos[k] not in _NAMING or governed or passage.classes[k] & _CONNECTING or passage.quoted[k]:
            break
        found.append(k)
    return found


def words_before(passage: Passage, verb: int) -> list[int]:
    """The run of nominal words right before a verb (and its auxiliaries), within its part of the sentence."""
    a = passage.analysis
    found: list[int] = []
    for k in range(verb - 1, max(-1, verb - 14), -1):
        if a.pos[k] in ("AUX", "ADV", "PART") and not found:
            continue
        if a.pos[k] not in _NAMING | {"ADP", "PRON", "PART"} or a.tokens[k].kind == "mark" or passage.quoted[k]:
            break
        found.append(k)
    while found and a.pos[found[-1]] == "ADP":
        found.pop()
    return found[::-1]


_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X", "DET", "NUM"})
_CONNECTING = frozenset({"strip", "negator", "complementizer"})


_NO_NAME = VERBAL | {"SCONJ", "PART", "CCONJ", "PUNCT"}
_OUTSIDE_NAME = frozenset(
    {
        "acl",
        "acl:relcl",
        "parataxis",
        "punct",
        "advcl",
        "cc",
        "conj",
        "dep",
        "case",
        "mark",
        "obl",
        "ccomp",
        "xcomp",
        "discourse",
    }
)


def name_tokens(a: Analysis, noun: int) -> list[int]:
    """The tokens of a noun phrase that name it: no relative clauses, no coordinations, in one piece."""
    found, todo = {noun}, [noun]
    while todo:
        each = todo.pop()
        for kid in a.kids[each]:
            inside = a.relations[kid] not in _OUTSIDE_NAME or (a.relations[kid] == "case" and each != noun)
            if (inside and a.pos[kid] not in _NO_NAME) or _is_bound(a, kid, each):
                found.add(kid)
                todo.append(kid)
    return _within_phrase(a, _run(a, found, noun), noun)


def _is_bound(a: Analysis, kid: int, above: int) -> bool:
    """Whether a token is a mere part of the words beside it: a genitive's ending, the hyphen of a compound."""
    token = a.tokens[kid]
    if token.spaced or kid + 1 >= len(a.tokens):
        return False
    if token.kind == "clitic":
        return a.relations[kid] == "case" and kid == above + 1
    return token.text == "-" and not a.tokens[kid + 1].spaced and a.tokens[kid + 1].is_word


def _within_phrase(a: Analysis, tokens: list[int], noun: int) -> list[int]:
    """The name without what another phrase begins with: a noun behind a definite one, or one with a possessive."""
    code = lexicon.code_of(a.tokens[noun].text)
    if not any(shows_gender(a, k) for k in range(max(0, tokens[0] - 2), tokens[0])):
        return tokens
    for i in tokens:
        if i <= noun:
            continue
        if _opens_another(a, i, code) or _is_predicate_of(a, i, code) or is_accusative(a, i):
            return tokens[: tokens.index(i)]
        if a.pos[i] not in ("NOUN", "ADJ"):
            continue
        word, before = a.tokens[i].fold, a.tokens[i - 1].fold
        bare = load(code).hooks.core(a.tokens[i - 1].text) is None
        if _is_described(a, i - 1, noun, code) or (a.pos[i] == "NOUN" and bare and nominals.is_closed(code, before)):
            return tokens[: tokens.index(i)]
        closed = lexicon.is_definite(code, before) or a.pos[i - 1] == "PROPN"
        closed = closed or (i - 1 == noun and a.pos[noun - 1] == "NUM")  # nine people | their deaths
        closed = closed or nominals.is_owned(code, a.tokens[i - 1].norm, before)  # his deputy | the charges
        owned = a.pos[i] == "NOUN" and nominals.is_owned(code, a.tokens[i].norm, word)  # the minister | his counterpart
        opens = (
            owned
            or lexicon.has_possessive(code, word)
            or (lexicon.is_definite(code, word) and lexicon.english_noun(code, word) is not None)
        )
        plain = a.pos[i] == "ADJ" and not lexicon.has_possessive(code, word)
        plain = plain and not (a.pos[i - 1] == "PROPN" and lexicon.is_listed(code, word))  # X | the society
        if plain and lexicon.is_adjectival(code, word):
            opens = (
                opens
                and lexicon.noun_form(code, word) != lexicon.english_noun(code, word)
                and lexicon.gender(code, before) == "m"
            )
        if closed and opens and lexicon.english_adjective(code, word) is None:
            return tokens[: tokens.index(i)]
    return tokens


def _is_described(a: Analysis, i: int, noun: int, code: str) -> bool:
    """Whether an adjective without article describes the indefinite noun before it, so that no genitive follows.

    "A Chinese company | the dam": an adjective stands behind the whole of a genitive, never within it.
    """
    if i - 1 < noun or a.pos[i - 1] != "NOUN":
        return False
    if a.pos[i] == "PROPN" and lexicon.english_adjective(code, a.tokens[i].fold) is None:
        return False
    core, word, before = load(code).hooks.core, a.tokens[i], a.tokens[i - 1]
    if not lexicon.is_adjectival(code, word.fold) or core(word.text) is not None or core(before.text) is not None:
        return False
    act = lexicon.english_predicate(code, word.fold, False) or "be "
    noun_too = lexicon.english_noun(code, word.fold) is not None or not act.startswith("be ")
    return not noun_too and lexicon.gender(code, word.fold) == lexicon.gender(code, before.fold) is not None


def is_accusative(a: Analysis, noun: int) -> bool:
    """Whether a noun has the ending of an indefinite accusative (مصنعا), which only what is acted on has."""
    token, code = a.tokens[noun], lexicon.code_of(a.tokens[noun].text)
    hooks = load(code).hooks
    bears = token.norm.endswith(hooks.OBJECT) and len(token.norm) > _LEAST and a.pos[noun] == "NOUN"
    if bears and _is_two_of(a, noun, code):
        return False
    return bears and hooks.core(token.text) is None and not lexicon.is_listed(code, token.fold)


def _is_two_of(a: Analysis, noun: int, code: str) -> bool:
    """Whether a noun of people before a bare noun is rather a dual before its genitive: two men of | rescue."""
    behind = noun + 1
    if behind >= len(a.tokens) or a.pos[behind] != "NOUN" or nominals.has_preposition(code, a.tokens[behind].norm):
        return False
    language, word = load(code), a.tokens[behind]
    person = fold(a.tokens[noun].norm.removesuffix(language.hooks.OBJECT)) in language.folded("descriptions", "person")
    known = nominals.nominal(code, word.norm)
    plain = nominals.adjective(code, word.norm) is None and not is_accusative(a, behind)
    return person and plain and language.hooks.core(word.text) is None and (known.noun or known.act) is not None


_LEAST = 3


def _opens_another(a: Analysis, i: int, code: str) -> bool:
    """Whether a noun behind a definite one is surely no part of it: a count, a preposition, an indefinite, a masdar."""
    core = load(code).hooks.core
    if core(a.tokens[i - 1].text) is None:
        return False
    if a.tokens[i].kind == "number" or a.pos[i] == "NUM":
        return True
    if a.pos[i] != "NOUN":
        return False
    token = a.tokens[i]
    if lexicon.has_attached(code, token.fold):
        return not token.text.startswith(load(code).hooks.TO_THE[0])
    known = lexicon.english_noun(code, token.fold) or lexicon.english_predicate(code, token.fold, False)
    if known is None:
        several = load(code).hooks.gender_number(token.norm, "NOUN")[1] == "p"
        return core(token.text) is None and (several or nominals.nominal(code, token.norm).owned)
    return core(token.text) is None or not known.startswith("be ")


def _is_predicate_of(a: Analysis, i: int, code: str) -> bool:
    """Whether an adjective is said of the definite noun before it rather than a part of it: it bears no article."""
    core = load(code).hooks.core
    return a.pos[i] == "ADJ" and core(a.tokens[i - 1].text) is not None and core(a.tokens[i].text) is None


def _run(a: Analysis, found: set[int], centre: int) -> list[int]:
    first = last = centre
    while first - 1 in found:
        first -= 1
    while last + 1 in found:
        last += 1
    last -= last > centre and a.tokens[last].text == "-"
    return list(range(first, last + 1))


def name_text(a: Analysis, noun: int) -> str:
    """The words of a noun phrase as written, without an attached conjunction."""
    return phrase_text(a, name_tokens(a, noun))


def phrase_text(a: Analysis, tokens: list[int]) -> str:
    """Neighbouring tokens as written, without marks at the front and an attached conjunction."""
    while len(tokens) > 1 and a.tokens[tokens[0]].kind == "mark":
        tokens = tokens[1:]
    words = ""
    for i in tokens:
        token = a.tokens[i]
        word = (
            token.text[1:]
            if i == tokens[0] and a.has_conjunction(i) and len(token.text) > 2 and a.pos[i] != "PROPN"
            else token.text
        )
        words += (" " if words and token.spaced else "") + word
    return words


def noun_phrase_at(a: Analysis, i: int) -> list[int]:
    """The tokens of the noun phrase that begins at token `i`; none where no noun begins there."""
    if i >= len(a.tokens) or a.tokens[i].kind == "mark":
        return []
    best = [i] if a.pos[i] in NOMINAL else []
    for noun in (i, *a.ancestors(i)):
        tokens = name_tokens(a, noun)
        if noun > i + 5 or tokens[0] < i or a.pos[noun] in VERBAL:
            break
        best = [t for t in tokens if t >= i]
    mark = next(
        (n for n, t in enumerate(best) if a.tokens[t].kind == "mark" and a.tokens[t].text not in "-'’"), len(best)
    )
    return best[:mark]
