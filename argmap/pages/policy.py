"""The Content-Security-Policy (W3C, level 3) of a page: what counts there, by its hash, and nothing else."""

import base64
import hashlib


def policy(style: str, *scripts: str) -> str:
    """The Content-Security-Policy under which only these styles and scripts count."""
    allowed = " ".join(f"'{content_hash(script)}'" for script in scripts) or "'none'"
    return (
        f"default-src 'none'; style-src '{content_hash(style)}'; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )


def content_hash(content: str) -> str:
    """The hash by which a policy knows a script or a style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
