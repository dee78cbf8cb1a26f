"""What became of an argument between two versions of its map."""
