"""Syntax trees to the argument map."""
