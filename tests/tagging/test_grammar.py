"""The shipped tagger and parser on plain sentences, and the parser's own rules on hand-made trees."""

from __future__ import annotations

from itertools import cycle

import pytest

from claimtrack import languages, tagging
from claimtrack.tagging.move_weights import MoveWeights
from claimtrack.tagging.parser import arc_features, children, coarse, heads, train_heads
from claimtrack.tagging.states import LEFT, RIGHT, SHIFT, State
from claimtrack.tagging.tagger import tag
from claimtrack.text.tokens import tokenize


def read(code: str, text: str) -> tuple[list[str], list[str], tuple[int, ...], tuple[str, ...]]:
    hooks = languages.load(code).hooks
    tokens = tokenize(text)
    tags, tree = tagging.load(code).read(tokens, hooks.word_features, hooks.certain_tag, hooks.SCRIPT)
    return [t.text for t in tokens], tags, tree.heads, tree.relations


def test_an_english_verb_and_its_subject() -> None:
    words, tags, tree, relations = read("en", "The minister visited Cairo on Monday.")
    verb = words.index("visited")
    assert tags[verb] == "VERB:VBD"
    assert tree[verb] == -1
    assert tree[words.index("minister")] == verb
    assert relations[words.index("minister")] == "nsubj"


def test_an_arabic_verb_and_its_subject() -> None:
    words, tags, tree, relations = read("ar", "زار الوزير القاهرة يوم الاثنين.")
    assert tags[0].startswith("VERB")
    assert tree[words.index("الوزير")] == 0
    assert relations[words.index("الوزير")] == "nsubj"


def test_words_of_closed_classes_are_never_guessed() -> None:
    words, tags, _, _ = read("ar", "قال الوزير إن المصنع أغلق.")
    assert tags[words.index("إن")] == "SCONJ"


def test_latin_words_in_arabic_are_names() -> None:
    words, tags, _, _ = read("ar", "أطلقت شركة Telegram خدمة جديدة.")
    assert tags[words.index("Telegram")] == "PROPN"


@pytest.mark.parametrize("code", ["ar", "en"])
@pytest.mark.parametrize("text", ["", ".", "1", "« »", "a" * 300, "نعم", "?!"])
def test_every_token_gets_a_tag_a_head_and_a_relation(code: str, text: str) -> None:
    words, tags, tree, relations = read(code, text)
    assert len(words) == len(tags) == len(tree) == len(relations)
    assert all(-1 <= head < len(words) for head in tree)
    assert all(head != i for i, head in enumerate(tree))


def test_a_tree_has_no_circles() -> None:
    _, _, tree, _ = read("en", "When Iran asked us to close channels, we refused, and the app was blocked.")
    for i in range(len(tree)):
        seen, at = set(), i
        while at >= 0:
            assert at not in seen
            seen.add(at)
            at = tree[at]


def test_the_parser_learns_a_small_grammar() -> None:
    sentences = [
        (["the", "dog", "barks"], ["DET", "NOUN", "VERB"], [1, 2, -1]),
        (["the", "cat", "sleeps"], ["DET", "NOUN", "VERB"], [1, 2, -1]),
    ]
    model = train_heads(sentences, rounds=6, weakest=0.0, quantum=0.05)
    assert heads(MoveWeights(model), ["the", "cow", "moos"], ["DET", "NOUN", "VERB"]) == [1, 2, -1]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "وفي 12 آذار أعلن الوزير، الذي عاد من القاهرة، أن ثلاثة مصانع أغلقت أبوابها ولن تفتح قبل العام المقبل."),
        ("en", "The mayor, who had come back from Lyon on 12 March, said that three plants ´ closed and won't reopen."),
    ],
)
def test_weights_laid_out_add_up_to_those_of_the_named_features(code: str, text: str) -> None:
    grammar, hooks = tagging.load(code), languages.load(code).hooks
    tokens = tokenize(text)
    tags = tag(grammar.tags, tokens, hooks.word_features, hooks.certain_tag, hooks.SCRIPT)
    for order in ((SHIFT, SHIFT, LEFT), (SHIFT, SHIFT, SHIFT, RIGHT, LEFT)):
        state = State([t.norm for t in tokens], tags)
        weights = grammar.move_weights.of(state)
        for move in cycle(order):
            if state.next == state.n:
                break
            if state.stack:
                assert weights.total(state) == grammar.moves.total(state.features())
            if state.valid()[move]:
                state.move(move)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "نقلت الشاحنات القمح إلى المخازن، ولم تصل بعد إلى القرى البعيدة التي انتظرته."),
        ("en", "The old bridge, which nobody had mended for years, fell into the river."),
    ],
)
def test_relations_read_by_kept_sums_are_those_of_the_named_features(code: str, text: str) -> None:
    words, tags, tree, relations = read(code, text)
    labels, norms = tagging.load(code).relations, [t.norm for t in tokenize(text)]
    kids = children(tree)
    named = [labels.name(arc_features(norms, tags, tree, kids, i)) for i in range(len(words))]
    assert [r for r, head in zip(relations, tree, strict=True) if head >= 0] == [
        name for name, head in zip(named, tree, strict=True) if head >= 0
    ]


def test_children_are_listed_left_to_right() -> None:
    assert children([1, -1, 1]) == [[], [0, 2], []]


def test_only_the_subtypes_that_later_steps_ask_for_are_kept() -> None:
    assert coarse("nsubj:pass") == "nsubj:pass"
    assert coarse("nmod:poss") == "nmod"
