"""Countries by name, city and nationality."""
