"""The terminal editor and reviewer: `argmap edit` and `argmap review`."""
