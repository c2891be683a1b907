-- The citizen number of a person, as a keyed hash only: enough to compare a certificate with. The key lies outside the database.
CREATE TABLE personal_number (
  employee_id BIGINT        NOT NULL PRIMARY KEY,
  digest      VARBINARY(32) NOT NULL UNIQUE,
  recorded_at DATETIME(6)   NOT NULL,
  CONSTRAINT personal_number_employee FOREIGN KEY (employee_id) REFERENCES employee (id)
);
