/** The door: sign-in, sessions, tokens, and who may pass to which route. */
@org.jspecify.annotations.NullMarked
package io.genjin.staff.web;
