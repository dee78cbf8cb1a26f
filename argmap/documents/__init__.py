"""Reading a map as text: outline, standard form, table."""
