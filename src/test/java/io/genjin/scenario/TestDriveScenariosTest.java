package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.Tenancy;
import io.genjin.staff.Role;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Scenario 33 and what else a dealership asks of its test drives (2.6, 3.5). */
class TestDriveScenariosTest extends Stage {

    static final String SIGNATURE = "100,200 300,120 500,260 700,140;200,300 620,310";

    private Api ma;
    private String car;
    private String route;

    @BeforeEach
    void carAndRouteAreThere() {
        stores.member(store.dealership(), "ma", "马俊", Role.TEST_DRIVE_SPECIALIST);
        ma = Api.as("ma." + store.dealership().id().value(), port);
        car = car("沪A12345", "1M8GDM9AXKP042788", "2027-03-01");
        Api.Answer added = chen.post(
                "/api/v1/test-drive-routes",
                Map.of("name", "高架线", "metres", 8500, "minutes", 30, "description", "门店—中环—门店"));
        assertThat(added.status()).as(added.json().toString()).isEqualTo(201);
        route = added.text("/id");
    }

    private String car(String plate, String vin, String insuredUntil) {
        Map<String, Object> body = new HashMap<>();
        body.put("plate", plate);
        body.put("vin", vin);
        body.put("model", "朗逸 1.4T");
        body.put("gearbox", "AUTOMATIC");
        body.put("licensedOn", "2026-01-05");
        body.put("insuredUntil", insuredUntil);
        body.put("km", 1200);
        Api.Answer answer = ma.post("/api/v1/test-cars", body);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private void checked(String which) {
        Api.Answer answer = ma.post(
                "/api/v1/test-cars/" + which + "/checks",
                Map.of("clean", true, "fuelEighths", 6, "stickers", true, "documents", true));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    private Map<String, Object> wish(String mode, String from) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("car", car);
        wish.put("route", route);
        wish.put("mode", mode);
        wish.put("from", from == null ? null : from + ":00+08:00");
        return wish;
    }

    private Api.Answer book(Api who, String prospect, String mode, String from) {
        return who.post("/api/v1/prospects/" + prospect + "/test-drives", wish(mode, from));
    }

    private String booked(Api who, String prospect, String mode, String from) {
        Api.Answer answer = book(who, prospect, mode, from);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private static Map<String, Object> sheet(String mode, String issuedOn) {
        Map<String, Object> sheet = new HashMap<>();
        sheet.put("mode", mode);
        sheet.put("version", 1);
        sheet.put("driverName", "张伟");
        sheet.put("customerSignature", SIGNATURE);
        sheet.put("staffSignature", SIGNATURE);
        if (issuedOn != null) {
            sheet.put("licenceNumber", "110101194912310024");
            sheet.put("licenceClass", "C1");
            sheet.put("licenceIssuedOn", issuedOn);
            sheet.put("licenceValidUntil", "2031-12-31");
        }
        return sheet;
    }

    private Api.Answer sign(Api who, String drive, Map<String, Object> sheet) {
        return who.post("/api/v1/test-drives/" + drive + "/agreement", sheet);
    }

    private Api.Answer start(Api who, String drive, int km) {
        return who.post("/api/v1/test-drives/" + drive + "/start", Map.of("km", km));
    }

    private Api.Answer back(Api who, String drive, int km) {
        return who.post("/api/v1/test-drives/" + drive + "/return", Map.of("km", km));
    }

    private String driven(Api who, String prospect, String mode) {
        String drive = booked(who, prospect, mode, null);
        Api.Answer signed = sign(who, drive, sheet(mode, mode.equals("RIDE") ? null : "2020-05-01"));
        assertThat(signed.status()).as(signed.json().toString()).isEqualTo(200);
        int km = ma.get("/api/v1/test-cars/" + car).json().at("/km").asInt();
        Api.Answer started = start(who, drive, km);
        assertThat(started.status()).as(started.json().toString()).isEqualTo(200);
        return drive;
    }

    @Test
    @DisplayName(
            "33: Given licence younger than one year, when DRIVE chosen, then only RIDE is allowed; no drive counts"
                    + " without signed agreement")
    void aYoungLicenceOnlyRides() {
        String prospect = opened(li, card("B", "2026-03-04"));
        checked(car);
        String drive = booked(li, prospect, "DRIVE", "2026-03-02T10:00");

        Api.Answer early = start(li, drive, 1200);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text("/detail")).contains("没有签试乘试驾协议");

        Api.Answer young = sign(li, drive, sheet("DRIVE", "2025-03-03"));
        assertThat(young.status()).isEqualTo(422);
        assertThat(young.json().toString()).contains("licenceIssuedOn").contains("未满 1 年，只能试乘");
        assertThat(entries(prospect, "DRIVE_AGREED")).isEmpty();

        Api.Answer ride = sign(li, drive, sheet("RIDE", null));
        assertThat(ride.status()).as(ride.json().toString()).isEqualTo(200);
        assertThat(ride.text("/mode")).isEqualTo("RIDE");

        clock.set("2026-03-02T10:00");
        assertThat(start(li, drive, 1200).status()).isEqualTo(200);
        clock.set("2026-03-02T10:28");
        Api.Answer claimed = li.post("/api/v1/test-drives/" + drive + "/return", Map.of("km", 1209, "mode", "DRIVE"));
        assertThat(claimed.status()).isEqualTo(422);
        assertThat(claimed.json().toString()).contains("不能登记为试驾");
        assertThat(back(li, drive, 1209).status()).isEqualTo(200);

        assertThat(entries(prospect, "TEST_DRIVEN")).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.at("/details/mode").asString("")).isEqualTo("RIDE");
            assertThat(entry.at("/details/minutes").asInt()).isEqualTo(28);
            assertThat(entry.at("/details/km").asInt()).isEqualTo(9);
            assertThat(entry.at("/details/model").asString("")).isEqualTo("朗逸 1.4T");
        });
        assertThat(li.get("/api/v1/prospects/" + prospect + "/test-drives")
                        .json()
                        .at("/testDriven")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName(
            "33: a licence held for exactly one year drives; its number is sealed, and shown and written down nowhere")
    void exactlyAYearDrives() {
        String prospect = opened(li, card("B", "2026-03-04"));
        String drive = booked(li, prospect, "BOTH", "2026-03-02T10:00");
        Api.Answer signed = sign(li, drive, sheet("BOTH", "2025-03-02"));
        assertThat(signed.status()).as(signed.json().toString()).isEqualTo(200);
        assertThat(signed.text("/agreement/licenceNumber")).isEqualTo("110***********0024");
        assertThat(signed.json().toString()).doesNotContain("110101194912310024");
        assertThat(zhou.get("/api/v1/prospects/" + prospect + "/journal").json().toString())
                .doesNotContain("110101194912310024");
        String stored = asApplication("select row_to_json(a)::text from test_drive_agreement a where dealership_id = "
                + store.dealership().id().value());
        assertThat(stored).contains("licence_sealed").doesNotContain("11010119491231002");
    }

    @Test
    @DisplayName(
            "33: an expired licence, one of the wrong class, or a number without its check is refused at the field")
    void otherLicencesAreRefusedAtTheirField() {
        String prospect = opened(li, card("B", "2026-03-04"));
        String drive = booked(li, prospect, "DRIVE", "2026-03-02T10:00");
        Map<String, Object> sheet = sheet("DRIVE", "2019-01-01");
        sheet.put("licenceValidUntil", "2026-03-01");
        Api.Answer expired = sign(li, drive, sheet);
        assertThat(expired.status()).isEqualTo(422);
        assertThat(expired.json().toString()).contains("licenceValidUntil").contains("已过期");
        sheet.put("licenceValidUntil", "2026-03-02");
        sheet.put("licenceNumber", "110101194912310021");
        Api.Answer wrong = sign(li, drive, sheet);
        assertThat(wrong.json().toString()).contains("licenceNumber");
        sheet.put("licenceNumber", "110101194912310024");
        sheet.put("customerSignature", "10,10 12,12");
        assertThat(sign(li, drive, sheet).json().toString()).contains("customerSignature");
        sheet.put("customerSignature", SIGNATURE);
        sheet.put("version", 7);
        assertThat(sign(li, drive, sheet).json().toString()).contains("version");
        sheet.put("version", 1);
        assertThat(sign(li, drive, sheet).status()).isEqualTo(200);
        assertThat(sign(li, drive, sheet).status()).isEqualTo(409);
    }

    @Test
    @DisplayName("50 people book one slot at the same moment: one wins, the others read the next free slot")
    void oneOfFiftyWins() throws Exception {
        List<String> prospects = new ArrayList<>();
        for (int customer = 0; customer < 50; customer++) {
            prospects.add(opened(customer % 2 == 0 ? li : wang, card("B", "2026-03-04")));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Api.Answer>> answers = new ArrayList<>();
        try {
            for (int customer = 0; customer < 50; customer++) {
                Api who = customer % 2 == 0 ? li : wang;
                String prospect = prospects.get(customer);
                Callable<Api.Answer> attempt = () -> {
                    together.await();
                    return book(who, prospect, "RIDE", "2026-03-02T14:00");
                };
                answers.add(crowd.submit(attempt));
            }
            together.countDown();
            int won = 0;
            for (Future<Api.Answer> answer : answers) {
                Api.Answer told = answer.get();
                if (told.status() == 201) {
                    won++;
                } else {
                    assertThat(told.status()).as(told.json().toString()).isEqualTo(409);
                    assertThat(told.json().toString()).contains("下一个空档").contains("14:30");
                }
            }
            assertThat(won).isEqualTo(1);
        } finally {
            crowd.shutdownNow();
        }
        assertThat(asApplication("select count(*)::text from test_drive where dealership_id = "
                        + store.dealership().id().value()))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("The database itself refuses a second booking of a car, whoever writes it")
    void theDatabaseItselfRefuses() {
        booked(li, opened(li, card("B", "2026-03-04")), "RIDE", "2026-03-02T14:00");
        String insert = """
                insert into test_drive_slot (dealership_id, id, car_id, purpose, from_at, to_at, released)
                values (%d, gen_random_uuid(), '%s', 'DRIVE', '2026-03-02T%s+08:00', '2026-03-02T%s+08:00', false)
                """;
        int dealership = store.dealership().id().value();
        assertThatThrownBy(() -> write(insert.formatted(dealership, car, "14:15", "14:20")))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("test_drive_slot_once_excl");
        write(insert.formatted(dealership, car, "14:30", "15:00"));
    }

    @Test
    @DisplayName("A booking moves and is cancelled; the time it left is free again, closed days and hours are kept")
    void moveAndCancel() {
        String first = opened(li, card("B", "2026-03-04"));
        String second = opened(wang, card("B", "2026-03-04"));
        String drive = booked(li, first, "RIDE", "2026-03-02T14:00");
        String other = booked(wang, second, "RIDE", "2026-03-02T15:00");
        String moves = "/api/v1/test-drives/" + drive + "/moves";
        Api.Answer taken = li.post(moves, Map.of("from", "2026-03-02T15:00:00+08:00"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().toString()).contains("15:30");
        assertThat(li.post(moves, Map.of("from", "2026-03-02T17:45:00+08:00"))
                        .json()
                        .toString())
                .contains("09:00")
                .contains("18:00");
        assertThat(li.post(moves, Map.of("from", "2026-03-01T10:00:00+08:00")).status())
                .isEqualTo(422);
        Api.Answer moved = li.post(moves, Map.of("from", "2026-03-02T16:00:00+08:00"));
        assertThat(moved.status()).as(moved.json().toString()).isEqualTo(200);
        assertThat(entries(first, "DRIVE_MOVED")).hasSize(1);
        assertThat(ma.get("/api/v1/test-cars/" + car + "/slots?day=2026-03-02&route=" + route)
                        .json()
                        .toString())
                .contains("T14:00")
                .doesNotContain("T16:00:00+08:00\",\"to");
        Api.Answer cancelled = li.post("/api/v1/test-drives/" + drive + "/cancellation", Map.of("reason", "WEATHER"));
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        assertThat(ma.get("/api/v1/test-cars/" + car + "/slots?day=2026-03-02&route=" + route)
                        .json()
                        .toString())
                .contains("T16:00:00+08:00\",\"to");
        assertThat(wang.get("/api/v1/test-drives/" + drive).status()).isEqualTo(404);
        assertThat(bell(li)).as("their own act").doesNotContain("DRIVE_CANCELLED");
        assertThat(chen.post("/api/v1/test-drives/" + other + "/cancellation", Map.of("reason", "WEATHER"))
                        .text("/status"))
                .isEqualTo("CANCELLED");
        assertThat(bell(wang)).as("whose customer it is").contains("DRIVE_CANCELLED");
        Api.Answer closed = zhou.send(
                "PUT",
                "/api/v1/calendar",
                Map.of(
                        "weeklyClosed",
                        List.of(),
                        "days",
                        List.of(Map.of("day", "2026-03-05", "open", false, "reason", "盘点")),
                        "reason",
                        "春季盘点"),
                Map.of());
        assertThat(closed.status()).as(closed.json().toString()).isEqualTo(200);
        Api.Answer onClosedDay = book(li, first, "RIDE", "2026-03-05T10:00");
        assertThat(onClosedDay.status()).isEqualTo(422);
        assertThat(onClosedDay.json().toString()).contains("\"from\"", "盘点");
        booked(li, first, "RIDE", "2026-03-06T10:00");
    }

    @Test
    @DisplayName(
            "A car that is not insured or not checked today does not start, and the sentence names what is missing")
    void anUnreadyCarStays() {
        String prospect = opened(li, card("B", "2026-03-04"));
        String drive = booked(li, prospect, "RIDE", null);
        assertThat(sign(li, drive, sheet("RIDE", null)).status()).isEqualTo(200);
        Api.Answer unchecked = start(li, drive, 1200);
        assertThat(unchecked.status()).isEqualTo(422);
        assertThat(unchecked.json().toString()).contains("今天还没有点检");
        ma.post(
                "/api/v1/test-cars/" + car + "/checks",
                Map.of("clean", false, "fuelEighths", 3, "stickers", true, "documents", false));
        assertThat(start(li, drive, 1200).json().toString())
                .contains("不干净")
                .contains("油量不足半箱")
                .contains("证件不全")
                .doesNotContain("没有点检");
        checked(car);
        assertThat(start(li, drive, 1199).json().toString()).contains("不能小于里程表");
        assertThat(start(li, drive, 1200).status()).isEqualTo(200);
        assertThat(start(li, drive, 1200).status()).isEqualTo(409);
        assertThat(back(li, drive, 1501).json().toString()).contains("最多多出 300");
        assertThat(back(li, drive, 1199).status()).isEqualTo(422);
        assertThat(back(li, drive, 1208).status()).isEqualTo(200);
        assertThat(back(li, drive, 1208).status()).isEqualTo(409);

        car = car("沪A54321", "11111111111111111", "2026-03-03");
        Api.Answer uninsured = book(li, prospect, "RIDE", "2026-03-04T10:00");
        assertThat(uninsured.status()).isEqualTo(422);
        assertThat(uninsured.json().toString()).contains("保险");
    }

    @Test
    @DisplayName(
            "The evaluation is asked once before the customer leaves, sets the promise of the next day, and counts once a"
                    + " day")
    void evaluationAndFigures() {
        checked(car);
        String prospect = opened(li, card("B", "2026-03-04"));
        String first = driven(li, prospect, "DRIVE");
        clock.set("2026-03-02T09:30");
        assertThat(back(li, first, 1210).status()).isEqualTo(200);
        assertThat(zhou.get("/api/v1/test-drive-month?month=2026-03")
                        .json()
                        .at("/figures/UNASKED")
                        .asInt())
                .isEqualTo(1);
        Map<String, Object> said = new HashMap<>();
        said.put("scores", Map.of("power", 5, "overall", 9));
        assertThat(li.post("/api/v1/test-drives/" + first + "/evaluation", said)
                        .json()
                        .toString())
                .contains("overall")
                .contains("staffScore")
                .contains("wouldBuy")
                .contains("nextDate");
        said.put("scores", Map.of("power", 5, "overall", 4));
        said.put("staffScore", 5);
        said.put("wouldBuy", "PERHAPS");
        said.put("objections", "后排空间偏小");
        said.put("nextDate", "2026-03-03");
        said.put("nextReason", "QUOTE_FOLLOW_UP");
        Api.Answer evaluated = li.post("/api/v1/test-drives/" + first + "/evaluation", said);
        assertThat(evaluated.status()).as(evaluated.json().toString()).isEqualTo(200);
        assertThat(li.post("/api/v1/test-drives/" + first + "/evaluation", said).status())
                .isEqualTo(409);
        Api.Answer after = li.get("/api/v1/prospects/" + prospect);
        assertThat(after.text("/nextFollowUp/date")).isEqualTo("2026-03-03");

        String second = driven(li, prospect, "RIDE");
        clock.set("2026-03-02T10:00");
        assertThat(back(li, second, 1219).status()).isEqualTo(200);
        Api.Answer month = zhou.get("/api/v1/test-drive-month?month=2026-03");
        assertThat(month.json().at("/figures/TAKEN").asInt()).isEqualTo(2);
        assertThat(month.json().at("/figures/RIDES").asInt()).isEqualTo(1);
        assertThat(month.json().at("/figures/DRIVES").asInt()).isEqualTo(1);
        assertThat(month.json().at("/figures/CUSTOMER_DAYS").asInt()).isEqualTo(1);
        assertThat(month.json().at("/agreementCoverage").asDouble()).isEqualTo(1.0);
        assertThat(ratio(zhou, "K12", "2026-03-01", "2026-03-02")).isEqualTo("1 / 1");
        assertThat(ratio(zhou, "K13", "2026-03-01", "2026-03-02")).isEqualTo("0 / 1");
        assertThat(zhou.get("/api/v1/test-drive-month?month=2026-03&figure=CUSTOMER_DAYS")
                        .json()
                        .at("/rows")
                        .size())
                .isEqualTo(1);
        String report = zhou.get("/api/v1/reports/daily?date=2026-03-02").json().toString();
        assertThat(report).contains("TEST_DRIVES");
        assertThat(zhou.get("/api/v1/reports/daily/members?date=2026-03-02&figure=TEST_DRIVES&span=day")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("One licence for two customers on one day, and a drive that went nowhere, are marked")
    void whatLooksWrongIsMarked() {
        checked(car);
        String one = driven(li, opened(li, card("B", "2026-03-04")), "DRIVE");
        clock.set("2026-03-02T09:31");
        assertThat(back(li, one, 1209).status()).isEqualTo(200);
        String other = driven(wang, opened(wang, card("B", "2026-03-04")), "DRIVE");
        clock.set("2026-03-02T09:33");
        assertThat(back(wang, other, 1209).status()).isEqualTo(200);
        Api.Answer marked = zhou.get("/api/v1/test-drive-month?figure=MARKED");
        assertThat(marked.json().at("/rows").size()).isEqualTo(2);
        assertThat(marked.json().at("/rows/0/marks").toString()).isEqualTo("[\"SEVERAL_CUSTOMERS\"]");
        assertThat(marked.json().at("/rows/1/marks").toString())
                .contains("SEVERAL_CUSTOMERS")
                .contains("BARELY_MOVED");
    }

    @Test
    @DisplayName(
            "The licence's photo is for who may see the drive; its number is shown on a manager's wish, each look is logged")
    void licencePhotoAndReveal() throws Exception {
        String prospect = opened(li, card("B", "2026-03-04"));
        String drive = booked(li, prospect, "DRIVE", null);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "jpeg", photo);
        Map<String, Object> sheet = sheet("DRIVE", "2020-05-01");
        sheet.put("licencePicture", Base64.getEncoder().encodeToString("no picture".getBytes(StandardCharsets.UTF_8)));
        Api.Answer refused = sign(li, drive, sheet);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().toString()).contains("licencePicture");
        sheet.put("licencePicture", Base64.getEncoder().encodeToString(photo.toByteArray()));
        assertThat(sign(li, drive, sheet).status()).isEqualTo(200);

        PlainBrowser manager = PlainBrowser.of(store.chen().username(), port);
        String page = manager.get("/test-drives/" + drive).body();
        assertThat(page).doesNotContain("110101194912310024");
        Matcher picture = Pattern.compile("/test-drives/" + drive + "/pictures/[0-9a-f-]+")
                .matcher(page);
        assertThat(picture.find()).isTrue();
        HttpResponse<byte[]> seen = manager.file(picture.group());
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(seen.body())).getWidth())
                .isEqualTo(320);
        assertThat(PlainBrowser.of(store.wang().username(), port)
                        .file(picture.group())
                        .statusCode())
                .as("another consultant's customer")
                .isEqualTo(404);

        assertThat(licenceLooks(prospect)).isZero();
        PlainBrowser consultant = PlainBrowser.of(store.li().username(), port);
        consultant.get("/test-drives/" + drive);
        assertThat(consultant
                        .post("/test-drives/" + drive + "/licence-reveals", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(licenceLooks(prospect)).isZero();
        for (int look = 1; look <= 2; look++) {
            HttpResponse<String> revealed = manager.post("/test-drives/" + drive + "/licence-reveals", Map.of());
            assertThat(revealed.body()).contains("110101194912310024");
            assertThat(revealed.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(licenceLooks(prospect)).isEqualTo(look);
        }
        assertThat(manager.get("/test-drives/" + drive).body()).doesNotContain("110101194912310024");
        assertThat(li.get("/api/v1/prospects/" + prospect + "/timeline").json().toString())
                .doesNotContain("110101194912310024");
    }

    private int licenceLooks(String prospect) {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql("""
                                select count(*)
                                  from access_record
                                 where dealership_id = :dealership
                                   and prospect_id = :prospect
                                   and what = 'licence'
                                """)
                        .param("dealership", store.dealership().id().value())
                        .param("prospect", UUID.fromString(prospect))
                        .query(Integer.class)
                        .single()));
    }

    @Test
    @DisplayName(
            "A loan is applied for two days before, approved by the showroom manager, and takes the car in the calendar")
    void loans() {
        Map<String, Object> wish = new HashMap<>();
        wish.put("purpose", "EVENT");
        wish.put("note", "五角场外展");
        wish.put("borrower", store.wang().username());
        wish.put("from", "2026-03-03T09:00:00+08:00");
        wish.put("to", "2026-03-03T17:00:00+08:00");
        Api.Answer soon = ma.post("/api/v1/test-cars/" + car + "/loans", wish);
        assertThat(soon.status()).isEqualTo(422);
        assertThat(soon.json().toString()).contains("提前至少 2 天");
        wish.put("from", "2026-03-04T09:00:00+08:00");
        wish.put("to", "2026-03-04T12:00:00+08:00");
        Api.Answer applied = ma.post("/api/v1/test-cars/" + car + "/loans", wish);
        assertThat(applied.status()).as(applied.json().toString()).isEqualTo(201);
        String decision = "/api/v1/test-car-loans/" + applied.text("/id") + "/decision";
        assertThat(ma.post(decision, Map.of("yes", true)).status()).isEqualTo(403);
        assertThat(bell(chen)).as("who decides").contains("CAR_LOAN_APPLIED");
        assertThat(bell(ma)).as("their own act").doesNotContain("CAR_LOAN_APPLIED");
        assertThat(chen.post(decision, Map.of("yes", false)).status()).isEqualTo(422);
        assertThat(chen.post(decision, Map.of("yes", true)).text("/status")).isEqualTo("APPROVED");
        assertThat(bell(wang)).as("the borrower").contains("CAR_LOAN_DECIDED");
        assertThat(bell(li)).doesNotContain("CAR_LOAN_DECIDED", "CAR_LOAN_APPLIED");
        Api.Answer taken = book(li, opened(li, card("B", "2026-03-04")), "RIDE", "2026-03-04T10:00");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().toString()).contains("12:00");
        clock.set("2026-03-04T09:00");
        String loan = "/api/v1/test-car-loans/" + applied.text("/id");
        assertThat(ma.post(loan + "/taking", Map.of()).text("/status")).isEqualTo("OUT");
        assertThat(ma.get("/api/v1/test-cars/" + car).text("/status")).isEqualTo("LENT");
        assertThat(ma.post(loan + "/return", Map.of("km", 1260)).text("/status"))
                .isEqualTo("BACK");
        assertThat(ma.get("/api/v1/test-cars/" + car).text("/status")).isEqualTo("AVAILABLE");
    }

    @Test
    @DisplayName("The words that were signed stay with the agreement when the dealership writes new ones")
    void wordsHaveVersions() {
        String drive = booked(li, opened(li, card("B", "2026-03-04")), "RIDE", "2026-03-02T10:00");
        String later = booked(li, opened(li, card("B", "2026-03-04")), "RIDE", "2026-03-02T11:00");
        assertThat(sign(li, drive, sheet("RIDE", null)).text("/agreement/version"))
                .isEqualTo("1");
        assertThat(li.post("/api/v1/test-drive-texts", Map.of("title", "试乘试驾协议", "body", "请系好安全带。"))
                        .status())
                .isEqualTo(403);
        Api.Answer written = chen.post("/api/v1/test-drive-texts", Map.of("title", "试乘试驾协议", "body", "请系好安全带。"));
        assertThat(written.text("/version")).isEqualTo("2");
        assertThat(sign(li, later, sheet("RIDE", null)).status()).isEqualTo(422);
        Map<String, Object> sheet = sheet("RIDE", null);
        sheet.put("version", 2);
        assertThat(sign(li, later, sheet).text("/agreement/version")).isEqualTo("2");
        assertThat(li.get("/api/v1/test-drives/" + drive).text("/agreement/version"))
                .isEqualTo("1");
        assertThatThrownBy(() -> write("update test_drive_agreement set driver_name = '李四' where dealership_id = "
                        + store.dealership().id().value()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    @DisplayName("An offer that is declined keeps its reason; with OTHER its words")
    void declinedOffers() {
        String prospect = opened(li, card("B", "2026-03-04"));
        String refusals = "/api/v1/prospects/" + prospect + "/test-drive-refusals";
        assertThat(li.post(refusals, Map.of("reason", "OTHER")).status()).isEqualTo(422);
        assertThat(li.post(refusals, Map.of("reason", "NO_TIME")).status()).isEqualTo(204);
        assertThat(wang.post(refusals, Map.of("reason", "NO_TIME")).status()).isEqualTo(404);
        assertThat(entries(prospect, "DRIVE_REFUSED")).hasSize(1);
        assertThat(zhou.get("/api/v1/test-drive-month")
                        .json()
                        .at("/declined/NO_TIME")
                        .asInt())
                .isEqualTo(1);
    }

    private String asApplication(String sql) {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(
                        status -> jdbc.sql(sql).query(String.class).single()));
    }

    private void write(String sql) {
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(sql).update()));
    }
}
