package vn.camket.identity;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The little of CBOR (RFC 8949) that authenticators write: whole numbers, bytes, text, lists, maps and the two truths, all
 * of definite length. Numbers become Long, bytes byte[], lists List, maps Map; null becomes an empty Optional.
 */
final class Cbor {
    private static final int DEEPEST = 8;

    private final ByteBuffer bytes;

    private Cbor(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads one map, and leaves the buffer behind it.
     *
     * @throws IllegalArgumentException if there is none, or anything else than the above in it
     */
    static Map<Object, Object> map(ByteBuffer bytes) {
        try {
            if (new Cbor(bytes).value(0) instanceof Map<?, ?> map) {
                return Map.copyOf(map);
            }
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("Cut off", cut);
        }
        throw new IllegalArgumentException("No map");
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("Too deep");
        }
        var first = bytes.get() & 0xff;
        var argument = argument(first & 0x1f);
        return switch (first >> 5) {
            case 0 -> argument;
            case 1 -> -1 - argument;
            case 2 -> taken(argument);
            case 3 -> new String(taken(argument), StandardCharsets.UTF_8);
            case 4 -> list(argument, depth);
            case 5 -> map(argument, depth);
            case 7 -> simple(argument);
            default -> throw new IllegalArgumentException("Tags are not written by authenticators");
        };
    }

    private long argument(int short5) {
        var argument =
                switch (short5) {
                    case 24 -> bytes.get() & 0xff;
                    case 25 -> bytes.getShort() & 0xffff;
                    case 26 -> bytes.getInt() & 0xffffffffL;
                    case 27 -> bytes.getLong();
                    case 28, 29, 30, 31 -> throw new IllegalArgumentException("Length not definite");
                    default -> short5;
                };
        if (argument < 0) {
            throw new IllegalArgumentException("Too large");
        }
        return argument;
    }

    private byte[] taken(long length) {
        fits(length);
        var taken = new byte[(int) length];
        bytes.get(taken);
        return taken;
    }

    private List<Object> list(long length, int depth) {
        fits(length);
        var list = new ArrayList<>();
        for (var index = 0; index < length; index++) {
            list.add(value(depth + 1));
        }
        return list;
    }

    private Map<Object, Object> map(long length, int depth) {
        fits(length);
        var map = new LinkedHashMap<>();
        for (var index = 0; index < length; index++) {
            if (map.put(value(depth + 1), value(depth + 1)) != null) {
                throw new IllegalArgumentException("A key stands twice");
            }
        }
        return map;
    }

    private static Object simple(long argument) {
        return switch ((int) argument) {
            case 20 -> false;
            case 21 -> true;
            case 22 -> Optional.empty();
            default -> throw new IllegalArgumentException("Fractions are not written by authenticators");
        };
    }

    /** Every element has a byte at least: a length that lies costs no memory. */
    private void fits(long length) {
        if (length > bytes.remaining()) {
            throw new IllegalArgumentException("Cut off");
        }
    }
}
