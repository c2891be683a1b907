-- Moves and leavings whose day has come and that have not become facts yet; each goes with its own fact.
CREATE TABLE due_change (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  employee_id   BIGINT      NOT NULL,
  -- the post that began; NULL for a leaving
  membership_id BIGINT,
  tried_at      DATETIME(6),
  CONSTRAINT due_change_employee FOREIGN KEY (employee_id) REFERENCES employee (id),
  CONSTRAINT due_change_membership FOREIGN KEY (membership_id) REFERENCES membership (id)
);
CREATE INDEX due_change_tried ON due_change (tried_at);
