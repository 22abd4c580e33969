"""Serving the page: quietly, from this machine alone, with nothing of the maker of the toolkit on it."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import gradio as gr

from assistant.engines.choice import Wanted
from ingest.errors import InputError
from ingest.library import Library
from page.widgets import build, read

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
) -> None:
    """Serves the page until it is interrupted.

    Args:
        allowed: checks a name and password; None asks nobody.
        told_to: the chat model that questions go to, if any, and its host: the page says so.

    Raises:
        InputError: the port is taken, or the host is no address of this machine.
    """
    _try(host, port)
    blocks = build(library, engine, told_to=told_to)
    blocks.queue(max_size=200)
    _, url, _ = blocks.launch(
        server_name=host,
        server_port=port,
        auth=allowed,
        auth_message="Sign in to read and ask.",
        theme=gr.themes.Base(font=SANS, font_mono=MONO, primary_hue="blue", neutral_hue="slate", radius_size="sm"),
        head=f"<style>{read('page.css')}</style>",  # as `css` its selectors would be rewritten, and those with commas inside broken
        favicon_path=str(Path(__file__).with_name("favicon.png")),
        footer_links=[],
        run_history=False,
        share=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
        max_file_size=MAX_UPLOAD,
        max_threads=40,
        quiet=True,
        prevent_thread_lock=True,
    )
    print(f"Minutewise is at {url} (stop it with Ctrl-C)", flush=True)
    _until_stopped()
    blocks.close(verbose=False)


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
