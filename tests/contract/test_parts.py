"""Every part, built in or of an installed plugin, keeps the contract of its kind."""

from imena.testing.contract import *  # noqa: F403
