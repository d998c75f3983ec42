"""Tests of checker/commands."""
