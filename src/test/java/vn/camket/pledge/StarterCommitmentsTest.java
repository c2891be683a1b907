package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vn.camket.platform.ContentFile;
import vn.camket.platform.VietnameseText;

class StarterCommitmentsTest {
    @Test
    void everyCommitmentOfTheFileCanBeStoredAndPrinted() {
        var seen = new ArrayList<String>();
        for (var section : ContentFile.read(StarterCommitments.FILE).sections()) {
            assertThat(section.numbered()).as(section.title()).isNotEmpty();
            for (var wording : section.numbered()) {
                var draft = StarterCommitments.draft(section, wording);
                draft.check();
                assertThat(draft.wording()).as(wording).endsWith(".");
                seen.add(VietnameseText.fold(draft.wording()));
            }
        }

        assertThat(seen).doesNotHaveDuplicates().hasSizeBetween(20, 40);
    }
}
