-- Titles as searching compares them: without tones, lower case.
ALTER TABLE module_version ADD COLUMN title_folded VARCHAR(300) NOT NULL DEFAULT '';
