/** Opens the database, inside or outside, and lets every transaction see one dealership only. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package io.genjin.database;
