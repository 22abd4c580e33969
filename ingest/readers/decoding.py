"""Bytes to text: UTF-8, UTF-16, and the Windows code page that older minutes are saved in."""

from __future__ import annotations

from ingest.errors import UnreadableFile

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def decode(data: bytes, name: str) -> str:
    """Return the text of a file.

    Args:
        data: The file's bytes.
        name: Its name, for the error.

    Raises:
        UnreadableFile: If the bytes are no text.
    """
    for mark, marked in _MARKS.items():
        if data.startswith(mark):
            try:
                return data.decode(marked)
            except UnicodeDecodeError as error:
                raise UnreadableFile(f"{name}: damaged {marked} text at byte {error.start}", "Save the file again as UTF-8.") from error
    if encoding := _unmarked_utf16(data):
        return data.decode(encoding, errors="replace")
    if b"\x00" in data or _unprintable(data) > 0.02:
        what = f"NUL bytes ({data.count(0)}): it is damaged or not text" if b"\x00" in data else "bytes that are not text"
        raise UnreadableFile(f"{name}: holds {what}", "Give the minutes as PDF, DOCX, ODT, HTML, Markdown or text.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # cp1252 is Latin-1 with curly quotes; its five undefined bytes fall back to Latin-1's control characters.
        return "".join(_CP1252[byte] for byte in data) if any(byte in data for byte in b"\x81\x8d\x8f\x90\x9d") else data.decode("cp1252")


_CP1252 = [bytes([byte]).decode("cp1252", errors="ignore") or " " for byte in range(256)]


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the encoding of UTF-16 text that has no byte order mark, told by the zero bytes of its Latin letters."""
    sample = data[:4000]
    if len(sample) < 8 or len(data) % 2:
        return None
    zeros_low, zeros_high = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if zeros_high > half * 0.7 and zeros_low < half * 0.05:
        return "utf-16-le"
    if zeros_low > half * 0.7 and zeros_high < half * 0.05:
        return "utf-16-be"
    return None


def _unprintable(data: bytes) -> float:
    """Return the share of control bytes, text layout apart, in the first 64 kB."""
    sample = data[:65536]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in (9, 10, 11, 12, 13, 7, 27))
    return controls / max(1, len(sample))
