-- The six-digit code beside the password. The row is there while it is asked; the secret is sealed by a key that lies outside the database.
CREATE TABLE totp (
  account_id BIGINT         NOT NULL PRIMARY KEY,
  secret     VARBINARY(100) NOT NULL,
  last_step  BIGINT         NOT NULL,
  set_at     DATETIME(6)    NOT NULL,
  CONSTRAINT totp_account FOREIGN KEY (account_id) REFERENCES account (id)
);

-- Ten codes that each open once when the telephone is lost; only hashes are kept.
CREATE TABLE recovery_code (
  account_id  BIGINT        NOT NULL,
  code_sha256 VARBINARY(32) NOT NULL,
  used_at     DATETIME(6),
  PRIMARY KEY (account_id, code_sha256),
  CONSTRAINT recovery_code_account FOREIGN KEY (account_id) REFERENCES account (id)
);
