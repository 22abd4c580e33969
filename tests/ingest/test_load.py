"""Finding files and handing each to its reader; bad files fail alone, with their reason."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pypandoc
import pytest

from ingest import load
from ingest.datamodel import Source
from ingest.errors import UnreadableFile
from ingest.load import Found, find, read
from ingest.readers import archive

TEXT = "Arwel Town Council\n\nThe Council agreed that the seat on the green be mended, at a cost of £40 – no more.\n"


def keys(paths: Sequence[Path]) -> list[str]:
    return [found.key for found in find(paths)]


def only(path: Path) -> Found:
    (found,) = find([path])
    return found


def read_bytes(folder: Path, name: str, data: bytes) -> Source:
    path = folder / name
    path.write_bytes(data)
    return read(only(path))


def failure(found: Found) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read(found)
    assert caught.value.hint
    return caught.value


def make_zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


def test_folders_are_walked_in_order_and_other_kinds_passed_over(tmp_path: Path) -> None:
    root = tmp_path / "minutes"
    for name in ("b.txt", "a.md", "sub/c.html", "photo.jpg", "notes.json", ".hidden.txt", "~$a.docx", ".git/x.txt", "Sub2/D.TXT"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(TEXT)
    assert keys([root]) == ["minutes/a.md", "minutes/b.txt", "minutes/Sub2/D.TXT", "minutes/sub/c.html"]


def test_keys_do_not_depend_on_how_the_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path / "m")
    assert keys([Path()]) == keys([tmp_path / "m"]) == keys([Path("../m")]) == ["m/a.txt"]


def test_links_in_a_circle_are_walked_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert keys([tmp_path]) == [f"{tmp_path.name}/a.txt"]


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert keys([tmp_path, tmp_path / "a.txt"]) == [f"{tmp_path.name}/a.txt"]


def test_members_of_zips_are_found_one_level_deep(tmp_path: Path) -> None:
    inner = make_zip(tmp_path / "inner.zip", {"deep.txt": TEXT.encode()}).read_bytes()
    path = make_zip(tmp_path / "a.zip", {"x/b.txt": TEXT.encode(), "photo.png": b"x", "__MACOSX/._b.txt": b"x", "in.zip": inner})
    (tmp_path / "inner.zip").unlink()
    found = list(find([tmp_path]))
    assert [one.name for one in found] == [f"{path}!/in.zip!/deep.txt", f"{path}!/x/b.txt"]
    assert [one.key for one in found] == [f"{tmp_path.name}/a.zip!/in.zip!/deep.txt", f"{tmp_path.name}/a.zip!/x/b.txt"]
    assert {read(one).blocks[0].text for one in found} == {"Arwel Town Council"}
    assert {one.path for one in found} == {path}


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    source = read_bytes(tmp_path, "a.txt", TEXT.encode())
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert source.path == str(tmp_path / "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_decoded_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    assert "at a cost of £40 – no more." in read_bytes(tmp_path, "a.txt", TEXT.encode(encoding)).blocks[1].text


def test_latin_1_is_decoded(tmp_path: Path) -> None:
    assert (
        read_bytes(tmp_path, "a.txt", "Cost: £40 at the café in Tŷ Coch".replace("ŷ", "y").encode("latin-1")).blocks[0].text
        == "Cost: £40 at the café in Ty Coch"
    )


def test_the_content_decides_and_not_the_ending(tmp_path: Path) -> None:
    docx = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "docx", "-o", "-"], input=TEXT.encode(), capture_output=True, check=True
    ).stdout
    assert read_bytes(tmp_path, "a.txt", docx).format == "docx"
    html = b"<!DOCTYPE html><html><body><p>" + b"The Council agreed that the seat be mended at once. " * 3 + b"</p></body></html>"
    assert read_bytes(tmp_path, "b.txt", html).format == "html"
    assert read_bytes(tmp_path, "c.pdf", TEXT.encode()).format == "text"
    zipped = make_zip(tmp_path / "d.bin", {"e.txt": TEXT.encode()})
    assert [found.key for found in find([zipped])] == ["d.bin!/e.txt"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t \r\n\f", "white space"),
        ("a.txt", "\ufeff \xa0\u200b".encode(), "white space"),
        ("a.pdf", b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00\x12" * 400, "not a kind of file"),
        ("a.txt", b"Minutes\x00of\x00the\x00meeting" + bytes(range(1, 9)) * 50, "not text"),
        ("a.txt", os.urandom(5000), "not text"),
        ("a.txt", TEXT.encode() + b"\x00" + TEXT.encode(), r"NUL bytes \(1\)"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600, "password"),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n<<", "cut short"),
        ("a.docx", b"PK\x03\x04" + b"\x00" * 400, "cut short"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, r"\.doc format"),
        ("a.zip", b"PK\x03\x04 no zip", "not a complete zip"),
        ("a.xml", b"<?xml version='1.0'?><feed/>", "without agenda items"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "not a kind of file"),
    ],
)
def test_bad_files_fail_with_their_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    error = failure(only(tmp_path / name))
    assert name in error.message
    assert __import__("re").search(reason, error.message)


def test_a_kind_that_is_not_read_says_which_are(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 100)
    assert "DOCX" in failure(only(tmp_path / "a.png")).hint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "no such file" in failure(only(tmp_path / "none.txt")).message


def test_text_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.write(b"word " * 100)
        file.truncate(load.MAX_TEXT_BYTES + 1)
    assert "over the limit of 32 MB" in failure(only(path)).message


def test_a_zip_bomb_fails_alone(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"bomb.txt": b"0" * 30_000_000, "good.txt": TEXT.encode()})
    bomb, good = find([path])
    assert "zip bomb" in failure(bomb).message
    assert read(good).blocks


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL_BYTES", 1000)
    assert "unpacks to more" in failure(only(make_zip(tmp_path / "a.zip", {"a.txt": b"word " * 900}))).message


def test_names_that_point_outside_the_zip_are_refused_and_the_others_read(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"../evil.txt": TEXT.encode(), "/etc/evil.txt": TEXT.encode(), "good.txt": TEXT.encode()})
    found = {one.name.rpartition("!/")[2]: one for one in find([path])}
    assert "outside the zip" in failure(found["../evil.txt"]).message
    assert "outside the zip" in failure(found["/etc/evil.txt"]).message
    assert read(found["good.txt"]).blocks
    assert not (tmp_path.parent / "evil.txt").exists()


def test_a_locked_member_and_a_damaged_one_fail_alone(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.txt": os.urandom(64).hex().encode() * 20, "good.txt": TEXT.encode()})
    data = bytearray(path.read_bytes())
    data[60:80] = b"\x00" * 20  # inside the first member's packed bytes
    path.write_bytes(bytes(data))
    damaged, good = find([path])
    assert "damaged" in failure(damaged).message
    assert read(good).blocks
    buffer = io.BytesIO(make_zip(tmp_path / "b.zip", {"a.txt": TEXT.encode()}).read_bytes())
    locked = bytearray(buffer.getvalue())
    locked[locked.index(b"PK\x01\x02") + 8] |= 1  # the flag of an encrypted member
    (tmp_path / "b.zip").write_bytes(bytes(locked))
    assert "password" in failure(only(tmp_path / "b.zip")).message


def test_an_empty_zip_and_a_zip_too_deep(tmp_path: Path) -> None:
    empty = make_zip(tmp_path / "empty.zip", {"photo.png": b"x"})
    assert list(find([tmp_path])) == []
    assert "no file of a kind" in failure(only(empty)).message
    (tmp_path / "empty.zip").unlink()
    deep = make_zip(tmp_path / "1.zip", {"a.txt": TEXT.encode()}).read_bytes()
    deep = make_zip(tmp_path / "2.zip", {"1.zip": deep}).read_bytes()
    assert "zip in a zip" in failure(only(make_zip(tmp_path / "3.zip", {"2.zip": deep}))).message


def test_a_bomb_in_a_zip_in_a_zip_fails_alone(tmp_path: Path) -> None:
    inner = make_zip(tmp_path / "inner.zip", {"bomb.txt": b"0" * 30_000_000, "inner.txt": TEXT.encode()}).read_bytes()
    path = make_zip(tmp_path / "outer.zip", {"inner.zip": inner, "good.txt": TEXT.encode()})
    found = {one.name.removeprefix(f"{path}!/"): one for one in find([path])}
    assert set(found) == {"inner.zip!/bomb.txt", "inner.zip!/inner.txt", "good.txt"}
    assert "zip bomb" in failure(found["inner.zip!/bomb.txt"]).message
    assert read(found["inner.zip!/inner.txt"]).blocks == read(found["good.txt"]).blocks


def test_a_word_file_that_unpacks_to_a_bomb_is_refused(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.docx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:p>" * 60_000_000})
    assert "zip bomb" in failure(only(path)).message


def test_of_many_zips_in_a_zip_one_is_in_memory(tmp_path: Path) -> None:
    """Each holds 6 MB that pack to nothing less; all at once would be 60 MB."""
    for number in range(10):
        make_zip(tmp_path / f"{number}.zip", {"a.txt": (TEXT.replace("seat", f"seat {number}")).encode(), "b.bin": os.urandom(6_000_000)})
    path = make_zip(tmp_path / "outer.zip", {f"{number}.zip": (tmp_path / f"{number}.zip").read_bytes() for number in range(10)})
    told = """
import sys
from pathlib import Path
from ingest.load import find, read
from ingest.readers.decoding import decode
highest = lambda: next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
before = highest()
print(len({read(one).sha256 for one in list(find([Path(sys.argv[1])]))}), highest() - before)
"""
    if not Path("/proc/self/status").exists():
        pytest.skip("memory is read from /proc, which this system has not")
    done = subprocess.run(
        [sys.executable, "-c", told, str(path)], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    files, kilobytes = map(int, done.stdout.split())
    assert files == 10
    assert kilobytes < 40_000
