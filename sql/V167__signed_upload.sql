-- Issued PDFs that came back signed with a personal certificate. Inserted once; the file lies under its hash beside the issued PDFs.
CREATE TABLE signed_upload (
  id                 BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  signature_id       BIGINT        NOT NULL,
  sha256             VARBINARY(32) NOT NULL,
  bytes              INT           NOT NULL,
  certificate_sha256 VARBINARY(32) NOT NULL,
  signer             VARCHAR(200)  NOT NULL,
  issuer             VARCHAR(200)  NOT NULL,
  serial             VARCHAR(64)   NOT NULL,
  report             VARCHAR(8000) NOT NULL,
  uploaded_at        DATETIME(6)   NOT NULL,
  uploaded_by        BIGINT        NOT NULL,
  CONSTRAINT signed_upload_signature FOREIGN KEY (signature_id) REFERENCES signature (id),
  CONSTRAINT signed_upload_account FOREIGN KEY (uploaded_by) REFERENCES account (id),
  CONSTRAINT signed_upload_once UNIQUE (signature_id, sha256)
);

-- What was found out about one in the end. Without such a row it awaits what is not known yet.
CREATE TABLE signed_upload_verdict (
  upload_id       BIGINT        NOT NULL PRIMARY KEY,
  accepted_for    BIGINT        UNIQUE,
  reason          VARCHAR(40),
  report          VARCHAR(8000) NOT NULL,
  ledger_entry_id BIGINT,
  decided_at      DATETIME(6)   NOT NULL,
  CONSTRAINT signed_upload_verdict_upload FOREIGN KEY (upload_id) REFERENCES signed_upload (id),
  CONSTRAINT signed_upload_verdict_signature FOREIGN KEY (accepted_for) REFERENCES signature (id),
  CONSTRAINT signed_upload_verdict_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id),
  CONSTRAINT signed_upload_verdict_known CHECK ((accepted_for IS NULL) = (ledger_entry_id IS NULL) AND (accepted_for IS NULL) <> (reason IS NULL))
);
