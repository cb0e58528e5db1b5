/** Keeps everything a dealership has in one sealed file, and brings it back into an empty database. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "database", "vault", "journal", "dealership", "staff"})
@org.jspecify.annotations.NullMarked
package io.genjin.backup;
