"""Claims: their types, and the pattern language that finds them in copy."""
