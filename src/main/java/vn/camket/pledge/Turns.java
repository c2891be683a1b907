package vn.camket.pledge;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One at a time for a key, on this node and outside any transaction: doubles of a request wait here, not on a row of the
 * database, and then find what the first one made.
 */
final class Turns {
    private static final int PLACES = 256;

    private final List<Lock> places =
            Stream.<Lock>generate(ReentrantLock::new).limit(PLACES).toList();

    <T> T in(long key, Supplier<T> act) {
        var place = places.get(Math.floorMod(key, PLACES));
        place.lock();
        try {
            return act.get();
        } finally {
            place.unlock();
        }
    }
}
