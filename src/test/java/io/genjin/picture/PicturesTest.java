package io.genjin.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.Tenancy;
import io.genjin.picture.web.PictureAnswer;
import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.ServletWebRequest;

/** Photographs in the database and on their way to a browser. */
@GenjinTest
class PicturesTest {

    @Autowired
    Pictures pictures;

    @Autowired
    TestStores stores;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private TestStores.Store store;
    private DealershipId here;

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        here = store.dealership().id();
    }

    private PictureId added(Purpose purpose) {
        return Tenancy.within(
                here,
                () -> pictures.add(
                        here,
                        purpose,
                        "photo",
                        Photographs.of("png", 320, 200),
                        store.li().id(),
                        clock.instant()));
    }

    private byte[] stored(PictureId id) {
        return Tenancy.within(
                here,
                () -> transaction.execute(
                        status -> jdbc.sql("select content from picture where dealership_id = :dealership and id = :id")
                                .param("dealership", here.value())
                                .param("id", id.value())
                                .query(byte[].class)
                                .single()));
    }

    @Test
    @DisplayName("what says something about a person lies sealed in the database, a car of the catalogue open")
    void sealed() {
        PictureId licence = added(Purpose.LICENCE);
        PictureId car = added(Purpose.CATALOGUE);

        assertThat(new String(stored(licence), StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
        assertThat(new String(stored(car), StandardCharsets.ISO_8859_1)).contains("JFIF");
        assertThat(stored(car)).startsWith(0xff, 0xd8, 0xff);
        Picture read = Tenancy.within(here, () -> pictures.read(here, licence, Purpose.LICENCE));
        assertThat(read.jpeg()).startsWith(0xff, 0xd8, 0xff);
        assertThat(read.width()).isEqualTo(320);
        assertThat(Photographs.seen(read.jpeg()).getHeight()).isEqualTo(200);
    }

    @Test
    @DisplayName("asked for something else, or from another dealership, a photograph is not there")
    void elsewhere() {
        PictureId licence = added(Purpose.LICENCE);

        assertThatThrownBy(() ->
                        Tenancy.within(here, () -> pictures.read(here, licence, Purpose.CATALOGUE, Purpose.DAMAGE)))
                .isInstanceOf(NothingHere.class);
        DealershipId other = stores.found().dealership().id();
        assertThatThrownBy(() -> Tenancy.within(other, () -> pictures.read(other, licence, Purpose.LICENCE)))
                .isInstanceOf(NothingHere.class);
        assertThatThrownBy(() -> Tenancy.within(other, () -> pictures.read(here, licence, Purpose.LICENCE)))
                .as("row-level security is the net below")
                .isInstanceOf(NothingHere.class);
    }

    @Test
    @DisplayName("a browser may keep a car of the catalogue and asks again by its name; a licence it keeps not at all")
    void answers() {
        Picture licence = Tenancy.within(here, () -> pictures.read(here, added(Purpose.LICENCE), Purpose.LICENCE));
        Picture car = Tenancy.within(here, () -> pictures.read(here, added(Purpose.CATALOGUE), Purpose.CATALOGUE));

        ResponseEntity<byte[]> personal =
                PictureAnswer.of(licence, new ServletWebRequest(new MockHttpServletRequest("GET", "/x")));
        assertThat(personal.getHeaders().getCacheControl()).contains("no-store");
        assertThat(personal.getHeaders().getETag()).isNull();
        assertThat(personal.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");

        ResponseEntity<byte[]> first =
                PictureAnswer.of(car, new ServletWebRequest(new MockHttpServletRequest("GET", "/x")));
        assertThat(first.getBody()).isEqualTo(car.jpeg());
        assertThat(first.getHeaders().getCacheControl()).contains("private").contains("max-age");
        MockHttpServletRequest again = new MockHttpServletRequest("GET", "/x");
        again.addHeader("If-None-Match", first.getHeaders().getETag());
        ResponseEntity<byte[]> second = PictureAnswer.of(car, new ServletWebRequest(again));
        assertThat(second.getStatusCode().value()).isEqualTo(304);
        assertThat(second.getBody()).isNull();
    }

    @Test
    @DisplayName(
            "an upload larger than anything we take is answered with 413 and a sentence, on pages and over the API")
    void tooLarge() throws IOException, InterruptedException {
        assertThat(sent("/imports").body()).contains("413").contains("<html");
        HttpResponse<String> api = sent("/api/v1/imports");
        assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Api.as(store.li().username(), port).get("/api/v1/me").status())
                .as("the house still answers")
                .isEqualTo(200);
    }

    private HttpResponse<String> sent(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[52 * 1024 * 1024]))
                .build();
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        return answer;
    }
}
