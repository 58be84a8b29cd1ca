"""Sentences parted into claims: candidate spans, their rivals, and what structure alone makes a claim."""
