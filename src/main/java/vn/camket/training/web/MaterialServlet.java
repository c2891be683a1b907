package vn.camket.training.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import vn.camket.platform.VietnameseText;
import vn.camket.training.Material;
import vn.camket.training.Materials;

/** Sends materials to those who may see them, whole or in parts, so that films can be sought and lost downloads go on. */
@WebServlet("/material/*")
public class MaterialServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int CHUNK = 65_536;

    @Inject
    transient Materials materials;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = id(request);
        var opened = id.isEmpty() ? java.util.Optional.<Materials.Opened>empty() : materials.open(id.getAsLong());
        if (opened.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var material = opened.get().material();
        var tag = "\"" + material.sha256() + "\"";
        describe(response, material, tag, request.getParameter("download") != null);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        try (var file = FileChannel.open(opened.get().file(), StandardOpenOption.READ)) {
            send(request, response, file, tag);
        }
    }

    private static OptionalLong id(HttpServletRequest request) {
        var path = String.valueOf(request.getPathInfo()).split("/", 3);
        return path.length > 1 && path[1].matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(path[1]))
                : OptionalLong.empty();
    }

    private static void describe(HttpServletResponse response, Material material, String tag, boolean download) {
        var type = material.mediaType();
        response.setContentType(type);
        response.setHeader("Content-Disposition", disposition(material.fileName(), download));
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, max-age=3600");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                type.startsWith("image/")
                        ? "sandbox; default-src 'none'; frame-ancestors 'self'"
                        : "default-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'");
    }

    /** RFC 6266: a plain name for old programs, the real one for all others. */
    static String disposition(String name, boolean download) {
        var plain = VietnameseText.fold(name).replaceAll("[^a-z0-9. _-]", "_");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (download ? "attachment" : "inline") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, FileChannel file, String tag)
            throws IOException {
        var condition = request.getHeader("If-Range");
        var asked = condition == null || condition.equals(tag) ? request.getHeader("Range") : null;
        var range = ByteRange.of(asked, file.size());
        if (range.equals(ByteRange.UNSATISFIABLE)) {
            response.setHeader("Content-Range", "bytes */" + file.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (range.partial()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + file.size());
        }
        response.setContentLengthLong(range.length());
        if (!"HEAD".equals(request.getMethod())) {
            copy(file.position(range.first()), range.length(), response);
        }
    }

    private static void copy(FileChannel file, long length, HttpServletResponse response) throws IOException {
        var buffer = ByteBuffer.allocate(CHUNK);
        var target = Channels.newChannel(response.getOutputStream());
        var left = length;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(CHUNK, left));
            if (file.read(buffer) < 0) {
                return;
            }
            buffer.flip();
            left -= buffer.remaining();
            target.write(buffer);
        }
    }
}
