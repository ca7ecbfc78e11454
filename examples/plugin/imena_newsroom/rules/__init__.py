"""Rules of the newsroom, one file each."""
