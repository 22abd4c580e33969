"""What a catalogue of an older schema lacks, added from what it holds: no file is read again."""

from __future__ import annotations

import json
import sqlite3

from ingest.datamodel import Action, Decision
from ingest.facts.kinds import LOOKED_AT, kinds_of


def add_kinds(sql: sqlite3.Connection) -> None:
    """From schema 1 to 2: items have kinds."""
    sql.execute("ALTER TABLE items ADD COLUMN kinds TEXT NOT NULL DEFAULT '[]'")
    rows = sql.execute(
        "SELECT i.document_id, i.ordinal, i.title, i.exempt, i.decisions, i.actions, i.ordinal > 0 OR d.format = 'moderngov-item' AS named"
        " FROM items i JOIN documents d ON d.id = i.document_id WHERE d.format <> 'transcript'"
    ).fetchall()
    for row in rows:
        key = (row["document_id"], row["ordinal"])
        texts = sql.execute(
            "SELECT text FROM paragraphs WHERE document_id = ? AND item_ordinal = ? AND part <> 'agenda' AND kind <> 'label'"
            " ORDER BY position LIMIT ?",
            (*key, LOOKED_AT if row["named"] else 0),
        ).fetchall()
        kinds = kinds_of(
            row["title"] if row["named"] else "",
            [text[0] for text in texts],
            [Decision.model_validate(record) for record in json.loads(row["decisions"])],
            [Action.model_validate(record) for record in json.loads(row["actions"])],
            exempt=bool(row["exempt"]),
        )
        sql.execute("UPDATE items SET kinds = ? WHERE document_id = ? AND ordinal = ?", (json.dumps(kinds), *key))


STEPS = {1: add_kinds}  # by the schema that each starts from
