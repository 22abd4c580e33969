"""Who may reach the page: loopback by default, a sign-in everywhere else."""

from __future__ import annotations

import hmac
import importlib.util
import ipaddress
from collections.abc import Callable
from pathlib import Path

from ingest.errors import InputError
from page.attempts import limited


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a page bound to `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def sign_in(host: str, file: Path | None) -> Callable[[str, str], bool] | None:
    """Checks a name and password against the file, a few times in a few minutes; None where no sign-in is asked for.

    Raises:
        InputError: other machines could reach the page and no file is given, or the file cannot be used.
    """
    if file is None:
        if not is_loopback(host):
            raise InputError(
                f"--host {host} would open the page to other machines with no sign-in",
                "add --auth FILE (a line 'name:password' for each user), or leave --host out",
            )
        return None
    users = read_users(file)

    def allowed(name: str, password: str) -> bool:
        # an unknown name costs a comparison too, so that timing does not tell which names exist
        known = hmac.compare_digest(users.get(name, "").encode(), password.encode())
        return known and name in users

    return limited(allowed)


def check_mcp(auth: Path | None) -> None:
    """MCP can be served where no sign-in is asked for: its tools do not know who calls.

    Raises:
        InputError: a sign-in is asked for, or the package is not there.
    """
    if auth is not None:
        raise InputError(
            "--mcp and --auth do not go together: MCP tools cannot sign in",
            "leave --mcp out (REST works with a sign-in, see docs/api.md), or serve MCP on this machine alone without --auth",
        )
    if importlib.util.find_spec("mcp") is None:
        raise InputError("--mcp needs the package mcp, which is not installed", "install it with: pip install 'mcp>=1.21,<2'")


def read_users(file: Path) -> dict[str, str]:
    """Passwords by name, from lines 'name:password'; empty lines and lines that begin with '#' are passed over.

    Raises:
        InputError: it cannot be read, a line is not of that form, or nobody is named. A password is never part of the message.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"the sign-in file {file} cannot be read: {getattr(error, 'strerror', None) or 'it is not text'}",
            "give a text file with --auth",
        ) from error
    users: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, password = line.strip().partition(":")
        if not (name and colon and password):
            raise InputError(f"{file}, line {number} is not 'name:password'", "write one user a line, e.g. 'clerk:a long pass phrase'")
        users[name] = password
    if not users:
        raise InputError(f"{file} names nobody", "write one user a line, e.g. 'clerk:a long pass phrase'")
    return users
