import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.pages.typst_literal import typst_literal

data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**31), 2**31)
    | st.text(st.characters(codec="utf-8"), max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(data)
def test_typst_reads_back_what_was_written(value: Any) -> None:
    import typst

    source = f"#let data = {typst_literal(value)}\n#metadata(data) <found>".encode()
    (found,) = json.loads(typst.query(source, "<found>", field="value"))
    assert found == value


def test_a_string_ends_where_it_seems_to() -> None:
    assert typst_literal('a"; panic() \\ \u202e') == '"a\\"; panic() \\\\ \\u{202e}"'
