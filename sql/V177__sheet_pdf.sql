-- The sealed PDF of a sheet: made at its first download, its bytes kept for ever under their hash. Inserted once.
CREATE TABLE sheet_pdf (
  sheet_id        BIGINT        NOT NULL PRIMARY KEY,
  sha256          VARBINARY(32) NOT NULL,
  bytes           INT           NOT NULL,
  seal_key        VARCHAR(64)   NOT NULL,
  ledger_entry_id BIGINT        NOT NULL,
  issued_at       DATETIME(6)   NOT NULL,
  CONSTRAINT sheet_pdf_of FOREIGN KEY (sheet_id) REFERENCES thread_sheet (id),
  CONSTRAINT sheet_pdf_seal FOREIGN KEY (seal_key) REFERENCES signing_key (id),
  CONSTRAINT sheet_pdf_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id)
);
