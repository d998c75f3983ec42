"""Tests of checker/judge."""
