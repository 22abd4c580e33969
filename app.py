"""The page: `minutewise app`, or `python app.py`. Its widgets are in page/."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import engine_option, library_option, open_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.engines.choice import Wanted
    from ingest.library import Library

    SignIn = Callable[[str, str], bool]

# Nothing is sent to anybody: read by Gradio, by the hub library that it imports, by Chroma and (before it is imported) by onnxruntime.
OFFLINE = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
    "ORT_DISABLE_TELEMETRY": "1",
}


@click.command(
    name="app",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  minutewise app
  minutewise app --library /srv/minutes --port 8000
  minutewise app --host 0.0.0.0 --auth users.txt
  minutewise app --mcp
""",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on; any but this machine's own needs --auth.")
@click.option("--port", type=click.IntRange(1, 65535), default=7860, show_default=True)
@click.option("--auth", type=click.Path(path_type=Path), metavar="FILE", help="Ask for a sign-in; a line 'name:password' for each user.")
@click.option("--mcp", is_flag=True, help="Offer the functions for programs as MCP tools too (docs/api.md); this machine only.")
@engine_option
@library_option
def command(host: str, port: int, auth: Path | None, mcp: bool, engine: Wanted, library: Path | None) -> None:
    """Opens the page: ask, read what each sentence stands on, registers, topics, a newsletter; add minutes. Stop it with Ctrl-C."""
    from page.access import check_mcp, sign_in

    allowed = sign_in(host, auth)
    if mcp:
        check_mcp(auth)
    os.environ.update(OFFLINE)
    from page.toolkit import load

    load(mcp=mcp)
    with tempfile.TemporaryDirectory(prefix="minutewise-") as uploads, open_library(library, create=True) as opened:
        os.environ["GRADIO_TEMP_DIR"] = uploads
        os.environ["NO_PROXY"] = ",".join(
            filter(None, ["127.0.0.1,localhost", os.environ.get("NO_PROXY")])
        )  # Gradio calls its own page once
        serve(opened, engine, host, port, allowed, mcp=mcp)


def serve(library: Library, engine: Wanted, host: str, port: int, allowed: SignIn | None, *, mcp: bool = False) -> None:
    """Serves the page until it is stopped."""
    from assistant.engines.choice import choose
    from assistant.models import configured
    from page.launching import launch
    from page.sharing import share

    writer, _ = choose(library, engine)  # a chat model that is asked for and not there is told now, not at the first question
    model = configured() if writer.name == "llm" else None
    told_to = f"{model.model} at {model.host}" if model else None
    launch(share(library), engine, host, port, allowed, told_to=told_to, mcp=mcp)


if __name__ == "__main__":
    from assistant.cli import main

    sys.argv[1:1] = ["app"]
    main()
