package vn.camket.platform.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Asks for the declared permission before the transaction opens. */
@Interceptor
@Requires(Permission.TAKE_PART)
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class RequiresInterceptor {
    @Inject
    Caller caller;

    @AroundInvoke
    @Nullable
    Object ask(InvocationContext invocation) throws Exception {
        var declared = invocation.getMethod().getAnnotation(Requires.class);
        if (declared == null) {
            declared = invocation.getMethod().getDeclaringClass().getAnnotation(Requires.class);
        }
        if (declared != null && !caller.may(declared.value())) {
            throw new Denied();
        }
        return invocation.proceed();
    }
}
