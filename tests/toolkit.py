"""Formats of translate-toolkit, for tests that have it read what we wrote. Where it is not
installed, a test that imports this is skipped: exit code 77."""

import sys

try:
    from translate.storage import tbx, tmx
except ImportError:
    print("translate-toolkit is not installed")
    sys.exit(77)
