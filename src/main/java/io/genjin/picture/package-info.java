/** Keeps photographs with what they show: cars of the catalogue, licences, damage, deliveries; each known by its content. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "vault", "staff"})
@org.jspecify.annotations.NullMarked
package io.genjin.picture;
