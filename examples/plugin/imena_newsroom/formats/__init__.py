"""Formats of the newsroom, one file each."""
