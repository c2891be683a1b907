package vn.camket.demonstration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.StepAudience;
import vn.camket.campaign.StepKind;
import vn.camket.platform.Rows;
import vn.camket.platform.Vietnam;

/**
 * A campaign of the demonstration with its steps.
 *
 * @param owner name of the agency that leads it
 * @param lastDue due day of the pledge, and so of the whole
 */
record Round(
        long id,
        String owner,
        LocalDate opensOn,
        LocalDate closesOn,
        LocalDate lastDue,
        Instant openedAt,
        List<Planned> steps) {
    /** A step. @param version the module's published version; 0 for the pledge */
    record Planned(
            long id,
            int position,
            StepKind kind,
            long subject,
            long version,
            String title,
            StepAudience audience,
            LocalDate dueOn) {
        boolean concerns(Person person) {
            return audience.includes(person.leader(), person.policyMaker());
        }
    }

    private record Module(long id, long version, String title, @Nullable String titleEn, StepAudience audience) {}

    static final String NAME = "Cán bộ, công chức, viên chức nói không với tiêu cực";
    static final int WEEKS_SINCE = 8;
    static final int QUIZ_MINUTES = 20;
    private static final int WEEKS = 13;
    private static final List<Integer> DUE_DAYS = List.of(28, 42, 53, 63, 63);
    private static final List<String> GROUNDS =
            List.of("qd-1190-2019-tld", "qd-1847-2018-ttg", "ct-10-2019-ttg", "luat-pctn-2018", "luat-cbcc-2025");

    private static String cycleName(LocalDate opensOn) {
        return "Đợt năm " + opensOn.getYear();
    }

    String cycleName() {
        return cycleName(opensOn);
    }

    /** The steps that concern a person, in order. */
    List<Planned> stepsOf(Person person) {
        return steps.stream().filter(step -> step.concerns(person)).toList();
    }

    /**
     * Writes a campaign that was opened.
     *
     * @param closed whether it was also closed, the day after its last
     */
    static Round write(Connection connection, Units units, LocalDate opensOn, long byAccount, boolean closed)
            throws SQLException {
        var closesOn = opensOn.plusWeeks(WEEKS);
        var openedAt = Vietnam.start(opensOn).plusSeconds(8 * 3600);
        var modules = modules(connection);
        try (var rows = new Rows(connection)) {
            var campaigns = rows.into(
                    "campaign",
                    "id",
                    "agency_id",
                    "name",
                    "name_en",
                    "cycle_name",
                    "description",
                    "opens_on",
                    "closes_on",
                    "created_at",
                    "opened_at",
                    "opened_by",
                    "closed_at",
                    "closed_by");
            var documents = rows.into("campaign_document", "campaign_id", "document_id", "position");
            var phases = rows.into("phase", "campaign_id", "position", "name", "starts_on", "ends_on");
            var steps = rows.into(
                    "step",
                    "id",
                    "campaign_id",
                    "position",
                    "kind",
                    "subject_id",
                    "title",
                    "title_en",
                    "audience",
                    "due_on");
            var audiences = rows.into("audience_rule", "campaign_id", "agency_id", "leaders");
            var id = campaigns.nextId();
            campaigns.add(
                    id,
                    units.root().id(),
                    NAME,
                    "Public servants say no to misconduct",
                    cycleName(opensOn),
                    "Học bốn chuyên đề, làm bài kiểm tra cuối mỗi chuyên đề và ký bản cam kết cá nhân. "
                            + "Người giữ chức vụ lãnh đạo, quản lý học thêm chuyên đề về trách nhiệm nêu gương.",
                    opensOn,
                    closesOn,
                    openedAt.minusSeconds(20 * 86_400),
                    openedAt,
                    byAccount,
                    closed ? Vietnam.end(closesOn).plusSeconds(8 * 3600) : null,
                    closed ? byAccount : null);
            var place = 0;
            for (var document : documents(connection)) {
                documents.add(id, document, ++place);
            }
            phases.add(id, 1, "Quán triệt, phát động", opensOn, opensOn.plusDays(13));
            phases.add(id, 2, "Học tập, kiểm tra", opensOn.plusDays(14), opensOn.plusDays(62));
            phases.add(id, 3, "Ký cam kết, tổng kết", opensOn.plusDays(63), closesOn);
            audiences.add(id, units.root().id(), "ANY");
            var planned = new ArrayList<Planned>();
            for (var module : modules) {
                var step = new Planned(
                        steps.nextId(),
                        planned.size() + 1,
                        StepKind.MODULE,
                        module.id(),
                        module.version(),
                        module.title(),
                        module.audience(),
                        opensOn.plusDays(DUE_DAYS.get(planned.size())));
                planned.add(step);
                addStep(steps, id, step, module.titleEn());
            }
            var pledge = new Planned(
                    steps.nextId(),
                    planned.size() + 1,
                    StepKind.PLEDGE,
                    single(connection, "select id from pledge_template where code = 'ban-cam-ket-ca-nhan'"),
                    0,
                    "Bản cam kết cá nhân",
                    StepAudience.ALL,
                    opensOn.plusDays(77));
            planned.add(pledge);
            addStep(steps, id, pledge, "Personal pledge");
            return new Round(
                    id, units.root().name(), opensOn, closesOn, pledge.dueOn(), openedAt, List.copyOf(planned));
        }
    }

    private static void addStep(Rows.Table steps, long campaign, Planned step, @Nullable String titleEn)
            throws SQLException {
        steps.add(
                step.id(),
                campaign,
                step.position(),
                step.kind(),
                step.subject(),
                step.title(),
                titleEn,
                step.audience(),
                step.dueOn());
    }

    private static List<Module> modules(Connection connection) throws SQLException {
        var modules = new ArrayList<Module>();
        try (var query = connection.createStatement();
                var result = query.executeQuery(
                        """
                        select m.id, v.id, v.title, v.title_en, v.audience
                        from module m join module_version v on v.module_id = m.id
                        where v.published_at is not null
                        order by m.id
                        """)) {
            while (result.next()) {
                modules.add(new Module(
                        result.getLong(1),
                        result.getLong(2),
                        result.getString(3),
                        result.getString(4),
                        StepAudience.valueOf(result.getString(5))));
            }
        }
        return modules;
    }

    private static List<Long> documents(Connection connection) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var query = connection.prepareStatement("select id from legal_document where code = ?")) {
            for (var code : GROUNDS) {
                query.setString(1, code);
                try (var result = query.executeQuery()) {
                    while (result.next()) {
                        ids.add(result.getLong(1));
                    }
                }
            }
        }
        return ids;
    }

    static long single(Connection connection, String sql) throws SQLException {
        try (var query = connection.createStatement();
                var result = query.executeQuery(sql)) {
            if (!result.next()) {
                throw new IllegalStateException("Nothing found by: " + sql);
            }
            return result.getLong(1);
        }
    }
}
