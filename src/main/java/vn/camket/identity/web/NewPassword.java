package vn.camket.identity.web;

import org.jspecify.annotations.Nullable;
import vn.camket.identity.IdentityRefusal;
import vn.camket.platform.Refusal;

/** A new password as a form asks for it: twice. */
final class NewPassword {
    private NewPassword() {}

    /** @throws Refusal PASSWORDS_DIFFER */
    static void same(@Nullable String wished, @Nullable String again) {
        if (wished != null && !wished.equals(again)) {
            throw IdentityRefusal.PASSWORDS_DIFFER.with();
        }
    }

    /** The input of a form that a refusal belongs to. */
    static String field(Refusal refusal, String form) {
        return form + (refusal.reason() == IdentityRefusal.PASSWORDS_DIFFER ? ":again" : ":wished");
    }
}
