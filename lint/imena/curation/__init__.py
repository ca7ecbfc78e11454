"""Keeping dictionaries: their canonical shape, their quality, new entries from many sources."""
