CREATE TABLE module (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code       VARCHAR(80) NOT NULL UNIQUE,
  agency_id  BIGINT,
  created_at DATETIME(6) NOT NULL,
  created_by BIGINT,
  retired_at DATETIME(6),
  CONSTRAINT module_agency FOREIGN KEY (agency_id) REFERENCES agency (id)
);

-- A version is a draft until published_at; once published it never changes.
CREATE TABLE module_version (
  id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  module_id    BIGINT        NOT NULL,
  number       INT           NOT NULL,
  title        VARCHAR(300)  NOT NULL,
  title_en     VARCHAR(300),
  summary      VARCHAR(2000) NOT NULL,
  summary_en   VARCHAR(2000),
  objectives   VARCHAR(2000),
  audience     VARCHAR(20)   NOT NULL DEFAULT 'ALL',
  created_at   DATETIME(6)   NOT NULL,
  created_by   BIGINT,
  published_at DATETIME(6),
  published_by BIGINT,
  version      INT           NOT NULL DEFAULT 0,
  CONSTRAINT module_version_module FOREIGN KEY (module_id) REFERENCES module (id),
  CONSTRAINT module_version_number UNIQUE (module_id, number)
);

-- A file by the hash of its content; the bytes lie outside the web root under a generated name.
CREATE TABLE material (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sha256      VARBINARY(32)   NOT NULL,
  file_name   VARCHAR(200) NOT NULL,
  media_type  VARCHAR(100) NOT NULL,
  bytes       BIGINT       NOT NULL,
  agency_id   BIGINT,
  uploaded_at DATETIME(6)  NOT NULL,
  uploaded_by BIGINT
);
CREATE INDEX material_sha256 ON material (sha256);

CREATE TABLE lesson (
  id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  module_version_id BIGINT       NOT NULL,
  position          INT          NOT NULL,
  kind              VARCHAR(20)  NOT NULL,
  title             VARCHAR(300) NOT NULL,
  title_en          VARCHAR(300),
  minutes           INT          NOT NULL,
  body              MEDIUMTEXT   NOT NULL,
  material_id       BIGINT,
  version           INT          NOT NULL DEFAULT 0,
  CONSTRAINT lesson_module_version FOREIGN KEY (module_version_id) REFERENCES module_version (id),
  CONSTRAINT lesson_material FOREIGN KEY (material_id) REFERENCES material (id)
);
CREATE INDEX lesson_of_version ON lesson (module_version_id, position);

CREATE TABLE lesson_citation (
  lesson_id   BIGINT NOT NULL,
  document_id BIGINT NOT NULL,
  PRIMARY KEY (lesson_id, document_id),
  CONSTRAINT lesson_citation_lesson FOREIGN KEY (lesson_id) REFERENCES lesson (id),
  CONSTRAINT lesson_citation_document FOREIGN KEY (document_id) REFERENCES legal_document (id)
);

CREATE TABLE self_check (
  id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  lesson_id   BIGINT        NOT NULL,
  position    INT           NOT NULL,
  prompt      VARCHAR(1000) NOT NULL,
  explanation VARCHAR(2000) NOT NULL,
  CONSTRAINT self_check_lesson FOREIGN KEY (lesson_id) REFERENCES lesson (id)
);
CREATE TABLE self_check_option (
  self_check_id BIGINT        NOT NULL,
  position      INT           NOT NULL,
  text          VARCHAR(1000) NOT NULL,
  correct       BOOLEAN       NOT NULL,
  PRIMARY KEY (self_check_id, position),
  CONSTRAINT self_check_option_of FOREIGN KEY (self_check_id) REFERENCES self_check (id)
);

-- A person's study of one module in one enrolment, pinned to the version that was current when it began.
CREATE TABLE study (
  id                BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enrolment_id      BIGINT      NOT NULL,
  step_id           BIGINT      NOT NULL,
  module_version_id BIGINT      NOT NULL,
  begun_at          DATETIME(6) NOT NULL,
  finished_at       DATETIME(6),
  CONSTRAINT study_once UNIQUE (enrolment_id, step_id),
  CONSTRAINT study_enrolment FOREIGN KEY (enrolment_id) REFERENCES enrolment (id),
  CONSTRAINT study_step FOREIGN KEY (step_id) REFERENCES step (id),
  CONSTRAINT study_version FOREIGN KEY (module_version_id) REFERENCES module_version (id)
);
CREATE INDEX study_of_version ON study (module_version_id);

-- position: seconds into a video, page of a PDF, per mille of a text. Older sequence numbers are ignored.
CREATE TABLE lesson_progress (
  study_id  BIGINT      NOT NULL,
  lesson_id BIGINT      NOT NULL,
  sequence  BIGINT      NOT NULL,
  position  INT         NOT NULL,
  seconds   INT         NOT NULL,
  saved_at  DATETIME(6) NOT NULL,
  done_at   DATETIME(6),
  PRIMARY KEY (study_id, lesson_id),
  CONSTRAINT lesson_progress_study FOREIGN KEY (study_id) REFERENCES study (id),
  CONSTRAINT lesson_progress_lesson FOREIGN KEY (lesson_id) REFERENCES lesson (id)
);
