package io.genjin.testdrive.web;

import io.genjin.prospect.web.People;
import io.genjin.testdrive.CarsToday;

/** The first screen of the test-drive specialist: cars, comers, who is out, whom nobody asked. */
public record TodayPage(CarsToday.Day day, People people) {}
