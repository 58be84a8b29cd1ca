"""The perceptron: what it learns, and that a packed model is the same model."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.tagging.logistic import learn
from claimtrack.tagging.perceptron import Model, Trainer, pack, unpack

_ROWS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(-40, 40).filter(bool).map(lambda n: n / 4)), min_size=1, max_size=4
)
_NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(_NAMES, _ROWS.map(lambda rows: tuple(sorted(dict(rows).items()))), max_size=20))
def test_a_packed_model_is_the_same_model(weights: dict[str, tuple[tuple[int, float], ...]]) -> None:
    model = Model.of(("a", "b", "c", "d"), weights)
    assert unpack(pack({"m": model}))["m"].weights == model.weights


def test_the_same_model_packs_to_the_same_bytes() -> None:
    weights = {"x": ((0, 1.0),), "y": ((1, -0.5),)}
    assert pack({"m": Model.of(("a", "b"), weights)}) == pack({"m": Model.of(("a", "b"), dict(weights))})


def test_a_trainer_learns_to_tell_two_classes_apart() -> None:
    trainer = Trainer(("cold", "warm"))
    for _ in range(20):
        for features, right in ((["snow"], 0), (["sun"], 1)):
            trainer.step += 1
            scores = trainer.scores(features)
            if scores[right] <= scores[1 - right]:
                trainer.update(features, right, 1 - right)
    model = trainer.finish(quantum=0.05)
    assert model.name(["snow"]) == "cold"
    assert model.name(["sun"]) == "warm"


def test_logistic_regression_weighs_the_sign_that_tells() -> None:
    examples = [(["noise", "yes-sign"], 1), (["noise", "no-sign"], 0)] * 10
    model = learn(("no", "yes"), examples)
    assert model.name(["noise", "yes-sign"]) == "yes"
    assert model.name(["noise", "no-sign"]) == "no"
    assert model.why(model.packed.items(), "yes", 1) == ["yes-sign"]


def test_learning_twice_gives_the_same_weights() -> None:
    examples = [(["a", "b"], 0), (["b", "c"], 1), (["c", "a"], 0)] * 5
    assert learn(("x", "y"), examples).weights == learn(("x", "y"), examples).weights
