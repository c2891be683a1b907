package vn.camket.identity;

import java.util.List;

/** Addresses open to people who are not signed in. Everything else asks for a session. */
final class PublicAddress {
    private static final List<String> ASSETS = List.of("/assets/", "/jakarta.faces.resource/", "/favicon.ico");
    private static final List<String> OPEN = List.of(
            "/api/identity/",
            "/api/log/",
            "/identity/sign-in.xhtml",
            "/identity/prefer",
            "/identity/activate.xhtml",
            "/verify/",
            "/pledge/verify.xhtml",
            "/audit/keys.xhtml",
            "/health/",
            "/WEB-INF/errors/");
    private static final List<String> CHANGING =
            List.of("/identity/password.xhtml", "/identity/sign-out", "/identity/prefer");
    private static final List<String> SECURING =
            List.of("/identity/security.xhtml", "/identity/password.xhtml", "/identity/sign-out", "/identity/prefer");

    private PublicAddress() {}

    static boolean isAsset(String path) {
        return ASSETS.stream().anyMatch(path::startsWith);
    }

    static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(path::startsWith);
    }

    /** Where a person whose password is temporary may act; at open addresses such a person is nobody in particular. */
    static boolean isForChangingPassword(String path) {
        return CHANGING.stream().anyMatch(path::startsWith);
    }

    /** The same for a person who must set a code first. */
    static boolean isForSecuring(String path) {
        return SECURING.stream().anyMatch(path::startsWith);
    }
}
