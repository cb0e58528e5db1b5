package io.genjin.prospect.web;

import io.genjin.prospect.ProspectList;
import io.genjin.shared.web.NavItem;
import java.util.List;

/** What one search field found. */
public record SearchPage(String q, List<ProspectList.Row> customers, List<NavItem> pages, People people) {}
