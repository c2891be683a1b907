package vn.camket.pledge;

import java.util.List;
import vn.camket.platform.VietnameseText;

/**
 * The head's rating as it was typed.
 *
 * @param seen mark of the thread on the page, see {@link PledgeThread#mark}
 * @param remark may be empty
 * @param reason why the sheet takes the place of the one before; not looked at for the first
 */
public record SheetDraft(String requestKey, String seen, List<Grading> gradings, String remark, String reason) {
    public static final int LONGEST_REMARK = 1000;

    public SheetDraft {
        remark = VietnameseText.clean(remark);
    }
}
