"""A map drawn in the characters of a terminal: what is shown, where it stands, and the rows that result."""
