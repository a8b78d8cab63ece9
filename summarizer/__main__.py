"""The entry point of the command `summarize` and of `python -m summarizer`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

import summarizer
from summarizer import patterns_kept

# A run makes many objects that live to its end: looking for cycles among them every 700 costs
# more than it finds.
_COLLECT_AFTER = 200_000
_CUT_SHORT = (130, 143)  # by SIGINT, by SIGTERM

_OURS = "report-summarize"
_OVERWRITTEN = (
    "summarize: another package was installed over this one under the same import name, "
    "`summarizer` (bert-extractive-summarizer does): keep them in two environments, and here "
    "`pip install --force-reinstall --no-deps report-summarize`\n"
)


def main() -> None:
    """Run the command line and exit with its code."""
    if getattr(summarizer, "__distribution__", None) != _OURS:
        sys.stderr.write(_OVERWRITTEN)
        sys.exit(1)
    gc.set_threshold(_COLLECT_AFTER, 20, 100)
    # pydantic would search every installed distribution for plugins: 15 ms, and none is wanted.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from summarizer.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command line could take it
        code = 130
    if code in _CUT_SHORT:
        # Not by the interpreter's own way out: where the signal met code that `exec` was running
        # (half of all imports), it would end by the signal instead, whatever the code says.
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):
                stream.flush()
        os._exit(code)
    patterns_kept.keep()
    gc.freeze()  # what is left dies with the process: the interpreter need not search it at exit
    sys.exit(code)


if __name__ == "__main__":
    main()
