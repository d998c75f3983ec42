"""The paths of articles, as a writer may print them."""


def printable_path(path: str) -> str:
    """The path with `?` for each byte of a file name that is not UTF-8, which no output could hold."""
    return path.encode("utf-8", "replace").decode("utf-8")
