"""Gradio is loaded whole, and nothing is left changed behind it."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

LOADED = """
import inspect, sys
before = inspect.getfile
from page.toolkit import load
load(mcp=False)
import gradio as gr
assert inspect.getfile is before
assert inspect.getfile(gr.Textbox).endswith("textbox.py")
box = gr.Textbox(label="x")
with gr.Blocks() as blocks:
    box.render()
    box.change(lambda text: text, box, box)
assert len(blocks.fns) == 1
print("mcp" in sys.modules and sys.modules["mcp"] is None)
"""


def test_gradio_works_as_it_would_and_inspect_is_as_it_was() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "True"
