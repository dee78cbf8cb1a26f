"""The colours of the outline, from the theme; what they tell is told by signs as well."""

CSS = """
Outline {
    & > .outline--support { color: $text-primary; text-style: bold; }
    & > .outline--evidence { color: $text-success; text-style: bold; }
    & > .outline--attack { color: $text-error; text-style: bold; }
    & > .outline--undercut { color: $text-warning; text-style: bold; }
    & > .outline--answer { color: $text-secondary; text-style: bold; }
    & > .outline--thesis { color: $foreground; text-style: bold; }
    & > .outline--stands { color: $text-success; }
    & > .outline--falls { color: $text-error; text-style: bold; }
    & > .outline--open { color: $text-warning; }
    & > .outline--label { color: $text-accent; }
    & > .outline--fallen-label { color: $text-accent; text-style: strike; }
    & > .outline--text { color: $foreground; }
    & > .outline--section { color: $foreground; text-style: bold; }
    & > .outline--guide { color: $foreground; text-style: dim; }
    & > .outline--muted { color: $foreground 75%; }
    & > .outline--again { color: $foreground 75%; text-style: italic; }
    & > .outline--changed { color: $text-warning; text-style: bold reverse; }
    & > .outline--cut { color: $foreground 75%; text-style: italic; }
    &:ansi {
        & > .outline--guide { color: ansi_default; }
        & > .outline--muted { color: ansi_default; text-style: dim; }
        & > .outline--again { color: ansi_default; text-style: dim italic; }
        & > .outline--cut { color: ansi_default; text-style: dim italic; }
    }
    & #outline-filter {
        display: none; height: 1; background: $panel;
        & Label { width: auto; }
        & Input { width: 1fr; min-width: 4; }
    }
    &.-filtering #outline-filter { display: block; }
}
"""
