-- Up to which day moves and leavings have become facts; those of later days wait.
INSERT INTO setting (name, text) VALUES ('posts.done-until', CAST(CURRENT_DATE AS CHAR(10)));
CREATE INDEX membership_begins ON membership (valid_from);
CREATE INDEX employee_leaves ON employee (left_on);
