"""A library whose program is killed in the middle of an ingest is whole when it is opened again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.library import Library
from ingest.pipeline import IngestReport, ingest
from ingest.settings import Settings
from tests.conftest import ROOT
from tests.ingest.in_step import in_step

KILLED = {
    "before the first document": "patch(Catalogue, 'put', before=1)",
    "inside the transaction of a document": "patch(catalogue, 'put_document', after=1)",
    "between two documents": "patch(Catalogue, 'put', after=1)",
    "after the catalogue, before Chroma": "patch(VectorIndex, 'upsert', before=1)",
    "after Chroma, before that is noted": "patch(VectorIndex, 'upsert', after=1)",
    "while an index is made anew": "patch(VectorIndex, 'clear', after=1)",
}


DRIVER = """
import os, sys
from pathlib import Path
import ingest.catalogue as catalogue
from ingest.catalogue import Catalogue
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from ingest.vectors import VectorIndex

def patch(owner, name, before=0, after=0):
    real, calls = getattr(owner, name), []
    def deadly(*given, **named):
        calls.append(1)
        if len(calls) == before:
            os.kill(os.getpid(), 9)
        result = real(*given, **named)
        if len(calls) == after:
            os.kill(os.getpid(), 9)
        return result
    setattr(owner, name, deadly)

{kill}
with Library(Settings(library=Path(sys.argv[1])), create=True) as library:
    library.vectors
    ingest(library, [Path(sys.argv[2])])
"""


@pytest.mark.parametrize("where", KILLED)
def test_killed_in_the_middle_of_an_ingest(where: str, tmp_path: Path, tiny_made: tuple[Path, IngestReport]) -> None:
    made, expected = tiny_made
    files, folder = made / "penllyn", tmp_path / "library"
    if "anew" in where:
        shutil.copytree(made / "library", folder)
        shutil.rmtree(folder / "chroma")
    done = subprocess.run(
        [sys.executable, "-c", DRIVER.format(kill=KILLED[where]), folder, files], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == -9, done.stderr

    with Library(Settings(library=folder)) as library:
        for document in library.lookup.documents():  # whole, or not there
            assert document.passages > 0
            assert library.lookup.items(document.id)
        assert in_step(library)
        report = ingest(library, [files])
        assert (report.failed, report.added + report.unchanged, report.passages) == ((), 2, expected.passages)
        assert {Path(document.path).name for document in library.lookup.documents()} == {"amenities.txt", "finance.txt"}
        assert in_step(library)
        again = ingest(library, [files])
        assert (again.unchanged, again.passages) == (2, expected.passages)
        assert in_step(library)
