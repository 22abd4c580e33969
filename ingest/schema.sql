-- The catalogue: the source of truth of a library. The vector index is made from it and can always be made again.
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE documents (
    id TEXT PRIMARY KEY,            -- the same on every machine: from the file's place below the folder that was given
    path TEXT NOT NULL UNIQUE,      -- absolute path of the file; 'archive.zip!/inner' for members of a zip
    sha256 TEXT NOT NULL,
    url TEXT, format TEXT NOT NULL, title TEXT NOT NULL,
    council TEXT, body TEXT,
    date INTEGER,                   -- 20240314: numbers compare as dates do
    status TEXT NOT NULL, language TEXT NOT NULL, venue TEXT,
    warnings TEXT NOT NULL,         -- JSON list
    reading INTEGER NOT NULL        -- version of the reading rules that read it
);
CREATE INDEX documents_by_hash ON documents (sha256);
CREATE TABLE duplicates (path TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE) WITHOUT ROWID;

CREATE TABLE items (
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, number TEXT, title TEXT NOT NULL, exempt INTEGER NOT NULL,
    decisions TEXT NOT NULL, actions TEXT NOT NULL,  -- JSON lists of Decision and Action
    kinds TEXT NOT NULL DEFAULT '[]',                -- JSON list of ItemKind
    PRIMARY KEY (document_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE paragraphs (
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,      -- counted from 1 in the source as read
    item_ordinal INTEGER NOT NULL,
    text TEXT NOT NULL, kind TEXT NOT NULL, part TEXT NOT NULL, speaker TEXT, page INTEGER,
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID;

CREATE TABLE chunks (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    item_ordinal INTEGER NOT NULL, position INTEGER NOT NULL,
    text TEXT NOT NULL, context TEXT NOT NULL,
    first_paragraph INTEGER NOT NULL, last_paragraph INTEGER NOT NULL,
    page INTEGER, speaker TEXT, tokens INTEGER NOT NULL,
    digest BLOB NOT NULL            -- of the indexed text: which embedding belongs to it
);
CREATE INDEX chunks_by_document ON chunks (document_id, position);
CREATE INDEX chunks_by_digest ON chunks (digest);
CREATE INDEX chunks_by_item ON chunks (document_id, item_ordinal);
CREATE VIRTUAL TABLE words USING fts5 (text, context, content='chunks', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER words_added AFTER INSERT ON chunks BEGIN
    INSERT INTO words (rowid, text, context) VALUES (new.row, new.text, new.context);
END;
CREATE TRIGGER words_removed AFTER DELETE ON chunks BEGIN
    INSERT INTO words (words, rowid, text, context) VALUES ('delete', old.row, old.text, old.context);
END;
CREATE TRIGGER words_changed AFTER UPDATE OF text, context ON chunks BEGIN
    INSERT INTO words (words, rowid, text, context) VALUES ('delete', old.row, old.text, old.context);
    INSERT INTO words (rowid, text, context) VALUES (new.row, new.text, new.context);
END;

CREATE TABLE embeddings (digest BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;  -- float16, unit length

-- What the vector index has yet to be told; written with the rows it is about, emptied once the index has them.
CREATE TABLE outbox (chunk_id TEXT PRIMARY KEY, operation TEXT NOT NULL CHECK (operation IN ('upsert', 'delete'))) WITHOUT ROWID;
