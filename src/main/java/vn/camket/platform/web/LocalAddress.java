package vn.camket.platform.web;

import java.util.regex.Pattern;

/** An address inside this application, as it may come back from a request: a path, never another host. */
public final class LocalAddress {
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/._~-]*(\\?[A-Za-z0-9=&%._~-]*)?");

    private LocalAddress() {}

    /** The address if it is local, otherwise the given one. */
    public static String orElse(String address, String otherwise) {
        return LOCAL.matcher(address).matches() && !address.startsWith("/api/") ? address : otherwise;
    }
}
