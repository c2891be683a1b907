package vn.camket.quiz;

import java.util.List;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;
import vn.camket.platform.NotFound;

/** An attempt with its place in the campaign and the state of its slots. */
public record Sitting(Attempt attempt, Enrolment enrolment, Step step, List<SlotState> slots) {
    public Sitting {
        slots = List.copyOf(slots);
    }

    /** @throws NotFound if there is no such slot */
    public SlotState slot(int number) {
        if (number < 1 || number > slots.size()) {
            throw new NotFound();
        }
        return slots.get(number - 1);
    }

    public int answered() {
        return (int) slots.stream().filter(SlotState::isAnswered).count();
    }

    public int flagged() {
        return (int) slots.stream().filter(SlotState::flagged).count();
    }

    public int unanswered() {
        return slots.size() - answered();
    }

    /** Where to continue: the first slot without an answer, 0 when all have one. */
    public int firstUnanswered() {
        return slots.stream()
                .filter(slot -> !slot.isAnswered())
                .mapToInt(SlotState::slot)
                .findFirst()
                .orElse(0);
    }

    /** The highest sequence saved in any slot. */
    public long sequence() {
        return slots.stream().mapToLong(SlotState::sequence).max().orElse(0);
    }

    public int needed() {
        return Score.needed(attempt.paper().passPercent(), slots.size());
    }
}
