"""What a user does to a map, as edits of its texts."""
