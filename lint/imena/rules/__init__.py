"""Rules: one file each. A new file here is a new rule; nothing else is to be told."""
