package io.genjin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.TestStores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sheets of customers whose import is killed half-way (S-R62c). */
final class Sheets {

    static final int ROWS = 1_500;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Sheets() {}

    /** Sends a sheet of its own for each round and comes back with its number as soon as it is being imported. */
    static String send(Node node, String username, int round) throws Exception {
        return send(node, username, round, "");
    }

    /** The same, with customers who came in so many days ago. */
    static String sendLate(Node node, String username, int round, int days) throws Exception {
        return send(node, username, round, LocalDate.now(ZONE).minusDays(days).toString());
    }

    private static String send(Node node, String username, int round, String received) throws Exception {
        return upload(node, username, text(round, "first", received), 201)
                .path("id")
                .asString();
    }

    private static String text(int round, String remark, String received) {
        StringBuilder sheet = new StringBuilder("客户姓名,手机,备注,Received\n");
        for (int row = 0; row < ROWS; row++) {
            sheet.append("赵客户,139")
                    .append(String.format("%02d%06d", round, row))
                    .append(",")
                    .append(remark)
                    .append(",")
                    .append(received)
                    .append('\n');
        }
        return sheet.toString();
    }

    private static JsonNode upload(Node node, String username, String sheet, int status) throws Exception {
        String token = token(node, username);
        String body = "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"customers.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + sheet + "\r\n--line--\r\n";
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(node.base() + "/api/v1/imports?source=WALK_IN"))
                        .timeout(Slack.seconds(30))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=line")
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String token(Node node, String username) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(node.base() + "/api/v1/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JSON.writeValueAsString(Map.of("username", username, "password", TestStores.PASSWORD))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body()).path("token").asString();
    }

    /** Every row of the sheet became one customer with one entry in the journal; the same rows once more become none. */
    static void wholeAndOnce(Shop shop, Node node, String username, String id, int round) throws Exception {
        assertThat(status(shop, id)).isEqualTo("DONE");
        assertThat(imported(shop, id)).isEqualTo(ROWS);
        assertThat(shop.count("select count(*) from prospect where batch_id = ?::uuid", id))
                .isEqualTo(ROWS);
        assertThat(shop.count(
                        "select count(*) from journal_entry j join prospect p on p.dealership_id = j.dealership_id"
                                + " and p.id = j.prospect_id where p.batch_id = ?::uuid and j.kind = 'LEAD_RECEIVED'",
                        id))
                .isEqualTo(ROWS);

        String again =
                upload(node, username, text(round, "again", ""), 201).path("id").asString();
        assertThat(status(shop, again)).isEqualTo("DONE");
        assertThat(imported(shop, again)).isZero();
    }

    private static long imported(Shop shop, String id) throws Exception {
        return shop.count("select imported from import_batch where id = ?::uuid", id);
    }

    private static String status(Shop shop, String id) throws Exception {
        long giveUp = System.nanoTime() + Slack.seconds(90).toNanos();
        String status = "RUNNING";
        while (status.equals("RUNNING") && System.nanoTime() < giveUp) {
            status = shop.ask("select status from import_batch where id = ?::uuid", id)
                    .get(0);
            LockSupport.parkNanos(50_000_000);
        }
        return status;
    }
}
