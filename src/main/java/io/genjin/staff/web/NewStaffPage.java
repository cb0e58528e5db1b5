package io.genjin.staff.web;

import io.genjin.shared.web.Fields;
import io.genjin.staff.Role;
import java.util.List;

/** The form by which a person is invited, and the duties this dealership can hand out. */
public record NewStaffPage(Fields form, List<Role> roles) {}
