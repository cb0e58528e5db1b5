package io.genjin.owner.web;

import io.genjin.owner.OwnerBook;
import io.genjin.prospect.web.People;
import java.util.List;

/** Complaints that go on, and those that ended. */
public record ComplaintsPage(List<OwnerBook.Case> open, List<OwnerBook.Case> closed, People people) {}
