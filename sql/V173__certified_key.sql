-- A key whose certificate another authority issued: the KEY entry with the chain in use. A certificate may be long.
ALTER TABLE signing_key MODIFY COLUMN certificate BLOB NOT NULL;
ALTER TABLE signing_key ADD COLUMN certified_entry BIGINT;
ALTER TABLE signing_key ADD CONSTRAINT signing_key_certified FOREIGN KEY (certified_entry) REFERENCES ledger_entry (id);
