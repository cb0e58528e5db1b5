package io.genjin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.GenjinTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kinds of facts that people are told of stand in the groups, in the index and in the concerns. */
@GenjinTest
class NoticeKindsTest {

    private static final Pattern KIND = Pattern.compile("'([A-Z]+(?:_[A-Z]+)*)'");
    private static final Pattern OF_KIND = Pattern.compile("e\\.kind (?:= '[A-Z_]+'|in \\([^)]*\\))");

    @Autowired
    JdbcClient jdbc;

    private static Set<String> named(String sql) {
        return KIND.matcher(sql).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> told() {
        return Arrays.stream(NoticeGroup.values())
                .flatMap(group -> group.kinds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("the partial index lists exactly the kinds of the groups, so that every bell is read from it")
    void index() {
        String index = jdbc.sql("select indexdef from pg_indexes where indexname = 'journal_entry_notice_idx'")
                .query(String.class)
                .single();
        assertThat(named(index)).isEqualTo(told());
    }

    @Test
    @DisplayName("no kind stands in two groups")
    void once() {
        List<String> all = Arrays.stream(NoticeGroup.values())
                .flatMap(group -> group.kinds().stream())
                .toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(kind -> assertThat(NoticeGroup.of(kind).kinds()).contains(kind));
    }

    @Test
    @DisplayName("each kind concerns somebody, and each concern names only kinds that are told")
    void concerns() {
        Set<String> concerning = Arrays.stream(Concern.values())
                .flatMap(concern -> OF_KIND.matcher(concern.condition()).results())
                .flatMap(found -> named(found.group()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(concerning).isEqualTo(told());
    }
}
