package io.genjin.ownership.web;

import io.genjin.ownership.DoorCheck;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/** A number typed at the door, and what is known of it. */
public record DoorPage(Fields form, DoorCheck.@Nullable Answer answer, People people) {}
