"""What a map's argument comes to: standing, strength, and what the theses hinge on."""
