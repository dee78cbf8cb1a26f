"""Map to DOT, and DOT to pictures."""
