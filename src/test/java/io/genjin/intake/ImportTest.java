package io.genjin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.Tenancy;
import io.genjin.intake.sheet.SheetColumn;
import io.genjin.prospect.ContactMade;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.shared.PhoneNumber;
import io.genjin.sheet.Sheet;
import io.genjin.sheet.SheetRefused;
import io.genjin.sheet.SheetRow;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import io.genjin.testing.TestStores.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole sheets of customers, from upload to the last row and back (S-R41, S-R44, S-R62c). */
@GenjinTest
class ImportTest {

    private static final String SHEET = """
            客户姓名,手机,来源,销售顾问,备注
            刘洋,13800138001,来店,,
            赵敏,13800138002,,李娜,周末看车
            钱伟,不知道,来店,,=1+1
            刘洋,138 0013 8001,来电,,
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private TestStores stores;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ImportDesk desk;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private ImportChunks chunks;

    @Autowired
    private StoredFile files;

    @Autowired
    private RowReaders readers;

    @Autowired
    private RefusedSheet refusedSheet;

    @Autowired
    private LeadDesk leads;

    @Autowired
    private LeadList leadList;

    @Autowired
    private AllocationDesk allocation;

    @Autowired
    private ProspectDesk prospects;

    @Autowired
    private ProspectList prospectList;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    private Store store;
    private DealershipId in;
    private StaffMember sun;

    @BeforeEach
    void opensOnMonday() {
        clock.set("2026-03-02T10:00");
        store = stores.found();
        in = store.dealership().id();
        sun = store.sun();
    }

    @Test
    void a_sheet_brings_its_new_customers_and_tells_of_every_other_row() {
        ImportBatch done = imported(SHEET.getBytes(Charset.forName("GBK")), "车展.csv");
        assertThat(done.status()).isEqualTo(BatchStatus.DONE);
        assertThat(done.kind()).isEqualTo("csv GB18030 ,");
        assertThat(done)
                .extracting(
                        ImportBatch::totalRows,
                        ImportBatch::doneRows,
                        ImportBatch::imported,
                        ImportBatch::duplicates,
                        ImportBatch::refused)
                .containsExactly(4, 4, 2, 1, 1);
        Prospect waiting = prospect("13800138001");
        assertThat(waiting.status()).isEqualTo(ProspectStatus.LEAD_RECEIVED);
        assertThat(waiting.owner()).isEqualTo(store.wu().id());
        Prospect given = prospect("13800138002");
        assertThat(given.status()).isEqualTo(ProspectStatus.ASSIGNED);
        assertThat(given.owner()).isEqualTo(store.li().id());
        assertThat(given.content().source()).isEqualTo(Source.PROMOTION_EVENT);
        assertThat(given.content().sourceDetail()).isEqualTo("三月车展");
        assertThat(given.content().remark()).isEqualTo("周末看车");
        List<ImportRow> rows = here(() -> desk.rows(done.id(), null, 0, 50, sun));
        assertThat(rows)
                .extracting(ImportRow::number, ImportRow::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, ImportRow.Outcome.REFUSED),
                        org.assertj.core.groups.Tuple.tuple(5, ImportRow.Outcome.DUPLICATE));
        assertThat(rows.get(0).reasons()).extracting("name").containsExactly("mobile");
        assertThat(rows.get(1).onFile()).isEqualTo(waiting.id());
        assertThat(here(() -> leadList.find(LeadList.Which.waiting, 50, null, store.wu())
                        .items()))
                .extracting(row -> row.prospect().id())
                .containsExactly(waiting.id());
    }

    @Test
    void a_preview_shows_what_would_happen_and_imports_nothing() {
        ImportBatch batch = uploaded(SHEET.getBytes(StandardCharsets.UTF_8), "车展.csv");
        ImportDesk.Preview preview = here(() -> desk.preview(batch.id(), sun));
        assertThat(preview.rows()).hasSize(4);
        assertThat(preview.rows().get(2)).isInstanceOf(SheetCustomer.Refused.class);
        assertThat(preview.sample()).startsWith("刘洋", "13800138001");
        assertThat(customers()).isZero();
    }

    @Test
    void the_same_file_twice_is_one_import() {
        ImportBatch first = imported(SHEET.getBytes(StandardCharsets.UTF_8), "a.csv");
        ImportDesk.Upload again = upload(SHEET.getBytes(StandardCharsets.UTF_8), "b.csv");
        assertThat(again.isNew()).isFalse();
        assertThat(again.batch().id()).isEqualTo(first.id());
        assertThat(customers()).isEqualTo(2);
    }

    @Test
    void the_same_customers_in_another_file_add_nothing() {
        imported(SHEET.getBytes(StandardCharsets.UTF_8), "a.csv");
        ImportBatch second = imported((SHEET + "\n").getBytes(StandardCharsets.UTF_8), "b.csv");
        assertThat(second.imported()).isZero();
        assertThat(second.duplicates()).isEqualTo(3);
        assertThat(customers()).isEqualTo(2);
    }

    @Test
    void a_number_of_the_sender_counts_once_for_its_source() {
        String sheet = "姓名,手机,线索编号\n刘洋,13800138001,A-1\n赵敏,13800138002,A-1\n";
        ImportBatch done = imported(sheet.getBytes(StandardCharsets.UTF_8), "a.csv");
        assertThat(done.imported()).isEqualTo(1);
        assertThat(done.duplicates()).isEqualTo(1);
        ImportBatch more = imported("姓名,手机,线索编号\n钱伟,13800138003,A-1\n".getBytes(StandardCharsets.UTF_8), "b.csv");
        assertThat(more.duplicates()).isEqualTo(1);
    }

    @Test
    void refused_rows_come_back_as_a_file_that_can_be_put_right_and_imported() throws IOException {
        ImportBatch done = imported(SHEET.getBytes(StandardCharsets.UTF_8), "a.csv");
        Path file = folder.resolve("refused.xlsx");
        RefusedSheet.Words words =
                new RefusedSheet.Words("不能导入的行", "不能导入的原因", field -> field.name() + "：" + field.messageKey());
        try (OutputStream target = Files.newOutputStream(file)) {
            Tenancy.within(in, () -> {
                try {
                    refusedSheet.write(done.id(), words, target, sun);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
        List<List<String>> rows = rows(file);
        assertThat(rows)
                .containsExactly(
                        List.of("客户姓名", "手机", "来源", "销售顾问", "备注", "不能导入的原因"),
                        List.of("钱伟", "不知道", "来店", "", "'=1+1", "mobile：field.mobile"));
        ImportBatch again = imported(Files.readAllBytes(file), "refused.xlsx");
        assertThat(again.refused()).isEqualTo(1);
        assertThat(again.plan().mapping().columns())
                .isEqualTo(done.plan().mapping().columns());
    }

    @Test
    void a_person_may_say_what_the_columns_mean() {
        ImportBatch batch = uploaded("刘洋,13800138001\n".getBytes(StandardCharsets.UTF_8), "a.csv");
        assertThatThrownBy(() -> here(() -> desk.start(batch.id(), sun))).isInstanceOf(MappingIncomplete.class);
        Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
        columns.put(SheetColumn.CUSTOMER_NAME, 0);
        columns.put(SheetColumn.MOBILE, 1);
        here(() -> desk.plan(batch.id(), columns, Source.FIELD_SALES, null, sun));
        assertThat(finished(batch.id()).imported()).isEqualTo(1);
        assertThat(prospect("13800138001").content().source()).isEqualTo(Source.FIELD_SALES);
    }

    @Test
    void an_import_that_was_killed_goes_on_where_it_was() {
        ImportBatch batch = uploaded(many(1_200), "many.csv");
        here(() -> desk.plan(batch.id(), batch.plan().mapping().columns(), Source.FIELD_SALES, null, sun));
        here(() -> startedOnly(batch.id()));
        ImportBatch started = here(() -> desk.get(batch.id(), sun));
        here(() -> files.read(started, sheet -> {
            RowReader reader = readers.of(started, sheet, clock.instant());
            List<SheetCustomer> chunk = new ArrayList<>();
            while (chunk.size() < 500) {
                chunk.add(reader.read(Objects.requireNonNull(sheet.next())));
            }
            return chunks.store(in, batch.id(), 0, chunk).orElseThrow();
        }));
        assertThat(customers()).isEqualTo(500);
        runner.run(in, batch.id());
        ImportBatch done = here(() -> desk.get(batch.id(), sun));
        assertThat(done.status()).isEqualTo(BatchStatus.DONE);
        assertThat(done.imported()).isEqualTo(1_200);
        assertThat(done.duplicates()).isZero();
        assertThat(customers()).isEqualTo(1_200);
    }

    @Test
    void two_workers_on_one_sheet_do_nothing_twice() throws InterruptedException {
        ImportBatch batch = uploaded(many(3_000), "many.csv");
        here(() -> startedOnly(batch.id()));
        List<Thread> workers = IntStream.range(0, 3)
                .mapToObj(number -> new Thread(() -> runner.run(in, batch.id())))
                .toList();
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        ImportBatch done = here(() -> desk.get(batch.id(), sun));
        assertThat(done.status()).isEqualTo(BatchStatus.DONE);
        assertThat(done.imported()).isEqualTo(3_000);
        assertThat(customers()).isEqualTo(3_000);
    }

    @Test
    void taking_back_closes_whom_nobody_touched_and_keeps_the_others() {
        String sheet = "姓名,手机\n刘洋,13800138001\n赵敏,13800138002\n钱伟,13800138003\n";
        ImportBatch done = imported(sheet.getBytes(StandardCharsets.UTF_8), "a.csv");
        ProspectId called = prospect("13800138001").id();
        here(() -> inTransaction(() -> {
            Prospect held = prospects.hold(called, in);
            prospects.contacted(
                    held,
                    new ContactMade(clock.instant(), true, false, false, false),
                    store.wu().id());
            prospects.plan(held, held.nextStep(), held.deadline(), store.wu().id());
            return called;
        }));
        here(() -> leads.receive(
                new NewLead(Source.HQ_ALLOCATED, null, "X-1", null, "赵敏", "13800138002", List.of(), null), in, sun));
        here(() -> desk.takeBack(done.id(), sun));
        runner.run(in, done.id());
        ImportBatch back = here(() -> desk.get(done.id(), sun));
        assertThat(back.status()).isEqualTo(BatchStatus.TAKEN_BACK);
        assertThat(back.finishedAt()).isNotNull();
        assertThat(back.takenBack()).isEqualTo(1);
        assertThat(here(() -> prospects.openWith(in, number("13800138003")))).isEmpty();
        assertThat(prospect("13800138001").id()).isEqualTo(called);
        assertThat(prospect("13800138002").status()).isEqualTo(ProspectStatus.LEAD_RECEIVED);
        assertThat(here(() ->
                        leadList.find(LeadList.Which.invalid, 50, null, sun).items()))
                .hasSize(1);
        assertThat(imported(sheet.getBytes(StandardCharsets.UTF_8), "a.csv").imported())
                .as("the file may come again")
                .isEqualTo(1);
    }

    @Test
    void an_allocated_customer_of_an_import_is_taken_back_as_well_until_contacted() {
        ImportBatch done = imported("姓名,手机\n刘洋,13800138001\n".getBytes(StandardCharsets.UTF_8), "a.csv");
        LeadId lead = here(() ->
                        leadList.find(LeadList.Which.waiting, 50, null, sun).items())
                .get(0)
                .lead()
                .id();
        here(() -> allocation.allocate(lead, store.li().username(), store.wu()));
        here(() -> desk.takeBack(done.id(), sun));
        runner.run(in, done.id());
        assertThat(here(() -> desk.get(done.id(), sun)).takenBack()).isEqualTo(1);
    }

    @Test
    void no_number_stands_in_the_tables_of_an_import() {
        imported("姓名,手机\n刘洋,13800138001\n钱伟,013800138009x\n".getBytes(StandardCharsets.UTF_8), "a.csv");
        uploaded("姓名,手机\n刘洋,13800138001\n赵敏,13912345678\n".getBytes(StandardCharsets.UTF_8), "b.csv");
        String stored = here(() -> inTransaction(() -> jdbc.sql("""
                        select coalesce(string_agg(t, ' '), '')
                          from (select encode(f.sealed, 'escape') as t from import_file f where f.dealership_id = :dealership
                                union all
                                select encode(r.cells_sealed, 'escape') || r.reasons::text from import_row r where r.dealership_id = :dealership
                                union all
                                select l::text from lead l where l.dealership_id = :dealership
                                union all
                                select b::text from import_batch b where b.dealership_id = :dealership) all_text
                        """)
                .param("dealership", in.value())
                .query(String.class)
                .single()));
        assertThat(stored).isNotEmpty().doesNotContain("13800138001", "13800138009", "13912345678", "钱伟");
    }

    @Test
    void files_that_are_no_sheets_leave_nothing() {
        assertThatThrownBy(() -> upload(new byte[] {0, 1, 0, 2, 3, 4, 5, 0, 0}, "a.xlsx"))
                .isInstanceOf(SheetRefused.class);
        assertThatThrownBy(() -> upload("姓名,手机\n".getBytes(StandardCharsets.UTF_8), "a.csv"))
                .isInstanceOf(SheetRefused.class);
        assertThat(here(() -> desk.list(50, null, sun).items())).isEmpty();
    }

    @Test
    void systems_upload_watch_and_take_back() throws Exception {
        Api api = Api.as(sun.username(), port);
        JsonNode created =
                multipart(sun, "/api/v1/imports?source=WALK_IN", "客户.csv", SHEET.getBytes(StandardCharsets.UTF_8), 201);
        String path = "/api/v1/imports/" + created.at("/id").asString();
        runner.run(in, BatchId.of(created.at("/id").asString()));
        Api.Answer done = api.get(path);
        while (done.text("/status").equals("RUNNING")) {
            Thread.onSpinWait();
            done = api.get(path);
        }
        assertThat(done.text("/status")).isEqualTo("DONE");
        assertThat(done.json().at("/imported").asInt()).isEqualTo(2);
        assertThat(done.text("/fileName")).isEqualTo("客户.csv");
        assertThat(done.json().at("/columns/mobile").asInt()).isEqualTo(1);
        assertThat(multipart(sun, "/api/v1/imports", "客户.csv", SHEET.getBytes(StandardCharsets.UTF_8), 200)
                        .at("/id")
                        .asString())
                .isEqualTo(created.at("/id").asString());
        assertThat(api.get(path + "/refused.xlsx").status()).isEqualTo(200);
        assertThat(api.post(path + "/take-back", Map.of()).status()).isEqualTo(200);
        assertThat(api.post(path + "/take-back", Map.of()).status()).isEqualTo(409);
        assertThat(api.get("/api/v1/imports").json().at("/items")).hasSize(1);
        assertThat(Api.as(store.li().username(), port).get(path).status()).isEqualTo(403);
        assertThat(Api.as(stores.found().sun().username(), port).get(path).status())
                .isEqualTo(404);
        multipart(sun, "/api/v1/imports", "x.exe", new byte[] {'M', 'Z', 0, 0, 0, 0}, 422);
    }

    private JsonNode multipart(StaffMember who, String path, String name, byte[] content, int status) throws Exception {
        String token = Api.stranger(port)
                .post("/api/v1/tokens", Map.of("username", who.username(), "password", TestStores.PASSWORD))
                .text("/token");
        byte[] head = ("--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--line--\r\n".getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail)))
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return JsonMapper.shared().readTree(response.body());
    }

    private static byte[] many(int customers) {
        return IntStream.range(0, customers)
                .mapToObj(number -> "客户" + number + ",138%08d".formatted(number))
                .collect(Collectors.joining("\n", "姓名,手机\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Started, with no worker at it: as after a kill. */
    private ImportBatch startedOnly(BatchId id) {
        return inTransaction(() -> {
            jdbc.sql("""
                            update import_batch
                               set status = 'RUNNING', started_by = :by, started_at = :at
                             where dealership_id = :dealership
                               and id = :id
                            """)
                    .param("dealership", in.value())
                    .param("id", id.value())
                    .param("by", sun.id().value())
                    .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                    .update();
            return desk.get(id, sun);
        });
    }

    private ImportBatch imported(byte[] content, String name) {
        ImportBatch batch = uploaded(content, name);
        here(() -> desk.plan(batch.id(), batch.plan().mapping().columns(), Source.PROMOTION_EVENT, "三月车展", sun));
        return finished(batch.id());
    }

    /** Starts an import and works at it until it is finished, whoever of the workers does the last row. */
    private ImportBatch finished(BatchId id) {
        ImportBatch batch = here(() -> desk.start(id, sun));
        while (batch.isBusy()) {
            runner.run(in, id);
            batch = here(() -> desk.get(id, sun));
        }
        return batch;
    }

    private ImportBatch uploaded(byte[] content, String name) {
        ImportDesk.Upload upload = upload(content, name);
        assertThat(upload.isNew()).isTrue();
        return upload.batch();
    }

    private ImportDesk.Upload upload(byte[] content, String name) {
        try {
            Path file = Files.write(Files.createTempFile(folder, "sheet", ".any"), content);
            return here(() -> desk.upload(file, name, sun));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<List<String>> rows(Path file) {
        List<List<String>> rows = new ArrayList<>();
        try (Sheet sheet = Sheet.open(file)) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row.texts());
            }
        }
        return rows;
    }

    private Prospect prospect(String mobile) {
        return here(
                () -> prospects.get(in, prospects.openWith(in, number(mobile)).orElseThrow()));
    }

    private static PhoneNumber number(String mobile) {
        return PhoneNumber.parse(mobile).orElseThrow();
    }

    private int customers() {
        return here(() -> prospectList.count(ProspectList.Filter.NONE, sun));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private <T> T here(Supplier<T> work) {
        return Tenancy.within(in, work);
    }
}
