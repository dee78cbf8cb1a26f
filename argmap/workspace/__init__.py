"""The open document without any screen: what an editor, or a language server, shows."""
