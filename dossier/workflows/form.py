"""The text of the issue that started a run, on standard output: to the byte, and never
through a line of a shell.
"""

import json
import os
import sys
from pathlib import Path


def main() -> None:
    """Read the event that the runner has written down."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    # Half a pair of surrogates is no text; whoever reads the form says so.
    sys.stdout.buffer.write((event["issue"]["body"] or "").encode("utf-8", "surrogatepass"))


if __name__ == "__main__":
    main()
