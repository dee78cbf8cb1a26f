"""Maps in the forms of other programs, in and out."""
