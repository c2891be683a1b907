CREATE TABLE campaign (
  id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  agency_id         BIGINT       NOT NULL,
  name              VARCHAR(200) NOT NULL,
  name_en           VARCHAR(200),
  cycle_name        VARCHAR(100) NOT NULL,
  description       VARCHAR(2000),
  opens_on          DATE         NOT NULL,
  closes_on         DATE         NOT NULL,
  threshold_percent INT          NOT NULL DEFAULT 80,
  created_at        DATETIME(6)  NOT NULL,
  opened_at         DATETIME(6),
  opened_by         BIGINT,
  closed_at         DATETIME(6),
  closed_by         BIGINT,
  version           INT          NOT NULL DEFAULT 0,
  CONSTRAINT campaign_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
  CONSTRAINT campaign_period CHECK (closes_on >= opens_on),
  CONSTRAINT campaign_threshold CHECK (threshold_percent BETWEEN 1 AND 100)
);

CREATE TABLE campaign_document (
  campaign_id BIGINT NOT NULL,
  document_id BIGINT NOT NULL,
  position    INT    NOT NULL,
  PRIMARY KEY (campaign_id, document_id),
  CONSTRAINT campaign_document_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id),
  CONSTRAINT campaign_document_document FOREIGN KEY (document_id) REFERENCES legal_document (id)
);

CREATE TABLE phase (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  campaign_id BIGINT       NOT NULL,
  position    INT          NOT NULL,
  name        VARCHAR(200) NOT NULL,
  starts_on   DATE         NOT NULL,
  ends_on     DATE         NOT NULL,
  CONSTRAINT phase_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id),
  CONSTRAINT phase_period CHECK (ends_on >= starts_on)
);

-- subject_id: the module of a MODULE step, the pledge template of a PLEDGE step.
CREATE TABLE step (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  campaign_id BIGINT       NOT NULL,
  position    INT          NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  subject_id  BIGINT       NOT NULL,
  title       VARCHAR(300) NOT NULL,
  title_en    VARCHAR(300),
  audience    VARCHAR(20)  NOT NULL DEFAULT 'ALL',
  due_on      DATE         NOT NULL,
  CONSTRAINT step_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id),
  CONSTRAINT step_position UNIQUE (campaign_id, position)
);

-- Who takes part: subtree x person classes (comma-separated, empty = all) x leader flag (ANY, LEADERS, OTHERS).
CREATE TABLE audience_rule (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  campaign_id    BIGINT       NOT NULL,
  agency_id      BIGINT       NOT NULL,
  person_classes VARCHAR(120) NOT NULL DEFAULT '',
  leaders        VARCHAR(10)  NOT NULL DEFAULT 'ANY',
  CONSTRAINT audience_rule_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id),
  CONSTRAINT audience_rule_agency FOREIGN KEY (agency_id) REFERENCES agency (id)
);

-- leader, policy_maker and name_key are copies at enrolment: the frozen audience and the order of lists.
CREATE TABLE enrolment (
  id                  BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  campaign_id         BIGINT      NOT NULL,
  cycle               INT         NOT NULL DEFAULT 1,
  employee_id         BIGINT      NOT NULL,
  agency_id           BIGINT      NOT NULL,
  name_key            VARBINARY(700) NOT NULL,
  leader              BOOLEAN     NOT NULL,
  policy_maker        BOOLEAN     NOT NULL,
  due_on              DATE        NOT NULL,
  state               VARCHAR(20) NOT NULL,
  state_reason        VARCHAR(500),
  enrolled_at         DATETIME(6) NOT NULL,
  started_at          DATETIME(6),
  completed_at        DATETIME(6),
  completed_agency_id BIGINT,
  CONSTRAINT enrolment_once UNIQUE (campaign_id, cycle, employee_id),
  CONSTRAINT enrolment_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id),
  CONSTRAINT enrolment_employee FOREIGN KEY (employee_id) REFERENCES employee (id),
  CONSTRAINT enrolment_agency FOREIGN KEY (agency_id) REFERENCES agency (id)
);
CREATE INDEX enrolment_of_employee ON enrolment (employee_id, state);
CREATE INDEX enrolment_open_by_name ON enrolment (campaign_id, completed_at, name_key);
CREATE INDEX enrolment_of_agency ON enrolment (campaign_id, agency_id, completed_at);
