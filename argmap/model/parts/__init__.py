"""Parts of a map, as maps of their own: one section, one branch, a few levels, what has a tag."""
