package io.genjin.catalog.web;

import java.util.List;

/** What a colleague saved while the reader was writing, in lines. */
public record Conflict(String by, List<String> lines) {}
