package vn.camket.report.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.web.Paging;
import vn.camket.report.AgencyRow;
import vn.camket.report.AgencySort;

/** The table of sub-agencies as it stands on a page: searched, sorted, cut to twenty lines. */
public final class AgencyTable {
    private final List<AgencyRow> found;
    private final Paging paging;

    /** @param address of the page with everything but the page number, ending in ? or &amp; */
    AgencyTable(List<AgencyRow> all, String search, AgencySort sort, int page, String address) {
        var words = VietnameseText.words(search);
        found = all.stream()
                .filter(row -> words.stream().allMatch(row.nameFolded()::contains))
                .sorted(order(sort))
                .toList();
        paging = new Paging(page, found.size(), address);
    }

    /** The agency's own people stand last in every order: they are the rest of the sum, not a unit to compare. */
    static Comparator<AgencyRow> order(AgencySort sort) {
        return Comparator.comparing(AgencyRow::own).thenComparing(sort.comparator());
    }

    public List<AgencyRow> rows() {
        return found.subList(paging.offset(), (int) paging.last());
    }

    public Paging paging() {
        return paging;
    }

    static String search(String text) {
        return text.isEmpty() ? "" : "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&";
    }
}
