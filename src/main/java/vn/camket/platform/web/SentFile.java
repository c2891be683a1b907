package vn.camket.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** A file in a plain form ({@code multipart/form-data}), for pages that take one small file and keep no state. */
public final class SentFile {
    private SentFile() {}

    /**
     * The bytes of a file field.
     *
     * @param most bytes are read; of a larger file so many and one more
     * @return empty if no file was chosen, or the form sent none
     */
    public static byte[] of(HttpServletRequest request, String field, int most) throws IOException {
        if (!String.valueOf(request.getContentType()).startsWith("multipart/form-data")) {
            return new byte[0];
        }
        try {
            var part = request.getPart(field);
            if (part == null) {
                return new byte[0];
            }
            try (var content = part.getInputStream()) {
                return content.readNBytes(most + 1);
            }
        } catch (ServletException malformed) {
            return new byte[0];
        }
    }
}
