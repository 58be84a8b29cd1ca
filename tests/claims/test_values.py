"""Which values a claim carries, where one claim stands inside another."""

from __future__ import annotations

from trees import draft, passage

from claimtrack.claims.values import assign
from claimtrack.model.mentions import Mention, Place, Quantity

TEXT = "The bank, which has 40 branches, opened an office in Peru."
TREE = (
    "DET det 1,NOUN nsubj 8,PUNCT punct 4,PRON nsubj 4,VERB:VBZ acl:relcl 1,NUM nummod 6,NOUN:S obj 4,PUNCT punct 4,"
    "VERB:VBD root -1,DET det 10,NOUN obj 8,ADP case 12,PROPN obl 8,PUNCT punct 8"
)


def _mentions() -> tuple[Mention, ...]:
    a, b = TEXT.index("40"), TEXT.index("Peru")
    quantity = Quantity(start=a, end=a + 11, value=40, unit="branch", unit_text="branches")
    return (
        Mention(type="quantity", start=a, end=a + 11, text="40 branches", value=quantity),
        Mention(type="place", start=b, end=b + 4, text="Peru", value=Place(name="Peru", code="PE")),
    )


def test_a_quantity_belongs_to_the_innermost_claim() -> None:
    sentence = passage("en", TEXT, TREE, _mentions())
    outer, inner = draft(sentence, 8), draft(sentence, 4)
    assign([outer, inner])
    assert [m.text for m in inner.mentions] == ["40 branches"]
    assert [m.text for m in outer.mentions] == ["Peru"]
    assert (outer.places, inner.places) == (("PE",), ())


def test_a_claim_alone_carries_all_values() -> None:
    sentence = passage("en", TEXT, TREE, _mentions())
    only = draft(sentence, 8)
    assign([only])
    assert [m.type for m in only.mentions] == ["quantity", "place"]


def test_a_value_outside_is_not_carried() -> None:
    sentence = passage("en", TEXT, TREE, _mentions())
    relative = draft(sentence, 4)
    assign([relative])
    assert relative.places == ()
