/** Which column of a sheet of customers means what. */
@org.jspecify.annotations.NullMarked
package io.genjin.intake.sheet;
