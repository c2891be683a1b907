-- Keys on people's own devices (WebAuthn). A row is never deleted: what the key signed is checked against it for ever.
CREATE TABLE passkey (
  id                BIGINT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id        BIGINT          NOT NULL,
  credential_id     VARBINARY(1023) NOT NULL,
  credential_sha256 VARBINARY(32)   NOT NULL UNIQUE,
  spki              VARBINARY(600)  NOT NULL,
  sign_count        BIGINT          NOT NULL,
  name              VARCHAR(100)    NOT NULL,
  added_at          DATETIME(6)     NOT NULL,
  last_used_at      DATETIME(6),
  added_entry       BIGINT          NOT NULL,
  removed_entry     BIGINT,
  removed_at        DATETIME(6),
  CONSTRAINT passkey_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT passkey_added FOREIGN KEY (added_entry) REFERENCES ledger_entry (id),
  CONSTRAINT passkey_removed FOREIGN KEY (removed_entry) REFERENCES ledger_entry (id)
);
CREATE INDEX passkey_of ON passkey (account_id, removed_at);
