"""Tests of checker/reference."""
