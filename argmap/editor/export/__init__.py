"""Exporting the map from the editor: what is wished, making it, and showing it."""
