"""Formats: one file each, found by their presence in this package."""
