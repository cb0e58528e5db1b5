/** Dealerships, their regions, time zones and opening days, and the policy that says how often a prospect must hear from us. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "database"})
@org.jspecify.annotations.NullMarked
package io.genjin.dealership;
