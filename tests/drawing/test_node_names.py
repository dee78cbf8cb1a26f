from argmap.drawing.names import dot_node, edge_id


def test_the_lines_of_one_step_are_not_those_of_another() -> None:
    ids = [edge_id("a"), edge_id("a", 1), edge_id("a_1"), edge_id("a-1"), edge_id("a", 11), edge_id("a1", 1)]
    assert len(set(ids)) == len(ids)


def test_names_never_hold_what_a_user_wrote() -> None:
    assert dot_node('"]; x [') == "step-_x22__x5d__x3b__x20_x_x20__x5b_"
