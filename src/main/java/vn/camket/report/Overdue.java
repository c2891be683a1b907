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

    /** A declared refusal {@code f} that the person has not taken back by signing after it. */
    static final String REFUSAL_STANDS =
            """
            not exists (select 1 from signature g where g.enrolment_id = f.enrolment_id and g.step_id = f.step_id
              and g.ledger_entry_id > f.ledger_entry_id)""";

    /** Of those steps the ones that are still owed: who has refused to sign is not chased for it. */
    static final String OWED_STEPS = OPEN_STEPS
            + " and not exists (select 1 from refused_pledge f where f.enrolment_id = e.id and f.step_id = s.id and "
            + REFUSAL_STANDS + ")";

    /** Has refused a pledge of the campaign, and the refusal stands. */
    static final String REFUSED =
            "exists (select 1 from refused_pledge f where f.enrolment_id = e.id and " + REFUSAL_STANDS + ")";

    /** Has an open step whose due day is past; {@code #today} is a parameter. */
    static final String CONDITION = "exists (select 1" + OWED_STEPS + " and s.due_on < #today)";

    private Overdue() {}
}
