-- An agency keeps its id for ever; name, kind, parent and path here are a copy of today's version.
CREATE TABLE agency (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code         VARCHAR(35)  UNIQUE,
  name         VARCHAR(200) NOT NULL,
  name_folded  VARCHAR(200) NOT NULL,
  name_key     VARBINARY(700) NOT NULL,
  kind         VARCHAR(30)  NOT NULL,
  parent_id    BIGINT,
  path         VARCHAR(255) NOT NULL,
  depth        INT          NOT NULL,
  place        VARCHAR(100),
  opened_on    DATE         NOT NULL,
  dissolved_on DATE,
  version      INT          NOT NULL DEFAULT 0,
  CONSTRAINT agency_parent FOREIGN KEY (parent_id) REFERENCES agency (id)
);
CREATE INDEX agency_path ON agency (path);

CREATE TABLE agency_version (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  agency_id  BIGINT       NOT NULL,
  valid_from DATE         NOT NULL,
  valid_to   DATE,
  name       VARCHAR(200) NOT NULL,
  kind       VARCHAR(30)  NOT NULL,
  parent_id  BIGINT,
  path       VARCHAR(255) NOT NULL,
  CONSTRAINT agency_version_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
  CONSTRAINT agency_version_once UNIQUE (agency_id, valid_from)
);

CREATE TABLE employee (
  id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code              VARCHAR(35)  NOT NULL UNIQUE,
  full_name         VARCHAR(150) NOT NULL,
  family_and_middle VARCHAR(120) NOT NULL,
  given_name        VARCHAR(60)  NOT NULL,
  name_key          VARBINARY(700) NOT NULL,
  name_folded       VARCHAR(150) NOT NULL,
  person_class      VARCHAR(20)  NOT NULL,
  leader            BOOLEAN      NOT NULL DEFAULT FALSE,
  policy_maker      BOOLEAN      NOT NULL DEFAULT FALSE,
  public_facing     BOOLEAN      NOT NULL DEFAULT FALSE,
  joined_on         DATE         NOT NULL,
  left_on           DATE,
  version           INT          NOT NULL DEFAULT 0
);

-- One row a word of a folded name, so that a middle word is found through an index on every database.
CREATE TABLE employee_word (
  word        VARCHAR(60) NOT NULL,
  employee_id BIGINT      NOT NULL,
  PRIMARY KEY (word, employee_id),
  CONSTRAINT employee_word_employee FOREIGN KEY (employee_id) REFERENCES employee (id)
);
CREATE INDEX employee_word_of ON employee_word (employee_id);

CREATE TABLE membership (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  employee_id BIGINT       NOT NULL,
  agency_id   BIGINT       NOT NULL,
  position    VARCHAR(150) NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  valid_from  DATE         NOT NULL,
  valid_to    DATE,
  CONSTRAINT membership_employee FOREIGN KEY (employee_id) REFERENCES employee (id),
  CONSTRAINT membership_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
  CONSTRAINT membership_period CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX membership_of_agency ON membership (agency_id, kind, valid_to, employee_id);
CREATE INDEX membership_of_employee ON membership (employee_id, kind, valid_to);

CREATE TABLE headship (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  agency_id   BIGINT      NOT NULL,
  employee_id BIGINT      NOT NULL,
  kind        VARCHAR(20) NOT NULL,
  valid_from  DATE        NOT NULL,
  valid_to    DATE,
  CONSTRAINT headship_employee FOREIGN KEY (employee_id) REFERENCES employee (id),
  CONSTRAINT headship_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
  CONSTRAINT headship_period CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX headship_of_employee ON headship (employee_id, valid_to);
CREATE INDEX headship_of_agency ON headship (agency_id, valid_to);
