package io.genjin.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Walks the numbers of a page as a reader would: each count must open, what opens must have as many rows as the number says, and
 * each row must lead on. What it finds wrong it collects, for all pages together.
 */
public final class OpenedNumbers {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String[] NO_COUNTS = {
        "svg", "option", "input", "time", "form", "nav", "th", "h1", "h2", "h3", "caption"
    };
    private static final int MOST_PAGES = 60;

    /** With one number of a line, those of more than so many digits are left to the long form. */
    private static final int SHORT = 2;

    private final PlainBrowser reader;
    private final Set<String> faults = new LinkedHashSet<>();
    private final Map<String, Opened> opened = new HashMap<>();
    private final Map<String, Integer> checked = new LinkedHashMap<>();

    /** How many rows an address has, counted page by page, and how many of them lead nowhere. */
    private record Opened(long rows, List<String> leadNowhere) {}

    public OpenedNumbers(PlainBrowser reader) {
        this.reader = reader;
    }

    /** What was wrong, a line each. */
    public Collection<String> faults() {
        return faults;
    }

    /** How many numbers of each page were opened and counted. */
    public Map<String, Integer> checked() {
        return checked;
    }

    /**
     * @param most   how many numbers of a table's line are opened; those not opened are only looked at
     * @param beside what on this page is no count of rows, as CSS: targets, days, sums of lines above
     */
    public void walk(String path, int most, String... beside) {
        Document page = page(path);
        Element content = page.getElementById("content");
        if (content == null) {
            faults.add(path + ": no content");
            return;
        }
        for (Element one : content.getAllElements()) {
            if (isNumber(one.ownText()) && !opens(one) && !isBeside(one, beside)) {
                faults.add("%s: %s does not open in %s".formatted(path, one.ownText(), place(one)));
            }
        }
        int count = 0;
        for (Element link : links(content, most, beside)) {
            count++;
            check(path, link, page);
        }
        checked.put(path, count);
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip()).matches() && !text.strip().equals("0");
    }

    private static boolean opens(Element one) {
        return one.closest("a[href]") != null;
    }

    private static boolean isBeside(Element one, String... beside) {
        for (String no : NO_COUNTS) {
            if (one.closest(no) != null) {
                return true;
            }
        }
        for (String css : beside) {
            if (one.closest(css) != null) {
                return true;
            }
        }
        return false;
    }

    /** Of each line of a table so many, and all that stand alone. */
    private static List<Element> links(Element content, int most, String... beside) {
        Map<Element, Integer> ofLine = new HashMap<>();
        Set<String> addresses = new LinkedHashSet<>();
        List<Element> links = new ArrayList<>();
        for (Element link : content.select("a[href]")) {
            boolean tooLong = most == 1 && link.ownText().strip().length() > SHORT;
            if (!isNumber(link.ownText()) || isBeside(link, beside) || tooLong) {
                continue;
            }
            Element line = link.closest("tr");
            if (line != null && ofLine.merge(line, 1, Integer::sum) > most) {
                continue;
            }
            if (addresses.add(link.attr("href") + " " + link.ownText())) {
                links.add(link);
            }
        }
        return links;
    }

    private void check(String path, Element link, Document page) {
        long said = Long.parseLong(link.ownText().strip());
        if (link.attr("href").startsWith("#")) {
            if (page.select(link.attr("href")).isEmpty()) {
                faults.add("%s: %d opens nothing on the page itself".formatted(path, said));
            }
            return;
        }
        Opened rows = opened.computeIfAbsent(link.attr("href"), this::rows);
        if (rows.rows() != said) {
            faults.add("%s: %d opens %d rows of %s in %s"
                    .formatted(path, said, rows.rows(), link.attr("href"), place(link)));
        }
        rows.leadNowhere().forEach(row -> faults.add(link.attr("href") + ": a row leads nowhere: " + row));
    }

    private Opened rows(String first) {
        long rows = 0;
        List<String> leadNowhere = new ArrayList<>();
        String path = first;
        for (int pages = 0; !path.isEmpty() && pages < MOST_PAGES; pages++) {
            Document page = page(path);
            for (Element row : page.select("#content [data-row]")) {
                String counts = row.attr("data-counts");
                rows += counts.isEmpty() ? 1 : Long.parseLong(counts);
                if (row.select("a[href], [data-card]").isEmpty() && leadNowhere.isEmpty()) {
                    leadNowhere.add(row.text());
                }
            }
            Matcher next = Pattern.compile("cursor=").matcher("");
            path = page.select("#content > a[href], #content a.w-100[href]").stream()
                    .map(link -> link.attr("href"))
                    .filter(href -> next.reset(href).find())
                    .findFirst()
                    .orElse("");
        }
        return new Opened(rows, leadNowhere);
    }

    private Document page(String path) {
        HttpResponse<String> answer = reader.get(path.replace(" ", "%20"));
        if (answer.statusCode() != 200) {
            faults.add(path + ": " + answer.statusCode());
        }
        return Jsoup.parse(answer.body());
    }

    private static String place(Element one) {
        Element cell = one.closest("td, dd, li, .g-figure");
        Element line = one.closest("tr");
        return (line == null ? "" : line.select("th").text() + " | ")
                + (cell == null ? one.outerHtml() : cell.attr("data-label") + " " + cell.text());
    }
}
