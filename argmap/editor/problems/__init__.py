"""The problems pane: what is wrong with a map or weak in it, to go to, to have explained, and to mend."""
