"""The diagram pane: a chart that one moves in by the relations of the argument."""
