"""Matches: what an article says about each, and how articles about one match meet."""
