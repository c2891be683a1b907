-- The signer asks that a pledge end; the head agrees or not. Both are inserted once. A request without a decision is open.
CREATE TABLE withdrawal (
  id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  signature_id BIGINT        NOT NULL,
  reason       VARCHAR(1000) NOT NULL,
  asked_at     DATETIME(6)   NOT NULL,
  CONSTRAINT withdrawal_signature FOREIGN KEY (signature_id) REFERENCES signature (id)
);

CREATE TABLE withdrawal_decision (
  withdrawal_id BIGINT        NOT NULL PRIMARY KEY,
  agreed        BOOLEAN       NOT NULL,
  reason        VARCHAR(1000),
  decided_by    BIGINT        NOT NULL,
  agency_id     BIGINT        NOT NULL,
  decided_at    DATETIME(6)   NOT NULL,
  CONSTRAINT withdrawal_decision_of FOREIGN KEY (withdrawal_id) REFERENCES withdrawal (id),
  CONSTRAINT withdrawal_decision_head FOREIGN KEY (decided_by) REFERENCES employee (id),
  CONSTRAINT withdrawal_decision_agency FOREIGN KEY (agency_id) REFERENCES agency (id)
);
