package io.genjin.owner.web;

import gg.jte.Content;
import io.genjin.dealership.Dealership;
import io.genjin.owner.OwnerBook;
import io.genjin.prospect.web.People;

/** The owner's card on A4 (保有客户管理卡) with the code that opens it. */
public record PrintOwnerPage(OwnerBook.Opened opened, Dealership dealership, People people, Content code) {}
