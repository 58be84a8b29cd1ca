"""Dates, durations and frequencies."""
