package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.camket.campaign.CommitmentRule;

class PastPromisesTest {
    private static final List<PledgeContent.Commitment> THREE = List.of(
            new PledgeContent.Commitment("c-1", "Cam kết 1"),
            new PledgeContent.Commitment("c-3", "Cam kết 3"),
            new PledgeContent.Commitment(null, "Việc riêng"));

    @Test
    void withoutARatingAreAllPromisedAgain() {
        var past = new PastPromises(THREE, Map.of());

        assertThat(past.toPromiseAgain()).isEqualTo(THREE);
        assertThat(past.unmetSources()).isEmpty();
    }

    @Test
    void withARatingOnlyWhatWasNotFullyKept() {
        var past = new PastPromises(
                THREE,
                Map.of(
                        "source c-1", CommitmentGrade.MET,
                        "source c-3", CommitmentGrade.PARTLY,
                        "words viec rieng", CommitmentGrade.NOT_MET));

        assertThat(past.toPromiseAgain()).isEqualTo(THREE.subList(1, 3));
        assertThat(past.unmetSources()).containsExactly("c-3");
    }

    @Test
    void whatWasNotFullyKeptComesFirstAndIsPicked() {
        var offer = new CommitmentOffer(
                        CommitmentRule.OPTIONAL,
                        List.of(
                                new OfferedCommitment(7, "c-1", "Cam kết 1", CommitmentGroup.POSITION),
                                new OfferedCommitment(9, "c-3", "Cam kết 3", CommitmentGroup.EVERYBODY)))
                .first(Set.of("c-3", "gone"));

        assertThat(offer.offered())
                .containsExactly(
                        new OfferedCommitment(9, "c-3", "Cam kết 3", CommitmentGroup.UNMET),
                        new OfferedCommitment(7, "c-1", "Cam kết 1", CommitmentGroup.POSITION));
        assertThat(offer.again(THREE.subList(1, 3)))
                .isEqualTo(new CommitmentChoice(List.of(9L), List.of("Việc riêng")));
        assertThat(offer.again(List.of(new PledgeContent.Commitment("gone", "Đã ra khỏi danh mục")))
                        .own())
                .containsExactly("Đã ra khỏi danh mục");
    }
}
