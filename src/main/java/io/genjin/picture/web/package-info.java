/** Photographs coming in with a form and going out to a page; other modules' pages take both from here. */
@org.springframework.modulith.NamedInterface("web")
@org.jspecify.annotations.NullMarked
package io.genjin.picture.web;
