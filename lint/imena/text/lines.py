"""From code-point offsets to lines and columns, and back."""

from __future__ import annotations

from bisect import bisect_right


class Lines:
    """Line starts of ``text``; a line ends after ``\\n``, ``\\r\\n`` or a lone ``\\r``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        at = 0
        for line in text.replace("\r\n", "\0\n").replace("\r", "\n").split("\n")[:-1]:
            at += len(line) + 1
            self.starts.append(at)

    def position(self, offset: int) -> tuple[int, int]:
        """1-based line and 1-based column (code points) of ``offset``."""
        line = bisect_right(self.starts, offset) - 1
        return line + 1, offset - self.starts[line] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a 1-based line and column."""
        return self.starts[line - 1] + column - 1

    def span_of(self, line: int) -> tuple[int, int]:
        """Start and end of a 1-based line, without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end
