"""Serving the page: quietly, from this machine alone, with nothing of the maker of the toolkit on it."""

from __future__ import annotations

import contextlib
import io
import signal
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import gradio as gr
from starlette.middleware import Middleware

from assistant.engines.choice import Wanted
from ingest.errors import InputError
from ingest.library import Library
from page.attempts import Addressed
from page.bilingual import Bilingual, built_in, token
from page.tabs.shared import Shared, script
from page.warming import warming
from page.widgets import build

SANS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")
MAX_UPLOAD = "250mb"  # a file; the readers have limits of their own
MONO = ("ui-monospace", "Menlo", "Consolas", "monospace")


def launch(
    library: Library,
    engine: Wanted,
    host: str,
    port: int,
    allowed: Callable[[str, str], bool] | None,
    *,
    told_to: str | None = None,
    mcp: bool = False,
) -> None:
    """Serves the page until it is interrupted.

    Args:
        allowed: checks a name and password; None asks nobody.
        told_to: the chat model that questions go to, if any, and its host: the page says so.
        mcp: offer the functions for programs (programs.py) as tools of a model too.

    Raises:
        InputError: the port is taken, or the host is no address of this machine.
    """
    _try(host, port)
    shared = Shared(library, engine)
    blocks = build(shared, told_to=told_to)
    blocks.queue(max_size=200)
    with contextlib.redirect_stdout(io.StringIO()):  # it tells of its MCP server however quiet it is asked to be
        _, url, _ = _launch(blocks, host, port, allowed, mcp=mcp)
    print(f"Minutewise is at {url} (stop it with Ctrl-C)", flush=True)
    with warming(shared):
        _until_stopped()
    blocks.close(verbose=False)


def _launch(blocks: gr.Blocks, host: str, port: int, allowed: Callable[[str, str], bool] | None, *, mcp: bool) -> tuple[object, str, str]:
    app, url, shared = blocks.launch(
        server_name=host,
        server_port=port,
        auth=allowed,
        auth_message=token("sign.in"),
        theme=gr.themes.Base(font=SANS, font_mono=MONO, primary_hue="blue", neutral_hue="slate", radius_size="sm"),
        head=f"<style>{script('page.css')}</style>",  # as `css` its selectors would be rewritten, and those with commas inside broken
        favicon_path=str(Path(__file__).with_name("favicon.png")),
        footer_links=[],
        run_history=False,
        share=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=mcp,
        enable_monitoring=False,
        max_file_size=MAX_UPLOAD,
        max_threads=40,
        quiet=True,
        i18n=gr.I18n(en=built_in()),
        app_kwargs={"middleware": [Middleware(Bilingual), Middleware(Addressed)]},
        prevent_thread_lock=True,
    )
    return app, url, shared


def _until_stopped() -> None:
    """Waits for Ctrl-C, or for the polite end that a service manager sends."""
    stopped = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stopped.set())
    while not stopped.wait(1):  # with no limit a signal would not be noticed on every system
        pass


def _try(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), port))
        except OSError as error:
            raise InputError(
                f"the page cannot be served on {host}, port {port}: {error.strerror}", "choose another with --port (or --host)"
            ) from error
