package vn.camket.platform.web;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a reader is in a long list: 20 rows a page.
 *
 * @param page from 1; a page beyond the end counts as the last
 * @param total rows in all
 * @param address link to the same list without a page, ending in ? or &amp;
 */
public record Paging(int page, long total, String address) {
    public static final int SIZE = 20;

    public Paging {
        page = (int) Math.max(1, Math.min(page, Math.max(1, (total + SIZE - 1) / SIZE)));
    }

    public int pages() {
        return (int) Math.max(1, (total + SIZE - 1) / SIZE);
    }

    /** Rows to skip. */
    public int offset() {
        return (page - 1) * SIZE;
    }

    /** Number of the first row shown, from 1; 0 when there is none. */
    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long last() {
        return Math.min(total, offset() + SIZE);
    }

    /** Up to five page numbers around this one. */
    public List<Integer> near() {
        var from = Math.max(1, Math.min(page - 2, pages() - 4));
        return IntStream.rangeClosed(from, Math.min(pages(), from + 4)).boxed().toList();
    }

    public String link(long number) {
        return address + "page=" + number;
    }
}
