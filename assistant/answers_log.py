"""A log of answers, off by default: one JSON line an answer, appended, kept for as many days as is set."""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant.datamodel import Answer
from ingest.settings import LogSettings

IN_LIBRARY = "answers.jsonl"  # its name where MINUTEWISE_ANSWERS_LOG is 'library'

_writing = threading.Lock()  # the page answers several visitors at once


class AnswersLog:
    """Appends answers to one file. Lines older than `keep_days` are dropped at the first write of a day, in one step.

    Args:
        path: the file; it is made when the first answer comes, readable by its owner alone.
        keep_days: how long a line is kept; None keeps all.
    """

    def __init__(self, path: Path, keep_days: int | None = None) -> None:
        self.path = path
        self._keep_days = keep_days

    def added(self, answer: Answer) -> Answer:
        """Writes a line and gives the answer back; where that fails the answer's provenance says so, and nothing else is lost."""
        now = dt.datetime.now(dt.UTC)
        try:
            with _writing:
                self._drop_old(now)
                with os.fdopen(os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600), "ab+") as file:
                    torn = file.tell() > 0 and file.seek(-1, os.SEEK_END) >= 0 and file.read(1) != b"\n"
                    file.write(b"\n" * torn + _line(answer, now))
        except OSError as error:
            note = f"the answer was not logged in {self.path}: {error.strerror or error}"
            whole = f"{answer.provenance.note}; {note}" if answer.provenance.note else note
            return answer.model_copy(update={"provenance": answer.provenance.model_copy(update={"note": whole})})
        return answer

    def _drop_old(self, now: dt.datetime) -> None:
        """Rewrites the file without the lines that are too old; once a day, when its first line is."""
        if self._keep_days is None or not self.path.exists():
            return
        oldest = (now - dt.timedelta(days=self._keep_days)).isoformat(timespec="seconds")
        with self.path.open("rb") as file:
            first = _time(file.readline())
            if first is not None and (first >= oldest or first[:10] == oldest[:10]):
                return
        folder = self.path.resolve().parent
        handle, name = tempfile.mkstemp(dir=folder, prefix=".answers-")
        try:
            with os.fdopen(handle, "wb") as new, self.path.open("rb") as old:
                new.writelines(_younger(old, oldest))
                new.flush()
                os.fsync(new.fileno())
            os.replace(name, self.path.resolve())
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def log_configured(library: Path) -> AnswersLog | None:
    """The log that the environment asks for, or None.

    Args:
        library: folder of the library.

    Raises:
        InputError: a variable holds a value that cannot be used.
    """
    settings = LogSettings.from_environment()
    if settings.answers_log is None:
        return None
    path = library / IN_LIBRARY if settings.answers_log == "library" else Path(settings.answers_log)
    return AnswersLog(path, settings.answers_keep_days)


def _line(answer: Answer, now: dt.datetime) -> bytes:
    told = {
        "time": now.isoformat(timespec="seconds"),
        "question": answer.question,
        "answer": answer.text,
        "abstention": answer.abstention.kind if answer.abstention else None,
        "citations": [{"key": one.key, "passage": one.passage.id} for one in answer.citations],
        "withheld": len(answer.withheld),
        "engine": answer.provenance.engine,
        "provenance": answer.provenance.model_dump(mode="json"),
    }
    return (json.dumps(told, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _younger(lines: Iterable[bytes], oldest: str) -> Iterator[bytes]:
    """The lines that are not older than that; a line that is none of ours, or was torn, is too old."""
    for line in lines:
        when = _time(line)
        if when is not None and when >= oldest:
            yield line if line.endswith(b"\n") else line + b"\n"


def _time(line: bytes) -> str | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    when = record.get("time") if isinstance(record, dict) else None
    return when if isinstance(when, str) else None
