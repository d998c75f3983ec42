"""Options that several subcommands share."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.places import default_pack

if TYPE_CHECKING:
    from checker.config import Config
    from checker.pack import Pack

pack_option = click.option(
    "--pack", "pack_folder", type=click.Path(path_type=Path, file_okay=False), help="A folder with another pack."
)


def chosen_pack(folder: Path | None, config: "Config | None" = None, patterns: bool = True) -> "Pack":
    """The pack of --pack, else of .factcheck.yml, else football; without its patterns where only rules are shown."""
    from checker.config import find_config
    from checker.pack import load_pack

    settings = config or find_config(Path.cwd())
    return load_pack(folder or settings.pack or default_pack(), patterns)
