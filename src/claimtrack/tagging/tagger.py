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
    w, a, b, c, d = words[i], words[i - 2], words[i - 1], words[i + 1], words[i + 2]
    return [
        "a=" + a,
        "b=" + b,
        "c=" + c,
        "d=" + d,
        f"bw={b}|{w}",
        f"wc={w}|{c}",
        "bs=" + b[-2:],
        "bp=" + b[:2],
        "cp=" + c[:2],
        "cs=" + c[-2:],
        "t=" + before,
        f"tt={before2} {before}",
        f"tw={before}|{w}",
    ]


def tag(model: Model, tokens: Sequence[Token], affixes: Affixes, certain: Certain, script: str = "") -> list[str]:
    """One tag for each token of a sentence.

    `script` is the script of the language; words in Latin letters in another script's text are names.
    """
    words = ["<2", "<1", *(t.norm for t in tokens), ">1", ">2"]
    before = before2 = "<"
    tags = []
    names_in_latin = bool(script) and script != "LATIN"
    classes = model.classes
    for i, token in enumerate(tokens):
        if names_in_latin and token.kind == "word" and token.text[0].isascii():
            best = _NAME
        elif (known := certain(token.norm)) is not None:
            best = known
        else:
            total = _own_total(model, token, affixes) + model.total(_context(words, i + 2, before, before2))
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
