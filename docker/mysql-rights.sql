-- Writes the rights of the account 'camket'@'%' in daily work: evidence is inserted and read, never changed or deleted.
-- Migrations need more, so a new release starts once with another account that owns the database (GRANT ALL ON camket.*).
-- Then, as an administrator of MySQL:  mysql --batch --skip-column-names < mysql-rights.sql | mysql
SELECT 'REVOKE IF EXISTS ALL PRIVILEGES ON `camket`.* FROM ''camket''@''%'';'
UNION ALL
SELECT CONCAT('GRANT SELECT',
  CASE
    WHEN table_name = 'flyway_schema_history' THEN ''
    WHEN table_name IN ('ledger_entry', 'log_leaf', 'tree_head', 'audit_entry', 'audit_digest', 'signature', 'signature_end', 'withdrawal', 'withdrawal_decision', 'confirmation', 'confirmation_act', 'pledge_pdf', 'pledge_assertion', 'confirmed_list', 'pledge_text_entry', 'revocation_list', 'signed_upload', 'signed_upload_verdict', 'signed_commitment', 'thread_entry', 'self_rating', 'self_grade', 'thread_sheet', 'sheet_grade', 'sheet_pdf') THEN ', INSERT'
    WHEN table_name IN ('log_tile', 'signing_key', 'trusted_certificate', 'ledger_check', 'refused_pledge', 'passkey') THEN ', INSERT, UPDATE'
    ELSE ', INSERT, UPDATE, DELETE'
  END,
  ' ON `camket`.`', table_name, '` TO ''camket''@''%'';')
FROM information_schema.tables
WHERE table_schema = 'camket' AND table_type = 'BASE TABLE';
