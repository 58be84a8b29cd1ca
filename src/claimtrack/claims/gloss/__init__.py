"""The short English line of a claim, composed from its slots through the bilingual lexicon."""
