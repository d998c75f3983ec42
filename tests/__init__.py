"""The tests, as the package is laid out."""
