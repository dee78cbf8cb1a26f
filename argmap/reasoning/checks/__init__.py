"""The checks of the reasoning, each in a module of its own; `argmap.reasoning.check_list` lists them."""
