package vn.camket.demonstration;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import vn.camket.platform.Settings;
import vn.camket.platform.web.Texts;

/** Names the accounts of the demonstration on the console, below whatever the server says of itself. */
@ApplicationScoped
class Welcome {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final int SECONDS_AFTER_START = 2;
    private static final String GAP = "  ";

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Settings settings;

    void announce() {
        var lines = lines(settings.publicUrl());
        var printing = executor.schedule(() -> System.out.println(lines), SECONDS_AFTER_START, TimeUnit.SECONDS);
    }

    static String lines(String url) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(text("user"), text("role"), text("name")));
        for (var row : Table.read("accounts")) {
            var user = Table.get(row, "user");
            rows.add(List.of(user, text("role." + user), Table.get(row, "name")));
        }
        var lines = new StringBuilder("\n");
        var rule = "-".repeat(width(rows, 0) + width(rows, 1) + width(rows, 2) + 4 * GAP.length());
        lines.append(rule).append('\n').append(GAP).append(text("title")).append('\n');
        lines.append(GAP)
                .append(Texts.text(VIETNAMESE, "demonstration.console.address", url, Keys.PASSWORD))
                .append('\n')
                .append(rule)
                .append('\n');
        for (var row : rows) {
            for (var column = 0; column < row.size(); column++) {
                var cell = row.get(column);
                lines.append(GAP).append(cell).append(" ".repeat(width(rows, column) - cell.length()));
            }
            lines.append('\n');
        }
        return lines.append(rule).toString();
    }

    private static String text(String key) {
        return Texts.text(VIETNAMESE, "demonstration.console." + key);
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
