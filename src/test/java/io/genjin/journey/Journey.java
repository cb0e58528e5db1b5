package io.genjin.journey;

import com.microsoft.playwright.Browser;
import io.genjin.followup.Sweep;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A way that people go through the product in the browser. */
@GenjinTest
@ExtendWith(OneBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journey {

    private static final List<String> NAMES =
            List.of("张伟", "王芳", "刘洋", "陈静", "杨帆", "赵磊", "黄丽", "周杰", "吴敏", "徐强", "孙燕", "马超");
    private static final List<String> MODELS = List.of("朗逸 1.6 手动", "帕萨特 2.0T", "途观 1.8T", "凌渡 1.4T");
    private static final AtomicInteger NUMBERS = new AtomicInteger(20_000_000);

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    Sweep sweep;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    TestStores.Store store;
    Browser browser;

    @BeforeAll
    void openBrowser(Browser one) {
        browser = one;
    }

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    Visitor phone(StaffMember who) {
        return Visitor.onPhone(browser, base()).signIn(who.username());
    }

    Visitor desk(StaffMember who) {
        return Visitor.onDesk(browser, base()).signIn(who.username());
    }

    static String newMobile() {
        return "139" + NUMBERS.incrementAndGet();
    }

    /** A card that a consultant opens over the API, to have a store that lives. */
    String card(StaffMember owner, String grade, String nextDate) {
        int place = NUMBERS.get() % NAMES.size();
        Api.Answer answer = Api.as(owner.username(), port)
                .post(
                        "/api/v1/prospects",
                        Map.of(
                                "customerName",
                                NAMES.get(place),
                                "mobile",
                                newMobile(),
                                "source",
                                "WALK_IN",
                                "intentModels",
                                List.of(MODELS.get(place % MODELS.size())),
                                "grade",
                                grade,
                                "gradeEvidence",
                                List.of("CONFIDENCE", "NEED", "PURCHASING_POWER"),
                                "gradeOverrideReason",
                                "当面确认",
                                "nextFollowUpDate",
                                nextDate,
                                "nextFollowUpReason",
                                "LEFT_SHOWROOM_CALLBACK"));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.json().toString());
        }
        return answer.text("/id");
    }
}
