package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rounds over uploads that await a check, by a clock that each check moves on. */
class CertificateRecheckingTest {
    private static final Instant BEGIN = Instant.parse("2026-11-24T00:25:00Z");

    private final List<Long> checked = new ArrayList<>();
    private long seconds;

    @Test
    void aRoundThatEndsEarlyIsTakenUpWhereItEnded() {
        var signing = over(120);

        signing.checkAgain(now().plusSeconds(70));
        signing.checkAgain(now().plusSeconds(70));

        assertThat(checked)
                .containsExactlyElementsOf(
                        LongStream.concat(LongStream.rangeClosed(1, 120), LongStream.rangeClosed(1, 20))
                                .boxed()
                                .toList());
    }

    @Test
    void aRoundWithTimeEnoughChecksEachOnceWhereverItBegins() {
        var signing = over(120);
        signing.checkAgain(now().plusSeconds(70));
        checked.clear();

        signing.checkAgain(now().plusSeconds(1000));

        assertThat(checked).hasSize(120).doesNotHaveDuplicates().startsWith(71L).endsWith(70L);
    }

    @Test
    void oneThatFailsKeepsNoOtherFromBeingChecked() {
        over(3).checkAgain(now().plusSeconds(1000));

        assertThat(checked).containsExactly(1L, 2L, 3L);
    }

    private Instant now() {
        return BEGIN.plusSeconds(seconds);
    }

    /** Every check takes a second and fails in a way nobody foresaw. */
    @SuppressWarnings("UnnecessaryAssignment") // fakes by hand
    private CertificateSigning over(long count) {
        var signing = new CertificateSigning();
        signing.clock = new Clock() {
            @Override
            public Instant instant() {
                return now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        signing.desk = new UploadDesk() {
            @Override
            List<Long> awaiting(long afterId, int most) {
                return LongStream.rangeClosed(afterId + 1, Math.min(afterId + most, count))
                        .boxed()
                        .toList();
            }

            @Override
            Optional<SignedUpload> upload(long id) {
                checked.add(id);
                seconds++;
                throw new UnsupportedOperationException("upload " + id);
            }
        };
        return signing;
    }
}
