"""The speaker before a reporting cue, read backwards: over adverbs, appositions and relative clauses between commas."""

from __future__ import annotations

from claimtrack.claims.analysis import VERBAL, Analysis
from claimtrack.claims.draft import Passage
from claimtrack.claims.phrases import (
    LONGEST,
    NAME_IN_QUOTES,
    NAMING,
    NO_NAME,
    is_certain,
    is_comma,
    is_finite,
    is_genitive,
    is_hyphened,
    joins,
    name_behind_title,
)
from claimtrack.claims.voices.apposed import is_personal
from claimtrack.claims.voices.speakers import Speaker
from claimtrack.claims.voices.titles import untitled
from claimtrack.claims.voices.told_aside import aside_with_quotation
from claimtrack.claims.voices.when import is_conjunction
from claimtrack.languages import Hooks, lexicon, load


def before(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """The noun phrase before a verb, over appositions and relative clauses between commas; None without one."""
    a = p.analysis
    share = None if hooks.VERB_FIRST else _share_before(p, verb, hooks)
    if share is not None:
        return share
    k = _before_time(p, verb - 1)
    k -= k > 0 and _is_emphatic(p, k)
    while k >= 0 and (a.pos[k] in ("AUX", "ADV", "PART") or "inverted" in p.classes[k]) and a.tokens[k].kind == "word":
        k -= 1
    k = _before_time(p, k)
    if k < 0:
        return None
    if not is_comma(a, k):
        described = None if hooks.VERB_FIRST else _over_relative(p, verb, hooks)
        if described is not None:
            return described
        if is_relative_that(p, k) and not hooks.VERB_FIRST:
            return antecedent(p, k - 1, hooks)
        tokens = _backward(p, k, hooks)
        if not tokens:
            return None if hooks.VERB_FIRST else _over_participle(p, verb, hooks)
        if not hooks.VERB_FIRST and tokens[0] and a.tags[tokens[0] - 1].endswith(":VBG"):
            blamed = _over_participle(p, tokens[0] - 1, hooks)
            if blamed is not None:
                return blamed
        if len(tokens) > 1 and "relative" in p.classes[tokens[-1]]:
            tokens = tokens[:-1]  # "a nun who mediated"
        if len(tokens) > 1 and a.pos[tokens[0]] == "PRON" and "question" in p.classes[tokens[0]]:
            tokens = tokens[1:]  # "What | the committee said is that …"
        if len(tokens) > 1 and "relative" in p.classes[tokens[0]] and not hooks.VERB_FIRST:
            tokens = tokens[1:]  # "a man who | doctors said would never walk"
        opener = tokens[0] - 1
        if opener >= 0 and "relative" in p.classes[tokens[0]] and len(tokens) == 1:
            return antecedent(p, opener, hooks)
        return Speaker(tuple(tokens), tokens[0], tokens[-1] + 1)
    aside = aside_with_quotation(p, verb)
    return antecedent(p, aside - 1, hooks) if aside else _over_commas(p, k, hooks)


def is_relative_that(p: Passage, k: int) -> bool:
    """Whether a complementizer is a pronoun right behind a noun, a subject: "a paper | that | said"."""
    pos = p.analysis.pos
    return k > 0 and "complementizer" in p.classes[k] and pos[k] == "PRON" and pos[k - 1] in ("NOUN", "PROPN")


def _is_emphatic(p: Passage, k: int) -> bool:
    """Whether a pronoun only stresses the noun before it: "the auditor | herself | said"."""
    token = p.analysis.tokens[k]
    emphatic = token.fold in load(lexicon.code_of(token.text)).folded("structure", "emphatic")
    return emphatic and p.analysis.pos[k - 1] in NAMING


def _share_before(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """A share of people right before the verb: "between 45 and 50 percent of those polled said"."""
    a, t = p.analysis, verb - 1
    while t > 0 and a.tokens[t].norm != hooks.OF:
        if a.tokens[t].kind == "mark" or (a.pos[t] in VERBAL and not a.tags[t].endswith(":VBN")):
            return None
        t -= 1
    share = next(
        (m for m in p.mentions if m.type == "quantity" and a.tokens[t - 1].start < m.end <= a.tokens[t].start), None
    )
    if t < 2 or share is None:
        return None
    first = next(k for k in range(t) if a.tokens[k].end > share.start)
    if first and a.tags[first - 1].endswith(":VBG"):
        return None  # "the firm blamed for dumping | 40 tonnes of waste | said"
    return Speaker(tuple(range(first, verb)), first, verb)


def _over_relative(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """Whom a relative clause without commas describes before the verb: "engineers who saw it in May say"."""
    a = p.analysis
    for k in range(verb - 2, max(0, verb - LONGEST), -1):
        if a.tokens[k].kind == "mark":
            return None
        if "acting_relative" in p.classes[k]:
            acts = any(is_finite(a, t) for t in range(k + 1, verb))
            return antecedent(p, k - 1, hooks) if acts else None
    return None


def _over_participle(p: Passage, verb: int, hooks: Hooks) -> Speaker | None:
    """Whom a participle describes before the verb: "a count made in June by the museum found".

    A preposition may lead to a deed: "the firm blamed for | dumping waste".
    """
    a = p.analysis
    led = a.tags[verb].endswith(":VBG") and a.pos[verb - 1] == "SCONJ"
    for k in range(verb - 1 - led, max(0, verb - LONGEST), -1):
        if a.tokens[k].kind == "mark" or a.pos[k] in ("AUX", "CCONJ", "SCONJ", "PRON") or is_finite(a, k):
            return None
        if a.tags[k].endswith(":VBN") and a.pos[k - 1] in ("NOUN", "PROPN"):
            return antecedent(p, k - 1, hooks)
    return None


def _before_time(p: Passage, k: int) -> int:
    """The token before a time phrase that ends at token `k` ("X on Tuesday announced"); `k` itself without one."""
    if k > 0 and "moment" in p.classes[k]:
        return k - 2 if k > 1 and p.analysis.pos[k - 1] == "ADP" else k - 1
    if k > 2 and "past" in p.classes[k - 1] and "relative" in p.classes[k - 2]:
        return k - 2  # "who | last year | called": a text without a date has no time for it
    if k < 1 or not any(p.mention_types):
        return k
    tokens = p.analysis.tokens
    for each in p.mentions:
        if each.type == "time" and each.start <= tokens[k].start < each.end:
            while k >= 0 and tokens[k].start >= each.start:
                k -= 1
            return k - 1 if k > 0 and p.analysis.pos[k] == "ADP" else k
    return k


def antecedent(p: Passage, k: int, hooks: Hooks) -> Speaker | None:
    """The noun phrase that a relative pronoun stands for: the one right before it, a comma aside."""
    a = p.analysis
    k -= is_comma(a, k)
    if k > 1 and a.tokens[k].kind == "number" and is_comma(a, k - 1):
        k -= 2  # "Beatrice Wanjala, 54, who denied"
    words = _run_back(p, k, hooks)
    tokens = _trimmed(p, words)
    if not tokens and not hooks.VERB_FIRST and len(words) > 1:
        tokens = words[1:]  # "it was opposed by the federation, which argued that …"
    return Speaker(tuple(tokens), tokens[0], tokens[-1] + 1) if tokens else None


def _over_commas(p: Passage, comma: int, hooks: Hooks) -> Speaker | None:
    """The speaker before what stands between commas: "X, who …, said", "the owner, X, said", "X, the mayor, said"."""
    a = p.analysis
    stop = comma
    kept: list[int] = []
    for _ in range(4):
        start = stop - 1
        while start >= 0 and not (
            is_comma(a, start) or (a.tokens[start].kind == "mark" and p.quoted[start] != p.quoted[stop - 1])
        ):
            in_quotes = _quoted_name_back(p, start) if a.tokens[start].kind == "mark" else 0
            if in_quotes:
                start -= in_quotes
                continue
            if a.tokens[start].norm in (";", ":") or _is_quote(a, start):
                break
            start -= 1
        tokens = _backward(p, _before_relative(p, start, stop - 1), hooks)
        called = next((n for n, t in enumerate(tokens) if "named_as" in p.classes[t]), len(tokens))
        name = tokens[called + 1 :]
        if name and all(a.pos[t] == "PROPN" for t in name):  # "the count's physician, a convert named X, …"
            return Speaker(tuple(name), tokens[0], comma)
        acts = stop != comma and is_finite(a, stop + 1) and not hooks.VERB_FIRST  # "X, whose husband, Y, was ill, said"
        whole = bool(tokens) and not acts and _opens_clause(p, tokens[0])
        if whole and tokens and a.tokens[tokens[0]].kind != "number":
            proper = is_personal(p, tokens, hooks)
            title = tokens[0] - 1
            named = kept and len(untitled(p, kept, hooks)) < len(kept)  # "her neighbour, the teacher X, said"
            named = named or (a.pos[tokens[0]] == "PRON" and [a.pos[t] for t in kept[-2:]] == ["PROPN", "PROPN"])
            if named:
                return Speaker(tuple(kept), tokens[0], comma)
            if kept and not proper:  # "the mayor of X, a doctor, said"
                return Speaker(tuple(tokens), tokens[0], comma)
            if proper or title < 0 or not is_comma(a, title):
                apposed = proper and title > 0 and is_comma(a, title) and _backward(p, title - 1, hooks)
                left = apposed[0] if apposed and _opens_clause(p, apposed[0]) else tokens[0]
                return Speaker(tuple(tokens), left, comma)
            kept = kept or tokens
        if start <= 0 or not is_comma(a, start):
            break
        stop = start
    return Speaker(tuple(kept), kept[0], comma) if kept else None


def _before_relative(p: Passage, start: int, last: int) -> int:
    """Where a noun ends that a relative clause describes up to the next comma: "a group | that counts the dead"."""
    for t in range(start + 3, last):
        relates = "acting_relative" in p.classes[t] and p.analysis.pos[t - 1] in ("NOUN", "PROPN")
        if relates or is_relative_that(p, t):
            return t - 1
    return last


def _is_quote(a: Analysis, t: int) -> bool:
    return a.tokens[t].text in '"”“»«’'


def _opens_clause(p: Passage, first: int) -> bool:
    """Whether a noun phrase that begins at `first` has the beginning of a clause or of a part of it before it."""
    a, before_it = p.analysis, _before_time(p, first - 1)
    if before_it >= 0 and a.pos[before_it] == "ADV" and (not before_it or a.tokens[before_it - 1].kind == "mark"):
        return True  # "Today the owners, …, say"
    if before_it < 0 or a.tokens[before_it].kind == "mark":
        return True
    if p.classes[before_it] & {"negator", "infinitive", "negating_noun"}:
        return False
    if a.pos[before_it] in ("SCONJ", "CCONJ", "PART"):
        return True
    return bool(p.classes[before_it] & {"contrast", "connective"})


def _backward(p: Passage, k: int, hooks: Hooks) -> list[int]:
    """The noun phrase that ends at token `k`, first token first: up to a mark, a verb or a conjunction."""
    return _trimmed(p, _run_back(p, k, hooks))


def _run_back(p: Passage, k: int, hooks: Hooks) -> list[int]:
    """The words of a noun phrase that ends at token `k`, with the prepositions before it."""
    a = p.analysis
    found: list[int] = []
    quoted = p.quoted[k] if k >= 0 else False
    while k >= 0 and len(found) < LONGEST + 4:
        if a.tokens[k].kind == "mark":
            name = _quoted_name_back(p, k)
            if name:
                found += range(k, k - name, -1)
                k -= name
                continue
            if not (found and k and (joins(a, k) or is_genitive(p, k))):
                break
        elif p.quoted[k] != quoted or not _goes_back(p, k, found, hooks):
            break
        found.append(k)
        k -= 1
        if hooks.VERB_FIRST and a.has_conjunction(found[-1]) and not _joins_names(p, found[-1]):
            break
        if (
            found
            and a.pos[found[-1]] == "PRON"
            and not a.has_conjunction(found[-1])
            and "relative" not in p.classes[found[-1]]
            and not (k > 0 and hooks.OF and a.tokens[k].norm == hooks.OF)
            and not (k > 0 and a.pos[k] == "ADP" and hooks.possessor(a.tokens[found[-1]].norm, "NOUN") is not None)
        ):
            break
    found.reverse()
    return found


def _joins_names(p: Passage, t: int) -> bool:
    """Whether a name is joined to the name right before it: "أن الهند | والصين | وإيران أعلنت"."""
    a = p.analysis
    if t == 0 or a.pos[t] != "PROPN" or a.pos[t - 1] != "PROPN":
        return False
    starts = {m.start for m in p.mentions if m.type == "place"}
    return a.tokens[t - 1].start in starts or a.tokens[t - 1].start + 1 in starts


def _quoted_name_back(p: Passage, k: int) -> int:
    """How many tokens a name in quotation marks takes up to its closing mark; 0 where none ends."""
    a, n = p.analysis, k - 1
    while n >= 0 and p.quoted[n]:
        n -= 1
    inner = k - n - 1
    opened = 0 < inner < NAME_IN_QUOTES and n > 0 and a.tokens[n].kind == "mark" and a.tokens[n - 1].kind != "mark"
    return inner + 2 if opened and not any(a.pos[t] in VERBAL for t in range(n + 1, k)) else 0


def _goes_back(p: Passage, k: int, found: list[int], hooks: Hooks) -> bool:
    a, pos = p.analysis, p.analysis.pos[k]
    if p.classes[k] & (NO_NAME - {"relative"} | {"linking"}) or "time" in p.mention_types[k]:
        return False
    if "relative" in p.classes[k]:
        return not found
    if p.classes[k] & {"as_said", "time"} and (k == 0 or a.tokens[k - 1].kind == "mark" or a.pos[k - 1] == "CCONJ"):
        return False  # "As | President X said", "After | the ministry said"
    if pos in ("PROPN", "NUM") and not hooks.VERB_FIRST and _ends_time(p, k):
        return False  # "on 2 January by | a neighbour, who said"
    if found and not hooks.VERB_FIRST and is_conjunction(p, k):
        return False  # "a day after | Kosovo said"
    if found and is_hyphened(a, k):
        return True
    if found and a.pos[found[-1]] == "DET" and pos in ("NOUN", "PROPN", "NUM") and not hooks.VERB_FIRST:
        return False  # "The following week | a tired mayor"
    if pos == "ADV" and hooks.VERB_FIRST and k and a.pos[k - 1] in NAMING and a.tokens[k].norm.endswith(hooks.OBJECT):
        return True  # an indefinite adjective in the accusative
    if pos in NAMING:
        return not (found and a.has_conjunction(found[-1]) and not hooks.VERB_FIRST)
    if found and k and not is_certain(a, k) and ("kin" in p.classes[k] or name_behind_title(p, k, k - 1, hooks)):
        return True
    if pos in ("ADP", "PRON"):
        own = lexicon.is_pronoun_phrase(lexicon.code_of(a.tokens[k].text), a.tokens[k].fold)  # جارة له
        return bool(found) or pos == "PRON" or own
    if pos == "PART":
        return bool(found) and a.tokens[k].kind == "clitic"
    if pos == "CCONJ":
        return bool(found) and k > 0 and a.tokens[k].norm == hooks.AND and _joins_nouns(p, k)
    if pos == "SCONJ":
        return bool(found) and _leads_to_gerund(a, k)
    participle = pos == "VERB" and k > 0 and a.tags[k].endswith((":VBN", ":VBG"))
    if found and pos == "VERB" and (_leads_to_gerund(a, k - 1) or _leads_to_gerund(a, k + 1)):
        return True
    led = a.pos[k - 1] in ("NOUN", "PROPN", "DET", "ADJ") or (a.pos[k - 1] == "ADP" and a.tags[k].endswith(":VBG"))
    return bool(found) and participle and led


def _leads_to_gerund(a: Analysis, k: int) -> bool:
    """Whether a word stands between what was done to somebody and for what deed: "two men accused | of | smuggling"."""
    led = 1 < k < len(a.pos) - 1 and a.pos[k] in ("ADP", "SCONJ") and a.tags[k + 1].endswith("VERB:VBG")
    return led and a.tags[k - 1].endswith(("VERB:VBN", "VERB:VBD")) and a.pos[k - 2] in ("NOUN", "PROPN")


def _ends_time(p: Passage, k: int) -> bool:
    """Whether a name or number is a later word of a date with a number: "2 | January"; April may be a person."""
    start = p.analysis.tokens[k].start
    within = (m for m in p.mentions if m.type == "time" and m.start < start < m.end)
    return any(char.isdigit() for m in within for char in m.text)


def _joins_nouns(p: Passage, k: int) -> bool:
    """Whether a conjunction joins two nouns of one subject: no verb stands before it in its part of the sentence."""
    a, t = p.analysis, k - 1
    while t >= 0 and a.tokens[t].kind != "mark" and a.pos[t] != "SCONJ":
        if a.pos[t] in VERBAL or p.quoted[t] != p.quoted[k]:
            return False
        t -= 1
    return True


def _trimmed(p: Passage, found: list[int]) -> list[int]:
    """A noun phrase without adverbs and prepositional phrases before its first article or name."""
    a = p.analysis
    while found and (a.pos[found[0]] in ("ADP", "ADV", "CCONJ", "PART") or a.tokens[found[0]].kind == "mark"):
        if a.pos[found[0]] == "ADP":
            rest = [
                n
                for n, t in enumerate(found)
                if n > 1 and a.pos[t] in ("DET", "PROPN") and a.pos[found[n - 1]] not in ("ADP", "DET", "PROPN", "ADJ")
            ]
            found = found[rest[0] :] if rest else []
        else:
            found = found[1:]
    while len(found) > 1 and a.tokens[found[-1]].kind == "mark" and a.tokens[found[-1]].text == "-":
        found = found[:-1]
    return found
