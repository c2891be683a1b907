package vn.camket.campaign.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.CommitmentRule;
import vn.camket.campaign.PlannedStep;
import vn.camket.campaign.Step;
import vn.camket.campaign.StepAudience;
import vn.camket.campaign.StepKind;

/** A row of the steps form. The page sends back which rows it had, so that nothing is mistaken for another. */
public class StepRow {
    private final StepKind kind;
    private final long subject;
    private String title = "";
    private StepAudience audience = StepAudience.ALL;
    private @Nullable LocalDate dueOn;
    private CommitmentRule commitments = CommitmentRule.OPTIONAL;

    private StepRow(StepKind kind, long subject) {
        this.kind = kind;
        this.subject = subject;
    }

    static StepRow of(Step step) {
        var row = new StepRow(step.kind(), step.subjectId());
        row.title = step.title();
        row.audience = step.audience();
        row.dueOn = step.dueOn();
        row.commitments = step.commitments();
        return row;
    }

    /** @param key {@code MODULE-12} @throws IllegalArgumentException when it is no such key */
    static StepRow of(String key) {
        var parts = key.split("-");
        return new StepRow(StepKind.valueOf(parts[0]), Long.parseLong(parts[1]));
    }

    PlannedStep planned() {
        return new PlannedStep(kind, subject, audience, dueOn, commitments);
    }

    void name(String newTitle) {
        title = newTitle;
    }

    public String getKey() {
        return kind + "-" + subject;
    }

    public StepKind getKind() {
        return kind;
    }

    public String getTitle() {
        return title;
    }

    public StepAudience getAudience() {
        return audience;
    }

    public void setAudience(StepAudience audience) {
        this.audience = audience;
    }

    public @Nullable LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(@Nullable LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public CommitmentRule getCommitments() {
        return commitments;
    }

    public void setCommitments(CommitmentRule commitments) {
        this.commitments = commitments;
    }

    /** Whether the row asks for a pledge, where personal commitments have a meaning. */
    public boolean isPledge() {
        return kind == StepKind.PLEDGE;
    }
}
