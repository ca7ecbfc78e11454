"""imena's own contract tests, over its parts and over those of this plugin."""

from imena.testing.contract import *  # noqa: F403
