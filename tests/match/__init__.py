"""Tests of checker/match."""
