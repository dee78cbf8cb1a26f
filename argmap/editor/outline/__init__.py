"""The outline pane: the claims of a map with their relations and standings, to move in and to fold."""
