"""Languages of the newsroom, one file each."""
