package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes, or several threads, that need the same secret for the first time at the same moment. */
class KeyFolderTest {
    private static final int THREADS = 4;

    @TempDir
    Path parent;

    @Test
    void ofManyWhoWriteOnceTheFirstStands() throws Exception {
        var folder = new KeyFolder(parent);
        for (var round = 0; round < 60; round++) {
            var file = parent.resolve("round" + round);

            var seen = together(index -> {
                folder.writeOnce(file, new byte[] {(byte) index});
                return Files.readAllBytes(file)[0];
            });

            assertThat(seen).as("round " + round).containsOnly(Files.readAllBytes(file)[0]);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(parent)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".new"));
        }
    }

    @Test
    void nodesAndThreadsAgreeOnOneKey() throws Exception {
        for (var round = 0; round < 10; round++) {
            var folder = Files.createDirectory(parent.resolve("node" + round));
            var nodes = List.of(box(folder), box(folder));

            var sealed = together(index -> nodes.get(index % 2).seal("test", bytes("secret " + index)));

            for (var index = 0; index < THREADS; index++) {
                for (var node : nodes) {
                    assertThat(node.open("test", sealed.get(index))).hasValue(bytes("secret " + index));
                }
            }
        }
    }

    @Test
    void twoNodesPrepareOnePassphrase() throws Exception {
        for (var round = 0; round < 20; round++) {
            var folder = new KeyFolder(parent.resolve("prepared" + round));

            var seen = together(index -> {
                folder.prepare();
                folder.check();
                return new String(folder.passphrase());
            });

            assertThat(seen).as("round " + round).containsOnly(new String(folder.passphrase()));
        }
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    private static SecretBox box(Path folder) {
        var box = new SecretBox();
        box.keys = new SigningKeys() {
            @Override
            KeyFolder folder() {
                return new KeyFolder(folder);
            }
        };
        return box;
    }

    private interface Act<T> {
        T by(int index) throws IOException;
    }

    private static <T> List<T> together(Act<T> act) throws Exception {
        var start = new CyclicBarrier(THREADS);
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var calls = new ArrayList<Callable<T>>();
            for (var index = 0; index < THREADS; index++) {
                var own = index;
                calls.add(() -> {
                    start.await();
                    return act.by(own);
                });
            }
            var results = new ArrayList<T>();
            for (var result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
