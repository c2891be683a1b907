-- Two changes of one person's posts at the same moment collide on the person's version.
ALTER TABLE employee ADD COLUMN post_changes INT NOT NULL DEFAULT 0;

-- People in the order of their names, without sorting a whole province; agencies found by name and by parent.
CREATE INDEX employee_by_name ON employee (name_key, id);
CREATE INDEX agency_children ON agency (parent_id, dissolved_on);
