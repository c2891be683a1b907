-- Each recount of the counters of a campaign, and every difference it found.
CREATE TABLE completion_check (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  campaign_id BIGINT      NOT NULL,
  run_at      DATETIME(6) NOT NULL,
  rows_read   INT         NOT NULL,
  differences INT         NOT NULL,
  repaired_at DATETIME(6),
  CONSTRAINT completion_check_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
);
CREATE INDEX completion_check_of ON completion_check (campaign_id, id);

CREATE TABLE completion_difference (
  check_id  BIGINT      NOT NULL,
  step_id   BIGINT      NOT NULL,
  agency_id BIGINT      NOT NULL,
  field     VARCHAR(10) NOT NULL,
  counted   INT         NOT NULL,
  recorded  INT         NOT NULL,
  PRIMARY KEY (check_id, agency_id, step_id, field),
  CONSTRAINT completion_difference_check FOREIGN KEY (check_id) REFERENCES completion_check (id)
);
