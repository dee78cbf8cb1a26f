"""Five languages, for the checks of wording: words that signal reasoning, sentences, terms."""
