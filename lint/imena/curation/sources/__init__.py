"""Where imported names come from: tables and Wikidata, each read into the same offers."""
