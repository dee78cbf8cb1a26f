"""Text to syntax tree, block by block, never raising; and the formatter."""
