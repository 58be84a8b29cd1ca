"""Part-of-speech tags for tokens: a greedy left-to-right averaged perceptron.

Tags are Universal POS tags with a little more where later steps need it: English verbs carry the Penn form
("VERB:VBD"), English plurals ":S", Arabic verbs their aspect ("VERB:p" perfect, "VERB:i" imperfect), and an Arabic
word that begins with an attached conjunction the mark "c|".
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import lru_cache

from claimtrack.tagging.perceptron import Model, Trainer
from claimtrack.text.tokens import Token

_NAME = "PROPN"
Affixes = Callable[[str], tuple[str, ...]]
"""A language's own features of a word (see `hooks.word_features`)."""
Certain = Callable[[str], str | None]
"""The tag of a word that needs no guessing (see `hooks.certain_tag`)."""


@lru_cache(maxsize=16384)
def _shape(word: str) -> str:
    shape = ""
    for char in word[:6]:
        if char.isdigit():
            shape += "9"
        elif char.isalpha():
            shape += ("X" if char.isupper() else "a") if char.isascii() else "x"
        else:
            shape += char
    return shape


def _own_features(token: Token, affixes: Affixes) -> tuple[str, ...]:
    """What a word shows by itself."""
    return _plain_features(token.norm, token.text) + affixes(token.norm)


@lru_cache(maxsize=16384)
def _plain_features(norm: str, text: str) -> tuple[str, ...]:
    return (
        "w=" + norm,
        "p1=" + norm[:1],
        "p2=" + norm[:2],
        "p3=" + norm[:3],
        "s1=" + norm[-1:],
        "s2=" + norm[-2:],
        "s3=" + norm[-3:],
        "sh=" + _shape(text),
        f"n={min(len(norm), 7)}",
        "up=" + str(text[:1].isupper()),
    )


def _context(words: Sequence[str], i: int, before: str, before2: str) -> list[str]:
    """What stands around a word; `words` is padded by two on both sides, `i` counts in the padded list."""
    sides = (_beside(words[k])[place] for place, k in enumerate((i - 2, i - 1, i + 1, i + 2)))
    return [*(name for side in sides for name in side), *_pairs(words, i, before, before2)]


def _beside(word: str) -> tuple[tuple[str, ...], ...]:
    """What a word says of the one two behind it, right behind it, right before it and two before it."""
    first, last = word[:2], word[-2:]
    return (
        ("a=" + word,),
        ("b=" + word, "bs=" + last, "bp=" + first),
        ("c=" + word, "cp=" + first, "cs=" + last),
        ("d=" + word,),
    )


def _pairs(words: Sequence[str], i: int, before: str, before2: str) -> tuple[str, ...]:
    """What a word says together with its neighbours, and the tags before it."""
    return (*_beside_word(words, i, before), *_before(before2, before))


def _beside_word(words: Sequence[str], i: int, before: str) -> tuple[str, str, str]:
    w = words[i]
    return f"bw={words[i - 1]}|{w}", f"wc={w}|{words[i + 1]}", f"tw={before}|{w}"


def _before(before2: str, before: str) -> tuple[str, str]:
    return "t=" + before, f"tt={before2} {before}"


def tag(model: Model, tokens: Sequence[Token], affixes: Affixes, certain: Certain, script: str = "") -> list[str]:
    """One tag for each token of a sentence.

    `script` is the script of the language; words in Latin letters in another script's text are names.
    """
    words = ["<2", "<1", *(t.norm for t in tokens), ">1", ">2"]
    before = before2 = "<"
    tags = []
    names_in_latin = bool(script) and script != "LATIN"
    classes = model.classes
    beside = [_beside_total(model, word) for word in words]
    for i, token in enumerate(tokens):
        if names_in_latin and token.kind == "word" and token.text[0].isascii():
            best = _NAME
        elif (known := certain(token.norm)) is not None:
            best = known
        else:
            far, near, behind, far_behind = beside[i][0], beside[i + 1][1], beside[i + 3][2], beside[i + 4][3]
            pairs = model.total(_beside_word(words, i + 2, before)) + model.kept_total((_before, before2, before))
            total = _own_total(model, token, affixes) + far + near + behind + far_behind + pairs
            best = classes[model.best(total)]
        tags.append(best)
        before2, before = before, best
    return tags


def _own_total(model: Model, token: Token, affixes: Affixes) -> int:
    """What a word alone says for each tag; the same word comes again and again, so it is kept."""
    key = (token.norm, token.text)
    found = model.kept.get(key)
    if found is None:
        found = model.total(_own_features(token, affixes))
        if len(model.kept) >= _KEPT:
            model.kept.clear()
        model.kept[key] = found
    return found


def _beside_total(model: Model, word: str) -> tuple[int, ...]:
    """What a word says for each tag of its neighbours, in the order of `_beside`; kept like `_own_total`."""
    found = model.beside.get(word)
    if found is None:
        if len(model.beside) >= _KEPT:
            model.beside.clear()
        found = model.beside[word] = tuple(map(model.total, _beside(word)))
    return found


_KEPT = 16_000
"""Words whose totals are kept before all are forgotten, so that those of the text at hand are always among them."""


def train(
    sentences: Sequence[tuple[Sequence[Token], Sequence[str]]],
    affixes: Affixes,
    rounds: int,
    weakest: float,
    quantum: float,
    seed: int = 3,
) -> Model:
    """Learn from (tokens, tags) pairs; the same input gives the same model."""
    classes = tuple(sorted({t for _, tags in sentences for t in tags}))
    index = {c: i for i, c in enumerate(classes)}
    trainer = Trainer(classes)
    order = list(range(len(sentences)))
    shuffle = random.Random(seed).shuffle
    for _ in range(rounds):
        shuffle(order)
        for k in order:
            tokens, tags = sentences[k]
            words = ["<2", "<1", *(t.norm for t in tokens), ">1", ">2"]
            before = before2 = "<"
            for i, (token, gold) in enumerate(zip(tokens, tags, strict=True)):
                trainer.step += 1
                features = [*_own_features(token, affixes), *_context(words, i + 2, before, before2)]
                s = trainer.scores(features)
                guess = s.index(max(s))
                if classes[guess] != gold:
                    trainer.update(features, index[gold], guess)
                before2, before = before, classes[guess]
    return trainer.finish(weakest, quantum)
