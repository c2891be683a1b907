package vn.camket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** First the schema, then whoever waits for it: content, first administrator, demonstration. */
@ApplicationScoped
public class Start {
    /** Fact: the schema is current; rooms may load what they ship with. Observers run in order of {@code @Priority}. */
    public record SchemaReady() {}

    @Inject
    Schema schema;

    @Inject
    Event<SchemaReady> ready;

    private volatile boolean done;

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        schema.migrate();
        ready.fire(new SchemaReady());
        done = true;
    }

    /** Whether the application has started: before, there may be no schema. */
    public boolean isDone() {
        return done;
    }
}
