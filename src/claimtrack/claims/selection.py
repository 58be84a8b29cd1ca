"""Which words head a claim, and which of their dependents belong to its span: two perceptrons over the tree.

A claim's span is the subtree of its head word without the branches that are claims of their own. Both judgements are
learned from sentences annotated by the guideline (see docs/decisions/), because stacked rules for them plateau early.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.claims.analysis import NOMINAL, VERBAL, Analysis

CLAUSAL = frozenset({"root", "conj", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "xcomp"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What other rooms know of each token: lexical classes ("say", "cause", …) and mention types that begin in it."""

    classes: tuple[frozenset[str], ...]
    mentions: tuple[frozenset[str], ...]


def reported(a: Analysis, i: int) -> int | None:
    """The clause that the verb `i` reports, where the tree shows one."""
    return next((k for k in a.kids[i] if a.relations[k] in ("ccomp", "parataxis") and k > i), None)


def is_candidate(a: Analysis, i: int) -> bool:
    """Whether token `i` could head a claim at all."""
    pos, relation = a.pos[i], a.relations[i]
    if pos == "PUNCT" or a.tokens[i].kind == "mark":
        return False
    if pos in VERBAL:
        return relation not in ("aux", "aux:pass", "cop") or not a.kids[a.heads[i]]
    if relation in CLAUSAL or relation == "appos":
        return True
    if any(a.relations[k] in _TELLING for k in a.kids[i]):
        return True
    return pos in NOMINAL and len(a.kids[i]) > 1


_TELLING = frozenset(
    {
        "cop",
        "nsubj",
        "nsubj:pass",
        "csubj",
        "acl",
        "acl:relcl",
        "appos",
        "nummod",
        "aux",
        "aux:pass",
        "flat",
        "compound",
    }
)


def head_features(a: Analysis, i: int, facts: Facts) -> list[str]:
    """What the claim judgement looks at for head `i`."""
    head = a.heads[i]
    p, r, t = a.pos[i], a.relations[i], a.tags[i]
    hp, hr, ht = (a.pos[head], a.relations[head], a.tags[head]) if head >= 0 else ("-", "-", "-")
    word = a.tokens[i].norm
    hword = a.tokens[head].norm if head >= 0 else "-"
    kids = a.kids[i]
    kr = [a.relations[k] for k in kids]
    below = a.subtree(i)
    size = len(below)
    first = below[0]
    before = a.tokens[first - 1].norm if first else "<"
    starter = a.tokens[first].norm
    marks = [a.tokens[k].norm for k in kids if a.relations[k] in ("mark", "cc", "case")]
    subject = any(x in ("nsubj", "nsubj:pass", "csubj") for x in kr)
    verbs = sum(a.pos[k] in VERBAL for k in below)
    types = frozenset().union(*(facts.mentions[k] for k in below)) if below else frozenset()
    own = frozenset().union(*(facts.mentions[k] for k in (i, *kids)))
    big = min(size, 12) if size < 6 else min(size // 3 + 4, 12)
    out = [
        "bias",
        "p" + p,
        "r" + r,
        f"pr{p} {r}",
        "t" + t,
        f"tr{t} {r}",
        "w" + word,
        f"hp{hp} {r}",
        f"hr{hr} {r} {p}",
        f"hw{hword} {r}",
        f"ht{ht} {r} {t}",
        f"s{subject} {r} {p}",
        f"z{big} {r}",
        f"z{big} {p}",
        f"b{before} {r}",
        f"f{starter} {r}",
        f"v{min(verbs, 3)} {r} {p}",
        f"d{min(a.depth[i], 5)} {r}",
        f"k{len(kids)} {p} {r}",
        f"side{head < i} {r} {p}",
    ]
    out += [f"kr{x} {p}" for x in set(kr)]
    out += [f"krr{x} {p} {r}" for x in set(kr)]
    out += [f"m{x} {r}" for x in marks]
    out += [f"c{x} {r}" for x in facts.classes[i]]
    if head >= 0:
        out += [f"hc{x} {r}" for x in facts.classes[head]]
    out += [f"y{x} {p} {r}" for x in types]
    out += [f"o{x} {p}" for x in own] + [f"o{x} {r}" for x in own]
    out.append(f"punct{before in _STOPS} {r} {p}")
    for k in kids:
        if a.pos[k] in VERBAL or a.relations[k] in CLAUSAL:
            out.append(f"kv{a.relations[k]} {a.tags[k]} {r}")
    return out


_STOPS = frozenset({",", ".", ":", ";", "-", "–", "—", "(", '"', "«", "“"})


def branch_features(a: Analysis, i: int, k: int, facts: Facts) -> list[str]:
    """What the span judgement looks at for the dependent `k` of a claim headed by `i` (or of a word inside it)."""
    p, r, t = a.pos[k], a.relations[k], a.tags[k]
    h = a.heads[k]
    below = a.subtree(k)
    size = len(below)
    first, last = below[0], below[-1]
    before = a.tokens[first - 1].norm if first else "<"
    starter = a.tokens[first].norm
    marks = [a.tokens[x].norm for x in a.kids[k] if a.relations[x] in ("mark", "cc")]
    subject = any(a.relations[x] in ("nsubj", "nsubj:pass") for x in a.kids[k])
    big = min(size, 12) if size < 6 else min(size // 3 + 4, 12)
    side = k < i
    edge = last >= len(a.tokens) - 2
    verbs = sum(a.pos[x] in VERBAL for x in below)
    out = [
        "bias",
        f"r{r} {side}",
        f"p{p} {r}",
        f"t{t} {r}",
        f"w{a.tokens[k].norm} {r}",
        f"hp{a.pos[h]} {r} {side}",
        f"direct{h == i} {r} {p}",
        f"hr{a.relations[h]} {r}",
        f"ir{a.relations[i]} {r} {side}",
        f"it{a.tags[i]} {r} {t}",
        f"z{big} {r} {side}",
        f"b{before} {r} {p}",
        f"f{starter} {r}",
        f"f{starter}",
        f"s{subject} {r} {p}",
        f"e{edge} {r}",
        f"v{min(verbs, 3)} {r}",
        f"bs{before in _STOPS} {side} {r}",
        f"far{min(h - i, 3) if h > i else -1} {r}",
    ]
    out += [f"m{x} {r}" for x in marks] + [f"m{x} {side}" for x in marks]
    out += [f"ic{x} {r}" for x in facts.classes[i]] + [f"kc{x} {r}" for x in facts.classes[k]]
    out += [f"y{x} {r}" for x in frozenset().union(*(facts.mentions[x] for x in below))]
    return out
