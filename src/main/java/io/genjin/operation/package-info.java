/** What whoever runs Genjin watches: health and figures, on a port of their own. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"database"})
@org.jspecify.annotations.NullMarked
package io.genjin.operation;
