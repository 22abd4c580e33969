"""minutewise doctor."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import click

from assistant.cli.options import json_option, library_option
from ingest.errors import LibraryBusy, MinutewiseError, NothingFound
from ingest.settings import Settings


class Finding(NamedTuple):
    """One thing looked at."""

    name: str
    ok: bool
    found: str
    mend: str = ""


@click.command(epilog="\b\nExamples:\n  minutewise doctor\n  minutewise doctor --library /srv/minutes --json\n")
@library_option
@json_option
def doctor(library: Path | None, as_json: bool) -> None:
    """Checks what is configured, installed, reachable and writable, and says how to mend what is not."""
    settings = Settings.from_environment(library)
    looks: dict[str, Callable[[Settings], str]] = {
        "versions": _versions,
        "embedding model": _embedding,
        "token counting": _tokens,
        "Word and ODT files": _pandoc,
        "library": _library,
        "chat model": _chat,
    }
    findings = [_look(name, look, settings) for name, look in looks.items()]
    if as_json:
        click.echo(json.dumps([finding._asdict() for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            mark = click.style("ok ", fg="green") if finding.ok else click.style("bad", fg="red")
            click.echo(f"{mark} {finding.name:20} {finding.found}")
            if finding.mend:
                click.echo(f"    {finding.mend}")
    if not all(finding.ok for finding in findings):
        sys.exit(3)


def _look(name: str, look: Callable[[Settings], str], settings: Settings) -> Finding:
    try:
        return Finding(name, True, look(settings))
    except LibraryBusy as error:
        return Finding(name, True, error.message)
    except NothingFound as error:
        return Finding(name, True, f"{error.message}: {error.hint}")
    except MinutewiseError as error:
        return Finding(name, False, error.message, error.hint)
    except Exception as error:  # whatever is wrong with an installation is what this command is for
        return Finding(name, False, f"{type(error).__name__}: {error}", "run `make setup` to install it again")


def _versions(_: Settings) -> str:
    packages = ("minutewise", "langchain", "chromadb", "openai", "gradio", "tiktoken")
    return f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in packages)


def _embedding(settings: Settings) -> str:
    from ingest.embedding import embedder

    made = embedder(settings.embedding)
    near, far = made.embed(["foster carers", "people who foster children", "road surfaces"])[1:] @ made.embed(["foster carers"])[0]
    if near <= far:
        raise MinutewiseError(
            f"{made.name} finds road surfaces nearer to foster carers than fostering", "run `make setup` to install it again"
        )
    return f"{made.name} loads and tells meanings apart"


def _tokens(_: Settings) -> str:
    from ingest.tokens import count

    return f"cl100k_base, from a file ({count('council minutes')} tokens in 'council minutes')"


def _pandoc(_: Settings) -> str:
    import pypandoc

    return f"read by pandoc {pypandoc.get_pandoc_version()}"


def _library(settings: Settings) -> str:
    from ingest.library import Library

    with Library(settings) as opened:
        documents = opened.lookup.documents()
        return f"{settings.library}: {len(documents)} documents in {opened.lookup.chunk_count()} passages, {opened.vectors.count()} vectors"


def _chat(_: Settings) -> str:
    from assistant.models import configured

    found = configured()
    return (
        f"{found.model} at {found.host}" if found else "none: the minutes' own sentences are quoted (docs/models.md tells how to set one)"
    )
