"""Mechanics that know no language: folding, tokens, sentences, structure, phrase matching."""
