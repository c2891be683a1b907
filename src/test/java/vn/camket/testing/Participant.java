package vn.camket.testing;

/** Somebody in the campaign in progress who had no account: other tests do not touch what he does. */
public record Participant(String userName, long enrolment) {
    public static final String PASSWORD = Person.LEARNER.password();

    private static final String ONLY_THE_PLEDGE_LEFT =
            """
            not exists (select 1 from signature g where g.enrolment_id = e.id)
            and not exists (select 1 from refused_pledge f where f.enrolment_id = e.id)
            and not exists (select 1 from step s where s.campaign_id = e.campaign_id and s.kind = 'MODULE'
              and (s.audience = 'ALL' or (s.audience = 'LEADERS' and e.leader)
                or (s.audience = 'POLICY_MAKERS' and e.policy_maker))
              and not exists (select 1 from step_result r where r.step_id = s.id and r.enrolment_id = e.id))
            """;

    static long firstModule() {
        return Application.database()
                .number("select min(id) from step where campaign_id = ? and kind = 'MODULE'", Place.campaign());
    }

    static Participant whoHasNotBegun(long step) {
        return where("not exists (select 1 from study s where s.enrolment_id = e.id and s.step_id = " + step + ")");
    }

    public static Participant withOnlyThePledgeLeft() {
        return where(ONLY_THE_PLEDGE_LEFT);
    }

    /** As before, and with a pledge of an earlier campaign. */
    public static Participant whoPledgedBefore() {
        return where(
                ONLY_THE_PLEDGE_LEFT + " and exists (select 1 from signature o where o.employee_id = e.employee_id)");
    }

    /** With a pledge that stands, no head has confirmed, and nobody asked to withdraw. */
    public static Participant withAPledge() {
        return where(
                """
                e.completed_at is not null
                and exists (select 1 from signature g where g.enrolment_id = e.id and g.sequence = 1
                  and g.agency_id = e.agency_id
                  and not exists (select 1 from confirmation c where c.signature_id = g.id)
                  and not exists (select 1 from signature h where h.enrolment_id = e.id and h.sequence > 1)
                  and not exists (select 1 from signature_end x where x.signature_id = g.id))
                """);
    }

    /** Gives an account to the last person, no head, of whom the condition on the enrolment {@code e} holds. */
    private static Participant where(String condition) {
        var database = Application.database();
        var row = database.rows(
                        """
                        select e.id, e.employee_id from enrolment e
                        where e.campaign_id = ? and e.state = 'ACTIVE'
                          and not exists (select 1 from account a where a.employee_id = e.employee_id)
                          and not exists (select 1 from headship h where h.employee_id = e.employee_id)
                          and %s
                        order by e.id desc
                        """
                                .formatted(condition),
                        Place.campaign())
                .get(0);
        var employee = ((Number) row.get("employee_id")).longValue();
        var userName = "participant-" + employee;
        database.change(
                """
                insert into account (user_name, employee_id, display_name, password_hash, security_stamp, created_at)
                select ?, f.id, f.full_name, a.password_hash, a.security_stamp, a.created_at
                from employee f, account a where f.id = ? and a.user_name = ?
                """,
                userName,
                employee,
                Person.LEARNER.userName());
        return new Participant(userName, ((Number) row.get("id")).longValue());
    }

    String in(String page, long step) {
        return page + "?enrolment=" + enrolment + "&step=" + step;
    }

    public Screen screen() {
        return Screen.ofNobody().signIn(userName, PASSWORD);
    }

    public Http http() {
        var http = Http.anonymous();
        http.signIn(userName, PASSWORD);
        return http;
    }
}
