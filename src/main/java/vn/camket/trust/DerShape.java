package vn.camket.trust;

/**
 * The outline of what ASN.1 has written (X.690): how long the first element is and whether it is nested no deeper than
 * signatures need. Looked at before anything takes it apart.
 */
final class DerShape {
    private static final int DEEPEST = 40;

    private final byte[] bytes;

    private DerShape(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Length of the first element, its header included.
     *
     * @throws IllegalArgumentException if it is cut off, too deep, or no sequence
     */
    static int length(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != 0x30) {
            throw new IllegalArgumentException("No sequence");
        }
        return new DerShape(bytes).end(0, bytes.length, 0);
    }

    /** Where the element that begins at a place ends. */
    private int end(int from, int limit, int depth) {
        if (depth > DEEPEST || from + 2 > limit) {
            throw new IllegalArgumentException("Too deep or cut off at " + from);
        }
        var constructed = (bytes[from] & 0x20) != 0;
        var at = from + 1;
        if ((bytes[from] & 0x1f) == 0x1f) {
            while (at < limit && bytes[at] < 0) {
                at++;
            }
            at++;
        }
        if (at >= limit) {
            throw new IllegalArgumentException("Cut off at " + from);
        }
        var first = bytes[at++] & 0xff;
        if (first == 0x80) {
            return endOfIndefinite(at, limit, depth, constructed);
        }
        var length = first;
        if (first > 0x80) {
            var count = first & 0x7f;
            if (count > 3 || at + count > limit) {
                throw new IllegalArgumentException("Too long at " + from);
            }
            length = 0;
            for (; count > 0; count--) {
                length = (length << 8) | (bytes[at++] & 0xff);
            }
        }
        if (length > limit - at) {
            throw new IllegalArgumentException("Cut off at " + from);
        }
        var end = at + length;
        if (constructed) {
            while (at < end) {
                at = end(at, end, depth + 1);
            }
        }
        return end;
    }

    private int endOfIndefinite(int from, int limit, int depth, boolean constructed) {
        var at = from;
        if (!constructed) {
            throw new IllegalArgumentException("Without length at " + from);
        }
        while (at + 2 <= limit && !(bytes[at] == 0 && bytes[at + 1] == 0)) {
            at = end(at, limit, depth + 1);
        }
        if (at + 2 > limit) {
            throw new IllegalArgumentException("Without end at " + from);
        }
        return at + 2;
    }
}
