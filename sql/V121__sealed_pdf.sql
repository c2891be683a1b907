-- Which key sealed an issued PDF, and the ledger entry that holds its hash; absent for PDFs from before there was a seal.
ALTER TABLE pledge_pdf ADD COLUMN seal_key VARCHAR(64);
ALTER TABLE pledge_pdf ADD COLUMN ledger_entry_id BIGINT;
ALTER TABLE pledge_pdf ADD CONSTRAINT pledge_pdf_seal FOREIGN KEY (seal_key) REFERENCES signing_key (id);
ALTER TABLE pledge_pdf ADD CONSTRAINT pledge_pdf_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id);
