package vn.camket.pledge;

import java.util.List;

/** @param relyingParty name for which the keys are good; @param credentials base64url; none where passkeys cannot be used */
public record PasskeyChoice(String relyingParty, List<String> credentials) {
    /** The credentials, parted by blanks. */
    public String known() {
        return String.join(" ", credentials);
    }
}
