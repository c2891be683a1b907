package vn.camket.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** The steps of a verification that must be there as a whole or not at all. */
@ApplicationScoped
@Transactional(rollbackOn = SQLException.class)
class CheckTransactions {
    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    @Inject
    Clock clock;

    Optional<Long> begin() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return new CheckRows(connection).begin(clock.instant());
        }
    }

    void finish(long id, LedgerVerifier.Outcome outcome) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            new CheckRows(connection).finish(id, outcome, clock.instant());
        }
    }
}
