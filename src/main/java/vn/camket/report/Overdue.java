package vn.camket.report;

/** SQL, over alias {@code e} (enrolment), of what a person still owes; one wording for figures, lists and files. */
final class Overdue {
    /** Steps {@code s} of the enrolment's campaign that concern the person and are not met. */
    static final String OPEN_STEPS =
            """
             from step s where s.campaign_id = e.campaign_id
               and (s.audience = 'ALL' or (s.audience = 'LEADERS' and e.leader)
                 or (s.audience = 'POLICY_MAKERS' and e.policy_maker))
               and not exists (select 1 from step_result r where r.enrolment_id = e.id and r.step_id = s.id)
            """;

    /** Has an open step whose due day is past; {@code #today} is a parameter. */
    static final String CONDITION = "exists (select 1" + OPEN_STEPS + " and s.due_on < #today)";

    private Overdue() {}
}
