"""A sheet as HTML that survives e-mail: styles in place, no script, nothing fetched from elsewhere, headings in order, languages told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from assistant.export.labels import label
from assistant.export.sheet import Beside, Block, Bullets, Claim, Contents, Evidence, Heading, Paragraph, Piece, Sheet, Table

# Contrast of every pair of colours is at least 4.5 to 1 (WCAG 2.2, 1.4.3).
_FONT = "font-family:Arial,Helvetica,sans-serif;"
_STYLE = {
    "body": f"margin:0;padding:0;background:#ffffff;color:#1d1d1b;{_FONT}font-size:17px;line-height:1.5;",
    "main": "max-width:680px;margin:0 auto;padding:24px 20px 48px;",
    "wide": "max-width:900px;margin:0 auto;padding:24px 20px 48px;",
    "h1": "font-size:32px;line-height:1.2;margin:0 0 12px;color:#12324a;",
    "h2": "font-size:24px;line-height:1.25;margin:40px 0 12px;padding-bottom:6px;border-bottom:2px solid #12324a;color:#12324a;",
    "h3": "font-size:20px;line-height:1.3;margin:28px 0 8px;color:#12324a;",
    "h4": "font-size:17px;line-height:1.4;margin:16px 0 4px;color:#12324a;",
    "h5": "font-size:16px;line-height:1.4;margin:12px 0 4px;color:#12324a;",
    "p": "margin:0 0 12px;",
    "standfirst": "margin:0 0 12px;font-size:19px;color:#33414d;",
    "notice": "margin:0 0 16px;padding:10px 14px;border-left:6px solid #12324a;background:#eef3f7;font-weight:bold;",
    "draft": "margin:0 0 16px;padding:10px 14px;border-left:6px solid #a8430a;background:#fff4ec;color:#7a2f05;font-weight:bold;",
    "finding": "margin:6px 0 0;padding:6px 10px;border-left:4px solid #b3261e;background:#fdeceb;font-size:15px;",
    "warning": "margin:6px 0 0;padding:6px 10px;border-left:4px solid #8a5a00;background:#fff7e0;font-size:15px;",
    "caption": "margin:0 0 12px;font-size:15px;color:#55616b;",
    "quotation": "margin:0 0 12px;padding-left:14px;border-left:4px solid #c5d0d9;",
    "list": "margin:0 0 16px;padding-left:24px;",
    "a": "color:#0b5394;text-decoration:underline;",
    "sup": "font-size:12px;line-height:0;",
    "mark": "background:#ffe08a;color:#1d1d1b;padding:0 2px;",
    "table": "width:100%;border-collapse:collapse;margin:0 0 16px;table-layout:fixed;",
    "th": "text-align:left;vertical-align:top;padding:8px;border:1px solid #9aa8b3;background:#eef3f7;",
    "td": "text-align:left;vertical-align:top;padding:8px;border:1px solid #9aa8b3;overflow-wrap:anywhere;",
    # Columns that stand one below the other where the page is narrow, or where the mail program knows no flex.
    "beside": "display:flex;flex-wrap:wrap;margin:0 -20px 0 0;",
    "column": "flex:1 1 250px;min-width:0;padding:0 20px 0 0;box-sizing:border-box;",
    "note": "margin:0 0 8px;font-size:15px;overflow-wrap:anywhere;",
    "head": "background:#a8430a;color:#ffffff;padding:8px 20px;text-align:center;font-weight:bold;letter-spacing:1px;",
}

# Outlook for Windows lays out by Word, which knows tables only.
_COLUMNS = Markup(
    '<!--[if mso]><table role="presentation" width="100%"><tr><td width="50%" valign="top"><![endif]-->\n<div style="{0}">\n'
    '<div style="{1}">\n{2}</div>\n<!--[if mso]></td><td width="50%" valign="top"><![endif]-->\n<div style="{1}">\n{3}</div>\n</div>\n'
    "<!--[if mso]></td></tr></table><![endif]-->\n"
)


def html(sheet: Sheet) -> str:
    """The whole page; whatever the minutes say is escaped."""
    return str(_Page(sheet).page())


class _Page:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._numbers = sheet.numbers()
        self._references: Counter[str] = Counter()

    def page(self) -> Markup:
        sheet = self._sheet
        blocks = _joined(part for block in sheet.blocks for part in self._block(block))
        notes = self._notes()
        draft = Markup('<header style="{}">{}</header>\n').format(_STYLE["head"], sheet.draft) if sheet.draft else ""
        return Markup(
            '<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{full}</title>\n</head>\n'
            '<body style="{body}">\n{draft}<main style="{main}">\n<h1 style="{h1}">{title}</h1>\n{blocks}{notes}</main>\n</body>\n</html>\n'
        ).format(
            lang=sheet.language,
            full=f"{sheet.title} ({sheet.draft})" if sheet.draft else sheet.title,
            title=sheet.title,
            body=_STYLE["body"],
            main=_STYLE["wide" if any(isinstance(block, Beside) for block in sheet.blocks) else "main"],
            h1=_STYLE["h1"],
            draft=draft,
            blocks=blocks,
            notes=notes,
        )

    def _block(self, block: Block) -> Iterator[Markup]:
        match block:
            case Heading():
                name = Markup(' id="{}"').format(block.id) if block.id else ""
                yield Markup('<h{0}{1}{2} style="{3}">{4}</h{0}>\n').format(
                    block.level, name, _lang(block.language), _STYLE[f"h{block.level}"], block.text
                )
            case Paragraph():
                yield self._paragraph(block)
            case Bullets():
                items = _joined(Markup("<li>{}</li>\n").format(self._pieces(line)) for line in block.lines)
                yield Markup('<ul{} style="{}">\n{}</ul>\n').format(_lang(block.language), _STYLE["list"], items)
            case Table():
                rows = [[self._pieces(cell) for cell in row] for row in block.rows]
                yield _table(block.head, rows, block.caption)
            case Contents():
                yield self._contents(block)
            case Evidence():
                yield self._evidence(block)
            case Beside():
                yield _COLUMNS.format(_STYLE["beside"], _STYLE["column"], self._column(block.left), self._column(block.right))

    def _column(self, blocks: Sequence[Block]) -> Markup:
        """Blocks in a column, whose first line stands at its top."""
        parts = [part for block in blocks for part in self._block(block)]
        if blocks and isinstance(blocks[0], Heading):
            style = _STYLE[f"h{blocks[0].level}"]
            parts[0] = Markup(parts[0].replace(style, style.replace("margin:16px", "margin:0"), 1))
        return _joined(parts)

    def _paragraph(self, block: Paragraph) -> Markup:
        style = _STYLE["p" if block.manner == "body" else block.manner]
        return Markup('<p{} style="{}">{}</p>\n').format(_lang(block.language), style, self._pieces(block.pieces))

    def _contents(self, block: Contents) -> Markup:
        headings = self._sheet.headings(block.level)
        if not headings:
            return Markup("")
        title = label("contents", self._sheet.language)
        themes: list[tuple[Heading, list[Heading]]] = []
        for heading in headings:
            if heading.level == 2 or not themes:
                themes.append((heading, []))
            else:
                themes[-1][1].append(heading)
        items = _joined(
            Markup("<li>{}{}</li>\n").format(_to(theme), _listed(_joined(Markup("<li>{}</li>\n").format(_to(one)) for one in some)))
            for theme, some in themes
        )
        return Markup('<nav aria-labelledby="contents">\n<h2 id="contents" style="{}">{}</h2>\n{}</nav>\n').format(
            _STYLE["h2"], title, _listed(items)
        )

    def _evidence(self, block: Evidence) -> Markup:
        language = self._sheet.language
        return _table((label("sentence", language), label("evidence", language)), [self._claim(claim) for claim in block.claims])

    def _claim(self, claim: Claim) -> list[Markup]:
        findings = _joined(self._paragraph(finding) for finding in claim.findings)
        left = Markup("<div{}>{}</div>{}").format(_lang(claim.language), self._pieces(claim.sentence), findings)
        quoted = [self._pieces(pieces) for pieces in claim.quotations] or [escape(label("nothing", self._sheet.language))]
        return [left, _joined(Markup('<p style="{}">{}</p>').format(_STYLE["p"], one) for one in quoted)]

    def _notes(self) -> Markup:
        if not self._sheet.notes:
            return Markup("")
        items = []
        for note in self._sheet.notes:
            number = self._numbers[note.key]
            back = Markup(' <a href="#ref-{0}-1" style="{1}" aria-label="{2}">↑</a>').format(
                number, _STYLE["a"], _back(number, self._sheet)
            )
            items.append(Markup('<li id="note-{}" style="{}">{}{}</li>\n').format(number, _STYLE["note"], self._pieces(note.pieces), back))
        return Markup('<h2 id="notes" style="{}">{}</h2>\n<ol style="{}">\n{}</ol>\n').format(
            _STYLE["h2"], self._sheet.notes_title, _STYLE["list"], _joined(items)
        )

    def _pieces(self, pieces: Sequence[Piece]) -> Markup:
        return _joined(self._piece(piece) for piece in pieces)

    def _piece(self, piece: Piece) -> Markup:
        words = Markup('<span lang="{}">{}</span>').format(piece.language, piece.text) if piece.language else escape(piece.text)
        match piece.kind:
            case "strong":
                return Markup("<strong>{}</strong>").format(words)
            case "emphasis":
                return Markup("<em>{}</em>").format(words)
            case "mark":
                return Markup('<mark style="{}">{}</mark>').format(_STYLE["mark"], words)
            case "link":
                return Markup('<a href="{}" style="{}">{}</a>').format(piece.target, _STYLE["a"], words)
            case "break":
                return Markup("<br>")
            case "between":
                return Markup('<sup style="{}">, </sup>').format(_STYLE["sup"])
            case "note":
                number = self._numbers[piece.target]
                self._references[piece.target] += 1
                return Markup('<sup style="{3}"><a id="ref-{0}-{1}" href="#note-{0}" style="{4}" aria-label="{2}">{0}</a></sup>').format(
                    number, self._references[piece.target], f"{self._sheet.notes_title} {number}", _STYLE["sup"], _STYLE["a"]
                )
            case _:
                return words


def _back(number: int, sheet: Sheet) -> str:
    return f"{'Yn ôl i gyfeiriad' if sheet.language == 'cy' else 'Back to reference'} {number}"


def _to(heading: Heading) -> Markup:
    return Markup('<a href="#{}"{} style="{}">{}</a>').format(heading.id, _lang(heading.language), _STYLE["a"], heading.text)


def _listed(items: Markup) -> Markup:
    return Markup('<ul style="{}">\n{}</ul>\n').format(_STYLE["list"], items) if items else Markup("")


def _table(head: Sequence[str], rows: Sequence[Sequence[Markup]], caption: str = "") -> Markup:
    titles = _joined(Markup('<th scope="col" style="{}">{}</th>').format(_STYLE["th"], name) for name in head)
    body = _joined(
        Markup("<tr>{}</tr>\n").format(_joined(Markup('<td style="{}">{}</td>').format(_STYLE["td"], cell) for cell in row)) for row in rows
    )
    said = Markup('<caption style="{}text-align:left;">{}</caption>\n').format(_STYLE["caption"], caption) if caption else ""
    return Markup('<table style="{}">\n{}<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n').format(
        _STYLE["table"], said, titles, body
    )


def _lang(language: str | None) -> Markup:
    return Markup(' lang="{}"').format(language) if language else Markup("")


def _joined(parts: Iterator[Markup] | Sequence[Markup]) -> Markup:
    return Markup("").join(parts)
