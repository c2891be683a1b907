-- Keys with which the installation signs. The private halves lie outside the database; rows are never deleted.
CREATE TABLE signing_key (
  id            VARCHAR(64)     NOT NULL PRIMARY KEY,
  purpose       VARCHAR(20)     NOT NULL,
  algorithm     VARCHAR(20)     NOT NULL,
  spki          VARBINARY(600)  NOT NULL,
  certificate   VARBINARY(4000) NOT NULL,
  not_before    DATETIME(6)     NOT NULL,
  not_after     DATETIME(6)     NOT NULL,
  current_for   VARCHAR(20)     UNIQUE,
  made_entry    BIGINT          NOT NULL,
  retired_entry BIGINT,
  retired_at    DATETIME(6),
  leaked        BOOLEAN         NOT NULL DEFAULT FALSE,
  CONSTRAINT signing_key_made FOREIGN KEY (made_entry) REFERENCES ledger_entry (id),
  CONSTRAINT signing_key_retired FOREIGN KEY (retired_entry) REFERENCES ledger_entry (id)
);
