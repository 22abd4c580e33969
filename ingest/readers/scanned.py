"""Scanned pages to lines of text, with the optional `ocr` extra: rapidocr, which carries its models and needs no network."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import numpy as np
    import pypdfium2 as pdfium

LONGEST_SIDE = 2000  # pixels; rapidocr looks at no more, and it bounds the memory
SAME_LINE = 0.5  # share of its height by which a piece must overlap a line to stand on it
HINT = "Install the OCR extra (in Minutewise's folder: .venv/bin/python -m pip install -e '.[ocr]'), or give a PDF with text."


class ReadLine(NamedTuple):
    """A line as it was read off the picture, in points from the bottom left of the page."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


class _Found(Protocol):
    boxes: np.ndarray | None  # shape (pieces, 4, 2): corners in pixels from the top left
    txts: Sequence[str] | None


class _Engine(Protocol):
    def __call__(self, picture: np.ndarray) -> _Found: ...


def available() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("rapidocr") is not None


def read_page(page: pdfium.PdfPage) -> list[ReadLine]:
    """The lines of a page of pictures, top to bottom; none where it holds no words."""
    import numpy as np

    width, height = page.get_size()
    scale = LONGEST_SIDE / max(width, height, 1.0)
    picture = np.asarray(page.render(scale=scale).to_pil().convert("RGB"))
    found = _engine()(picture)
    if found.boxes is None or not found.txts:
        return []
    pieces = [
        ReadLine(
            text,
            float(box[:, 0].min()) / scale,
            float(box[:, 0].max()) / scale,
            height - float(box[:, 1].max()) / scale,
            float(box[:, 1].max() - box[:, 1].min()) / scale,
        )
        for box, text in zip(found.boxes, found.txts, strict=True)
        if text.strip()
    ]
    return on_lines(pieces)


def on_lines(pieces: Sequence[ReadLine]) -> list[ReadLine]:
    """Pieces that stand beside each other as one line, top to bottom."""
    lines: list[list[ReadLine]] = []
    for piece in sorted(pieces, key=lambda one: -(one.bottom + one.height / 2)):
        line = lines[-1] if lines else None
        if line and min(piece.bottom + piece.height, line[0].bottom + line[0].height) - max(piece.bottom, line[0].bottom) > (
            SAME_LINE * min(piece.height, line[0].height)
        ):
            line.append(piece)
        else:
            lines.append([piece])
    return [_joined(sorted(line, key=lambda one: one.left)) for line in lines]


def _joined(line: Sequence[ReadLine]) -> ReadLine:
    bottom = min(one.bottom for one in line)
    top = max(one.bottom + one.height for one in line)
    return ReadLine(" ".join(one.text for one in line), line[0].left, max(one.right for one in line), bottom, top - bottom)


@functools.cache
def _engine() -> _Engine:
    from rapidocr import RapidOCR

    engine: _Engine = RapidOCR(params={"Global.log_level": "critical"})
    return engine
