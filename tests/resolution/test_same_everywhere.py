"""Equal choices fall the same way in every process, whatever seeds its hashes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

TEXTS = """
Александра Пушкрна встретился с заместителем министра.
Сенатор Нодирбек Абдусатторов прибыл. Ожидается, что Абдусатторовя задаст вопросы.
Глава комитета Александр Бастрыкин выступил. Бастрыкиня призывает граждан.
Жители Пушкинa и Пушкна, Ростова и Роства, Кировска и Кировка ждут.
"""
CODE = """
import sys, imena
for f in imena.check_text(sys.argv[1]):
    print(f.code, f.text, f.suggestions, f.confidence, f.entry)
"""


@pytest.mark.parametrize("seed", [1, 2, 3, 5])
def test_hashes_do_not_decide(seed: int) -> None:
    assert _said(seed) == _said(0) != ""


def _said(seed: int) -> str:
    command = [sys.executable, "-c", CODE, TEXTS]
    env = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"}
    return subprocess.run(command, env=env, capture_output=True, check=True, text=True).stdout
