"""The version of imena."""

__version__ = "0.1.0"
