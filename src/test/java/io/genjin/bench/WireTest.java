package io.genjin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The benchmark's own connection")
class WireTest {

    private static final byte[] QUESTION = Wire.get("/x", "secret");

    /** Answers one question with each of {@code answers}; an answer that closes ends its connection. */
    private static ServerSocket answering(List<String> answers) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            int next = 0;
            while (next < answers.size()) {
                try (Socket socket = server.accept()) {
                    boolean open = true;
                    while (open && next < answers.size()) {
                        readQuestion(socket.getInputStream());
                        String answer = answers.get(next++);
                        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                        open = !answer.contains("Connection: close") && !answer.endsWith("cut");
                    }
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void readQuestion(InputStream in) throws IOException {
        assertThat(new String(in.readNBytes(QUESTION.length), StandardCharsets.UTF_8))
                .startsWith("GET /x HTTP/1.1\r\n")
                .contains("Authorization: Bearer secret\r\n");
    }

    @Test
    @DisplayName("reads answers of a length, in chunks, and without a body, one after the other")
    void answers() throws IOException {
        try (ServerSocket server = answering(List.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n客户",
                        "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n",
                        "HTTP/1.1 204 No Content\r\n\r\n"));
                Wire wire = new Wire(new InetSocketAddress("127.0.0.1", server.getLocalPort()))) {
            assertThat(wire.exchange(QUESTION).text()).isEqualTo("客户");
            Wire.Answer chunked = wire.exchange(QUESTION);
            assertThat(chunked.status()).isEqualTo(201);
            assertThat(chunked.text()).isEqualTo("abcdefg");
            assertThat(wire.exchange(QUESTION).status()).isEqualTo(204);
        }
    }

    @Test
    @DisplayName("connects again when the server says that it closes")
    void closes() throws IOException {
        try (ServerSocket server = answering(List.of(
                        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\na",
                        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nb"));
                Wire wire = new Wire(new InetSocketAddress("127.0.0.1", server.getLocalPort()))) {
            assertThat(wire.exchange(QUESTION).text()).isEqualTo("a");
            assertThat(wire.exchange(QUESTION).text()).isEqualTo("b");
        }
    }

    @Test
    @DisplayName("never takes half an answer for a whole one")
    void cut() throws IOException {
        try (ServerSocket server = answering(List.of("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut"));
                Wire wire = new Wire(new InetSocketAddress("127.0.0.1", server.getLocalPort()))) {
            assertThatThrownBy(() -> wire.exchange(QUESTION)).isInstanceOf(IOException.class);
        }
    }
}
