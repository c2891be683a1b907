package vn.camket.platform;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a timer running, by {@code @Interceptors(Steady.class)} on its class: it does not ask a database that has no schema
 * yet, and a failure is written down and stays inside, or the container would end the timer after the second.
 */
public class Steady {
    private static final Logger LOG = Logger.getLogger(Steady.class.getName());

    @Inject
    Start start;

    @Inject
    Rounds rounds;

    @AroundTimeout
    @Nullable
    Object run(InvocationContext timeout) {
        if (start.isDone() && rounds.enter()) {
            try {
                return timeout.proceed();
            } catch (Exception failure) {
                LOG.log(
                        Level.WARNING,
                        timeout.getMethod().getDeclaringClass().getSimpleName()
                                + " failed; it tries again at its next time",
                        failure);
            } finally {
                rounds.leave();
            }
        }
        return null;
    }
}
