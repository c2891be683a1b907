CREATE TABLE question (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  module_id  BIGINT      NOT NULL,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT,
  retired_at DATETIME(6),
  CONSTRAINT question_module FOREIGN KEY (module_id) REFERENCES module (id)
);

-- Immutable once a published paper uses it.
CREATE TABLE question_version (
  id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  question_id BIGINT        NOT NULL,
  number      INT           NOT NULL,
  kind        VARCHAR(20)   NOT NULL,
  prompt      VARCHAR(2000) NOT NULL,
  explanation VARCHAR(2000) NOT NULL,
  source      VARCHAR(500),
  difficulty  VARCHAR(10)   NOT NULL,
  created_at  DATETIME(6)   NOT NULL,
  CONSTRAINT question_version_question FOREIGN KEY (question_id) REFERENCES question (id),
  CONSTRAINT question_version_number UNIQUE (question_id, number)
);
CREATE TABLE question_option (
  question_version_id BIGINT        NOT NULL,
  position            INT           NOT NULL,
  text                VARCHAR(1000) NOT NULL,
  correct             BOOLEAN       NOT NULL,
  PRIMARY KEY (question_version_id, position),
  CONSTRAINT question_option_of FOREIGN KEY (question_version_id) REFERENCES question_version (id)
);

-- The quiz of a module: a draft until published_at; once published it never changes.
CREATE TABLE paper (
  id                 BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  module_id          BIGINT      NOT NULL,
  number             INT         NOT NULL,
  pass_percent       INT         NOT NULL,
  time_limit_minutes INT,
  attempts_allowed   INT,
  wait_minutes       INT         NOT NULL DEFAULT 0,
  created_at         DATETIME(6) NOT NULL,
  created_by         BIGINT,
  published_at       DATETIME(6),
  published_by       BIGINT,
  version            INT         NOT NULL DEFAULT 0,
  CONSTRAINT paper_module FOREIGN KEY (module_id) REFERENCES module (id),
  CONSTRAINT paper_number UNIQUE (module_id, number),
  CONSTRAINT paper_pass CHECK (pass_percent BETWEEN 1 AND 100)
);
CREATE TABLE paper_question (
  paper_id            BIGINT NOT NULL,
  position            INT    NOT NULL,
  question_version_id BIGINT NOT NULL,
  PRIMARY KEY (paper_id, position),
  CONSTRAINT paper_question_paper FOREIGN KEY (paper_id) REFERENCES paper (id),
  CONSTRAINT paper_question_version FOREIGN KEY (question_version_id) REFERENCES question_version (id)
);

CREATE TABLE attempt (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enrolment_id BIGINT      NOT NULL,
  step_id      BIGINT      NOT NULL,
  paper_id     BIGINT      NOT NULL,
  number       INT         NOT NULL,
  seed         BIGINT      NOT NULL,
  started_at   DATETIME(6) NOT NULL,
  deadline_at  DATETIME(6),
  submitted_at DATETIME(6),
  submitted_by VARCHAR(20),
  score        INT,
  max_score    INT         NOT NULL,
  passed       BOOLEAN,
  CONSTRAINT attempt_number UNIQUE (enrolment_id, step_id, number),
  CONSTRAINT attempt_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT attempt_step FOREIGN KEY (step_id) REFERENCES step (id),
  CONSTRAINT attempt_paper FOREIGN KEY (paper_id) REFERENCES paper (id),
  CONSTRAINT attempt_score CHECK (score IS NULL OR (score >= 0 AND score <= max_score))
);
CREATE INDEX attempt_open ON attempt (submitted_at, deadline_at);

-- option_order: positions of the options as shown, comma-separated.
CREATE TABLE attempt_slot (
  attempt_id          BIGINT      NOT NULL,
  slot                INT         NOT NULL,
  question_version_id BIGINT      NOT NULL,
  option_order        VARCHAR(60) NOT NULL,
  flagged             BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (attempt_id, slot),
  CONSTRAINT attempt_slot_attempt FOREIGN KEY (attempt_id) REFERENCES attempt (id),
  CONSTRAINT attempt_slot_question FOREIGN KEY (question_version_id) REFERENCES question_version (id)
);

-- Every saved answer, insert only; the highest sequence of a slot counts. response: chosen option positions, comma-separated.
CREATE TABLE attempt_answer (
  attempt_id BIGINT      NOT NULL,
  slot       INT         NOT NULL,
  sequence   BIGINT      NOT NULL,
  response   VARCHAR(60) NOT NULL,
  saved_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (attempt_id, slot, sequence),
  CONSTRAINT attempt_answer_slot FOREIGN KEY (attempt_id, slot) REFERENCES attempt_slot (attempt_id, slot)
);
