"""Tests of checker/claims."""
