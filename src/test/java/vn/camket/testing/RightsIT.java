package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The account of daily work on MySQL writes evidence and can neither change nor delete it; the tests of all rooms run with it. */
class RightsIT {
    private static final List<String> EVIDENCE = List.of(
            "ledger_entry",
            "log_leaf",
            "tree_head",
            "audit_entry",
            "audit_digest",
            "signature",
            "signature_end",
            "withdrawal",
            "withdrawal_decision",
            "confirmation",
            "confirmation_act",
            "pledge_pdf",
            "pledge_assertion",
            "confirmed_list",
            "pledge_text_entry",
            "revocation_list",
            "signed_upload",
            "signed_upload_verdict",
            "signed_commitment");

    @Test
    void evidenceIsNeitherChangedNorDeleted() throws SQLException {
        assumeTrue(System.getProperty("mysql.daily.user") != null, "no account of daily work is at hand");
        try (var connection = Application.database().daily();
                var statement = connection.createStatement()) {
            for (var table : EVIDENCE) {
                assertThat(statement
                                .executeQuery("select count(*) from " + table)
                                .next())
                        .as(table)
                        .isTrue();
                var column = Application.database()
                        .text(
                                "select column_name from information_schema.columns where table_schema = database()"
                                        + " and table_name = ? order by ordinal_position limit 1",
                                table);
                for (var change : List.of(
                        "update " + table + " set " + column + " = " + column,
                        "delete from " + table,
                        "truncate table " + table,
                        "drop table " + table,
                        "alter table " + table + " add column other INT")) {
                    assertThatThrownBy(() -> statement.executeUpdate(change))
                            .as(change)
                            .hasMessageContaining("denied");
                }
            }
        }
    }
}
