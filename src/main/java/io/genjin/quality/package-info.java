/** How honestly the dealership writes things down: what is late, hurried, repeated or moved is marked, and nothing is refused. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "database", "dealership", "staff", "journal", "prospect", "prospect :: web"})
@org.jspecify.annotations.NullMarked
package io.genjin.quality;
