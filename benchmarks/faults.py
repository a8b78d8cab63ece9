"""Faithful statements and injected faults against the checks: the tables of docs/benchmarks.

    python benchmarks/faults.py [--split tune|held-out|all] [--kind N] [--verbose] [--reveal]

The misses of the held-out half are not listed unless --reveal is given: whoever tunes the checks
runs it, and does not read it.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from faults.runner import main

if __name__ == "__main__":
    sys.exit(main())
