"""Tests of checker/pipeline."""
