/** Dealerships side by side on screen, as a sheet and for other systems. */
@org.jspecify.annotations.NullMarked
package io.genjin.group.web;
