-- Certification authorities that an administrator has taken into the list. "listed" holds the hash as long as one is in use, so that none is there twice.
CREATE TABLE trusted_certificate (
  id              BIGINT           NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sha256          VARBINARY(32)    NOT NULL,
  listed          VARBINARY(32)    UNIQUE,
  certificate     VARBINARY(16384) NOT NULL,
  root            BOOLEAN          NOT NULL,
  added_at        DATETIME(6)      NOT NULL,
  added_entry     BIGINT           NOT NULL,
  ended_at        DATETIME(6),
  ended_entry     BIGINT,
  reason          VARCHAR(500),
  CONSTRAINT trusted_certificate_added FOREIGN KEY (added_entry) REFERENCES ledger_entry (id),
  CONSTRAINT trusted_certificate_ended FOREIGN KEY (ended_entry) REFERENCES ledger_entry (id)
);
CREATE INDEX trusted_certificate_added_at ON trusted_certificate (added_at);

-- Lists of revoked certificates, as authorities have signed them. Inserted once; the newest of an authority counts.
CREATE TABLE revocation_list (
  id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  authority_id    BIGINT        NOT NULL,
  sha256          VARBINARY(32) NOT NULL,
  content         MEDIUMBLOB    NOT NULL,
  made_at         DATETIME(6)   NOT NULL,
  next_at         DATETIME(6),
  entries         INT           NOT NULL,
  added_at        DATETIME(6)   NOT NULL,
  ledger_entry_id BIGINT        NOT NULL,
  CONSTRAINT revocation_list_once UNIQUE (authority_id, sha256),
  CONSTRAINT revocation_list_authority FOREIGN KEY (authority_id) REFERENCES trusted_certificate (id),
  CONSTRAINT revocation_list_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id)
);
CREATE INDEX revocation_list_newest ON revocation_list (authority_id, made_at);
