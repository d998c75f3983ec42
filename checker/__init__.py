"""factcheck: a spell-checker for facts."""

__version__ = "0.1.0"
