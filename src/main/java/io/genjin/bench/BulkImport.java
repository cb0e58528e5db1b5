package io.genjin.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A large sheet of customers nobody knows yet, taken in as a customer administrator does it; once, since it cannot be asked again. */
final class BulkImport {

    static final String NAME = "import";
    static final String DUTY = "CUSTOMER_ADMINISTRATOR";

    private static final int ROWS = 100_000;
    private static final int CREATED = 201;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param imported how many of the rows became customers
     * @param took     from the first byte sent until the last row was stored
     */
    record Taken(int rows, int imported, Duration took) {}

    private BulkImport() {}

    static Taken run(InetSocketAddress product, Actor by) throws IOException {
        byte[] sheet = sheet();
        long began = System.nanoTime();
        try (Wire wire = new Wire(product)) {
            Wire.Answer answer = wire.exchange(Wire.upload("/api/v1/imports", by.token(), "bench.csv", sheet));
            if (answer.status() != CREATED) {
                throw new IllegalStateException("the sheet was refused: " + answer.text());
            }
            String id = JSON.readTree(answer.text()).path("id").asString();
            while (System.nanoTime() - began < LONGEST.toNanos()) {
                JsonNode batch = JSON.readTree(wire.exchange(Wire.get("/api/v1/imports/" + id, by.token()))
                        .text());
                String status = batch.path("status").asString();
                if (status.equals("DONE")) {
                    return new Taken(ROWS, batch.path("imported").asInt(), Duration.ofNanos(System.nanoTime() - began));
                }
                if (!batch.path("failure").asString("").isEmpty()) {
                    throw new IllegalStateException("the import stopped: " + batch);
                }
                Product.pause(LOOK_AGAIN_MILLIS);
            }
        }
        throw new IllegalStateException("the import was not done within " + LONGEST);
    }

    private static byte[] sheet() {
        StringBuilder text = new StringBuilder(ROWS * 40).append("客户姓名,手机,意向车型,备注\n");
        for (int row = 0; row < ROWS; row++) {
            long number = Writes.NEW.incrementAndGet();
            text.append(People.name(number))
                    .append(',')
                    .append(People.mobile(number).national())
                    .append(",途昂 380TSI 四驱,车展登记\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
