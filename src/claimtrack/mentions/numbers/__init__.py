"""Numbers in digits and in words, and those that count nothing."""
