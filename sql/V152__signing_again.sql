-- A published text may ask those who signed an older one in open campaigns to sign again; a campaign asks, unless told otherwise, people who are transferred to sign in the new agency.
ALTER TABLE pledge_text ADD COLUMN asks_again BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE campaign ADD COLUMN again_after_transfer BOOLEAN NOT NULL DEFAULT TRUE;
