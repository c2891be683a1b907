CREATE TABLE account (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_name      VARCHAR(100) NOT NULL UNIQUE,
  employee_id    BIGINT       UNIQUE,
  display_name   VARCHAR(150) NOT NULL,
  password_hash  VARCHAR(255),
  must_change    BOOLEAN      NOT NULL DEFAULT FALSE,
  security_stamp VARCHAR(32)  NOT NULL,
  language       VARCHAR(2)   NOT NULL DEFAULT 'vi',
  theme          VARCHAR(5)   NOT NULL DEFAULT 'auto',
  working_role   VARCHAR(40),
  created_at     DATETIME(6)  NOT NULL,
  disabled_at    DATETIME(6),
  version        INT          NOT NULL DEFAULT 0,
  CONSTRAINT account_employee FOREIGN KEY (employee_id) REFERENCES employee (id)
);

-- A role holds for the subtree of an agency, between two days.
CREATE TABLE role_grant (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id BIGINT       NOT NULL,
  role       VARCHAR(40)  NOT NULL,
  agency_id  BIGINT       NOT NULL,
  valid_from DATE         NOT NULL,
  valid_to   DATE,
  granted_by BIGINT,
  reason     VARCHAR(500),
  CONSTRAINT role_grant_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT role_grant_agency FOREIGN KEY (agency_id) REFERENCES agency (id)
);
CREATE INDEX role_grant_of ON role_grant (account_id, valid_to);

-- Failed sign-ins, by account name and by address: survives a restart, shared by all nodes.
CREATE TABLE sign_in_throttle (
  subject       VARCHAR(130) NOT NULL PRIMARY KEY,
  failures      INT          NOT NULL,
  last_at       DATETIME(6)  NOT NULL,
  blocked_until DATETIME(6)
);

-- One-time links: first administrator, activation, reset. Only the hash of the secret is kept.
CREATE TABLE one_time_link (
  secret_sha256 VARBINARY(32)  NOT NULL PRIMARY KEY,
  purpose       VARCHAR(30) NOT NULL,
  account_id    BIGINT,
  created_at    DATETIME(6) NOT NULL,
  expires_at    DATETIME(6) NOT NULL,
  used_at       DATETIME(6)
);
