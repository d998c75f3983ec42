"""Where the configuration and the football pack lie."""

from pathlib import Path

from checker.places import CONFIG_NAME, default_pack, nearest_config


def test_the_nearest_configuration_upwards_is_found(tmp_path: Path) -> None:
    (tmp_path / "desk" / "today").mkdir(parents=True)
    (tmp_path / CONFIG_NAME).touch()
    assert nearest_config(tmp_path / "desk" / "today") == tmp_path / CONFIG_NAME
    (tmp_path / "desk" / CONFIG_NAME).touch()
    assert nearest_config(tmp_path / "desk" / "today") == tmp_path / "desk" / CONFIG_NAME


def test_the_football_pack_comes_with_the_program() -> None:
    assert (default_pack() / "rules" / "score.yml").is_file()
