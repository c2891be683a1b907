-- Figures read the counters of an agency over all steps; lists of done or of all people read a campaign in the order of names.
CREATE INDEX completion_count_of_agency ON completion_count (campaign_id, agency_id);
CREATE INDEX enrolment_by_name ON enrolment (campaign_id, name_key);
