"""Quantities: numbers with what they count or measure, their bounds, rates and change."""
