-- Declared refusals to sign: inserted once. One stands until the person signs after it (a signature with a later ledger
-- entry). The ledger's record holds only SHA-256 of salt and reason, so that both can be erased without harm to the log.
CREATE TABLE refused_pledge (
  id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enrolment_id    BIGINT      NOT NULL,
  step_id         BIGINT      NOT NULL,
  sequence        INT         NOT NULL,
  text_id         BIGINT      NOT NULL,
  employee_id     BIGINT      NOT NULL,
  agency_id       BIGINT      NOT NULL,
  reason          VARCHAR(1000),
  reason_salt     VARBINARY(16),
  request_key     VARCHAR(64) NOT NULL UNIQUE,
  ledger_entry_id BIGINT      NOT NULL,
  refused_at      DATETIME(6) NOT NULL,
  CONSTRAINT refused_pledge_once UNIQUE (enrolment_id, step_id, sequence),
  CONSTRAINT refused_pledge_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT refused_pledge_step FOREIGN KEY (step_id) REFERENCES step (id),
  CONSTRAINT refused_pledge_text FOREIGN KEY (text_id) REFERENCES pledge_text (id),
  CONSTRAINT refused_pledge_employee FOREIGN KEY (employee_id) REFERENCES employee (id),
  CONSTRAINT refused_pledge_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
  CONSTRAINT refused_pledge_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id)
);
