package vn.camket.pledge;

import java.util.List;
import java.util.Optional;

/**
 * A template with its texts.
 *
 * @param texts the newest first
 * @param owner name of the agency that keeps it; empty for one that came with the application
 * @param editable whether it is in the caller's scope; others may copy it
 */
public record WrittenPledge(PledgeTemplate template, List<PledgeText> texts, Optional<String> owner, boolean editable) {
    public PledgeText newest() {
        return texts.get(0);
    }

    public boolean isDraft() {
        return newest().publishedAt().isEmpty();
    }

    /** The numbers that were published, the newest first. */
    public List<PledgeText> published() {
        return texts.stream().filter(text -> text.publishedAt().isPresent()).toList();
    }
}
