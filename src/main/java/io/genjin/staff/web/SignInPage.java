package io.genjin.staff.web;

import io.genjin.shared.web.Fields;
import java.util.List;

/**
 * The sign-in page.
 *
 * @param back  where to go afterwards
 * @param kept  a form that waits to be saved, as one text; empty when there is none
 * @param names sign-in names that a demo offers; none elsewhere
 */
public record SignInPage(Fields form, String back, String kept, List<OfferedName> names) {}
