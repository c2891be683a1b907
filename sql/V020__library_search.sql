-- Number, titles and issuer of a document without tones and marks: what searching compares, on every database.
ALTER TABLE legal_document ADD COLUMN search_folded VARCHAR(1600) NOT NULL DEFAULT '';
