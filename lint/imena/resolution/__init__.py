"""Which names a text means: windows of tokens resolved against the lexicon, and how surely."""
