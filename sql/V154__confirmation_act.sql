-- One row for each act of confirmation, so that lists of acts need not read every confirmed pledge. agency_id: one of the
-- agencies for which the act confirmed; agencies: how many they are. Inserted once.
CREATE TABLE confirmation_act (
  ledger_entry_id BIGINT      NOT NULL PRIMARY KEY,
  confirmed_by    BIGINT      NOT NULL,
  agency_id       BIGINT      NOT NULL,
  agencies        INT         NOT NULL,
  pledges         INT         NOT NULL,
  confirmed_at    DATETIME(6) NOT NULL,
  CONSTRAINT confirmation_act_ledger FOREIGN KEY (ledger_entry_id) REFERENCES ledger_entry (id),
  CONSTRAINT confirmation_act_head FOREIGN KEY (confirmed_by) REFERENCES employee (id),
  CONSTRAINT confirmation_act_agency FOREIGN KEY (agency_id) REFERENCES agency (id)
);
CREATE INDEX confirmation_act_of_agency ON confirmation_act (agency_id, confirmed_at);
CREATE INDEX confirmation_act_at ON confirmation_act (confirmed_at);

INSERT INTO confirmation_act (ledger_entry_id, confirmed_by, agency_id, agencies, pledges, confirmed_at)
SELECT ledger_entry_id, MIN(confirmed_by), MIN(agency_id), COUNT(DISTINCT agency_id), COUNT(*), MIN(confirmed_at)
FROM confirmation GROUP BY ledger_entry_id;
