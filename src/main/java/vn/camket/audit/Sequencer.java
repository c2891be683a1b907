package vn.camket.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** Gives the waiting entries their leaves. Any number of nodes may call it: a row lock lets one work at a time. */
@ApplicationScoped
class Sequencer {
    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    @Inject
    LogKey key;

    @Inject
    Clock clock;

    /** One batch, one commit. @return empty if nothing waits */
    @Transactional(rollbackOn = SQLException.class)
    Optional<Batch.Done> batch() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return new Batch(connection).run(key, clock.instant());
        }
    }
}
