package vn.camket.platform;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** The container's session cookie follows {@link Settings#secureCookies()} like our own; web.xml cannot ask settings. */
@WebListener
public class SessionCookie implements ServletContextListener {
    @Inject
    Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        start.getServletContext().getSessionCookieConfig().setSecure(settings.secureCookies());
    }
}
