"""The command `factcheck`: wires the subcommands, nothing more. `factcheck PATH…` is `factcheck check PATH…`."""

import io
import sys
from importlib import import_module

import click

from checker import __version__, garbage
from checker.errors import FactcheckError

COMMANDS = {
    "check": "checker.commands.check:check",
    "rules": "checker.commands.rules:rules",
    "explain": "checker.commands.explain:explain",
    "test": "checker.commands.test:test",
    "reference": "checker.commands.reference:reference",
    "review": "checker.commands.review:review",
    "stats": "checker.commands.stats:stats",
}
"""Each subcommand's place; imported when it is called, so that `--help` and `rules` never import spaCy."""

IN_SHORT = {
    "check": "Check articles: files, folders, - for standard input.",
    "rules": "List the rules: id, level, what each says.",
    "explain": "Print a rule's page: what it says, why, examples, source.",
    "test": "Run the examples of a pack's patterns and rules.",
    "reference": "Import open data or a feed; show what is known.",
    "review": "Send flags to doccano and fetch the decisions.",
    "stats": "Print each rule's precision, as reviewers see it.",
}
"""What each does, for `factcheck --help`, which need not import them then."""


class CommandGroup(click.Group):
    """Subcommands by name; anything else on the command line is a path to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if name not in COMMANDS:
            return None
        module, function = COMMANDS[name].split(":")
        command: click.Command = getattr(import_module(module), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(IN_SHORT.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version"):
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, prog_name="factcheck")
def cli() -> None:
    """A spell-checker for facts: judges every checkable claim of an article before it is published."""


def main() -> None:
    """The entry point. A mistake that the user can mend is one line and exit code 2; a bug shows its traceback."""
    garbage.collect_seldom()  # while modules are loaded too
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a character shows a question mark
    try:
        code = cli(standalone_mode=False) or 0
        garbage.keep()  # the process ends: Python would go through ten thousand reports once more
        sys.exit(code)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as problem:
        problem.show()
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except FactcheckError as problem:
        click.echo(f"factcheck: {problem}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(141)
