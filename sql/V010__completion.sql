-- A step met: inserted once. Absence means not done.
CREATE TABLE step_result (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enrolment_id  BIGINT      NOT NULL,
  step_id       BIGINT      NOT NULL,
  met_at        DATETIME(6) NOT NULL,
  cause         VARCHAR(30) NOT NULL,
  agency_id     BIGINT      NOT NULL,
  score_percent INT,
  CONSTRAINT step_result_once UNIQUE (enrolment_id, step_id),
  CONSTRAINT step_result_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT step_result_step FOREIGN KEY (step_id) REFERENCES step (id)
);

-- Counters kept in the transaction of the fact; step_id 0 is the whole campaign. One row an agency itself, subtree = sum.
CREATE TABLE completion_count (
  campaign_id BIGINT NOT NULL,
  cycle       INT    NOT NULL,
  step_id     BIGINT NOT NULL,
  agency_id   BIGINT NOT NULL,
  required    INT    NOT NULL DEFAULT 0,
  exempt      INT    NOT NULL DEFAULT 0,
  started     INT    NOT NULL DEFAULT 0,
  done        INT    NOT NULL DEFAULT 0,
  late        INT    NOT NULL DEFAULT 0,
  PRIMARY KEY (campaign_id, cycle, step_id, agency_id)
);

-- The counters at the end of each day on which they changed; trends read the latest at or before a day.
CREATE TABLE completion_day (
  campaign_id BIGINT NOT NULL,
  cycle       INT    NOT NULL,
  step_id     BIGINT NOT NULL,
  agency_id   BIGINT NOT NULL,
  on_day      DATE   NOT NULL,
  required    INT    NOT NULL,
  started     INT    NOT NULL,
  done        INT    NOT NULL,
  PRIMARY KEY (campaign_id, cycle, step_id, agency_id, on_day)
);
