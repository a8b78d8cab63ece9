"""The entry point of the command `summarize` and of `python -m summarizer`."""

from __future__ import annotations

import gc
import os
import sys

# A run makes many objects that live to its end: looking for cycles among them every 700 costs
# more than it finds.
_COLLECT_AFTER = 200_000


def main() -> None:
    """Run the command line and exit with its code."""
    gc.set_threshold(_COLLECT_AFTER, 20, 100)
    # pydantic would search every installed distribution for plugins: 15 ms, and none is wanted.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from summarizer.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command line could take it
        code = 130
    gc.freeze()  # what is left dies with the process: the interpreter need not search it at exit
    sys.exit(code)


if __name__ == "__main__":
    main()
