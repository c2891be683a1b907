CREATE TABLE pledge_template (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code       VARCHAR(80) NOT NULL UNIQUE,
  created_at DATETIME(6) NOT NULL
);

-- Immutable once published; signatures point to the version that was read.
CREATE TABLE pledge_text (
  id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  template_id  BIGINT        NOT NULL,
  number       INT           NOT NULL,
  title        VARCHAR(200)  NOT NULL,
  title_en     VARCHAR(200),
  subject      VARCHAR(300)  NOT NULL,
  opening      VARCHAR(2000) NOT NULL,
  closing      VARCHAR(2000) NOT NULL,
  consent      VARCHAR(500)  NOT NULL,
  created_at   DATETIME(6)   NOT NULL,
  published_at DATETIME(6),
  body_sha256  VARBINARY(32),
  version      INT           NOT NULL DEFAULT 0,
  CONSTRAINT pledge_text_template FOREIGN KEY (template_id) REFERENCES pledge_template (id),
  CONSTRAINT pledge_text_number UNIQUE (template_id, number)
);
CREATE TABLE pledge_clause (
  id       BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  text_id  BIGINT        NOT NULL,
  position INT           NOT NULL,
  audience VARCHAR(20)   NOT NULL,
  wording  VARCHAR(2000) NOT NULL,
  CONSTRAINT pledge_clause_text FOREIGN KEY (text_id) REFERENCES pledge_text (id),
  CONSTRAINT pledge_clause_position UNIQUE (text_id, position)
);

-- A signature is a row that is never changed; the record (its canonical bytes) lies in the ledger.
CREATE TABLE signature (
  id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enrolment_id    BIGINT      NOT NULL,
  step_id         BIGINT      NOT NULL,
  text_id         BIGINT      NOT NULL,
  employee_id     BIGINT      NOT NULL,
  agency_id       BIGINT      NOT NULL,
  lookup_code     VARCHAR(32) NOT NULL UNIQUE,
  request_key     VARCHAR(64) NOT NULL UNIQUE,
  ledger_entry_id BIGINT      NOT NULL,
  method          VARCHAR(30) NOT NULL,
  signed_at       DATETIME(6) NOT NULL,
  CONSTRAINT signature_once UNIQUE (enrolment_id, step_id),
  CONSTRAINT signature_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT signature_step FOREIGN KEY (step_id) REFERENCES step (id),
  CONSTRAINT signature_text FOREIGN KEY (text_id) REFERENCES pledge_text (id),
  CONSTRAINT signature_employee FOREIGN KEY (employee_id) REFERENCES employee (id),
  CONSTRAINT signature_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
  CONSTRAINT signature_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id)
);
CREATE INDEX signature_of_agency ON signature (agency_id, signed_at);
CREATE INDEX signature_of_employee ON signature (employee_id, signed_at);

-- The PDF of a signature: made once, its bytes kept for ever under their hash.
CREATE TABLE pledge_pdf (
  signature_id BIGINT      NOT NULL PRIMARY KEY,
  sha256       VARBINARY(32)  NOT NULL,
  bytes        INT         NOT NULL,
  issued_at    DATETIME(6) NOT NULL,
  CONSTRAINT pledge_pdf_signature FOREIGN KEY (signature_id) REFERENCES signature (id)
);

-- The head's confirmation; one ledger entry covers all that were confirmed in one act.
CREATE TABLE confirmation (
  signature_id    BIGINT      NOT NULL PRIMARY KEY,
  confirmed_by    BIGINT      NOT NULL,
  agency_id       BIGINT      NOT NULL,
  ledger_entry_id BIGINT      NOT NULL,
  confirmed_at    DATETIME(6) NOT NULL,
  CONSTRAINT confirmation_signature FOREIGN KEY (signature_id) REFERENCES signature (id),
  CONSTRAINT confirmation_head FOREIGN KEY (confirmed_by) REFERENCES employee (id),
  CONSTRAINT confirmation_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id)
);
