-- The ledger entry that holds a published pledge text.
CREATE TABLE pledge_text_entry (
  text_id         BIGINT NOT NULL PRIMARY KEY,
  ledger_entry_id BIGINT NOT NULL,
  CONSTRAINT pledge_text_entry_text FOREIGN KEY (text_id) REFERENCES pledge_text (id),
  CONSTRAINT pledge_text_entry_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id)
);
