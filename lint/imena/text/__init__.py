"""Text without language: spans, tokens, lines, documents."""
