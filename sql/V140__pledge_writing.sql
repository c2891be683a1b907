-- Who keeps a template, and what each published number changed: MINOR (wording only) or MAJOR (other promises).
ALTER TABLE pledge_template ADD COLUMN agency_id BIGINT;
ALTER TABLE pledge_template ADD CONSTRAINT pledge_template_agency FOREIGN KEY (agency_id) REFERENCES agency (id);
ALTER TABLE pledge_text ADD COLUMN change_kind VARCHAR(10);
ALTER TABLE pledge_text ADD COLUMN change_note VARCHAR(1000);
ALTER TABLE pledge_text ADD COLUMN created_by BIGINT;
ALTER TABLE pledge_text ADD COLUMN published_by BIGINT;
