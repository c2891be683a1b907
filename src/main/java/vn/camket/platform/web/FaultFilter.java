package vn.camket.platform.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.AnswerHeaders;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.Denied;

/**
 * Answers requests that fail, before the container does: nothing there, not allowed, refused and expired are answers, and
 * stay out of the log; a fault is told with a reference, its cause is in the log once. Refuses bodies that are too large
 * by their announced size, without reading them.
 */
public class FaultFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    /** Bytes of an ordinary form or save. */
    private static final long USUAL = 2L * 1_048_576;

    /** A file of the largest kind, and the form around it. */
    private static final long LARGEST = 2001L * 1_048_576;

    private Map<String, Long> uploads = Map.of();

    /** Init parameter uploads: addresses that take files, comma-separated, each with = and megabytes if they are few. */
    @Override
    public void init() {
        uploads = Arrays.stream(getInitParameter("uploads").split(","))
                .map(upload -> upload.strip().split("="))
                .collect(Collectors.toUnmodifiableMap(
                        upload -> upload[0],
                        upload -> upload.length == 1 ? LARGEST : Long.parseLong(upload[1]) * 1_048_576));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var guarded = guarded(request, response);
        if (isTooLarge(request)) {
            answer(request, guarded, "413", null);
            return;
        }
        try {
            chain.doFilter(request, guarded);
        } catch (IOException | ServletException | RuntimeException fault) {
            if (response.isCommitted()) {
                throw fault;
            }
            answer(request, guarded, page(fault), fault);
        }
    }

    /**
     * What a request had set is forgotten when it ends in an error page. There is one content policy, the last: browsers
     * would apply two together, and block the scripts of both.
     */
    private static HttpServletResponse guarded(HttpServletRequest request, HttpServletResponse response) {
        return new HttpServletResponseWrapper(response) {
            @Override
            public void addHeader(String name, String value) {
                if ("Content-Security-Policy".equals(name)) {
                    setHeader(name, value);
                } else {
                    super.addHeader(name, value);
                }
            }

            @Override
            public void sendError(int status) throws IOException {
                sendError(status, null);
            }

            @Override
            public void sendError(int status, @Nullable String message) throws IOException {
                reset();
                AnswerHeaders.write(request, response);
                super.sendError(status, message);
            }
        };
    }

    /** Browsers always announce the size of what they send; nobody else may send without. */
    private boolean isTooLarge(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        var largest = uploads.get(request.getServletPath());
        return length > (largest == null ? USUAL : largest)
                || (length < 0 && request.getHeader("Transfer-Encoding") != null);
    }

    private static String page(Throwable fault) {
        for (Throwable next = fault; next != null; next = next.getCause()) {
            var page = known(next);
            if (page != null) {
                return page;
            }
        }
        return "500";
    }

    private static @Nullable String known(Throwable fault) {
        if (fault instanceof NotFound) {
            return "404";
        }
        if (fault instanceof Denied) {
            return "403";
        }
        if (fault instanceof Refusal) {
            return "409";
        }
        if (fault instanceof ViewExpiredException) {
            return "expired";
        }
        return null;
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, String page, @Nullable Throwable fault)
            throws IOException, ServletException {
        response.reset();
        AnswerHeaders.write(request, response);
        if (JsonFault.isAsked(request)) {
            AnswerHeaders.writeWithPolicy(request, response);
            JsonFault.answer(request, response, "413".equals(page) ? 413 : 500);
            return;
        }
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, fault);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/WEB-INF/errors/" + page + ".xhtml").forward(withoutBody(request), response);
        // Or the container would take the fault for one that nobody has answered.
        request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
    }

    /** The error page is no answer to the form that was sent, and must not read it: it may be what is too large. */
    private static HttpServletRequest withoutBody(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }

            @Override
            public @Nullable String getContentType() {
                return null;
            }

            @Override
            public @Nullable String getHeader(String name) {
                return "Faces-Request".equalsIgnoreCase(name) ? null : super.getHeader(name);
            }

            @Override
            public @Nullable String getParameter(String name) {
                return null;
            }

            @Override
            public Map<String, String[]> getParameterMap() {
                return Map.of();
            }

            @Override
            public Enumeration<String> getParameterNames() {
                return Collections.emptyEnumeration();
            }

            @Override
            public String @Nullable [] getParameterValues(String name) {
                return null;
            }
        };
    }
}
