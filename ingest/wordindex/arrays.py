"""Arrays in one file, mapped into memory: a copy of what the catalogue says, good for exactly one state of it.

The file is a line of JSON (format, state, and where each array stands) and the arrays behind it. It is written whole, made sure of on the
disk, and only then given its name, so that after any crash there is either a whole file or none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.generic]

ALIGNED = 64  # bytes; each array begins at a multiple


class Arrays:
    """The arrays of one file, by name. They are read only when they are touched.

    Attributes:
        state: of the catalogue that they are a copy of.
    """

    def __init__(self, state: str, arrays: Mapping[str, Array]) -> None:
        self.state = state
        self._arrays = arrays

    def __getitem__(self, name: str) -> NDArray[np.generic]:
        return self._arrays[name]

    def texts(self, name: str) -> list[str]:
        """A list of texts that was put with `as_bytes`."""
        found: list[str] = json.loads(self._arrays[name].tobytes())
        return found


def as_bytes(texts: object) -> NDArray[np.uint8]:
    """A list that JSON can hold, as an array."""
    import numpy as np

    return np.frombuffer(json.dumps(texts).encode(), dtype=np.uint8)


def read(path: Path, version: int) -> Arrays | None:
    """The file's content; None where there is none that this version can use."""
    import mmap

    import numpy as np

    try:
        with path.open("rb") as file:
            told = json.loads(file.readline(100_000))
            if told["version"] != version or told["size"] != os.fstat(file.fileno()).st_size:
                return None
            held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        arrays: dict[str, Array] = {}
        for name, (dtype, shape, start) in told["arrays"].items():
            count = int(np.prod(shape))
            arrays[name] = np.frombuffer(held, np.dtype(dtype), count, start).reshape(shape) if count else np.empty(shape, np.dtype(dtype))
        return Arrays(told["state"], arrays)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # damaged or of another kind: it is only a copy, and is made anew
        return None


def write(path: Path, version: int, state: str, arrays: Mapping[str, Array]) -> None:
    """Writes the file whole or not at all; where it cannot be written, what it would hold serves from memory."""
    import numpy as np

    part = path.with_name(path.name + ".part")
    places: dict[str, tuple[str, tuple[int, ...], int]] = {}
    room = 200 + sum(len(name) + 120 for name in arrays)  # of the first line
    end = room
    for name, array in arrays.items():
        start = -(-end // ALIGNED) * ALIGNED
        places[name] = (array.dtype.str, array.shape, start)
        end = start + array.nbytes
    told = json.dumps({"version": version, "state": state, "size": end, "arrays": places}).ljust(room - 1) + "\n"
    try:
        with part.open("wb") as file:
            file.write(told.encode())
            for name, array in arrays.items():
                file.seek(places[name][2])
                file.write(np.ascontiguousarray(array).data)
            file.truncate(end)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
