-- The first act of a person on a step: inserted once. It keeps "started" countable again from facts.
CREATE TABLE step_begun (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enrolment_id BIGINT      NOT NULL,
  step_id      BIGINT      NOT NULL,
  begun_at     DATETIME(6) NOT NULL,
  CONSTRAINT step_begun_once UNIQUE (enrolment_id, step_id),
  CONSTRAINT step_begun_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT step_begun_step FOREIGN KEY (step_id) REFERENCES step (id)
);
