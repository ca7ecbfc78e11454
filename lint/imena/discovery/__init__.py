"""Names that no dictionary holds: found in texts, put into the nominative, counted."""
