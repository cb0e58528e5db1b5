package io.genjin.ownership.web;

import io.genjin.prospect.Prospect;
import io.genjin.prospect.web.People;
import java.util.List;

/** The customers with whom a person assists. */
public record AssistingPage(List<Prospect> prospects, People people) {}
