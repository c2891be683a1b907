package vn.camket.identity;

import jakarta.security.enterprise.credential.Credential;

/** An account whose person has proved all that it asks for: the {@link Gate} lets it in. */
final class ProvenAccount implements Credential {
    private final Account account;

    ProvenAccount(Account account) {
        this.account = account;
    }

    Account account() {
        return account;
    }
}
