/** Keeps telephone and identity numbers sealed, and finds them again without opening them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package io.genjin.vault;
