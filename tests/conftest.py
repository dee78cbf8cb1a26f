"""What all tests share: time is measured by benchmarks, so no example fails for a slow machine."""

from hypothesis import settings

settings.register_profile("argmap", deadline=None)
settings.load_profile("argmap")
