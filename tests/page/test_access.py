"""Who may reach the page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ingest.errors import InputError
from page.access import is_loopback, read_users, sign_in


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.9", "localhost", "::1", "[::1]"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.168.1.4", "minutes.example.org", "localhost.example.org", "", "127.0.0.1.example.org"]
)
def test_other_machines_can_reach_it(host: str) -> None:
    assert not is_loopback(host)
    with pytest.raises(InputError, match="no sign-in"):
        sign_in(host, None)


def test_loopback_asks_for_nothing_and_a_file_is_used_everywhere(tmp_path: Path) -> None:
    assert sign_in("127.0.0.1", None) is None
    file = tmp_path / "users.txt"
    file.write_text("# who may read\n\nclerk:with: a colon\nmembers:pass phrase\n", encoding="utf-8")
    for host in ("127.0.0.1", "0.0.0.0"):
        allowed = sign_in(host, file)
        assert allowed is not None
        assert allowed("clerk", "with: a colon")
        assert allowed("members", "pass phrase")
        assert not allowed("clerk", "pass phrase")
        assert not allowed("nobody", "")
        assert not allowed("", "")
        assert not allowed("Clerk", "with: a colon")


@pytest.mark.parametrize(
    ("text", "told"), [("clerk", "line 1"), ("a:b\nclerk:\n", "line 2"), (":secret\n", "line 1"), ("# none\n", "names nobody")]
)
def test_a_sign_in_file_that_is_none(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "users.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=told) as error:
        read_users(file)
    assert "secret" not in error.value.message


def test_a_sign_in_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt cannot be read"):
        read_users(tmp_path / "none.txt")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00clerk")
    with pytest.raises(InputError, match="cannot be read"):
        read_users(tmp_path / "bytes")


def test_the_command_refuses_before_it_loads_anything(tmp_path: Path) -> None:
    words = ["app", "--host", "0.0.0.0", "--library", str(tmp_path / "library")]
    done = subprocess.run([sys.executable, "app.py", *words[1:]], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 2
    assert "0.0.0.0" in done.stderr
    assert "--auth" in done.stderr
    assert not (tmp_path / "library").exists()
