-- A pledge may be signed again after a signature was ended or to take its place: 1, 2, ... for a step of an enrolment.
ALTER TABLE signature ADD COLUMN sequence INT NOT NULL DEFAULT 1;
ALTER TABLE signature ADD CONSTRAINT signature_sequence UNIQUE (enrolment_id, step_id, sequence);
ALTER TABLE signature DROP CONSTRAINT signature_once;

-- What ended a signature: it was withdrawn, returned by the head, or superseded by another. Inserted once. A signature without such a row stands.
CREATE TABLE signature_end (
  signature_id    BIGINT      NOT NULL PRIMARY KEY,
  kind            VARCHAR(20) NOT NULL,
  reason          VARCHAR(1000),
  ended_by        BIGINT      NOT NULL,
  agency_id       BIGINT,
  successor_id    BIGINT,
  ledger_entry_id BIGINT      NOT NULL,
  ended_at        DATETIME(6) NOT NULL,
  CONSTRAINT signature_end_signature FOREIGN KEY (signature_id) REFERENCES signature (id),
  CONSTRAINT signature_end_person FOREIGN KEY (ended_by) REFERENCES employee (id),
  CONSTRAINT signature_end_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
  CONSTRAINT signature_end_successor FOREIGN KEY (successor_id) REFERENCES signature (id),
  CONSTRAINT signature_end_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id)
);
