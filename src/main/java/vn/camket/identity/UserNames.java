package vn.camket.identity;

import java.util.regex.Pattern;

/** What a user name looks like: 3 to 100 letters without marks, digits, and . _ @ or a hyphen, none of them first. */
final class UserNames {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,99}");

    private UserNames() {}

    /** @throws vn.camket.platform.Refusal USER_NAME_MALFORMED */
    static void check(String userName) {
        if (!SHAPE.matcher(Account.normal(userName)).matches()) {
            throw IdentityRefusal.USER_NAME_MALFORMED.with();
        }
    }
}
