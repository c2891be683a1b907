CREATE TABLE legal_document (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code             VARCHAR(60)  NOT NULL UNIQUE,
  number           VARCHAR(100) NOT NULL,
  title            VARCHAR(500) NOT NULL,
  title_en         VARCHAR(500),
  issuer           VARCHAR(200) NOT NULL,
  issued_on        DATE,
  in_force_from    DATE,
  in_force_to      DATE,
  status           VARCHAR(20)  NOT NULL,
  superseded_by_id BIGINT,
  summary          VARCHAR(1000),
  CONSTRAINT legal_document_successor FOREIGN KEY (superseded_by_id) REFERENCES legal_document (id)
);
