package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.access.Caller;
import vn.camket.pledge.PledgeChecking;
import vn.camket.pledge.Verification;

/** The public page that checks a pledge by its code. */
@Named
@RequestScoped
public class VerifyView {
    @Inject
    PledgeChecking checking;

    @Inject
    CheckRate rate;

    @Inject
    Caller caller;

    @Inject
    ExternalContext external;

    @Inject
    Clock clock;

    private @Nullable String code;
    private @Nullable Verification found;
    private long wait;

    public void open() {
        if (code == null || code.isBlank()) {
            return;
        }
        wait = rate.count(caller.address());
        if (wait > 0) {
            external.setResponseStatus(429);
            external.setResponseHeader("Retry-After", String.valueOf(wait));
        } else {
            found = checking.check(code).orElse(null);
        }
    }

    /** Whether a code was looked for. */
    public boolean isAsked() {
        return code != null && !code.isBlank() && wait == 0;
    }

    public boolean isRefused() {
        return wait > 0;
    }

    public @Nullable Verification getFound() {
        return found;
    }

    public Instant getNow() {
        return clock.instant();
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
