"""Keys by which other systems know a finding again."""

from __future__ import annotations

from collections import Counter

from imena.baseline import fingerprint
from imena.caches import blake2b
from imena.findings import Report


def fingerprints(report: Report) -> list[str]:
    """A short key (hexadecimal, 128 bits) for each finding of ``report``, none twice: of equal
    ones the second has another key than the first. Text elsewhere in the file changes no key."""
    seen: Counter[str] = Counter()
    made = []
    for finding in report.findings:
        known = fingerprint(report, finding)
        seen[known] += 1
        key = f"{known}\t{seen[known]}".encode("utf-8", "surrogatepass")
        made.append(blake2b(key, digest_size=16).hexdigest())
    return made
