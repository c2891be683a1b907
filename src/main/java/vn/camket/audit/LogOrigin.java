package vn.camket.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The name of this log, given at the first start: stands in everything that is signed, so that no two logs are mixed up. */
@ApplicationScoped
class LogOrigin {
    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    private volatile @Nullable String name;

    String name() {
        var known = name;
        if (known == null) {
            try (var connection = dataSource.getConnection()) {
                known = new LogTables(connection).origin(false);
                name = known;
            } catch (SQLException failure) {
                throw new IllegalStateException("The log has no name", failure);
            }
        }
        return known;
    }
}
