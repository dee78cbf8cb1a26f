"""Map to one page for reading and presenting, which needs no network."""
