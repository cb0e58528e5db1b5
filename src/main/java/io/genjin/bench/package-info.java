/** The benchmark: fills a database of its own and drives the running product over HTTP, beside the same SQL of the same run. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "database", "vault", "prospect"})
@org.jspecify.annotations.NullMarked
package io.genjin.bench;
