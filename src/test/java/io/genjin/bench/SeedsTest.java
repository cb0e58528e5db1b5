package io.genjin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.GenjinTest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GenjinTest
@DisplayName("What the benchmark copies of a customer")
class SeedsTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("leads to nothing that is not copied as well, so that a filled database is a whole one")
    void closed() {
        String copied = Seeds.tableNames().stream().collect(Collectors.joining("','", "'", "'"));
        List<String> astray =
                jdbc.sql("""
                        select a.attname
                          from pg_constraint c
                          join pg_attribute a
                            on a.attrelid = c.conrelid
                           and a.attnum = any (c.conkey)
                         where c.contype = 'f'
                           and c.conrelid::regclass::text in (%1$s)
                           and c.confrelid::regclass::text not in (%1$s, 'dealership', 'staff_member')
                           and a.attname <> 'dealership_id'
                         order by 1
                        """.formatted(copied)).query(String.class).list();
        assertThat(Replica.LEFT_EMPTY).containsAll(astray);
    }
}
