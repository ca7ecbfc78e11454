"""A client of the language server, one message after another, with nothing between it and the
wire: what a test sends is what the server reads."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import imena

#: The server runs the code that its answers are held against, whichever imena is installed.
CODE = Path(imena.__file__).parents[1]
#: Seconds after which a server that says nothing is taken for dead.
PATIENCE = 60.0


class Wire:
    """A server process. ``capabilities`` are those of the client."""

    def __init__(self, cwd: Path, cache: Path, arguments: Sequence[str] = ()) -> None:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
        paths = os.pathsep.join(filter(None, (str(CODE), kept.get("PYTHONPATH"))))
        own = {"PYTHONPATH": paths, "IMENA_CACHE_DIR": str(cache), "LANG": "ru_RU.UTF-8"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "imena", "server", *arguments],
            cwd=cwd, env={**kept, **own}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.received: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.kept: list[dict[str, Any]] = []
        self._number = 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        while True:
            size = 0
            while (line := self.process.stdout.readline()).strip():
                if line.lower().startswith(b"content-length:"):
                    size = int(line.split(b":")[1])
            if not size:
                self.received.put(None)
                return
            self.received.put(json.loads(self.process.stdout.read(size)))

    def send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def request(self, method: str, params: Any) -> Any:
        """The result. Raises AssertionError where the server answers with an error."""
        self._number += 1
        self.send({"id": self._number, "method": method, "params": params})
        answer = self.wait(lambda m: m.get("id") == self._number and "method" not in m)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def wait(self, wanted: Any, seconds: float = PATIENCE) -> dict[str, Any]:
        """The next message that is ``wanted``; others are kept. Requests of the server are
        answered with null."""
        for number, message in enumerate(self.kept):
            if wanted(message):
                return self.kept.pop(number)
        until = time.monotonic() + seconds
        while True:
            message = self._next(until)
            if "id" in message and "method" in message:
                self.send({"id": message["id"], "result": None})
            if wanted(message):
                return message
            self.kept.append(message)

    def _next(self, until: float) -> dict[str, Any]:
        try:
            message = self.received.get(timeout=max(0.01, until - time.monotonic()))
        except queue.Empty:
            raise TimeoutError(f"nothing came; kept {self.kept[-3:]}") from None
        assert message is not None, f"the server ended: {self.process.poll()}"
        return message

    def start(self, encoding: str = "utf-16", options: Any = None, **capabilities: Any) -> Any:
        """``initialize`` and ``initialized``; the result of the first."""
        general = {"general": {"positionEncodings": [encoding]}}
        params = {
            "processId": None,
            "rootUri": None,
            "capabilities": {**general, **capabilities},
            "initializationOptions": options,
        }
        result = self.request("initialize", params)
        self.notify("initialized", {})
        return result

    def open(self, uri: str, text: str, language: str = "plaintext", version: int = 1) -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, changes: list[dict[str, Any]]) -> None:
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """Those that the server sends for ``version`` (any unless given) of ``uri``."""

        def mine(message: dict[str, Any]) -> bool:
            if message.get("method") != "textDocument/publishDiagnostics":
                return False
            params = message["params"]
            return params["uri"] == uri and version in (None, params.get("version"))

        found: list[dict[str, Any]] = self.wait(mine)["params"]["diagnostics"]
        return found

    def leave(self) -> int:
        """``shutdown`` and ``exit``; the exit code."""
        self.request("shutdown", None)
        self.send({"method": "exit"})
        return self.process.wait(timeout=PATIENCE)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
