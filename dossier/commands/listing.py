"""Lists of commands in a help text: each with what it does, whole."""

import click


class Commands(click.Group):
    """A group whose list of commands has the first sentence of each, never cut."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list."""
        rows = [(name, first_sentence(one)) for name, one in sorted(self.commands.items())]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def first_sentence(command: click.Command) -> str:
    """What a command does, up to its first full stop."""
    told = " ".join((command.help or "").split("\n\n")[0].split())
    head, stop, _ = told.partition(". ")
    return f"{head}." if stop else told
