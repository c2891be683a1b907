package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.camket.campaign.CommitmentRule;
import vn.camket.platform.Refusal;

class CommitmentOfferTest {
    private static final CommitmentOffer OFFER = offer(CommitmentRule.OPTIONAL);

    @Test
    void takesThoseOfTheLibraryInThePagesOrderThenTheOwnOnes() {
        var commitments = OFFER.commitments(choice(List.of(3L, 1L), "  Việc  riêng ", ""));

        assertThat(commitments)
                .containsExactly(
                        new PledgeContent.Commitment("c-1", "Cam kết 1"),
                        new PledgeContent.Commitment("c-3", "Cam kết 3"),
                        new PledgeContent.Commitment(null, "Việc riêng"));
    }

    @Test
    void takesNoSentenceTwice() {
        assertThat(OFFER.commitments(choice(List.of(1L), "CAM KẾT 1", "cam ket 1")))
                .hasSize(1);
    }

    @Test
    void asksForNothingWhereNothingIsAsked() {
        assertThat(offer(CommitmentRule.NONE).commitments(choice(List.of(1L), "Việc riêng")))
                .isEmpty();
    }

    @Test
    void asksForOneWhereOneIsRequired() {
        assertRefused(offer(CommitmentRule.REQUIRED), choice(List.of()), PledgeRefusal.COMMITMENTS_MISSING);
        assertThat(offer(CommitmentRule.REQUIRED).commitments(choice(List.of(), "Việc riêng")))
                .hasSize(1);
    }

    @Test
    void takesFiveAndThreeAtMost() {
        assertThat(OFFER.commitments(choice(List.of(1L, 2L, 3L, 4L, 5L), "a", "b", "c")))
                .hasSize(8);
        assertRefused(OFFER, choice(List.of(1L, 2L, 3L, 4L, 5L, 6L)), PledgeRefusal.COMMITMENTS_TOO_MANY);
        assertRefused(OFFER, choice(List.of(), "a", "b", "c", "d"), PledgeRefusal.COMMITMENTS_TOO_MANY);
    }

    @Test
    void refusesWhatIsNotOffered() {
        assertRefused(OFFER, choice(List.of(99L)), PledgeRefusal.COMMITMENT_GONE);
    }

    @Test
    void refusesOwnWordsThatAreTooLongOrCannotBeSeen() {
        assertRefused(OFFER, choice(List.of(), "x".repeat(301)), PledgeRefusal.TEXT_TOO_LONG);
        assertRefused(OFFER, choice(List.of(), "vui 😀"), PledgeRefusal.TEXT_INVISIBLE);
        assertRefused(OFFER, choice(List.of(), "ẩn\u200Bchữ"), PledgeRefusal.TEXT_INVISIBLE);
        assertThat(OFFER.possible(choice(List.of(99L), "x".repeat(301), "ẩn\u200Bchữ", "được")))
                .containsExactly(new PledgeContent.Commitment(null, "được"));
    }

    @Test
    void theMarkIsOfWhatIsOnThePaper() {
        var choice = choice(List.of(3L, 1L), "Việc riêng");

        assertThat(choice.mark()).isEqualTo("1,3|Việc riêng");
        assertThat(choice.isWhatWasShown("1,3|Việc riêng")).isTrue();
        assertThat(choice.isWhatWasShown("1|Việc riêng")).isFalse();
        assertThat(choice.isWhatWasShown("")).isFalse();
        assertThat(CommitmentChoice.NONE.isWhatWasShown("")).isTrue();
    }

    @Test
    void aPostIsComparedWordByWord() {
        assertThat(CommitmentOffers.padded("Công chức Tư pháp – Hộ tịch")).isEqualTo(" cong chuc tu phap ho tich ");
    }

    private static void assertRefused(CommitmentOffer offer, CommitmentChoice choice, PledgeRefusal reason) {
        assertThatThrownBy(() -> offer.commitments(choice))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static CommitmentChoice choice(List<Long> picked, String... own) {
        return new CommitmentChoice(picked, List.of(own));
    }

    private static CommitmentOffer offer(CommitmentRule rule) {
        return new CommitmentOffer(
                rule,
                LongStream.rangeClosed(1, 7)
                        .mapToObj(
                                id -> new OfferedCommitment(id, "c-" + id, "Cam kết " + id, CommitmentGroup.EVERYBODY))
                        .toList());
    }
}
