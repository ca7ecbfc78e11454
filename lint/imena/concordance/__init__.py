"""The index of names: who and what a set of texts speaks of, where, and in which forms."""
