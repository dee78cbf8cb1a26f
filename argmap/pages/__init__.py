"""Whole pages for people who have no argmap: a drawing and documents of one map, set together."""
