package vn.camket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Takes EclipseLink's habit away of asking a lost database three times with five seconds in between: meanwhile every thread
 * would wait, and nobody be told. No setting does it, so its login object is asked by name.
 */
@ApplicationScoped
class QueryRetries {
    @PersistenceContext
    EntityManager entities;

    void end(@Observes Start.SchemaReady ready) throws ReflectiveOperationException {
        var session = call(entities.getDelegate(), "getServerSession");
        var login = call(session, "getLogin");
        login.getClass().getMethod("setQueryRetryAttemptCount", int.class).invoke(login, 0);
    }

    private static Object call(Object target, String getter) throws ReflectiveOperationException {
        return target.getClass().getMethod(getter).invoke(target);
    }
}
