-- Whether a PLEDGE step asks for personal commitments: NONE, OPTIONAL, REQUIRED.
ALTER TABLE step ADD COLUMN commitments VARCHAR(10) DEFAULT 'OPTIONAL' NOT NULL;

-- The library of personal commitments. agency_id NULL: came with the application. Records hold copies of the wording, so
-- rows may be reworded. person_classes: comma-separated, empty = all; positions: as typed, separated by ;.
CREATE TABLE commitment_source (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code           VARCHAR(80)  NOT NULL UNIQUE,
  agency_id      BIGINT,
  wording        VARCHAR(300) NOT NULL,
  wording_folded VARCHAR(300) NOT NULL,
  audience       VARCHAR(20)  NOT NULL,
  person_classes VARCHAR(120) NOT NULL DEFAULT '',
  positions      VARCHAR(300) NOT NULL DEFAULT '',
  active         BOOLEAN      NOT NULL,
  created_at     DATETIME(6)  NOT NULL,
  version        INT          NOT NULL DEFAULT 0,
  CONSTRAINT commitment_source_agency FOREIGN KEY (agency_id) REFERENCES agency (id)
);
CREATE INDEX commitment_source_of_agency ON commitment_source (agency_id, active);

-- The words of positions, folded; whose post contains one of them is offered the commitment.
CREATE TABLE commitment_position (
  source_id BIGINT       NOT NULL,
  phrase    VARCHAR(100) NOT NULL,
  PRIMARY KEY (source_id, phrase),
  CONSTRAINT commitment_position_source FOREIGN KEY (source_id) REFERENCES commitment_source (id)
);

-- The personal commitments of a signature, as in its record; inserted once.
CREATE TABLE signed_commitment (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  signature_id BIGINT       NOT NULL,
  position     INT          NOT NULL,
  source_code  VARCHAR(80),
  wording      VARCHAR(300) NOT NULL,
  CONSTRAINT signed_commitment_once UNIQUE (signature_id, position),
  CONSTRAINT signed_commitment_signature FOREIGN KEY (signature_id) REFERENCES signature (id)
);
