"""Languages: the grammar and the alphabets. One package a language."""
