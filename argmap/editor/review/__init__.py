"""Reviewing a map on the screen: claim by claim, with one key for each thing that can be said of it."""
