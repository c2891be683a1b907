-- The sealed list of the pledges that one act confirmed: made at its first download, its bytes kept for ever under their hash. The id is that of the entry of the confirmation.
CREATE TABLE confirmed_list (
  confirmed_entry_id BIGINT        NOT NULL PRIMARY KEY,
  sha256             VARBINARY(32) NOT NULL,
  bytes              INT           NOT NULL,
  seal_key           VARCHAR(64)   NOT NULL,
  ledger_entry_id    BIGINT        NOT NULL,
  issued_at          DATETIME(6)   NOT NULL,
  CONSTRAINT confirmed_list_of FOREIGN KEY (confirmed_entry_id) REFERENCES ledger_entry (id),
  CONSTRAINT confirmed_list_seal FOREIGN KEY (seal_key) REFERENCES signing_key (id),
  CONSTRAINT confirmed_list_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id)
);
CREATE INDEX confirmation_by_head ON confirmation (confirmed_by, confirmed_at);
