package io.genjin.staff.web;

import io.genjin.staff.StaffList;
import java.util.List;

/** Everybody of the dealership, those who left at the end. */
public record StaffListPage(List<StaffList.Row> rows) {}
