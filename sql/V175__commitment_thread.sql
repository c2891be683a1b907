-- Last days of the two self-ratings of a campaign's commitments; both NULL: by the rule of RatingDays. mid_year_due NULL
-- beside a year_end_due: the campaign has no self-rating at mid-year.
ALTER TABLE campaign ADD COLUMN mid_year_due DATE;
ALTER TABLE campaign ADD COLUMN year_end_due DATE;

-- What somebody did for a commitment. Inserted once: a correction is a new row that points to the one it replaces, and so is
-- the taking back. What no row replaces holds, unless it takes back.
CREATE TABLE thread_entry (
  id            BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  commitment_id BIGINT        NOT NULL,
  replaces_id   BIGINT        UNIQUE,
  taken_back    BOOLEAN       NOT NULL,
  done_on       DATE          NOT NULL,
  note          VARCHAR(2000) NOT NULL,
  request_key   VARCHAR(64)   NOT NULL UNIQUE,
  written_at    DATETIME(6)   NOT NULL,
  CONSTRAINT thread_entry_commitment FOREIGN KEY (commitment_id) REFERENCES signed_commitment (id),
  CONSTRAINT thread_entry_replaces FOREIGN KEY (replaces_id) REFERENCES thread_entry (id)
);
CREATE INDEX thread_entry_of_commitment ON thread_entry (commitment_id);

-- A self-rating of all commitments of a pledge at mid-year or year-end. Inserted once; saved again it is the next number, and
-- the highest number holds.
CREATE TABLE self_rating (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enrolment_id BIGINT      NOT NULL,
  step_id      BIGINT      NOT NULL,
  round        VARCHAR(10) NOT NULL,
  number       INT         NOT NULL,
  request_key  VARCHAR(64) NOT NULL UNIQUE,
  rated_at     DATETIME(6) NOT NULL,
  CONSTRAINT self_rating_number UNIQUE (enrolment_id, step_id, round, number),
  CONSTRAINT self_rating_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT self_rating_step FOREIGN KEY (step_id) REFERENCES step (id)
);
CREATE TABLE self_grade (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  rating_id     BIGINT      NOT NULL,
  commitment_id BIGINT      NOT NULL,
  grade         VARCHAR(10) NOT NULL,
  reason        VARCHAR(1000),
  CONSTRAINT self_grade_once UNIQUE (rating_id, commitment_id),
  CONSTRAINT self_grade_rating FOREIGN KEY (rating_id) REFERENCES self_rating (id),
  CONSTRAINT self_grade_commitment FOREIGN KEY (commitment_id) REFERENCES signed_commitment (id)
);
