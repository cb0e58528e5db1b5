package io.genjin.staff.web;

import io.genjin.shared.web.Fields;
import java.util.List;

/**
 * The sign-in page.
 *
 * @param back  where to go afterwards
 * @param names sign-in names that a demo offers; none elsewhere
 */
public record SignInPage(Fields form, String back, List<OfferedName> names) {}
