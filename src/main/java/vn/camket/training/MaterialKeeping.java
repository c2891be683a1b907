package vn.camket.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Takes in the files of lessons. What the sender says about them does not count: kind and size are read from the content.
 * No transaction is open while the bytes come in.
 */
@ApplicationScoped
public class MaterialKeeping {
    /** Of a film, the largest kind. */
    private static final long LARGEST = 2000L * 1_048_576;

    @Inject
    ModuleWriting writing;

    @Inject
    MaterialStore store;

    /**
     * Stores a file and lets the lesson show it.
     *
     * @param fileName as the sender calls it
     * @throws vn.camket.platform.NotFound if there is no such lesson in scope
     * @throws vn.camket.platform.Refusal ALREADY_PUBLISHED; FILE_EMPTY; FILE_KIND; FILE_TOO_LARGE; STORAGE_FULL; nothing is
     *     left of the file
     */
    @Requires(Permission.WRITE_MODULES)
    public void take(long lessonId, String fileName, InputStream content) {
        writing.requireDraft(lessonId);
        var received = store.receive(content, LARGEST);
        try {
            var name = FileNames.clean(fileName);
            writing.attach(
                    lessonId, received, name, FileKind.of(received.file(), name).mediaType());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            store.discard(received.file());
        }
    }
}
