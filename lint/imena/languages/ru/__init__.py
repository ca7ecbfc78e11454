"""Russian: alphabet, folding and the declension of names."""

from __future__ import annotations

from imena.languages.ru.folding import fold


class Russian:
    """The grammar and the alphabet of Russian. Cheap to make; grammar data load on first use."""

    code = "ru"

    def fold(self, text: str) -> str:
        """See :func:`imena.languages.ru.folding.fold`."""
        return fold(text)
