"""The command line. Its commands are named by string, so that `minutewise --help` loads none of them."""

from __future__ import annotations

import importlib
import sys

import click

from ingest.errors import MinutewiseError

# name: where it is, and its line in `minutewise --help`
COMMANDS = {
    "ingest": ("assistant.cli.library:ingest", "Take minutes in: files, folders, zip files."),
    "ask": ("assistant.cli.ask:ask", "Answer a question, every sentence cited."),
    "search": ("assistant.cli.ask:search", "Find passages, best first; no model."),
    "summarise": ("assistant.cli.draft:summarise", "Summarise a meeting or an item, decisions first."),
    "check": ("assistant.cli.check:check", "Hold a draft against the minutes, sentence by sentence."),
    "newsletter": ("assistant.cli.newsletter:newsletter", "Draft a newsletter from a period's minutes."),
    "note": ("assistant.cli.note:note", "Write a meeting's decision note, as Welsh councils must publish it."),
    "decisions": ("assistant.cli.registers:decisions", "List what was decided, with votes and evidence."),
    "actions": ("assistant.cli.registers:actions", "List what was to be done, and what became of it."),
    "timeline": ("assistant.cli.registers:timeline", "Tell one topic over meetings and years."),
    "meetings": ("assistant.cli.registers:meetings", "Show what the library holds, and what is missing."),
    "eval": ("evals.cli:evaluate", "Measure answers, citations, summaries and checks; guard a baseline."),
    "bench": ("evals.cli:bench", "Measure speed and quality against the plain LangChain pipeline."),
    "doctor": ("assistant.cli.doctor:doctor", "Check the set-up and say how to mend it."),
    "app": ("app:command", "Open the page in a browser."),
}

EPILOG = """\b
Examples:
  minutewise ingest samples/minutes
  minutewise ask "What was said about foster carer recruitment?"
  minutewise summarise samples/minutes/2024-10-22-cabinet.html
"""


class LazyGroup(click.Group):
    """A group that imports a command when it is called, and none to list them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of a user's path."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="minutewise", message="%(prog)s %(version)s")
def group() -> None:
    """Reads council minutes and answers from them: every sentence stands on a quoted paragraph."""


def main() -> None:
    """The console script. A foreseeable fault is two lines on stderr: what happened, and what to do."""
    try:
        group.main(standalone_mode=False, prog_name="minutewise")
    except MinutewiseError as error:
        _fail(error.message, error.hint, error.exit_code)
    except click.UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # click 8.2 and later: its message is the help
            click.echo(error.format_message())
            sys.exit(2)
        command = error.ctx.command_path if error.ctx else "minutewise"
        _fail(error.format_message(), f"see `{command} --help`", 2)
    except click.ClickException as error:
        _fail(error.format_message(), "", 2)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped", "what was done so far is kept; run the same command again to go on", 130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)


def _fail(message: str, hint: str, code: int) -> None:
    click.echo(f"{click.style('error', fg='red', bold=True)}: {message}", err=True)
    if hint:
        click.echo(f"  {hint}", err=True)
    sys.exit(code)
