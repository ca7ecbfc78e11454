"""Reporters of the newsroom, one file each."""
