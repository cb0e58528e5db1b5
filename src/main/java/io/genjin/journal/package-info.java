/** The append-only record of everything that happened; timeline, targets and every report are read from it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "database", "dealership"})
@org.jspecify.annotations.NullMarked
package io.genjin.journal;
