package vn.camket.audit;

/** What a key of the installation is for. Each purpose has a key of its own. */
public enum KeyPurpose {
    /** Issues the certificates of the others; kept for twenty years, may lie outside the server between renewals. */
    AUTHORITY(20),
    /** Seals PDFs; a year. */
    SEAL(1),
    /** Signs receipts and heads of the ledger; three years. */
    LOG(3);

    private final int years;

    KeyPurpose(int years) {
        this.years = years;
    }

    /** How long a certificate for this purpose is good. */
    int years() {
        return years;
    }
}
