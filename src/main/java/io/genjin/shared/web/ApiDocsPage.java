package io.genjin.shared.web;

import java.util.List;

/** The API as a page to read. */
public record ApiDocsPage(String title, String description, List<Call> calls) {

    /** One call: its address, what it takes and what it answers. */
    public record Call(
            String method, String path, String summary, List<Part> parameters, List<Part> body, List<Part> answers) {}

    /** A parameter, a field of the body, or a status with its meaning. */
    public record Part(String name, String type, boolean required, String meaning) {}
}
