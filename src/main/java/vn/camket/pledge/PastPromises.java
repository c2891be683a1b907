package vn.camket.pledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The personal commitments of somebody's pledge before, with how the head saw them kept.
 *
 * @param commitments in the order of the paper
 * @param grades by {@link ThreadLine#key}; empty if they were not rated
 */
record PastPromises(List<PledgeContent.Commitment> commitments, Map<String, CommitmentGrade> grades) {
    /** With what the next pledge starts: all where nothing was rated, otherwise what was not fully kept. */
    List<PledgeContent.Commitment> toPromiseAgain() {
        return commitments.stream().filter(one -> !isMet(one)).toList();
    }

    /** Codes in the library of what was rated and not fully kept. */
    Set<String> unmetSources() {
        return grades.isEmpty()
                ? Set.of()
                : toPromiseAgain().stream()
                        .flatMap(one -> Stream.ofNullable(one.source()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isMet(PledgeContent.Commitment one) {
        return grades.get(ThreadLine.key(Optional.ofNullable(one.source()), one.wording())) == CommitmentGrade.MET;
    }
}
