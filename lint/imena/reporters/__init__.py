"""Reporters: one file an output format."""
