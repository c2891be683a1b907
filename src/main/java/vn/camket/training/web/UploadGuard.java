package vn.camket.training.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Denied;
import vn.camket.platform.access.Permission;

/** The one address that takes large bodies asks who sends one, before the server reads it. */
@WebFilter("/training/write/lesson.xhtml")
public class UploadGuard extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Inject
    transient Caller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if ("POST".equals(request.getMethod()) && !caller.may(Permission.WRITE_MODULES)) {
            throw new Denied();
        }
        chain.doFilter(request, response);
    }
}
