"""What the editor says about itself: its keys, how one begins, how a map is begun."""
