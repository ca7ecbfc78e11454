"""``python -m imena``."""

import os
import sys

# The directory at hand is that of the checked texts: nothing in it may be imported unasked.
if sys.path and not getattr(sys.flags, "safe_path", False) and sys.path[0] in ("", os.getcwd()):  # noqa: PTH109
    del sys.path[0]

from imena.cli import main

sys.exit(main())
