"""Where the configuration and the football pack lie; light, since `factcheck rules` imports little else."""

from pathlib import Path

from checker.errors import PackError, Position

CONFIG_NAME = ".factcheck.yml"


def nearest_config(start: Path) -> Path | None:
    """The nearest .factcheck.yml at or above a folder."""
    files = (folder / CONFIG_NAME for folder in (start, *start.parents))
    return next((file for file in files if file.is_file()), None)


def default_pack() -> Path:
    """The football pack: beside the package in a checkout, inside it in a wheel."""
    here = Path(__file__).resolve().parent
    for folder in (here / "rules" / "football", here.parent / "rules" / "football"):
        if (folder / "pack.yml").is_file():
            return folder
    raise PackError("the football pack is missing from this installation; reinstall factcheck", Position(str(here)))
