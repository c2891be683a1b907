-- The sheet of a pledge's commitments: frozen when the head has rated it, with its ledger entry. Inserted once; number 2, 3, ...
-- take the place of the one before, with the reason.
CREATE TABLE thread_sheet (
  id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enrolment_id    BIGINT        NOT NULL,
  step_id         BIGINT        NOT NULL,
  number          INT           NOT NULL,
  signature_id    BIGINT        NOT NULL,
  rated_by        BIGINT        NOT NULL,
  agency_id       BIGINT        NOT NULL,
  remark          VARCHAR(2000) NOT NULL,
  reason          VARCHAR(1000),
  request_key     VARCHAR(64)   NOT NULL UNIQUE,
  ledger_entry_id BIGINT        NOT NULL,
  rated_at        DATETIME(6)   NOT NULL,
  CONSTRAINT thread_sheet_number UNIQUE (enrolment_id, step_id, number),
  CONSTRAINT thread_sheet_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT thread_sheet_step FOREIGN KEY (step_id) REFERENCES step (id),
  CONSTRAINT thread_sheet_signature FOREIGN KEY (signature_id) REFERENCES signature (id),
  CONSTRAINT thread_sheet_head FOREIGN KEY (rated_by) REFERENCES employee (id),
  CONSTRAINT thread_sheet_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
  CONSTRAINT thread_sheet_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id)
);
CREATE TABLE sheet_grade (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sheet_id      BIGINT      NOT NULL,
  commitment_id BIGINT      NOT NULL,
  grade         VARCHAR(10) NOT NULL,
  reason        VARCHAR(1000),
  CONSTRAINT sheet_grade_once UNIQUE (sheet_id, commitment_id),
  CONSTRAINT sheet_grade_sheet FOREIGN KEY (sheet_id) REFERENCES thread_sheet (id),
  CONSTRAINT sheet_grade_commitment FOREIGN KEY (commitment_id) REFERENCES signed_commitment (id)
);
