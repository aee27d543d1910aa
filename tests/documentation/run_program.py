#!/usr/bin/env python3
"""Runs a program of a page with nothing on standard input, where CTest would leave it the terminal: `run_program.py COMMAND…`."""

import subprocess
import sys

sys.exit(subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL).returncode)
