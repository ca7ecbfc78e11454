"""``python -m imena``."""

import sys

from imena.cli import main

sys.exit(main())
