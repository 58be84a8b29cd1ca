"""The command line: parse, call one verb of the tracker, render."""

import gc

gc.set_threshold(20_000, 20, 20)  # a command imports much and ends soon: looking for garbage meanwhile is lost time
