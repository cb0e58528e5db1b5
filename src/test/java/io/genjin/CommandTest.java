package io.genjin;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.Command;
import io.genjin.shared.CommandLine;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.TestStores;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;

/** A command works with the whole application beside a running one, in the same data directory. */
@GenjinTest
class CommandTest {

    private static final AtomicReference<List<String>> SEEN = new AtomicReference<>(List.of());

    @Autowired
    TestStores stores;

    @Value("${genjin.data}")
    String data;

    /** Found through {@code META-INF/services} of the tests. */
    public static final class ListDealerships implements Command {

        @Override
        public String name() {
            return "list-dealerships";
        }

        @Override
        public int run(CommandLine line, Supplier<ConfigurableApplicationContext> application) {
            try (ConfigurableApplicationContext open = application.get()) {
                SEEN.set(open.getBean(Dealerships.class).all().stream()
                        .map(dealership -> dealership.name())
                        .toList());
                return 0;
            }
        }
    }

    @Test
    void it_sees_what_the_running_genjin_has_written() {
        String name = stores.found().dealership().name();

        int status = Genjin.run(CommandLine.of(new String[] {"list-dealerships", "--data=" + data}));

        assertThat(status).isZero();
        assertThat(SEEN.get()).contains(name);
    }

    @Test
    void an_unknown_one_is_refused_with_status_2() {
        assertThat(Genjin.run(CommandLine.of(new String[] {"sell"}))).isEqualTo(2);
        assertThat(Genjin.run(CommandLine.of(new String[] {"backup"}))).isEqualTo(2);
    }
}
