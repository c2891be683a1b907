package vn.camket.training.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a Range header asks for (RFC 9110, section 14). Several ranges at once, other units and
 * malformed headers count as none: the whole file is sent, as the RFC allows.
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, inclusive
 * @param partial whether the answer is 206
 */
record ByteRange(long first, long last, boolean partial) {
    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /** No byte of the file lies in the range asked for: the answer is 416. */
    static final ByteRange UNSATISFIABLE = new ByteRange(0, -1, true);

    /** @param size bytes of the file */
    static ByteRange of(@Nullable String header, long size) {
        var whole = new ByteRange(0, size - 1, false);
        if (header == null) {
            return whole;
        }
        var match = SINGLE.matcher(header);
        if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
            return whole;
        }
        if (match.group(1).isEmpty()) {
            var suffix = Math.min(size, Long.parseLong(match.group(2)));
            return suffix == 0 ? UNSATISFIABLE : new ByteRange(size - suffix, size - 1, true);
        }
        var first = Long.parseLong(match.group(1));
        var last = match.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(match.group(2)));
        if (!match.group(2).isEmpty() && Long.parseLong(match.group(2)) < first) {
            return whole;
        }
        return first >= size ? UNSATISFIABLE : new ByteRange(first, last, true);
    }

    long length() {
        return last - first + 1;
    }
}
