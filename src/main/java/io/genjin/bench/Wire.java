package io.genjin.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection kept alive, as lean as it can be: what the client spends is missing from the product on a machine that both
 * share. It speaks HTTP/1.1 with {@code Content-Length} or chunks and reads every byte of each answer.
 */
final class Wire implements AutoCloseable {

    /** What came back. */
    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private static final int LONGEST_WAIT = 60_000;
    private static final String HOST = "\r\nHost: localhost\r\n";

    private final InetSocketAddress address;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int until;

    Wire(InetSocketAddress address) throws IOException {
        this.address = address;
        this.socket = connected(address);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    private static Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LONGEST_WAIT);
        socket.connect(address, LONGEST_WAIT);
        return socket;
    }

    private void connectAgain() throws IOException {
        socket.close();
        socket = connected(address);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        from = 0;
        until = 0;
    }

    static byte[] get(String path, String token) {
        return ("GET " + path + " HTTP/1.1" + HOST + bearer(token) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @param key idempotency key; none when empty */
    static byte[] post(String path, String token, String key, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1" + HOST + bearer(token)
                        + (key.isEmpty() ? "" : "Idempotency-Key: " + key + "\r\n")
                        + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    static byte[] signIn(String username, String password) {
        return post(
                "/api/v1/tokens",
                "",
                "",
                "{\"username\":\"" + username + "\",\"password\":\""
                        + password.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
    }

    /** A file sent as a form does. */
    static byte[] upload(String path, String token, String fileName, byte[] file) {
        String border = "genjin-bench-border";
        byte[] before = ("--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1" + HOST + bearer(token)
                        + "Content-Type: multipart/form-data; boundary=" + border + "\r\nContent-Length: "
                        + (before.length + file.length + after.length) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length + file.length + 500);
        all.writeBytes(head);
        all.writeBytes(before);
        all.writeBytes(file);
        all.writeBytes(after);
        return all.toByteArray();
    }

    private static String bearer(String token) {
        return token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    }

    Answer exchange(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        String first = line();
        int status = Integer.parseInt(first.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.endsWith("chunked")) {
                chunked = true;
            } else if (lower.equals("connection: close")) {
                closes = true;
            }
        }
        Answer answer = new Answer(status, chunked ? chunks() : bytes(length));
        if (closes) {
            connectAgain();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.write(bytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = 0;
        while (read < length) {
            fill();
            int part = Math.min(length - read, until - from);
            System.arraycopy(buffer, from, bytes, read, part);
            from += part;
            read += part;
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            fill();
            while (from < until) {
                char next = (char) (buffer[from++] & 0xff);
                if (next == '\n') {
                    return line.toString();
                } else if (next != '\r') {
                    line.append(next);
                }
            }
        }
    }

    private void fill() throws IOException {
        if (from < until) {
            return;
        }
        from = 0;
        until = in.read(buffer);
        if (until < 0) {
            until = 0;
            throw new IOException("the connection was closed in the middle of an answer");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
