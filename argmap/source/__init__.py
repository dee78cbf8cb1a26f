"""Text, where things are in it, and messages about it."""
