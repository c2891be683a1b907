package vn.camket.completion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Enrolment;

/**
 * What a person has to do in one campaign.
 *
 * @param unit figures of the agency that answers for the person, itself without those below it
 */
public record TaskList(Enrolment enrolment, List<Task> tasks, Figures unit, LocalDate today) {
    public long done() {
        return tasks.stream().filter(Task::isDone).count();
    }

    public boolean isFinished() {
        return !tasks.isEmpty() && done() == tasks.size();
    }

    /** The step at hand. */
    public Optional<Task> now() {
        return tasks.stream().filter(Task::isNow).findFirst();
    }

    /** The open step that is due first; null when nothing is owed. */
    public @Nullable LocalDate nextDue() {
        return tasks.stream()
                .filter(task -> !task.isDone() && !task.isRefused())
                .map(task -> task.step().dueOn())
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Days left until the step due first; negative when overdue. */
    public long nextDueIn() {
        var due = nextDue();
        return due == null ? 0 : new Due(due).daysLeft(today);
    }

    public long nextDueOver() {
        return -nextDueIn();
    }

    /** The pledge's receipt, once it is signed. */
    public @Nullable Task signed() {
        return tasks.stream().filter(task -> task.receipt() != null).findFirst().orElse(null);
    }

    /** The pledge that stands and is to be signed again. */
    public @Nullable Task again() {
        return tasks.stream()
                .filter(task -> task.pledge() != null && task.pledge().again() != null)
                .findFirst()
                .orElse(null);
    }

    public boolean isActive() {
        return enrolment.state() == Enrolment.State.ACTIVE;
    }

    public boolean isBefore() {
        return today.isBefore(enrolment.campaign().opensOn());
    }

    /** Whether the campaign's last day is over, though it was not closed yet. */
    public boolean isAfter() {
        return today.isAfter(enrolment.campaign().closesOn());
    }

    public boolean isRunning() {
        return isActive() && !isBefore() && !isAfter();
    }

    /** Days until the campaign's last day. */
    public long daysLeft() {
        return new Due(enrolment.campaign().closesOn()).daysLeft(today);
    }
}
