package vn.camket.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.camket.platform.AnswerHeaders;

/** Puts its headers on every response that passes the gate. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders extends HttpFilter {
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getServletPath().endsWith(".xhtml")) {
            AnswerHeaders.write(request, response);
        } else {
            AnswerHeaders.writeWithPolicy(request, response);
        }
        chain.doFilter(request, response);
    }
}
