/** What people are told of what others and the clock did to their customers; read from the journal, never written beside it. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "database", "dealership", "staff", "journal", "prospect", "prospect :: web"})
@org.jspecify.annotations.NullMarked
package io.genjin.notice;
