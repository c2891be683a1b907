-- Acts of evidence: the canonical record of each, inserted once, never changed.
CREATE TABLE ledger_entry (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind          VARCHAR(40)  NOT NULL,
  record        MEDIUMBLOB   NOT NULL,
  record_sha256 VARBINARY(32)   NOT NULL,
  leaf_hash     VARBINARY(32)   NOT NULL,
  recorded_at   DATETIME(6)  NOT NULL
);
CREATE INDEX ledger_entry_leaf ON ledger_entry (leaf_hash);

-- Who did what, when, from where: insert only.
CREATE TABLE audit_entry (
  id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at          DATETIME(6)   NOT NULL,
  account_id  BIGINT,
  actor       VARCHAR(200),
  act         VARCHAR(60)   NOT NULL,
  object_kind VARCHAR(60)   NOT NULL,
  object_id   VARCHAR(64)   NOT NULL,
  detail      MEDIUMTEXT,
  address     VARCHAR(64)
);
CREATE INDEX audit_entry_object ON audit_entry (object_kind, object_id);
CREATE INDEX audit_entry_at ON audit_entry (at);
