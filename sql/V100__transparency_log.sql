-- The Merkle log over ledger_entry (src/doc/ledger.md): entries wait in the queue, then get the next leaf.
ALTER TABLE ledger_entry ADD COLUMN receipt_key VARCHAR(64);
ALTER TABLE ledger_entry ADD COLUMN receipt_signature VARBINARY(520);

-- The only table of the log from which rows are deleted.
CREATE TABLE log_queue (
  entry_id  BIGINT        NOT NULL PRIMARY KEY,
  leaf_hash VARBINARY(32) NOT NULL,
  queued_at DATETIME(6)   NOT NULL
);

CREATE TABLE log_leaf (
  leaf_index BIGINT        NOT NULL PRIMARY KEY,
  entry_id   BIGINT        NOT NULL UNIQUE,
  leaf_hash  VARBINARY(32) NOT NULL
);

-- 256 hashes side by side; the last tile of each level is prolonged until it is full.
CREATE TABLE log_tile (
  level      INT             NOT NULL,
  tile_index BIGINT          NOT NULL,
  width      INT             NOT NULL,
  hashes     VARBINARY(8192) NOT NULL,
  PRIMARY KEY (level, tile_index)
);

CREATE TABLE tree_head (
  tree_size     BIGINT         NOT NULL PRIMARY KEY,
  previous_size BIGINT         NOT NULL UNIQUE,
  root          VARBINARY(32)  NOT NULL,
  signed_at     DATETIME(6)    NOT NULL,
  key_id        VARCHAR(64)    NOT NULL,
  signature     VARBINARY(520) NOT NULL
);

-- Each verification of the whole ledger, and what it found.
CREATE TABLE ledger_check (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  started_at    DATETIME(6) NOT NULL,
  heartbeat_at  DATETIME(6) NOT NULL,
  finished_at   DATETIME(6),
  tree_size     BIGINT      NOT NULL,
  verified_size BIGINT      NOT NULL,
  root          VARBINARY(32),
  head_at       DATETIME(6),
  failed        BOOLEAN     NOT NULL DEFAULT FALSE
);
CREATE TABLE ledger_fault (
  check_id   BIGINT      NOT NULL,
  position   INT         NOT NULL,
  fault      VARCHAR(30) NOT NULL,
  leaf_index BIGINT,
  entry_id   BIGINT,
  detail     VARCHAR(200),
  PRIMARY KEY (check_id, position),
  CONSTRAINT ledger_fault_check FOREIGN KEY (check_id) REFERENCES ledger_check (id)
);

-- The entry that holds the digest of one day of the audit trail.
CREATE TABLE audit_digest (
  digest_day      DATE   NOT NULL PRIMARY KEY,
  ledger_entry_id BIGINT NOT NULL,
  CONSTRAINT audit_digest_entry FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id)
);

-- Name of this log for ever; its row is also the lock of the one sequencer.
INSERT INTO setting (name, text) VALUES ('ledger.origin', CONCAT('camket-', REPLACE(UUID(), '-', '')));

INSERT INTO log_queue (entry_id, leaf_hash, queued_at)
SELECT id, leaf_hash, recorded_at FROM ledger_entry;
