-- A record that waits for its passkey, for five minutes. From these parts and the person's present data it is written again, byte for byte; its leaf hash is the challenge.
CREATE TABLE pledge_pending (
  challenge    VARBINARY(32) NOT NULL PRIMARY KEY,
  account_id   BIGINT        NOT NULL,
  request_key  VARCHAR(64)   NOT NULL,
  lookup_code  VARCHAR(32)   NOT NULL,
  nonce        VARCHAR(32)   NOT NULL,
  prepared_at  DATETIME(6)   NOT NULL,
  CONSTRAINT pledge_pending_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX pledge_pending_at ON pledge_pending (prepared_at);

-- What a passkey signed: inserted with its signature, never changed.
CREATE TABLE pledge_assertion (
  signature_id       BIGINT          NOT NULL PRIMARY KEY,
  passkey_id         BIGINT          NOT NULL,
  authenticator_data VARBINARY(1024) NOT NULL,
  client_data        VARBINARY(4096) NOT NULL,
  assertion          VARBINARY(1024) NOT NULL,
  CONSTRAINT pledge_assertion_signature FOREIGN KEY (signature_id) REFERENCES signature (id),
  CONSTRAINT pledge_assertion_passkey FOREIGN KEY (passkey_id) REFERENCES passkey (id)
);
